// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/display/cell.h"

#include "core/live/groups.h"
#include "core/session/queuereading.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

/// `lit`: what they do is told.
std::vector<Chip> chipsOf(const GridContext &s, SlotId group, bool lit)
{
    std::vector<Chip> chips;
    for (TrackIndex track : leafTracks(s.set, group.track)) {
        const SlotId child{track, group.scene};
        const Clip *clip = s.set.clip(child);
        Chip chip{clip != nullptr, SlotState::Empty, clip ? clip->color : 0};
        if (lit)
            chip.state = readSlot(s.set, child, s.now).state;
        else if (clip)
            chip.state = SlotState::Stopped;
        chips.push_back(chip);
    }
    return chips;
}

int leadColor(const std::vector<Chip> &chips)
{
    for (const Chip &chip : chips) {
        if (chip.hasClip)
            return chip.color;
    }
    return 0;
}

double placeOf(const GridContext &s, SlotId id, const Clip &clip)
{
    const auto position = s.positions.position(id, clip, s.clock.moment(s.now));
    return position ? partOf(clip, *position) : 0.0;
}

QString recordedSoFar(const GridContext &s, SlotId id, const Clip &clip)
{
    const auto position = s.positions.position(id, clip, s.clock.moment(s.now));
    return position ? clip.timeScale(s.clock.tempo()).passedText(*position - clip.loopStart)
                    : QString();
}

QString remaining(const GridContext &s, SlotId id, const Clip &clip)
{
    const auto position = s.positions.position(id, clip, s.clock.moment(s.now));
    return position ? clip.timeScale(s.clock.tempo()).leftText(clip.loopEnd - *position)
                    : QString();
}

QString countOf(const GridContext &s, SlotId id, SlotState state, const Clip *clip, bool hovered)
{
    switch (state) {
    case SlotState::Queued:
    case SlotState::QueuedToRecord:
    case SlotState::QueuedToStop:
        return countToLaunch(s, id.track);
    case SlotState::Recording:
        return clip ? recordedSoFar(s, id, *clip) : QString();
    case SlotState::Playing:
        return clip && hovered ? remaining(s, id, *clip) : QString();
    default:
        return {};
    }
}

void readLoop(StopCell &cell, const Clip &clip, ClipTime position, const ClipTimeScale &scale)
{
    const ClipTime bar = scale.bar();
    const int bars = std::max(1, static_cast<int>(std::ceil(clip.span() / bar - 1e-6)));
    const int at = static_cast<int>(std::floor((position - clip.loopStart) / bar + 1e-6)) + 1;
    cell.progress = StopCell::Progress::Loop;
    cell.text = QStringLiteral("%1 / %2").arg(std::clamp(at, 1, bars)).arg(bars);
}

void readOneShot(StopCell &cell, const Clip &clip, ClipTime position, const ClipTimeScale &scale)
{
    const Seconds left = scale.seconds(clip.loopEnd - position);
    cell.progress = StopCell::Progress::OneShot;
    //: Seconds to go; the minus is U+2212
    cell.text = QCoreApplication::translate("StopCell", "−%1 s")
                    .arg(std::ceil(std::max(0.0, left.value)));
}

void readProgress(StopCell &cell, const GridContext &s, SlotId id)
{
    const Clip *clip = s.set.clip(id);
    const auto position
        = clip ? s.positions.position(id, *clip, s.clock.moment(s.now)) : std::nullopt;
    if (!position)
        return;
    const ClipTimeScale scale = clip->timeScale(s.clock.tempo());
    cell.part = partOf(*clip, *position);
    if (clip->isRecording) {
        cell.progress = StopCell::Progress::Recording;
        cell.text = scale.passedText(*position - clip->loopStart);
    } else if (clip->looping) {
        readLoop(cell, *clip, *position, scale);
    } else {
        readOneShot(cell, *clip, *position, scale);
    }
}

SlotOverlay overlayOf(const Wish *wish, qint64 now)
{
    return wish ? overlayOf(*wish, now) : SlotOverlay::None;
}

/// What sounds of some tracks, and whether all of that is about to stop.
StopCell readStopOf(const LiveSet &set, const std::vector<TrackIndex> &tracks)
{
    StopCell cell;
    cell.queued = true;
    for (TrackIndex index : tracks) {
        const Track &track = *set.track(index);
        const bool sounds = track.playingSlot >= 0;
        cell.sounds = cell.sounds || sounds;
        cell.queued = cell.queued && (!sounds || track.firedSlot == stopFired);
    }
    cell.queued = cell.queued && cell.sounds;
    return cell;
}

} // namespace

QString countToLaunch(const GridContext &s, TrackIndex index)
{
    const std::optional<Beats> due = dueIn(s.set, s.clock, s.now, index);
    return due ? countText(*due, s.set.song().signature()) : QString();
}

