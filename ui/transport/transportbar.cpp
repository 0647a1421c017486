// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/transportbar.h"

#include "core/commands/commands.h"
#include "ui/theme/paint.h"
#include "ui/transport/connectionbadge.h"
#include "ui/transport/metronomebutton.h"
#include "ui/transport/readoutstrip.h"
#include "ui/transport/songtoggle.h"
#include "ui/transport/songwish.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int pendingPollMs = 100;
constexpr int transportWidth = 46;

} // namespace

TransportBar::TransportBar(const TransportContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    setFixedHeight(context.theme.metrics().transportHeight);
    setAttribute(
        Qt::WA_OpaquePaintEvent); // else what is below it is painted with each of its parts
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(measure::margin, 0, measure::margin, 0);
    row->setSpacing(gap);
    row->setSizeConstraint(
        QLayout::SetNoConstraint); // what is shown now must not keep the strip wide
    addPlaying(*row);
    row->addSpacing(6);
    m_readouts = new ReadoutStrip(context, this);
    row->addWidget(m_readouts);
    row->addSpacing(8);
    addSwitches(*row);
    addHistory(*row);
    addItems(*row);
    addEnd(*row);
    addKeys();

    m_pendingTimer.setInterval(pendingPollMs);
    connect(&m_pendingTimer, &QTimer::timeout, this, &TransportBar::refreshPending);
    connect(&context.set, &LiveSet::changed, this, &TransportBar::follow);
    // What folds is hidden for now, and takes no room.
    m_coreWidth = row->totalMinimumSize().width() - m_readouts->width();
    fit();
    refresh();
}

StripButton *TransportBar::add(QHBoxLayout &row, StripButton *button, int width)
{
    button->setFixedSize(width, button->sizeHint().height());
    row.addWidget(button);
    m_songButtons.push_back(button);
    return button;
}

SongToggle *TransportBar::addToggle(
    QHBoxLayout &row, SongToggle *toggle, SongField field, int width)
{
    add(row, toggle, width);
    m_watched.push_back({field, toggle});
    return toggle;
}

void TransportBar::addPlaying(QHBoxLayout &row)
{
    const Theme &theme = m_context.theme;
    Commands *commands = &m_context.commands;
    m_play
        = add(row, new StripButton(ButtonFace::of(Glyph::Triangle), theme, this), transportWidth);
    m_play->describe(tr("Play"), tr("Play from the start; Space plays and stops"));
    m_play->setCheckable(true);
    m_play->setOnRoles(Role::Play, Role::OnPlay);
    connect(m_play, &StripButton::pressed, commands, &Commands::requestPlay);
    m_watched.push_back({SongField::IsPlaying, m_play});

    auto *stop
        = add(row, new StripButton(ButtonFace::of(Glyph::Stop), theme, this), transportWidth);
    stop->describe(tr("Stop"), tr("Stop the song; Space plays and stops"));
    connect(stop, &StripButton::pressed, commands, &Commands::requestStop);

    auto *record = addToggle(row,
        new SongToggle(SongField::SessionRecord, ButtonFace::of(Glyph::Record), m_context.set,
            *commands, theme, this),
        SongField::SessionRecord, transportWidth);
    record->describe(tr("Session record"),
        tr("Session record: record into the clips of armed tracks"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F9));
    record->setRestRole(Role::Rec);
    record->setOnRoles(Role::Rec, Role::OnRec);
}

void TransportBar::addSwitches(QHBoxLayout &row)
{
    const Theme &theme = m_context.theme;
    auto *metronome = addToggle(row,
        new MetronomeButton(
            m_context.set, m_context.commands, m_context.clock, m_context.now, theme, this),
        SongField::Metronome, iconWidth);
    metronome->describe(
        tr("Metronome"), tr("Metronome: Live's click on each beat"), QKeySequence(Qt::Key_O));
    for (const TransportItem &item : transportItems()) {
        if (item.kind == TransportItem::Kind::Link)
            addItem(row, item);
    }
    row.addSpacing(8);
}

