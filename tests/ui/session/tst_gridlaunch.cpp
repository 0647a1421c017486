// SPDX-License-Identifier: GPL-3.0-or-later
// Launching in all its ways, by pointer and key.
#include "core/commands/commands.h"
#include "core/commands/gridcommands.h"
#include "tests/support/widgettestclass.h"
#include "tests/ui/session/gridfixture.h"
#include "ui/session/gridmenu.h"

#include <QMenu>
#include <QSignalSpy>

#include <cmath>

using namespace clipdeck;

class TestGridLaunch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void clickLaunches();
    void enterLaunchesAndControlEnterStops();
    void aGateClipPlaysWhileItIsHeld_data();
    void aGateClipPlaysWhileItIsHeld();
    void aToggleClipStopsAtTheNextPress();
    void aRepeatClipStartsAgainWhileItIsHeld();
    void altLaunchesRightNow_data();
    void altLaunchesRightNow();
    void aSceneLaunchSelectsTheNext();
    void aGroupSlotLaunchesItsClips();
    void aFoldedGroupTellsWhatItsTracksDo();
    void theArrangementsSignIsWhereLiveHasIt();
    void aFixedLengthIsRecorded();
    void aTakeGoesOnWhereThePhraseIs();
    void aQueuedLaunchIsCancelled();
    void aTakeIsDiscardedInOnePress();
    void aLaunchIsTakenBack();
    void theLastBarsOfATakeLoop();
    void whatWasJustPlayedLoops();
    void altStopsAllRightNow();
    void aPressStopsWhatPlaysIfAskedTo();
    void aLaunchNeedNotSelect();

private:
    int launchMode(SlotId slot) { return m_bench.clip(slot).value(u"launch_mode").toInt(); }
    void setMode(SlotId slot, int mode);
    void setQuantization(int value);

    GridFixture m_bench;
    SlotId m_slot; ///< Of a clip that does not play in the demo
};

void TestGridLaunch::initTestCase()
{
    QVERIFY(m_bench.start());
    m_slot = m_bench.clipNamed(QStringLiteral("Kick"), QStringLiteral("Slam"));
}

void TestGridLaunch::cleanup()
{
    setMode(m_slot, 0);
    setQuantization(0);
    QTRY_VERIFY(m_bench.isSettled());
}

void TestGridLaunch::setMode(SlotId slot, int mode)
{
    m_bench.engine().commands().requestClip(slot, ClipField::LaunchMode, mode);
    QTRY_COMPARE(m_bench.set().clip(slot)->launchMode, mode);
    QCOMPARE(launchMode(slot), mode);
}

void TestGridLaunch::setQuantization(int value)
{
    m_bench.engine().commands().requestSong(SongField::ClipTriggerQuantization, value);
    QTRY_COMPARE(m_bench.set().song().clipTriggerQuantization, value);
}

void TestGridLaunch::clickLaunches()
{
    m_bench.click(m_bench.place(m_slot));
    QTRY_VERIFY(m_bench.plays(m_slot));
}

void TestGridLaunch::enterLaunchesAndControlEnterStops()
{
    const SlotId other = m_bench.clipNamed(QStringLiteral("Kick"), QStringLiteral("Half"));
    m_bench.focus(other);
    m_bench.key(Qt::Key_Return);
    QTRY_VERIFY(m_bench.plays(other));
    QTRY_COMPARE(m_bench.set().track(other.track)->playingSlot, other.scene.value);
    m_bench.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_bench.track(other.track).value(u"playing_slot_index").toInt() < 0);
}

void TestGridLaunch::aGateClipPlaysWhileItIsHeld_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("pointer") << false;
    QTest::newRow("key") << true;
}

