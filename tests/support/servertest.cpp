// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/servertest.h"

#include <QTest>

#include <utility>

namespace clipdeck {

ServerTest::ServerTest(std::optional<GeneratedSet> set)
    : m_set(std::move(set))
{
}

template <class Set> bool ServerTest::startWith(const Set &set)
{
    QFETCH_GLOBAL(ServerKind, kind);
    QString error;
    m_server = OscServer::start(kind, set, &error);
    if (!m_server)
        qWarning().noquote() << error;
    return m_server != nullptr;
}

bool ServerTest::start(const GeneratedSet &set)
{
    return startWith(set);
}

bool ServerTest::start(const QStringList &arguments)
{
    return startWith(arguments);
}

void ServerTest::init()
{
    if (m_set)
        QVERIFY(start(*m_set));
}

void ServerTest::realAbletonOscIsTried()
{
    if (const QString reason = OscServer::unavailable(ServerKind::Rig); !reason.isEmpty())
        QSKIP(qPrintable(reason));
}

} // namespace clipdeck

#include "moc_servertest.cpp"
