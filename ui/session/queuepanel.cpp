// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/queuepanel.h"

#include "ui/theme/glyphs.h"
#include "ui/theme/icons.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int frameMs = 33; // the count changes a few times a second
constexpr int margin = 8;
constexpr int listTop = 58;
constexpr int buttonWidth = 58;
constexpr int whoWidth = 62;
constexpr int crossWidth = 24;

QString rowName(const QueuedChange &change)
{
    switch (change.kind) {
    case QueuedChange::Kind::Stop:
        return QueuePanel::tr("%1 stops").arg(change.who);
    case QueuedChange::Kind::Record:
        return QueuePanel::tr("%1 records").arg(change.who);
    case QueuedChange::Kind::Play:
        break;
    }
    return QueuePanel::tr("%1 plays %2").arg(change.who, change.what);
}

} // namespace

QueuePanel::QueuePanel(LiveSet &set, const SongClock &clock, std::function<qint64()> now,
    const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_set(set)
    , m_clock(clock)
    , m_now(std::move(now))
    , m_theme(theme)
    , m_cancelAll(new QToolButton(this))
{
    setAccessibleName(tr("Next change"));
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    m_cancelAll->setText(tr("Cancel all"));
    m_cancelAll->setAccessibleName(tr("Cancel all that is queued"));
    m_cancelAll->setToolTip(tr("Nothing that waits begins or stops."));
    m_cancelAll->setStatusTip(m_cancelAll->toolTip());
    // The program's style gives buttons more room than there is here.
    m_cancelAll->setStyleSheet(QStringLiteral("QToolButton { padding: 0; font-size: %1px; }")
                                   .arg(m_theme.font(Type::Micro).pixelSize()));
    m_cancelAll->hide();
    m_ticker.setInterval(frameMs);
    connect(m_cancelAll, &QToolButton::clicked, this, &QueuePanel::cancelAll);
    connect(&m_ticker, &QTimer::timeout, this, &QueuePanel::tick);
    connect(&m_set, &LiveSet::changed, this, &QueuePanel::onChanged);
    tick();
}

QSize QueuePanel::sizeHint() const
{
    return {m_theme.metrics().sceneWidth, m_theme.metrics().mixerHeight};
}

void QueuePanel::onChanged(const Changes &changes)
{
    bool concerned = changes.structure || changes.song.has(SongField::IsPlaying);
    for (const auto &[track, fields] : changes.tracks)
        concerned = concerned || fields.has(TrackField::FiredSlotIndex)
            || fields.has(TrackField::PlayingSlotIndex);
    if (concerned)
        tick();
}

void QueuePanel::tick()
{
    std::vector<QueuedChange> queue = readQueue(m_set, m_clock, m_now());
    const QString next = nextChangeText(queue, m_set.song().signature());
    // What is shown of a change does not tell its own time, only the count above does.
    const auto same = [](const QueuedChange &a, const QueuedChange &b) {
        return a.kind == b.kind && a.track == b.track && a.who == b.who && a.what == b.what;
    };
    const bool differs = next != m_next || !std::ranges::equal(queue, m_queue, same);
    m_queue = std::move(queue);
    m_next = next;
    m_cancelAll->setVisible(!m_queue.empty());
    if (m_queue.empty())
        m_ticker.stop();
    else if (!m_ticker.isActive())
        m_ticker.start();
    if (!differs)
        return;
    QStringList rows;
    for (const QueuedChange &change : m_queue)
        rows.append(rowName(change));
    setAccessibleDescription(
        rows.isEmpty() ? tr("Nothing is queued") : rows.join(QStringLiteral("; ")));
    m_marked = std::min(m_marked, static_cast<int>(m_queue.size()) - 1);
    update();
}

void QueuePanel::cancelAll()
{
    for (const QueuedChange &change : std::vector(m_queue))
        Q_EMIT cancelRequested(change.track);
}

void QueuePanel::placeButtons()
{
    const bool finger = m_theme.density() == Density::Comfortable;
    const int height = finger ? m_theme.metrics().buttonHeight : 20;
    const int wide = std::max(finger ? 84 : buttonWidth, m_cancelAll->sizeHint().width());
    m_cancelAll->setGeometry(width() - margin - wide, margin, wide, height);
}

int QueuePanel::rowsInSight() const
{
    const int pitch = m_theme.density() == Density::Compact ? 21 : 34;
    return std::max(0, (height() - listTop) / pitch);
}

QRect QueuePanel::row(int index) const
{
    const int pitch = m_theme.density() == Density::Compact ? 21 : 34;
    return {0, listTop + index * pitch, width(), pitch - 1};
}

QRect QueuePanel::cross(int index) const
{
    const QRect box = row(index);
    const int wide = m_theme.density() == Density::Compact ? crossWidth : 34;
    return {box.right() + 1 - wide, box.top(), wide, box.height()};
}

int QueuePanel::rowAt(QPoint position) const
{
    const int shown = std::min(rowsInSight(), static_cast<int>(m_queue.size()));
    for (int i = 0; i < shown; ++i) {
        if (row(i).contains(position))
            return i;
    }
    return -1;
}

void QueuePanel::text(
    QPainter &painter, const QRectF &box, const QString &text, Type type, QColor color)
{
    m_texts.paint(painter, m_theme, box, text, type, color);
}

void QueuePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    fillBox(painter, rect(), m_theme.color(Role::Void));
    fillRounded(painter, rect(), measure::cellRadius, m_theme.color(Role::Raised));
    text(painter, QRectF(margin, 6, 90, 14), tr("Next change in"), Type::Micro,
        m_theme.color(Role::Text3));
    if (m_queue.empty()) {
        text(painter, QRectF(margin, 20, width() - 2 * margin, 34), QStringLiteral("–"),
            Type::Count, m_theme.color(Role::Text3));
        return;
    }
    const QString count = m_next.isEmpty() ? QStringLiteral("–") : m_next;
    text(painter, QRectF(margin, 20, 110, 34), count, Type::Count, m_theme.color(Role::Text));
    const double after = margin + m_texts.width(m_theme, count, Type::Count) + 6;
    text(painter, QRectF(after, 33, 60, 16), tr("bars.beats"), Type::Micro,
        m_theme.color(Role::Text3));
    const int shown = std::min(rowsInSight(), static_cast<int>(m_queue.size()));
    for (int i = 0; i < shown; ++i)
        paintRow(painter, row(i), m_queue[static_cast<std::size_t>(i)], i == m_marked);
    if (shown < static_cast<int>(m_queue.size()) && shown > 0) {
        const QString more = tr("+%1").arg(static_cast<int>(m_queue.size()) - shown);
        text(
            painter, QRectF(after + 62, 33, 40, 16), more, Type::Micro, m_theme.color(Role::Text2));
    }
}