void TestGridLaunch::aGateClipPlaysWhileItIsHeld()
{
    QFETCH(bool, byKey);
    setMode(m_slot, 1);
    m_bench.focus(m_slot);
    if (byKey)
        QTest::keyPress(&m_bench.view(), Qt::Key_Return);
    else
        m_bench.press(m_bench.place(m_slot));
    QTRY_VERIFY(m_bench.plays(m_slot));
    QTRY_COMPARE(m_bench.set().track(m_slot.track)->playingSlot, m_slot.scene.value);
    if (byKey)
        QTest::keyRelease(&m_bench.view(), Qt::Key_Return);
    else
        m_bench.release(m_bench.place(m_slot));
    QTRY_VERIFY(!m_bench.plays(m_slot));
}

void TestGridLaunch::aToggleClipStopsAtTheNextPress()
{
    setMode(m_slot, 2);
    m_bench.click(m_bench.place(m_slot));
    QTRY_VERIFY(m_bench.plays(m_slot));
    QTRY_COMPARE(m_bench.set().track(m_slot.track)->playingSlot, m_slot.scene.value);
    m_bench.click(m_bench.place(m_slot));
    QTRY_VERIFY(!m_bench.plays(m_slot));
}

// Its place in the loop never gets past a quarter note while it starts again at every one.
void TestGridLaunch::aRepeatClipStartsAgainWhileItIsHeld()
{
    setMode(m_slot, 3);
    setQuantization(7); // 1/4
    QSignalSpy fired(&m_bench.view(), &SessionView::launchRequested);
    m_bench.press(m_bench.place(m_slot));
    QTRY_VERIFY(fired.count() >= 3);
    QVERIFY(m_bench.plays(m_slot));
    QTRY_VERIFY(m_bench.clip(m_slot).value(u"playing_position").toDouble() < 1.2);
    m_bench.release(m_bench.place(m_slot));
    const auto count = fired.count();
    QTRY_VERIFY(m_bench.clip(m_slot).value(u"playing_position").toDouble() > 1.3);
    QCOMPARE(fired.count(), count);
    QVERIFY(m_bench.plays(m_slot));
}

void TestGridLaunch::altLaunchesRightNow_data()
{
    QTest::addColumn<int>("own"); // the clip's quantization
    QTest::addColumn<bool>("byKey");
    QTest::newRow("global, pointer") << 0 << false;
    QTest::newRow("global, key") << 0 << true;
    QTest::newRow("its own") << 2 << false; // 8 bars
    QTest::newRow("none") << 1 << false;
}

void TestGridLaunch::altLaunchesRightNow()
{
    QFETCH(int, own);
    QFETCH(bool, byKey);
    const SlotId other = m_bench.clipNamed(QStringLiteral("Kick"), QStringLiteral("Half"));
    m_bench.engine().commands().requestLaunch(other);
    m_bench.engine().commands().requestClip(m_slot, ClipField::LaunchQuantization, own);
    setQuantization(1); // 8 bars: waiting would take a quarter of a minute
    QTRY_COMPARE(m_bench.set().clip(m_slot)->launchQuantization, own);
    QTRY_VERIFY(m_bench.isSettled());
    if (byKey) {
        m_bench.focus(m_slot);
        m_bench.key(Qt::Key_Return, Qt::AltModifier);
    } else {
        m_bench.click(m_bench.place(m_slot), Qt::AltModifier);
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_bench.plays(m_slot), 1500);
    QTRY_COMPARE(m_bench.song().value(u"clip_trigger_quantization").toInt(), 1);
    QTRY_COMPARE(m_bench.clip(m_slot).value(u"launch_quantization").toInt(), own);
    m_bench.engine().commands().requestClip(m_slot, ClipField::LaunchQuantization, 0);
}

void TestGridLaunch::aSceneLaunchSelectsTheNext()
{
    m_bench.view().setSelectNextScene(true);
    m_bench.click(scenePlace(2));
    QCOMPARE(m_bench.view().selection().scene, SceneIndex(3));
    const SlotId first{m_bench.trackNamed(QStringLiteral("Kick")), SceneIndex(2)};
    QTRY_VERIFY(m_bench.plays(first));
    m_bench.view().setSelectNextScene(false);
    m_bench.view().focusPlace(scenePlace(3));
    m_bench.key(Qt::Key_Return, Qt::ShiftModifier); // once, whatever the setting
    const SlotId second{first.track, SceneIndex(3)};
    QTRY_VERIFY(m_bench.plays(second));
    QCOMPARE(m_bench.view().selection().scene, SceneIndex(4));
}

