// SPDX-License-Identifier: GPL-3.0-or-later
// What test classes share that run against a server in another process.
#pragma once

#include "tests/support/oscserver.h"

#include <QObject>

#include <optional>

namespace clipdeck {

/// A test class that runs once with each kind of server that can be started here. Derive from it; a derived init() or
/// cleanup() calls this one's.
class ServerTest : public QObject {
    Q_OBJECT
protected:
    /// Each test gets a fresh server with this set; without one, the tests start theirs by start().
    explicit ServerTest(std::optional<GeneratedSet> set = {});

    /// Starts a server of the kind whose turn it is. False if it failed, with the reason in the log.
    bool start(const GeneratedSet &set);
    bool start(const QStringList &arguments);
    ControlClient &live() { return m_server->control(); }

    std::unique_ptr<OscServer> m_server;

protected Q_SLOTS:
    void initTestCase_data() { addServerRows(); }
    void init();
    void cleanup() { m_server.reset(); }

private Q_SLOTS:
    /// Says so where the real script can't be tried.
    void realAbletonOscIsTried();

private:
    template <class Set> bool startWith(const Set &set);

    std::optional<GeneratedSet> m_set;
};

} // namespace clipdeck
