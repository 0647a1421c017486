// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/listenerset.h"
#include "tests/support/testclass.h"

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
    QVERIFY(!listeners.hasPushed(volumeOf(3)));
    const auto read = listeners.read(message);
    QVERIFY(read && read->isFirst);
    QVERIFY(listeners.hasPushed(volumeOf(3)));
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

/// The table of ListenerSet's header, row by row. The volumes of tracks 0, 1 and 2 are listened to; then something happens.
void TestListenerSet::epochsFollowTheRules_data()
{
    /// Returns what is to be started again. `before`: the epoch before the three.
    using Event = std::vector<ListenerKey> (*)(ListenerSet &, qint32 before);
    QTest::addColumn<Event>("happens");
    // Which track each one's pushes of the old epoch are believed to be about: track 1 is deleted where tracks move.
    QTest::addColumn<QString>("believedAs");
    QTest::addColumn<QString>("startedAgain");
    QTest::addColumn<int>("leftBehind"); // listeners that then stay in Live without use
    const auto row = [](const char *name, Event happens, const char *believedAs,
                         const char *startedAgain, int leftBehind) {
        QTest::newRow(name) << happens << QString::fromLatin1(believedAs)
                            << QString::fromLatin1(startedAgain) << leftBehind;
    };
    row(
        "nothing", [](ListenerSet &, qint32) { return std::vector<ListenerKey>(); }, "0 1 2", "",
        0);
    row(
        "moved, and it is known which is which",
        [](ListenerSet &set, qint32) { return set.follow(withoutTrackOne, true, set.lastEpoch()); },
        "0 dropped 1", "", 0);
    row(
        "moved, and it is not known",
        [](ListenerSet &set, qint32) {
            return set.follow(withoutTrackOne, false, set.lastEpoch());
        },
        "0 dropped dropped", "1", 1);
    row(
        "moved while the starts were on their way",
        [](ListenerSet &set, qint32 before) { return set.follow(withoutTrackOne, true, before); },
        "dropped dropped dropped", "0 1", 2);
    row(
        "the script was restarted", [](ListenerSet &set, qint32) { return set.keys(); }, "0 1 2",
        "0 1 2", 0);
    row(
        "a start was lost on its way",
        [](ListenerSet &, qint32) { return std::vector{volumeOf(2)}; }, "0 1 2", "2", 0);
    row(
        "nobody wants one any more",
        [](ListenerSet &set, qint32) {
            set.drop(volumeOf(1));
            return std::vector<ListenerKey>();
        },
        "0 dropped 2", "", 0);
}

void TestListenerSet::epochsFollowTheRules()
{
    using Event = std::vector<ListenerKey> (*)(ListenerSet &, qint32);
    QFETCH(Event, happens);
    QFETCH(QString, believedAs);
    QFETCH(QString, startedAgain);
    QFETCH(int, leftBehind);
    ListenerSet listeners;
    const qint32 before = listeners.lastEpoch();
    std::vector<OscMessage> old;
    for (int track = 0; track < 3; ++track)
        old.push_back(push(started(listeners, volumeOf(track)), 0.5F));
    const std::vector<ListenerKey> again = happens(listeners, before);
    QStringList believed;
    for (const OscMessage &message : old) {
        const auto read = listeners.read(message);
        believed.append(read ? QString::number(read->key.ids.front()) : QStringLiteral("dropped"));
    }
    QCOMPARE(believed.join(u' '), believedAs);

    // Started again, each has an epoch of its own that is believed, and the one before is not.
    QStringList started;
    for (const ListenerKey &key : again) {
        started.append(QString::number(key.ids.front()));
        const OscMessage now = push(listeners.start(key).back(), 0.5F);
        const auto read = listeners.read(now);
        QVERIFY(read && read->isFirst && read->key == key);
        for (const OscMessage &message : old) {
            const auto late = listeners.read(message);
            QVERIFY(!late || late->key != key);
        }
    }
    started.sort();
    QCOMPARE(started.join(u' '), startedAgain);
    QCOMPARE(listeners.leftBehind(), leftBehind);
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

int tst_listenerset(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestListenerSet>(argc, argv);
}

#include "tst_listenerset.moc"
