// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/counter/counterreading.h"

#include "core/session/queuereading.h"

#include <QCoreApplication>
#include <QStringList>

namespace clipdeck {

namespace {

/// The words' context for translators.
class CounterWords {
    Q_DECLARE_TR_FUNCTIONS(Counter)
};

void readClip(Counter &counter, const GridContext &s, SlotId id, const Clip &clip)
{
    counter.clip = clip.name;
    counter.color = clip.color;
    counter.recording = clip.isRecording;
    const auto position = s.positions.position(id, clip, s.clock.moment(s.now));
    if (!position)
        return;
    const ClipTimeScale scale = clip.timeScale(s.clock.tempo());
    counter.elapsed = scale.passedText(*position - clip.loopStart);
    if (clip.isRecording) {
        counter.count = counter.elapsed;
        return;
    }
    counter.count = scale.leftText(clip.loopEnd - *position);
    counter.part = partOf(clip, *position);
}

} // namespace

Counter readCounter(const GridContext &s, TrackIndex index)
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
