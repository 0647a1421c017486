// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/slotstate.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <functional>

using namespace clipdeck;

Q_DECLARE_METATYPE(clipdeck::SlotState)

namespace {

/// What Live says of the track and the slot at scene 1.
struct Facts {
    bool hasClip = true;
    int playing = noSlot;
    int fired = noSlot;
    std::optional<bool> arm = std::nullopt;
    bool stopButton = true;
    bool recording = false;
    bool muted = false;
};

constexpr int scene = 1;

void applyTo(LiveSet &set, const Facts &facts)
{
    const TrackIndex track(0);
    const SlotId slot = slotId(0, scene);
    set.applyStructure(1, 4);
    set.apply(track, TrackField::PlayingSlotIndex, facts.playing);
    set.apply(track, TrackField::FiredSlotIndex, facts.fired);
    if (facts.arm)
        set.apply(track, TrackField::Arm, *facts.arm);
    set.apply(slot, SlotField::HasStopButton, facts.stopButton);
    set.applyHasClip(slot, facts.hasClip);
    set.apply(slot, ClipField::IsRecording, facts.recording);
    set.apply(slot, ClipField::Muted, facts.muted);
}

/// Tracks: 0 a group, 1 a clip's track in it, 2 a group within, 3 a track in that, 4 outside.
void applyGroups(LiveSet &set)
{
    set.applyStructure(5, 4);
    for (int group : {0, 2})
        set.apply(TrackIndex(group), TrackField::IsFoldable, true);
    set.apply(TrackIndex(1), TrackField::GroupTrack, 0);
    set.apply(TrackIndex(2), TrackField::GroupTrack, 0);
    set.apply(TrackIndex(3), TrackField::GroupTrack, 2);
    for (int track : {1, 3, 4})
        set.applyHasClip(slotId(track, scene), true);
}

} // namespace

Q_DECLARE_METATYPE(Facts)

class TestSlotState : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void states_data();
    void states();
    void outsideTheSetIsEmpty();
    void groupsStandForTheirChildren();
    void aGroupPlaysWithAnyChild();
    void aGroupTellsWhatItsChildrenDo_data();
    void aGroupTellsWhatItsChildrenDo();
    void anEmptyGroupIsEmpty();
    void aCircleOfGroupsEnds();
    void aLaunchIsPressedThenPending();
    void refusals();
    void editsArePending();
    void staleness();
    void names_data();
    void names();
};

void TestSlotState::states_data()
{
    QTest::addColumn<Facts>("facts");
    QTest::addColumn<SlotState>("state");
    QTest::addColumn<QString>("name");

    const auto row = [](const char *title, const Facts &facts, SlotState state, const char *name) {
        QTest::newRow(title) << facts << state << QString::fromLatin1(name);
    };
    row("a clip at rest", {}, SlotState::Stopped, "stopped");
    row("another plays", {.playing = 2}, SlotState::Stopped, "stopped");
    row("fired", {.fired = scene}, SlotState::Queued, "queued");
    row("fired while another plays", {.playing = 2, .fired = scene}, SlotState::Queued, "queued");
    row("fired again while it plays", {.playing = scene, .fired = scene}, SlotState::Queued,
        "queued");
    row("plays", {.playing = scene}, SlotState::Playing, "playing");
    row("plays, the next is queued", {.playing = scene, .fired = 2}, SlotState::QueuedToStop,
        "stopping");
    row("plays, stop is queued", {.playing = scene, .fired = stopFired}, SlotState::QueuedToStop,
        "stopping");
    row("records", {.playing = scene, .arm = true, .recording = true}, SlotState::Recording,
        "recording");
    row("deactivated", {.muted = true}, SlotState::Deactivated, "deactivated");
    row("after the track stopped", {.playing = stopFired}, SlotState::Stopped, "stopped");
    row("empty", {.hasClip = false}, SlotState::Empty, "empty");
    row("empty, without a stop button", {.hasClip = false, .stopButton = false},
        SlotState::EmptyNoStop, "empty");
    row("empty, not armed", {.hasClip = false, .arm = false}, SlotState::Empty, "empty");
    row("empty, armed", {.hasClip = false, .arm = true}, SlotState::EmptyArmed, "empty");
    row("empty, armed, without a stop button", {.hasClip = false, .arm = true, .stopButton = false},
        SlotState::EmptyArmed, "empty");
    row("empty, fired to record", {.hasClip = false, .fired = scene, .arm = true},
        SlotState::QueuedToRecord, "empty, queued");
    row("empty, fired to stop the track", {.hasClip = false, .fired = scene},
        SlotState::QueuedToStop, "stopping");
}

void TestSlotState::states()
{
    QFETCH(Facts, facts);
    LiveSet set;
    applyTo(set, facts);
    const SlotReading reading = readSlot(set, slotId(0, scene), 0);
    QTEST(reading.state, "state");
    QCOMPARE(reading.overlay, SlotOverlay::None);
    QTEST(stateName(reading), "name");
}

