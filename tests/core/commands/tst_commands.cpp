// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/commandqueue.h"
#include "core/commands/commands.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace clipdeck;

namespace {

/// Commands with a Live in memory: what is sent is kept, and the test says when Live had it.
struct CommandsFixture {
    LiveSet set;
    qint64 now = 1000;
    QString obstacle;
    QStringList sent;
    int readBacks = 0;
    std::vector<std::function<void(const QString &)>> open;
    CommandQueue queue{set, outlet()};
    Commands commands{set, queue};
    QStringList refused;

    CommandsFixture()
    {
        set.applyStructure(3, 2);
        set.applyHasClip(slotId(0, 0), true);
        set.apply(slotId(0, 0), ClipField::Looping, true);
        set.apply(slotId(0, 0), ClipField::LoopEnd, 4.0);
        set.apply(slotId(0, 0), ClipField::EndMarker, 4.0);
        set.apply(slotId(0, 0), ClipField::Length, 4.0);
        set.apply(SongField::Tempo, 96.0); // a bar of 4/4 is 2.5 seconds
        set.applyHasClip(slotId(2, 1), true);
        set.apply(slotId(2, 1), ClipField::Warping, false);
        set.apply(slotId(2, 1), ClipField::LoopEnd, 20.0);
        set.apply(slotId(2, 1), ClipField::Length, 20.0);
        Device device;
        device.parameters = {{QStringLiteral("On"), 1, 0, 1, true, {}},
            {QStringLiteral("Freq"), 0.5, 0, 1, false, {}}};
        set.applyDevices(TrackIndex(0), {device});
        set.applySends(TrackIndex(1), {0.0, 0.0});
        set.apply(TrackIndex(2), TrackField::Solo, true);
        set.publish();
    }

    CommandOutlet outlet()
    {
        return {[this](std::vector<OscMessage> messages, std::function<void(const QString &)> ended,
                    const std::optional<Target> &readBack) {
                    for (const OscMessage &message : messages)
                        sent.append(describe(message));
                    open.push_back(std::move(ended));
                    readBacks += readBack ? 1 : 0;
                },
            [this](const Target &) { ++readBacks; }, [this] { return obstacle; },
            [this] { return now; },
            [this](const Target &, const QString &reason) { refused.append(reason); }};
    }

    /// Live had everything that was sent.
    void had(const QString &error = {})
    {
        for (auto &ended : std::exchange(open, {}))
            ended(error);
    }
    void pass(qint64 ms)
    {
        now += ms;
        queue.check();
    }
};

} // namespace

class TestCommands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sendExactlyThis_data();
    void sendExactlyThis();
    void impossibleWishesAreRefusedUnsent_data();
    void impossibleWishesAreRefusedUnsent();
    void aLaunchIsConfirmedByWhatPlays();
    void aLaunchThatLiveIgnoresIsRefused();
    void anErrorOfLivesIsTheReason();
    void aRefusalIsForgottenAfterAWhile();
    void nothingIsSentWhileLiveIsAway();
    void aMovingFaderSendsItsLastValue();
    void aLaunchIsNeverSentTwice();
    void lengthIsOneWish();
};

