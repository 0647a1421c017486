// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/desktopsession.h"

#include "tests/support/oscserver.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

namespace clipdeck {

namespace {

constexpr int startTimeoutMs = 40000; // a debug build, just linked, on a busy machine
constexpr int runTimeoutMs
    = 40000; // a window has hundreds of parts, and each is asked over the bus
constexpr int pointerTimeoutMs = 3000;

/// The first line that a freshly started program writes; empty if none comes.
QString firstLine(QProcess &process)
{
    const QDeadlineTimer deadline(startTimeoutMs);
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
            return {};
    }
    return QString::fromUtf8(process.readLine()).trimmed();
}

void end(QProcess &process)
{
    constexpr int patienceMs = 3000;
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(patienceMs))
        process.kill();
    process.waitForFinished(patienceMs);
}

AccessibleThing thingFrom(const QJsonObject &object)
{
    const QJsonArray place = object.value(u"place").toArray();
    return {object.value(u"role").toString(), object.value(u"name").toString(),
        object.value(u"description").toString(), object.value(u"text").toString(),
        object.value(u"value").toDouble(), object.value(u"checked").toBool(),
        QRect(place.at(0).toInt(), place.at(1).toInt(), place.at(2).toInt(), place.at(3).toInt())};
}

} // namespace

QString DesktopSession::unavailable()
{
    for (const char *program : {"Xvfb", "openbox", "xdotool", "dbus-daemon", "python3"}) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
            return QStringLiteral("%1 is not installed: no window is opened")
                .arg(QString::fromLatin1(program));
    }
    return {};
}

std::unique_ptr<DesktopSession> DesktopSession::start(QString *error)
{
    std::unique_ptr<DesktopSession> session(new DesktopSession);
    if (!session->startDisplay(error) || !session->startBus(error))
        return nullptr;
    endWithParent(session->m_windowManager);
    session->m_windowManager.setProcessEnvironment(session->environment());
    session->m_windowManager.setProcessChannelMode(QProcess::SeparateChannels);
    session->m_windowManager.start(QStringLiteral("openbox"), {QStringLiteral("--sm-disable")});
    if (!session->m_windowManager.waitForStarted()) {
        *error = QStringLiteral("openbox: %1").arg(session->m_windowManager.errorString());
        return nullptr;
    }
    // Programs make themselves known to the bus of accessible things once, when they start: it has to be there by then.
    session->runAccessible({QStringLiteral("nobody")});
    return session;
}

bool DesktopSession::startDisplay(QString *error)
{
    endWithParent(m_display);
    m_display.start(QStringLiteral("Xvfb"),
        {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
            QStringLiteral("0"), QStringLiteral("1920x1200x24"), QStringLiteral("-nolisten"),
            QStringLiteral("tcp"), QStringLiteral("-noreset")});
    const QString number = firstLine(m_display);
    m_displayName = u':' + number;
    if (number.isEmpty())
        *error
            = QStringLiteral("Xvfb: %1").arg(QString::fromUtf8(m_display.readAllStandardError()));
    return !number.isEmpty();
}

bool DesktopSession::startBus(QString *error)
{
    endWithParent(m_bus);
    m_bus.setProcessEnvironment(environment());
    m_bus.start(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
            QStringLiteral("--print-address=1")});
    m_busAddress = firstLine(m_bus);
    if (m_busAddress.isEmpty())
        *error = QStringLiteral("dbus-daemon: %1")
                     .arg(QString::fromUtf8(m_bus.readAllStandardError()));
    return !m_busAddress.isEmpty();
}

DesktopSession::~DesktopSession()
{
    end(m_bus);
    end(m_windowManager);
    end(m_display);
}

QProcessEnvironment DesktopSession::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), m_displayName);
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_busAddress);
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_runtime.path());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    return environment;
}

bool DesktopSession::xdotool(const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral("xdotool"), arguments);
    if (!process.waitForFinished(
            pointerTimeoutMs)) { // it hangs where no window manager answers yet
        process.kill();
        process.waitForFinished();
    }
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

bool DesktopSession::movePointer(QPoint to)
{
    return xdotool({QStringLiteral("mousemove"), QString::number(to.x()), QString::number(to.y())});
}

bool DesktopSession::click(QPoint at, Button button)
{
    return movePointer(at)
        && xdotool({QStringLiteral("click"), QString::number(static_cast<int>(button))});
}

bool DesktopSession::type(const QString &text)
{
    return xdotool({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("20"), text});
}

bool DesktopSession::drag(QPoint from, QPoint to, const QString &modifier)
{
    constexpr int steps = 12;
    QStringList hand;
    const auto moveTo = [&hand](QPoint point) {
        hand << QStringLiteral("mousemove") << QString::number(point.x())
             << QString::number(point.y()) << QStringLiteral("sleep") << QStringLiteral("0.02");
    };
    moveTo(from);
    if (!modifier.isEmpty())
        hand << QStringLiteral("keydown") << modifier;
    hand << QStringLiteral("mousedown") << QStringLiteral("1");
    for (int i = 1; i <= steps; ++i)
        moveTo(from + (to - from) * i / steps);
    hand << QStringLiteral("mouseup") << QStringLiteral("1");
    if (!modifier.isEmpty())
        hand << QStringLiteral("keyup") << modifier;
    return xdotool(hand);
}

bool DesktopSession::pressKey(const QString &key)
{
    return xdotool({QStringLiteral("key"), key});
}

bool DesktopSession::activateWindow(const QString &title)
{
    // xdotool's own --sync hangs where the window comes before the window manager has looked.
    const QDeadlineTimer deadline(startTimeoutMs);
    while (!deadline.hasExpired()) {
        if (xdotool({QStringLiteral("search"), QStringLiteral("--onlyvisible"),
                QStringLiteral("--name"), title, QStringLiteral("windowactivate")}))
            return true;
    }
    return false;
}

QByteArray DesktopSession::runAccessible(const QStringList &arguments)
{
    const QString script = QDir(qEnvironmentVariable("CLIPDECK_SOURCE"))
                               .filePath(QStringLiteral("tests/support/accessible.py"));
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral("/usr/bin/python3"), QStringList{script} + arguments);
    process.waitForFinished(runTimeoutMs);
    return process.readAllStandardOutput();
}

bool DesktopSession::act(const QString &application, const QString &prefix, const QString &action)
{
    return runAccessible({application, QStringLiteral("act"), prefix, action}).trimmed() == "true";
}

std::vector<AccessibleThing> DesktopSession::readThings(const QStringList &arguments)
{
    std::vector<AccessibleThing> found;
    for (const QJsonValue value : QJsonDocument::fromJson(runAccessible(arguments)).array())
        found.push_back(thingFrom(value.toObject()));
    return found;
}

std::vector<AccessibleThing> DesktopSession::things(const QString &application)
{
    return readThings({application});
}

std::optional<AccessibleThing> DesktopSession::find(
    const QString &application, const QString &prefix, const QString &role)
{
    const std::vector<AccessibleThing> found
        = readThings({application, QStringLiteral("find"), prefix, role});
    return found.empty() ? std::nullopt : std::optional(found.front());
}

} // namespace clipdeck
