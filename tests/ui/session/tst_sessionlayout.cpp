// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/session/layout/sessionlayout.h"

#include <QTest>

using namespace clipdeck;

namespace {

SessionLayout layout(QPoint scroll = {}, double ratio = 1, QSize viewport = {1600, 500},
    Density density = Density::Compact)
{
    return SessionLayout({Metrics::of(density), viewport, 20, 40, scroll, ratio});
}

QString text(Place p)
{
    static const char *names[]
        = {"nowhere", "header", "scenes title", "slot", "scene", "stop", "stop all"};
    QString out = QLatin1String(names[static_cast<int>(p.area)]);
    if (p.column >= 0)
        out += QStringLiteral(" c%1").arg(p.column);
    if (p.row >= 0)
        out += QStringLiteral(" r%1").arg(p.row);
    return out;
}

QString text(Hit h)
{
    static const char *zones[] = {"body", "lamp", "edge", "fold"};
    return text(h.place) + QLatin1String(", ") + QLatin1String(zones[static_cast<int>(h.zone)]);
}

} // namespace

class TestSessionLayout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void standsAsDrawn();
    void columnsAreShared();
    void gapsStayEven_data();
    void gapsStayEven();
    void hits_data();
    void hits();
    void noDeadPixelsBetweenCells();
    void visibleRange_data();
    void visibleRange();
    void scrollsToItsEnds();
    void scrollsIntoSight_data();
    void scrollsIntoSight();
    void keysMove_data();
    void keysMove();
    void aFewPixelsTooManyAreNotScrolled();
    void zoomScalesEverything();
    void boxesAskForTheirSlotsOnly();
    void nothingIsNowhere();
};

// The numbers of the drawn window: first column at 6, headers 38 high, scenes 182 wide at the right.
void TestSessionLayout::standsAsDrawn()
{
    const SessionLayout l = layout();
    QCOMPARE(l.rect(headerPlace(0)), QRectF(6, 4, 98, 38));
    QCOMPARE(l.rect(slotPlace(0, 0)), QRectF(6, 44, 98, 20));
    QCOMPARE(l.rect(slotPlace(3, 2)), QRectF(306, 88, 98, 20));
    QCOMPARE(l.rect(scenePlace(1)), QRectF(1412, 66, 182, 20));
    QCOMPARE(l.rect(stopPlace(2)), QRectF(206, 476, 98, 20));
    QCOMPARE(l.rect(stopAllPlace()), QRectF(1412, 476, 182, 20));
    QCOMPARE(l.lamp(slotPlace(0, 0)), QRectF(6, 44, 20, 20));
    QCOMPARE(l.body(slotPlace(0, 0)), QRectF(27, 44, 77, 20));
    const SessionLayout touch = layout({}, 1, {1600, 800}, Density::Comfortable);
    QCOMPARE(touch.rect(slotPlace(1, 1)), QRectF(134, 88, 126, 34));
}

void TestSessionLayout::columnsAreShared()
{
    const SessionLayout l = layout({37, 11}, 1.5);
    for (int column = 0; column < 20; ++column) {
        const QRectF slot = l.rect(slotPlace(column, 3));
        for (Place other : {headerPlace(column), stopPlace(column)}) {
            QCOMPARE(l.rect(other).left(), slot.left());
            QCOMPARE(l.rect(other).width(), slot.width());
        }
    }
}

void TestSessionLayout::gapsStayEven_data()
{
    QTest::addColumn<double>("ratio");
    for (double ratio : {1.0, 1.25, 1.5, 1.75, 2.0})
        QTest::addRow("%g", ratio) << ratio;
}

void TestSessionLayout::gapsStayEven()
{
    QFETCH(double, ratio);
    const SessionLayout l = layout({3, 5}, ratio);
    const auto onDevice
        = [&](double v) { return std::abs(v * ratio - std::round(v * ratio)) < 1e-6; };
    const double gap = l.rect(slotPlace(1, 0)).left() - l.rect(slotPlace(0, 0)).right();
    QVERIFY(gap > 0);
    for (int i = 0; i < 19; ++i) {
        const QRectF a = l.rect(slotPlace(i, i));
        const QRectF b = l.rect(slotPlace(i + 1, i + 1));
        QVERIFY(
            onDevice(a.left()) && onDevice(a.right()) && onDevice(a.top()) && onDevice(a.bottom()));
        QVERIFY(qFuzzyCompare(b.left() - a.right(), gap));
        QVERIFY(qFuzzyCompare(b.top() - a.bottom(), gap));
    }
}

