// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/counterreading.h"

#include "ui/session/queuereading.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

/// The words' context for translators.
class CounterWords {
    Q_DECLARE_TR_FUNCTIONS(Counter)
};

/// What has passed, in whole counts; what is left is told with the count that runs.
QString passed(double beats, Signature signature)
{
    const double count = signature.count().value;
    return countText({std::floor(std::max(0.0, beats) / count + 1e-4) * count}, signature);
}

void readClip(Counter &counter, const Scenery &s, SlotId id, const Clip &clip)
{
    counter.clip = clip.name;
    counter.color = clip.color;
    counter.recording = clip.isRecording;
    const auto position = s.positions.position(id, clip, s.clock.position(s.now));
    if (!position)
        return;
    counter.elapsed = passed(*position - clip.loopStart, clip.signature());
    if (clip.isRecording) {
        counter.count = counter.elapsed;
        return;
    }
    counter.count = countText({std::max(0.0, clip.loopEnd - *position)}, clip.signature());
    counter.part = partOf(clip, *position);
}

} // namespace

Counter readCounter(const Scenery &s, TrackIndex index)
{
    Counter counter;
    counter.count = QStringLiteral("–");
    if (s.set.isStale())
        return counter;
    if (const Track *track = s.set.track(index)) {
        counter.track = track->name;
        const SlotId id{index, SceneIndex(track->playingSlot)};
        if (const Clip *clip = s.set.clip(id))
            readClip(counter, s, id, *clip);
    }
    const std::vector<QueuedChange> queue = readQueue(s.set, s.clock, s.now);
    if (!queue.empty()) {
        counter.nextIn = nextChangeText(queue, s.set.song().signature());
        counter.next = queuedText(queue.front());
    }
    return counter;
}

QString counterText(const Counter &counter)
{
    QStringList parts;
    if (!counter.clip.isEmpty())
        parts.append(counter.recording ? CounterWords::tr("%1, %2: recorded %3")
                                             .arg(counter.track, counter.clip, counter.count)
                                       : CounterWords::tr("%1, %2: %3 to go")
                                             .arg(counter.track, counter.clip, counter.count));
    if (!counter.next.isEmpty())
        parts.append(counter.nextIn.isEmpty()
                ? counter.next
                : CounterWords::tr("%1, in %2").arg(counter.next, counter.nextIn));
    return parts.join(QStringLiteral("; "));
}

} // namespace clipdeck
