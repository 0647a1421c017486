// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/queue/queuepanel.h"

#include "core/session/currentscene.h"
#include "ui/session/queue/queueaccessible.h"
#include "ui/theme/metrics.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolButton>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int listTop = 58;
constexpr int buttonWidth = 58;

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
    installQueueAccessibility();
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
    m_ticker.setInterval(measure::countMs);
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
    const std::optional<SceneIndex> current = m_set.isStale() ? std::nullopt : currentScene(m_set);
    // What is shown of a change does not tell its own time, only the count above does.
    const auto same = [](const QueuedChange &a, const QueuedChange &b) {
        return a.kind == b.kind && a.tracks == b.tracks && a.who == b.who && a.what == b.what;
    };
    const bool sameRows = std::ranges::equal(queue, m_queue, same);
    const bool differs = next != m_next || current != m_current || !sameRows;
    m_queue = std::move(queue);
    m_next = next;
    m_current = current;
    m_cancelAll->setVisible(!m_queue.empty());
    if (m_queue.empty())
        m_ticker.stop();
    else if (!m_ticker.isActive())
        m_ticker.start();
    if (!differs)
        return;
    m_marked = std::min(m_marked, static_cast<int>(m_queue.size()) - 1);
    describe();
    if (!sameRows)
        tellReordered(*this);
    update();
}

void QueuePanel::describe()
{
    QStringList parts;
    if (const Scene *scene = m_current ? m_set.scene(*m_current) : nullptr)
        parts.append(tr("Scene %1 is on: %2").arg(m_current->value + 1).arg(scene->name));
    if (m_queue.empty())
        parts.append(tr("nothing is queued"));
    for (const QueuedChange &change : m_queue)
        parts.append(queuedText(change));
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

QString QueuePanel::rowText(int index) const
{
    if (index < 0 || index >= static_cast<int>(m_queue.size()))
        return {};
    const QueuedChange &change = m_queue[static_cast<std::size_t>(index)];
    if (!change.due)
        return queuedText(change);
    //: What changes, and the bars.beats until then
    return tr("%1, in %2")
        .arg(queuedText(change), countText(*change.due, m_set.song().signature()));
}

void QueuePanel::cancelRow(int index)
{
    if (index < 0 || index >= static_cast<int>(m_queue.size()))
        return;
    for (TrackIndex track : std::vector(m_queue[static_cast<std::size_t>(index)].tracks))
        Q_EMIT cancelRequested(track);
}

void QueuePanel::showRow(int index)
{
    if (index < 0 || index >= static_cast<int>(m_queue.size()))
        return;
    const QueuedChange &change = m_queue[static_cast<std::size_t>(index)];
    if (change.kind == QueuedChange::Kind::Scene)
        Q_EMIT sceneRequested(change.scene);
    else
        Q_EMIT trackRequested(change.tracks.front());
}

void QueuePanel::cancelAll()
{
    for (int row = static_cast<int>(m_queue.size()) - 1; row >= 0; --row)
        cancelRow(row);
}

void QueuePanel::placeButtons()
{
    const bool finger = m_theme.density() == Density::Comfortable;
    const int height = finger ? m_theme.metrics().buttonHeight : 20;
    const int wide = std::max(finger ? 84 : buttonWidth, m_cancelAll->sizeHint().width());
    m_cancelAll->setGeometry(width() - margin - wide, margin, wide, height);
}

int QueuePanel::pitch() const
{
    constexpr int gap = 1;
    return std::max(20, m_theme.metrics().leastTarget) + gap;
}

int QueuePanel::rowsInSight() const
{
    return std::max(0, (height() - listTop) / pitch());
}

QRect QueuePanel::row(int index) const
{
    return {0, listTop + index * pitch(), width(), pitch() - 1};
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

void QueuePanel::mark(int row)
{
    if (row != std::exchange(m_marked, row))
        update();
}

void QueuePanel::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const int over = rowAt(at);
    mark(over);
    if (over < 0) {
        Q_EMIT hint({});
        return;
    }
    const QString change = queuedText(m_queue[static_cast<std::size_t>(over)]);
    Q_EMIT hint(cross(over).contains(at) ? tr("Cancel: %1.").arg(change)
                                         : tr("%1. Click shows where.").arg(change));
}

void QueuePanel::leaveEvent(QEvent *)
{
    mark(-1);
    Q_EMIT hint({});
}

void QueuePanel::keyPressEvent(QKeyEvent *event)
{
    const int last = std::min(rowsInSight(), static_cast<int>(m_queue.size())) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        mark(std::clamp(m_marked - 1, -1, last));
        break;
    case Qt::Key_Down:
        mark(std::min(last, m_marked + 1));
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        cancelRow(m_marked);
        return;
    default:
        event->ignore();
        return;
    }
    if (m_marked < 0)
        return;
    tellFocus(*this, m_marked);
    Q_EMIT hint(
        tr("%1. Delete cancels it.").arg(queuedText(m_queue[static_cast<std::size_t>(m_marked)])));
}

void QueuePanel::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    mark(-1);
}

void QueuePanel::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const int over = rowAt(at);
    if (cross(over).contains(at))
        cancelRow(over);
    else
        showRow(over);
}

} // namespace clipdeck

#include "moc_queuepanel.cpp"
