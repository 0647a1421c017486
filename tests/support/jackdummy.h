// SPDX-License-Identifier: GPL-3.0-or-later
// A JACK server of the test's own, without sound hardware.
#pragma once

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#ifdef Q_OS_LINUX
#include <signal.h>
#include <sys/prctl.h>
#endif

namespace clipdeck {

/// One `jackd -d dummy` under a name that no other server has; this process's JACK clients use it
/// (JACK_DEFAULT_SERVER). Make it before the first JACK client. Ends with its end of life.
class JackDummy {
public:
    JackDummy()
    {
        static int count = 0;
        m_name
            = QStringLiteral("clipdeck-%1-%2").arg(QCoreApplication::applicationPid()).arg(++count);
        qputenv("JACK_DEFAULT_SERVER", m_name.toLatin1());
        qputenv("JACK_NO_AUDIO_RESERVATION", "1");
    }
    ~JackDummy() { stop(); }
    Q_DISABLE_COPY_MOVE(JackDummy)

    /// Whether tests with a server make sense here. With an ALSA sequencer Clipdeck would use that
    /// one.
    static bool canRun(QString *why)
    {
        if (QStandardPaths::findExecutable(QStringLiteral("jackd")).isEmpty())
            *why = QStringLiteral("jackd is not installed (Debian: apt install jackd2)");
        else if (QStandardPaths::findExecutable(QStringLiteral("jack_wait")).isEmpty())
            *why = QStringLiteral(
                "jack_wait is not installed (Debian 13: apt install jack-example-tools)");
        else if (QFileInfo(QStringLiteral("/dev/snd/seq")).isWritable())
            *why = QStringLiteral("this machine has an ALSA sequencer, which is used before JACK");
        return why->isEmpty();
    }

    /// True once the server takes clients.
    bool start()
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
#ifdef Q_OS_LINUX
        // A test that crashes takes its server along.
        m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
        m_process.start(QStringLiteral("jackd"),
            {QStringLiteral("-r"), QStringLiteral("-d"), QStringLiteral("dummy"),
                QStringLiteral("-p"), QStringLiteral("64"), QStringLiteral("-r"),
                QStringLiteral("48000")});
        if (!m_process.waitForStarted())
            return false;
        // jack_wait asks as a client does, with a limit in seconds.
        return QProcess::execute(QStringLiteral("jack_wait"),
                   {QStringLiteral("-s"), m_name, QStringLiteral("-w"), QStringLiteral("-t"),
                       QStringLiteral("10")})
            == 0;
    }
    /// Politely: a server that is killed leaves its name in JACK's registry, which has room for eight.
    void stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(1000);
    }

private:
    QString m_name;
    QProcess m_process;
};

} // namespace clipdeck
