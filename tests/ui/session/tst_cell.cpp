// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/groups.h"
#include "core/session/currentscene.h"
#include "tests/support/showset.h"
#include "tests/support/testclass.h"
#include "ui/session/display/cell.h"

#include <QTest>

using namespace clipdeck;

namespace {

constexpr SongMoment song29{{29}, 120};

} // namespace

class TestCell : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void restingClip();
    void countsToTheLine_data();
    void countsToTheLine();
    void noCountWhileLiveStandsStill();
    void clipsOwnQuantizationCounts();
    void placeInTheLoop_data();
    void placeInTheLoop();
    void placeIsUnknownUntilHeard();
    void hoveredTellsWhatRemains();
    void oneShotsEnd();
    void secondsAreNotBeats();
    void anotherClipForgetsThePlace();
    void groupShowsItsChildren();
    void nestedGroupsChildrenCount();
    void stopCellTellsHowFar();
    void stopCellOfAGroup();
    void headersAndScenesReadTheMirror();
    void recordingCountsUp();
    void takeGrowsBehindItsEnd();
    void sceneSounds();
    void headerTellsTheArrangement();
    void aGroupPlaysTheArrangementWithAllItHolds();
    void nothingIsTrustedWhileLiveIsGone();

private:
    GridContext at(qint64 later = 0)
    {
        return {m_show->set, m_show->clock, m_positions, ShowSet::now + later,
            currentScene(m_show->set)};
    }
    std::unique_ptr<ShowSet> m_show;
    PlayPositions m_positions;
};

// Two tracks, four scenes, 120 BPM in 4/4, one bar of quantization; the song stands at 8.2.1 (29 beats).
void TestCell::init()
{
    m_show = std::make_unique<ShowSet>();
    m_positions.clear();
    m_show->addTracks(2, 4);
    m_show->nameTrack(0, "Keys", 0x3DC300);
    m_show->nameTrack(1, "Vox", 0xFF94A6, false);
    m_show->set.apply(SongField::IsPlaying, true);
    m_show->set.apply(SongField::ClipTriggerQuantization, 4);
    m_show->clock.setTempo(120, ShowSet::now);
    m_show->clock.setPlaying(true, ShowSet::now);
    m_show->clock.hear({29}, ShowSet::now);
}

void TestCell::restingClip()
{
    m_show->putClip(0, 1, "Pad", 0x123456, 32);
    const Cell cell = readCell(at(), slotId(0, 1));
    QCOMPARE(cell.reading.state, SlotState::Stopped);
    QCOMPARE(cell.name, QStringLiteral("Pad"));
    QCOMPARE(cell.color, 0x123456);
    QCOMPARE(cell.length, QStringLiteral("8 bars"));
    QVERIFY(cell.count.isEmpty() && cell.looping && !isMoving(cell.reading, true));
}

void TestCell::countsToTheLine_data()
{
    QTest::addColumn<int>("quantization");
    QTest::addColumn<qint64>("later"); // ms; 500 a beat
    QTest::addColumn<QString>("count");
    QTest::newRow("a bar") << 4 << qint64(0) << "0.3";
    QTest::newRow("a beat on") << 4 << qint64(500) << "0.2";
    QTest::newRow("a hair on") << 4 << qint64(510) << "0.2";
    QTest::newRow("just before") << 4 << qint64(1490) << "0.1";
    QTest::newRow("8 bars") << 1 << qint64(0) << "0.3";
    QTest::newRow("8 bars, over the line") << 1 << qint64(2000) << "7.3";
    QTest::newRow("a half") << 5 << qint64(0) << "0.1";
    QTest::newRow("none") << 0 << qint64(0) << "";
}

