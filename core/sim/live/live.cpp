// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/live.h"

#include "core/sim/live/error.h"
#include "core/sim/live/playstate.h"
#include "core/sim/live/range.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

Live::Live(Set set, double now)
    : m_set(std::move(set))
    , m_launcher(m_set, m_clock, m_observers)
{
    m_clock.setNow(now);
}

void Live::postFor(const Slot &slot, std::function<void(Slot &)> action)
{
    post([this, id = slot.id, action = std::move(action)] {
        if (Slot *alive = m_set.findSlot(id))
            action(*alive);
    });
}

void Live::postFor(const Track &track, std::function<void(Track &)> action)
{
    post([this, id = track.id, action = std::move(action)] {
        if (Track *alive = m_set.findTrack(id))
            action(*alive);
    });
}

void Live::postFor(const Scene &scene, std::function<void(Scene &)> action)
{
    post([this, id = scene.id, action = std::move(action)] {
        if (Scene *alive = m_set.findScene(id))
            action(*alive);
    });
}

void Live::step(double now)
{
    m_launcher.advance(now);
    std::vector<std::function<void()>> batch = std::move(m_posted);
    m_posted.clear();
    for (const auto &action : batch) {
        action();
        m_launcher.runDue();
    }
    m_launcher.runDue();
}

void Live::display()
{
    if (m_clock.isPlaying() || m_clock.songTime() != m_shownSongTime) {
        m_shownSongTime = m_clock.songTime();
        notify(song().id, "current_song_time"_L1);
    }
    if (m_clock.isPlaying()) {
        m_launcher.growRecordings();
        for (auto &track : m_set.tracks) {
            if (!track->running || !track->playing || !track->playing->clip)
                continue;
            const Clip &clip = *track->playing->clip;
            const double place = playingPosition(clip, m_clock);
            if (place != track->running->shownPosition) {
                track->running->shownPosition = place;
                notify(clip.id, "playing_position"_L1);
            }
        }
    }
    updateMeters();
}

void Live::updateMeters()
{
    // No sound here: a level that moves with the beat, sinks when a track stops, and follows its fader.
    const auto shown = [&](Track &track, double level) {
        if (level == track.meter)
            return;
        track.meter = level;
        for (const char *name : {"output_meter_level", "output_meter_left", "output_meter_right"})
            notify(track.id, QLatin1String(name));
    };
    double loudest = 0.0;
    for (auto &track : m_set.tracks) {
        if (track->kind == TrackKind::Group)
            continue;
        double level = track->meter > 0.02 ? track->meter * 0.5 : 0.0;
        if (m_clock.isPlaying() && track->playing && !track->mute && !m_set.mutedViaSolo(*track)) {
            const double wave
                = std::abs(std::sin(m_clock.beat() * 2.7 + static_cast<double>(track->id)));
            level = (0.5 + 0.4 * wave)
                * std::min(1.0, static_cast<double>(track->volume.value) / 0.85);
        }
        shown(*track, level);
        loudest = std::max(loudest, level);
    }
    for (auto &track : m_set.tracks) {
        if (track->kind != TrackKind::Group)
            continue;
        double level = 0.0;
        for (const Track *member : m_set.members(*track))
            level = std::max(level, member->meter);
        shown(*track, level);
    }
    shown(*m_set.main, loudest);
}

void Live::locate(double songTime)
{
    m_clock.locate(songTime);
    notify(song().id, "current_song_time"_L1);
}

void Live::setTempo(double bpm)
{
    song().tempo = validTempo(bpm);
}

void Live::renameTrack(Track &track, const QString &name)
{
    const auto rewrite = [this, id = track.id](const QString &wanted) {
        if (Track *alive = m_set.findTrack(id)) {
            alive->userName = wanted;
            notify(id, "name"_L1);
        }
    };
    const QString old = std::exchange(track.userName, name);
    m_history.push([=] { rewrite(old); }, [=] { rewrite(name); });
}

void Live::tapTempo(double now)
{
    std::erase_if(m_taps, [&](double tap) { return now - tap >= 2.0; });
    m_taps.push_back(now);
    constexpr std::size_t wanted = 4;
    if (m_taps.size() < wanted)
        return;
    const double span = m_taps.back() - m_taps[m_taps.size() - wanted];
    m_taps.erase(m_taps.begin(), m_taps.end() - (wanted - 1));
    if (span <= 0.0)
        return;
    song().tempo = std::clamp(60.0 * static_cast<double>(wanted - 1) / span, 20.0, 999.0);
    notify(song().id, "tempo"_L1);
}

void Live::setParameter(Parameter &parameter, double value)
{
    if (!parameter.enabled)
        refuse(u"Cannot set a value. The parameter is disabled"_s);
    const auto single = static_cast<float>(value);
    if (!(single >= static_cast<float>(parameter.spec.minimum)
            && single <= static_cast<float>(parameter.spec.maximum)))
        refuse(u"Invalid value. Check the parameters range with min/max"_s);
    const float stored = parameter.spec.quantized() ? std::nearbyint(single) : single;
    if (stored == parameter.value)
        return;
    const float old = std::exchange(parameter.value, stored);
    notify(parameter.id, "value"_L1);
    const auto rewrite = [this, id = parameter.id](float wanted) {
        if (Parameter *alive = m_set.findParameter(id))
            setParameter(*alive, static_cast<double>(wanted));
    };
    m_history.push([=] { rewrite(old); }, [=] { rewrite(stored); });
}

void Live::selectTrack(Track &track)
{
    if (m_set.selectedTrack == &track)
        return;
    m_set.selectedTrack = &track;
    notify(song().viewId, "selected_track"_L1);
}

void Live::selectScene(Scene &scene)
{
    if (m_set.selectedScene == &scene)
        return;
    m_set.selectedScene = &scene;
    notify(song().viewId, "selected_scene"_L1);
}

// -- cue points ---------------------------------------------------------------------------------------------------

void Live::setOrDeleteCue()
{
    changeCues([this](Cues &cues) {
        const double here = m_clock.songTime();
        const auto gone = std::erase_if(
            cues, [&](const CuePoint &cue) { return std::abs(cue.time - here) < 1e-3; });
        if (gone > 0)
            return;
        const auto place = std::find_if(
            cues.begin(), cues.end(), [&](const CuePoint &cue) { return cue.time > here; });
        const QString name = QString::number(cues.size() + 1);
        cues.insert(place, {m_set.newId(), name, here});
    });
}

void Live::renameCue(std::size_t index, const QString &name)
{
    changeCues([&](Cues &cues) { cues[index].name = name; });
}

void Live::changeCues(const std::function<void(Cues &)> &change)
{
    const Cues before = m_set.cuePoints;
    change(m_set.cuePoints);
    m_history.push([=, this] { m_set.cuePoints = before; },
        [=, this, after = m_set.cuePoints] { m_set.cuePoints = after; });
}

const CuePoint *Live::nextCue(int direction) const
{
    const CuePoint *nearest = nullptr;
    for (const auto &cue : m_set.cuePoints) {
        const double ahead = (cue.time - m_clock.songTime()) * direction;
        if (ahead > beatTolerance
            && (!nearest || ahead < (nearest->time - m_clock.songTime()) * direction))
            nearest = &cue;
    }
    return nearest;
}

} // namespace clipdeck::sim
