// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/interruption.h"

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#endif

namespace clipdeck {

#ifdef Q_OS_UNIX
namespace {

// A signal's handler may do next to nothing: it wakes the loop through a pair of sockets.
std::array<int, 2> signalSockets{-1, -1};

void onSignal(int)
{
    const char byte = 1;
    if (::write(signalSockets[0], &byte, 1) != 1)
        ::_exit(1);
}

} // namespace

void onInterruption(QObject *context, std::function<void()> interrupted)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalSockets.data()) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalSockets[1], QSocketNotifier::Read, context);
    QObject::connect(
        notifier, &QSocketNotifier::activated, context, [interrupted = std::move(interrupted)] {
            char byte = 0;
            if (::read(signalSockets[1], &byte, 1) == 1)
                interrupted();
        });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}
#else
void onInterruption(QObject *, std::function<void()>) { }
#endif

} // namespace clipdeck