void TestCell::countsToTheLine()
{
    QFETCH(int, quantization);
    QFETCH(qint64, later);
    m_show->set.apply(SongField::ClipTriggerQuantization, quantization);
    m_show->putClip(0, 1, "Pad", 0x123456);
    m_show->fire(0, 1);
    const Cell cell = readCell(at(later), slotId(0, 1));
    QCOMPARE(cell.reading.state, SlotState::Queued);
    QTEST(cell.count, "count");
}

void TestCell::noCountWhileLiveStandsStill()
{
    m_show->clock.setPlaying(false, ShowSet::now);
    m_show->putClip(0, 1, "Pad", 0x123456);
    m_show->fire(0, 1);
    QCOMPARE(readCell(at(), slotId(0, 1)).count, QString());
}

void TestCell::clipsOwnQuantizationCounts()
{
    m_show->putClip(0, 1, "Pad", 0x123456);
    m_show->set.apply(slotId(0, 1), ClipField::LaunchQuantization, 2); // 8 bars
    m_show->fire(0, 1);
    QCOMPARE(readCell(at(4000), slotId(0, 1)).count, QStringLiteral("6.3"));
}

void TestCell::placeInTheLoop_data()
{
    QTest::addColumn<double>("start");
    QTest::addColumn<double>("end");
    QTest::addColumn<double>("heard");
    QTest::addColumn<qint64>("later");
    QTest::addColumn<double>("part");
    QTest::newRow("at once") << 0.0 << 16.0 << 4.0 << qint64(0) << 0.25;
    QTest::newRow("carried on") << 0.0 << 16.0 << 4.0 << qint64(2000) << 0.5;
    QTest::newRow("round the loop") << 0.0 << 16.0 << 12.0 << qint64(4000) << 0.25;
    QTest::newRow("twice round") << 0.0 << 4.0 << 0.0 << qint64(4500) << 0.25;
    QTest::newRow("loop inside") << 8.0 << 16.0 << 12.0 << qint64(0) << 0.5;
    QTest::newRow("before the loop") << 8.0 << 16.0 << 2.0 << qint64(0) << 0.0;
    QTest::newRow("behind the loop") << 0.0 << 8.0 << 9.0 << qint64(2000) << 1.0;
}

void TestCell::placeInTheLoop()
{
    QFETCH(double, start);
    QFETCH(double, end);
    QFETCH(double, heard);
    QFETCH(qint64, later);
    m_show->putClip(0, 1, "Pad", 0x123456, end - start);
    m_show->set.apply(slotId(0, 1), ClipField::LoopStart, start);
    m_show->set.apply(slotId(0, 1), ClipField::LoopEnd, end);
    m_show->play(0, 1, heard);
    m_positions.hear(slotId(0, 1), {heard}, song29);
    QTEST(readCell(at(later), slotId(0, 1)).part, "part");
}

void TestCell::placeIsUnknownUntilHeard()
{
    m_show->putClip(0, 1, "Pad", 0x123456, 16);
    m_show->play(0, 1, 0);
    QCOMPARE(readCell(at(), slotId(0, 1)).part, 0.0);
    QCOMPARE(readStopCell(at(), TrackIndex(0)).progress, StopCell::Progress::None);
}

void TestCell::hoveredTellsWhatRemains()
{
    m_show->putClip(0, 1, "Pad", 0x123456, 16);
    m_show->play(0, 1, 10);
    m_positions.hear(slotId(0, 1), {10}, song29);
    QCOMPARE(readCell(at(), slotId(0, 1)).count, QString());
    QCOMPARE(readCell(at(), slotId(0, 1), true).count, QStringLiteral("1.2")); // six beats
}

void TestCell::oneShotsEnd()
{
    m_show->putClip(0, 1, "Hit", 0x123456, 16, false);
    m_show->play(0, 1, 12);
    m_positions.hear(slotId(0, 1), {12}, song29);
    QCOMPARE(readCell(at(60000), slotId(0, 1)).part, 1.0);
    const StopCell stop = readStopCell(at(), TrackIndex(0));
    QCOMPARE(stop.progress, StopCell::Progress::OneShot);
    QCOMPARE(stop.text, QStringLiteral("\u22122 s")); // four beats at 120
}

