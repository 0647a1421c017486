// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/commandqueue.h"
#include "core/commands/commands.h"
#include "core/commands/gridcommands.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace clipdeck;

namespace {

/// Commands with a Live in memory: what is sent is kept, and the test says when Live had it.
struct GridCommandsFixture {
    LiveSet set;
    qint64 now = 1000;
    QStringList sent;
    QStringList refused;
    std::vector<std::function<void(const QString &)>> open;
    CommandQueue queue{set, outlet()};
    Commands commands{set, queue};
    GridCommands grid{set, queue};

    GridCommandsFixture()
    {
        set.applyStructure(3, 4);
        for (int t : {0, 1}) {
            set.apply(TrackIndex(t), TrackField::HasMidiInput, t == 0);
            set.apply(TrackIndex(t), TrackField::CanBeArmed, true);
            set.apply(TrackIndex(t), TrackField::Name,
                t == 0 ? QStringLiteral("Keys") : QStringLiteral("Vox"));
        }
        set.apply(TrackIndex(2), TrackField::IsFoldable, true);
        set.apply(SongField::ClipTriggerQuantization, 4);
        put(slotId(0, 0), QStringLiteral("Riff"));
        set.applyHasClip(slotId(0, 3), true); // no more is known of it
        set.publish();
    }

    void put(SlotId slot, const QString &name)
    {
        set.applyHasClip(slot, true);
        set.apply(slot, ClipField::Name, name);
        set.apply(slot, ClipField::Length, 4.0);
        set.apply(slot, ClipField::IsMidiClip, true);
        set.applyRead(slot, now);
    }
    void take(SlotId slot) { set.applyHasClip(slot, false); }

    CommandOutlet outlet()
    {
        return {[this](std::vector<OscMessage> messages, std::function<void(const QString &)> ended,
                    const std::optional<Target> &) {
                    for (const OscMessage &message : messages)
                        sent.append(describe(message));
                    open.push_back(std::move(ended));
                },
            [](const Target &) {}, [] { return QString(); }, [this] { return now; },
            [this](const Target &, const QString &reason) { refused.append(reason); }};
    }
    /// Live had all that was sent; the mirror shows what was applied.
    void had()
    {
        for (auto &ended : std::exchange(open, {}))
            ended({});
        pass(0);
    }
    void pass(qint64 ms)
    {
        now += ms;
        queue.check();
        set.publish();
        grid.advance(now);
    }
    QStringList taken() { return std::exchange(sent, {}); }
};

const QString undo = QStringLiteral("/live/song/undo");

} // namespace

class TestGridCommands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sendExactlyThis_data();
    void sendExactlyThis();
    void impossibleWishesAreRefusedUnsent_data();
    void impossibleWishesAreRefusedUnsent();
    void launchNowGivesTheQuantizationBack();
    void anotherChoiceMeanwhileStays_data();
    void anotherChoiceMeanwhileStays();
    void aChoiceOnItsWayIsGivenBack();
    void twoLaunchesNowGiveBackTheFirstValue();
    void cancellingKeepsWhatPlays();
    void aMoveDeletesOnlyWhatLiveHasCopied();
    void aMoveThatLiveRefusesDeletesNothing();
    void undoTakesAMoveBack_data();
    void undoTakesAMoveBack();
    void undoIsLivesAfterAnotherEdit();
    void aDuplicateGoesIntoTheNextEmptySlot();
};

using Request = std::function<void(GridCommands &)>;

