// SPDX-License-Identifier: GPL-3.0-or-later
// The built window on a desktop session, connected with a server of its own.
#pragma once

#include "tests/support/desktopsession.h"
#include "tests/support/oscserver.h"

namespace clipdeck {

/// Program, configuration and server end with this object.
class RunningWindow {
public:
    /// Connected, and the whole set has been read. Null if it failed: *error then tells why.
    static std::unique_ptr<RunningWindow> start(
        DesktopSession &desktop, ServerKind kind, const GeneratedSet &set, QString *error);
    ~RunningWindow();
    Q_DISABLE_COPY_MOVE(RunningWindow)

    ControlClient &server() { return m_server->control(); }
    qint64 processId() const { return m_program.processId(); }
    void endServer() { m_server.reset(); }
    /// The thing of this name, waited for; empty if it does not come.
    std::optional<AccessibleThing> waitFor(const QString &prefix, const QString &role = {});

private:
    bool waitForMirror();
    explicit RunningWindow(DesktopSession &desktop)
        : m_desktop(desktop)
    {
    }

    DesktopSession &m_desktop;
    std::unique_ptr<OscServer> m_server;
    QTemporaryDir m_config;
    QProcess m_program;
};

/// For initTestCase(): skips the test where there can be no desktop, fails it where none comes.
void openDesktop(std::unique_ptr<DesktopSession> &desktop);

} // namespace clipdeck
