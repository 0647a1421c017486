// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readers/targetreader.h"

#include "core/sync/readers/devicereader.h"
#include "core/sync/readers/slotreader.h"
#include "core/sync/readers/songreader.h"
#include "core/sync/readers/trackreader.h"

namespace clipdeck {

std::vector<Query> readTarget(const ReaderContext &context, const Target &target)
{
    const auto readStates = [&](TrackIndex track) {
        return readTrackStates(context, track, TrackIndex(track.value + 1));
    };
    return std::visit(
        Overloaded{
            [&](const SongProperty &of) { return readSongField(context, of.field); },
            [&](const TrackProperty &of) { return readTrackField(context, of.track, of.field); },
            [&](const SendLevel &of) { return readSend(context, of.track, of.send); },
            [&](const TrackStop &of) { return readStates(of.track); },
            [&](const SlotLaunch &of) { return readStates(of.slot.track); },
            [&](const SceneProperty &of) { return readSceneField(context, of.scene, of.field); },
            [&](const SceneLaunch &of) {
                return readSceneField(context, of.scene, SceneField::IsTriggered);
            },
            [&](const ClipProperty &of) { return readClip(context, of.slot, of.field); },
            [&](const SlotProperty &of) { return readSlot(context, of.slot, of.field); },
            [&](const ParameterId &of) { return readParameter(context, of); },
            [](const auto &) { return std::vector<Query>(); },
        },
        target.subject);
}

} // namespace clipdeck
