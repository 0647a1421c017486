// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the transport strip that gives way in a narrow window, and where it goes.
#include "ui/theme/paint.h"
#include "ui/transport/cpuview.h"
#include "ui/transport/moremenu.h"
#include "ui/transport/readoutstrip.h"
#include "ui/transport/transportbar.h"
#include "ui/widgets/stripbutton.h"

#include <QAction>
#include <QCoreApplication>
#include <QHBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

namespace clipdeck {

namespace {

constexpr int itemLeast = 52;
constexpr int finderLeast = 160; // below it is no use
constexpr int finderGap = 8;

} // namespace

void TransportBar::addItems(QHBoxLayout &row)
{
    row.addSpacing(6);
    for (const TransportItem &item : transportItems()) {
        if (item.kind != TransportItem::Kind::Link) // stands beside the metronome
            addItem(row, item);
    }
    std::ranges::sort(m_items, std::less(), &Folding::item); // by whom room is given
    m_cpu = new CpuView(m_context.set, m_context.theme, this);
    m_cpu->setFixedSize(CpuView::usualWidth, m_play->height());
    m_cpu->hide();
    row.addSpacing(6);
    row.addWidget(m_cpu);
    addMore(row);
}

void TransportBar::addItem(QHBoxLayout &row, const TransportItem &item)
{
    const auto words
        = [](const char *text) { return QCoreApplication::translate("TransportItem", text); };
    // The action has the key, so that it works whether the button has room or not.
    auto *action = new QAction(words(item.name), this);
    action->setShortcut(QKeySequence(QString::fromLatin1(item.keys)));
    action->setStatusTip(words(item.sentence));
    action->setCheckable(item.field.has_value());
    action->setAutoRepeat(false);
    addAction(action);
    connect(action, &QAction::triggered, this, [this, &item] {
        trigger(item, m_context.set, m_context.commands);
        refresh(); // a click alone changes nothing: what is shown is the wish, or what Live has
    });
    auto *button = new StripButton(ButtonFace::of(words(item.word)), m_context.theme, this);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    button->describe(words(item.name),
        keys.isEmpty() ? words(item.sentence) : tr("%1 (%2)").arg(words(item.sentence), keys));
    button->setCheckable(item.field.has_value());
    if (item.kind == TransportItem::Kind::ArrangementRecord)
        button->setOnRoles(Role::Rec, Role::OnRec);
    connect(button, &StripButton::pressed, action, &QAction::trigger);
    const int width = std::max(itemLeast, button->sizeHint().width());
    button->setFixedSize(width, button->sizeHint().height());
    button->hide();
    row.addWidget(button);
    m_items.push_back({&item, action, button, width});
    if (item.field)
        m_watched.push_back({*item.field, button});
}

void TransportBar::addMore(QHBoxLayout &row)
{
    m_moreMenu = new MoreMenu(m_context, this);
    m_more = new StripButton(ButtonFace::of(Icon::Down), m_context.theme, this);
    m_more->describe(tr("More"),
        tr("More of the transport: what has no room here, nudge, cue points"),
        QKeySequence(Qt::ALT | Qt::Key_T));
    m_more->setFixedSize(iconWidth, m_play->height());
    connect(m_more, &StripButton::pressed, this, [this] {
        m_moreMenu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft()));
        m_more->setDown(false); // the menu takes the release
    });
    row.addWidget(m_more);
    row.addSpacing(6);
}

void TransportBar::setFinder(QWidget *finder)
{
    m_finder = finder;
    auto *row = static_cast<QHBoxLayout *>(layout());
    finder->setFixedHeight(m_play->height());
    finder->setMinimumWidth(finderLeast);
    row->insertWidget(m_finderAt, finder, 100);
    row->insertSpacing(m_finderAt + 1, finderGap);
    fit();
}

void TransportBar::refreshItems(bool live)
{
    for (const Folding &one : m_items) {
        const bool on = live && isOn(*one.item, m_context.set);
        const bool available = live && isAvailable(*one.item, m_context.set);
        one.action->setChecked(on);
        one.action->setEnabled(available);
        one.button->setChecked(on);
        one.button->setEnabled(available);
    }
    m_cpu->setEnabled(live);
    m_moreMenu->setLive(live);
}

QSize TransportBar::sizeHint() const
{
    int width = m_coreWidth + layOutReadouts(0).width;
    for (const Folding &one : m_items)
        width += gap + one.width;
    return {width, height()};
}

QSize TransportBar::minimumSizeHint() const
{
    return {m_coreWidth + layOutReadouts(foldingReadouts.size()).width, height()};
}

void TransportBar::fit()
{
    // Showing one may lay out the window, which may ask for another fit before this one is done: the newest must win.
    m_fitAgain = true;
    if (m_fitting)
        return;
    m_fitting = true;
    while (std::exchange(m_fitAgain, false))
        fold();
    m_fitting = false;
}

void TransportBar::fold()
{
    // The finder has its least room before what is used seldom, and all that is left over. What folds is in the menu.
    const int inset = layout()->contentsMargins().right() - measure::margin;
    int room = width() - inset - m_coreWidth;
    m_readouts->fitInto(room);
    room -= m_readouts->width();
    constexpr int first = 2; // of the items: Link and Back to Arrangement
    const bool finderFits = m_finder
        && room - finderLeast - finderGap
            >= first * gap + m_items.at(0).width + m_items.at(1).width;
    if (m_finder)
        m_finder->setVisible(finderFits);
    if (finderFits)
        room -= finderLeast + finderGap;
    std::vector<int> widths;
    for (const Folding &one : m_items)
        widths.push_back(one.width);
    widths.insert(widths.begin() + first, CpuView::usualWidth);
    const int shown = howManyFit(widths, gap, room);
    m_cpu->setVisible(shown > first);
    QList<QAction *> folded;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const int place = static_cast<int>(i) + (static_cast<int>(i) >= first ? 1 : 0);
        m_items[i].button->setVisible(place < shown);
        if (place >= shown)
            folded.append(m_items[i].action);
    }
    m_moreMenu->setFolded(folded);
    std::vector<ReadoutPart> readouts;
    for (ReadoutPart part : foldingReadouts) {
        if (!m_readouts->shows(part))
            readouts.insert(readouts.begin(), part); // in the strip's order, the last to go first
    }
    m_moreMenu->setFoldedReadouts(readouts);
}

} // namespace clipdeck
