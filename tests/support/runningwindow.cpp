// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/runningwindow.h"

#include "tests/support/program.h"

#include <QTest>

#include <algorithm>

namespace clipdeck {

std::unique_ptr<RunningWindow> RunningWindow::start(
    DesktopSession &desktop, ServerKind kind, const GeneratedSet &set, QString *error)
{
    std::unique_ptr<RunningWindow> window(new RunningWindow(desktop));
    window->m_server = OscServer::start(kind, set, error);
    if (!window->m_server)
        return nullptr;
    desktop.movePointer({0, 0}); // a hand comes from elsewhere
    QProcess &program = window->m_program;
    endWithParent(program);
    program.setProcessEnvironment(desktop.environment());
    program.setProcessChannelMode(QProcess::ForwardedChannels);
    program.start(programPath(QStringLiteral("clipdeck")),
        window->m_server->clientArguments()
            + QStringList{QStringLiteral("--config"), window->m_config.path()});
    if (program.waitForStarted() && desktop.activateWindow(QStringLiteral("Clipdeck"))
        && window->waitForMirror())
        return window;
    *error = QStringLiteral("The window did not come, or did not read the set: %1")
                 .arg(program.errorString());
    return nullptr;
}

RunningWindow::~RunningWindow()
{
    m_program.terminate();
    if (!m_program.waitForFinished())
        m_program.kill();
    m_program.waitForFinished();
}

// What is not read yet cannot be edited; the status line tells.
bool RunningWindow::waitForMirror()
{
    constexpr int patienceMs = 30000;
    return QTest::qWaitFor(
        [this] {
            const std::vector<AccessibleThing> things
                = m_desktop.things(QStringLiteral("clipdeck"));
            return std::ranges::any_of(things, [](const AccessibleThing &thing) {
                return thing.description.startsWith(QStringLiteral("Mirror "));
            });
        },
        patienceMs);
}

std::optional<AccessibleThing> RunningWindow::waitFor(const QString &prefix, const QString &role)
{
    constexpr int patienceMs = 15000;
    std::optional<AccessibleThing> found;
    [[maybe_unused]] const bool came = QTest::qWaitFor(
        [&] {
            found = m_desktop.find(QStringLiteral("clipdeck"), prefix, role);
            return found.has_value() && !found->place.isEmpty();
        },
        patienceMs);
    return found;
}

void openDesktop(std::unique_ptr<DesktopSession> &desktop)
{
    if (const QString reason = DesktopSession::unavailable(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    QString error;
    desktop = DesktopSession::start(&error);
    QVERIFY2(desktop, qPrintable(error));
}

} // namespace clipdeck
