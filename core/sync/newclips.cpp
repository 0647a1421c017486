// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/newclips.h"

#include "core/sync/playstate.h"
#include "core/sync/readers.h"
#include "core/sync/setplan.h"

#include <algorithm>
#include <map>

namespace clipdeck {

namespace {

using Kind = ReadJob::Kind;

bool cellsAreWorthIt(const LiveSet &set, const TickBudget &prices, std::size_t count)
{
    constexpr double muchMs = 15; // below, the whole track is read, which can't fail
    ReadCost whole;
    for (int part = 0; part < slotParts(set.sceneCount()); ++part)
        whole += {readsOfSlotPart(part, set.sceneCount()), 1};
    const int clips = static_cast<int>(count);
    const double cellsMs = prices.msFor({80 * clips, 18 * clips});
    return prices.msFor(whole) > std::max(muchMs, 2 * cellsMs);
}

} // namespace

void planNewClips(ReadPlan &plan, LiveSet &set, const TickBudget &prices, const Changes &changes)
{
    std::map<TrackIndex, std::vector<SlotId>> came;
    for (const auto &[slot, fields] : changes.slotFields) {
        if (!fields.has(SlotField::Clip))
            continue;
        plan.hurry({Kind::Scene, slot.scene.value}); // whether it is empty has no listener
        if (set.clip(slot))
            came[slot.track].push_back(slot);
    }
    const int parts = slotParts(set.sceneCount());
    for (const auto &[track, slotsOfTrack] : came) {
        if (plan.isUnread({Kind::Slots, track.value, parts - 1}))
            continue; // the first reading goes on, and has them
        if (cellsAreWorthIt(set, prices, slotsOfTrack.size())) {
            for (SlotId slot : slotsOfTrack)
                planCell(plan, slot);
        } else {
            for (int part = 0; part < parts; ++part)
                plan.hurry({Kind::Slots, track.value, part});
        }
        for (int part = 0; part < audioClipParts(set.sceneCount()); ++part)
            plan.hurry({Kind::AudioClips, track.value, part});
        applyPlayState(set, track);
    }
}

} // namespace clipdeck
