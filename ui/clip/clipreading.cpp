// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clip/clipreading.h"

#include <QCoreApplication>

namespace clipdeck {

namespace {

/// The words' context for translators.
class ClipWords {
    Q_DECLARE_TR_FUNCTIONS(ClipPage)
};

} // namespace

ClipReading readClip(const LiveSet &set, SlotId slot)
{
    const Clip *clip = set.clip(slot);
    if (!clip)
        return {};
    const ClipTimeScale scale = clip->timeScale(set.song().tempo);
    const auto position = [&](ClipTime time) { return scale.positionText(time); };
    const QString none = QStringLiteral("–");

    ClipReading reading;
    reading.isClip = true;
    reading.name = clip->name.isEmpty() ? ClipWords::tr(QT_TRANSLATE_NOOP("ClipPage", "Unnamed"))
                                        : clip->name;
    reading.color = clip->color;
    reading.where = ClipWords::tr(QT_TRANSLATE_NOOP("ClipPage", "%1, scene %2"))
                        .arg(set.track(slot.track)->name)
                        .arg(slot.scene.value + 1);
    reading.looping
        = numberOr(set.shown(Target::clip(slot, ClipField::Looping), clip->looping), 0.0) != 0.0;
    // With looping off, loop start and end are the clip's own start and end (AbletonOSC's page of facts).
    reading.start = position(clip->looping ? clip->startMarker : clip->loopStart);
    reading.end = position(clip->looping ? clip->endMarker : clip->loopEnd);
    reading.loopStart = clip->looping ? position(clip->loopStart) : none;
    reading.loopEnd = clip->looping ? position(clip->loopEnd) : none;
    const Target lengthWish = Target::clip(slot, ClipField::Length);
    const double length = clip->length.value;
    reading.span = ClipTime{numberOr(set.shown(lengthWish, length), length)};
    reading.length = scale.lengthText(reading.span);
    reading.bar = scale.bar();
    const Wish *wish = set.wish(lengthWish);
    reading.lengthPending = wish && wish->isSent();
    return reading;
}

} // namespace clipdeck
