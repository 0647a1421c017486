// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/value.h"
#include "tests/core/live/metatypes.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

class TestValue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameAsLiveSeesIt_data();
    void sameAsLiveSeesIt();
    void numbers();
    void words();
};

void TestValue::sameAsLiveSeesIt_data()
{
    QTest::addColumn<LiveValue>("a");
    QTest::addColumn<LiveValue>("b");
    QTest::addColumn<bool>("same");

    const LiveValue nothing;
    QTest::newRow("true and 1") << LiveValue(true) << LiveValue(1) << true;
    QTest::newRow("false and 0.0") << LiveValue(false) << LiveValue(0.0) << true;
    QTest::newRow("1 and 1.0") << LiveValue(1) << LiveValue(1.0) << true;
    QTest::newRow("a double and its float")
        << LiveValue(120.3) << LiveValue(static_cast<double>(120.3F)) << true;
    QTest::newRow("a small double and its float")
        << LiveValue(0.85) << LiveValue(static_cast<double>(0.85F)) << true;
    QTest::newRow("a hundredth of a BPM") << LiveValue(120.0) << LiveValue(120.01) << false;
    QTest::newRow("text") << LiveValue(QStringLiteral("Bass")) << LiveValue(QStringLiteral("Bass"))
                          << true;
    QTest::newRow("other text") << LiveValue(QStringLiteral("Bass"))
                                << LiveValue(QStringLiteral("bass")) << false;
    QTest::newRow("text and number") << LiveValue(QStringLiteral("1")) << LiveValue(1) << false;
    QTest::newRow("nothing twice") << nothing << nothing << true;
    QTest::newRow("nothing and 0") << nothing << LiveValue(0) << false;
    QTest::newRow("not a number") << LiveValue(qQNaN()) << LiveValue(qQNaN()) << false;
}

void TestValue::sameAsLiveSeesIt()
{
    QFETCH(LiveValue, a);
    QFETCH(LiveValue, b);
    QTEST(sameValue(a, b), "same");
    QTEST(sameValue(b, a), "same");
}

void TestValue::numbers()
{
    QCOMPARE(numberOr(true, 7.0), 1.0);
    QCOMPARE(numberOr(3, 7.0), 3.0);
    QCOMPARE(numberOr(0.25, 7.0), 0.25);
    QCOMPARE(numberOr(QStringLiteral("3"), 7.0), 7.0);
    QCOMPARE(numberOr({}, 7.0), 7.0);
}

void TestValue::words()
{
    QCOMPARE(describe(LiveValue(true)), QStringLiteral("on"));
    QCOMPARE(describe(LiveValue(false)), QStringLiteral("off"));
    QCOMPARE(describe(LiveValue(12)), QStringLiteral("12"));
    QCOMPARE(describe(LiveValue(0.5)), QStringLiteral("0.5"));
    QCOMPARE(describe(LiveValue(16777215.0)), QStringLiteral("16777215"));
    QCOMPARE(describe(LiveValue(static_cast<double>(0.1F))), QStringLiteral("0.1"));
    QCOMPARE(describe(LiveValue(QStringLiteral("Lead"))), QStringLiteral("Lead"));
    QCOMPARE(describe(LiveValue()), QStringLiteral("–"));
}

int tst_value(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestValue>(argc, argv);
}

#include "tst_value.moc"
