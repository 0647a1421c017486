// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/appicon.h"
#include "ui/shell/livepage.h"
#include "ui/shell/scalemenu.h"
#include "ui/shell/screenkey.h"
#include "ui/shell/settings.h"
#include "ui/shell/statusstrip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/focusring.h"

#include <QAction>
#include <QApplication>
#include <QPainter>
#include <QScreen>
#include <QStatusTipEvent>
#include <QVBoxLayout>
#include <QWindow>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr QSize usualSize{1600, 1000};

QString keyOf(const QScreen &screen, int scale)
{
    return screenKey(screen.name(), screen.serialNumber(), unscaledSize(screen.size(), scale));
}

/// The first screen first.
QStringList attachedScreens(int scale)
{
    QStringList keys;
    for (const QScreen *screen : QGuiApplication::screens())
        keys.append(keyOf(*screen, scale));
    return keys;
}

} // namespace

MainWindow::MainWindow(const Theme &theme, Settings &settings, int scale, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_scale(scale)
    , m_actions(this)
    , m_status(new StatusStrip(theme, this))
{
    setWindowTitle(QStringLiteral("Clipdeck"));
    setWindowIcon(appIcon());
    setContextMenuPolicy(Qt::NoContextMenu);
    auto *frame = new QWidget(this);
    m_column = new QVBoxLayout(frame);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_status);
    setCentralWidget(frame);
    new FocusRing(theme, this);
    m_scales = new ScaleMenu(scale, this);
    m_actions.setScaleMenu(m_scales);
    connect(m_scales, &ScaleMenu::chosen, this, &MainWindow::scaleRequested);
    connectActions();
}

void MainWindow::connectActions()
{
    const auto on = [this](WindowAction which, auto slot) {
        connect(m_actions.action(which), &QAction::triggered, this, slot);
    };
    on(WindowAction::WhereLiveIs, &MainWindow::connectionSettingsRequested);
    on(WindowAction::ConnectToLive, &MainWindow::liveRequested);
    on(WindowAction::PlayDemo, &MainWindow::demoRequested);
    on(WindowAction::Mixer, &MainWindow::setMixerShown);
    on(WindowAction::Counter, &MainWindow::setCounterShown);
    on(WindowAction::LightTheme, &MainWindow::lightThemeRequested);
    on(WindowAction::LargeTargets, &MainWindow::largeTargetsRequested);
    on(WindowAction::FullScreen, &MainWindow::setFullScreen);
    on(WindowAction::Quit, &MainWindow::close);
    m_actions.action(WindowAction::LightTheme)->setChecked(!m_theme.isDark());
    checkActions();
}

// Those that a screen has its own choice of.
void MainWindow::checkActions()
{
    m_actions.action(WindowAction::Mixer)->setChecked(m_settings.isMixerShown());
    m_actions.action(WindowAction::LargeTargets)
        ->setChecked(m_theme.density() == Density::Comfortable);
}

void MainWindow::setLivePage(LivePage *surface, bool demo)
{
    delete m_livePage;
    m_livePage = surface;
    m_actions.action(WindowAction::PlayDemo)->setVisible(!demo);
    m_actions.action(WindowAction::ConnectToLive)->setVisible(demo);
    if (!surface)
        return;
    checkActions();
    m_column->insertWidget(0, surface, 1);
    m_actions.setGridMenu(surface->gridMenu());
    connect(surface, &LivePage::hint, m_status, &StatusStrip::setHint);
    connect(surface, &LivePage::refused, m_status, &StatusStrip::showRefusal);
    connect(surface, &LivePage::mirrorStateChanged, m_status, &StatusStrip::setMirror);
    connect(surface, &LivePage::trafficCounted, m_status, &StatusStrip::setTraffic);
    connect(surface, &LivePage::audited, m_status, &StatusStrip::setAudit);
    connect(surface, &LivePage::demoRequested, this, &MainWindow::demoRequested);
    connect(surface, &LivePage::connectionSettingsRequested, this,
        &MainWindow::connectionSettingsRequested);
    connect(surface, &LivePage::motionChosen, this, &MainWindow::motionChosen);
    Q_EMIT motionChosen(surface->motion());
    connect(surface, &LivePage::menuRequested, this,
        [this](const QPoint &at) { m_actions.menu()->popup(at); });
    connect(surface, &LivePage::counterClosed, this,
        [this] { m_actions.action(WindowAction::Counter)->setChecked(false); });
    surface->setCounterShown(m_actions.action(WindowAction::Counter)->isChecked());
    m_status->setMirror(surface->mirrorState());
    m_column->activate();
    surface->restorePanel();
    surface->focusGrid();
}

void MainWindow::restore(bool anySize)
{
    m_settings.setScreen(openingScreen(m_settings.lastScreen(), attachedScreens(m_scale)));
    createWinId();
    connect(windowHandle(), &QWindow::screenChanged, this,
        [this](const QScreen *now) { adoptScreen(*now); });
    m_scales->setScreenRatio(screen()->devicePixelRatio());
    if (restoreGeometry(m_settings.geometry())) {
        m_actions.action(WindowAction::FullScreen)->setChecked(isFullScreen());
        if (!isFullScreen() && !isMaximized() && !anySize)
            fitScreen();
        return;
    }
    resize(anySize ? usualSize : usualSize.boundedTo(screen()->availableSize()));
    if (anySize)
        return;
    setWindowState(m_settings.windowState());
    m_actions.action(WindowAction::FullScreen)->setChecked(isFullScreen());
}

// At a larger scale there is less room for the same window.
void MainWindow::fitScreen()
{
    const QRect room = screen()->availableGeometry();
    QRect place(pos(), size().boundedTo(room.size()));
    if (place.size() == size())
        return;
    place.moveRight(std::min(place.right(), room.right()));
    place.moveBottom(std::min(place.bottom(), room.bottom()));
    move(place.topLeft());
    resize(place.size());
}

void MainWindow::adoptScreen(const QScreen &screen)
{
    m_settings.setScreen(keyOf(screen, m_scale));
    m_scales->setScreenRatio(screen.devicePixelRatio());
    checkActions();
    if (m_livePage)
        m_livePage->adoptScreen();
    Q_EMIT screenAdopted();
}

void MainWindow::showRefusal(const QString &reason)
{
    m_status->showRefusal(reason);
}

void MainWindow::setMixerShown(bool shown)
{
    if (m_livePage)
        m_livePage->setMixerShown(shown);
}

void MainWindow::setCounterShown(bool shown)
{
    if (m_livePage)
        m_livePage->setCounterShown(shown);
}

void MainWindow::setFullScreen(bool full)
{
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, full));
}

bool MainWindow::event(QEvent *event)
{
    // Every control tells its hint this way when the pointer enters it, and an empty one when it leaves.
    if (event->type() == QEvent::StatusTip) {
        m_status->setHint(static_cast<QStatusTipEvent *>(event)->tip());
        return true;
    }
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keepPlace();
    QMainWindow::closeEvent(event);
}

void MainWindow::keepPlace()
{
    m_settings.setGeometry(saveGeometry());
    m_settings.setWindowState(windowState());
}

void MainWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(Role::Void));
}

} // namespace clipdeck

#include "moc_mainwindow.cpp"
