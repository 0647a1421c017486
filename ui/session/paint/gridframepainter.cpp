// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/paint/gridframepainter.h"

#include "ui/session/paint/lamppainter.h"
#include "ui/theme/icons.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr double colorBar = 4; // above a header
constexpr double sceneBar = 3; // beside a scene's lamp
constexpr double leastNumberWidth = 18;
constexpr double textRight = 7;

/// The words' context for translators.
class SessionSurface {
    Q_DECLARE_TR_FUNCTIONS(SessionSurface)
};

} // namespace

double sceneNumberWidth(const Theme &theme, int scenes)
{
    const QString widest(QString::number(scenes).size(), QLatin1Char('0')); // figures are tabular
    return std::max(leastNumberWidth, std::ceil(textWidth(widest, theme.font(Type::Base))) + 1);
}

GridFramePainter::GridFramePainter(
    QPainter &painter, const Theme &theme, Motion motion, PaintCache &cache)
    : m_painter(painter)
    , m_theme(theme)
    , m_motion(motion)
    , m_lamps(theme, motion)
    , m_cache(cache)
    , m_cells(painter, theme, motion, cache)
{
}

void GridFramePainter::text(
    const QRectF &box, const QString &text, Type type, Role role, TextAlign align)
{
    m_cache.texts.paint(m_painter, m_theme, box, text, type, color(role), align);
}

void GridFramePainter::header(const QRectF &box, const HeaderCell &look, Attention attention)
{
    Attention frames = attention;
    frames.selected = false; // told by ground and foot
    m_cells.paintUnder(box, frames);
    const double scale = deviceScale(m_painter);
    const HeaderKey key{look, attention.selected, (box.size() * scale).toSize()};
    const QPixmap picture = kept(m_cache.headers, key, box.size(), scale, color(Role::Void),
        [&](QPainter &painter, const QRectF &all) {
            GridFramePainter(painter, m_theme, m_motion, m_cache)
                .paintHeader(all, look, attention.selected);
        });
    m_painter.drawPixmap(box.topLeft(), picture);
}

void GridFramePainter::paintHeader(const QRectF &box, const HeaderCell &look, bool selected)
{
    const Role ground = selected ? Role::Control : Role::Raised;
    fillRounded(m_painter, box, measure::cellRadius, color(ground));
    fillBox(
        m_painter, QRectF(box.left(), box.top(), box.width(), colorBar), QColor(QRgb(look.color)));

    const double spare
        = std::floor((box.height() - m_theme.metrics().of(Density::Compact).headerHeight) / 2);
    const double top = box.top() + 5 + spare;
    double left = box.left() + 6;
    if (look.kind == TrackKind::Group) {
        const Icon icon = look.folded ? Icon::FoldShut : Icon::FoldOpen;
        const QColor ink = color(look.foldWished ? Role::Own : Role::Text);
        paintIcon(m_painter, icon, QRectF(box.left() + 3, top + 1, 14, 14), ink);
        left = box.left() + 20;
    }
    text(QRectF(left, top, box.right() - 4 - left, 17), look.name, Type::Strong, Role::Text);
    headerDetails(QRectF(box.left(), top + 16, box.width(), 14), look);
    if (selected)
        fillBox(
            m_painter, QRectF(box.left(), box.bottom() - 2, box.width(), 2), color(Role::Select));
}

