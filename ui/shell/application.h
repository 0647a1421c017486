// SPDX-License-Identifier: GPL-3.0-or-later
// The program behind the window: which Live is shown, in what look, and when a screenshot is due.
#pragma once

#include "ui/shell/demo.h"
#include "ui/shell/options.h"
#include "ui/shell/settings.h"
#include "ui/shell/windowscale.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QTimer>

class QApplication;

namespace clipdeck {

class ControllerSetup;
class LiveAccess;
class MainWindow;
class LivePage;

/// Owns everything in the order in which it depends on each other. One engine at a time: for another Live, or the demo, the
/// old one goes with its surface.
class Application : public QObject {
    Q_OBJECT
public:
    /// What the event loop ends with when the window is to open anew at another scale: with an application object that
    /// is made for it, and with options().
    static constexpr int reopenStatus = 75;

    /// `scale`: what `app` was made for, in per cent.
    Application(QApplication &app, Options options, int scale = WindowScale::usual);
    ~Application() override;

    /// As they were given, and what the user has chosen since.
    Options options() const;

    /// Opens the window and begins to ask. The event loop does the rest.
    void start();

private:
    EngineSettings liveSettings() const;
    void showLive();
    void showDemo();
    void show(EngineSettings settings, bool demo);
    void addLivePage();
    void addDesk(LivePage &surface);
    void askWhereLiveIs();
    void setTheme(bool light);
    void setLargeTargets(bool large);
    void setMotion(MotionSetting motion);
    void setScale(int percent);
    void adoptScreen();
    void adoptDensity();
    void adoptScale();
    void planScreenshot();
    void takeScreenshot();
    void giveUpScreenshot();

    QApplication &m_app;
    Options m_options;
    int m_scale;
    Settings m_settings;
    Theme m_theme;
    Demo m_demo;
    bool m_isDemo = false;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<LiveAccess> m_access;
    std::unique_ptr<ControllerSetup> m_desk;
    std::unique_ptr<MainWindow> m_window;
    QTimer m_settled; ///< Since the mirror was complete, before a screenshot
};

} // namespace clipdeck