// Audio that is not warped: 20 seconds, 3.3 of them played.
void TestCell::secondsAreNotBeats()
{
    const SlotId slot = slotId(1, 1);
    m_show->putClip(1, 1, "Backing", 0x123456, 20, false);
    m_show->set.apply(slot, ClipField::Warping, false);
    m_show->play(1, 1, 3.3);
    m_positions.hear(slot, {3.3}, song29);
    const Cell cell = readCell(at(), slot, true);
    QCOMPARE(cell.length, QStringLiteral("20 s"));
    QCOMPARE(cell.count, QStringLiteral("17 s"));
    QVERIFY(qAbs(cell.part - 3.3 / 20) < 0.01);
    QCOMPARE(readStopCell(at(), TrackIndex(1)).text, QStringLiteral("\u221217 s"));
    QVERIFY(qAbs(readCell(at(10000), slot).part - 13.3 / 20) < 0.01); // ten seconds later
    QCOMPARE(readStopCell(at(10000), TrackIndex(1)).text, QStringLiteral("\u22127 s"));
    m_show->set.apply(slot, ClipField::IsRecording, true);
    QCOMPARE(readCell(at(), slot).count, QStringLiteral("3 s"));
}

void TestCell::anotherClipForgetsThePlace()
{
    m_positions.hear(slotId(0, 1), {12}, song29);
    m_positions.hear(slotId(1, 0), {12}, song29);
    m_positions.forgetTrack(TrackIndex(0));
    Clip clip;
    clip.loopEnd = {16};
    QVERIFY(!m_positions.position(slotId(0, 1), clip, song29));
    QVERIFY(m_positions.position(slotId(1, 0), clip, song29));
}

void TestCell::groupShowsItsChildren()
{
    ShowSet show;
    show.addTracks(4, 2);
    show.makeGroup(0, 1, 3);
    show.putClip(1, 0, "a", 0x111111);
    show.putClip(3, 0, "c", 0x333333);
    show.play(3, 0, 0);
    const Cell cell = readCell({show.set, show.clock, m_positions, ShowSet::now}, slotId(0, 0));
    QCOMPARE(cell.reading.state, SlotState::GroupPlaying);
    QCOMPARE(cell.color, 0x111111);
    QVERIFY((cell.chips
        == std::vector<Chip>{
            {true, SlotState::Stopped, 0x111111}, {}, {true, SlotState::Playing, 0x333333}}));
}

void TestCell::nestedGroupsChildrenCount()
{
    ShowSet show;
    show.addTracks(6, 1);
    show.makeGroup(0, 1, 4);
    show.makeGroup(2, 3, 4);
    show.set.apply(TrackIndex(2), TrackField::GroupTrack, 0);
    const std::vector<TrackIndex> leaves = leafTracks(show.set, TrackIndex(0));
    QVERIFY((leaves == std::vector<TrackIndex>{TrackIndex(1), TrackIndex(3), TrackIndex(4)}));
    QVERIFY(isInGroup(show.set, TrackIndex(4), TrackIndex(0)));
    QVERIFY(!isInGroup(show.set, TrackIndex(5), TrackIndex(0)));
}

void TestCell::stopCellTellsHowFar()
{
    QVERIFY(!readStopCell(at(), TrackIndex(0)).sounds);
    m_show->putClip(0, 1, "Pad", 0x123456, 32);
    m_show->play(0, 1, 21);
    m_positions.hear(slotId(0, 1), {21}, song29);
    StopCell stop = readStopCell(at(), TrackIndex(0));
    QVERIFY(stop.sounds && !stop.queued);
    QCOMPARE(stop.progress, StopCell::Progress::Loop);
    QCOMPARE(stop.text, QStringLiteral("6 / 8"));
    m_show->fire(0, stopFired);
    QVERIFY(readStopCell(at(), TrackIndex(0)).queued);
    m_show->set.request(Target::trackStop(TrackIndex(0)), {}, ShowSet::now);
    QCOMPARE(readStopCell(at(), TrackIndex(0)).wish, SlotOverlay::Pressed);
}

