// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/namedplace.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

class TestNamedPlace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isFound_data();
    void isFound();
    void sharedNamesAreRefusedWithTheirPlaces();
};

void TestNamedPlace::isFound_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("index");
    const auto row = [](const char *word, int index) {
        QTest::newRow(word) << QString::fromUtf8(word) << index;
    };
    // 0 Kick, 1 808, 2 Bass, 3 bass, 4 "1", 5 #9, 6 Bass, 7 name:x, 8 Grüße
    row("0", 0);
    row("8", 8);
    row("808", 1); // no such index
    row("kick", 0);
    row("GRÜSSE", -1);
    row("grüße", 8);
    row("bass", 3); // capitals tell it from the others
    row("1", 1); // the index goes first…
    row("name:1", 4); // …unless it is said to be a name
    row("#1", 1);
    row("#9", 5); // no such index, but a name
    row("#99", -1);
    row("name:name:x", 7);
    row("name:x", -1);
    row("name:0", -1);
    row("-1", -1);
    row("9", -1);
    row("1.0", -1);
    row("", -1);
}

void TestNamedPlace::isFound()
{
    QFETCH(QString, word);
    QFETCH(int, index);
    const QStringList names{QStringLiteral("Kick"), QStringLiteral("808"), QStringLiteral("Bass"),
        QStringLiteral("bass"), QStringLiteral("1"), QStringLiteral("#9"), QStringLiteral("Bass"),
        QStringLiteral("name:x"), QStringLiteral("Grüße")};
    const NamedPlace place = findNamed(names, word, QStringLiteral("track"));
    QCOMPARE(place.index, index);
    QCOMPARE(place.error.isEmpty(), index >= 0);
}

void TestNamedPlace::sharedNamesAreRefusedWithTheirPlaces()
{
    const QStringList names{QStringLiteral("Bass"), QStringLiteral("Kick"), QStringLiteral("Bass")};
    for (const char *word : {"Bass", "bass", "name:Bass"}) {
        const NamedPlace place = findNamed(names, QLatin1String(word), QStringLiteral("track"));
        QCOMPARE(place.index, -1);
        QVERIFY(place.error.contains(u"#0, #2"));
    }
}

int tst_namedplace(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestNamedPlace>(argc, argv);
}

#include "tst_namedplace.moc"