void TestGridLaunch::aGroupSlotLaunchesItsClips()
{
    const TrackIndex group = m_bench.trackNamed(QStringLiteral("BEATS"));
    const SlotId child = m_bench.clipNamed(QStringLiteral("Hats"), QStringLiteral("Offbeat"));
    m_bench.click(m_bench.place({group, child.scene}));
    QTRY_VERIFY(m_bench.plays(child));
    m_bench.click(stopPlace(m_bench.view().model().columnOf(group)));
    QTRY_VERIFY(!m_bench.plays(child));
}

void TestGridLaunch::aFoldedGroupTellsWhatItsTracksDo()
{
    const TrackIndex group = m_bench.trackNamed(QStringLiteral("BEATS"));
    const SlotId child = m_bench.clipNamed(QStringLiteral("Hats"), QStringLiteral("Offbeat"));
    Commands &commands = m_bench.engine().commands();
    commands.requestStopAllNow();
    commands.requestTrack(group, TrackField::FoldState, true);
    QTRY_VERIFY(m_bench.view().model().columnOf(child.track) < 0);
    const SlotId slot{group, child.scene};
    const auto says = [&] {
        const QModelIndex index = m_bench.view().model().index(
            slot.scene.value, m_bench.view().model().columnOf(group));
        return m_bench.view().model().data(index, Qt::AccessibleTextRole).toString();
    };
    const QString where = QStringLiteral("BEATS, scene %1: group, ").arg(child.scene.value + 1);
    QTRY_COMPARE(says(), where + QStringLiteral("stopped"));
    setQuantization(1); // 8 bars
    m_bench.click(m_bench.place(slot));
    QTRY_COMPARE(m_bench.track(child.track).value(u"fired_slot_index").toInt(), child.scene.value);
    QTRY_COMPARE(says(), where + QStringLiteral("queued"));
    setQuantization(0);
    commands.requestLaunch(child);
    QTRY_VERIFY(m_bench.plays(child));
    QTRY_COMPARE(says(), where + QStringLiteral("mixed")); // the others wait
    for (SlotId other : groupChildren(m_bench.set(), slot))
        commands.requestLaunch(other);
    QTRY_COMPARE(says(), where + QStringLiteral("playing"));
    setQuantization(1);
    m_bench.click(stopPlace(m_bench.view().model().columnOf(group)));
    QTRY_COMPARE(says(), where + QStringLiteral("stopping"));
    commands.requestStopAllNow();
    commands.requestTrack(group, TrackField::FoldState, false);
    QTRY_VERIFY(m_bench.view().model().columnOf(child.track) >= 0);
}

void TestGridLaunch::theArrangementsSignIsWhereLiveHasIt()
{
    Commands &commands = m_bench.engine().commands();
    const auto tracks = [&] { return m_bench.set().trackCount(); };
    const auto signs = [&] {
        int count = 0;
        for (int t = 0; t < tracks(); ++t)
            count += playsArrangement(m_bench.set(), TrackIndex(t)) ? 1 : 0;
        return count;
    };
    commands.requestStopAllNow();
    commands.requestSong(SongField::BackToArranger, false); // F10
    QTRY_VERIFY(!m_bench.song().value(u"back_to_arranger").toBool());
    commands.requestPlay();
    QTRY_COMPARE(signs(), tracks()); // armed tracks and groups, too
    m_bench.click(m_bench.place(m_slot));
    QTRY_VERIFY(m_bench.plays(m_slot));
    QTRY_COMPARE(signs(), tracks() - 2); // all but its track and its group
    commands.requestSong(SongField::BackToArranger, false);
    QTRY_COMPARE(signs(), tracks());
    for (int t = 0; t < tracks(); ++t)
        QCOMPARE(m_bench.track(TrackIndex(t)).value(u"playing_slot_index").toInt(), noSlot);
    commands.requestStopPlaying();
    QTRY_COMPARE(signs(), 0);
    QVERIFY(!m_bench.song().value(u"is_playing").toBool());
    commands.requestPlay();
    QTRY_VERIFY(m_bench.song().value(u"is_playing").toBool());
}

