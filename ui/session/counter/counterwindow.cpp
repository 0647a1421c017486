// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/counter/counterwindow.h"

#include "ui/session/sessionview.h"
#include "ui/theme/metrics.h"

#include <QCloseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr QSize usualSize{360, 200};
constexpr QSize leastSize{180, 100};

} // namespace

CounterWindow::CounterWindow(const SessionView &view, const Theme &theme, QWidget *parent)
    : QWidget(parent, Qt::Tool | Qt::WindowStaysOnTopHint)
    , m_view(view)
    , m_theme(theme)
{
    setWindowTitle(tr("Counter"));
    setAccessibleName(tr("Counter"));
    setMinimumSize(leastSize);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_ShowWithoutActivating); // keys stay in the grid
    m_ticker.setInterval(measure::countMs);
    connect(&m_ticker, &QTimer::timeout, this, &CounterWindow::tick);
}

QSize CounterWindow::sizeHint() const
{
    return usualSize;
}

void CounterWindow::tick()
{
    Counter now = readCounter(m_view.context(), m_view.state().selection.track());
    if (now == m_counter)
        return;
    m_counter = std::move(now);
    setAccessibleDescription(counterText(m_counter));
    update();
}

void CounterWindow::showEvent(QShowEvent *)
{
    tick();
    m_ticker.start();
}

void CounterWindow::hideEvent(QHideEvent *)
{
    m_ticker.stop();
}

void CounterWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

// Everything grows with the window: name, count, bar, next, from top to bottom.
void CounterWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::TextAntialiasing, true);
    fillBox(painter, rect(), m_theme.color(Role::Void));
    const double margin = std::round(height() / 20.0);
    const QRectF all = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
    const double line = std::round(all.height() * 0.16);
    const double bar = std::max(4.0, std::round(all.height() * 0.03));
    paintName(painter, QRectF(all.topLeft(), QSizeF(all.width(), line)));
    paintNext(painter, QRectF(all.left(), all.bottom() - line, all.width(), line));
    const QRectF middle(all.left(), all.top() + line, all.width(), all.height() - 2 * line);
    paintCount(painter, middle.adjusted(0, 0, 0, -2 * bar));
    paintBar(painter, QRectF(all.left(), middle.bottom() - 2 * bar, all.width(), bar));
}

QFont CounterWindow::scaled(Type type, double height) const
{
    QFont font = m_theme.font(type);
    font.setPixelSize(std::max(9, static_cast<int>(height)));
    return font;
}

void CounterWindow::paintName(QPainter &painter, const QRectF &box)
{
    const double side = std::round(box.height() * 0.7);
    const bool plays = !m_counter.clip.isEmpty();
    const QRectF lamp(box.left(), box.top() + (box.height() - side) / 2, side, side);
    fillRounded(painter, lamp, measure::cellRadius,
        plays ? QColor(m_theme.clip(m_counter.color).lit) : m_theme.color(Role::Ground));
    const QString name
        = plays ? tr("%1: %2").arg(m_counter.track, m_counter.clip) : m_counter.track;
    paintElided(painter, box.adjusted(side * 1.5, 0, 0, 0), name, scaled(Type::Title, side),
        m_theme.color(Role::Text));
}

void CounterWindow::paintCount(QPainter &painter, const QRectF &box)
{
    // As high as there is room, and no wider.
    QFont font = scaled(Type::Count, box.height());
    const double wide = textWidth(m_counter.count, font);
    if (wide > box.width())
        font = scaled(Type::Count, box.height() * box.width() / wide);
    const bool counts = !m_counter.elapsed.isEmpty();
    const Role role = !counts ? Role::Text3 : m_counter.recording ? Role::Rec : Role::Text;
    paintText(painter, box, m_counter.count, font, m_theme.color(role));
    const QFont small = scaled(Type::Micro, std::max(11.0, box.height() * 0.2));
    const double after = textWidth(m_counter.count, font) + box.height() * 0.12;
    const QString unit = !counts ? QString() : m_counter.recording ? tr("recorded") : tr("to go");
    if (after + textWidth(unit, small) < box.width())
        paintText(painter, box.adjusted(after, box.height() * 0.42, 0, 0), unit, small,
            m_theme.color(Role::Text3));
}

void CounterWindow::paintBar(QPainter &painter, const QRectF &box)
{
    fillBox(painter, box, m_theme.color(Role::Ground));
    if (m_counter.part > 0 && !m_theme.isStill())
        fillBox(painter,
            QRectF(box.topLeft(), QSizeF(std::round(box.width() * m_counter.part), box.height())),
            m_theme.color(Role::Play));
}

void CounterWindow::paintNext(QPainter &painter, const QRectF &box)
{
    const QFont font = scaled(Type::Strong, std::round(box.height() * 0.6));
    if (m_counter.next.isEmpty()) {
        paintElided(painter, box, tr("Nothing is queued"), font, m_theme.color(Role::Text3));
        return;
    }
    const double wide = textWidth(m_counter.nextIn, font);
    paintText(painter, box, m_counter.nextIn, font, m_theme.color(Role::Text), TextAlign::Right);
    paintElided(painter, box.adjusted(0, 0, -wide - box.height() * 0.4, 0), m_counter.next, font,
        m_theme.color(Role::Text2));
}

} // namespace clipdeck

#include "moc_counterwindow.cpp"
