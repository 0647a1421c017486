// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/overduecells.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

/// Four tracks of four scenes, of which two by two are on screen.
struct Screen {
    LiveSet set;
    bool listened = false;
    std::map<TrackIndex, qint64> readAt;
    OverdueCells cells{set,
        {[this](SlotId) { return listened; }, [this](TrackIndex track) { return readAt[track]; }}};

    Screen()
    {
        set.applyStructure(4, 4);
        set.publish();
        show(0, 0, 0);
    }
    void show(int track, int scene, qint64 now)
    {
        cells.setVisible(
            {TrackIndex(track), TrackIndex(track + 2), SceneIndex(scene), SceneIndex(scene + 2)},
            now);
    }
    void readAll(qint64 now)
    {
        for (int t = 0; t < set.trackCount(); ++t)
            readAt[TrackIndex(t)] = now;
    }
    /// Looked at ten times a second until then.
    void runTo(qint64 end)
    {
        for (; now < end; now += 100)
            cells.update(now);
    }
    QStringList overdue() const
    {
        QStringList out;
        for (int t = 0; t < set.trackCount(); ++t) {
            for (int s = 0; s < set.sceneCount(); ++s) {
                if (set.slot(slotId(t, s))->isOverdue)
                    out.append(QStringLiteral("%1 %2").arg(t).arg(s));
            }
        }
        return out;
    }

    qint64 now = 0;
};

const QStringList firstFour{
    QStringLiteral("0 0"), QStringLiteral("0 1"), QStringLiteral("1 0"), QStringLiteral("1 1")};
constexpr qint64 late = overdueAfterMs + 1000;

} // namespace

class TestOverdueCells : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whenACellIsOverdue_data();
    void whenACellIsOverdue();
    void onlyWhatIsOnScreenIsMarked();
    void whatComesOnScreenHasItsTime();
    void aListenerIsEnough();
    void aReadingEndsIt();
    void marksGoWhenTracksMove();
    void sleepIsNoDelay();
};

void TestOverdueCells::whenACellIsOverdue_data()
{
    QTest::addColumn<bool>("listened");
    QTest::addColumn<qint64>("readAt");
    QTest::addColumn<qint64>("shownSince");
    QTest::addColumn<bool>("overdue");
    const qint64 now = 100000;
    QTest::newRow("read just now") << false << now << qint64(0) << false;
    QTest::newRow("read ten seconds ago") << false << now - overdueAfterMs << qint64(0) << false;
    QTest::newRow("read longer ago") << false << now - overdueAfterMs - 1 << qint64(0) << true;
    QTest::newRow("longer ago, but Live would push") << true << qint64(0) << qint64(0) << false;
    QTest::newRow("longer ago, but only now on screen") << false << qint64(0) << now << false;
    QTest::newRow("never read") << false << qint64(-1) << qint64(0) << true;
    QTest::newRow("never read, only now on screen") << false << qint64(-1) << now << false;
}

void TestOverdueCells::whenACellIsOverdue()
{
    QFETCH(bool, listened);
    QFETCH(qint64, readAt);
    QFETCH(qint64, shownSince);
    QTEST(isOverdue({listened, readAt, shownSince}, 100000), "overdue");
}

void TestOverdueCells::onlyWhatIsOnScreenIsMarked()
{
    Screen screen;
    screen.runTo(late);
    QCOMPARE(screen.overdue(), firstFour);
}

void TestOverdueCells::whatComesOnScreenHasItsTime()
{
    Screen screen;
    screen.runTo(late);
    screen.show(2, 2, screen.now); // as by Ctrl+End
    screen.runTo(late + overdueAfterMs);
    QCOMPARE(screen.overdue(), QStringList());
    screen.runTo(2 * late + 1000);
    QCOMPARE(screen.overdue().size(), 4);
    QVERIFY(!screen.overdue().contains(QStringLiteral("0 0")));
}

void TestOverdueCells::aListenerIsEnough()
{
    Screen screen;
    screen.listened = true;
    screen.runTo(6 * late);
    QCOMPARE(screen.overdue(), QStringList());
    screen.listened = false; // another client has the pushes now
    screen.runTo(6 * late + 1000);
    QCOMPARE(screen.overdue(), firstFour);
}

void TestOverdueCells::aReadingEndsIt()
{
    Screen screen;
    screen.runTo(late);
    screen.readAt[TrackIndex(0)] = screen.now;
    screen.set.publish();
    QSet<int> changed;
    QObject::connect(&screen.set, &LiveSet::changed, &screen.set, [&](const Changes &changes) {
        for (const auto &[slot, fields] : changes.slotFields)
            changed.insert(slot.track.value);
        QVERIFY(!hasEdits(changes)); // nobody worked on the set
    });
    screen.runTo(late + 1000);
    screen.set.publish();
    QCOMPARE(screen.overdue(), firstFour.mid(2));
    QCOMPARE(changed, QSet<int>{0}); // so that its cells are painted anew
}

void TestOverdueCells::marksGoWhenTracksMove()
{
    Screen screen;
    screen.runTo(late);
    screen.cells.startAnew(screen.now);
    screen.set.applyTrackOrder({3, 0, 1, 2});
    QCOMPARE(screen.overdue(), QStringList());
    screen.runTo(late + 1000);
    QCOMPARE(screen.overdue(), QStringList());
}

void TestOverdueCells::sleepIsNoDelay()
{
    Screen screen;
    screen.runTo(1000);
    screen.now += 60000; // the lid was closed
    screen.runTo(screen.now + 1000);
    QCOMPARE(screen.overdue(), QStringList());
}

int tst_overduecells(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestOverdueCells>(argc, argv);
}

#include "tst_overduecells.moc"
