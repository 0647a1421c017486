// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/paint/cellpainter.h"

#include "ui/session/paint/lamppainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr double textLeft = 6; // from the body's edge
constexpr double countRight = 5;
constexpr double nameRight = 4;
constexpr int footCompact = 3;
constexpr int footComfortable = 4;
constexpr double footTrack = 0.28; // of ink over the fill
constexpr int deactivatedEdge = 3;

} // namespace

void CellPainter::paintUnder(const QRectF &box, Attention attention, bool recording)
{
    const QColor inside = color(Role::Void);
    if (recording)
        fillRing(m_painter, box, measure::frame, color(Role::Rec), inside);
    if (attention.hovered && !attention.selected && !attention.focused && !recording)
        fillRing(m_painter, box, 1, color(Role::Text2), inside);
    if (attention.selected && !attention.focused)
        fillRing(m_painter, box, measure::frame, color(Role::Select), inside);
    if (attention.focused)
        fillRing(m_painter, box, measure::frame, color(Role::Own), inside);
}

void CellPainter::paintOver(const QRectF &box, Attention attention, bool pending)
{
    if (attention.focused && attention.selected) {
        strokeRounded(m_painter, box, 2, color(Role::Void), 1);
        strokeRounded(m_painter, box.adjusted(1, 1, -1, -1), 1, color(Role::Select), 1);
    }
    constexpr int out = measure::frame;
    if (pending)
        dashFrame(m_painter, box.adjusted(-out, -out, out, out), out, color(Role::Own), {5, 3});
}

void CellPainter::text(
    const QRectF &box, const QString &text, Type type, const QColor &color, TextAlign align)
{
    m_cache.texts.paint(m_painter, m_theme, box, text, type, color, align);
}

void CellPainter::paint(const QRectF &box, const Cell &cell, Attention attention, bool withGhost)
{
    if (isAtRest(cell, attention)) {
        paintAtRest(box, cell);
        return;
    }
    Attention frames = attention;
    frames.hovered = attention.hovered && !withGhost;
    const SlotState state = cell.reading.state;
    const bool stale = cell.reading.overlay == SlotOverlay::Stale;
    paintUnder(box, frames, state == SlotState::Recording && !stale);
    paintParts(box, cell, attention);
    if (cell.hasClip)
        paintNames(box.adjusted(box.height() + 1, 0, 0, 0), cell);
    paintOver(box, frames, cell.reading.overlay == SlotOverlay::Pending && !withGhost);
}

bool CellPainter::isAtRest(const Cell &cell, Attention attention) const
{
    const SlotState state = cell.reading.state;
    return !attention.any() && cell.reading.overlay == SlotOverlay::None && cell.count.isEmpty()
        && (state == SlotState::Stopped || state == SlotState::Deactivated
            || (isEmptyState(state) && state != SlotState::QueuedToRecord));
}

// Most cells rest most of the time: they are kept as pictures.
void CellPainter::paintAtRest(const QRectF &box, const Cell &cell)
{
    const double ratio = deviceScale(m_painter);
    const RestKey key{cell.name, m_theme.metrics().secondLine ? cell.length : QString(),
        cell.hasClip ? cell.color : -1, cell.reading.state, m_fullColor,
        (box.size() * ratio).toSize()};
    const QPixmap picture = kept(m_cache.rests, key, box.size(), ratio, color(Role::Void),
        [&](QPainter &painter, const QRectF &all) {
            CellPainter inside(painter, m_theme, m_motion, m_cache, m_fullColor);
            inside.paintParts(all, cell, {});
            if (cell.hasClip)
                inside.paintNames(all.adjusted(all.height() + 1, 0, 0, 0), cell);
        });
    m_painter.drawPixmap(box.topLeft(), picture);
}

void CellPainter::paintLampOf(const QRectF &box, const Cell &cell, Attention attention)
{
    const LampLook lamp = Lamps(m_theme, m_motion).of(cell, attention);
    if (isEmptyState(cell.reading.state))
        paintEmpty(box, cell, lamp);
    else
        paintLamp(m_painter, m_cache, lampOf(box), lamp);
}

