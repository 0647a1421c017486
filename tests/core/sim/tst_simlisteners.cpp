// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/script/listeners.h"
#include "tests/core/sim/smallset.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;
using namespace clipdeck::sim;
using namespace Qt::StringLiterals;

class TestSimListeners : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pushesAtOnceAndAtEachChange();
    void extraArgumentsAreIdentityAndComeBack();
    void aStarListensToEveryTrack();
    void aParameterPushesItsValueAndItsText();
    void plainDevicePropertiesPushNoIds();
    void staysWithTheObjectWhenTracksMove();
    void genericListenersLeakWhenTheIndexIsReused();
    void mixerListenersFailForGoodWhenTheIndexIsReused();
    void theDeadFallSilent();
    void oneWriteTellsAllThatChanged();
    void theBeatComesOncePerBeat();
    void selectionIsAnIndex();
};

void TestSimListeners::pushesAtOnceAndAtEachChange()
{
    SmallStudio studio;
    QCOMPARE(studio.ask(u"/live/song/start_listen/tempo"_s),
        QStringList{u"/live/song/get/tempo 120f"_s});
    QCOMPARE(
        studio.ask(u"/live/song/set/tempo"_s, {99.0F}), QStringList{u"/live/song/get/tempo 99f"_s});
    QCOMPARE(studio.ask(u"/live/song/set/tempo"_s, {99.0F}), QStringList()); // no change, no news
    studio.ask(u"/live/song/stop_listen/tempo"_s);
    QCOMPARE(studio.ask(u"/live/song/set/tempo"_s, {98.0F}), QStringList());
}

void TestSimListeners::extraArgumentsAreIdentityAndComeBack()
{
    SmallStudio studio;
    studio.ask(u"/live/track/start_listen/volume"_s, {1, 1001});
    studio.ask(u"/live/track/start_listen/volume"_s, {1, 1002});
    QCOMPARE(studio.ask(u"/live/track/set/volume"_s, {1, 0.5F}),
        (QStringList{
            u"/live/track/get/volume 1 1001 0.5f"_s, u"/live/track/get/volume 1 1002 0.5f"_s}));
    studio.ask(u"/live/track/stop_listen/volume"_s, {1.0F, 1001.0F}); // Python: 1001.0 == 1001
    QCOMPARE(studio.ask(u"/live/track/set/volume"_s, {1, 0.25F}),
        QStringList{u"/live/track/get/volume 1 1002 0.25f"_s});
}

void TestSimListeners::aStarListensToEveryTrack()
{
    SmallStudio studio;
    QCOMPARE(studio.ask(u"/live/track/start_listen/mute"_s, {u"*"_s}).size(), 4);
    QCOMPARE(studio.ask(u"/live/track/set/mute"_s, {2, true}),
        QStringList{u"/live/track/get/mute 2 true"_s});
}

void TestSimListeners::aParameterPushesItsValueAndItsText()
{
    SmallStudio studio;
    const QStringList pair{u"/live/device/get/parameter/value 3 0 1 9 0f"_s,
        u"/live/device/get/parameter/value_string 3 0 1 9 \"Low-pass\""_s};
    QCOMPARE(studio.ask(u"/live/device/start_listen/parameter/value"_s, {3, 0, 1, 9}), pair);
    const QStringList moved{u"/live/device/get/parameter/value 3 0 1 9 2f"_s,
        u"/live/device/get/parameter/value_string 3 0 1 9 \"Band-pass\""_s};
    QCOMPARE(studio.ask(u"/live/device/set/parameter/value"_s, {3, 0, 1, 2.0F}), moved);
}

void TestSimListeners::plainDevicePropertiesPushNoIds()
{
    SmallStudio studio;
    QCOMPARE(studio.ask(u"/live/device/start_listen/name"_s, {3, 0}),
        QStringList{u"/live/device/get/name \"Auto Filter\""_s});
}

void TestSimListeners::staysWithTheObjectWhenTracksMove()
{
    SmallStudio studio;
    studio.ask(u"/live/track/start_listen/mute"_s, {3});
    QCOMPARE(studio.ask(u"/live/song/create_midi_track"_s, {0}),
        QStringList()); // of the structure nothing is pushed
    QCOMPARE(studio.ask(u"/live/track/set/mute"_s, {4, true}),
        QStringList{u"/live/track/get/mute 3 true"_s});
    QCOMPARE(studio.ask(u"/live/track/set/mute"_s, {3, true}), QStringList());
}