void TestCommands::sendExactlyThis_data()
{
    using Request = std::function<void(Commands &)>;
    QTest::addColumn<Request>("request");
    QTest::addColumn<QStringList>("sent");
    const auto row = [](const char *name, Request request, QStringList sent) {
        QTest::newRow(name) << request << sent;
    };
    row("launch", [](Commands &c) { c.requestLaunch(slotId(0, 0)); },
        {QStringLiteral("/live/clip_slot/fire 0 0")});
    row("scene", [](Commands &c) { c.requestSceneLaunch(SceneIndex(1)); },
        {QStringLiteral("/live/scene/fire 1")});
    row("stop track", [](Commands &c) { c.requestTrackStop(TrackIndex(2)); },
        {QStringLiteral("/live/track/stop_all_clips 2")});
    row("stop all", [](Commands &c) { c.requestStopAll(); },
        {QStringLiteral("/live/song/stop_all_clips")});
    row("play", [](Commands &c) { c.requestPlay(); }, {QStringLiteral("/live/song/start_playing")});
    row("the second stop", [](Commands &c) { c.requestStop(); },
        {QStringLiteral("/live/song/stop_playing"),
            QStringLiteral("/live/song/stop_all_clips false"),
            QStringLiteral("/live/song/set/current_song_time 0f")});
    row("capture", [](Commands &c) { c.requestCaptureMidi(); },
        {QStringLiteral("/live/song/capture_midi")});
    row("automation", [](Commands &c) { c.requestReEnableAutomation(); },
        {QStringLiteral("/live/song/re_enable_automation")});
    row("send", [](Commands &c) { c.requestSend(TrackIndex(1), SendIndex(1), 0.5); },
        {QStringLiteral("/live/track/set/send 1 1 0.5f")});
    row("send beyond its end by a float's rounding",
        [](Commands &c) { c.requestSend(TrackIndex(1), SendIndex(0), 1.0000001); },
        {QStringLiteral("/live/track/set/send 1 0 1f")});
    row("solo alone",
        [](Commands &c) { c.requestStripSwitch({TrackIndex(0)}, TrackField::Solo, true); },
        {QStringLiteral("/live/track/set/solo 0 true"),
            QStringLiteral("/live/track/set/solo 2 false")});
    row("solo too",
        [](Commands &c) { c.requestStripSwitch({TrackIndex(0)}, TrackField::Solo, false); },
        {QStringLiteral("/live/track/set/solo 0 true")});
    row("duplicate track", [](Commands &c) { c.requestTrackDuplicate(TrackIndex(1)); },
        {QStringLiteral("/live/song/duplicate_track 1")});
    row("delete track", [](Commands &c) { c.requestTrackDelete(TrackIndex(1)); },
        {QStringLiteral("/live/song/delete_track 1")});
    row("insert audio track",
        [](Commands &c) { c.requestTrackInsert(TrackKind::Audio, TrackIndex(2)); },
        {QStringLiteral("/live/song/create_audio_track 2")});
    row("add MIDI track", [](Commands &c) { c.requestTrackInsert(TrackKind::Midi, {}); },
        {QStringLiteral("/live/song/create_midi_track -1")});
    row("metronome", [](Commands &c) { c.requestSong(SongField::Metronome, true); },
        {QStringLiteral("/live/song/set/metronome true")});
    row("tempo is a float", [](Commands &c) { c.requestSong(SongField::Tempo, 98); },
        {QStringLiteral("/live/song/set/tempo 98f")});
    row("quantization is an int",
        [](Commands &c) { c.requestSong(SongField::ClipTriggerQuantization, 4.0); },
        {QStringLiteral("/live/song/set/clip_trigger_quantization 4")});
    row("mute", [](Commands &c) { c.requestTrack(TrackIndex(1), TrackField::Mute, true); },
        {QStringLiteral("/live/track/set/mute 1 true")});
    row("clip name",
        [](Commands &c) { c.requestClip(slotId(0, 0), ClipField::Name, QStringLiteral("7")); },
        {QStringLiteral("/live/clip/set/name 0 0 \"7\"")});
    row("length", [](Commands &c) { c.requestClipLength(slotId(0, 0), {8}); },
        {QStringLiteral("/live/clip/set/end_marker 0 0 8f"),
            QStringLiteral("/live/clip/set/loop_end 0 0 8f")});
    row("length in seconds", [](Commands &c) { c.requestClipLength(slotId(2, 1), {8}); },
        {QStringLiteral("/live/clip/set/loop_end 2 1 8f")});
    row("bars for a clip in seconds", [](Commands &c) { c.requestClipExtension(slotId(2, 1), 2); },
        {QStringLiteral("/live/clip/set/loop_end 2 1 25f")});
    row("parameter", [](Commands &c) { c.requestParameter(parameterId(0, 0, 1), 0.25); },
        {QStringLiteral("/live/device/set/parameter/value 0 0 1 0.25f")});
    row("quantized parameter", [](Commands &c) { c.requestParameter(parameterId(0, 0, 0), 0.3); },
        {QStringLiteral("/live/device/set/parameter/value 0 0 0 0f")});
}

void TestCommands::sendExactlyThis()
{
    QFETCH(std::function<void(Commands &)>, request);
    QFETCH(QStringList, sent);
    CommandsFixture bench;
    request(bench.commands);
    QCOMPARE(bench.sent, sent);
    QVERIFY(bench.refused.isEmpty());
}

