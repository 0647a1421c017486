// SPDX-License-Identifier: GPL-3.0-or-later
// A screen, a window manager, a pointer and assistive technology for tests of the real window.
#pragma once

#include <QJsonObject>
#include <QPoint>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRect>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <vector>

namespace clipdeck {

/// What assistive technology is told of one thing on the screen.
struct AccessibleThing {
    QString role; ///< AT-SPI's word: "table cell", "push button", "slider", …
    QString name;
    QString description;
    QString text; ///< Of its value or text interface, where it has one
    double value = 0.0;
    bool isChecked = false;
    QRect place; ///< On the screen
};

/// An Xvfb of its own with openbox and a session bus. All of it ends with this object.
class DesktopSession {
public:
    /// Why there can be none here, as a sentence for QSKIP; empty if there can.
    static QString unavailable();
    /// Starts everything. Null if it failed: *error then tells why.
    static std::unique_ptr<DesktopSession> start(QString *error);
    ~DesktopSession();
    Q_DISABLE_COPY_MOVE(DesktopSession)

    /// For the programs that are to appear here.
    QProcessEnvironment environment() const;

    // The pointer and the keys, through xdotool: real events of the X server.
    bool movePointer(QPoint to);
    enum class Button { Left = 1, Middle = 2, Right = 3 };
    bool click(QPoint at, Button button = Button::Left);
    /// Presses at `from`, moves in small steps as a hand does, and releases at `to`. `modifier`: held meanwhile, "shift".
    bool drag(QPoint from, QPoint to, const QString &modifier = {});
    bool type(const QString &text);
    bool pressKey(const QString &key); ///< As xdotool names it: "space", "ctrl+z"
    /// Brings the window whose title contains `title` to the front, with the keyboard.
    bool activateWindow(const QString &title);

    /// Does what assistive technology would: the action named `action` of the first thing whose name begins with `prefix`.
    bool act(const QString &application, const QString &prefix, const QString &action);

    /// All that the application `name` shows, as AT-SPI tells it; empty if there is no such application.
    std::vector<AccessibleThing> things(const QString &application);
    /// The first of them whose name begins with `prefix` and, if given, has that role.
    std::optional<AccessibleThing> find(
        const QString &application, const QString &prefix, const QString &role = {});

private:
    DesktopSession() = default;
    bool startDisplay(QString *error);
    bool startBus(QString *error);
    QByteArray runAccessible(const QStringList &arguments);
    std::vector<AccessibleThing> readThings(const QStringList &arguments);
    bool xdotool(const QStringList &arguments);

    QTemporaryDir m_runtime;
    QProcess m_display;
    QProcess m_windowManager;
    QProcess m_bus;
    QString m_displayName;
    QString m_busAddress;
};

} // namespace clipdeck
