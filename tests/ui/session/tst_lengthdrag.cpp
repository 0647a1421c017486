// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/session/lengthdrag.h"

#include <QTest>

using namespace clipdeck;

namespace {

constexpr Signature fourFour{4, 4};
constexpr Signature sixEight{6, 8};

} // namespace

class TestLengthDrag : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void barWidth_data();
    void barWidth();
    void ghostFollowsTheHand();
    void snaps_data();
    void snaps();
    void labels_data();
    void labels();
    void ticks_data();
    void ticks();
    void dragRemembersItsStart();
};

void TestLengthDrag::barWidth_data()
{
    QTest::addColumn<double>("length");
    QTest::addColumn<double>("width");
    QTest::newRow("1 beat") << 1.0 << 48.0;
    QTest::newRow("1 bar") << 4.0 << 48.0;
    QTest::newRow("4 bars") << 16.0 << 24.5;
    QTest::newRow("64 bars") << 256.0 << 12.0;
}

void TestLengthDrag::barWidth()
{
    QFETCH(double, length);
    QTEST(ghostBarWidth(98, {length}, fourFour), "width");
}

void TestLengthDrag::ghostFollowsTheHand()
{
    QCOMPARE(ghostWidth(98, {16}, {32}, fourFour), 98.0);
    QCOMPARE(ghostWidth(98, {16}, {16}, fourFour), 0.0);
    QCOMPARE(ghostWidth(98, {16}, {8}, fourFour), -49.0);
    QCOMPARE(ghostWidth(98, {256}, {1}, fourFour), -98.0); // never past the cell
    const Beats to = draggedLength(98, {16}, 98, fourFour, Snap::Beats);
    QCOMPARE(ghostWidth(98, {16}, to, fourFour), 98.0);
}

void TestLengthDrag::snaps_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("dx");
    QTest::addColumn<Snap>("snap");
    QTest::addColumn<double>("to");
    QTest::newRow("still") << 16.0 << 0.0 << Snap::Beats << 16.0;
    QTest::newRow("a tremble") << 16.0 << 2.0 << Snap::Beats << 16.0;
    QTest::newRow("a tremble keeps an odd length") << 15.5 << 1.0 << Snap::Beats << 15.5;
    QTest::newRow("a beat") << 16.0 << 6.0 << Snap::Beats << 17.0;
    QTest::newRow("doubled") << 16.0 << 98.0 << Snap::Beats << 32.0;
    QTest::newRow("to the grid") << 15.5 << 6.0 << Snap::Beats << 16.0;
    QTest::newRow("shorter") << 16.0 << -24.5 << Snap::Beats << 12.0;
    QTest::newRow("never nothing") << 16.0 << -500.0 << Snap::Beats << 1.0;
    QTest::newRow("fine") << 16.0 << 1.6 << Snap::Fine << 16.25;
    QTest::newRow("fine, least") << 16.0 << -500.0 << Snap::Fine << 0.25;
    QTest::newRow("off") << 16.0 << 24.5 / 16 << Snap::Off << 16.25;
    QTest::newRow("off, least") << 16.0 << -500.0 << Snap::Off << 0.25;
}

void TestLengthDrag::snaps()
{
    QFETCH(double, from);
    QFETCH(double, dx);
    QFETCH(Snap, snap);
    QTEST(draggedLength(98, {from}, dx, fourFour, snap).value, "to");
}

void TestLengthDrag::labels_data()
{
    QTest::addColumn<Signature>("signature");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<QString>("label");
    QTest::newRow("bars") << fourFour << 16.0 << 32.0 << "4|8 bars";
    QTest::newRow("one bar to more") << fourFour << 4.0 << 8.0 << "1|2 bars";
    QTest::newRow("bar to beats") << fourFour << 4.0 << 3.0 << "1 bar|3 beats";
    QTest::newRow("beats") << fourFour << 3.0 << 2.0 << "3|2 beats";
    QTest::newRow("beats to a bar") << fourFour << 3.0 << 4.0 << "3 beats|1 bar";
    QTest::newRow("off the grid") << fourFour << 16.0 << 22.25 << "4|5.2.1";
    QTest::newRow("back on the grid") << fourFour << 22.25 << 24.0 << "5.2.1|6 bars";
    QTest::newRow("six eight") << sixEight << 12.0 << 24.0 << "4|8 bars";
}

void TestLengthDrag::labels()
{
    QFETCH(Signature, signature);
    QFETCH(double, from);
    QFETCH(double, to);
    const LengthLabel label = lengthLabel({from}, {to}, signature);
    QTEST(QString(label.from + QLatin1Char('|') + label.to), "label");
}

void TestLengthDrag::ticks_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<QList<int>>("bars");
    QTest::newRow("4 to 8") << 16.0 << 32.0 << QList<int>{5, 6, 7};
    QTest::newRow("none between") << 16.0 << 20.0 << QList<int>{};
    QTest::newRow("same") << 16.0 << 16.0 << QList<int>{};
    QTest::newRow("off the grid") << 15.0 << 21.0 << QList<int>{4, 5};
    QTest::newRow("shorter") << 16.0 << 6.0 << QList<int>{2, 3};
}

void TestLengthDrag::ticks()
{
    QFETCH(double, from);
    QFETCH(double, to);
    const GhostTicks ticks = ghostTicks({from}, {to}, fourFour);
    QList<int> bars;
    for (int k = ticks.firstBar; k < ticks.endBar; ++k)
        bars << k;
    QTEST(bars, "bars");
}

void TestLengthDrag::dragRemembersItsStart()
{
    LengthDrag drag{slotId(1, 2), {16}, {16}, fourFour, 98, 500};
    drag.moveTo(598, Snap::Beats);
    QCOMPARE(drag.to.value, 32.0);
    drag.moveTo(500, Snap::Beats);
    QCOMPARE(drag.to.value, 16.0);
}

int tst_lengthdrag(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestLengthDrag>(argc, argv);
}

#include "tst_lengthdrag.moc"
