// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/showset.h"
#include "tests/support/testclass.h"
#include "ui/session/search/setsearch.h"

#include <QStringList>
#include <QTest>

using namespace clipdeck;

class TestSetSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsByName_data();
    void findsByName();
    void isBounded();

private:
    ShowSet m_show;
};

void TestSetSearch::initTestCase()
{
    m_show.addTracks(2, 3);
    m_show.nameTrack(0, "Bass", 0);
    m_show.nameTrack(1, "Café keys", 0);
    m_show.nameScene(0, "Intro", 0);
    m_show.nameScene(1, "Bassline", 0);
    m_show.putClip(0, 0, "Deep bass", 0);
    m_show.putClip(0, 1, "Sub", 0);
    m_show.putClip(1, 1, "Contrabass", 0);
    Device device;
    device.name = QStringLiteral("Bass Amp");
    device.parameters = {{QStringLiteral("Drive"), 0, 0, 1, false, {}}};
    m_show.set.applyDevices(TrackIndex(1), {device});
}

void TestSetSearch::findsByName_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *wanted, QStringList found) {
        QTest::newRow(wanted) << QString::fromUtf8(wanted) << found;
    };
    row("", {});
    row("  ", {});
    row("bass",
        {QStringLiteral("Bass, track 1"), QStringLiteral("Bassline, scene 2"),
            QStringLiteral("Bass Amp, Café keys"), QStringLiteral("Deep bass, Bass, scene 1"),
            QStringLiteral("Contrabass, Café keys, scene 2")});
    row("CAFE", {QStringLiteral("Café keys, track 2")});
    row("drive", {QStringLiteral("Drive, Café keys, Bass Amp")});
    row("bass keys", // one word in the name, one in where it is
        {QStringLiteral("Contrabass, Café keys, scene 2"), QStringLiteral("Bass Amp, Café keys")});
    row("sub intro", {});
    row("nowhere", {});
}

void TestSetSearch::findsByName()
{
    QFETCH(QString, wanted);
    QFETCH(QStringList, found);
    QStringList got;
    for (const SearchHit &hit : search(m_show.set, wanted))
        got.append(hit.name + QStringLiteral(", ") + hit.where);
    QCOMPARE(got, found);
}

void TestSetSearch::isBounded()
{
    QCOMPARE(search(m_show.set, QStringLiteral("bass"), 2).size(), std::size_t(2));
}

int tst_setsearch(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSetSearch>(argc, argv);
}

#include "tst_setsearch.moc"
