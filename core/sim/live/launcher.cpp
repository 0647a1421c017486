// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/launcher.h"

#include "core/sim/live/playstate.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

void Launcher::notify(ObjectId object, const char *property) const
{
    m_observers.notify(object, QLatin1String(property));
}

// -- time ---------------------------------------------------------------------------------------------------------

void Launcher::advance(double now)
{
    while (m_clock.isPlaying()) {
        const double target = m_clock.beatAt(now, m_set.song.tempo);
        if (!std::isfinite(target))
            break;
        const double event = nextEvent();
        m_clock.moveTo(std::min(event, target), m_set.song);
        // Each round takes away at least one thing that waited, so there are no more rounds than such things.
        if (event > target || !runDue())
            break;
    }
    m_clock.setNow(now);
}

double Launcher::nextEvent() const
{
    double next = std::numeric_limits<double>::infinity();
    for (const auto &scene : m_set.scenes)
        next = std::min(next, scene->due.value_or(next));
    for (const auto &track : m_set.tracks) {
        if (track->launch)
            next = std::min(next, track->launch->due);
        if (track->running)
            next = std::min(next, track->running->recordEnd.value_or(next));
        next = std::min(next, oneShotEnd(*track).value_or(next));
    }
    return next;
}

std::optional<double> Launcher::oneShotEnd(const Track &track) const
{
    if (!track.running || !track.playing || !track.playing->clip)
        return {};
    const Clip &clip = *track.playing->clip;
    if (clip.looping || clip.recording)
        return {};
    const double left = clip.markers.length() - track.running->offset;
    return track.running->launchedBeat + left * (clip.warped() ? 1.0 : m_set.song.tempo / 60.0);
}

bool Launcher::runDue()
{
    const double until = m_clock.beat() + beatTolerance;
    bool any = false;
    for (auto &scene : m_set.scenes) {
        if (scene->due && *scene->due <= until) {
            any = true;
            scene->due.reset();
            applyScene(*scene);
            notify(scene->id, "is_triggered");
        }
    }
    for (auto &track : m_set.tracks) {
        if (track->launch && track->launch->due <= until) {
            any = true;
            const Launch launch = *track->launch;
            clearLaunch(*track);
            execute(*track, launch);
        }
        if (track->running && track->running->recordEnd && *track->running->recordEnd <= until) {
            any = true;
            track->running->recordEnd.reset();
            finishRecording(*track);
        }
        if (const std::optional<double> end = oneShotEnd(*track); end && *end <= until) {
            any = true;
            halt(*track, true);
        }
    }
    return any;
}

// -- transport ----------------------------------------------------------------------------------------------------

void Launcher::startPlaying(bool fromStart)
{
    if (fromStart) {
        m_clock.locate(m_set.song.startTime);
        for (auto &track : m_set.tracks) {
            if (track->running)
                track->running = Running{
                    m_clock.beat(), m_clock.second(), 0.0, track->running->recordEnd, -1.0};
        }
    }
    if (!m_clock.isPlaying()) {
        m_clock.start(m_clock.now());
        notify(m_set.song.id, "is_playing");
    }
    notify(m_set.song.id, "current_song_time");
}

void Launcher::stopPlaying()
{
    if (!m_clock.isPlaying()) {
        m_set.song.startTime = 0.0;
        m_clock.locate(0.0);
        notify(m_set.song.id, "current_song_time");
        return;
    }
    for (auto &track : m_set.tracks) {
        finishRecording(*track);
        clearLaunch(*track);
    }
    clearScenes();
    m_clock.stop();
    notify(m_set.song.id, "is_playing");
    if (m_set.song.recordMode) {
        m_set.song.recordMode = false;
        notify(m_set.song.id, "record_mode");
    }
}

// -- launching ----------------------------------------------------------------------------------------------------

int Launcher::quantizationOf(const Clip *clip, std::optional<int> wanted) const
{
    if (wanted && *wanted >= 0)
        return *wanted;
    const int own = clip ? clip->launchQuantization : 0;
    return own == 0 ? m_set.song.clipTriggerQuantization : own - 1;
}