void TestGridCommands::sendExactlyThis_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QStringList>("sent");
    const auto row = [](const char *name, Request request, QStringList sent) {
        QTest::newRow(name) << request << sent;
    };
    row("delete", [](GridCommands &g) { g.requestDeleteClip(slotId(0, 0)); },
        {QStringLiteral("/live/clip_slot/delete_clip 0 0")});
    row("copy", [](GridCommands &g) { g.requestCopyClip(slotId(0, 0), slotId(0, 2)); },
        {QStringLiteral("/live/clip_slot/duplicate_clip_to 0 0 0 2")});
    row("stop button is a bool", [](GridCommands &g) { g.requestStopButton(slotId(1, 1), false); },
        {QStringLiteral("/live/clip_slot/set/has_stop_button 1 1 false")});
    row("insert scene", [](GridCommands &g) { g.requestInsertScene(SceneIndex(2)); },
        {QStringLiteral("/live/song/create_scene 2")});
    row("duplicate scene", [](GridCommands &g) { g.requestDuplicateScene(SceneIndex(1)); },
        {QStringLiteral("/live/song/duplicate_scene 1")});
    row("delete scene", [](GridCommands &g) { g.requestDeleteScene(SceneIndex(3)); },
        {QStringLiteral("/live/song/delete_scene 3")});
    row("capture behind the selected",
        [](GridCommands &g) { g.requestCaptureScene(SceneIndex(1)); },
        {QStringLiteral("/live/view/set/selected_scene 1"),
            QStringLiteral("/live/song/capture_and_insert_scene")});
    row("scene tempo",
        [](GridCommands &g) { g.requestScene(SceneIndex(0), SceneField::Tempo, 20.0); },
        {QStringLiteral("/live/scene/set/tempo 0 20f")});
    row("select", [](GridCommands &g) { g.requestSelectSlot(slotId(1, 2)); },
        {QStringLiteral("/live/view/set/selected_clip 1 2")});
    row("clip stop", [](GridCommands &g) { g.requestClipStop(slotId(0, 0)); },
        {QStringLiteral("/live/clip/stop 0 0")});
    row("cancel where nothing plays", [](GridCommands &g) { g.requestCancelLaunch(TrackIndex(0)); },
        {QStringLiteral("/live/track/stop_all_clips 0 false")});
}

void TestGridCommands::sendExactlyThis()
{
    QFETCH(Request, request);
    QFETCH(QStringList, sent);
    GridCommandsFixture bench;
    request(bench.grid);
    QCOMPARE(bench.sent, sent);
    QVERIFY(bench.refused.isEmpty());
}

void TestGridCommands::impossibleWishesAreRefusedUnsent_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, Request request, const char *reason) {
        QTest::newRow(name) << request << QString::fromUtf8(reason);
    };
    row(
        "scene tempo that is no number",
        [](GridCommands &g) { g.requestScene(SceneIndex(0), SceneField::Tempo, std::nan("")); },
        "That is not a number.");
    row(
        "scene tempo out of range",
        [](GridCommands &g) { g.requestScene(SceneIndex(0), SceneField::Tempo, 1.0); },
        "tempo goes from 20 to 999.");
    row(
        "scene color out of range",
        [](GridCommands &g) { g.requestScene(SceneIndex(0), SceneField::Color, 1e300); },
        "color goes from 0 to 16777215.");
    row(
        "nothing to delete", [](GridCommands &g) { g.requestDeleteClip(slotId(0, 1)); },
        "There is no clip in this slot.");
    row(
        "MIDI to audio", [](GridCommands &g) { g.requestMoveClip(slotId(0, 0), slotId(1, 0)); },
        "A MIDI clip needs a MIDI track: Vox is audio.");
    row(
        "to a group", [](GridCommands &g) { g.requestCopyClip(slotId(0, 0), slotId(2, 0)); },
        "A group holds no clips of its own.");
    row(
        "outside", [](GridCommands &g) { g.requestCopyClip(slotId(0, 0), slotId(0, 9)); },
        "There is no such slot.");
    row(
        "a take without end",
        [](GridCommands &g) {
            g.requestRecord(slotId(0, 1), {std::numeric_limits<double>::infinity()});
        },
        "That is no length for a clip.");
    row(
        "not armed", [](GridCommands &g) { g.requestRecord(slotId(0, 1), {4}); },
        "Keys is not armed.");
    row(
        "not empty", [](GridCommands &g) { g.requestRecord(slotId(0, 0), {4}); },
        "A fixed length can only be recorded into an empty slot.");
    row(
        "launch outside", [](GridCommands &g) { g.requestLaunchNow(slotId(7, 0)); },
        "There is no such slot.");
}