void TestGridLaunch::aFixedLengthIsRecorded()
{
    const SlotId empty{m_bench.trackNamed(QStringLiteral("Bass gtr Ida")), SceneIndex(2)};
    QVERIFY(!m_bench.hasClip(empty));
    m_bench.focus(empty);
    m_bench.desk().record(1); // beat
    QTRY_VERIFY(m_bench.hasClip(empty));
    QTRY_VERIFY(!m_bench.clip(empty).value(u"is_recording").toBool());
    QCOMPARE(m_bench.clip(empty).value(u"length").toDouble(), 1.0);
    QVERIFY(m_bench.plays(empty)); // it loops
}

void TestGridLaunch::aTakeGoesOnWhereThePhraseIs()
{
    const double tempo = m_bench.song().value(u"tempo").toDouble();
    m_bench.engine().commands().requestSong(SongField::Tempo, 240.0); // a bar is a second
    setQuantization(4); // a bar
    const auto option = [&] { // as the menu has it for an empty slot of an armed track
        const std::unique_ptr<QMenu> menu(makeGridMenu(m_bench.desk(), nullptr));
        for (QAction *entry : menu->actions()) {
            if (entry->text() != QStringLiteral("Record, fixed length"))
                continue;
            entry->menu()->actions().back()->trigger();
            return true;
        }
        return false;
    };
    const SlotId empty{m_bench.trackNamed(QStringLiteral("Bass gtr Ida")), SceneIndex(1)};
    QVERIFY(!m_bench.hasClip(empty));
    m_bench.focus(empty);
    QVERIFY(!m_bench.desk().takesInPhrase());
    QVERIFY(option() && m_bench.desk().takesInPhrase());
    constexpr double length = 8; // two bars
    const auto clip
        = [&](QStringView property) { return m_bench.clip(empty).value(property).toDouble(); };
    // From a press in the first bar of two, which begins in the second.
    QTRY_VERIFY(std::fmod(m_bench.song().value(u"current_song_time").toDouble(), length) < 2.0);
    m_bench.desk().record(length);
    QTRY_VERIFY(m_bench.clip(empty).value(u"is_recording").toBool());
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench.clip(empty).value(u"is_recording").toBool(), 20'000);
    QCOMPARE(clip(u"loop_end") - clip(u"loop_start"), length);
    const double began = clip(u"start_time");
    const auto isStart = [&] { // a whole phrase from where it began
        const double start = began + clip(u"start_marker") - clip(u"loop_start");
        return std::abs(std::remainder(start, length)) < 0.01;
    };
    QVERIFY(std::abs(std::remainder(began, length)) > 0.01);
    QTRY_VERIFY(isStart());
    QVERIFY(m_bench.plays(empty)); // and goes on
    m_bench.desk().setTakesInPhrase(false);
    m_bench.engine().gridCommands().requestDeleteClip(empty);
    m_bench.engine().commands().requestSong(SongField::Tempo, tempo);
    setQuantization(0);
    QTRY_VERIFY(!m_bench.hasClip(empty));
}

