// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/structure/structure.h"
#include "tests/support/identities.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

QString text(const std::vector<int> &places)
{
    QStringList out;
    for (int place : places)
        out.append(QString::number(place));
    return out.join(u' ');
}

} // namespace

class TestStructure : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void places_data();
    void places();
    void identities();
};

void TestStructure::places_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("places");
    QTest::addColumn<bool>("unmoved");
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    QTest::newRow("the same") << s("abc") << s("abc") << s("0 1 2") << true;
    QTest::newRow("equal names stay") << s("aab") << s("aab") << s("0 1 2") << true;
    QTest::newRow("moved") << s("abc") << s("cab") << s("2 0 1") << false;
    QTest::newRow("inserted") << s("abc") << s("axbc") << s("0 -1 1 2") << false;
    QTest::newRow("deleted") << s("abc") << s("ac") << s("0 2") << false;
    QTest::newRow("deleted at the end") << s("abc") << s("ab") << s("0 1") << false;
    QTest::newRow("duplicated name") << s("ab") << s("aab") << s("0 -1 1") << false;
    QTest::newRow("another set") << s("abc") << s("xyz") << s("-1 -1 -1") << false;
    QTest::newRow("the first look") << s("") << s("ab") << s("-1 -1") << false;
    QTest::newRow("nothing left") << s("ab") << s("") << s("") << false;
}

void TestStructure::places()
{
    QFETCH(QString, before);
    QFETCH(QString, now);
    QFETCH(QString, places);
    QFETCH(bool, unmoved);
    const std::vector<int> found = oldPlaces(identitiesOf(before), identitiesOf(now));
    QCOMPARE(text(found), places);
    QCOMPARE(isUnmoved(found, int(before.size())), unmoved);
}

void TestStructure::identities()
{
    QCOMPARE(identityOf(268437376), std::optional(QStringLiteral("268437376")));
    QCOMPARE(identityOf(double(qint64(105553116266496))),
        std::optional(QStringLiteral("105553116266496")));
    QVERIFY(!identityOf(-1));
    QVERIFY(!identityOf(true));
    QVERIFY(!identityOf(QStringLiteral("268437376")));
    QVERIFY(!identityOf(LiveValue()));
}

int tst_structure(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestStructure>(argc, argv);
}

#include "tst_structure.moc"
