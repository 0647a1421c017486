// SPDX-License-Identifier: GPL-3.0-or-later
// SessionView's edges: dragging one sets the clip's length.
#include "ui/session/sessionview.h"

namespace clipdeck {

bool SessionView::isEdge(const Hit &hit) const
{
    if (hit.zone != Zone::Edge || hit.place.area != Area::Slot)
        return false;
    const SlotId slot = m_model.slotAt(hit.place.column, hit.place.row);
    const Clip *clip = m_set.clip(slot);
    if (!clip || clip->isRecording || clip->length.value <= 0)
        return false;
    const bool near = m_state.hover.place == hit.place || selectedSlot() == std::optional(slot);
    return !m_theme.metrics().edgeZoneOnHover || near;
}

void SessionView::beginDrag(SlotId slot, double x, Qt::MouseButton button)
{
    m_dragButton = button;
    const Clip &clip = *m_set.clip(slot);
    const Place place = slotPlace(m_model.columnOf(slot.track), slot.scene.value);
    select(place);
    m_state.drag = LengthDrag{slot, clip.length, clip.length, clip.timeScale(m_clock.tempo()),
        m_layout.rect(place).width() / m_layout.zoom(), x / m_layout.zoom()};
    m_dragX = x;
    updateGhost();
}

void SessionView::moveDrag(double x, Qt::KeyboardModifiers modifiers)
{
    m_dragX = x;
    Snap snap = modifiers & Qt::ShiftModifier ? Snap::Fine : Snap::Whole;
    if (m_dragButton == Qt::MiddleButton || isNow(modifiers))
        snap = Snap::Off;
    m_state.drag->moveTo(x / m_layout.zoom(), snap);
    updateGhost();
}

void SessionView::endDrag(bool commit)
{
    if (!m_state.drag)
        return;
    const LengthDrag drag = *m_state.drag;
    m_state.drag.reset();
    updateGhost();
    if (commit && drag.to != drag.from)
        Q_EMIT lengthRequested(drag.slot, drag.to);
}

} // namespace clipdeck
