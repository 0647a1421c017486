// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/queuereading.h"

#include "core/live/quantization.h"

#include <QCoreApplication>

#include <algorithm>

namespace clipdeck {

namespace {

/// The words' context for translators.
class QueueWords {
    Q_DECLARE_TR_FUNCTIONS(Queue)
};

QueuedChange changeOf(const LiveSet &set, TrackIndex index)
{
    const Track &track = *set.track(index);
    const Clip *clip = set.clip({index, SceneIndex(track.firedSlot)});
    QueuedChange out{QueuedChange::Kind::Stop, {index}, {}, track.name, QueueWords::tr("stop"), {}};
    if (clip) {
        out.kind = QueuedChange::Kind::Play;
        out.what = clip->name;
    } else if (track.firedSlot >= 0 && track.arm.value_or(false)) {
        out.kind = QueuedChange::Kind::Record;
        out.what = QueueWords::tr("new");
    }
    return out;
}

/// What the launch of a scene does there: starts its clip, or stops the track where its slot is empty.
bool belongsTo(const LiveSet &set, TrackIndex index, SceneIndex scene)
{
    const int fired = set.track(index)->firedSlot;
    const Slot *slot = set.slot({index, scene});
    return fired == scene.value
        || (fired == stopFired && slot && !slot->clip && slot->hasStopButton);
}

std::optional<SceneIndex> launchedScene(const LiveSet &set, TrackIndex track)
{
    for (int s = 0; s < set.sceneCount(); ++s) {
        if (set.scene(SceneIndex(s))->isTriggered && belongsTo(set, track, SceneIndex(s)))
            return SceneIndex(s);
    }
    return std::nullopt;
}

bool isSooner(const std::optional<Beats> &a, const std::optional<Beats> &b)
{
    constexpr double tolerance = 1e-3; // of one line
    return a && b ? a->value < b->value - tolerance : a && !b;
}

void addToScene(std::vector<QueuedChange> &scenes, const LiveSet &set, SceneIndex scene,
    TrackIndex track, std::optional<Beats> due)
{
    auto known = std::ranges::find(scenes, scene, &QueuedChange::scene);
    if (known == scenes.end()) {
        scenes.push_back({QueuedChange::Kind::Scene, {}, scene,
            QueueWords::tr("Scene %1").arg(scene.value + 1), set.scene(scene)->name, due});
        known = scenes.end() - 1;
    }
    known->tracks.push_back(track);
    if (isSooner(due, known->due))
        known->due = due;
}

} // namespace

std::optional<Beats> dueIn(const LiveSet &set, const SongClock &clock, qint64 now, TrackIndex index)
{
    const Track *track = set.track(index);
    if (!track || track->firedSlot == noSlot || !clock.isPlaying())
        return std::nullopt;
    const Song &song = set.song();
    // What stops goes by the quantization of the clip that plays.
    const int scene = track->firedSlot >= 0 ? track->firedSlot : track->playingSlot;
    const Clip *clip = set.clip({index, SceneIndex(scene)});
    const int quantization
        = effectiveQuantization(clip ? clip->launchQuantization : 0, song.clipTriggerQuantization);
    const std::optional<Beats> grid = quantizationGrid(quantization, song.signature());
    if (!grid)
        return std::nullopt;
    const Beats position = clock.position(now);
    return nextLine(position, *grid) - position;
}

std::vector<QueuedChange> readQueue(const LiveSet &set, const SongClock &clock, qint64 now)
{
    std::vector<QueuedChange> scenes;
    std::vector<QueuedChange> single;
    if (set.isStale())
        return {}; // nobody knows what will change
    for (int t = 0; t < set.trackCount(); ++t) {
        const TrackIndex index(t);
        if (set.track(index)->firedSlot == noSlot || set.track(index)->isFoldable)
            continue;
        const std::optional<Beats> due = dueIn(set, clock, now, index);
        if (const std::optional<SceneIndex> scene = launchedScene(set, index)) {
            addToScene(scenes, set, *scene, index, due);
        } else {
            single.push_back(changeOf(set, index));
            single.back().due = due;
        }
    }
    scenes.insert(scenes.end(), single.begin(), single.end());
    std::ranges::stable_sort(scenes, isSooner, &QueuedChange::due);
    return scenes;
}

QString queuedText(const QueuedChange &change)
{
    switch (change.kind) {
    case QueuedChange::Kind::Stop:
        return QueueWords::tr("%1 stops").arg(change.who);
    case QueuedChange::Kind::Record:
        return QueueWords::tr("%1 records").arg(change.who);
    case QueuedChange::Kind::Scene:
        return QueueWords::tr("%1 begins: %2").arg(change.who, change.what);
    case QueuedChange::Kind::Play:
        break;
    }
    return QueueWords::tr("%1 plays %2").arg(change.who, change.what);
}

QString nextChangeText(const std::vector<QueuedChange> &queue, Signature signature)
{
    const bool waits = !queue.empty() && queue.front().due;
    return waits ? countText(*queue.front().due, signature) : QString();
}

} // namespace clipdeck
