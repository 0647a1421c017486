// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/listenerset.h"

#include <QTest>

using namespace clipdeck;

namespace {

ListenerKey volumeOf(int track)
{
    return listenerKey(ObjectKind::Track, "volume", {track});
}

/// What Live would push for a listener that was started with `start`.
OscMessage push(const OscMessage &start, OscArgument value)
{
    OscMessage out = start;
    out.address.replace(QStringLiteral("/start_listen/"), QStringLiteral("/get/"));
    out.arguments.push_back(std::move(value));
    return out;
}

OscArguments valuesOf(const ListenerSet::Push &push)
{
    return {push.values.begin(), push.values.end()};
}

/// Wants and starts a listener; the message that started it.
OscMessage started(ListenerSet &listeners, const ListenerKey &key)
{
    listeners.want(key);
    return listeners.start(key).back();
}

/// Track 1 was deleted: 0 stays, 2 becomes 1.
std::optional<ListenerKey> withoutTrackOne(const ListenerKey &key)
{
    const int old = key.ids.front();
    return old == 1 ? std::nullopt : std::optional(volumeOf(old > 1 ? old - 1 : old));
}

} // namespace

class TestListenerSet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isStartedOnceAndStoppedWithItsLastUser();
    void aPushIsRead();
    void epochsFollowTheRules_data();
    void epochsFollowTheRules();
    void aStartThatWasLostIsMadeAgain();
    void whatMovedIsNotStopped();
    void noEpochIsUsedTwice();
    void aParametersTextComesUnderItsOwnAddress();
    void aGettersAnswerIsNoPush();
};

void TestListenerSet::isStartedOnceAndStoppedWithItsLastUser()
{
    ListenerSet listeners;
    QVERIFY(listeners.want(volumeOf(3)));
    QVERIFY(!listeners.want(volumeOf(3)));
    const auto start = listeners.start(volumeOf(3));
    QCOMPARE(start.size(), std::size_t(1));
    QCOMPARE(start[0].address, QStringLiteral("/live/track/start_listen/volume"));
    QCOMPARE(toInt(start[0].arguments.front()), std::optional(3));
    QVERIFY(!listeners.drop(volumeOf(3)));
    const auto stop = listeners.drop(volumeOf(3));
    QVERIFY(stop);
    QCOMPARE(stop->address, QStringLiteral("/live/track/stop_listen/volume"));
    QCOMPARE(stop->arguments, start[0].arguments); // AbletonOSC finds a listener by all of them
    QVERIFY(!listeners.drop(volumeOf(3)));
    QVERIFY(listeners.start(volumeOf(3)).empty());
}

void TestListenerSet::aPushIsRead()
{
    ListenerSet listeners;
    const OscMessage message = push(started(listeners, volumeOf(3)), 0.7F);
    QVERIFY(ListenerSet::isPush(message));
    QVERIFY(!listeners.isHeard(volumeOf(3)));
    const auto read = listeners.read(message);
    QVERIFY(read && read->isFirst);
    QVERIFY(listeners.isHeard(volumeOf(3)));
    QVERIFY(read->key == volumeOf(3));
    QCOMPARE(valuesOf(*read), OscArguments{0.7F});
    QVERIFY(!listeners.read(message)->isFirst);
    const ListenerKey tempo = listenerKey(ObjectKind::Song, "tempo", {});
    const OscMessage ofSong = push(started(listeners, tempo), 98.0F);
    const auto song = listeners.read(ofSong);
    QVERIFY(song && song->key == tempo);
    OscMessage strange = message; // our epoch under another address: not ours after all
    strange.address = QStringLiteral("/live/track/get/panning");
    QVERIFY(!listeners.read(strange));
}

/// Three tracks' volumes are listened to; then something happens. Which track is a push of the old epochs believed to be
/// about (-1: dropped), and which are to be started again?
void TestListenerSet::epochsFollowTheRules_data()
{
    QTest::addColumn<bool>("known"); // which object is which
    QTest::addColumn<bool>("startedBeforeTheSureLook");
    QTest::addColumn<QList<int>>("believedAs"); // the pushes of track 0, 1, 2
    QTest::addColumn<QList<int>>("startedAgain");
    QTest::newRow("moved, known") << true << true << QList{0, -1, 1} << QList<int>{};
    QTest::newRow("moved, not known") << false << true << QList{0, -1, -1} << QList{1};
    QTest::newRow("moved while starting") << true << false << QList{-1, -1, -1} << QList{0, 1};
}

