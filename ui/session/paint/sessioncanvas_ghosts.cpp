// SPDX-License-Identifier: GPL-3.0-or-later
// SessionCanvas's ghosts: what hands ask for and Live has not confirmed, over the slots.
#include "ui/session/paint/sessioncanvas.h"

#include <QPainter>

namespace clipdeck {

bool SessionCanvas::hasGhost(SlotId slot) const
{
    if (m_state.drag && m_state.drag->slot == slot)
        return true;
    const Wish *wish = m_context.set.wish(Target::clip(slot, ClipField::Length));
    return wish && wish->isSent();
}

std::optional<Ghost> SessionCanvas::ghostOf(SlotId slot, const QRectF &cell) const
{
    Ghost ghost{cell, unit(m_layout.grid()), {}, {}, {}, true};
    if (m_state.drag && m_state.drag->slot == slot) {
        ghost.from = m_state.drag->from;
        ghost.to = m_state.drag->to;
        ghost.scale = m_state.drag->scale;
        return ghost;
    }
    const Clip *clip = m_context.set.clip(slot);
    const Wish *wish = m_context.set.wish(Target::clip(slot, ClipField::Length));
    if (!clip || !wish || !wish->isSent())
        return std::nullopt;
    ghost.from = clip->length;
    ghost.to = {numberOr(wish->value, clip->length.value)};
    ghost.scale = clip->timeScale(m_context.clock.tempo());
    ghost.labelled = false;
    return ghost;
}

void SessionCanvas::paintGhosts()
{
    const auto paintAt = [&](SlotId slot) {
        const QRectF cell
            = unit(m_layout.rect(slotPlace(m_model.columnOf(slot.track), slot.scene.value)));
        if (cell.isEmpty())
            return;
        if (const std::optional<Ghost> ghost = ghostOf(slot, cell))
            paintGhost(m_painter, m_theme, *ghost);
    };
    for (const auto &[target, wish] : m_context.set.wishes()) {
        const auto *clip = target.as<ClipProperty>();
        const bool isLength = clip && clip->field == ClipField::Length;
        if (isLength && !(m_state.drag && m_state.drag->slot == clip->slot))
            paintAt(clip->slot);
    }
    if (m_state.drag)
        paintAt(m_state.drag->slot);
    paintDropTarget();
}

// Dashed: it is a wish until Live has it.
void SessionCanvas::paintDropTarget()
{
    if (!m_state.clipDrag || !m_state.clipDrag->canDrop())
        return;
    const SlotId to = *m_state.clipDrag->over;
    const QRectF box = unit(m_layout.rect(slotPlace(m_model.columnOf(to.track), to.scene.value)));
    constexpr int out = measure::frame;
    if (!box.isEmpty())
        dashFrame(
            m_painter, box.adjusted(-out, -out, out, out), out, m_theme.color(Role::Own), {5, 3});
}

} // namespace clipdeck
