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
    void anotherClipInAFullSlotIsSeen();
    void changesNameTheListenersThatShouldHaveTold();
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
    const auto track = [](int old) { return old == 9 ? -1 : old + 1; };
    const auto scene = [](int old) { return old == 7 ? -1 : old + 10; };
    const auto ids = [&](const ListenerKey &key) {
        const auto moved = keyAfterMove(key, track, scene);
        return moved ? moved->ids : std::vector<int>();
    };
    QCOMPARE(ids(armListener(3)), std::vector{4});
    QVERIFY(ids(armListener(9)).empty());
    QCOMPARE(ids(parameterListener(parameterId(1, 2, 3))), (std::vector{2, 2, 3}));
    QCOMPARE(ids(slotListener(slotId(1, 2))), (std::vector{2, 12}));
    QVERIFY(ids(slotListener(slotId(1, 7))).empty());
    QCOMPARE(ids(sceneListeners(5).front()), std::vector{15});
    const ListenerKey song = songListeners().front();
    QVERIFY(keyAfterMove(song, track, scene) == song);
}

void TestSetListeners::pushesReachTheMirror()
{
    LiveSet set;
    set.applyStructure(2, 2);
    set.applyDevices(TrackIndex(1), {Device{QStringLiteral("Eq"), {}, 2, {Parameter{}}}});
    applyPush(set, {QStringLiteral("song"), QStringLiteral("tempo"), {}}, 98.0, false);
    applyPush(set, {QStringLiteral("track"), QStringLiteral("playing_slot_index"), {1}}, 1, false);
    applyPush(
        set, {QStringLiteral("device"), QStringLiteral("parameter/value"), {1, 0, 0}}, 0.3, false);
    applyPush(set, {QStringLiteral("device"), QStringLiteral("parameter/value_string"), {1, 0, 0}},
        QStringLiteral("30 %"), false);
    applyPush(set, {QStringLiteral("view"), QStringLiteral("selected_scene"), {}}, 1, false);
    applyPush(set, {QStringLiteral("track"), QStringLiteral("nonsense"), {1}}, 1, false);
    applyPush(set, {QStringLiteral("track"), QStringLiteral("volume"), {7}}, 0.5, false);
    QCOMPARE(set.song().tempo, 98.0);
    QCOMPARE(set.track(TrackIndex(1))->playingSlot, 1);
    QCOMPARE(set.selection().scene, std::optional(1));
    QCOMPARE(set.parameter(parameterId(1, 0, 0))->value, 0.3);
    QCOMPARE(set.parameter(parameterId(1, 0, 0))->valueString, QStringLiteral("30 %"));
}

void TestSetListeners::anotherClipInAFullSlotIsSeen()
{
    LiveSet set;
    set.applyStructure(1, 1);
    const SlotId slot = slotId(0, 0);
    applyPush(set, slotListener(slot), true, true);
    QVERIFY(set.clip(slot));
    set.apply(slot, ClipField::Name, QStringLiteral("Old"));
    applyPush(set, slotListener(slot), true, true); // the start of a listener tells no change
    QCOMPARE(set.clip(slot)->name, QStringLiteral("Old"));
    applyPush(set, slotListener(slot), true, false);
    QCOMPARE(set.clip(slot)->name, QString());
    applyPush(set, slotListener(slot), false, false);
    QVERIFY(!set.clip(slot));
}

void TestSetListeners::changesNameTheListenersThatShouldHaveTold()
{
    Changes changes;
    changes.song.add(SongField::Metronome);
    changes.song.add(SongField::CanUndo); // has none
    changes.tracks[TrackIndex(2)].add(TrackField::Mute);
    changes.slotFields[slotId(1, 3)].add(SlotField::Clip);
    const std::vector<ListenerKey> keys = keysOf(changes);
    QCOMPARE(keys.size(), std::size_t(3));
    QCOMPARE(keys[0].property, QStringLiteral("metronome"));
    QCOMPARE(keys[1].ids, std::vector{2});
    QVERIFY(keys[2] == slotListener(slotId(1, 3)));
}

QTEST_GUILESS_MAIN(TestSetListeners)
#include "tst_setlisteners.moc"
