// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/queuereading.h"

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
    QueuedChange out{QueuedChange::Kind::Stop, index, track.name, QueueWords::tr("stop"), {}};
    if (clip) {
        out.kind = QueuedChange::Kind::Play;
        out.what = clip->name;
    } else if (track.firedSlot >= 0 && track.arm.value_or(false)) {
        out.kind = QueuedChange::Kind::Record;
        out.what = QueueWords::tr("new");
    }
    return out;
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
    std::vector<QueuedChange> out;
    if (set.isStale())
        return out; // nobody knows what will change
    for (int t = 0; t < set.trackCount(); ++t) {
        const TrackIndex index(t);
        if (set.track(index)->firedSlot == noSlot || set.track(index)->isFoldable)
            continue;
        out.push_back(changeOf(set, index));
        out.back().due = dueIn(set, clock, now, index);
    }
    const auto sooner = [](const QueuedChange &a, const QueuedChange &b) {
        constexpr double tolerance = 1e-3; // of one line
        return a.due && b.due ? a.due->value < b.due->value - tolerance : a.due && !b.due;
    };
    std::ranges::stable_sort(out, sooner);
    return out;
}

QString nextChangeText(const std::vector<QueuedChange> &queue, Signature signature)
{
    const bool waits = !queue.empty() && queue.front().due;
    return waits ? countText(*queue.front().due, signature) : QString();
}

} // namespace clipdeck