void TestSlotState::outsideTheSetIsEmpty()
{
    LiveSet set;
    applyTo(set, {});
    for (SlotId id : {slotId(-1, 0), slotId(1, 0), slotId(0, 4)})
        QCOMPARE(readSlot(set, id, 0), SlotReading{});
}

void TestSlotState::groupsStandForTheirChildren()
{
    LiveSet set;
    applyGroups(set);
    const std::vector<SlotId> outer{slotId(1, scene), slotId(3, scene)};
    QCOMPARE(groupChildren(set, slotId(0, scene)), outer);
    QCOMPARE(groupChildren(set, slotId(2, scene)), std::vector{slotId(3, scene)});
    QCOMPARE(readSlot(set, slotId(0, scene), 0).state, SlotState::Group);
    QCOMPARE(stateName(readSlot(set, slotId(0, scene), 0)), QStringLiteral("stopped"));
}

void TestSlotState::aGroupPlaysWithAnyChild()
{
    LiveSet set;
    applyGroups(set);
    set.apply(TrackIndex(3), TrackField::PlayingSlotIndex, scene);
    QCOMPARE(readSlot(set, slotId(0, scene), 0).state, SlotState::GroupPlaying);
    QCOMPARE(readSlot(set, slotId(2, scene), 0).state, SlotState::GroupPlaying);
    QCOMPARE(stateName(readSlot(set, slotId(0, scene), 0)), QStringLiteral("playing"));

    set.apply(TrackIndex(3), TrackField::PlayingSlotIndex, 0); // another row's clip
    QCOMPARE(readSlot(set, slotId(0, scene), 0).state, SlotState::Group);
}

void TestSlotState::aGroupTellsWhatItsChildrenDo_data()
{
    using Do = std::function<void(LiveSet &)>;
    QTest::addColumn<Do>("first"); // of two children that have clips
    QTest::addColumn<Do>("second");
    QTest::addColumn<SlotState>("state");
    QTest::addColumn<QString>("name");
    const auto track = [](int index, TrackField field, int value) {
        return Do([=](LiveSet &set) { set.apply(TrackIndex(index), field, value); });
    };
    const auto plays = [=](int index) { return track(index, TrackField::PlayingSlotIndex, scene); };
    const auto waits = [=](int index) { return track(index, TrackField::FiredSlotIndex, scene); };
    const auto stops = [=](int index) {
        return Do([=](LiveSet &set) {
            plays(index)(set);
            track(index, TrackField::FiredSlotIndex, stopFired)(set);
        });
    };
    const auto records = [=](int index) {
        return Do([=](LiveSet &set) {
            plays(index)(set);
            set.apply(slotId(index, scene), ClipField::IsRecording, true);
        });
    };
    const auto waitsToRecord = [=](int index) {
        return Do([=](LiveSet &set) {
            set.applyHasClip(slotId(index, scene), false);
            set.apply(TrackIndex(index), TrackField::Arm, true);
            waits(index)(set);
        });
    };
    const auto isFiredEmpty = [=](int index) {
        return Do([=](LiveSet &set) {
            set.applyHasClip(slotId(index, scene), false);
            waits(index)(set);
        });
    };
    const Do rests = [](LiveSet &) {};
    const auto row = [](const char *title, const Do &first, const Do &second, SlotState state,
                         const char *name) {
        QTest::newRow(title) << first << second << state << QString::fromLatin1(name);
    };
    using S = SlotState;
    row("one waits", waits(1), rests, S::GroupQueued, "queued");
    row("all wait", waits(1), waits(3), S::GroupQueued, "queued");
    row("one waits to record", rests, waitsToRecord(3), S::GroupQueued, "queued");
    row("one plays", rests, plays(3), S::GroupPlaying, "playing");
    row("one stops", stops(1), rests, S::GroupStopping, "stopping");
    row("all stop", stops(1), stops(3), S::GroupStopping, "stopping");
    row("one records", rests, records(3), S::GroupRecording, "recording");
    row("one plays, one waits", plays(1), waits(3), S::GroupMixed, "mixed");
    row("one plays, one stops", plays(1), stops(3), S::GroupMixed, "mixed");
    row("one records, one plays", records(1), plays(3), S::GroupMixed, "mixed");
    row("an empty slot stops its track", waits(1), isFiredEmpty(3), S::GroupQueued, "queued");
}

void TestSlotState::aGroupTellsWhatItsChildrenDo()
{
    QFETCH(std::function<void(LiveSet &)>, first);
    QFETCH(std::function<void(LiveSet &)>, second);
    LiveSet set;
    applyGroups(set);
    first(set);
    second(set);
    const SlotReading reading = readSlot(set, slotId(0, scene), 0);
    QTEST(reading.state, "state");
    QTEST(stateName(reading), "name");
}