void TestListenerSet::epochsFollowTheRules()
{
    QFETCH(bool, known);
    QFETCH(bool, startedBeforeTheSureLook);
    QFETCH(QList<int>, believedAs);
    QFETCH(QList<int>, startedAgain);
    ListenerSet listeners;
    const qint32 before = listeners.lastEpoch();
    std::vector<OscMessage> starts;
    for (int track = 0; track < 3; ++track)
        starts.push_back(started(listeners, volumeOf(track)));
    const qint32 sure = startedBeforeTheSureLook ? listeners.lastEpoch() : before;
    QList<int> again;
    for (const ListenerKey &key : listeners.follow(withoutTrackOne, known, sure))
        again.append(key.ids.front());
    QCOMPARE(again, startedAgain);
    QCOMPARE(listeners.count(), 2);
    for (int track = 0; track < 3; ++track) {
        const OscMessage message = push(starts[static_cast<std::size_t>(track)], 0.5F);
        const auto read = listeners.read(message);
        QCOMPARE(read ? read->key.ids.front() : -1, believedAs[track]);
    }
    for (const ListenerKey &key : listeners.keys()) {
        const OscMessage start = listeners.start(key).back();
        QVERIFY(listeners.read(push(start, 0.5F))->key == key);
    }
}

void TestListenerSet::aStartThatWasLostIsMadeAgain()
{
    ListenerSet listeners;
    const OscMessage first = started(listeners, volumeOf(0));
    const auto again = listeners.start(volumeOf(0));
    QCOMPARE(again.size(),
        std::size_t(2)); // should only its push have been lost, it does not stay behind
    QCOMPARE(again[0].address, QStringLiteral("/live/track/stop_listen/volume"));
    QCOMPARE(again[0].arguments, first.arguments);
    QVERIFY(again[1].arguments != first.arguments);
    QVERIFY(!listeners.read(push(first, 0.5F)));
    QCOMPARE(listeners.dropped(), 1);
}

void TestListenerSet::whatMovedIsNotStopped()
{
    ListenerSet listeners;
    started(listeners, volumeOf(2));
    listeners.follow(withoutTrackOne, true, listeners.lastEpoch());
    QVERIFY(listeners.stopAll().empty()); // Live would look for it at another track
    QVERIFY(!listeners.drop(volumeOf(1)));
    QCOMPARE(listeners.leftBehind(), 1);
}

void TestListenerSet::noEpochIsUsedTwice()
{
    ListenerSet listeners;
    listeners.want(volumeOf(0));
    std::vector<OscArgument> epochs;
    for (int i = 0; i < 5; ++i) {
        const OscArgument epoch = listeners.start(volumeOf(0)).back().arguments.back();
        for (const OscArgument &old : epochs)
            QVERIFY(epoch != old);
        epochs.push_back(epoch);
        listeners.follow([](const ListenerKey &key) { return key; }, false, 0);
    }
}

void TestListenerSet::aParametersTextComesUnderItsOwnAddress()
{
    ListenerSet listeners;
    const ListenerKey key = listenerKey(ObjectKind::Device, "parameter/value", {1, 2, 3});
    OscMessage text = push(started(listeners, key), QStringLiteral("2.50 kHz"));
    text.address = QStringLiteral("/live/device/get/parameter/value_string");
    const auto read = listeners.read(text);
    QVERIFY(read && read->key == key);
    QCOMPARE(valuesOf(*read), OscArguments{QStringLiteral("2.50 kHz")});
}

void TestListenerSet::aGettersAnswerIsNoPush()
{
    const QString address = QStringLiteral("/live/track/get/color");
    QVERIFY(!ListenerSet::isPush({address, {qint32(3), qint32(0xFFFFFF)}}));
    QVERIFY(!ListenerSet::isPush({address, {qint32(3), qint32(5), qint32(0x40000001)}}));
    QVERIFY(!ListenerSet::isPush({address, {}}));
}

QTEST_GUILESS_MAIN(TestListenerSet)
#include "tst_listenerset.moc"
