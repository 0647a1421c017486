// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mapping/faderbank.h"

#include "core/mapping/valuetext.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace clipdeck {

namespace {

constexpr double unityGain = 0.85; ///< Live's 0 dB

/// What the wish on a place is about.
std::optional<Target> wishTarget(const LivePlace &place)
{
    if (const auto *id = std::get_if<ParameterId>(&place))
        return Target::parameter(*id);
    if (const auto *track = std::get_if<TrackIndex>(&place))
        return Target::track(*track, TrackField::Volume);
    return std::nullopt;
}

double positionOf(const Parameter &parameter, double value)
{
    const double span = parameter.maximum - parameter.minimum;
    return span > 0.0 ? std::clamp((value - parameter.minimum) / span, 0.0, 1.0) : 0.0;
}

double valueAt(const Parameter &parameter, double position)
{
    const double value = parameter.minimum + position * (parameter.maximum - parameter.minimum);
    return parameter.isQuantized ? std::round(value) : value;
}

int stepsOf(const Parameter &parameter)
{
    return parameter.isQuantized
        ? static_cast<int>(std::lround(parameter.maximum - parameter.minimum)) + 1
        : 0;
}

bool mayMoveIds(const Changes &changes)
{
    if (changes.structure)
        return true;
    return std::ranges::any_of(changes.tracks, [](const auto &change) {
        return change.second.has(TrackField::Name) || change.second.has(TrackField::Devices);
    });
}

} // namespace

FaderBank::FaderBank(const LiveSet &set, LiveAccess &live, MidiSender &midi, QObject *parent)
    : QObject(parent)
    , m_set(set)
    , m_live(live)
    , m_midi(midi)
    , m_wasComplete(set.isComplete())
{
    connect(&set, &LiveSet::changed, this, &FaderBank::follow);
    for (const Track &track : set.tracks())
        m_trackNames.push_back(track.name);
}

FaderBank::~FaderBank()
{
    for (const Fader &fader : m_faders)
        unwatch(fader);
}

FaderBank::Targets FaderBank::targets() const
{
    Targets targets;
    std::ranges::transform(m_faders, targets.begin(), &Fader::target);
    return targets;
}

// Mapping.

void FaderBank::map(int fader, const FaderTarget &target)
{
    Fader &slot = at(fader);
    if (slot.target == target)
        return;
    bindTo(slot, {});
    slot = Fader{};
    slot.target = target;
    bind(fader);
    Q_EMIT readingChanged(fader);
    Q_EMIT mappingsChanged();
}

void FaderBank::map(int fader, ParameterId parameter)
{
    if (const auto anchor = anchorOf(m_set, parameter))
        map(fader, *anchor);
}

void FaderBank::mapVolume(int fader, TrackIndex track)
{
    if (const auto anchor = volumeAnchorOf(m_set, track))
        map(fader, *anchor);
}

void FaderBank::relink(int fader)
{
    const LivePlace nearest = at(fader).resolution.nearest;
    if (isPlace(nearest))
        map(fader, targetAt(nearest, m_set));
}

void FaderBank::restore(const Targets &targets)
{
    {
        const QSignalBlocker silent(this);
        for (int fader = 0; fader < size; ++fader)
            map(fader, targets.at(static_cast<std::size_t>(fader)));
    }
    for (int fader = 0; fader < size; ++fader)
        Q_EMIT readingChanged(fader);
}

void FaderBank::bind(int fader)
{
    Fader &slot = at(fader);
    Resolution resolution = resolve(slot.target, m_set);
    if (!m_set.isComplete())
        resolution.nearest = {}; // half a set has no likeliest match
    bindTo(slot, resolution);
    if (!slot.firstSeen)
        slot.firstSeen = livePosition(slot);
}

void FaderBank::bindTo(Fader &fader, const Resolution &resolution)
{
    if (fader.resolution.found != resolution.found) {
        unwatch(fader);
        if (const auto *id = std::get_if<ParameterId>(&resolution.found))
            m_live.watch(*id);
    }
    fader.resolution = resolution;
    if (!isPlace(resolution.found) && !std::holds_alternative<ControllerTarget>(fader.target))
        fader.hand.reset();
}

void FaderBank::unwatch(const Fader &fader)
{
    if (const auto *id = std::get_if<ParameterId>(&fader.resolution.found))
        m_live.unwatch(*id);
}

