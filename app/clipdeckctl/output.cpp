// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/output.h"

#include "app/clipdeckctl/ctlconnection.h"
#include "app/clipdeckctl/ctlwords.h"

#include <cerrno>
#include <csignal>
#include <cstdio>

namespace clipdeck {

Output::Output()
{
#ifdef Q_OS_UNIX
    // A closed pipe is an error of the write then, and does not end the process before it has taken its leave of Live.
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

bool Output::note(bool isWell)
{
    if (!isWell && m_error == 0)
        m_error = errno != 0 ? errno : EIO;
    return m_error == 0;
}

bool Output::write(const QByteArray &utf8)
{
    if (m_error != 0)
        return false;
    const auto size = static_cast<std::size_t>(utf8.size());
    return note(std::fwrite(utf8.constData(), 1, size, stdout) == size);
}

bool Output::flush()
{
    return m_error == 0 && note(std::fflush(stdout) == 0);
}

ExitCode Output::end()
{
    if (flush() || m_error == EPIPE)
        return ExitDone;
    say(CtlWords::tr("The output could not be written: %1.").arg(qt_error_string(m_error)));
    return ExitUnwritten;
}

ExitCode print(const QByteArray &utf8)
{
    Output output;
    output.write(utf8);
    return output.end();
}

} // namespace clipdeck
