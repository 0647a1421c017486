// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/application.h"

#include "core/mapping/commandsaccess.h"
#include "core/mapping/controllersetup.h"
#include "core/midi/rtmidiports.h"
#include "core/sim/simulator.h"
#include "ui/mapping/faderpadpanel.h"
#include "ui/setup/connectiondialog.h"
#include "ui/shell/livepage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QPixmap>
#include <QScreen>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <utility>

namespace clipdeck {

namespace {

using namespace std::chrono_literals;

constexpr auto settleTime = 500ms; // After the mirror is complete: the first pushes, a frame or two
constexpr auto screenshotPatience = 30s;
constexpr int noAnswerStatus = 3; // As clipdeckctl's
constexpr int failedStatus = 1;

void complain(const QString &sentence)
{
    std::fputs(qPrintable(sentence + QLatin1Char('\n')), stderr);
}

} // namespace

Application::Application(QApplication &app, Options options, int scale)
    : m_app(app)
    , m_options(std::move(options))
    , m_scale(scale)
    , m_settings(m_options.configDirectory)
    , m_theme(m_settings.theme(), m_settings.density())
{
    m_theme.applyTo(m_app);
    m_window = std::make_unique<MainWindow>(m_theme, m_settings, m_scale);
    // Queued: the button that asks goes with the surface that is replaced.
    connect(m_window.get(), &MainWindow::demoRequested, this, &Application::showDemo,
        Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::liveRequested, this, &Application::showLive,
        Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::connectionSettingsRequested, this,
        &Application::askWhereLiveIs);
    connect(m_window.get(), &MainWindow::lightThemeRequested, this, &Application::setTheme);
    connect(m_window.get(), &MainWindow::largeTargetsRequested, this, &Application::setLargeTargets,
        Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::motionChosen, this, &Application::setMotion);
    connect(m_window.get(), &MainWindow::scaleRequested, this, &Application::setScale,
        Qt::QueuedConnection); // the menu that asks goes with the window
    connect(m_window.get(), &MainWindow::screenAdopted, this, &Application::adoptScreen,
        Qt::QueuedConnection); // not in the middle of a drag's event
}

// The window goes first: its views look at the engine to their last moment.
Application::~Application() = default;

void Application::start()
{
    m_window->restore(!m_options.screenshotFile.isEmpty());
    adoptDensity(); // of the screen that it opens on
    if (m_options.demo)
        showDemo();
    else
        showLive();
    m_window->show();
    if (!m_options.screenshotFile.isEmpty())
        planScreenshot();
    // Queued: the event loop that it may end has still to begin.
    QMetaObject::invokeMethod(this, &Application::adoptScale, Qt::QueuedConnection);
}

EngineSettings Application::liveSettings() const
{
    EngineSettings settings = m_settings.connection();
    settings.host = m_options.host.value_or(settings.host);
    settings.port = m_options.port.value_or(settings.port);
    settings.replyPort = m_options.replyPort.value_or(settings.replyPort);
    settings.bindAddress = m_options.bindAddress;
    return settings;
}

void Application::showLive()
{
    show(liveSettings(), false);
    m_demo = {};
}

void Application::showDemo()
{
    // The options' ports are the demo's only if it was asked for with them; else they are Live's.
    Demo demo = m_options.demo ? startDemo(m_options.port, m_options.replyPort, m_options.demoSet)
                               : startDemo({}, {});
    if (!demo.simulator) {
        m_window->showRefusal(demo.problem);
        if (!m_engine)
            showLive();
        return;
    }
    show(demo.settings, true);
    m_demo = std::move(demo);
}

void Application::show(EngineSettings settings, bool demo)
{
    // From the views down, as each looks at the next to its last moment.
    m_window->setLivePage(nullptr, demo);
    m_desk.reset();
    m_access.reset();
    m_engine = std::make_unique<Engine>(std::move(settings));
    m_isDemo = demo;
    addLivePage();
    m_engine->start();
}

void Application::addLivePage()
{
    auto *surface = new LivePage(*m_engine, m_isDemo, m_theme, m_settings);
    addDesk(*surface);
    m_window->setLivePage(surface, m_isDemo);
}

void Application::addDesk(LivePage &surface)
{
    Engine *engine = m_engine.get();
    m_access = std::make_unique<CommandsAccess>(
        engine->commands(), [engine](ParameterId parameter) { engine->watchParameter(parameter); },
        [engine](ParameterId parameter) { engine->unwatchParameter(parameter); });
    const QString path = QDir(m_settings.directory()).filePath(QStringLiteral("mappings.json"));
    m_desk
        = std::make_unique<ControllerSetup>(engine->liveSet(), *m_access, makeRtMidiDriver(), path);
    auto *panel = new FaderPadPanel(*m_desk, m_theme);
    surface.addPage(QStringLiteral("faders"), tr("Faders and pads"), panel);
    connect(panel, &FaderPadPanel::refused, m_window.get(), &MainWindow::showRefusal);
    connect(m_desk.get(), &ControllerSetup::trouble, m_window.get(), &MainWindow::showRefusal);
    m_desk->start(QDateTime::currentDateTime());
}

void Application::askWhereLiveIs()
{
    auto *dialog = new ConnectionDialog(liveSettings(), m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, &QDialog::accepted, this,
        [this, dialog] {
            m_settings.setConnection(dialog->settings());
            m_options.host.reset();
            m_options.port.reset();
            m_options.replyPort.reset();
            m_options.bindAddress = dialog->settings().bindAddress;
            m_options.demo = false;
            showLive();
        },
        Qt::QueuedConnection);
    dialog->open();
}

void Application::setTheme(bool light)
{
    const Theme::Kind kind = light ? Theme::Kind::Light : Theme::Kind::Dark;
    m_settings.setTheme(kind);
    m_theme = Theme(kind, m_theme.density(), m_theme.motion());
    m_theme.applyTo(m_app);
}

void Application::setLargeTargets(bool large)
{
    m_settings.setDensity(large ? Density::Comfortable : Density::Compact);
    adoptDensity();
}

// Whoever moves by itself looks at the theme with each of its frames.
void Application::setMotion(MotionSetting motion)
{
    m_theme.setMotion(motion);
    for (QWidget *widget : QApplication::allWidgets())
        widget->update();
}

// The views measure themselves when they are made; the engine and what it knows stay.
void Application::adoptDensity()
{
    const Density density = m_settings.density();
    if (density == m_theme.density())
        return;
    m_window->setLivePage(nullptr, m_isDemo);
    m_desk.reset();
    m_access.reset();
    m_theme = Theme(m_theme.kind(), density, m_theme.motion());
    m_theme.applyTo(m_app);
    if (m_engine)
        addLivePage();
}

Options Application::options() const
{
    Options now = m_options;
    now.demo = m_isDemo;
    return now;
}

void Application::setScale(int percent)
{
    m_settings.setWindowScale(percent);
    adoptScale();
}

void Application::adoptScreen()
{
    adoptDensity();
    adoptScale();
}

// Qt takes a scale with a new application object only.
void Application::adoptScale()
{
    // One that was kept for this screen when it had more pixels, or that somebody typed.
    const double ratio = m_window->screen()->devicePixelRatio();
    if (!WindowScale::isDrawable(m_settings.windowScale(), m_scale, ratio))
        m_settings.setWindowScale(WindowScale::usual);
    if (m_settings.windowScale() == m_scale)
        return;
    m_window->keepPlace();
    m_app.exit(reopenStatus);
}

void Application::planScreenshot()
{
    if (m_options.afterSeconds) {
        const std::chrono::duration<double> wait(*m_options.afterSeconds);
        QTimer::singleShot(std::chrono::duration_cast<std::chrono::milliseconds>(wait), this,
            &Application::takeScreenshot);
        return;
    }
    m_settled.setSingleShot(true);
    m_settled.setInterval(settleTime);
    connect(m_engine.get(), &Engine::mirrorCompleted, &m_settled, qOverload<>(&QTimer::start));
    connect(&m_settled, &QTimer::timeout, this, [this] {
        // Live may have begun anew meanwhile; then the mirror completes again.
        if (m_engine->liveSet().isComplete() && m_engine->liveSet().trackCount() > 0)
            takeScreenshot();
    });
    QTimer::singleShot(screenshotPatience, this, &Application::giveUpScreenshot);
}

void Application::takeScreenshot()
{
    if (m_window->grab().save(m_options.screenshotFile)) {
        m_app.exit(0);
        return;
    }
    complain(tr("The screenshot can't be written to %1.").arg(m_options.screenshotFile));
    m_app.exit(failedStatus);
}

void Application::giveUpScreenshot()
{
    const QString why = m_engine->connection().sentence;
    complain(tr("No screenshot: the set was not read in time. %1").arg(why));
    m_app.exit(noAnswerStatus);
}

} // namespace clipdeck

#include "moc_application.cpp"