// What Live says.

void FaderBank::follow(const Changes &changes)
{
    m_wasComplete = m_set.isComplete() || (m_wasComplete && m_set.trackCount() > 0);
    const bool rebind = mayMoveIds(changes);
    if (rebind) {
        followRename(changes);
        m_trackNames.clear();
        for (const Track &track : m_set.tracks())
            m_trackNames.push_back(track.name);
    }
    for (int fader = 0; fader < size; ++fader) {
        if (!isMapped(at(fader).target))
            continue;
        if (rebind)
            bind(fader);
        if (rebind || concerns(changes, at(fader)))
            Q_EMIT readingChanged(fader);
    }
}

/// A track whose name changed in place was renamed, and its mappings follow. It must be the only one in the batch, its old
/// name gone and its new one new: anything else may be tracks that moved, seen half-way.
void FaderBank::followRename(const Changes &changes)
{
    const auto isName = [](const auto &change) { return change.second.has(TrackField::Name); };
    if (changes.structure || std::ranges::count_if(changes.tracks, isName) != 1)
        return;
    const TrackIndex index = std::ranges::find_if(changes.tracks, isName)->first;
    const Track *track = m_set.track(index);
    if (!track || static_cast<std::size_t>(index.value) >= m_trackNames.size())
        return;
    const QString before = m_trackNames.at(static_cast<std::size_t>(index.value));
    if (before.isEmpty() || std::ranges::count(m_set.tracks(), before, &Track::name) != 0
        || std::ranges::count(m_set.tracks(), track->name, &Track::name) != 1)
        return;
    bool followed = false;
    for (Fader &fader : m_faders) {
        TrackAnchor *anchor = nullptr;
        if (auto *parameter = std::get_if<ParameterAnchor>(&fader.target))
            anchor = &parameter->track;
        else if (auto *volume = std::get_if<VolumeAnchor>(&fader.target))
            anchor = &volume->track;
        if (!anchor || anchor->name != before || !isPlace(fader.resolution.found))
            continue;
        *anchor = {track->name, index};
        followed = true;
    }
    if (followed)
        Q_EMIT mappingsChanged();
}

bool FaderBank::concerns(const Changes &changes, const Fader &fader) const
{
    const auto wish = wishTarget(fader.resolution.found);
    if (wish && changes.wishes.contains(*wish))
        return true;
    const auto *id = std::get_if<ParameterId>(&fader.resolution.found);
    if (id && changes.parameters.contains(*id))
        return true;
    const auto *volume = std::get_if<TrackIndex>(&fader.resolution.found);
    const auto change = id ? changes.tracks.find(id->device.track)
        : volume           ? changes.tracks.find(*volume)
                           : changes.tracks.end();
    return change != changes.tracks.end()
        && (change->second.has(TrackField::Color)
            || (volume && change->second.has(TrackField::Volume)));
}

std::optional<double> FaderBank::livePosition(const Fader &fader) const
{
    if (std::holds_alternative<ControllerTarget>(fader.target))
        return fader.sent ? std::optional(*fader.sent / 127.0) : std::nullopt;
    if (const auto *id = std::get_if<ParameterId>(&fader.resolution.found)) {
        const Parameter *parameter = m_set.parameter(*id);
        return parameter ? std::optional(positionOf(*parameter, parameter->value)) : std::nullopt;
    }
    if (const auto *track = std::get_if<TrackIndex>(&fader.resolution.found)) {
        const Track *owner = m_set.track(*track);
        return owner ? owner->volume : std::nullopt;
    }
    return std::nullopt;
}

std::optional<double> FaderBank::wishPosition(const Fader &fader) const
{
    if (fader.hand)
        return fader.hand;
    const auto target = wishTarget(fader.resolution.found);
    const Wish *wish = target ? m_set.wish(*target) : nullptr;
    if (!wish || !wish->isSent() || isNothing(wish->value))
        return std::nullopt;
    const double value = numberOr(wish->value, 0.0);
    const auto *id = std::get_if<ParameterId>(&fader.resolution.found);
    const Parameter *parameter = id ? m_set.parameter(*id) : nullptr;
    return parameter ? positionOf(*parameter, value) : value;
}

// What is shown.

