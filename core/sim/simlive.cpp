// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/simlive.h"

#include "core/sim/simcliprules.h"
#include "core/sim/simerror.h"
#include "core/sim/simplaystate.h"

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
    if (bpm < 20.0 || bpm > 999.0)
        refuse(u"Tempo is out of range"_s);
    song().tempo = bpm;
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

// -- clips --------------------------------------------------------------------------------------------------------

std::unique_ptr<Clip> cloneClip(const Clip &clip, Slot &slot, ObjectId id)
{
    auto copy = std::make_unique<Clip>(clip);
    copy->id = id;
    copy->slot = &slot;
    copy->recording = false;
    return copy;
}

Clip &Live::createClip(Slot &slot, double length)
{
    if (slot.track->kind != TrackKind::Midi)
        refuse(u"Only MIDI tracks can hold new MIDI clips"_s);
    if (slot.clip)
        refuse(u"The clip slot already has a clip"_s);
    if (!(length > 0.0))
        refuse(u"The clip length must be greater than zero"_s);
    return addClip(slot, {}, length);
}

Clip &Live::addClip(Slot &slot, const QString &name, double length)
{
    if (slot.clip)
        refuse(u"The clip slot already has a clip"_s);
    Clip &clip = m_set.addClip(slot, name, length);
    announceClip(slot);
    rememberClip(slot, nullptr, slot.clip.get());
    return clip;
}

void Live::deleteClip(Slot &slot)
{
    if (!slot.clip)
        refuse(u"The clip slot has no clip"_s);
    rememberClip(slot, slot.clip.get(), nullptr);
    putClip(slot, nullptr);
}

void Live::duplicateClip(Slot &from, Slot &to)
{
    if (!from.clip)
        refuse(u"The source clip slot has no clip"_s);
    if (from.track->kind == TrackKind::Group || to.track->kind == TrackKind::Group)
        refuse(u"Group slots cannot be duplicated"_s);
    if (from.clip->midi != (to.track->kind == TrackKind::Midi))
        refuse(u"The source and target tracks are of different types"_s);
    auto copy = cloneClip(*from.clip, to, m_set.newId());
    rememberClip(to, to.clip.get(), copy.get());
    putClip(to, std::move(copy));
}

void Live::setNotes(Clip &clip, std::vector<Note> notes)
{
    const auto write = [this, id = clip.id](const std::vector<Note> &wanted) {
        if (Clip *alive = m_set.findClip(id)) {
            alive->notes = wanted;
            notify(id, "notes"_L1);
        }
    };
    const std::vector<Note> old = std::exchange(clip.notes, std::move(notes));
    numberNotes(clip);
    m_history.push([=] { write(old); }, [=, young = clip.notes] { write(young); });
    notify(clip.id, "notes"_L1);
}

void Live::putClip(Slot &slot, std::unique_ptr<Clip> clip)
{
    dropClip(slot);
    const bool had = slot.clip != nullptr;
    slot.clip = std::move(clip);
    if (slot.clip)
        slot.clip->slot = &slot;
    if (had || slot.clip)
        announceClip(slot);
}

void Live::announceClip(const Slot &slot)
{
    notify(slot.id, "has_clip"_L1);
    for (const Track *group = slot.track->group; group; group = group->group)
        notify(group->slots[static_cast<std::size_t>(slot.index)]->id, "controls_other_clips"_L1);
}

void Live::rememberClip(const Slot &slot, const Clip *before, const Clip *after)
{
    const auto kept
        = [](const Clip *clip) { return clip ? std::make_shared<const Clip>(*clip) : nullptr; };
    const auto restore = [this, id = slot.id](const std::shared_ptr<const Clip> &clip) {
        if (Slot *alive = m_set.findSlot(id))
            putClip(*alive, clip ? cloneClip(*clip, *alive, clip->id) : nullptr);
    };
    m_history.push(
        [=, old = kept(before)] { restore(old); }, [=, young = kept(after)] { restore(young); });
}

void Live::dropClip(const Slot &slot)
{
    if (!slot.clip)
        return;
    m_launcher.forget(*slot.clip->slot);
    m_observers.drop(slot.clip->id);
}

// -- cue points ---------------------------------------------------------------------------------------------------

void Live::setOrDeleteCue()
{
    const double here = m_clock.songTime();
    const auto gone = std::erase_if(
        m_set.cuePoints, [&](const auto &cue) { return std::abs(cue->time - here) < 1e-3; });
    if (gone == 0) {
        const auto place = std::find_if(m_set.cuePoints.begin(), m_set.cuePoints.end(),
            [&](const auto &cue) { return cue->time > here; });
        const QString name = QString::number(m_set.cuePoints.size() + 1);
        m_set.cuePoints.insert(
            place, std::make_unique<CuePoint>(CuePoint{m_set.newId(), name, here}));
    }
}

CuePoint *Live::nextCue(int direction) const
{
    CuePoint *nearest = nullptr;
    for (const auto &cue : m_set.cuePoints) {
        const double ahead = (cue->time - m_clock.songTime()) * direction;
        if (ahead > beatTolerance
            && (!nearest || ahead < (nearest->time - m_clock.songTime()) * direction))
            nearest = cue.get();
    }
    return nearest;
}

} // namespace clipdeck::sim
