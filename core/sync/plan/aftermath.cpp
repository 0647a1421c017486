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

Jobs parts(const ReadPlan &plan, Kind kind, int track)
{
    Jobs out;
    for (ReadJob job{kind, track, 0}; plan.contains(job); ++job.b)
        out.push_back(job);
    return out;
}

Jobs afterTrack(const ReadPlan &plan, int track, TrackField field)
{
    switch (field) {
    case TrackField::FoldState:
    case TrackField::Solo:
        return plan.all(Kind::Tracks);
    case TrackField::InputRoutingType:
        return {{Kind::Routing, track, inputChannelChooser}};
    case TrackField::OutputRoutingType:
        return {{Kind::Routing, track, outputChannelChooser}};
    default:
        return {};
    }
}

Jobs afterClip(const ReadPlan &plan, int track, ClipField field)
{
    if (std::ranges::find(audioClipFields, field) == audioClipFields.end())
        return {};
    Jobs out = parts(plan, Kind::AudioClips, track);
    if (field == ClipField::Warping)
        std::ranges::copy(parts(plan, Kind::Slots, track), std::back_inserter(out));
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
            [&](const TrackProperty &of) { return afterTrack(plan, of.track.value, of.field); },
            [&](const ClipProperty &of) { return afterClip(plan, of.slot.track.value, of.field); },
            [&](const ParameterId &of) {
                const Device *device = set.device(of.device);
                const ReadJob values{
                    Kind::ParameterValues, of.device.track.value, of.device.device.value};
                return device && device->canHaveChains ? Jobs{values} : Jobs();
            },
            [](const auto &) { return Jobs(); },
        },
        target->subject);
}

} // namespace clipdeck
