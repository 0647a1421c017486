// SPDX-License-Identifier: GPL-3.0-or-later
// All of the window that shows one Live: transport, grid, lower panel.
#pragma once

#include "core/abletonosc/connectionstate.h"
#include "ui/shell/traffichistory.h"
#include "ui/theme/motionsetting.h"

#include <QWidget>

class QMenu;
class QSplitter;

namespace clipdeck {

class Engine;
class CounterWindow;
class GridOptions;
class GridRoom;
class MixerView;
class NoAnswerPage;
class PanelDeck;
class SessionView;
class Settings;
class Theme;
class TransportBar;

/// Wires the views' wishes to the engine's commands, and what the engine finds to the views. Another Live, or the demo in
/// its place, gets a surface of its own. The engine outlives it.
class LivePage : public QWidget {
    Q_OBJECT
public:
    /// `demo`: the built-in stand-in answers.
    LivePage(Engine &engine, bool demo, const Theme &theme, Settings &settings,
        QWidget *parent = nullptr);

    /// A page of the lower panel. To be called before restorePanel().
    void addPage(const QString &id, const QString &name, QWidget *page);
    /// Opens, folds and sizes the panel as it was left.
    void restorePanel();
    /// The window went to another screen: splits and folds as they were left there.
    void adoptScreen();
    /// The connection as last reported, for what is shown outside of the surface.
    QString mirrorState() const;
    /// How the grid behaves and looks.
    QMenu *gridMenu() const;
    MotionSetting motion() const;
    /// Shows or folds the mixer.
    void setMixerShown(bool shown);
    /// Shows or closes the counter that stays on top.
    void setCounterShown(bool shown);
    /// Gives the keys to the grid.
    void focusGrid();

Q_SIGNALS:
    void hint(const QString &text);
    void refused(const QString &reason);
    void mirrorStateChanged(const QString &text);
    /// Some times a second.
    void trafficCounted(const clipdeck::TrafficHistory &history, int mostPerTick);
    void audited(int compared, int divergences, const QStringList &unknown);
    void demoRequested();
    void connectionSettingsRequested();
    void menuRequested(const QPoint &at);
    void counterClosed(); ///< By the user
    void motionChosen(clipdeck::MotionSetting motion);

private:
    void connectGrid();
    void addQueue();
    void connectMixer();
    void alignToGrid();
    void addClipPage(const Theme &theme);
    void follow(const ConnectionReport &report);
    void tellMirror();
    void keepFold(bool folded);
    void applyPanelHeight();

    Engine &m_engine;
    bool m_demo;
    const Theme &m_theme;
    Settings &m_settings;
    TransportBar *m_transport;
    SessionView *m_grid;
    GridOptions *m_gridOptions = nullptr;
    CounterWindow *m_counter = nullptr; ///< While it is shown
    MixerView *m_mixer;
    NoAnswerPage *m_page;
    GridRoom *m_room;
    PanelDeck *m_panel;
    QSplitter *m_splitter;
    ConnectionReport m_report;
    TrafficHistory m_traffic;
};

} // namespace clipdeck