void TestCommands::impossibleWishesAreRefusedUnsent_data()
{
    using Request = std::function<void(Commands &)>;
    QTest::addColumn<Request>("request");
    const auto row = [](const char *name, Request request) { QTest::newRow(name) << request; };
    row("no such slot", [](Commands &c) { c.requestLaunch(slotId(9, 0)); });
    row("no such scene", [](Commands &c) { c.requestSceneLaunch(SceneIndex(-1)); });
    row("no such track", [](Commands &c) { c.requestTrackStop(TrackIndex(3)); });
    row("no clip to lengthen", [](Commands &c) { c.requestClipLength(slotId(1, 0), {4}); });
    row("no clip to extend", [](Commands &c) { c.requestClipExtension(slotId(1, 0), 1); });
    row("extended by nothing", [](Commands &c) { c.requestClipExtension(slotId(0, 0), 0); });
    row("a loop that is not warped",
        [](Commands &c) { c.requestClip(slotId(2, 1), ClipField::Looping, true); });
    row("no length", [](Commands &c) { c.requestClipLength(slotId(0, 0), {0}); });
    row("read-only", [](Commands &c) { c.requestSong(SongField::CanUndo, true); });
    row("tempo in words",
        [](Commands &c) { c.requestSong(SongField::Tempo, QStringLiteral("fast")); });
    row("arm what can't be armed",
        [](Commands &c) { c.requestTrack(TrackIndex(0), TrackField::Arm, true); });
    row("fold what is no group",
        [](Commands &c) { c.requestTrack(TrackIndex(0), TrackField::FoldState, true); });
    row("arm button of what can't be armed",
        [](Commands &c) { c.requestStripSwitch({TrackIndex(0)}, TrackField::Arm, true); });
    const double infinite = std::numeric_limits<double>::infinity();
    for (double bad : {std::nan(""), infinite, -infinite, 1e30, -1e300}) {
        const auto badRow = [&](const char *name, Request request) {
            QTest::addRow("%s %g", name, bad) << request;
        };
        badRow("song", [bad](Commands &c) { c.requestSong(SongField::Tempo, bad); });
        badRow("song int",
            [bad](Commands &c) { c.requestSong(SongField::ClipTriggerQuantization, bad); });
        badRow("song bool", [bad](Commands &c) { c.requestSong(SongField::Metronome, bad); });
        badRow("track",
            [bad](Commands &c) { c.requestTrack(TrackIndex(0), TrackField::Volume, bad); });
        badRow("clip time",
            [bad](Commands &c) { c.requestClip(slotId(0, 0), ClipField::LoopEnd, bad); });
        badRow(
            "clip int", [bad](Commands &c) { c.requestClip(slotId(0, 0), ClipField::Color, bad); });
        badRow("clip length", [bad](Commands &c) { c.requestClipLength(slotId(0, 0), {bad}); });
        badRow("clip extension", [bad](Commands &c) { c.requestClipExtension(slotId(0, 0), bad); });
        badRow("send", [bad](Commands &c) { c.requestSend(TrackIndex(1), SendIndex(0), bad); });
        badRow("parameter", [bad](Commands &c) { c.requestParameter(parameterId(0, 0, 1), bad); });
    }
    row("tempo out of range", [](Commands &c) { c.requestSong(SongField::Tempo, 5000.0); });
    row("parameter out of range", [](Commands &c) { c.requestParameter(parameterId(0, 0, 1), 7); });
    row("panning out of range",
        [](Commands &c) { c.requestTrack(TrackIndex(0), TrackField::Panning, -1.5); });
    row("half a launch mode",
        [](Commands &c) { c.requestClip(slotId(0, 0), ClipField::LaunchMode, 1.5); });
    row("a number for a name",
        [](Commands &c) { c.requestClip(slotId(0, 0), ClipField::Name, 5.0); });
    row("no such send", [](Commands &c) { c.requestSend(TrackIndex(1), SendIndex(2), 0.5); });
    row("no such parameter", [](Commands &c) { c.requestParameter(parameterId(0, 0, 9), 0); });
}

void TestCommands::impossibleWishesAreRefusedUnsent()
{
    QFETCH(std::function<void(Commands &)>, request);
    CommandsFixture bench;
    request(bench.commands);
    QVERIFY(bench.sent.isEmpty());
    QCOMPARE(bench.refused.size(), 1);
    QVERIFY(!bench.refused.first().isEmpty());
}

