// SPDX-License-Identifier: GPL-3.0-or-later
// One track has an attribute that Live does not tell, which loses every answer that has it in it: the attribute is found,
// everything else is read, and it is not asked for again and again. A name longer than a datagram is such a one.
#include "core/live/livesetjson.h"
#include "tests/support/comparedump.h"
#include "tests/support/enginesettings.h"
#include "tests/support/servertest.h"

#include <QJsonArray>
#include <QTest>

using namespace clipdeck;
using namespace Qt::StringLiterals;

namespace {

constexpr int refusedTrack = 5; // the track

} // namespace

class TestRefused : public ServerTest {
    Q_OBJECT
public:
    TestRefused()
        : ServerTest(GeneratedSet{.tracks = 20, .scenes = 4, .fill = 0.6, .seed = 2})
    {
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void neighboursAreReadAndItIsRemembered();

private:
    QJsonArray errors();
    QStringList whatDiffers();

    std::unique_ptr<Engine> m_engine;
};

void TestRefused::init()
{
    ServerTest::init();
    if (!m_server)
        return;
    QVERIFY(live().call(u"fault"_s, {{u"max_dgram"_s, macOsDatagram}}));
    QVERIFY2(live().call(u"rename_track"_s,
                 {{u"index"_s, refusedTrack}, {u"name"_s, QString(macOsDatagram, u'x')}}),
        qPrintable(live().error()));
    m_engine = std::make_unique<Engine>(settingsFor(*m_server));
}

void TestRefused::cleanup()
{
    m_engine.reset();
    ServerTest::cleanup();
}

/// What Live has refused since the last call.
QJsonArray TestRefused::errors()
{
    const QJsonValue stats = live().call(u"stats"_s, {{u"reset"_s, true}}).value_or(QJsonValue());
    return stats.toObject().value(u"live_errors"_s).toArray();
}

QStringList TestRefused::whatDiffers()
{
    return m_engine->liveSet().isComplete()
        ? differences(toJson(m_engine->liveSet()), live().dump())
        : QStringList{u"the mirror is not complete"_s};
}

void TestRefused::neighboursAreReadAndItIsRemembered()
{
    m_engine->start();
    QStringList lines;
    const auto lacksOnlyTheName = [&] {
        lines = whatDiffers();
        return lines.size() == 1 && lines.front().startsWith(u"track %1.name"_s.arg(refusedTrack));
    };
    QVERIFY2(QTest::qWaitFor(lacksOnlyTheName, 20000), qPrintable(lines.mid(0, 12).join(u'\n')));
    const QJsonArray searched = errors();
    QVERIFY(!searched.isEmpty());
    QTest::qWait(3000); // the listener of the name is tried, too
    errors();
    QTest::qWait(8000);
    const QJsonArray later = errors();
    // The audit comes by once, and remembers it, too.
    QVERIFY2(
        later.size() <= 1, qPrintable(u"%1: %2"_s.arg(later.size()).arg(later.first().toString())));
    qInfo("found by %lld refusals", qlonglong(searched.size()));
}

int tst_refused(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestRefused>(argc, argv);
}

#include "tests/support/testclass.h"
#include "tst_refused.moc"