void TestSlotState::anEmptyGroupIsEmpty()
{
    LiveSet set;
    applyGroups(set);
    QVERIFY(groupChildren(set, slotId(0, 0)).empty());
    QCOMPARE(readSlot(set, slotId(0, 0), 0).state, SlotState::Empty);
}

void TestSlotState::aCircleOfGroupsEnds()
{
    LiveSet set;
    set.applyStructure(3, 4);
    set.apply(TrackIndex(1), TrackField::GroupTrack, 2);
    set.apply(TrackIndex(2), TrackField::GroupTrack, 1);
    QVERIFY(groupChildren(set, slotId(0, 0)).empty());
}

void TestSlotState::aLaunchIsPressedThenPending()
{
    LiveSet set;
    applyTo(set, {});
    const SlotId id = slotId(0, scene);
    set.request(Target::launch(id), {}, 1000);
    QCOMPARE(readSlot(set, id, 1000).overlay, SlotOverlay::Pressed);
    QCOMPARE(readSlot(set, id, 1000 + pendingAfterMs - 1).overlay, SlotOverlay::Pressed);
    QCOMPARE(readSlot(set, id, 1000 + pendingAfterMs).overlay, SlotOverlay::Pending);
    QCOMPARE(stateName(readSlot(set, id, 1000)), QStringLiteral("pending"));
    QCOMPARE(readSlot(set, id, 1000).state, SlotState::Stopped); // Live has not said otherwise

    set.confirm(Target::launch(id));
    QCOMPARE(readSlot(set, id, 1000).overlay, SlotOverlay::None);
}

void TestSlotState::refusals()
{
    LiveSet set;
    applyTo(set, {});
    const SlotId id = slotId(0, scene);
    set.refuse(Target::launch(id), QStringLiteral("no"), 0);
    QCOMPARE(readSlot(set, id, 0).overlay, SlotOverlay::Refused);
    QCOMPARE(stateName(readSlot(set, id, 0)), QStringLiteral("refused"));
    set.confirm(Target::launch(id));

    set.refuse(Target::clip(id, ClipField::Length), QStringLiteral("no"), 0);
    QCOMPARE(readSlot(set, id, 0).overlay, SlotOverlay::Refused);
}

void TestSlotState::editsArePending()
{
    LiveSet set;
    applyTo(set, {});
    const SlotId id = slotId(0, scene);
    set.request(Target::clip(id, ClipField::Name), QStringLiteral("New"), 0);
    QCOMPARE(readSlot(set, id, 0).overlay, SlotOverlay::None); // a name is not worth a frame
    set.request(Target::clip(id, ClipField::LoopEnd), 8.0, 0);
    QCOMPARE(readSlot(set, id, 0).overlay, SlotOverlay::Pending);
    QCOMPARE(readSlot(set, slotId(0, 0), 0).overlay, SlotOverlay::None);
}

void TestSlotState::staleness()
{
    LiveSet set;
    applyTo(set, {});
    const SlotId id = slotId(0, scene);
    set.applyRead(id, 1000);
    QCOMPARE(readSlot(set, id, 999999).overlay, SlotOverlay::None); // age alone is no doubt
    set.applyOverdue(id, true);
    QCOMPARE(readSlot(set, id, 1000).overlay, SlotOverlay::Stale);
    QCOMPARE(stateName(readSlot(set, id, 1000)), QStringLiteral("stale"));
    set.applyOverdue(id, false);
    QCOMPARE(readSlot(set, id, 1000).overlay, SlotOverlay::None);
    set.applyStale(true);
    QCOMPARE(readSlot(set, id, 1000).overlay, SlotOverlay::Stale);
}

void TestSlotState::names_data()
{
    QTest::addColumn<SlotState>("state");
    QTest::addColumn<int>("overlay");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *title, SlotState state, SlotOverlay overlay, const char *name) {
        QTest::newRow(title) << state << static_cast<int>(overlay) << QString::fromLatin1(name);
    };
    row("an empty slot is never stale", SlotState::Empty, SlotOverlay::Stale, "empty");
    row("a press on an empty slot", SlotState::Empty, SlotOverlay::Pressed, "pending");
    row("a refusal on an armed slot", SlotState::EmptyArmed, SlotOverlay::Refused, "refused");
    row("a wish hides what plays", SlotState::Playing, SlotOverlay::Pending, "pending");
    row("doubt about what plays", SlotState::Playing, SlotOverlay::Stale, "stale");
    row("doubt about a queued recording", SlotState::QueuedToRecord, SlotOverlay::Stale, "stale");
}

void TestSlotState::names()
{
    QFETCH(SlotState, state);
    QFETCH(int, overlay);
    QTEST(stateName({state, static_cast<SlotOverlay>(overlay)}), "name");
}

int tst_slotstate(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSlotState>(argc, argv);
}

#include "tst_slotstate.moc"
