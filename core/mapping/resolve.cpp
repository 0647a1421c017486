// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mapping/resolve.h"

namespace clipdeck {

namespace {

bool sameText(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// How alike two names are: 3 equal, 2 but for case, 1 one within the other.
int likeness(const QString &a, const QString &b)
{
    if (a == b)
        return 3;
    if (sameText(a, b))
        return 2;
    const bool within = a.contains(b, Qt::CaseInsensitive) || b.contains(a, Qt::CaseInsensitive);
    return within && !a.isEmpty() && !b.isEmpty() ? 1 : 0;
}

/// Calls `look` with each parameter of the set and its device and track.
template <class Look> void eachParameter(const LiveSet &set, Look look)
{
    for (int t = 0; t < set.trackCount(); ++t) {
        const Track &track = set.tracks()[static_cast<std::size_t>(t)];
        for (int d = 0; d < static_cast<int>(track.devices.size()); ++d) {
            const Device &device = track.devices[static_cast<std::size_t>(d)];
            for (int p = 0; p < static_cast<int>(device.parameters.size()); ++p)
                look(parameterId(t, d, p), track, device,
                    device.parameters[static_cast<std::size_t>(p)]);
        }
    }
}

bool isSame(const ParameterAnchor &anchor, const Track &track, const Device &device,
    const Parameter &parameter)
{
    return parameter.name == anchor.parameter && device.name == anchor.device
        && device.className == anchor.className && track.name == anchor.track.name;
}

/// How likely a parameter is the one that is missed; 0: not worth an offer. A parameter of the same kind of device
/// counts most: it does what the player expects.
int likelihood(const ParameterAnchor &anchor, ParameterId id, const Track &track,
    const Device &device, const Parameter &parameter)
{
    const bool sameKnob
        = device.className == anchor.className && id.parameter == anchor.parameterIndex;
    if (!sameText(parameter.name, anchor.parameter) && !sameKnob)
        return 0;
    int score = 1 + 2 * likeness(parameter.name, anchor.parameter);
    score += device.className == anchor.className ? 8 : 0;
    score += 2 * likeness(device.name, anchor.device) + 2 * likeness(track.name, anchor.track.name);
    score += id.device.track == anchor.track.index ? 3 : 0;
    score += id.device.device == anchor.deviceIndex ? 1 : 0;
    return score;
}

Resolution resolveParameter(const ParameterAnchor &anchor, const LiveSet &set)
{
    const ParameterId before{{anchor.track.index, anchor.deviceIndex}, anchor.parameterIndex};
    if (anchorOf(set, before) == anchor)
        return {before, {}};
    int matches = 0;
    int best = 0;
    LivePlace match;
    LivePlace nearest;
    eachParameter(set,
        [&](ParameterId id, const Track &track, const Device &device, const Parameter &parameter) {
            if (isSame(anchor, track, device, parameter)) {
                ++matches;
                match = id;
            }
            const int score = likelihood(anchor, id, track, device, parameter);
            if (score > best) {
                best = score;
                nearest = id;
            }
        });
    return matches == 1 ? Resolution{match, {}} : Resolution{{}, nearest};
}

Resolution resolveVolume(const VolumeAnchor &anchor, const LiveSet &set)
{
    if (volumeAnchorOf(set, anchor.track.index) == anchor)
        return {anchor.track.index, {}};
    int matches = 0;
    int best = 0;
    LivePlace match;
    LivePlace nearest;
    for (int t = 0; t < set.trackCount(); ++t) {
        const QString &name = set.tracks()[static_cast<std::size_t>(t)].name;
        if (name == anchor.track.name) {
            ++matches;
            match = TrackIndex(t);
        }
        const int score
            = 2 * likeness(name, anchor.track.name) + (TrackIndex(t) == anchor.track.index ? 1 : 0);
        if (score > best) {
            best = score;
            nearest = TrackIndex(t);
        }
    }
    return matches == 1 ? Resolution{match, {}} : Resolution{{}, nearest};
}

} // namespace

Resolution resolve(const FaderTarget &target, const LiveSet &set)
{
    if (const auto *anchor = std::get_if<ParameterAnchor>(&target))
        return resolveParameter(*anchor, set);
    if (const auto *anchor = std::get_if<VolumeAnchor>(&target))
        return resolveVolume(*anchor, set);
    return {};
}

FaderTarget targetAt(const LivePlace &place, const LiveSet &set)
{
    if (const auto *id = std::get_if<ParameterId>(&place)) {
        if (const auto anchor = anchorOf(set, *id))
            return *anchor;
    }
    if (const auto *track = std::get_if<TrackIndex>(&place)) {
        if (const auto anchor = volumeAnchorOf(set, *track))
            return *anchor;
    }
    return {};
}

} // namespace clipdeck
