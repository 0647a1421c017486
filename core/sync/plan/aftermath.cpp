// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/plan/aftermath.h"

#include "core/live/fields.h"

#include <algorithm>

namespace clipdeck {

namespace {

using Kind = ReadJob::Kind;
using Jobs = std::vector<ReadJob>;

// As readRouting() counts them: input type, input channel, output type, output channel.
constexpr int inputChannelChooser = 1;
constexpr int outputChannelChooser = 3;

Jobs afterTrack(const ReadPlan &plan, TrackIndex track, TrackField field)
{
    switch (field) {
    case TrackField::FoldState:
    case TrackField::Solo:
        return plan.all(Kind::Tracks);
    case TrackField::InputRoutingType:
        return {{Kind::Routing, TrackChunk{track, inputChannelChooser}}};
    case TrackField::OutputRoutingType:
        return {{Kind::Routing, TrackChunk{track, outputChannelChooser}}};
    default:
        return {};
    }
}

Jobs afterClip(const ReadPlan &plan, TrackIndex track, ClipField field)
{
    if (std::ranges::find(audioClipFields, field) == audioClipFields.end())
        return {};
    Jobs out = plan.chunks(Kind::AudioClips, track);
    if (field == ClipField::Warping)
        std::ranges::copy(plan.chunks(Kind::Slots, track), std::back_inserter(out));
    return out;
}

} // namespace

std::vector<ReadJob> jobsAfterWrite(
    const ReadPlan &plan, const LiveSet &set, const std::optional<Target> &target, bool isEdit)
{
    if (!target) {
        Jobs out = isEdit ? plan.onScreen() : Jobs{{Kind::Selection}, {Kind::SongTime}};
        if (isEdit)
            out.push_back({Kind::Structure});
        return out;
    }
    return std::visit(
        Overloaded{
            [&](const TrackProperty &of) { return afterTrack(plan, of.track, of.field); },
            [&](const ClipProperty &of) { return afterClip(plan, of.slot.track, of.field); },
            [&](const ParameterId &of) {
                const Device *device = set.device(of.device);
                const ReadJob values{Kind::ParameterValues, of.device};
                return device && device->canHaveChains ? Jobs{values} : Jobs();
            },
            [](const auto &) { return Jobs(); },
        },
        target->subject);
}

} // namespace clipdeck
