// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowactions.h"

#include <QAction>
#include <QKeySequence>

namespace clipdeck {

namespace {

struct ActionRow {
    WindowAction which;
    const char *text;
    const char *keys;
    const char *sentence;
    bool checkable = false;
    bool separatorBefore = false;
};

constexpr ActionRow actionRows[]{
    {WindowAction::WhereLiveIs, QT_TRANSLATE_NOOP("WindowActions", "Where Live is…"), "",
        QT_TRANSLATE_NOOP("WindowActions", "The machine and the ports of AbletonOSC")},
    {WindowAction::ConnectToLive, QT_TRANSLATE_NOOP("WindowActions", "Connect to Live"), "",
        QT_TRANSLATE_NOOP("WindowActions", "Leave the demo and look for Live")},
    {WindowAction::PlayDemo, QT_TRANSLATE_NOOP("WindowActions", "Play with a demo set"), "",
        QT_TRANSLATE_NOOP("WindowActions", "A built-in stand-in for Live plays a set of its own")},
    {WindowAction::Mixer, QT_TRANSLATE_NOOP("WindowActions", "Mixer"), "Ctrl+Alt+M",
        QT_TRANSLATE_NOOP("WindowActions", "Show or fold the mixer under the grid"), true, true},
    {WindowAction::Counter, QT_TRANSLATE_NOOP("WindowActions", "Big counter"), "Ctrl+Alt+C",
        QT_TRANSLATE_NOOP("WindowActions",
            "A window on top of others: what is left of the selected track's clip, and what comes"),
        true},
    {WindowAction::LightTheme, QT_TRANSLATE_NOOP("WindowActions", "Light appearance"), "F12",
        QT_TRANSLATE_NOOP("WindowActions", "Light for the daylight, dark for the stage"), true},
    {WindowAction::LargeTargets, QT_TRANSLATE_NOOP("WindowActions", "Large targets for touch"), "",
        QT_TRANSLATE_NOOP("WindowActions", "Nothing to press is smaller than a finger"), true},
    {WindowAction::FullScreen, QT_TRANSLATE_NOOP("WindowActions", "Full screen"), "F11",
        QT_TRANSLATE_NOOP("WindowActions", "The window fills the screen"), true},
    {WindowAction::Quit, QT_TRANSLATE_NOOP("WindowActions", "Quit"), "Ctrl+Q",
        QT_TRANSLATE_NOOP("WindowActions", "Close Clipdeck; Live plays on"), false, true},
};

} // namespace

WindowActions::WindowActions(QWidget *window)
    : m_menu(new QMenu(window))
{
    m_menu->setAccessibleName(tr("Menu"));
    for (const ActionRow &row : actionRows) {
        auto *action = new QAction(tr(row.text), window);
        action->setShortcut(QKeySequence(QString::fromLatin1(row.keys)));
        action->setStatusTip(tr(row.sentence));
        action->setCheckable(row.checkable);
        window->addAction(action);
        if (row.separatorBefore)
            m_menu->addSeparator();
        m_menu->addAction(action);
        m_actions.emplace(row.which, action);
    }
}

void WindowActions::setGridMenu(QMenu *grid)
{
    m_menu->insertMenu(m_actions.at(WindowAction::LightTheme), grid);
}

void WindowActions::setScaleMenu(QMenu *scale)
{
    m_menu->insertMenu(m_actions.at(WindowAction::FullScreen), scale);
}

} // namespace clipdeck