void CellPainter::paintParts(const QRectF &box, const Cell &cell, Attention attention)
{
    const LampLook lamp = Lamps(m_theme, m_motion).of(cell, attention);
    if (isEmptyState(cell.reading.state)) {
        paintEmpty(box, cell, lamp);
        return;
    }
    const QRectF body = box.adjusted(box.height() + 1, 0, 0, 0);
    paintLamp(m_painter, m_cache, lampOf(box), lamp);
    if (isGroupState(cell.reading.state))
        paintChips(body, cell);
    else
        paintBody(body, cell);
}

void CellPainter::paintEmpty(const QRectF &box, const Cell &cell, const LampLook &lamp)
{
    const QColor ground = color(Role::Ground);
    fillRounded(m_painter, box, measure::cellRadius, ground);
    const QRectF square = lampOf(box);
    if (lamp.ground == ground && !lamp.ring.isValid())
        paintGlyph(m_painter, lamp.glyph, square.topLeft(), square.width(), lamp.color);
    else
        paintLamp(m_painter, m_cache, square, lamp);
    text(box.adjusted(0, 0, -countRight, 0), cell.count, Type::ClipCount, color(Role::Text2),
        TextAlign::Right);
}

QRgb CellPainter::fillOf(const Cell &cell) const
{
    const ClipColors &c = m_theme.clip(cell.color);
    const SlotState state = cell.reading.state;
    if (cell.reading.overlay == SlotOverlay::Stale) // not to be trusted: nothing of it is lit
        return c.stale;
    QRgb fill = c.sunk;
    if (isSounding(state) || (m_fullColor && state == SlotState::Stopped))
        fill = c.lit;
    else if (state == SlotState::Queued)
        fill = c.half;
    else if (state == SlotState::Deactivated)
        fill = m_theme.rgb(Role::Ground);
    return fill;
}

QColor CellPainter::inkOf(const Cell &cell) const
{
    const SlotState state = cell.reading.state;
    if (cell.reading.overlay == SlotOverlay::Stale)
        return color(Role::Text2);
    if (isSounding(state) || (m_fullColor && state == SlotState::Stopped))
        return QColor(m_theme.clip(cell.color).litInk);
    if (state == SlotState::Queued)
        return QColor(m_theme.clip(cell.color).halfInk);
    return color(state == SlotState::Deactivated ? Role::Text3 : Role::Text);
}

/// How far a clip has come that does not loop, unless nothing is to move.
bool CellPainter::hasFoot(const Cell &cell) const
{
    return cell.reading.state == SlotState::Playing && !cell.looping && !m_motion.isStill();
}

void CellPainter::paintBody(const QRectF &body, const Cell &cell)
{
    const SlotState state = cell.reading.state;
    const QRgb fill = fillOf(cell);
    fillRounded(m_painter, body, measure::cellRadius, QColor(fill), Corners::Right);
    const bool stale = cell.reading.overlay == SlotOverlay::Stale;
    if (stale)
        hatch(m_painter, body, QColor(m_theme.clip(cell.color).staleHatch));
    if (state == SlotState::Deactivated && !stale) {
        const QRectF edge(body.topLeft(), QSizeF(deactivatedEdge, body.height()));
        fillBox(m_painter, edge, QColor(m_theme.clip(cell.color).lit));
    }
    if (m_fullColor && isSounding(state) && !stale)
        strokeRounded(m_painter, body, measure::cellRadius, color(Role::Text), 1);
    if (hasFoot(cell) && !stale)
        paintFoot(body, cell, fill, inkOf(cell).rgb());
}

