// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/listenerset.h"

#include <QTest>

using namespace clipdeck;

namespace {

ListenerKey volumeOf(int track)
{
    return {QStringLiteral("track"), QStringLiteral("volume"), {track}};
}

/// What Live would push for a listener that was started with `start`.
OscMessage push(const OscMessage &start, OscArgument value)
{
    OscMessage out = start;
    out.address.replace(QStringLiteral("/start_listen/"), QStringLiteral("/get/"));
    out.arguments.push_back(std::move(value));
    return out;
}

} // namespace

class TestListenerSet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isStartedOnceAndStoppedWithItsLastUser();
    void aPushIsRead();
    void aPushOfAnOldEpochIsDropped();
    void whatStaysIsLeftAloneWhenTracksMove();
    void noEpochIsUsedTwice();
    void aParametersTextComesUnderItsOwnAddress();
    void aGettersAnswerIsNoPush();
};

void TestListenerSet::isStartedOnceAndStoppedWithItsLastUser()
{
    ListenerSet listeners;
    const auto start = listeners.add(volumeOf(3));
    QVERIFY(start);
    QCOMPARE(start->address, QStringLiteral("/live/track/start_listen/volume"));
    QCOMPARE(toInt(start->arguments.front()), std::optional(3));
    QVERIFY(!listeners.add(volumeOf(3)));
    QVERIFY(!listeners.remove(volumeOf(3)));
    const auto stop = listeners.remove(volumeOf(3));
    QVERIFY(stop);
    QCOMPARE(stop->address, QStringLiteral("/live/track/stop_listen/volume"));
    QCOMPARE(stop->arguments, start->arguments); // AbletonOSC finds a listener by all of them
    QVERIFY(!listeners.remove(volumeOf(3)));
}

void TestListenerSet::aPushIsRead()
{
    ListenerSet listeners;
    const OscMessage message = push(*listeners.add(volumeOf(3)), 0.7F);
    QVERIFY(ListenerSet::isPush(message));
    const auto read = listeners.read(message);
    QVERIFY(read);
    QVERIFY(read->key == volumeOf(3));
    QCOMPARE(read->values, OscArguments{0.7F});
    const ListenerKey tempo{QStringLiteral("song"), QStringLiteral("tempo"), {}};
    const auto song = listeners.read(push(*listeners.add(tempo), 98.0F));
    QVERIFY(song && song->key == tempo);
}

void TestListenerSet::aPushOfAnOldEpochIsDropped()
{
    ListenerSet listeners;
    const OscMessage start = *listeners.add(volumeOf(3));
    listeners.startAll();
    QVERIFY(ListenerSet::isPush(push(start, 0.7F)));
    QVERIFY(!listeners.read(push(start, 0.7F)));
    QCOMPARE(listeners.dropped(), 1);
}

void TestListenerSet::whatStaysIsLeftAloneWhenTracksMove()
{
    ListenerSet listeners;
    const OscMessage zero = *listeners.add(volumeOf(0));
    const OscMessage one = *listeners.add(volumeOf(1));
    const OscMessage two = *listeners.add(volumeOf(2));
    // Track 1 was deleted: 0 stays, 2 becomes 1.
    const auto starts = listeners.rename([](const ListenerKey &key) -> std::optional<ListenerKey> {
        const int old = key.ids.front();
        if (old == 1)
            return std::nullopt;
        return volumeOf(old == 2 ? 1 : old);
    });
    QCOMPARE(starts.size(), std::size_t(1));
    QCOMPARE(toInt(starts[0].arguments.front()), std::optional(1));
    QVERIFY(listeners.read(push(zero, 0.1F)));
    QVERIFY(!listeners.read(push(one, 0.1F)));
    QVERIFY(!listeners.read(push(two, 0.1F)));
    QVERIFY(listeners.read(push(starts[0], 0.1F)));
    QCOMPARE(listeners.count(), 2);
}

void TestListenerSet::noEpochIsUsedTwice()
{
    ListenerSet listeners;
    std::vector<OscArgument> epochs{listeners.add(volumeOf(0))->arguments.back()};
    for (int i = 0; i < 5; ++i) {
        for (const OscMessage &start : listeners.startAll()) {
            for (const OscArgument &old : epochs)
                QVERIFY(start.arguments.back() != old);
            epochs.push_back(start.arguments.back());
        }
    }
}

void TestListenerSet::aParametersTextComesUnderItsOwnAddress()
{
    ListenerSet listeners;
    const ListenerKey key{QStringLiteral("device"), QStringLiteral("parameter/value"), {1, 2, 3}};
    OscMessage text = push(*listeners.add(key), QStringLiteral("2.50 kHz"));
    text.address = QStringLiteral("/live/device/get/parameter/value_string");
    const auto read = listeners.read(text);
    QVERIFY(read);
    QCOMPARE(read->key.property, QStringLiteral("parameter/value_string"));
    QCOMPARE(read->key.ids, (std::vector{1, 2, 3}));
    QCOMPARE(read->values, OscArguments{QStringLiteral("2.50 kHz")});
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