FaderReading FaderBank::reading(int fader) const
{
    const Fader &slot = at(fader);
    FaderReading reading;
    reading.name = nameOf(slot.target);
    if (!isMapped(slot.target))
        return reading;
    reading.live = livePosition(slot);
    reading.wish = wishPosition(slot);
    reading.isHeld = slot.hand.has_value();
    if (std::holds_alternative<ControllerTarget>(slot.target)) {
        reading.state = FaderReading::State::Ready;
        reading.valueText = slot.sent ? QString::number(*slot.sent) : QString();
        return reading;
    }
    describeLive(slot, reading);
    return reading;
}

void FaderBank::describeLive(const Fader &fader, FaderReading &reading) const
{
    using State = FaderReading::State;
    const LivePlace &found = fader.resolution.found;
    if (!isPlace(found) || !reading.live) {
        reading.state = m_set.isComplete() ? State::Orphan : State::Waiting;
        const FaderTarget nearest = targetAt(fader.resolution.nearest, m_set);
        if (!isMapped(nearest))
            return;
        reading.nearest = nameOf(nearest);
        const auto *parameter = std::get_if<ParameterAnchor>(&nearest);
        const auto *volume = std::get_if<VolumeAnchor>(&nearest);
        const Track *track = m_set.track(parameter ? parameter->track.index : volume->track.index);
        reading.nearestColor = track ? std::optional(track->color) : std::nullopt;
        return;
    }
    reading.state = State::Ready;
    reading.home = fader.firstSeen;
    if (const auto *id = std::get_if<ParameterId>(&found)) {
        const Parameter &parameter = *m_set.parameter(*id);
        reading.color = m_set.track(id->device.track)->color;
        reading.steps = stepsOf(parameter);
        reading.valueText = valueText(parameter);
    } else {
        const Track &track = *m_set.track(std::get<TrackIndex>(found));
        reading.color = track.color;
        reading.valueText = volumeText(track.volume.value_or(0.0));
        reading.home = unityGain;
    }
}

// What the hand wants.

void FaderBank::requestGrab(int fader)
{
    Fader &slot = at(fader);
    const FaderReading shown = reading(fader);
    if (shown.state != FaderReading::State::Ready || slot.hand)
        return;
    slot.atGrab = shown.live;
    slot.hand = shown.wish.value_or(shown.live.value_or(0.0));
    Q_EMIT readingChanged(fader);
}

void FaderBank::requestMove(int fader, double position)
{
    if (!std::isfinite(position))
        return;
    requestGrab(fader);
    Fader &slot = at(fader);
    const double cut = std::clamp(position, 0.0, 1.0);
    if (!slot.hand || *slot.hand == cut)
        return;
    slot.hand = cut;
    send(fader, cut);
    Q_EMIT readingChanged(fader);
}

void FaderBank::requestRelease(int fader)
{
    Fader &slot = at(fader);
    if (!std::exchange(slot.hand, std::nullopt))
        return;
    slot.atGrab.reset();
    Q_EMIT readingChanged(fader);
}

void FaderBank::requestCancel(int fader)
{
    Fader &slot = at(fader);
    if (slot.hand && slot.atGrab)
        requestMove(fader, *slot.atGrab);
    requestRelease(fader);
}

void FaderBank::requestReset(int fader)
{
    const std::optional<double> home = reading(fader).home;
    if (!home)
        return;
    requestMove(fader, *home);
    requestRelease(fader);
}

void FaderBank::send(int fader, double position)
{
    Fader &slot = at(fader);
    if (const auto *midi = std::get_if<ControllerTarget>(&slot.target)) {
        const int value = static_cast<int>(std::lround(position * 127.0));
        if (slot.sent == value)
            return;
        if (m_midi.send(MidiMessage::controlChange(midi->channel, midi->controller, value)))
            slot.sent = value;
        else
            Q_EMIT notSent(fader);
    } else if (const auto *id = std::get_if<ParameterId>(&slot.resolution.found)) {
        if (const Parameter *parameter = m_set.parameter(*id))
            m_live.requestParameter(*id, valueAt(*parameter, position));
    } else if (const auto *track = std::get_if<TrackIndex>(&slot.resolution.found)) {
        m_live.requestVolume(*track, position);
    }
}

} // namespace clipdeck

#include "moc_faderbank.cpp"