void GridFramePainter::headerDetails(const QRectF &line, const HeaderCell &look)
{
    const QString number = QString::number(look.number);
    text(line.adjusted(6, 0, 0, 0), number, Type::Micro, Role::Text3);
    const double after
        = line.left() + std::max(22.0, 6 + m_cache.texts.width(m_theme, number, Type::Micro) + 5);
    if (look.kind == TrackKind::Group) {
        const QString tracks = look.children == 1
            ? SessionSurface::tr("1 track")
            : SessionSurface::tr("%1 tracks").arg(look.children);
        text(QRectF(after - 2, line.top(), line.right() - 4 - after, line.height()), tracks,
            Type::Micro, Role::Text3);
    } else {
        const Icon icon = look.kind == TrackKind::Midi ? Icon::Midi : Icon::Audio;
        paintIcon(
            m_painter, icon, QRectF(std::round(after), line.top() + 1, 16, 16), color(Role::Text3));
    }
    // From the right: the sign of the Arrangement, the disc of an armed track, and the word for it where there is room.
    double right = line.right() - 3;
    if (look.playsArrangement) {
        paintIcon(m_painter, Icon::Arrangement, QRectF(right - 16, line.top() + 1, 14, 14),
            color(Role::Text3));
        right -= 18;
    }
    if (look.armed) {
        paintGlyph(m_painter, Glyph::Record, {right - 16, line.top() - 1}, 16,
            color(look.isStale ? Role::Text3 : Role::Rec));
        right -= 17;
        const QString word = SessionSurface::tr("armed");
        if (right - m_cache.texts.width(m_theme, word, Type::Micro) > after + 18)
            text(QRectF(after, line.top(), right - after, line.height()), word, Type::Micro,
                look.isStale ? Role::Text3 : Role::Text2, TextAlign::Right);
    }
}

void GridFramePainter::scenesTitle(const QRectF &box, int count, Attention attention)
{
    m_cells.paintUnder(box, attention);
    fillRounded(m_painter, box, measure::cellRadius, color(Role::Raised));
    const double left = box.left() + m_theme.metrics().lamp + 34;
    const double spare
        = std::floor((box.height() - m_theme.metrics().of(Density::Compact).headerHeight) / 2);
    const double top = box.top() + 5 + spare;
    text(QRectF(left, top, box.right() - left, 17), SessionSurface::tr("Scenes"), Type::Strong,
        Role::Text);
    if (count == 0)
        return;
    text(QRectF(left, top, box.right() - textRight - 1 - left, 17), QString::number(count),
        Type::Base, Role::Text3, TextAlign::Right);
    // What the set has beside these columns: said here, not left out.
    const QRectF line(left, top + 16, box.right() - left - textRight, 14);
    paintIcon(
        m_painter, Icon::Lock, QRectF(box.left() + 6, line.top() - 8, 16, 16), color(Role::Text3));
    text(line, SessionSurface::tr("Returns, Main out of reach"), Type::Micro, Role::Text3);
}

void GridFramePainter::scene(const QRectF &box, const SceneCell &look, Attention attention)
{
    m_cells.paintUnder(box, attention);
    const bool rests = !look.queued && !look.isCurrent && look.overlay == SlotOverlay::None
        && !attention.pressed;
    if (rests) {
        const double scale = deviceScale(m_painter);
        const SceneKey key{
            look, attention.selected, attention.hovered, (box.size() * scale).toSize()};
        const QPixmap picture = kept(m_cache.scenes, key, box.size(), scale, color(Role::Void),
            [&](QPainter &painter, const QRectF &all) {
                GridFramePainter(painter, m_theme, m_motion, m_cache)
                    .paintScene(all, look, attention);
            });
        m_painter.drawPixmap(box.topLeft(), picture);
    } else {
        paintScene(box, look, attention);
    }
    m_cells.paintOver(box, attention, look.overlay == SlotOverlay::Pending);
}

