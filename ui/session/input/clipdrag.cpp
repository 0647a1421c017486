// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/input/clipdrag.h"

#include <QCoreApplication>
#include <QLineF>

namespace clipdeck {

namespace {

/// The words' context for translators.
class ClipDragWords {
    Q_DECLARE_TR_FUNCTIONS(ClipDrag)
};

} // namespace

bool beginsDrag(
    const ClipDrag &drag, QPointF position, bool overAnother, qint64 now, int startDistance)
{
    if (drag.launched)
        return overAnother && now - drag.pressedSince >= launchedDragAfterMs;
    return QLineF(drag.pressedAt, position).length() >= startDistance;
}

QString dragHint(const LiveSet &set, const ClipDrag &drag)
{
    const Clip *clip = set.clip(drag.from);
    if (!clip)
        return {};
    if (!drag.obstacle.isEmpty())
        return drag.obstacle;
    const Track *track = drag.over ? set.track(drag.over->track) : nullptr;
    if (!track)
        return ClipDragWords::tr("%1: drop on a slot moves, Ctrl copies, Esc cancels.")
            .arg(clip->name);
    const QString where
        = ClipDragWords::tr("%1, scene %2").arg(track->name).arg(drag.over->scene.value + 1);
    const QString what
        = drag.copies ? ClipDragWords::tr("Copy %1 to %2.") : ClipDragWords::tr("Move %1 to %2.");
    const Clip *held = set.clip(*drag.over);
    const QString replaced = held
        ? QStringLiteral(" ") + ClipDragWords::tr("Replaces %1.").arg(held->name)
        : QString();
    return what.arg(clip->name, where) + replaced;
}

} // namespace clipdeck