void TestCell::stopCellOfAGroup()
{
    QVERIFY(!readStopAll(m_show->set).sounds);
    m_show->makeGroup(0, 1, 1);
    m_show->putClip(1, 1, "Pad", 0x123456, 32);
    QVERIFY(!readStopCell(at(), TrackIndex(0)).sounds);
    m_show->play(1, 1, 0);
    QVERIFY(readStopCell(at(), TrackIndex(0)).sounds);
    QVERIFY(readStopAll(m_show->set).sounds && !readStopAll(m_show->set).queued);
    m_show->fire(1, stopFired); // the group's own track tells nothing of it
    QVERIFY(readStopCell(at(), TrackIndex(0)).queued && readStopAll(m_show->set).queued);
    m_show->set.applyStale(true);
    QVERIFY(!readStopAll(m_show->set).sounds);
}

void TestCell::headersAndScenesReadTheMirror()
{
    m_show->makeGroup(0, 1, 1, true);
    m_show->arm(1);
    m_show->nameScene(2, "Lift", 0x19E9FF, 128);
    HeaderCell group = readHeaderCell(at(), TrackIndex(0));
    QCOMPARE(group.kind, TrackKind::Group);
    QVERIFY(group.folded && group.children == 1 && !group.foldWished);
    m_show->set.request(Target::track(TrackIndex(0), TrackField::FoldState), false, ShowSet::now);
    QVERIFY(readHeaderCell(at(), TrackIndex(0)).foldWished);
    const HeaderCell vox = readHeaderCell(at(), TrackIndex(1));
    QCOMPARE(vox.name, QStringLiteral("Vox"));
    QVERIFY(vox.kind == TrackKind::Audio && vox.armed && vox.number == 2);

    SceneCell scene = readSceneCell(at(), SceneIndex(2));
    QCOMPARE(scene.name, QStringLiteral("Lift"));
    QVERIFY(scene.number == 3 && scene.tempo == 128.0 && scene.overlay == SlotOverlay::None);
    m_show->set.request(Target::sceneLaunch(SceneIndex(2)), {}, ShowSet::now);
    QCOMPARE(readSceneCell(at(), SceneIndex(2)).overlay, SlotOverlay::Pressed);
    QCOMPARE(readSceneCell(at(500), SceneIndex(2)).overlay, SlotOverlay::Pending);
}

void TestCell::recordingCountsUp()
{
    m_show->putClip(0, 1, "Take", 0x123456, 64);
    m_show->play(0, 1, 9);
    m_show->set.apply(slotId(0, 1), ClipField::IsRecording, true);
    m_positions.hear(slotId(0, 1), {9}, song29);
    QCOMPARE(readCell(at(), slotId(0, 1)).count, QStringLiteral("2.1"));
    QCOMPARE(readCell(at(450), slotId(0, 1)).count, QStringLiteral("2.1"));
    QCOMPARE(readCell(at(510), slotId(0, 1)).count, QStringLiteral("2.2"));
}

// Its length as Live last told lies behind, and begins at nothing.
void TestCell::takeGrowsBehindItsEnd()
{
    for (bool looping : {true, false}) {
        m_show->putClip(0, 1, "Take", 0x123456, 0, looping);
        m_show->set.apply(slotId(0, 1), ClipField::LoopEnd, 1.0);
        m_show->play(0, 1, 0);
        m_show->set.apply(slotId(0, 1), ClipField::IsRecording, true);
        m_positions.hear(slotId(0, 1), {0}, song29);
        QCOMPARE(readCell(at(3010), slotId(0, 1)).count, QStringLiteral("1.2"));
        QCOMPARE(readStopCell(at(3010), TrackIndex(0)).text, QStringLiteral("1.2"));
    }
}

