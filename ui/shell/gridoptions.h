// SPDX-License-Identifier: GPL-3.0-or-later
// How the grid behaves and looks, as the user likes it: a submenu, kept in the settings.
#pragma once

#include "ui/theme/motionsetting.h"

#include <QMenu>

#include <functional>
#include <vector>

namespace clipdeck {

class SessionController;
class SessionView;
class Settings;

/// Sets the view and the desk up as the settings say, and makes a menu that changes both. Lives with the view.
class GridOptions : public QObject {
    Q_OBJECT
public:
    GridOptions(SessionView &view, SessionController &desk, Settings &settings);

    /// Belongs to the view.
    QMenu *menu() const { return m_menu; }
    /// As chosen last; the whole window keeps to it.
    MotionSetting motion() const { return m_motion; }
    /// The window went to another screen: the zoom that it has there.
    void adoptScreen();

Q_SIGNALS:
    void motionChosen(clipdeck::MotionSetting motion);

private:
    void addSwitch(const char *key, const QString &text, const QString &sentence,
        std::function<void(bool)> apply, bool usually = false);
    struct Choice {
        const char *id; ///< In the settings
        QString text;
        QString sentence; ///< For the status strip
        std::function<void()> apply;
    };
    /// One of them holds: the one that the settings have, else the first.
    void addChoices(const char *key, const std::vector<Choice> &choices);
    void addMotion();
    void addNowKey();
    void addZoom();

    SessionView &m_view;
    Settings &m_settings;
    QMenu *m_menu;
    MotionSetting m_motion = MotionSetting::Full;
};

} // namespace clipdeck