void TestSessionLayout::hits_data()
{
    QTest::addColumn<QPointF>("at");
    QTest::addColumn<QString>("expected");
    const auto row = [](double x, double y, const char *what) {
        QTest::addRow("%g,%g", x, y) << QPointF(x, y) << QString::fromLatin1(what);
    };
    row(10, 50, "slot c0 r0, lamp");
    row(60, 50, "slot c0 r0, body");
    row(97, 50, "slot c0 r0, body");
    row(98, 50, "slot c0 r0, edge");
    row(103.9, 63, "slot c0 r0, edge");
    row(106, 50, "slot c1 r0, lamp");
    row(60, 70, "slot c0 r1, body");
    row(10, 10, "header c0, fold");
    row(10, 35, "header c0, body");
    row(60, 10, "header c0, body");
    row(1500, 10, "scenes title, body");
    row(1420, 50, "scene r0, lamp");
    row(1500, 50, "scene r0, body");
    row(210, 480, "stop c2, lamp");
    row(280, 480, "stop c2, body");
    row(1500, 480, "stop all, body");
    row(1409, 50, "nowhere, body"); // between grid and scenes
    row(1598, 50, "nowhere, body");
    row(60, 499, "nowhere, body");
    row(-4, 50, "nowhere, body");
}

void TestSessionLayout::hits()
{
    QFETCH(QPointF, at);
    QTEST(text(layout().hit(at)), "expected");
}

void TestSessionLayout::noDeadPixelsBetweenCells()
{
    const SessionLayout l = layout({13, 7});
    for (double x = 8; x < 1400; x += 0.5)
        QCOMPARE(l.hit({x, 100}).place.area, Area::Slot);
    for (double y = 46; y < 470; y += 0.5)
        QCOMPARE(l.hit({100, y}).place.area, Area::Slot);
}

void TestSessionLayout::visibleRange_data()
{
    QTest::addColumn<QPoint>("scroll");
    QTest::addColumn<QList<int>>("range"); // columns from, to; rows from, to
    QTest::newRow("start") << QPoint(0, 0) << QList<int>{0, 14, 0, 20};
    QTest::newRow("a pixel on") << QPoint(8, 3) << QList<int>{0, 15, 0, 20};
    QTest::newRow("one on") << QPoint(106, 24) << QList<int>{1, 16, 1, 21};
    QTest::newRow("end") << QPoint(600, 450) << QList<int>{5, 20, 20, 40};
}

void TestSessionLayout::visibleRange()
{
    QFETCH(QPoint, scroll);
    QFETCH(QList<int>, range);
    const SessionLayout::Range r = layout(scroll).visible();
    QCOMPARE((QList<int>{r.firstColumn, r.endColumn, r.firstRow, r.endRow}), range);
}

void TestSessionLayout::scrollsToItsEnds()
{
    const QSize most = layout().scrollRange();
    const SessionLayout l = layout({most.width(), most.height()});
    const QRectF last = l.rect(slotPlace(19, 39));
    QVERIFY(l.grid().contains(last.adjusted(-2, -2, 2, 2)));
    QVERIFY(l.grid().right() - last.right() <= 2);
    QVERIFY(l.grid().bottom() - last.bottom() <= 2);
    const SessionLayout roomy({Metrics::of(Density::Compact), {1600, 500}, 3, 3, {}, 1});
    QCOMPARE(roomy.scrollRange(), QSize(0, 0));
}

void TestSessionLayout::scrollsIntoSight_data()
{
    QTest::addColumn<QPoint>("from");
    QTest::addColumn<Place>("place");
    QTest::newRow("in sight") << QPoint(0, 0) << slotPlace(2, 2);
    QTest::newRow("right") << QPoint(0, 0) << slotPlace(19, 0);
    QTest::newRow("below") << QPoint(0, 0) << slotPlace(0, 39);
    QTest::newRow("left and above") << QPoint(500, 400) << slotPlace(0, 0);
    QTest::newRow("a header") << QPoint(0, 0) << headerPlace(18);
    QTest::newRow("a scene") << QPoint(0, 0) << scenePlace(30);
}

void TestSessionLayout::scrollsIntoSight()
{
    QFETCH(QPoint, from);
    QFETCH(Place, place);
    const SessionLayout before = layout(from);
    const SessionLayout after = layout(before.scrolledTo(place));
    const QRectF box = after.rect(place);
    if (place.column >= 0)
        QVERIFY(box.left() >= 6 && box.right() + 2 <= after.grid().right());
    if (place.row >= 0)
        QVERIFY(box.top() - 2 >= after.grid().top() && box.bottom() + 2 <= after.grid().bottom());
    QCOMPARE(after.scrolledTo(place), after.input().scroll);
}

