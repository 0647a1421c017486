// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mixer/strippainter.h"

#include "core/live/levels.h"
#include "ui/mixer/levelgrip.h"
#include "ui/theme/glyphs.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr double grooveWidth = 4.0;
constexpr double grooveOver = 5.0; // beyond the throw
constexpr double rowLabel = 14.0; // height of the line above a groove
constexpr double letterWidth = 12.0; // where there is one line for both
constexpr double longTick = 8.0;
constexpr double shortTick = 5.0;

// +6, 0, −6, −12, −18 dB, and two marks in the curve below.
constexpr std::array ticks{1.0, 0.85, 0.7, 0.55, 0.4, 0.2, 0.0};

QString unknown()
{
    return QStringLiteral("–");
}

/// Short, for the line above the groove: whole decibels.
QString shortText(StripPart part, std::optional<double> value)
{
    if (!value)
        return unknown();
    return part.control == StripControl::Pan ? panText(*value)
                                             : decibelsText(decibelsOfSend(*value), 0);
}

} // namespace

StripPainter::StripPainter(
    QPainter &painter, const Theme &theme, const MixerLayout &layout, TextCache &texts)
    : m_painter(painter)
    , m_theme(theme)
    , m_layout(layout)
    , m_texts(texts)
{
}

void StripPainter::strip(int column, const StripReading &reading, const StripAttention &attention)
{
    fillRounded(
        m_painter, m_layout.strip(column), measure::cellRadius, m_theme.color(Role::Raised));
    const bool dim = reading.mute.on || reading.isStale;
    for (const StripPart &part : m_layout.parts(column)) {
        if (part.isSwitch())
            button(part, reading, attention);
        else if (part.control != StripControl::Volume)
            leftRow(part, reading);
    }
    field(m_layout.box({StripControl::Value, column}), reading);
    fader(column, reading.volume, dim ? Role::Text3 : Role::Text);
    if (attention.focus.isValid()) {
        const QRectF box = m_layout.box(attention.focus).adjusted(-2, -2, 2, 2);
        strokeRounded(m_painter, box, measure::controlRadius + 2, m_theme.color(Role::Own), 2);
    }
}

void StripPainter::label(const QRectF &box, const QString &text, Role role, TextAlign align)
{
    m_texts.paint(m_painter, m_theme, box, text, Type::Micro, m_theme.color(role), align);
}

void StripPainter::leftRow(StripPart part, const StripReading &reading)
{
    const QRectF row = m_layout.box(part);
    if (part.control == StripControl::MoreSends) {
        const MixerLayout::Input &in = m_layout.input();
        const QString range = QStringLiteral("%1–%2 / %3")
                                  .arg(sendLetter(in.firstSend), sendLetter(m_layout.endSend() - 1),
                                      sendLetter(in.sends - 1));
        label(QRectF(row.topLeft(), QSizeF(row.width(), rowLabel)), range, Role::Text2,
            TextAlign::Left);
        return;
    }
    const LevelReading level = levelOf(reading, part);
    const bool isPan = part.control == StripControl::Pan;
    const QString name
        = isPan ? QCoreApplication::translate("MixerView", "Pan") : sendLetter(part.send);
    const bool dim = reading.mute.on || reading.isStale;
    const Role value = level.isRefused ? Role::Warn : reading.isStale ? Role::Text3 : Role::Text2;
    if (!m_layout.isTall()) {
        label(QRectF(row.topLeft(), QSizeF(letterWidth, rowLabel)), name.left(1), Role::Text3,
            TextAlign::Left);
        sideways(row.adjusted(letterWidth, 0, 0, 0), part, level, dim);
        return;
    }
    const QRectF line(row.topLeft(), QSizeF(row.width(), rowLabel));
    if (m_layout.isWide(part.column)) {
        label(line, name, Role::Text3, TextAlign::Left);
        label(line, shortText(part, level.live), value, TextAlign::Right);
    } else {
        label(line, name.left(1), Role::Text3, TextAlign::Left);
    }
    sideways(row.adjusted(0, rowLabel, 0, 0), part, level, dim);
}