void TestGridCommands::impossibleWishesAreRefusedUnsent()
{
    QFETCH(Request, request);
    QFETCH(QString, reason);
    GridCommandsFixture bench;
    request(bench.grid);
    QVERIFY(bench.sent.isEmpty());
    QCOMPARE(bench.refused, QStringList{reason});
}

void TestGridCommands::launchNowGivesTheQuantizationBack()
{
    GridCommandsFixture bench;
    bench.grid.requestLaunchNow(slotId(0, 0));
    QCOMPARE(bench.taken(),
        (QStringList{QStringLiteral("/live/song/set/clip_trigger_quantization 0"),
            QStringLiteral("/live/clip_slot/fire 0 0")}));
    bench.had();
    QCOMPARE(
        bench.taken(), QStringList{QStringLiteral("/live/song/set/clip_trigger_quantization 4")});
}

void TestGridCommands::anotherChoiceMeanwhileStays_data()
{
    QTest::addColumn<int>("chosen");
    QTest::addColumn<bool>(
        "confirmedFirst"); // by a push, before Live is known to have had the launch
    QTest::newRow("another, on its way") << 7 << false;
    QTest::newRow("another, confirmed") << 7 << true;
    QTest::newRow("the launch's own, confirmed") << 0 << true;
}

void TestGridCommands::anotherChoiceMeanwhileStays()
{
    QFETCH(int, chosen);
    QFETCH(bool, confirmedFirst);
    GridCommandsFixture bench;
    bench.grid.requestLaunchNow(slotId(0, 0));
    bench.commands.requestSong(SongField::ClipTriggerQuantization, chosen);
    bench.taken();
    if (confirmedFirst) {
        bench.set.apply(SongField::ClipTriggerQuantization, chosen);
        bench.pass(0);
        QVERIFY(!bench.set.wish(Target::song(SongField::ClipTriggerQuantization)));
    }
    bench.had();
    QVERIFY(bench.taken().isEmpty());
}

void TestGridCommands::aChoiceOnItsWayIsGivenBack()
{
    GridCommandsFixture bench;
    bench.commands.requestSong(SongField::ClipTriggerQuantization, 7);
    bench.taken();
    bench.grid.requestLaunchNow(slotId(0, 0));
    bench.taken();
    bench.had();
    QCOMPARE(
        bench.taken(), QStringList{QStringLiteral("/live/song/set/clip_trigger_quantization 7")});
}

void TestGridCommands::twoLaunchesNowGiveBackTheFirstValue()
{
    GridCommandsFixture bench;
    bench.grid.requestLaunchNow(slotId(0, 0));
    bench.set.apply(SongField::ClipTriggerQuantization, 0); // ours, as Live pushes it
    bench.had();
    bench.taken();
    bench.grid.requestLaunchNow(slotId(0, 0));
    bench.had();
    QCOMPARE(bench.taken().last(), QStringLiteral("/live/song/set/clip_trigger_quantization 4"));
}

void TestGridCommands::cancellingKeepsWhatPlays()
{
    GridCommandsFixture bench;
    bench.set.apply(TrackIndex(0), TrackField::PlayingSlotIndex, 0);
    bench.set.apply(slotId(0, 0), ClipField::LaunchMode, 2); // a fire would stop it
    bench.grid.requestCancelLaunch(TrackIndex(0));
    QCOMPARE(bench.taken(),
        (QStringList{QStringLiteral("/live/clip/set/legato 0 0 true"),
            QStringLiteral("/live/clip/set/launch_mode 0 0 0"),
            QStringLiteral("/live/clip_slot/fire 0 0")}));
    bench.had();
    QCOMPARE(bench.taken(),
        (QStringList{QStringLiteral("/live/clip/set/legato 0 0 false"),
            QStringLiteral("/live/clip/set/launch_mode 0 0 2")}));
}

