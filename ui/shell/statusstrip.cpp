// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusstrip.h"

#include "core/live/wish.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QPainter>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int side = 8;
constexpr int lamp = 16;

} // namespace

StatusStrip::StatusStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(theme.metrics().statusHeight);
    m_refusalEnds.setSingleShot(true);
    // A little longer than the lamp on the cell, so that the reason outlasts what drew the eye to it.
    m_refusalEnds.setInterval(static_cast<int>(refusedForMs) + 2000);
    connect(&m_refusalEnds, &QTimer::timeout, this, [this] {
        m_refusal.clear();
        refresh();
    });
}

void StatusStrip::setHint(const QString &hint)
{
    m_hint = hint;
    refresh();
}

void StatusStrip::showRefusal(const QString &reason)
{
    m_refusal = reason;
    m_refusalEnds.start();
    refresh();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void StatusStrip::setMirror(const QString &text)
{
    if (text == m_mirror)
        return;
    m_mirror = text;
    setAccessibleDescription(text);
    update();
}

QString StatusStrip::text() const
{
    return m_refusal.isEmpty() ? m_hint : m_refusal;
}

void StatusStrip::refresh()
{
    setAccessibleName(text());
    update();
}

QSize StatusStrip::sizeHint() const
{
    return {200, m_theme.metrics().statusHeight};
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Raised));
    painter.fillRect(0, 0, width(), 1, m_theme.color(Role::Line));
    const QRectF line = QRectF(rect()).adjusted(side, 1, -side, 0);

    const QFont &rightFont = m_theme.font(Type::Base);
    paintText(painter, line, m_mirror, rightFont, m_theme.color(Role::Text2), TextAlign::Right);
    QRectF left = line.adjusted(0, 0, -textWidth(m_mirror, rightFont) - 24, 0);
    if (!m_refusal.isEmpty()) {
        const QPointF corner(left.left(), left.top() + (left.height() - lamp) / 2);
        fillRounded(painter, QRectF(corner, QSizeF(lamp, lamp)), measure::cellRadius,
            m_theme.color(Role::Warn));
        paintGlyph(painter, Glyph::Fault, corner, lamp, m_theme.color(Role::OnWarn));
        left.setLeft(left.left() + lamp + 8);
    }
    paintElided(painter, left, text(), m_theme.font(Type::Hint), m_theme.color(Role::Text));
}

QString mirrorText(bool hasTracks, bool complete, qint64 replyAgeMs)
{
    if (!hasTracks)
        return StatusStrip::tr("No mirror yet");
    if (!complete)
        return StatusStrip::tr("Reading the set");
    if (replyAgeMs < 60'000)
        return StatusStrip::tr("Mirror %1 s old")
            .arg(std::max<double>(0.0, static_cast<double>(replyAgeMs)) / 1000.0, 0, 'f', 1);
    return StatusStrip::tr("Mirror %1 min old").arg(replyAgeMs / 60'000);
}

} // namespace clipdeck