void TestCommands::aLaunchIsConfirmedByWhatPlays()
{
    CommandsFixture bench;
    const Target target = Target::launch(slotId(0, 0));
    QSignalSpy changed(&bench.set, &LiveSet::changed);
    bench.commands.requestLaunch(slotId(0, 0));
    QCOMPARE(changed.size(), 1); // shown at once
    QCOMPARE(bench.set.wish(target)->state, Wish::State::Sent);
    bench.set.apply(TrackIndex(0), TrackField::FiredSlotIndex, 0);
    bench.pass(10);
    QVERIFY(!bench.set.wish(target));
    QVERIFY(bench.refused.isEmpty());
}

void TestCommands::aLaunchThatLiveIgnoresIsRefused()
{
    CommandsFixture bench;
    bench.commands.requestLaunch(slotId(0, 0));
    bench.pass(100);
    bench.had();
    bench.pass(CommandQueue::patienceMs - 10);
    QVERIFY(bench.refused.isEmpty());
    QVERIFY(bench.readBacks >= 2);
    bench.pass(20);
    QCOMPARE(bench.refused.size(), 1);
    QCOMPARE(bench.set.wish(Target::launch(slotId(0, 0)))->state, Wish::State::Refused);
}

void TestCommands::anErrorOfLivesIsTheReason()
{
    CommandsFixture bench;
    bench.commands.requestClipLength(slotId(0, 0), {8});
    bench.had(QStringLiteral("Cannot set LoopEnd"));
    bench.pass(1);
    QCOMPARE(bench.refused.size(), 1);
    QVERIFY(bench.refused.first().contains(QStringLiteral("Cannot set LoopEnd")));
}

void TestCommands::aRefusalIsForgottenAfterAWhile()
{
    CommandsFixture bench;
    bench.commands.requestLaunch(slotId(9, 9));
    bench.pass(refusedForMs - 1);
    QCOMPARE(bench.set.wishes().size(), std::size_t(1));
    bench.pass(1);
    QVERIFY(bench.set.wishes().empty());
}

void TestCommands::nothingIsSentWhileLiveIsAway()
{
    CommandsFixture bench;
    bench.obstacle = QStringLiteral("Live does not answer.");
    bench.commands.requestLaunch(slotId(0, 0));
    bench.commands.requestStopAll();
    QVERIFY(bench.sent.isEmpty());
    QCOMPARE(bench.refused, (QStringList{bench.obstacle, bench.obstacle}));
}

void TestCommands::aMovingFaderSendsItsLastValue()
{
    CommandsFixture bench;
    const ParameterId parameter = parameterId(0, 0, 1);
    for (int i = 0; i <= 100; ++i) {
        bench.commands.requestParameter(parameter, 0.5 + i / 200.0);
        bench.pass(2);
    }
    bench.pass(CommandQueue::spacingMs);
    QVERIFY2(bench.sent.size() <= 8, qPrintable(QString::number(bench.sent.size())));
    QCOMPARE(bench.sent.last(), QStringLiteral("/live/device/set/parameter/value 0 0 1 1f"));
    QVERIFY(sameValue(bench.set.shown(Target::parameter(parameter), 0.5), 1.0));
    bench.had();
    bench.set.applyParameter(parameter, 1.0);
    bench.pass(1);
    QVERIFY(bench.set.wishes().empty());
}

void TestCommands::aLaunchIsNeverSentTwice()
{
    CommandsFixture bench;
    bench.commands.requestLaunch(slotId(0, 0));
    for (int i = 0; i < 2000; ++i)
        bench.pass(10);
    QCOMPARE(bench.sent.size(), 1);
    QCOMPARE(bench.refused.size(), 1);
}

void TestCommands::lengthIsOneWish()
{
    CommandsFixture bench;
    const Target target = Target::clip(slotId(0, 0), ClipField::Length);
    bench.commands.requestClipLength(slotId(0, 0), {8});
    QCOMPARE(bench.set.wishes().size(), std::size_t(1));
    QVERIFY(sameValue(bench.set.wish(target)->value, 8.0));
    bench.set.apply(slotId(0, 0), ClipField::Length, 8.0);
    bench.pass(1);
    QVERIFY(!bench.set.wish(target));
}

int tst_commands(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestCommands>(argc, argv);
}

#include "tst_commands.moc"
