// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/push/setlisteners.h"
#include "tests/support/testclass.h"

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
    const auto canPush = [](const ListenerKey &key) {
        const Endpoint *start
            = findEndpoint(key.getter->object, Verb::StartListen, key.getter->name);
        return start && start->canListen;
    };
    for (const ListenerKey &key : songListeners())
        QVERIFY2(canPush(key), key.getter->address.constData());
    std::vector<ListenerKey> keys = trackListeners(3);
    keys.push_back(armListener(3));
    const std::vector<ListenerKey> ofClip = clipListeners(slotId(3, 4));
    QCOMPARE(ofClip.size(), clipFieldsListened.size());
    for (const ListenerKey &key : ofClip)
        QVERIFY2(canPush(key), key.getter->address.constData());
    for (const ListenerKey &key : keys) {
        QVERIFY2(canPush(key), key.getter->address.constData());
        QCOMPARE(key.ids, (ListenerKey::Ids{3, -1, -1}));
    }
}

void TestSetListeners::keysFollowTheirTracks()
{
    const auto track = [](int old) { return old == 9 ? -1 : old + 1; };
    const auto scene = [](int old) { return old == 7 ? -1 : old + 10; };
    const auto ids = [&](const ListenerKey &key) {
        const auto moved = keyAfterMove(key, track, scene);
        return moved ? moved->ids : ListenerKey::noIds;
    };
    QCOMPARE(ids(armListener(3)), (ListenerKey::Ids{4, -1, -1}));
    QCOMPARE(ids(armListener(9)), ListenerKey::noIds);
    QCOMPARE(ids(parameterListener(parameterId(1, 2, 3))), (ListenerKey::Ids{2, 2, 3}));
    QCOMPARE(ids(slotListener(slotId(1, 2))), (ListenerKey::Ids{2, 12, -1}));
    QCOMPARE(ids(slotListener(slotId(1, 7))), ListenerKey::noIds);
    QCOMPARE(ids(clipListeners(slotId(1, 2)).front()), (ListenerKey::Ids{2, 12, -1}));
    QCOMPARE(ids(clipListeners(slotId(1, 7)).front()), ListenerKey::noIds);
    QCOMPARE(ids(sceneListeners(5).front()), (ListenerKey::Ids{15, -1, -1}));
    const ListenerKey song = songListeners().front();
    QVERIFY(keyAfterMove(song, track, scene) == song);
}

void TestSetListeners::pushesReachTheMirror()
{
    LiveSet set;
    set.applyStructure(2, 2);
    set.applyDevices(TrackIndex(1), {Device{QStringLiteral("Eq"), {}, 2, {Parameter{}}}});
    const auto push = [&set](const ListenerKey &key, const LiveValue &value) {
        applyPush(set, key, value, false);
    };
    push(listenerKey(ObjectKind::Song, "tempo", {}), 98.0);
    push(listenerKey(ObjectKind::Track, "playing_slot_index", {1}), 1);
    push(parameterListener(parameterId(1, 0, 0)), 0.3);
    push(parameterListener(parameterId(1, 0, 0)), QStringLiteral("30 %"));
    push(listenerKey(ObjectKind::View, "selected_scene", {}), 1);
    push(listenerKey(ObjectKind::Track, "volume", {7}), 0.5);
    set.applyHasClip(slotId(0, 1), true);
    push(listenerKey(ObjectKind::Clip, "loop_end", {0, 1}), 12.0);
    push(listenerKey(ObjectKind::Clip, "loop_end", {0, 0}), 12.0); // of a clip that has gone
    QCOMPARE(set.clip(slotId(0, 1))->loopEnd.value, 12.0);
    QVERIFY(!set.clip(slotId(0, 0)));
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
    QVERIFY(keys[0] == listenerKey(ObjectKind::Song, "metronome", {}));
    QVERIFY(keys[1] == listenerKey(ObjectKind::Track, "mute", {2}));
    QVERIFY(keys[2] == slotListener(slotId(1, 3)));
}

int tst_setlisteners(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSetListeners>(argc, argv);
}

#include "tst_setlisteners.moc"
