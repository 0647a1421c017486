// SPDX-License-Identifier: GPL-3.0-or-later
// The window: a frame around the surface, with the menu and the status line.
#pragma once

#include "ui/shell/windowactions.h"
#include "ui/theme/motionsetting.h"

#include <QMainWindow>

class QVBoxLayout;

namespace clipdeck {

class ScaleMenu;
class Settings;
class StatusStrip;
class LivePage;
class Theme;

/// Keeps its place and size in the settings. What its actions ask for comes out as signals: the application decides.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `scale`: what the window is drawn at, in per cent.
    MainWindow(const Theme &theme, Settings &settings, int scale, QWidget *parent = nullptr);

    /// Shows `surface` in place of the one before, and owns it; null: none.
    void setLivePage(LivePage *surface, bool demo);
    /// Opens where it was left. `anySize`: as large as it is by default, even if the screen is smaller.
    void restore(bool anySize);
    /// For the next start.
    void keepPlace();
    /// Why something can't be done, in the status line.
    void showRefusal(const QString &reason);

Q_SIGNALS:
    void demoRequested();
    void liveRequested();
    void connectionSettingsRequested();
    void lightThemeRequested(bool light);
    void largeTargetsRequested(bool large);
    void scaleRequested(int percent);
    void motionChosen(clipdeck::MotionSetting motion);
    /// The window went to another screen, whose settings hold now.
    void screenAdopted();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void connectActions();
    void adoptScreen(const QScreen &screen);
    void fitScreen();
    void checkActions();
    void setFullScreen(bool full);
    void setMixerShown(bool shown);
    void setCounterShown(bool shown);

    const Theme &m_theme;
    Settings &m_settings;
    int m_scale;
    WindowActions m_actions;
    ScaleMenu *m_scales;
    StatusStrip *m_status;
    QVBoxLayout *m_column;
    LivePage *m_livePage = nullptr;
};

} // namespace clipdeck
