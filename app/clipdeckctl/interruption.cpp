// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/interruption.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#endif

#ifdef Q_OS_WIN
#include <QMetaObject>
#include <QPointer>

#define WIN32_LEAN_AND_MEAN
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>
#endif

#include <utility>

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
#endif

#ifdef Q_OS_WIN
namespace {

struct ConsoleListener {
    QPointer<QObject> context;
    std::function<void()> interrupted;
};

ConsoleListener &consoleListener()
{
    static ConsoleListener listener;
    return listener;
}

// Windows calls this in a thread of its own, and ends the process when it returns from the closing of the console.
BOOL WINAPI onConsoleEvent(DWORD event)
{
    const ConsoleListener &listener = consoleListener();
    if (!listener.context)
        return FALSE;
    QMetaObject::invokeMethod(listener.context, listener.interrupted, Qt::QueuedConnection);
    if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT)
        ::Sleep(
            INFINITE); // the event loop ends the process meanwhile, or Windows does after some seconds
    return TRUE;
}

} // namespace

void onInterruption(QObject *context, std::function<void()> interrupted)
{
    consoleListener() = {context, std::move(interrupted)};
    ::SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}
#endif

} // namespace clipdeck
