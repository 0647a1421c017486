// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/fades.h"

#include "core/abletonosc/endpoint.h"
#include "core/commands/commandqueue.h"
#include "core/live/groups.h"

#include <cmath>
#include <utility>

namespace clipdeck {

namespace {

Target volumeOf(TrackIndex track)
{
    return Target::track(track, TrackField::Volume);
}

/// A group plays where one of its tracks does.
bool isPlaying(const LiveSet &set, TrackIndex index)
{
    const Track *track = set.track(index);
    if (!track || !track->isFoldable)
        return track && track->playingSlot >= 0;
    return std::ranges::any_of(leafTracks(set, index),
        [&](TrackIndex child) { return set.track(child)->playingSlot >= 0; });
}

bool isOnItsWay(const LiveSet &set, const Target &target)
{
    const Wish *wish = set.wish(target);
    return wish && wish->isSent();
}

std::optional<TrackIndex> onlyOneNamed(const LiveSet &set, const QString &name)
{
    std::optional<TrackIndex> found;
    for (int t = 0; t < set.trackCount(); ++t) {
        if (set.track(TrackIndex(t))->name != name)
            continue;
        if (found)
            return std::nullopt;
        found = TrackIndex(t);
    }
    return found;
}

} // namespace

Fades::Fades(LiveSet &set, CommandQueue &queue)
    : m_set(set)
    , m_queue(queue)
{
}

const Fade *Fades::of(TrackIndex track) const
{
    const auto found = m_underWay.find(track);
    return found == m_underWay.end() ? nullptr : &found->second.fade;
}

bool Fades::refuseUnless(bool possible, TrackIndex track, const QString &reason)
{
    if (!possible)
        m_queue.refuse(volumeOf(track), reason);
    return possible;
}

void Fades::fadeOut(TrackIndex track, double seconds)
{
    if (const auto running = m_underWay.find(track); running != m_underWay.end())
        running->second.fade.turn(m_queue.now());
    else if (refuseUnless(isPlaying(m_set, track), track, tr("No clip plays on this track.")))
        begin(track, Fade::Way::Out, {}, seconds);
}

void Fades::fadeIn(SlotId slot, double seconds)
{
    if (!refuseUnless(m_set.clip(slot), slot.track, tr("There is no clip in this slot.")))
        return;
    const auto running = m_underWay.find(slot.track);
    if (running == m_underWay.end()) {
        if (begin(slot.track, Fade::Way::In, slot.scene, seconds))
            launch(slot);
        return;
    }
    UnderWay &one = running->second;
    const bool isSame = one.fade.way() == Fade::Way::In && one.scene == slot.scene;
    if (isSame || one.fade.way() == Fade::Way::Out)
        one.fade.turn(m_queue.now());
    one.scene = slot.scene;
    if (!isSame && m_set.track(slot.track)->playingSlot != slot.scene.value)
        launch(slot);
}

std::optional<double> Fades::fullVolume(TrackIndex track) const
{
    const Track *owner = m_set.track(track);
    if (!owner || !owner->volume)
        return std::nullopt;
    return numberOr(m_set.shown(volumeOf(track), *owner->volume), *owner->volume);
}

bool Fades::begin(TrackIndex track, Fade::Way way, SceneIndex scene, double seconds)
{
    const std::optional<double> full = fullVolume(track);
    const bool isLength = std::isfinite(seconds) && seconds > 0.0 && seconds <= longest;
    if (!refuseUnless(isLength, track, tr("A fade takes up to 600 seconds."))
        || !refuseUnless(full.has_value(), track, tr("Its volume is not known yet."))
        || !refuseUnless(m_queue.obstacle().isEmpty(), track, m_queue.obstacle()))
        return false;
    const qint64 now = m_queue.now();
    const Fade fade(way, *full, std::llround(seconds * 1000.0), now);
    const auto at
        = m_underWay.insert_or_assign(track, UnderWay{fade, scene, m_set.track(track)->name}).first;
    // The first step silences what is to be launched, and so must be with Live before it.
    act(track, at->second.name, at->second.fade.advance(look(track, at->second), now));
    return true;
}

void Fades::launch(SlotId slot)
{
    m_queue.request(Target::launch(slot), {},
        {callMessage(ObjectKind::ClipSlot, {slot.track.value, slot.scene.value}, "fire")});
}

Fade::Sight Fades::look(TrackIndex index, const UnderWay &one) const
{
    Fade::Sight out;
    out.isGone = m_isLost;
    out.canTell = m_queue.obstacle().isEmpty();
    const Track *track = m_set.track(index);
    if (!track)
        return out;
    out.volume = track->volume;
    if (isOnItsWay(m_set, volumeOf(index)))
        out.wish = numberOr(m_set.wish(volumeOf(index))->value, 0.0);
    out.isPlaying = isPlaying(m_set, index);
    if (one.scene.isValid()) {
        const int scene = one.scene.value;
        out.isQueued
            = track->firedSlot == scene || isOnItsWay(m_set, Target::launch({index, one.scene}));
        out.isPlaying = out.isPlaying && (!out.isQueued || track->playingSlot == scene);
    }
    out.isStopping = isOnItsWay(m_set, Target::trackStop(index));
    return out;
}

void Fades::advance(qint64 now)
{
    if (m_set.isStale() && !m_underWay.empty())
        m_isLost = true;
    else if (m_isLost && m_set.isComplete() && m_queue.obstacle().isEmpty())
        m_isLost = false;
    // All are asked before anything is done: a wish announces itself, and who hears of it may come back here.
    struct Due {
        TrackIndex track;
        QString name;
        Fade::Step step;
    };
    std::vector<Due> due;
    for (auto at = m_underWay.begin(); at != m_underWay.end();) {
        UnderWay &one = at->second;
        const TrackIndex track = at->first;
        if (const Track *known = m_set.track(track))
            one.name = known->name;
        const Fade::Step step = one.fade.advance(look(track, one), now);
        due.push_back({track, one.name, step});
        at = step.end ? m_underWay.erase(at) : std::next(at);
    }
    for (const Due &one : due)
        act(one.track, one.name, one.step);
}

void Fades::act(TrackIndex track, const QString &name, const Fade::Step &step)
{
    if (step.volume)
        write(track, *step.volume);
    if (step.stops)
        stop(track);
    if (step.end == Fade::End::Unstopped)
        m_queue.refuse(volumeOf(track), tr("%1 did not stop, so its volume stays down.").arg(name));
}

void Fades::write(TrackIndex track, double volume)
{
    const Property &property = *findProperty(ObjectKind::Track, nameOf(TrackField::Volume));
    m_queue.request(volumeOf(track), volume, {setMessage(property, {track.value}, volume)});
}

void Fades::stop(TrackIndex track)
{
    OscMessage message = callMessage(ObjectKind::Track, {track.value}, "stop_all_clips");
    message.arguments.emplace_back(false); // whatever the launch quantization
    m_queue.request(Target::trackStop(track), {}, {std::move(message)});
}

void Fades::relocate()
{
    for (auto &[place, one] : std::exchange(m_underWay, {})) {
        const Track *here = m_set.track(place);
        const std::optional<TrackIndex> now
            = here && here->name == one.name ? place : onlyOneNamed(m_set, one.name);
        if (now)
            m_underWay.insert_or_assign(*now, one);
        else
            m_queue.refuse({},
                tr("%1 is gone, or not the only one of its name: its fade is over.").arg(one.name));
    }
}

} // namespace clipdeck
