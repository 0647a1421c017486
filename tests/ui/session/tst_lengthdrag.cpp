// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/session/input/lengthdrag.h"

#include <QTest>

using namespace clipdeck;

namespace {

const ClipTimeScale fourFour(ClipTimeUnit::Beat, {4, 4}, 120);
const ClipTimeScale sixEight(ClipTimeUnit::Beat, {6, 8}, 120);
const ClipTimeScale notWarped(ClipTimeUnit::Second, {4, 4}, 90);

} // namespace

class TestLengthDrag : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tickWidth_data();
    void tickWidth();
    void ghostFollowsTheHand();
    void snaps_data();
    void snaps();
    void labels_data();
    void labels();
    void ticks_data();
    void ticks();
    void dragRemembersItsStart();
};

void TestLengthDrag::tickWidth_data()
{
    QTest::addColumn<ClipTimeScale>("scale");
    QTest::addColumn<double>("length");
    QTest::addColumn<double>("width");
    QTest::newRow("1 beat") << fourFour << 1.0 << 48.0;
    QTest::newRow("1 bar") << fourFour << 4.0 << 48.0;
    QTest::newRow("4 bars") << fourFour << 16.0 << 24.5;
    QTest::newRow("64 bars") << fourFour << 256.0 << 12.0;
    QTest::newRow("4 seconds") << notWarped << 4.0 << 24.5;
}

void TestLengthDrag::tickWidth()
{
    QFETCH(ClipTimeScale, scale);
    QFETCH(double, length);
    QTEST(ghostTickWidth(98, {length}, scale), "width");
}

void TestLengthDrag::ghostFollowsTheHand()
{
    QCOMPARE(ghostWidth(98, {16}, {32}, fourFour), 98.0);
    QCOMPARE(ghostWidth(98, {16}, {16}, fourFour), 0.0);
    QCOMPARE(ghostWidth(98, {16}, {8}, fourFour), -49.0);
    QCOMPARE(ghostWidth(98, {256}, {1}, fourFour), -98.0); // never past the cell
    QCOMPARE(ghostWidth(98, {4}, {6}, notWarped), 49.0);
    const ClipTime to = draggedLength(98, {16}, 98, fourFour, Snap::Whole);
    QCOMPARE(ghostWidth(98, {16}, to, fourFour), 98.0);
}

void TestLengthDrag::snaps_data()
{
    QTest::addColumn<ClipTimeScale>("scale");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("dx");
    QTest::addColumn<Snap>("snap");
    QTest::addColumn<double>("to");
    QTest::newRow("still") << fourFour << 16.0 << 0.0 << Snap::Whole << 16.0;
    QTest::newRow("a tremble") << fourFour << 16.0 << 2.0 << Snap::Whole << 16.0;
    QTest::newRow("a tremble keeps an odd length")
        << fourFour << 15.5 << 1.0 << Snap::Whole << 15.5;
    QTest::newRow("a beat") << fourFour << 16.0 << 6.0 << Snap::Whole << 17.0;
    QTest::newRow("doubled") << fourFour << 16.0 << 98.0 << Snap::Whole << 32.0;
    QTest::newRow("to the grid") << fourFour << 15.5 << 6.0 << Snap::Whole << 16.0;
    QTest::newRow("shorter") << fourFour << 16.0 << -24.5 << Snap::Whole << 12.0;
    QTest::newRow("never nothing") << fourFour << 16.0 << -500.0 << Snap::Whole << 1.0;
    QTest::newRow("fine") << fourFour << 16.0 << 1.6 << Snap::Fine << 16.25;
    QTest::newRow("fine, least") << fourFour << 16.0 << -500.0 << Snap::Fine << 0.25;
    QTest::newRow("off") << fourFour << 16.0 << 24.5 / 16 << Snap::Off << 16.25;
    QTest::newRow("off, least") << fourFour << 16.0 << -500.0 << Snap::Off << 0.25;
    QTest::newRow("a second") << notWarped << 20.0 << 12.0 << Snap::Whole << 21.0;
    QTest::newRow("seconds, shorter") << notWarped << 20.0 << -60.0 << Snap::Whole << 15.0;
    QTest::newRow("a tenth of a second") << notWarped << 20.0 << 1.2 << Snap::Fine << 20.1;
    QTest::newRow("seconds, least") << notWarped << 20.0 << -999.0 << Snap::Off << 0.1;
}

void TestLengthDrag::snaps()
{
    QFETCH(ClipTimeScale, scale);
    QFETCH(double, from);
    QFETCH(double, dx);
    QFETCH(Snap, snap);
    QFETCH(double, to);
    const ClipTime dragged = draggedLength(98, {from}, dx, scale, snap);
    QVERIFY2(qAbs(dragged.value - to) < 1e-9, qPrintable(QString::number(dragged.value)));
}

void TestLengthDrag::labels_data()
{
    QTest::addColumn<ClipTimeScale>("scale");
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
    QTest::newRow("seconds") << notWarped << 20.0 << 24.5 << "20|24.5 s";
    QTest::newRow("seconds to a minute") << notWarped << 20.0 << 64.0 << "20 s|1:04";
    QTest::newRow("six eight") << sixEight << 12.0 << 24.0 << "4|8 bars";
}

void TestLengthDrag::labels()
{
    QFETCH(ClipTimeScale, scale);
    QFETCH(double, from);
    QFETCH(double, to);
    const LengthLabel label = lengthLabel({from}, {to}, scale);
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
    for (int k = ticks.first; k < ticks.end; ++k)
        bars << k;
    QTEST(bars, "bars");
}

void TestLengthDrag::dragRemembersItsStart()
{
    LengthDrag drag{slotId(1, 2), {16}, {16}, fourFour, 98, 500};
    drag.moveTo(598, Snap::Whole);
    QCOMPARE(drag.to.value, 32.0);
    drag.moveTo(500, Snap::Whole);
    QCOMPARE(drag.to.value, 16.0);
}

int tst_lengthdrag(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestLengthDrag>(argc, argv);
}

#include "tst_lengthdrag.moc"