void GridFramePainter::paintScene(const QRectF &box, const SceneCell &look, Attention attention)
{
    fillRounded(m_painter, box, measure::cellRadius,
        color(attention.selected ? Role::Control : Role::Raised));
    const double side = box.height();
    paintLamp(m_painter, m_cache, lampOf(box), m_lamps.of(look, attention));
    if (look.color) {
        fillBox(m_painter, QRectF(box.left() + side + 1, box.top(), sceneBar, side),
            QColor(QRgb(*look.color)));
    }
    const double left = box.left() + side + 8;
    const double numberWidth = sceneNumberWidth(m_theme, look.count);
    text(QRectF(left, box.top(), numberWidth, side), QString::number(look.number), Type::Base,
        Role::Text3, TextAlign::Right);
    double right = box.right() - textRight;
    const auto own = [&](const QString &value) {
        text(QRectF(left, box.top(), right - left, side), value, Type::Base, Role::Text2,
            TextAlign::Right);
        right -= m_cache.texts.width(m_theme, value, Type::Base) + 6;
    };
    if (look.tempo)
        own(QString::number(*look.tempo, 'f', 2));
    if (look.signature)
        own(QStringLiteral("%1/%2")
                .arg(look.signature->numerator)
                .arg(look.signature->denominator));
    const double name = left + numberWidth + 8;
    const Type type = look.tempo || attention.selected ? Type::Strong : Type::Base;
    const bool stale = look.overlay == SlotOverlay::Stale;
    text(QRectF(name, box.top(), right - name, side), look.name, type,
        stale ? Role::Text2 : Role::Text);
}

void GridFramePainter::sceneLamp(const QRectF &box, const SceneCell &look, Attention attention)
{
    fillRounded(m_painter, lampOf(box), measure::cellRadius,
        color(attention.selected ? Role::Control : Role::Raised), Corners::Left);
    paintLamp(m_painter, m_cache, lampOf(box), m_lamps.of(look, attention));
}

void GridFramePainter::stopProgress(const QRectF &box, const StopCell &cell)
{
    const double left = box.left() + box.height();
    text(QRectF(left + 4, box.top(), box.right() - 6 - left - 4, box.height()), cell.text,
        Type::Base, Role::Text2, TextAlign::Right);
    paintMark(box, cell);
}

void GridFramePainter::stopMark(const QRectF &box, const StopCell &cell)
{
    fillBox(m_painter, box.adjusted(2, 0, -2, 0), color(Role::Raised));
    paintMark(box, cell);
}

void GridFramePainter::paintMark(const QRectF &box, const StopCell &cell)
{
    const double left = box.left() + box.height();
    const double middle = box.top() + box.height() / 2;
    if (m_motion.isStill() && cell.progress != StopCell::Progress::Recording)
        return; // the figures beside it say as much
    switch (cell.progress) {
    case StopCell::Progress::None:
        break;
    case StopCell::Progress::Loop:
        paintPie(m_painter, {left + 13, middle}, 5, color(Role::Text3), 1.25, color(Role::Text2),
            cell.part);
        break;
    case StopCell::Progress::OneShot:
        fillBox(m_painter, QRectF(left + 8, middle - 1, 30, 3), color(Role::Line));
        fillBox(m_painter, QRectF(left + 8, middle - 1, std::round(30 * cell.part), 3),
            color(Role::Text2));
        break;
    case StopCell::Progress::Recording:
        paintGlyph(m_painter, Glyph::Record, {left + 5, middle - 8}, 16, color(Role::Rec));
        break;
    }
}

void GridFramePainter::stop(const QRectF &box, const StopCell &cell, Attention attention)
{
    attention.selected = false;
    m_cells.paintUnder(box, attention);
    fillRounded(m_painter, box, measure::cellRadius, color(Role::Raised));
    paintLamp(m_painter, m_cache, lampOf(box), m_lamps.of(cell, attention));
    stopProgress(box, cell);
}

void GridFramePainter::stopAll(
    const QRectF &box, const StopCell &cell, bool live, Attention attention)
{
    m_cells.paintUnder(box, attention);
    fillRounded(m_painter, box, measure::cellRadius, color(Role::Raised));
    paintLamp(m_painter, m_cache, lampOf(box), m_lamps.of(cell, attention));
    text(box.adjusted(m_theme.metrics().lamp + 34, 0, 0, 0), SessionSurface::tr("Stop all clips"),
        Type::Base, live ? Role::Text : Role::Text3);
}

} // namespace clipdeck
