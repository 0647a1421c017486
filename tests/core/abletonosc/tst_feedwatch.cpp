// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/feedwatch.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

ListenerKey nameOfTrack(int track)
{
    return listenerKey(ObjectKind::Track, "name", {track});
}

} // namespace

class TestFeedWatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aChangeWithoutAPushIsMissed_data();
    void aChangeWithoutAPushIsMissed();
    void mostMissedMeansElsewhere();
    void aFifthLostIsNotElsewhere();
    void beatsAreExpectedWhileTheSongPlays();
};

/// A reading shows a change at 1,000 ms; a push of the same key comes at another time, or never (-1).
void TestFeedWatch::aChangeWithoutAPushIsMissed_data()
{
    QTest::addColumn<int>("pushAt");
    QTest::addColumn<bool>("isFirst"); // the push that answers a listener's start
    QTest::addColumn<int>("missed");
    QTest::newRow("before") << 900 << false << 0;
    QTest::newRow("soon after") << 1200 << false << 0;
    QTest::newRow("never") << -1 << false << 1;
    QTest::newRow("too late") << 1800 << false << 1;
    QTest::newRow("long before") << 100 << false << 1;
    QTest::newRow("told by a start") << 900 << true << 0;
}

void TestFeedWatch::aChangeWithoutAPushIsMissed()
{
    QFETCH(int, pushAt);
    QFETCH(bool, isFirst);
    QFETCH(int, missed);
    FeedWatch feed;
    for (qint64 now = 0; now <= 2000; now += 50) {
        if (now == pushAt && isFirst)
            feed.ignore(nameOfTrack(1), now);
        else if (now == pushAt)
            feed.pushed(nameOfTrack(1), now);
        if (now == 1000)
            feed.changed(nameOfTrack(1), now);
        feed.advance(now);
    }
    QCOMPARE(feed.missed(), missed);
}

void TestFeedWatch::mostMissedMeansElsewhere()
{
    FeedWatch feed;
    qint64 now = 0;
    const auto change = [&](bool withPush) {
        now += 500;
        if (withPush)
            feed.pushed(nameOfTrack(1), now);
        feed.changed(nameOfTrack(1), now);
        now += FeedWatch::graceMs + 1;
        feed.advance(now);
    };
    change(true);
    change(false);
    change(false);
    QVERIFY(!feed.isElsewhere()); // may be chance
    change(false);
    QVERIFY(feed.isElsewhere());
    for (int i = 0; i < 10; ++i)
        change(true);
    QVERIFY(!feed.isElsewhere());
}

void TestFeedWatch::aFifthLostIsNotElsewhere()
{
    FeedWatch feed;
    qint64 now = 0;
    for (int i = 0; i < 60; ++i) {
        now += 400;
        if (i % 5 != 0)
            feed.pushed(nameOfTrack(i), now);
        feed.changed(nameOfTrack(i), now);
        feed.advance(now);
        QVERIFY(!feed.isElsewhere());
    }
    QVERIFY(feed.missed() >= 11);
}

void TestFeedWatch::beatsAreExpectedWhileTheSongPlays()
{
    FeedWatch feed;
    feed.setPlaying(true, 120, 0);
    for (qint64 now = 0; now <= 10000; now += 100) {
        if (now % 500 == 0)
            feed.beat(now);
        feed.advance(now);
    }
    QCOMPARE(feed.missed(), 0);
    for (qint64 now = 10000; now <= 20000; now += 100)
        feed.advance(now);
    QVERIFY(feed.isElsewhere());
    const int missed = feed.missed();
    feed.setPlaying(false, 120, 20000);
    for (qint64 now = 20000; now <= 30000; now += 100)
        feed.advance(now);
    QCOMPARE(feed.missed(), missed);
}

int tst_feedwatch(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestFeedWatch>(argc, argv);
}

#include "tst_feedwatch.moc"