// A groove with a needle where Live is, and one in our own colour where the hand is.
void StripPainter::sideways(const QRectF &box, StripPart part, const LevelReading &level, bool dim)
{
    const double top = box.top() + 5;
    fillBox(
        m_painter, QRectF(box.left(), top, box.width(), grooveWidth), m_theme.color(Role::Void));
    const LevelRange range = rangeOf(part.control);
    const auto x = [&](double value) {
        const double share = (value - range.minimum) / (range.maximum - range.minimum);
        return box.left() + std::round(std::clamp(share, 0.0, 1.0) * (box.width() - 1));
    };
    const auto span = [&](double from, double to, Role role) {
        const double left = std::min(from, to);
        fillBox(m_painter, QRectF(left, top, std::max(1.0, std::abs(to - from)), grooveWidth),
            m_theme.color(role));
    };
    const auto needle = [&](double at, Role role) {
        const double left = std::clamp(at - 1, box.left(), box.right() - 3);
        fillBox(m_painter, QRectF(left, top - 4, 3, 12), m_theme.color(role));
    };
    const bool isPan = part.control == StripControl::Pan;
    const double zero = isPan ? x(0.0) : box.left();
    if (level.live)
        span(zero, x(*level.live), dim ? Role::Text3 : Role::Text2);
    if (isPan)
        fillBox(m_painter, QRectF(zero, top - 3, 1, 10), m_theme.color(Role::Edge));
    if (level.live && level.wish)
        span(x(*level.live), x(*level.wish), Role::Own);
    if (level.live)
        needle(x(*level.live), dim ? Role::Text3 : level.wish ? Role::Text2 : Role::Text);
    if (level.wish)
        needle(x(*level.wish), Role::Own);
}

void StripPainter::field(const QRectF &box, const StripReading &reading)
{
    const LevelReading &volume = reading.volume;
    fillRounded(m_painter, box, measure::cellRadius, m_theme.color(Role::Field));
    // Tenths run too fast to be read, and the mark has their place.
    const int decimals = reading.fade ? 0 : 1;
    const QString text
        = volume.live ? decibelsText(decibelsOfVolume(*volume.live), decimals) : unknown();
    if (reading.fade)
        fadeMark(box, reading.fade->isOut);
    const bool sure = volume.live && !reading.isStale;
    const Role role = volume.isRefused ? Role::Warn : sure ? Role::Text : Role::Text3;
    m_texts.paint(m_painter, m_theme, box.adjusted(2, 0, -4, 0), text, Type::Base,
        m_theme.color(role), TextAlign::Right);
    if (volume.wish)
        fillBox(
            m_painter, QRectF(box.left(), box.bottom(), box.width(), 2), m_theme.color(Role::Own));
}

// A wedge that falls or rises, as a fade is drawn in a clip.
void StripPainter::fadeMark(const QRectF &field, bool isOut)
{
    constexpr double width = 10.0;
    constexpr double height = 8.0;
    const QPointF foot(field.left() + 3, std::round(field.center().y() + height / 2));
    const QPointF end = foot + QPointF(width, 0);
    const QPointF top = (isOut ? foot : end) - QPointF(0, height);
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.color(Role::Own));
    m_painter.drawPolygon(QPolygonF{foot, end, top});
    m_painter.restore();
}

QRectF StripPainter::thumbBox(const MixerLayout::Throw &way, double position) const
{
    const QSizeF size = m_theme.metrics().mixerThumb;
    return {QPointF(way.center - size.width() / 2, way.at(position) - size.height() / 2), size};
}

void StripPainter::thumb(const QRectF &box, Role role)
{
    fillRounded(m_painter, box, measure::cellRadius, m_theme.color(role));
    fillBox(m_painter, QRectF(box.left() + 2, box.center().y() - 1, box.width() - 4, 2),
        m_theme.color(Role::Void));
}

