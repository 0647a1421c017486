// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusstrip.h"

#include "core/live/wish.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace clipdeck {

namespace {

constexpr int sideMargin = 8;
constexpr int lamp = 16;
constexpr double figureGap = 12; // around the line between two figures
constexpr double barPitch = 5;
constexpr int trafficFrom = 1000; // px of width: below, the hint needs the room

} // namespace

StatusStrip::StatusStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(theme.metrics().statusHeight);
    setAttribute(Qt::WA_OpaquePaintEvent); // else what is below it is painted, too
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

void StatusStrip::setTraffic(const TrafficHistory &history, int mostPerTick)
{
    if (history.bars() == m_traffic.bars() && mostPerTick == m_mostPerTick)
        return;
    m_traffic = history;
    m_mostPerTick = mostPerTick;
    update();
}

void StatusStrip::setAudit(int compared, int divergences, const QStringList &unknown)
{
    if (std::exchange(m_unknown, unknown) != unknown)
        update();
    const bool begins = m_audited == 0 && compared > 0;
    m_audited = compared;
    if (std::exchange(m_divergences, divergences) != divergences || begins)
        update();
}

QString StatusStrip::wordsAt(double x) const
{
    if (x < m_figuresLeft)
        return text();
    if (x < m_mirrorLeft)
        return tr("Messages to AbletonOSC a tick (100 ms), lately, and the most that a tick may "
                  "have. The line above the bars is that most.");
    if (x < m_divergencesLeft)
        return tr("When Live was last heard. All that is shown is read again and again; what is "
                  "in sight every second or two.");
    if (!m_unknown.isEmpty()) {
        constexpr int most = 5;
        return m_unknown.mid(0, most).join(u'\n');
    }
    return tr("Values in which the mirror differed from Live for no good reason, of %L1 that were "
              "compared with Live since the start. Any but 0 is a fault, and is put right.")
        .arg(m_audited);
}

bool StatusStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), wordsAt(help->pos().x()), this);
        return true;
    }
    return QWidget::event(event);
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

// From the right, as far as the hint leaves them room. Returns where they begin.
double StatusStrip::paintFigures(QPainter &painter, const QRectF &line)
{
    const QFont &font = m_theme.font(Type::Base);
    const QColor color = m_theme.color(Role::Text2);
    double right = line.right();
    const auto word = [&](const QString &text) {
        const double width = textWidth(text, font);
        paintText(painter, QRectF(right - width, line.top(), width + 2, line.height()), text, font,
            color);
        right -= width;
        return right;
    };
    const auto separate = [&] {
        painter.fillRect(QRectF(right - figureGap, 6, 1, height() - 11), m_theme.color(Role::Line));
        right -= 2 * figureGap;
    };
    m_divergencesLeft = right;
    if (m_audited > 0) {
        QString text
            = m_divergences == 1 ? tr("1 divergence") : tr("%1 divergences").arg(m_divergences);
        if (!m_unknown.isEmpty())
            text += tr(", %1 unknown").arg(m_unknown.size());
        m_divergencesLeft = word(text);
        separate();
    }
    m_mirrorLeft = word(m_mirror);
    m_figuresLeft = m_mirrorLeft;
    const bool fits = width() > trafficFrom;
    if (m_mostPerTick <= 0 || m_traffic.bars().empty() || !fits)
        return right;
    separate();
    if (!m_theme.isStill()) {
        const double bars = TrafficHistory::spans * barPitch;
        paintBars(painter, QRectF(right - bars, 0, bars, height()));
        right -= bars + 8;
    }
    m_figuresLeft = word(tr("Traffic %1 of %2 a tick").arg(m_traffic.perTick()).arg(m_mostPerTick));
    return right;
}

void StatusStrip::paintBars(QPainter &painter, const QRectF &box) const
{
    constexpr double top = 6;
    constexpr double foot = 19;
    const std::vector<int> &bars = m_traffic.bars();
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double share = std::min(1.0, static_cast<double>(bars[i]) / m_mostPerTick);
        const double tall = std::max(1.0, std::round(share * (foot - top)));
        const double place = TrafficHistory::spans - static_cast<double>(bars.size() - i);
        painter.fillRect(QRectF(box.left() + place * barPitch, foot - tall, 3, tall),
            m_theme.color(Role::Text3));
    }
    painter.fillRect(QRectF(box.left(), top, box.width() - 2, 1), m_theme.color(Role::Edge));
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Raised));
    painter.fillRect(0, 0, width(), 1, m_theme.color(Role::Line));
    const QRectF line = QRectF(rect()).adjusted(sideMargin, 1, -sideMargin, 0);

    QRectF left = line;
    left.setRight(paintFigures(painter, line) - 2 * figureGap);
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

#include "moc_statusstrip.cpp"