bool isMoving(const SlotReading &reading, bool songPlays)
{
    if (reading.overlay == SlotOverlay::Stale)
        return false;
    switch (reading.state) {
    case SlotState::Queued:
    case SlotState::QueuedToRecord:
    case SlotState::QueuedToStop:
    case SlotState::GroupQueued:
    case SlotState::GroupStopping:
        return true;
    case SlotState::Playing:
    case SlotState::Recording:
    case SlotState::GroupPlaying:
    case SlotState::GroupRecording:
    case SlotState::GroupMixed:
        return songPlays || reading.overlay != SlotOverlay::None;
    default:
        return reading.overlay != SlotOverlay::None;
    }
}

Cell readCell(const GridContext &s, SlotId id, bool hovered)
{
    Cell cell;
    cell.reading = readSlot(s.set, id, s.now);
    const SlotState state = cell.reading.state;
    const Clip *clip = s.set.clip(id);
    const bool stale = cell.reading.overlay == SlotOverlay::Stale;
    if (!stale)
        cell.count = countOf(s, id, state, clip, hovered);
    if (isGroupState(state)) {
        cell.chips = chipsOf(s, id, !stale);
        cell.color = leadColor(cell.chips);
    }
    if (!clip)
        return cell;
    cell.hasClip = true;
    cell.name = clip->name;
    cell.color = clip->color;
    cell.looping = clip->looping;
    cell.length = clip->timeScale(s.clock.tempo()).lengthText(clip->length);
    if (!stale && (state == SlotState::Playing || state == SlotState::QueuedToStop))
        cell.part = placeOf(s, id, *clip);
    return cell;
}

StopCell readStopCell(const GridContext &s, TrackIndex index)
{
    StopCell cell;
    const Track *track = s.set.track(index);
    if (!track || s.set.isStale())
        return cell;
    if (track->isFoldable)
        cell = readStopOf(s.set, leafTracks(s.set, index));
    else
        cell.sounds = track->playingSlot >= 0;
    cell.queued = cell.queued || track->firedSlot == stopFired;
    cell.wish = overlayOf(s.set.wish(Target::trackStop(index)), s.now);
    if (track->playingSlot >= 0)
        readProgress(cell, s, {index, SceneIndex(track->playingSlot)});
    return cell;
}

StopCell readStopAll(const LiveSet &set)
{
    if (set.isStale())
        return {};
    std::vector<TrackIndex> tracks;
    for (int t = 0; t < set.trackCount(); ++t) {
        if (!set.track(TrackIndex(t))->isFoldable)
            tracks.push_back(TrackIndex(t));
    }
    return readStopOf(set, tracks);
}

// Live tells −2 for a track that the Session has stopped, −1 for one that it never took over.
bool playsArrangement(const LiveSet &set, TrackIndex index)
{
    const Track *track = set.track(index);
    if (!track || !set.song().isPlaying || set.isStale())
        return false;
    if (!track->isFoldable)
        return track->playingSlot == noSlot;
    const std::vector<TrackIndex> inside = leafTracks(set, index);
    return std::ranges::all_of(
        inside, [&](TrackIndex child) { return set.track(child)->playingSlot == noSlot; });
}

HeaderCell readHeaderCell(const GridContext &s, TrackIndex index)
{
    HeaderCell cell;
    const Track *track = s.set.track(index);
    if (!track)
        return cell;
    cell.name = track->name;
    cell.color = track->color;
    cell.kind = track->kind();
    cell.number = index.value + 1;
    cell.folded = track->foldState.value_or(false);
    const Wish *fold = s.set.wish(Target::track(index, TrackField::FoldState));
    cell.foldWished = fold && fold->isSent();
    if (track->isFoldable)
        cell.children = static_cast<int>(leafTracks(s.set, index).size());
    cell.armed = track->arm.value_or(false);
    cell.isStale = s.set.isStale();
    cell.playsArrangement = playsArrangement(s.set, index);
    return cell;
}

SceneCell readSceneCell(const GridContext &s, SceneIndex index)
{
    SceneCell cell;
    const Scene *scene = s.set.scene(index);
    if (!scene)
        return cell;
    cell.number = index.value + 1;
    cell.count = s.set.sceneCount();
    cell.name = scene->name;
    cell.color = scene->color;
    if (scene->tempoEnabled)
        cell.tempo = scene->tempo;
    if (scene->timeSignatureEnabled)
        cell.signature = {scene->timeSignatureNumerator, scene->timeSignatureDenominator};
    cell.overlay = overlayOf(s.set.wish(Target::sceneLaunch(index)), s.now);
    if (s.set.isStale()) {
        if (cell.overlay == SlotOverlay::None)
            cell.overlay = SlotOverlay::Stale;
        return cell;
    }
    cell.queued = scene->isTriggered;
    cell.isCurrent = s.current == index;
    return cell;
}

} // namespace clipdeck
