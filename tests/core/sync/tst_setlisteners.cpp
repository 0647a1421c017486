// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/endpoint.h"
#include "core/sync/setlisteners.h"

#include <QTest>

using namespace clipdeck;

class TestSetListeners : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatLiveCanTellIsListenedTo();
    void keysFollowTheirTracks();
    void pushesReachTheMirror();
};

void TestSetListeners::onlyWhatLiveCanTellIsListenedTo()
{
    for (const ListenerKey &key : songListeners()) {
        const bool isOfView = key.object == QLatin1String("view");
        const Property *property
            = findProperty(isOfView ? ObjectKind::View : ObjectKind::Song, key.property.toLatin1());
        QVERIFY2(property && property->canListen(), qPrintable(key.property));
    }
    std::vector<ListenerKey> keys = trackListeners(3);
    keys.push_back(armListener(3));
    for (const ListenerKey &key : keys) {
        const Property *property = findProperty(ObjectKind::Track, key.property.toLatin1());
        QVERIFY2(property && property->canListen(), qPrintable(key.property));
        QCOMPARE(key.ids, std::vector{3});
    }
}

void TestSetListeners::keysFollowTheirTracks()
{
    const auto swap = [](int track) { return track == 9 ? -1 : track + 1; };
    QCOMPARE(keyAfterMove(armListener(3), swap)->ids, std::vector{4});
    QVERIFY(!keyAfterMove(armListener(9), swap));
    const ListenerKey parameter = parameterListener(parameterId(1, 2, 3));
    QCOMPARE(keyAfterMove(parameter, swap)->ids, (std::vector{2, 2, 3}));
    QVERIFY(keyAfterMove(songListeners().front(), swap) == songListeners().front());
}

void TestSetListeners::pushesReachTheMirror()
{
    LiveSet set;
    set.applyStructure(2, 2);
    set.applyDevices(TrackIndex(1), {Device{QStringLiteral("Eq"), {}, 2, {Parameter{}}}});
    applyPush(set, {QStringLiteral("song"), QStringLiteral("tempo"), {}}, 98.0);
    applyPush(set, {QStringLiteral("track"), QStringLiteral("playing_slot_index"), {1}}, 1);
    applyPush(set, {QStringLiteral("device"), QStringLiteral("parameter/value"), {1, 0, 0}}, 0.3);
    applyPush(set, {QStringLiteral("device"), QStringLiteral("parameter/value_string"), {1, 0, 0}},
        QStringLiteral("30 %"));
    applyPush(set, {QStringLiteral("view"), QStringLiteral("selected_scene"), {}}, 1);
    applyPush(set, {QStringLiteral("track"), QStringLiteral("nonsense"), {1}}, 1);
    applyPush(set, {QStringLiteral("track"), QStringLiteral("volume"), {7}}, 0.5);
    QCOMPARE(set.song().tempo, 98.0);
    QCOMPARE(set.track(TrackIndex(1))->playingSlot, 1);
    QCOMPARE(set.selection().scene, std::optional(1));
    QCOMPARE(set.parameter(parameterId(1, 0, 0))->value, 0.3);
    QCOMPARE(set.parameter(parameterId(1, 0, 0))->valueString, QStringLiteral("30 %"));
}

QTEST_GUILESS_MAIN(TestSetListeners)
#include "tst_setlisteners.moc"
