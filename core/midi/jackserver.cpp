// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/midi/jackserver.h"

#include "core/logging/logging.h"

#include <QLibrary>

#include <utility>

namespace clipdeck {

namespace {

constexpr int noStartServer = 0x01; // JackNoStartServer, jack/types.h

void logWords(const char *words)
{
    qCDebug(lcMidi) << "JACK:" << words;
}

/// The few functions of jack/jack.h that watching takes.
struct JackLibrary {
    using Open = void *(*)(const char *, int, int *, ...);
    using Close = int (*)(void *);
    using OnShutdown = void (*)(void *, void (*)(void *), void *);
    using SetWords = void (*)(void (*)(const char *));

    JackLibrary()
    {
        QLibrary library(QStringLiteral("jack"), 0);
        open = reinterpret_cast<Open>(library.resolve("jack_client_open"));
        close = reinterpret_cast<Close>(library.resolve("jack_client_close"));
        onShutdown = reinterpret_cast<OnShutdown>(library.resolve("jack_on_shutdown"));
        for (const char *name : {"jack_set_error_function", "jack_set_info_function"}) {
            if (const auto set = reinterpret_cast<SetWords>(library.resolve(name)))
                set(logWords);
        }
    }
    bool isComplete() const { return open && close && onShutdown; }

    Open open = nullptr;
    Close close = nullptr;
    OnShutdown onShutdown = nullptr;
};

const JackLibrary &library()
{
    static const JackLibrary loaded;
    return loaded;
}

} // namespace

JackServer::~JackServer()
{
    disconnect();
}

void JackServer::disconnect()
{
    if (void *client = std::exchange(m_client, nullptr))
        library().close(client);
}

bool JackServer::connect()
{
    if (m_alive)
        return true;
    if (!library().isComplete())
        return false;
    disconnect();
    m_client = library().open("Clipdeck watch", noStartServer, nullptr);
    if (!m_client)
        return false;
    m_alive = true;
    library().onShutdown(
        m_client, [](void *self) { static_cast<JackServer *>(self)->m_alive = false; }, this);
    return true;
}

} // namespace clipdeck
