// SPDX-License-Identifier: GPL-3.0-or-later
// What the window itself can do, beside what the song does: one table of actions, which make the menu and the keys.
#pragma once

#include <QCoreApplication>
#include <QMenu>

#include <map>

class QAction;

namespace clipdeck {

enum class WindowAction {
    PlayDemo,
    ConnectToLive,
    WhereLiveIs,
    Mixer,
    Counter,
    LightTheme,
    LargeTargets,
    FullScreen,
    Quit
};

/// The actions, ready to be connected; their keys work anywhere in `window`.
class WindowActions {
    Q_DECLARE_TR_FUNCTIONS(WindowActions)
public:
    explicit WindowActions(QWidget *window);

    QAction *action(WindowAction which) const { return m_actions.at(which); }
    QMenu *menu() const { return m_menu; }
    /// The grid's own choices, in the menu while its surface is there.
    void setGridMenu(QMenu *grid);
    void setScaleMenu(QMenu *scale);

private:
    std::map<WindowAction, QAction *> m_actions;
    QMenu *m_menu;
};

} // namespace clipdeck
