// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/paint/sessioncanvas.h"

#include "core/live/groups.h"

#include <QPainter>

namespace clipdeck {

namespace {

bool touches(const QRect &dirty, const QRectF &box)
{
    constexpr int frame = measure::frame;
    return dirty.intersects(box.adjusted(-frame, -frame, frame, frame).toAlignedRect());
}

} // namespace

SessionCanvas::SessionCanvas(QPainter &painter, const Theme &theme, const SessionLayout &layout,
    const SessionModel &model, const GridContext &context, const SessionViewState &state,
    PaintCache &cache)
    : m_painter(painter)
    , m_theme(theme)
    , m_layout(layout)
    , m_model(model)
    , m_context(context)
    , m_state(state)
    , m_cache(cache)
    , m_motion(motionAt(context.clock, context.now, state.motion))
{
}

void SessionCanvas::paint(const QRect &dirty)
{
    fillBox(m_painter, dirty, m_theme.color(Role::Void));
    m_painter.scale(m_layout.zoom(), m_layout.zoom());
    if (m_model.columnCount() == 0 || m_model.rowCount() == 0) {
        paintSkeleton();
        return;
    }
    // Each part only where it is asked for: most paints are of one lamp.
    if (touches(dirty, m_layout.grid())) {
        m_painter.save();
        m_painter.setClipRect(unit(m_layout.grid()), Qt::IntersectClip);
        paintSlots(dirty);
        paintGhosts();
        m_painter.restore();
    }
    if (dirty.top() <= m_layout.headers().bottom())
        paintHeaders(dirty);
    if (touches(dirty, m_layout.scenes()))
        paintScenes(dirty);
    if (dirty.bottom() >= m_layout.stops().top() - measure::frame)
        paintStops(dirty);
}

// Geometry is in the viewport's pixels, drawing in those of zoom 100 %.
QRectF SessionCanvas::unit(const QRectF &box) const
{
    const double zoom = m_layout.zoom();
    return {box.topLeft() / zoom, box.size() / zoom};
}

Attention SessionCanvas::attention(Place place) const
{
    Attention out;
    out.hovered = m_state.hover.place == place;
    out.pressed = m_state.pressed == place;
    out.focused = m_state.showFocus && m_state.focus == place;
    switch (place.area) {
    case Area::Header:
        out.selected = m_state.selection.contains(m_model.trackAt(place.column));
        break;
    case Area::Scene:
        out.selected = m_state.selection.contains(SceneIndex(place.row));
        break;
    case Area::Slot:
        out.selected = m_state.selection.contains(m_model.slotAt(place.column, place.row));
        break;
    default:
        break;
    }
    return out;
}

// Where focus and selection meet, a frame runs over the lamp: then the whole is painted.
bool SessionCanvas::isLampOnly(Place place, const QRect &dirty, Attention attention) const
{
    return m_layout.lamp(place).contains(dirty) && !(attention.focused && attention.selected);
}

void SessionCanvas::paintSlots(const QRect &dirty)
{
    CellPainter cells(m_painter, m_theme, m_motion, m_cache, m_state.fullColorAtRest);
    struct Framed {
        QRectF box;
        Cell cell;
        Attention attention;
        bool ghost;
    };
    // Frames reach into the gap, where a neighbour's frame may lie: they come after all plain cells.
    std::vector<Framed> framed;
    const SessionLayout::Range range = m_layout.visible(dirty);
    for (int column = range.firstColumn; column < range.endColumn; ++column) {
        for (int row = range.firstRow; row < range.endRow; ++row) {
            const Place place = slotPlace(column, row);
            const QRectF box = m_layout.rect(place);
            const SlotId id = m_model.slotAt(column, row);
            const Attention looks = attention(place);
            const Cell cell = readCell(m_context, id, looks.hovered);
            if (isLampOnly(place, dirty, looks)) {
                cells.paintLampOf(unit(box), cell, looks);
                return;
            }
            const bool ghost = hasGhost(id);
            const bool inGap = looks.any() || cell.reading.state == SlotState::Recording
                || cell.reading.overlay == SlotOverlay::Pending;
            if (inGap)
                framed.push_back({unit(box), cell, looks, ghost});
            else
                cells.paint(unit(box), cell, looks, ghost);
        }
    }
    for (const Framed &f : framed)
        cells.paint(f.box, f.cell, f.attention, f.ghost);
}

void SessionCanvas::paintHeaders(const QRect &dirty)
{
    m_painter.save();
    m_painter.setClipRect(unit(m_layout.headers()), Qt::IntersectClip);
    GridFramePainter surface(m_painter, m_theme, m_motion, m_cache);
    const SessionLayout::Range range = m_layout.visible();
    for (int column = range.firstColumn; column < range.endColumn; ++column) {
        const Place place = headerPlace(column);
        const QRectF box = m_layout.rect(place);
        if (touches(dirty, box))
            surface.header(
                unit(box), readHeaderCell(m_context, m_model.trackAt(column)), attention(place));
    }
    paintGroupBands();
    m_painter.restore();
    if (touches(dirty, m_layout.rect(scenesTitlePlace())))
        surface.scenesTitle(unit(m_layout.rect(scenesTitlePlace())), m_model.rowCount(),
            attention(scenesTitlePlace()));
}

// An unfolded group's colour runs over its children, in the gap above the headers.
void SessionCanvas::paintGroupBands()
{
    const SessionLayout::Range range = m_layout.visible();
    for (int column = 0; column < range.endColumn; ++column) {
        const TrackIndex group = m_model.trackAt(column);
        const Track &track = *m_context.set.track(group);
        if (!track.isFoldable || track.foldState.value_or(false) || track.groupTrack)
            continue;
        int last = column;
        while (isInGroup(m_context.set, m_model.trackAt(last + 1), group))
            ++last;
        fillBox(m_painter, unit(m_layout.groupBand(column, last)), QColor(QRgb(track.color)));
    }
}

void SessionCanvas::paintScenes(const QRect &dirty)
{
    constexpr int frame = measure::frame;
    m_painter.save();
    m_painter.setClipRect(unit(m_layout.scenes()).adjusted(-frame, 0, frame, 0), Qt::IntersectClip);
    GridFramePainter surface(m_painter, m_theme, m_motion, m_cache);
    const SessionLayout::Range range = m_layout.visible(dirty);
    const auto paintRow = [&](int row, bool framed) {
        const QRectF box = m_layout.rect(scenePlace(row));
        const Attention looks = attention(scenePlace(row));
        if (looks.any() != framed || !touches(dirty, box))
            return;
        const SceneCell scene = readSceneCell(m_context, SceneIndex(row));
        if (isLampOnly(scenePlace(row), dirty, looks))
            surface.sceneLamp(unit(box), scene, looks);
        else
            surface.scene(unit(box), scene, looks);
    };
    for (bool framed : {false, true}) {
        for (int row = range.firstRow; row < range.endRow; ++row)
            paintRow(row, framed);
    }
    m_painter.restore();
}

void SessionCanvas::paintStops(const QRect &dirty)
{
    constexpr int frame = measure::frame;
    m_painter.save();
    m_painter.setClipRect(unit(m_layout.stops()).adjusted(0, -frame, 0, frame), Qt::IntersectClip);
    GridFramePainter surface(m_painter, m_theme, m_motion, m_cache);
    const SessionLayout::Range range = m_layout.visible(dirty);
    for (int column = range.firstColumn; column < range.endColumn; ++column) {
        const Place place = stopPlace(column);
        const QRectF box = m_layout.rect(place);
        if (m_layout.progress(column, true).contains(dirty)) {
            surface.stopMark(unit(box), readStopCell(m_context, m_model.trackAt(column)));
            break;
        }
        if (touches(dirty, box))
            surface.stop(
                unit(box), readStopCell(m_context, m_model.trackAt(column)), attention(place));
    }
    m_painter.restore();
    if (touches(dirty, m_layout.rect(stopAllPlace())))
        surface.stopAll(unit(m_layout.rect(stopAllPlace())), readStopAll(m_context.set),
            !m_context.set.isStale(), attention(stopAllPlace()));
}

// Nothing is known yet, but the room is there.
void SessionCanvas::paintSkeleton()
{
    SessionLayout::Input input = m_layout.input();
    const Metrics &m = input.metrics;
    input.scroll = {};
    input.columns = static_cast<int>(m_layout.grid().width() - measure::margin) / m.columnPitch;
    input.rows = static_cast<int>(m_layout.grid().height() - m.gap) / m.rowPitch;
    const SessionLayout empty(input);
    const auto box = [&](Place place, Role role) {
        fillRounded(m_painter, unit(empty.rect(place)), measure::cellRadius, m_theme.color(role));
    };
    for (int column = 0; column < input.columns; ++column) {
        box(headerPlace(column), Role::Raised);
        box(stopPlace(column), Role::Raised);
        for (int row = 0; row < input.rows; ++row)
            box(slotPlace(column, row), Role::Ground);
    }
    for (int row = 0; row < input.rows; ++row)
        box(scenePlace(row), Role::Ground);
    GridFramePainter surface(m_painter, m_theme, m_motion, m_cache);
    surface.scenesTitle(unit(empty.rect(scenesTitlePlace())), 0, {});
    box(stopAllPlace(), Role::Raised);
}

} // namespace clipdeck