void Launcher::fire(
    Slot &slot, std::optional<double> recordLength, std::optional<int> quantization, bool legato)
{
    Track &track = *slot.track;
    if (track.kind == TrackKind::Group) {
        for (Track *member : m_set.members(track)) {
            Slot &own = *member->slots[static_cast<std::size_t>(slot.index)];
            if (own.clip)
                fire(own);
            else if (own.hasStopButton)
                stopSlot(own);
        }
        return;
    }
    const Clip *clip = slot.clip.get();
    constexpr int toggle = 2;
    if (clip && track.playing == &slot && clip->launchMode == toggle && !clip->recording) {
        stopTrack(track, true, quantizationOf(clip, quantization));
        return;
    }
    if (!clip && !track.arm) {
        if (slot.hasStopButton)
            stopSlot(slot);
        return;
    }
    if (!m_clock.isPlaying())
        startPlaying(true);
    Launch launch{&slot, 0.0, false, recordLength, legato || (clip && clip->legato), false};
    launch.due = clip && launch.legato
        ? m_clock.beat()
        : m_clock.boundary(quantizationOf(clip, quantization), m_set.song);
    queue(track, launch);
}

void Launcher::fireScene(Scene &scene, bool legato)
{
    const auto row = static_cast<std::size_t>(scene.index);
    const bool anyClip = std::any_of(m_set.tracks.begin(), m_set.tracks.end(),
        [&](const auto &track) { return track->slots[row]->clip != nullptr; });
    if (!m_clock.isPlaying() && (anyClip || scene.tempoEnabled || scene.signatureEnabled))
        startPlaying(true);
    scene.due = m_clock.boundary(m_set.song.clipTriggerQuantization, m_set.song);
    notify(scene.id, "is_triggered");
    for (auto &track : m_set.tracks) {
        if (track->kind == TrackKind::Group)
            continue;
        Slot &slot = *track->slots[row];
        if (slot.clip)
            fire(slot, {}, {}, legato);
        else if (slot.hasStopButton)
            stopSlot(slot);
    }
}

void Launcher::applyScene(const Scene &scene)
{
    Song &song = m_set.song;
    if (scene.tempoEnabled) {
        song.tempo = scene.tempo;
        notify(song.id, "tempo");
    }
    if (scene.signatureEnabled) {
        song.signatureNumerator = scene.signatureNumerator;
        song.signatureDenominator = scene.signatureDenominator;
        notify(song.id, "signature_numerator");
        notify(song.id, "signature_denominator");
    }
}

void Launcher::stopSlot(Slot &slot)
{
    stop(*slot.track, &slot, true, {});
}

void Launcher::stopClip(Slot &slot)
{
    const Track &track = *slot.track;
    if (track.kind == TrackKind::Group || track.playing == &slot
        || (track.launch && track.launch->slot == &slot))
        stopSlot(slot);
}

void Launcher::stopTrack(Track &track, bool quantized, std::optional<int> quantization)
{
    stop(track, nullptr, quantized, quantization);
}

void Launcher::stop(Track &track, Slot *slot, bool quantized, std::optional<int> quantization)
{
    if (track.kind == TrackKind::Group) {
        for (Track *member : m_set.members(track))
            stop(*member, nullptr, quantized, {});
        return;
    }
    const bool idle = !track.playing && !(track.launch && track.launch->shown);
    Launch launch{slot, m_clock.beat(), true, {}, false, false};
    if (quantized && !idle) {
        const Clip *clip = track.playing ? track.playing->clip.get() : nullptr;
        launch.due = m_clock.boundary(quantizationOf(clip, quantization), m_set.song);
    }
    queue(track, launch);
}

void Launcher::stopAll(bool quantized)
{
    for (auto &track : m_set.tracks) {
        if (track->kind != TrackKind::Group)
            stopTrack(*track, quantized);
    }
}

void Launcher::queue(Track &track, Launch launch)
{
    Slot *before = track.launch && track.launch->shown ? track.launch->slot : nullptr;
    const bool wasShown = track.launch && track.launch->shown;
    launch.shown = launch.due > m_clock.beat() + beatTolerance;
    track.launch = launch;
    if (launch.shown || wasShown)
        announceFired(track, before, launch.shown ? launch.slot : nullptr);
}

void Launcher::clearLaunch(Track &track)
{
    if (!track.launch)
        return;
    const Launch old = *track.launch;
    track.launch.reset();
    if (old.shown)
        announceFired(track, old.slot, nullptr);
}

void Launcher::clearScenes()
{
    for (auto &scene : m_set.scenes) {
        if (scene->due) {
            scene->due.reset();
            notify(scene->id, "is_triggered");
        }
    }
}

} // namespace clipdeck::sim