void StripPainter::fader(int column, const LevelReading &volume, Role role)
{
    const MixerLayout::Throw way = m_layout.throwOf(column);
    const double left = way.center - 14;
    for (double tick : ticks) {
        const bool isLong = tick == unityVolume;
        fillBox(m_painter,
            QRectF(isLong ? left : left + 3, way.at(tick), isLong ? longTick : shortTick, 1),
            m_theme.color(Role::Edge));
    }
    fillBox(m_painter,
        QRectF(way.center - grooveWidth / 2, way.top - grooveOver, grooveWidth,
            way.length() + 2 * grooveOver),
        m_theme.color(Role::Void));
    if (!volume.wish) {
        if (volume.live)
            thumb(thumbBox(way, *volume.live), role);
        return;
    }
    if (volume.live) {
        const double from = way.at(*volume.live);
        const double to = way.at(*volume.wish);
        fillBox(m_painter,
            QRectF(
                way.center - grooveWidth / 2, std::min(from, to), grooveWidth, std::abs(to - from)),
            m_theme.color(Role::Own));
        const QRectF hollow = thumbBox(way, *volume.live);
        fillRounded(m_painter, hollow, measure::cellRadius, m_theme.color(Role::Raised));
        strokeRounded(m_painter, hollow, measure::cellRadius, m_theme.color(Role::Text2), 2);
    }
    const QRectF own = thumbBox(way, *volume.wish);
    if (volume.isHeld) {
        thumb(own, Role::Own);
        return;
    }
    fillRounded(m_painter, own, measure::cellRadius, m_theme.color(Role::Raised));
    dashFrame(m_painter, own, 2, m_theme.color(Role::Own), {3, 2});
}

void StripPainter::button(
    StripPart part, const StripReading &reading, const StripAttention &attention)
{
    const SwitchReading &state = switchOf(reading, part.control);
    if (!state.has)
        return;
    struct Look {
        const char *letter;
        Role on;
        Role ink;
    };
    const Look look = part.control == StripControl::Mute ? Look{"M", Role::Mute, Role::OnMute}
        : part.control == StripControl::Solo             ? Look{"S", Role::Solo, Role::OnSolo}
                                                         : Look{"", Role::Rec, Role::OnRec};
    const QRectF box = m_layout.box(part);
    const Role rest = attention.pressed == part ? Role::Line
        : attention.hover == part               ? Role::Hover
                                                : Role::Control;
    const bool lit = state.on && !reading.isStale;
    const Role ground = state.isRefused ? Role::Warn : lit ? look.on : state.on ? Role::Line : rest;
    fillRounded(m_painter, box, measure::controlRadius, m_theme.color(ground));
    const QColor ink = m_theme.color(state.isRefused ? Role::OnWarn
            : lit                                    ? look.ink
            : reading.isStale                        ? Role::Text3
                                                     : Role::Text2);
    const QPointF corner(std::floor(box.center().x() - 8), std::floor(box.center().y() - 8));
    if (state.isRefused)
        paintGlyph(m_painter, Glyph::Fault, corner, 16, ink);
    else if (part.control == StripControl::Arm && reading.isInputOff)
        inputOff(box, ink);
    else if (part.control == StripControl::Arm)
        paintGlyph(m_painter, Glyph::Record, corner, 16, ink);
    else
        m_texts.paint(m_painter, m_theme, box, QString::fromLatin1(look.letter),
            state.on ? Type::Strong : Type::Base, ink, TextAlign::Center);
    if (state.isPending)
        fillBox(m_painter, QRectF(box.left() + 3, box.bottom() - 4, box.width() - 6, 2),
            m_theme.color(Role::Own));
}

void StripPainter::unreachable()
{
    const QRectF box = m_layout.unreachable();
    if (box.width() < 8)
        return;
    fillRounded(m_painter, box, measure::cellRadius, m_theme.color(Role::Ground));
    const QRectF text = box.adjusted(8, 6, -8, -6);
    if (text.width() < 90)
        return;
    const double width = std::min(text.width(), 240.0);
    m_texts.paint(m_painter, m_theme, QRectF(text.left(), text.top(), width, 16),
        QCoreApplication::translate("MixerView", "Returns and main"), Type::Strong,
        m_theme.color(Role::Text3));
    m_painter.setFont(m_theme.font(Type::Hint));
    m_painter.setPen(m_theme.color(Role::Text3));
    m_painter.drawText(QRectF(text.left(), text.top() + 20, width, text.height() - 20),
        Qt::TextWordWrap,
        QCoreApplication::translate(
            "MixerView", "AbletonOSC has no addresses for them, so they stay in Live."));
}

} // namespace clipdeck