void TestGridLaunch::aQueuedLaunchIsCancelled()
{
    const SlotId playing = m_bench.clipNamed(QStringLiteral("Kick"), QStringLiteral("Half"));
    m_bench.engine().commands().requestLaunch(playing);
    QTRY_VERIFY(m_bench.plays(playing));
    QTRY_COMPARE(m_bench.set().track(playing.track)->playingSlot, playing.scene.value);
    setQuantization(1);
    m_bench.click(m_bench.place(m_slot));
    QTRY_COMPARE(
        m_bench.track(m_slot.track).value(u"fired_slot_index").toInt(), m_slot.scene.value);
    QTRY_COMPARE(m_bench.set().track(m_slot.track)->firedSlot, m_slot.scene.value);
    m_bench.engine().gridCommands().requestCancelLaunch(m_slot.track);
    QTRY_COMPARE(m_bench.track(m_slot.track).value(u"fired_slot_index").toInt(), -1);
    QVERIFY(m_bench.plays(playing));
    QTRY_VERIFY(!m_bench.clip(playing).value(u"legato").toBool());
}

void TestGridLaunch::aTakeIsDiscardedInOnePress()
{
    const SlotId empty{m_bench.trackNamed(QStringLiteral("Bass gtr Ida")), SceneIndex(1)};
    QVERIFY(!m_bench.hasClip(empty));
    m_bench.click(m_bench.place(empty));
    QTRY_VERIFY(m_bench.clip(empty).value(u"is_recording").toBool());
    QTRY_VERIFY(m_bench.set().clip(empty) && m_bench.set().clip(empty)->isRecording);
    m_bench.focus(m_slot); // the hand is elsewhere
    m_bench.key(Qt::Key_Delete, Qt::ShiftModifier);
    QTRY_VERIFY(!m_bench.hasClip(empty));
    QVERIFY(m_bench.hasClip(m_slot));
    QTRY_COMPARE(m_bench.track(empty.track).value(u"playing_slot_index").toInt() >= 0, false);
    QVERIFY(m_bench.track(empty.track).value(u"arm").toBool()); // ready for the next
}

