// SPDX-License-Identifier: GPL-3.0-or-later
// SessionView's clips that hang at the pointer.
#include "core/commands/clipmove.h"
#include "ui/session/sessionview.h"

#include <QApplication>

namespace clipdeck {

void SessionView::prepareClipDrag(const Hit &hit, QPointF position)
{
    const SlotId slot = subjectAt(hit.place).slot();
    if (hit.place.area != Area::Slot || !m_set.clip(slot))
        return;
    ClipDrag drag;
    drag.from = slot;
    drag.pressedAt = position;
    drag.pressedSince = m_now();
    drag.launched = m_state.pressed == hit.place;
    m_state.clipDrag = drag;
}

void SessionView::moveClipDrag(QPointF position, Qt::KeyboardModifiers modifiers)
{
    ClipDrag &drag = *m_state.clipDrag;
    const GridSubject under = subjectAt(m_layout.hit(position).place);
    const bool overSlot = under.kind == GridSubject::Kind::Slot && under.slot() != drag.from;
    const bool overAnother
        = !m_layout.rect(slotPlace(m_model.columnOf(drag.from.track), drag.from.scene.value))
               .contains(position);
    if (!drag.began) {
        if (!beginsDrag(drag, position, overAnother, m_now(), QApplication::startDragDistance()))
            return;
        drag.began = true;
        if (drag.launched)
            Q_EMIT launchCancelRequested(drag.from.track);
        m_state.pressed = {};
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    const ClipDrag before = drag;
    drag.copies = modifiers & Qt::ControlModifier;
    drag.over = overSlot ? std::optional(under.slot()) : std::nullopt;
    drag.obstacle = overSlot ? whyNotThere(m_set, drag.from, under.slot()) : QString();
    for (const auto &slot : {before.over, drag.over}) {
        if (slot && before.over != drag.over)
            updatePlace(slotPlace(m_model.columnOf(slot->track), slot->scene.value));
    }
    viewport()->setCursor(!drag.obstacle.isEmpty() ? Qt::ForbiddenCursor
            : drag.copies                          ? Qt::DragCopyCursor
                                                   : Qt::ClosedHandCursor);
    Q_EMIT hint(dragHint(m_set, drag));
}

void SessionView::endClipDrag(bool drop)
{
    if (!m_state.clipDrag)
        return;
    const ClipDrag drag = *std::exchange(m_state.clipDrag, std::nullopt);
    if (!drag.began)
        return;
    viewport()->setCursor(Qt::ArrowCursor);
    if (drag.over)
        updatePlace(slotPlace(m_model.columnOf(drag.over->track), drag.over->scene.value));
    if (drop && drag.canDrop()) {
        Q_EMIT clipDropped(drag.from, *drag.over, drag.copies);
        select(slotPlace(m_model.columnOf(drag.over->track), drag.over->scene.value));
    }
}

} // namespace clipdeck