void QueuePanel::paintRow(
    QPainter &painter, const QRect &box, const QueuedChange &change, bool hovered)
{
    Glyph glyph = Glyph::Triangle;
    Role role = Role::Play;
    if (change.kind == QueuedChange::Kind::Record) {
        glyph = Glyph::Record;
        role = Role::Rec;
    } else if (change.kind == QueuedChange::Kind::Stop) {
        glyph = Glyph::Stop;
        role = Role::Text;
    }
    if (hovered)
        fillBox(painter, box, m_theme.color(Role::Control));
    const double middle = box.top() + (box.height() - 16) / 2.0;
    paintGlyph(painter, glyph, {6, middle}, 16, m_theme.color(role));
    text(painter, QRectF(26, box.top(), whoWidth, box.height()), change.who, Type::Base,
        m_theme.color(Role::Text));
    text(painter, QRectF(92, box.top(), width() - 92 - crossWidth, box.height()), change.what,
        Type::Base, m_theme.color(Role::Text2));
    paintIcon(painter, Icon::Close,
        QRectF(width() - 20, box.top() + (box.height() - 12) / 2.0, 12, 12),
        m_theme.color(hovered ? Role::Text : Role::Text3));
}

void QueuePanel::resizeEvent(QResizeEvent *)
{
    placeButtons();
}

void QueuePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::StyleChange && event->type() != QEvent::PaletteChange)
        return;
    m_texts.clear();
    placeButtons();
    updateGeometry();
    update();
}

void QueuePanel::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const int over = rowAt(at);
    if (over >= 0) {
        const QueuedChange &change = m_queue[static_cast<std::size_t>(over)];
        Q_EMIT hint(cross(over).contains(at) ? tr("Cancel: %1.").arg(rowName(change))
                                             : tr("%1. Click shows where.").arg(rowName(change)));
    } else {
        Q_EMIT hint({});
    }
    if (over != std::exchange(m_marked, over))
        update();
}

void QueuePanel::leaveEvent(QEvent *)
{
    m_marked = -1;
    Q_EMIT hint({});
    update();
}

void QueuePanel::keyPressEvent(QKeyEvent *event)
{
    const int last = std::min(rowsInSight(), static_cast<int>(m_queue.size())) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        m_marked = std::max(0, m_marked - 1);
        break;
    case Qt::Key_Down:
        m_marked = std::min(last, m_marked + 1);
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_marked >= 0 && m_marked <= last)
            Q_EMIT cancelRequested(m_queue[static_cast<std::size_t>(m_marked)].track);
        break;
    default:
        event->ignore();
        return;
    }
    if (m_marked >= 0 && m_marked <= last)
        Q_EMIT hint(
            tr("%1. Delete cancels it.").arg(rowName(m_queue[static_cast<std::size_t>(m_marked)])));
    update();
}

void QueuePanel::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_marked = -1;
    update();
}

void QueuePanel::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const int over = rowAt(at);
    if (over < 0)
        return;
    const TrackIndex track = m_queue[static_cast<std::size_t>(over)].track;
    if (cross(over).contains(at))
        Q_EMIT cancelRequested(track);
    else
        Q_EMIT trackRequested(track);
}

} // namespace clipdeck