void TransportBar::addHistory(QHBoxLayout &row)
{
    const Theme &theme = m_context.theme;
    Commands *commands = &m_context.commands;
    m_undo = add(row, new StripButton(ButtonFace::of(Icon::Undo), theme, this), iconWidth);
    m_undo->describe(tr("Undo"), tr("Undo Live's last step"), QKeySequence(Qt::CTRL | Qt::Key_Z));
    connect(m_undo, &StripButton::pressed, commands, &Commands::requestUndo);
    m_redo = add(row, new StripButton(ButtonFace::of(Icon::Redo), theme, this), iconWidth);
    m_redo->describe(tr("Redo"), tr("Redo what was undone in Live"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    connect(m_redo, &StripButton::pressed, commands, &Commands::requestRedo);
}

void TransportBar::addEnd(QHBoxLayout &row)
{
    m_finderAt = row.count();
    row.addStretch(1);
    auto *menu = new StripButton(ButtonFace::of(tr("Menu")), m_context.theme, this);
    menu->describe(
        tr("Menu"), tr("Connection, demo, appearance and more"), QKeySequence(Qt::ALT | Qt::Key_M));
    menu->setFixedSize(menu->sizeHint());
    connect(menu, &StripButton::pressed, this,
        [this, menu] { Q_EMIT menuRequested(menu->mapToGlobal(menu->rect().bottomLeft())); });
    row.addWidget(menu);
    row.addSpacing(8);
    m_badge = new ConnectionBadge(m_context.theme, this);
    m_badge->setFixedSize(m_badge->sizeHint());
    connect(m_badge, &StripButton::pressed, this, &TransportBar::connectionSettingsRequested);
    row.addWidget(m_badge);
}

void TransportBar::addKeys()
{
    const auto addKey = [this](const QString &text, const QKeySequence &keys) {
        auto *action = new QAction(text, this);
        action->setShortcut(keys);
        action->setAutoRepeat(false);
        addAction(action);
        return action;
    };
    connect(addKey(tr("Play or stop"), QKeySequence(Qt::Key_Space)), &QAction::triggered, this,
        &TransportBar::togglePlaying);
    connect(addKey(tr("Continue"), QKeySequence(Qt::SHIFT | Qt::Key_Space)), &QAction::triggered,
        &m_context.commands, &Commands::requestContinue);
}

void TransportBar::togglePlaying()
{
    if (isShownOn(m_context.set, SongField::IsPlaying))
        m_context.commands.requestStopPlaying();
    else
        m_context.commands.requestPlay();
}

void TransportBar::setConnection(const ConnectionReport &report, bool demo)
{
    m_badge->setReport(report, demo);
    m_answered
        = report.state == ConnectionState::Connected || report.state == ConnectionState::Busy;
    refresh();
}

void TransportBar::setEnd(int x)
{
    QMargins margins = layout()->contentsMargins();
    margins.setRight(std::max(measure::margin, width() - x));
    layout()->setContentsMargins(margins);
    fit();
}

void TransportBar::follow(const Changes &changes)
{
    if (changes.structure || !changes.song.isEmpty() || !changes.wishes.empty())
        refresh();
}

void TransportBar::refresh()
{
    // A Live Set always has a track: without one nothing has been read, and defaults must not pass for values.
    const bool live = m_answered && m_context.set.trackCount() > 0;
    for (StripButton *button : m_songButtons)
        button->setEnabled(live);
    for (QAction *action : actions())
        action->setEnabled(live);
    for (QWidget *readout : m_readouts->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        readout->setEnabled(live);
    const Song &song = m_context.set.song();
    m_undo->setEnabled(live && song.canUndo);
    m_redo->setEnabled(live && song.canRedo);
    refreshItems(live);
    m_play->setChecked(live && isShownOn(m_context.set, SongField::IsPlaying));
    refreshPending();
}

void TransportBar::refreshPending()
{
    const qint64 now = m_context.now();
    for (const Watched &watched : m_watched)
        watched.button->setPending(isPending(m_context.set, watched.field, now));
    m_readouts->refreshPending();

    const auto &wishes = m_context.set.wishes();
    const bool waiting = std::any_of(wishes.begin(), wishes.end(),
        [](const auto &entry) { return entry.first.template is<SongProperty>(); });
    if (waiting != m_pendingTimer.isActive())
        waiting ? m_pendingTimer.start() : m_pendingTimer.stop();
}

void TransportBar::resizeEvent(QResizeEvent *)
{
    fit();
}

void TransportBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(Role::Raised));
    painter.fillRect(0, height() - 1, width(), 1, m_context.theme.color(Role::Line));
}

} // namespace clipdeck

#include "moc_transportbar.cpp"