void CellPainter::paintNames(const QRectF &whole, const Cell &cell)
{
    const double lift = !hasFoot(cell) ? 0 : isBig(whole) ? 4 : 2;
    const QRectF body = whole.adjusted(0, 0, 0, -lift);
    const QColor ink = inkOf(cell);
    double countWidth = 0;
    if (!cell.count.isEmpty()) {
        text(body.adjusted(0, 0, -countRight, 0), cell.count, Type::ClipCount, ink,
            TextAlign::Right);
        countWidth = m_cache.texts.width(m_theme, cell.count, Type::ClipCount) + countRight;
    }
    const double width = body.width() - textLeft - nameRight - countWidth;
    const bool twoLines = m_theme.metrics().secondLine && !cell.length.isEmpty();
    QRectF line(body.left() + textLeft, body.top(), width, body.height());
    if (twoLines)
        line = QRectF(line.left(), body.top() + std::floor(body.height() / 2) - 15, width, 17);
    if (cell.reading.overlay == SlotOverlay::Stale) {
        // Names never lie on the hatch.
        double covered = m_cache.texts.widthIn(width, m_theme, cell.name, Type::Clip);
        if (twoLines)
            covered = std::max(
                covered, m_cache.texts.widthIn(width, m_theme, cell.length, Type::Micro));
        const QRectF patch(line.left() - 2, body.top() + 3, covered + 4, body.height() - 6);
        fillBox(m_painter, patch, QColor(fillOf(cell)));
    }
    text(line, cell.name, Type::Clip, ink);
    if (twoLines)
        text(QRectF(line.left(), line.top() + 16, width, 13), cell.length, Type::Micro, ink);
}

void CellPainter::paintFoot(const QRectF &body, const Cell &cell, QRgb fill, QRgb ink)
{
    const int height = isBig(body) ? footComfortable : footCompact;
    const QRectF track(body.left(), body.bottom() - height, body.width(), height);
    fillBox(m_painter, track, QColor(mixColors(fill, ink, footTrack)));
    fillBox(m_painter,
        QRectF(track.topLeft(), QSizeF(std::round(track.width() * cell.part), height)),
        QColor(ink));
}

void CellPainter::paintChips(const QRectF &body, const Cell &cell)
{
    fillRounded(m_painter, body, measure::cellRadius, color(Role::Ground), Corners::Right);
    const int count = static_cast<int>(cell.chips.size());
    if (count == 0)
        return;
    const bool stale = cell.reading.overlay == SlotOverlay::Stale;
    const double inner = body.width() - 8;
    const double gap = count > 12 ? 1 : 2; // a crowd gives up its gaps before its chips
    const double width = std::max(1.0, std::floor((inner - gap * (count - 1)) / count));
    const double height = body.height() - (isBig(body) ? 18 : 10);
    const double top = body.top() + std::floor((body.height() - height) / 2);
    for (int i = 0; i < count; ++i) {
        const Chip &chip = cell.chips[static_cast<std::size_t>(i)];
        const QRectF box(body.left() + 4 + i * (width + gap), top, width, height);
        if (box.right() > body.right() - 2)
            break;
        if (chip.hasClip) {
            paintChip(box, chip, stale);
        } else {
            const bool waits = chip.state == SlotState::QueuedToRecord;
            fillBox(m_painter, QRectF(box.left(), top + std::floor(height / 2) - 1, width, 1),
                color(waits ? Role::Rec : Role::Line));
        }
    }
}

// What sounds is lit and stands on a foot; what waits has a thin one.
void CellPainter::paintChip(const QRectF &box, const Chip &chip, bool stale)
{
    const ClipColors &c = m_theme.clip(chip.color);
    const bool sounds = isSounding(chip.state);
    const bool waits = chip.state == SlotState::Queued;
    fillBox(m_painter, box, QColor(stale ? c.stale : sounds ? c.lit : waits ? c.half : c.sunk));
    if (stale)
        hatch(m_painter, box, QColor(c.staleHatch));
    Role foot = Role::Play;
    if (chip.state == SlotState::Recording)
        foot = Role::Rec;
    else if (chip.state == SlotState::QueuedToStop)
        foot = Role::Text;
    if (sounds || waits)
        fillBox(m_painter, QRectF(box.left(), box.bottom() + 1, box.width(), sounds ? 2 : 1),
            color(foot));
}

} // namespace clipdeck