void TestSimListeners::genericListenersLeakWhenTheIndexIsReused()
{
    SmallStudio studio;
    studio.ask(u"/live/track/start_listen/mute"_s, {3});
    studio.ask(u"/live/song/create_midi_track"_s, {0});
    studio.ask(u"/live/track/start_listen/mute"_s, {3});
    QCOMPARE(studio.ask(u"/live/track/set/mute"_s, {3, true}),
        QStringList{u"/live/track/get/mute 3 true"_s});
    QCOMPARE(studio.ask(u"/live/track/set/mute"_s, {4, true}),
        QStringList{u"/live/track/get/mute 3 true"_s});
}

void TestSimListeners::mixerListenersFailForGoodWhenTheIndexIsReused()
{
    SmallStudio studio;
    studio.ask(u"/live/track/start_listen/volume"_s, {3});
    studio.ask(u"/live/song/create_midi_track"_s, {0});
    const QStringList refusal{
        u"/live/error \"Error handling OSC message: Observer not connected\""_s, u"…stopped"_s};
    QCOMPARE(studio.ask(u"/live/track/start_listen/volume"_s, {3}), refusal);
    QCOMPARE(studio.ask(u"/live/track/stop_listen/volume"_s, {3}), refusal);
    QCOMPARE(studio.ask(u"/live/track/start_listen/volume"_s, {3, 5}),
        QStringList{u"/live/track/get/volume 3 5 0.85f"_s});
}

void TestSimListeners::theDeadFallSilent()
{
    SmallStudio studio;
    studio.ask(u"/live/clip/start_listen/name"_s, {1, 0});
    studio.ask(u"/live/device/start_listen/parameter/value"_s, {3, 0, 1});
    studio.ask(u"/live/clip_slot/delete_clip"_s, {1, 0});
    studio.ask(u"/live/track/delete_device"_s, {3, 0});
    QCOMPARE(studio.live.observers().count(), 0);
    studio.ask(u"/live/clip_slot/create_clip"_s, {1, 0, 4.0F});
    QCOMPARE(studio.ask(u"/live/clip/set/name"_s, {1, 0, u"new"_s}), QStringList());
}

void TestSimListeners::oneWriteTellsAllThatChanged()
{
    SmallStudio studio;
    for (const char *property : {"loop_start", "position", "start_marker"})
        studio.ask("/live/clip/start_listen/"_L1 + QLatin1String(property), {1, 0});
    QCOMPARE(studio.ask(u"/live/clip/set/loop_start"_s, {1, 0, 2.0F}),
        (QStringList{u"/live/clip/get/position 1 0 2f"_s, u"/live/clip/get/loop_start 1 0 2f"_s}));
}

void TestSimListeners::theBeatComesOncePerBeat()
{
    SmallStudio studio;
    studio.ask(u"/live/song/start_listen/beat"_s);
    studio.ask(u"/live/song/start_playing"_s);
    QStringList beats;
    for (int tick = 0; tick <= 20; ++tick) { // two seconds at 120 BPM
        studio.live.step(tick * 0.1);
        studio.live.display();
        beats += studio.take();
    }
    const QString address = u"/live/song/get/beat %1"_s;
    QCOMPARE(beats,
        (QStringList{
            address.arg(0), address.arg(1), address.arg(2), address.arg(3), address.arg(4)}));
}

void TestSimListeners::selectionIsAnIndex()
{
    SmallStudio studio;
    studio.ask(u"/live/view/start_listen/selected_track"_s);
    QCOMPARE(studio.ask(u"/live/view/set/selected_track"_s, {2}),
        QStringList{u"/live/view/get/selected_track 2"_s});
    studio.live.selectTrack(
        *studio.live.set().main); // not among the tracks: nothing is pushed, asking raises
    QCOMPARE(studio.take(), QStringList());
    QCOMPARE(studio.ask(u"/live/view/get/selected_track"_s).last(), u"…stopped"_s);
}

int tst_simlisteners(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSimListeners>(argc, argv);
}

#include "tst_simlisteners.moc"