void TestCell::sceneSounds()
{
    m_show->putClip(0, 1, "Pad", 0x123456);
    QVERIFY(!readSceneCell(at(), SceneIndex(1)).isCurrent);
    m_show->play(0, 1, 0);
    QVERIFY(readSceneCell(at(), SceneIndex(1)).isCurrent);
    QVERIFY(!readSceneCell(at(), SceneIndex(2)).isCurrent);
}

// Live tells −1 of a track that the Session has not taken over, −2 of one that it has stopped.
void TestCell::headerTellsTheArrangement()
{
    const auto plays = [this] { return readHeaderCell(at(), TrackIndex(0)).playsArrangement; };
    QVERIFY(plays());
    m_show->set.apply(TrackIndex(0), TrackField::PlayingSlotIndex, stopFired);
    QVERIFY(!plays());
    m_show->putClip(0, 1, "Pad", 0x123456);
    m_show->play(0, 1, 0);
    QVERIFY(!plays());
    m_show->set.apply(TrackIndex(0), TrackField::PlayingSlotIndex, noSlot);
    m_show->arm(0);
    QVERIFY(plays());
    m_show->set.apply(SongField::IsPlaying, false);
    QVERIFY(!plays());
}

void TestCell::aGroupPlaysTheArrangementWithAllItHolds()
{
    m_show->makeGroup(0, 1, 1);
    QVERIFY(readHeaderCell(at(), TrackIndex(0)).playsArrangement);
    m_show->putClip(1, 1, "Pad", 0x123456);
    m_show->play(1, 1, 0);
    QVERIFY(!readHeaderCell(at(), TrackIndex(0)).playsArrangement);
    m_show->set.apply(TrackIndex(1), TrackField::PlayingSlotIndex, noSlot);
    QVERIFY(playsArrangement(m_show->set, TrackIndex(0)));
    m_show->set.applyStale(true);
    QVERIFY(!playsArrangement(m_show->set, TrackIndex(0)));
}

void TestCell::nothingIsTrustedWhileLiveIsGone()
{
    m_show->putClip(0, 1, "Pad", 0x123456, 16);
    m_show->putClip(1, 1, "Ooh", 0x123456, 16);
    m_show->play(0, 1, 4);
    m_show->fire(1, 1);
    m_show->arm(0);
    m_positions.hear(slotId(0, 1), {4}, song29);
    const Cell before = readCell(at(), slotId(0, 1));
    QVERIFY(isMoving(before.reading, true) && before.part > 0);
    QVERIFY(!isMoving(before.reading, false)); // launched, but the song stands
    QVERIFY(isMoving(readSlot(m_show->set, slotId(1, 1), 0), false)); // this one waits
    m_show->set.applyStale(true);
    const Cell playing = readCell(at(), slotId(0, 1));
    QCOMPARE(playing.reading.overlay, SlotOverlay::Stale);
    QCOMPARE(stateName(playing.reading), QStringLiteral("stale"));
    QVERIFY(!isMoving(playing.reading, true) && playing.part == 0.0);
    QCOMPARE(readCell(at(), slotId(1, 1)).count, QString());
    QCOMPARE(readStopCell(at(), TrackIndex(0)), StopCell());
    const SceneCell scene = readSceneCell(at(), SceneIndex(1));
    QVERIFY(!scene.isCurrent && scene.overlay == SlotOverlay::Stale);
    const HeaderCell header = readHeaderCell(at(), TrackIndex(0));
    QVERIFY(header.armed && header.isStale);
    m_show->set.applyStale(false);
    QVERIFY(!readHeaderCell(at(), TrackIndex(0)).isStale);
    QCOMPARE(readCell(at(), slotId(0, 1)), before);
}

int tst_cell(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestCell>(argc, argv);
}

#include "tst_cell.moc"