void TestGridCommands::aMoveDeletesOnlyWhatLiveHasCopied()
{
    GridCommandsFixture bench;
    bench.grid.requestMoveClip(slotId(0, 0), slotId(0, 2));
    bench.taken();
    bench.had();
    QVERIFY(bench.taken().isEmpty()); // Live had it, but has not shown it
    bench.put(slotId(0, 2), QStringLiteral("Riff"));
    bench.pass(10);
    QCOMPARE(bench.taken(), QStringList{QStringLiteral("/live/clip_slot/delete_clip 0 0")});
}

void TestGridCommands::aMoveThatLiveRefusesDeletesNothing()
{
    GridCommandsFixture bench;
    bench.grid.requestMoveClip(slotId(0, 0), slotId(0, 2));
    bench.taken();
    bench.had();
    for (int i = 0; i < 8; ++i)
        bench.pass(500);
    QVERIFY(!bench.refused.isEmpty());
    bench.put(slotId(0, 2), QStringLiteral("Riff")); // too late: somebody else's
    bench.pass(10);
    QVERIFY(bench.taken().isEmpty());
}

void TestGridCommands::undoTakesAMoveBack_data()
{
    QTest::addColumn<bool>("asOne");
    QTest::newRow("Live takes both steps as one") << true;
    QTest::newRow("Live takes them one by one") << false;
}

void TestGridCommands::undoTakesAMoveBack()
{
    QFETCH(bool, asOne);
    GridCommandsFixture bench;
    bench.grid.requestMoveClip(slotId(0, 0), slotId(0, 2));
    bench.had();
    bench.put(slotId(0, 2), QStringLiteral("Riff"));
    bench.pass(10);
    bench.had();
    bench.take(slotId(0, 0));
    bench.pass(10);
    bench.taken();
    bench.commands.requestUndo();
    QCOMPARE(bench.taken(), QStringList{undo});
    bench.put(slotId(0, 0), QStringLiteral("Riff"));
    if (asOne)
        bench.take(slotId(0, 2));
    bench.pass(10);
    QCOMPARE(bench.taken(), asOne ? QStringList{} : QStringList{undo});
}

void TestGridCommands::undoIsLivesAfterAnotherEdit()
{
    GridCommandsFixture bench;
    bench.grid.requestMoveClip(slotId(0, 0), slotId(0, 2));
    bench.had();
    bench.put(slotId(0, 2), QStringLiteral("Riff"));
    bench.pass(10);
    bench.had();
    bench.take(slotId(0, 0));
    bench.pass(10);
    bench.commands.requestClip(slotId(0, 2), ClipField::Name, QStringLiteral("Other"));
    bench.taken();
    bench.commands.requestUndo();
    bench.put(slotId(0, 0), QStringLiteral("Riff"));
    bench.pass(10);
    QCOMPARE(bench.taken(), QStringList{undo}); // and no second one
}

void TestGridCommands::aDuplicateGoesIntoTheNextEmptySlot()
{
    GridCommandsFixture bench;
    bench.put(slotId(0, 1), QStringLiteral("Taken"));
    bench.take(slotId(0, 3));
    QCOMPARE(bench.grid.requestDuplicateClip(slotId(0, 0)), std::optional(slotId(0, 2)));
    QCOMPARE(
        bench.taken(), QStringList{QStringLiteral("/live/clip_slot/duplicate_clip_to 0 0 0 2")});
    bench.put(slotId(0, 2), QStringLiteral("Taken"));
    bench.put(slotId(0, 3), QStringLiteral("Taken"));
    QVERIFY(!bench.grid.requestDuplicateClip(slotId(0, 0)));
    QCOMPARE(bench.refused.last(),
        QStringLiteral("There is no empty slot below: insert a scene first."));
}

int tst_gridcommands(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestGridCommands>(argc, argv);
}

#include "tst_gridcommands.moc"
