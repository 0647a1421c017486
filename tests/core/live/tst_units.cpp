// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/units.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

constexpr Signature common{4, 4};
constexpr Signature waltz{3, 4};
constexpr Signature jig{6, 8};
constexpr Signature odd{7, 16};

} // namespace

Q_DECLARE_METATYPE(clipdeck::Signature)

class TestUnits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void signatures();
    void positions_data();
    void positions();
    void counts_data();
    void counts();
    void lengths_data();
    void lengths();
};

void TestUnits::signatures()
{
    QCOMPARE(common.bar().value, 4.0);
    QCOMPARE(waltz.bar().value, 3.0);
    QCOMPARE(jig.bar().value, 3.0);
    QCOMPARE(jig.count().value, 0.5);
    QCOMPARE(odd.bar().value, 1.75);
    QCOMPARE(odd.count().value, 0.25);
}

void TestUnits::positions_data()
{
    QTest::addColumn<double>("beats");
    QTest::addColumn<Signature>("signature");
    QTest::addColumn<QString>("text");

    QTest::newRow("the start") << 0.0 << common << QStringLiteral("1.1.1");
    QTest::newRow("a sixteenth") << 0.25 << common << QStringLiteral("1.1.2");
    QTest::newRow("a beat") << 1.0 << common << QStringLiteral("1.2.1");
    QTest::newRow("end of a bar") << 3.75 << common << QStringLiteral("1.4.4");
    QTest::newRow("second bar") << 4.0 << common << QStringLiteral("2.1.1");
    QTest::newRow("within a sixteenth") << 4.2 << common << QStringLiteral("2.1.1");
    QTest::newRow("a hair below the line") << 3.99999 << common << QStringLiteral("2.1.1");
    QTest::newRow("a waltz's second bar") << 3.0 << waltz << QStringLiteral("2.1.1");
    QTest::newRow("6/8 counts eighths") << 2.5 << jig << QStringLiteral("1.6.1");
    QTest::newRow("6/8 within an eighth") << 2.75 << jig << QStringLiteral("1.6.2");
    QTest::newRow("6/8 second bar") << 3.0 << jig << QStringLiteral("2.1.1");
    QTest::newRow("7/16 counts sixteenths") << 1.5 << odd << QStringLiteral("1.7.1");
    QTest::newRow("7/16 second bar") << 1.75 << odd << QStringLiteral("2.1.1");
    QTest::newRow("before the start there is no bar 0")
        << -0.25 << common << QStringLiteral("-1.4.4");
    QTest::newRow("a bar before the start") << -4.0 << common << QStringLiteral("-1.1.1");
    QTest::newRow("just over a bar before") << -4.25 << common << QStringLiteral("-2.4.4");
    QTest::newRow("an hour in") << 7200.0 << common << QStringLiteral("1801.1.1");
}

void TestUnits::positions()
{
    QFETCH(double, beats);
    QFETCH(Signature, signature);
    QTEST(positionText({beats}, signature), "text");
}

void TestUnits::counts_data()
{
    QTest::addColumn<double>("beats");
    QTest::addColumn<Signature>("signature");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing left") << 0.0 << common << QStringLiteral("0.0");
    QTest::newRow("over already") << -0.5 << common << QStringLiteral("0.0");
    QTest::newRow("less than a beat is not over yet") << 0.1 << common << QStringLiteral("0.1");
    QTest::newRow("a beat") << 1.0 << common << QStringLiteral("0.1");
    QTest::newRow("just over a beat") << 1.01 << common << QStringLiteral("0.2");
    QTest::newRow("a bar and three beats") << 7.0 << common << QStringLiteral("1.3");
    QTest::newRow("a bar") << 4.0 << common << QStringLiteral("1.0");
    QTest::newRow("6/8 counts eighths") << 1.5 << jig << QStringLiteral("0.3");
    QTest::newRow("6/8 a bar") << 3.0 << jig << QStringLiteral("1.0");
}

void TestUnits::counts()
{
    QFETCH(double, beats);
    QFETCH(Signature, signature);
    QTEST(countText({beats}, signature), "text");
}

void TestUnits::lengths_data()
{
    QTest::addColumn<double>("beats");
    QTest::addColumn<Signature>("signature");
    QTest::addColumn<QString>("text");

    QTest::newRow("a bar") << 4.0 << common << QStringLiteral("1 bar");
    QTest::newRow("bars") << 16.0 << common << QStringLiteral("4 bars");
    QTest::newRow("a beat") << 1.0 << common << QStringLiteral("1 beat");
    QTest::newRow("beats") << 3.0 << common << QStringLiteral("3 beats");
    QTest::newRow("bars and beats") << 6.0 << common << QStringLiteral("1.2.0");
    QTest::newRow("a sixteenth") << 0.25 << common << QStringLiteral("0.0.1");
    QTest::newRow("everything") << 22.25 << common << QStringLiteral("5.2.1");
    QTest::newRow("a float's bar") << 15.99999 << common << QStringLiteral("4 bars");
    QTest::newRow("a hair over is not a whole bar") << 4.1 << common << QStringLiteral("1.0.0");
    QTest::newRow("three quarters are a waltz's bar") << 3.0 << waltz << QStringLiteral("1 bar");
    QTest::newRow("6/8 counts eighths") << 2.0 << jig << QStringLiteral("4 beats");
}

void TestUnits::lengths()
{
    QFETCH(double, beats);
    QFETCH(Signature, signature);
    QTEST(lengthText({beats}, signature), "text");
}

int tst_units(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestUnits>(argc, argv);
}

#include "tst_units.moc"
