// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/session.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <cstdio>

namespace clipdeck {

namespace {

constexpr int lookAgainMs = 5;

/// A command is over before a listener would pay.
EngineSettings visiting(EngineSettings settings)
{
    settings.listen = false;
    return settings;
}

} // namespace

void say(const QString &sentence)
{
    QTextStream(stderr) << "clipdeckctl: " << sentence << '\n';
}

bool waitUntil(const std::function<bool()> &isTrue, int timeoutMs)
{
    QElapsedTimer time;
    time.start();
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isTrue() || time.elapsed() >= timeoutMs)
            loop.quit();
    });
    look.start(lookAgainMs);
    if (!isTrue())
        loop.exec();
    return isTrue();
}

Session::Session(const CtlOptions &options)
    : m_options(options)
    , m_engine(visiting(options.live))
{
    QObject::connect(&m_engine.commands(), &Commands::refused, &m_engine,
        [this](const Target &, const QString &reason) { m_refusal = reason; });
}

ExitCode Session::obstacle()
{
    const ConnectionReport report = m_engine.connection();
    const bool isSilent = report.replyAgeMs < 0 ? m_engine.now() >= m_options.timeoutMs
                                                : report.replyAgeMs >= m_options.timeoutMs;
    switch (report.state) {
    case ConnectionState::PortTaken:
        say(report.sentence);
        return ExitPortTaken;
    case ConnectionState::HostUnknown:
    case ConnectionState::NetworkError:
        say(report.sentence);
        return ExitNoAnswer;
    default:
        break;
    }
    if (!isSilent)
        return ExitDone;
    const EngineSettings &live = m_options.live;
    say(QCoreApplication::translate("clipdeckctl",
        "%1, port %2, does not answer. Is Live running, and AbletonOSC chosen as a Control "
        "Surface?")
            .arg(live.host)
            .arg(live.port));
    return ExitNoAnswer;
}

ExitCode Session::readUntil(const std::function<bool()> &isRead)
{
    m_engine.start();
    ExitCode code = ExitDone;
    while (code == ExitDone && !waitUntil(isRead, lookAgainMs))
        code = obstacle();
    return code;
}

ExitCode Session::readAll()
{
    return readUntil([this] { return set().isComplete(); });
}

ExitCode Session::readSlot(SlotId slot)
{
    m_engine.setVisible(slot.track, 1, slot.scene, 1);
    return readUntil([&] {
        const Slot *read = set().slot(slot);
        const bool outside = set().trackCount() > 0 && !read;
        return outside || (read && read->readAt >= 0);
    });
}

ExitCode Session::wish(const std::function<void(Commands &)> &request)
{
    const auto connected
        = [this] { return m_engine.connection().state == ConnectionState::Connected; };
    ExitCode code = readUntil(connected);
    if (code != ExitDone)
        return code;
    m_refusal.clear();
    request(m_engine.commands());
    while (code == ExitDone
        && !waitUntil(
            [this] { return !m_refusal.isEmpty() || set().wishes().empty(); }, lookAgainMs))
        code = obstacle();
    if (code == ExitDone && !m_refusal.isEmpty()) {
        say(m_refusal);
        return ExitRefused;
    }
    return code;
}

} // namespace clipdeck