void TestGridLaunch::aLaunchIsTakenBack()
{
    const SlotId before = m_bench.clipNamed(QStringLiteral("Kick"), QStringLiteral("Half"));
    m_bench.engine().commands().requestLaunch(before);
    QTRY_VERIFY(m_bench.plays(before));
    QTRY_COMPARE(m_bench.set().track(before.track)->playingSlot, before.scene.value);
    m_bench.click(m_bench.place(m_slot));
    QTRY_VERIFY(m_bench.plays(m_slot));
    QTRY_COMPARE(m_bench.set().track(m_slot.track)->playingSlot, m_slot.scene.value);
    m_bench.key(Qt::Key_Z, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(m_bench.plays(before));
    QTRY_COMPARE(m_bench.set().track(before.track)->playingSlot, before.scene.value);

    setQuantization(1); // one that waits is called off
    m_bench.click(m_bench.place(m_slot));
    QTRY_COMPARE(m_bench.set().track(m_slot.track)->firedSlot, m_slot.scene.value);
    const std::unique_ptr<QMenu> menu(makeGridMenu(m_bench.desk(), nullptr));
    for (QAction *action : menu->actions()) {
        if (action->text() == gridActionText(GridAction::UndoLaunch)) {
            QVERIFY(action->isEnabled());
            action->trigger();
        }
    }
    QTRY_COMPARE(m_bench.track(m_slot.track).value(u"fired_slot_index").toInt(), -1);
    QVERIFY(m_bench.plays(before));
}

void TestGridLaunch::theLastBarsOfATakeLoop()
{
    const double tempo = m_bench.song().value(u"tempo").toDouble();
    m_bench.engine().commands().requestSong(SongField::Tempo, 480.0); // a bar is half a second
    setQuantization(4); // a bar
    const SlotId empty{m_bench.trackNamed(QStringLiteral("Bass gtr Ida")), SceneIndex(1)};
    m_bench.click(m_bench.place(empty));
    const auto take = [&](QStringView property) { return m_bench.clip(empty).value(property); };
    QTRY_VERIFY(take(u"playing_position").toDouble() > 17.0);
    m_bench.focus(m_slot); // the hand is elsewhere
    m_bench.key(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(!take(u"is_recording").toBool());
    QTRY_VERIFY(take(u"loop_start").toDouble() > 0);
    QTRY_COMPARE(take(u"loop_end").toDouble() - take(u"loop_start").toDouble(), 16.0);
    const double end = take(u"loop_end").toDouble();
    QVERIFY2(end >= 20.0 && std::fmod(end, 4.0) == 0.0, qPrintable(QString::number(end, 'g', 12)));
    m_bench.engine().gridCommands().requestDeleteClip(empty);
    m_bench.engine().commands().requestSong(SongField::Tempo, tempo);
    QTRY_VERIFY(!m_bench.hasClip(empty));
}

void TestGridLaunch::whatWasJustPlayedLoops()
{
    const double tempo = m_bench.song().value(u"tempo").toDouble();
    m_bench.engine().commands().requestSong(SongField::Tempo, 480.0);
    const auto clip = [&](QStringView property) { return m_bench.clip(m_slot).value(property); };
    const double length = clip(u"loop_end").toDouble();
    m_bench.engine().commands().requestClipLength(m_slot, {16});
    QTRY_COMPARE(m_bench.set().clip(m_slot)->loopEnd.value, 16.0);
    m_bench.click(m_bench.place(m_slot));
    QTRY_VERIFY(m_bench.plays(m_slot));
    const auto shownPosition = [&] { // the mirror's own is as old as its last reading
        const GridContext now = m_bench.view().context();
        const Clip &known = *m_bench.set().clip(m_slot);
        return now.positions.position(m_slot, known, now.clock.moment(now.now))
            .value_or(ClipTime{})
            .value;
    };
    QTRY_VERIFY(shownPosition() > 5.0);
    m_bench.desk().loopPhrase(1);
    QTRY_COMPARE(clip(u"loop_end").toDouble() - clip(u"loop_start").toDouble(), 4.0);
    QTRY_VERIFY(m_bench.isSettled());
    m_bench.engine().commands().requestClip(m_slot, ClipField::LoopStart, 0.0);
    m_bench.engine().commands().requestClip(m_slot, ClipField::LoopEnd, length);
    m_bench.engine().commands().requestSong(SongField::Tempo, tempo);
    QTRY_COMPARE(clip(u"loop_end").toDouble(), length);
}

void TestGridLaunch::altStopsAllRightNow()
{
    m_bench.engine().commands().requestLaunch(m_slot);
    QTRY_VERIFY(m_bench.plays(m_slot));
    setQuantization(1); // 8 bars: waiting would take a quarter of a minute
    m_bench.click(stopAllPlace(), Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench.plays(m_slot), 1500);
    for (int t = 0; t < m_bench.set().trackCount(); ++t)
        QVERIFY(m_bench.track(TrackIndex(t)).value(u"playing_slot_index").toInt() < 0);
}

void TestGridLaunch::aPressStopsWhatPlaysIfAskedTo()
{
    m_bench.click(m_bench.place(m_slot));
    QTRY_COMPARE(m_bench.set().track(m_slot.track)->playingSlot, m_slot.scene.value);
    m_bench.view().setPressStops(true);
    m_bench.click(m_bench.place(m_slot));
    QTRY_VERIFY(!m_bench.plays(m_slot));
    QTRY_VERIFY(m_bench.set().track(m_slot.track)->playingSlot < 0);
    m_bench.click(m_bench.place(m_slot));
    QTRY_VERIFY(m_bench.plays(m_slot));
    m_bench.view().setPressStops(false);
}

void TestGridLaunch::aLaunchNeedNotSelect()
{
    const SlotId other = m_bench.clipNamed(QStringLiteral("Kick"), QStringLiteral("Half"));
    m_bench.view().selectSlot(other);
    m_bench.view().setLaunchSelects(false);
    m_bench.click(m_bench.place(m_slot));
    QTRY_VERIFY(m_bench.plays(m_slot));
    QCOMPARE(m_bench.view().selectedSlot(), std::optional(other));
    m_bench.view().setLaunchSelects(true);
}

int tst_gridlaunch(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestGridLaunch>(argc, argv);
}

#include "tst_gridlaunch.moc"