void TestSessionLayout::keysMove_data()
{
    QTest::addColumn<Place>("from");
    QTest::addColumn<Step>("step");
    QTest::addColumn<QString>("expected");
    const auto row = [](Place from, Step step, const char *expected) {
        QTest::addRow("%s %d", qPrintable(text(from)), static_cast<int>(step))
            << from << step << QString::fromLatin1(expected);
    };
    row(slotPlace(2, 2), Step::Left, "slot c1 r2");
    row(slotPlace(0, 2), Step::Left, "slot c0 r2");
    row(slotPlace(19, 2), Step::Right, "scene r2");
    row(scenePlace(2), Step::Left, "slot c19 r2");
    row(scenePlace(2), Step::Right, "scene r2");
    row(slotPlace(2, 0), Step::Up, "header c2");
    row(headerPlace(2), Step::Up, "header c2");
    row(headerPlace(2), Step::Down, "slot c2 r0");
    row(headerPlace(19), Step::Right, "header c19");
    row(slotPlace(2, 39), Step::Down, "stop c2");
    row(stopPlace(2), Step::Down, "stop c2");
    row(stopPlace(2), Step::Up, "slot c2 r39");
    row(stopPlace(19), Step::Right, "stop all");
    row(stopAllPlace(), Step::Up, "scene r39");
    row(scenePlace(0), Step::Up, "scene r0");
    row(scenePlace(39), Step::Down, "stop all");
    row(slotPlace(2, 3), Step::PageDown, "slot c2 r11");
    row(slotPlace(2, 35), Step::PageDown, "slot c2 r39");
    row(slotPlace(2, 3), Step::PageUp, "slot c2 r0");
    row(scenePlace(20), Step::PageUp, "scene r12");
    row(slotPlace(7, 3), Step::RowStart, "slot c0 r3");
    row(slotPlace(7, 3), Step::RowEnd, "slot c19 r3");
    row(slotPlace(7, 3), Step::First, "slot c0 r0");
    row(slotPlace(7, 3), Step::Last, "slot c19 r39");
    row({}, Step::Down, "slot c0 r0"); // from nowhere: begin
}

void TestSessionLayout::keysMove()
{
    QFETCH(Place, from);
    QFETCH(Step, step);
    QTEST(text(layout().moved(from, step)), "expected");
}

// A vertical scroll bar takes ten pixels: no reason for a horizontal one.
void TestSessionLayout::aFewPixelsTooManyAreNotScrolled()
{
    const auto wide = [](int width) {
        return SessionLayout({Metrics::of(Density::Compact), {width, 500}, 14, 40, {}, 1.0});
    };
    QCOMPARE(wide(1600).rect(slotPlace(0, 0)).width(), 98);
    QCOMPARE(wide(1600).scrollRange().width(), 0);
    QCOMPARE(wide(1590).rect(slotPlace(0, 0)).width(), 97);
    QCOMPARE(wide(1590).scrollRange().width(), 0);
    QCOMPARE(wide(1400).rect(slotPlace(0, 0)).width(), 98); // that would be too narrow
    QVERIFY(wide(1400).scrollRange().width() > 0);
}

void TestSessionLayout::zoomScalesEverything()
{
    SessionLayout::Input input{Metrics::of(Density::Compact), {1600, 500}, 20, 40, {}, 1.0};
    input.zoom = 1.5;
    const SessionLayout zoomed(input);
    QCOMPARE(zoomed.rect(slotPlace(0, 0)).size(), QSizeF(147, 30));
    QCOMPARE(zoomed.lamp(slotPlace(0, 0)).size(), QSizeF(30, 30));
    QCOMPARE(zoomed.rect(headerPlace(0)).height(), 57);
    const QPointF middle = zoomed.rect(slotPlace(3, 2)).center();
    QCOMPARE(zoomed.hit(middle).place, slotPlace(3, 2));
}

void TestSessionLayout::boxesAskForTheirSlotsOnly()
{
    const SessionLayout l = layout();
    const QRect lamp = l.lamp(slotPlace(3, 2)).toAlignedRect();
    const SessionLayout::Range range = l.visible(lamp);
    QVERIFY(
        range.firstColumn <= 3 && range.endColumn > 3 && range.endColumn - range.firstColumn <= 2);
    QVERIFY(range.firstRow <= 2 && range.endRow > 2 && range.endRow - range.firstRow <= 3);
    QCOMPARE(l.visible(QRect(0, 0, 1600, 500)), l.visible());
}

void TestSessionLayout::nothingIsNowhere()
{
    const SessionLayout empty({Metrics::of(Density::Compact), {800, 400}, 0, 0, {}, 1});
    QCOMPARE(text(empty.hit({50, 60})), QStringLiteral("nowhere, body"));
    QVERIFY(empty.rect(slotPlace(0, 0)).isEmpty());
    QCOMPARE(empty.visible(), SessionLayout::Range());
    for (Step step : {Step::Left, Step::Down, Step::RowEnd, Step::PageDown})
        QCOMPARE(text(empty.moved({}, step)), QStringLiteral("nowhere"));
    const SessionLayout tiny({Metrics::of(Density::Compact), {10, 10}, 20, 40, {}, 1});
    QCOMPARE(tiny.visible().endRow, 0);
}

int tst_sessionlayout(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSessionLayout>(argc, argv);
}

#include "tst_sessionlayout.moc"
