// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/quantization.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

class TestQuantization : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesAndGrids_data();
    void namesAndGrids();
    void outsideTheRange();
    void barsFollowTheSignature();
    void aClipsOwnOverridesTheSongs_data();
    void aClipsOwnOverridesTheSongs();
    void nextLines_data();
    void nextLines();
};

void TestQuantization::namesAndGrids_data()
{
    QTest::addColumn<int>("value");
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("beats");

    const std::vector<std::pair<const char *, double>> rows{{"None", 0}, {"8 bars", 32},
        {"4 bars", 16}, {"2 bars", 8}, {"1 bar", 4}, {"1/2", 2}, {"1/2T", 4.0 / 3}, {"1/4", 1},
        {"1/4T", 2.0 / 3}, {"1/8", 0.5}, {"1/8T", 1.0 / 3}, {"1/16", 0.25}, {"1/16T", 1.0 / 6},
        {"1/32", 0.125}};
    QCOMPARE(static_cast<int>(rows.size()), quantizationCount);
    int value = 0;
    for (const auto &[name, beats] : rows)
        QTest::newRow(name) << value++ << QString::fromLatin1(name) << beats;
}

void TestQuantization::namesAndGrids()
{
    QFETCH(int, value);
    QFETCH(double, beats);
    QTEST(quantizationName(value), "name");
    const std::optional<Beats> grid = quantizationGrid(value, {4, 4});
    QCOMPARE(grid.has_value(), beats > 0);
    QCOMPARE(grid.value_or(Beats{0}).value, beats);
}

void TestQuantization::outsideTheRange()
{
    for (int value : {-1, 14, 1000}) {
        QVERIFY(quantizationName(value).isEmpty());
        QVERIFY(!quantizationGrid(value, {4, 4}));
    }
}

void TestQuantization::barsFollowTheSignature()
{
    QCOMPARE(quantizationGrid(4, {7, 8})->value, 3.5); // 1 bar
    QCOMPARE(quantizationGrid(1, {3, 4})->value, 24.0); // 8 bars
    QCOMPARE(quantizationGrid(7, {7, 8})->value, 1.0); // 1/4 is a note's length, not a count
}

void TestQuantization::aClipsOwnOverridesTheSongs_data()
{
    QTest::addColumn<int>("clip");
    QTest::addColumn<int>("song");
    QTest::addColumn<int>("effective");
    QTest::newRow("global") << 0 << 4 << 4;
    QTest::newRow("unknown is global") << -1 << 7 << 7;
    QTest::newRow("none") << 1 << 4 << 0;
    QTest::newRow("8 bars") << 2 << 4 << 1;
    QTest::newRow("1/32") << 14 << 0 << 13;
}

void TestQuantization::aClipsOwnOverridesTheSongs()
{
    QFETCH(int, clip);
    QFETCH(int, song);
    QTEST(effectiveQuantization(clip, song), "effective");
}

void TestQuantization::nextLines_data()
{
    QTest::addColumn<double>("now");
    QTest::addColumn<double>("grid");
    QTest::addColumn<double>("line");
    QTest::newRow("between") << 5.0 << 4.0 << 8.0;
    QTest::newRow("on a line") << 8.0 << 4.0 << 8.0;
    QTest::newRow("a rounding past a line") << 8.0000001 << 4.0 << 8.0;
    QTest::newRow("the start") << 0.0 << 4.0 << 0.0;
    QTest::newRow("just after") << 0.01 << 4.0 << 4.0;
    QTest::newRow("before the start") << -3.0 << 4.0 << 0.0;
    QTest::newRow("a triplet") << 1.0 << 2.0 / 3 << 4.0 / 3;
    QTest::newRow("7/8") << 3.6 << 3.5 << 7.0;
}

void TestQuantization::nextLines()
{
    QFETCH(double, now);
    QFETCH(double, grid);
    QTEST(nextLine({now}, {grid}).value, "line");
}

int tst_quantization(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestQuantization>(argc, argv);
}

#include "tst_quantization.moc"
