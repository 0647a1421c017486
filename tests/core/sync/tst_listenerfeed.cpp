// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/push/listenerfeed.h"
#include "core/sync/push/setlisteners.h"
#include "tests/support/fakescript.h"
#include "tests/support/testclass.h"

#include <QHash>
#include <QSignalSpy>
#include <QTest>

using namespace clipdeck;

namespace {

constexpr int plenty = 1 << 20;

/// Two tracks of two scenes and a Live that starts listeners: each pushes its value at once, unless the test says
/// otherwise. Listeners are written as "volume 0" or "has_clip 0 1".
class Room {
public:
    enum class Fate {
        Pushes,
        IsSilent, ///< The start, or its first push, gets lost
        Refuses,
        HasGone, ///< No such track, says Live
    };

    explicit Room(int tracks = 2, int scenes = 2)
    {
        set.applyStructure(tracks, scenes);
        for (int t = 0; t < set.trackCount(); ++t)
            set.apply(TrackIndex(t), TrackField::Volume, 0.85);
        set.publish();
        show(0, 1, 0, 2);
    }

    /// What Live does with the starts of a listener: the first one, the second one, … and the last one from then on.
    QHash<QString, QList<Fate>> fates;
    QHash<QString, OscMessage> starts; ///< The last one of each listener
    LiveSet set;
    FakeScript end{[this](const OscMessage &message) { return replyTo(message); }};
    ListenerSet listeners;
    ListenerFeed feed{set, end.pipe(), listeners};

    void show(int firstTrack, int endTrack, int firstScene, int endScene)
    {
        feed.setVisible({TrackIndex(firstTrack), TrackIndex(endTrack), SceneIndex(firstScene),
            SceneIndex(endScene)});
    }
    /// The slots that Live was told to listen to, less those that it was told to leave.
    std::set<SlotId> listenedSlots() const
    {
        std::set<SlotId> out;
        for (const ListenerKey &key : listeners.keys()) {
            if (const std::optional<SlotId> slot = slotOf(key))
                out.insert(*slot);
        }
        return out;
    }
    /// 100 ms go by. What Live was told in them: "start volume 0", "stop volume 0".
    QStringList tick(const ReadCost &most = {plenty, plenty})
    {
        feed.tell({1e9, most}, end.pipe().budget());
        end.tick();
        return std::exchange(m_told, {});
    }
    QStringList ticks(int count)
    {
        QStringList out;
        for (int i = 0; i < count; ++i)
            out += tick();
        return out;
    }
    /// Live pushes for a listener, as it was started last.
    bool push(const QString &listener, const OscArgument &value)
    {
        OscMessage message = starts.value(listener);
        message.address.replace(QLatin1String("/start_listen/"), QLatin1String("/get/"));
        message.arguments.push_back(value);
        return feed.take(message, end.now());
    }
    /// A reading made the mirror learn of a change.
    void learn(TrackField field, int track)
    {
        Changes changes;
        changes.tracks[TrackIndex(track)].add(field);
        feed.compare(changes, end.now());
    }

private:
    LiveReply replyTo(const OscMessage &message)
    {
        const QString verb = message.address.section(u'/', 3, 3).section(u'_', 0, 0);
        QStringList words{message.address.section(u'/', 4)};
        for (std::size_t i = 0; i + 1 < message.arguments.size(); ++i) // the last one is the epoch
            words.append(describe(message.arguments[i]));
        const QString listener = words.join(u' ');
        m_told.append(verb + u' ' + listener);
        if (verb != QLatin1String("start") || message.arguments.empty())
            return {};
        starts[listener] = message;
        QList<Fate> &fate = fates[listener];
        const Fate now = fate.isEmpty() ? Fate::Pushes
            : fate.size() > 1           ? fate.takeFirst()
                                        : fate.first();
        if (now == Fate::Refuses)
            return LiveReply::raise(QStringLiteral("Observer not connected"));
        if (now == Fate::HasGone)
            return LiveReply::raise(QStringLiteral("Index out of range"));
        if (now == Fate::Pushes)
            push(listener, valueOf(listener));
        return {};
    }
    /// As the mirror has it, where it tells of a clip: the start of a listener is no news.
    OscArgument valueOf(const QString &listener) const
    {
        const QStringList words = listener.split(u' ');
        if (words.first() != QLatin1String("has_clip"))
            return 0.5F;
        return set.clip(slotId(words.value(1).toInt(), words.value(2).toInt())) != nullptr;
    }

    QStringList m_told;
};

const QString volume = QStringLiteral("volume 0");
const QString startVolume = QStringLiteral("start volume 0");

ListenerKey volumeKey(int track)
{
    return listenerKey(ObjectKind::Track, "volume", {track});
}

/// Track 0 is gone, and 1 has moved up.
std::optional<ListenerKey> withoutTrackZero(const ListenerKey &key)
{
    return keyAfterMove(
        key, [](int old) { return old - 1; }, [](int scene) { return scene; });
}

} // namespace

Q_DECLARE_METATYPE(Room::Fate)
Q_DECLARE_METATYPE(CellRange)

class TestListenerFeed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsListenedTo();
    void slotsListenedTo_data();
    void slotsListenedTo();
    void listenersFollowTheView();
    void clipsOnScreenAreListenedTo();
    void aClipTakesItsListenersAlong();
    void anotherClipIsListenedToAnew_data();
    void anotherClipIsListenedToAnew();
    void aTickTakesWhatIsAllowed();
    void whatAHandIsOnIsListenedToAtOnce();
    void whatBecomesOfAStart_data();
    void whatBecomesOfAStart();
    void whatAPushDoes_data();
    void whatAPushDoes();
    void whatWaitsFollowsItsTrack();
    void afterARestartAllIsStartedAgain();
    void missedPushes_data();
    void missedPushes();
};

void TestListenerFeed::whatIsListenedTo()
{
    Room room;
    room.feed.wantAll();
    QStringList told = room.tick();
    for (const char *start : {"start tempo", "start selected_track", "start beat", "start name 1",
             "start playing_slot_index 0", "start color 1", "start has_clip 0 1"})
        QVERIFY2(told.contains(QLatin1String(start)), start);
    QVERIFY(!told.contains(QStringLiteral("start has_clip 1 0"))); // out of sight: later
    QVERIFY(!told.contains(QStringLiteral("start arm 0"))); // not every track has it
    QVERIFY(!room.feed.hasToSend()); // until all has been read once
    room.set.applyComplete(true);
    QVERIFY(room.feed.hasToSend());
    told = room.tick();
    told.sort();
    QCOMPARE(told,
        (QStringList{QStringLiteral("start has_clip 1 0"), QStringLiteral("start has_clip 1 1")}));
    room.tick();
    QVERIFY(!room.feed.hasToSend());
    room.feed.wantAll(); // nothing is started twice, but for the beat, which has no epoch
    QCOMPARE(room.tick(), QStringList{QStringLiteral("start beat")});
    room.feed.drop(volumeKey(0));
    QCOMPARE(room.tick(), QStringList{QStringLiteral("stop volume 0")});
}

void TestListenerFeed::slotsListenedTo_data()
{
    QTest::addColumn<CellRange>("onScreen");
    QTest::addColumn<int>("tracks");
    QTest::addColumn<int>("scenes");
    QTest::addColumn<CellRange>("wanted");
    QTest::addColumn<CellRange>("kept");
    QTest::addColumn<CellRange>("clips");
    QTest::addColumn<CellRange>("keptClips");
    const auto range = [](int firstTrack, int endTrack, int firstScene, int endScene) {
        return CellRange{TrackIndex(firstTrack), TrackIndex(endTrack), SceneIndex(firstScene),
            SceneIndex(endScene)};
    };
    const CellRange window = range(20, 34, 50, 70);
    QTest::newRow("a small set: all of it")
        << range(0, 4, 0, 8) << 16 << 32 << range(0, 16, 0, 32) << range(0, 16, 0, 32)
        << range(0, 4, 0, 8) << range(0, 6, 0, 12);
    QTest::newRow("a large one: what is on screen and a margin")
        << window << 64 << 128 << range(18, 36, 46, 74) << range(16, 38, 42, 78) << window
        << range(18, 36, 46, 74);
    QTest::newRow("at a corner") << range(0, 14, 0, 20) << 64 << 128 << range(0, 16, 0, 24)
                                 << range(0, 18, 0, 28) << range(0, 14, 0, 20)
                                 << range(0, 16, 0, 24);
    QTest::newRow("at the other") << range(55, 69, 120, 140) << 64 << 128 << range(53, 64, 116, 128)
                                  << range(51, 64, 112, 128) << range(55, 64, 120, 128)
                                  << range(53, 64, 116, 128);
    QTest::newRow("nobody looks") << range(0, 0, 0, 0) << 64 << 128 << CellRange() << CellRange()
                                  << CellRange() << CellRange();
    QTest::newRow("a small one that nobody looks at")
        << range(0, 0, 0, 0) << 4 << 4 << range(0, 4, 0, 4) << range(0, 4, 0, 4) << CellRange()
        << CellRange();
}

void TestListenerFeed::slotsListenedTo()
{
    QFETCH(CellRange, onScreen);
    QFETCH(int, tracks);
    QFETCH(int, scenes);
    const ListenedSlots listened = ListenedSlots::of(onScreen, tracks, scenes);
    QTEST(listened.wanted, "wanted");
    QTEST(listened.kept, "kept");
    QTEST(listened.clips, "clips");
    QTEST(listened.keptClips, "keptClips");
}

void TestListenerFeed::listenersFollowTheView()
{
    Room room(40, 60);
    room.set.applyComplete(true);
    room.show(0, 10, 0, 12);
    room.feed.wantAll();
    room.ticks(3);
    QVERIFY(!room.feed.hasToSend());
    QCOMPARE(room.listenedSlots().size(), std::size_t((10 + 2) * (12 + 4)));
    QVERIFY(!room.starts.contains(QStringLiteral("has_clip 20 30")));
    QVERIFY(!room.starts.contains(QStringLiteral("name 59"))); // a scene out of sight
    QVERIFY(room.starts.contains(QStringLiteral("is_triggered 59"))); // its launch shows elsewhere

    room.show(30, 40, 48, 60);
    const QStringList told = room.ticks(4);
    QCOMPARE(told.first(), QStringLiteral("start has_clip 30 48")); // what is seen now comes first
    QVERIFY(!room.feed.hasToSend());
    const std::set<SlotId> now = room.listenedSlots();
    QCOMPARE(now.size(), std::size_t((10 + 2) * (12 + 4)));
    QVERIFY(now.contains(slotId(39, 59)));
    QVERIFY(!now.contains(slotId(0, 0)));
    QVERIFY(told.contains(QStringLiteral("stop has_clip 0 0")));

    room.show(30, 40, 47, 59); // a row up: nothing is started anew
    QCOMPARE(room.ticks(3).filter(QStringLiteral("stop ")), QStringList());
    // A message about a slot costs Live ten of others.
    room.show(0, 10, 0, 12);
    QCOMPARE(room.tick({plenty, 35}).size(), 3);
}

void TestListenerFeed::clipsOnScreenAreListenedTo()
{
    Room room(40, 60);
    for (const SlotId &slot : {slotId(0, 0), slotId(9, 11), slotId(30, 50)})
        room.set.applyHasClip(slot, true);
    room.show(0, 10, 0, 12);
    room.feed.wantAll();
    room.ticks(3);
    QVERIFY(!room.starts.contains(QStringLiteral("loop_end 0 0"))); // all is to be read first
    QVERIFY(!room.feed.listensToClipsOnScreen());
    room.set.applyComplete(true);
    room.ticks(3);
    QVERIFY(room.feed.listensToClipsOnScreen());
    QVERIFY(!room.feed.hasToSend());
    for (const char *started : {"name 0 0", "loop_end 0 0", "muted 9 11"})
        QVERIFY2(room.starts.contains(QLatin1String(started)), started);
    QVERIFY(!room.starts.contains(QStringLiteral("name 0 1"))); // an empty slot has nothing to tell
    QVERIFY(!room.starts.contains(QStringLiteral("name 30 50")));

    QVERIFY(room.push(QStringLiteral("loop_end 0 0"), 12.0F));
    QCOMPARE(room.set.clip(slotId(0, 0))->loopEnd.value, 12.0);

    room.show(30, 40, 48, 60);
    QVERIFY(!room.feed.listensToClipsOnScreen());
    const QStringList told = room.ticks(4);
    QVERIFY(told.contains(QStringLiteral("stop name 0 0")));
    QVERIFY(told.contains(QStringLiteral("start name 30 50")));
    QVERIFY(room.feed.listensToClipsOnScreen());
}

void TestListenerFeed::aClipTakesItsListenersAlong()
{
    const SlotId slot = slotId(0, 1);
    const QString listener = QStringLiteral("name 0 1");
    Room room;
    room.set.applyComplete(true);
    room.set.applyHasClip(slot, true);
    room.set.publish();
    room.feed.wantAll();
    room.ticks(3);
    const OscMessage before = room.starts.value(listener);
    QVERIFY(!before.arguments.empty());

    QSignalSpy changed(&room.set, &LiveSet::changed);
    const auto learnOf = [&](bool hasClip) {
        room.set.applyHasClip(slot, hasClip);
        room.set.publish();
        room.feed.compare(changed.last().first().value<Changes>(), room.end.now());
        return room.ticks(2);
    };
    QCOMPARE(
        learnOf(false), QStringList()); // Live would raise: there is no clip to stop listening to
    const QStringList told = learnOf(true);
    QCOMPARE(told.count(QStringLiteral("start name 0 1")), 1);
    QVERIFY(room.starts.value(listener) != before);
    QVERIFY(room.push(listener, QStringLiteral("New")));
    QCOMPARE(room.set.clip(slot)->name, QStringLiteral("New"));
}

/// A clip that is put in another one's place pushes nothing, and the other one's listeners are gone with it.
void TestListenerFeed::anotherClipIsListenedToAnew_data()
{
    QTest::addColumn<bool>("pushed");
    QTest::addColumn<qsizetype>("starts");
    QTest::newRow("a reading found it changed") << false << qsizetype(1);
    QTest::newRow("a push told of the change") << true << qsizetype(0);
}

void TestListenerFeed::anotherClipIsListenedToAnew()
{
    QFETCH(bool, pushed);
    QFETCH(qsizetype, starts);
    const SlotId slot = slotId(0, 1);
    Room room;
    room.set.applyComplete(true);
    room.set.applyHasClip(slot, true);
    room.feed.wantAll();
    room.ticks(3);
    if (pushed)
        QVERIFY(room.push(QStringLiteral("name 0 1"), QStringLiteral("New")));
    Changes changes;
    changes.clips[slot].add(ClipField::Name);
    room.feed.compare(changes, room.end.now());
    const QStringList told = room.ticks(2);
    QCOMPARE(told.count(QStringLiteral("start name 0 1")), starts);
    QCOMPARE(told.count(QStringLiteral("start end_marker 0 1")), starts);
}

void TestListenerFeed::aTickTakesWhatIsAllowed()
{
    Room room;
    room.feed.wantAll();
    QCOMPARE(room.tick({plenty, 7}).size(), 7);
    QCOMPARE(room.tick({5 * 4, plenty}).size(), 4); // five touches of Live's API each
    QCOMPARE(room.tick({0, 0}).size(), 0);
    QVERIFY(room.feed.hasToSend());
}

void TestListenerFeed::whatAHandIsOnIsListenedToAtOnce()
{
    Room room;
    room.feed.wantNow(volumeKey(0), room.end.now());
    room.feed.wantAll();
    QCOMPARE(room.tick({0, 0}), QStringList{startVolume}); // whatever is allowed for what waits
    QVERIFY(room.listeners.hasPushed(volumeKey(0)));
    QVERIFY(!room.tick().contains(startVolume));
}

void TestListenerFeed::whatBecomesOfAStart_data()
{
    using Fates = QList<Room::Fate>;
    using enum Room::Fate;
    QTest::addColumn<Fates>("fates");
    QTest::addColumn<bool>("enabled");
    QTest::addColumn<qsizetype>("starts");
    const auto row = [](const char *name, const Fates &fates, bool enabled, qsizetype starts) {
        QTest::newRow(name) << fates << enabled << starts;
    };
    row("it pushes at once", {Pushes}, true, 1);
    row("its first push was lost", {IsSilent, Pushes}, true, 2);
    row("lost again and again", {IsSilent}, true, 7);
    row("Live has no such listener", {Refuses}, true, 1); // and not one of those before it
    row("the error was another's: the track is there", {HasGone, Pushes}, true, 2);
    row("without listeners at all", {Pushes}, false, 0);
}

void TestListenerFeed::whatBecomesOfAStart()
{
    QFETCH(QList<Room::Fate>, fates);
    QFETCH(bool, enabled);
    QFETCH(qsizetype, starts);
    Room room;
    room.feed.setEnabled(enabled);
    room.fates[volume] = fates;
    room.feed.wantAll();
    QStringList told = room.ticks(20);
    QCOMPARE(told.count(startVolume), starts);
    room.feed.want(volumeKey(0)); // what Live refused is not wanted any more
    QCOMPARE(room.ticks(20).count(startVolume), 0);
}

void TestListenerFeed::whatAPushDoes_data()
{
    QTest::addColumn<QString>("listener");
    QTest::addColumn<bool>("heardBefore");
    QTest::addColumn<bool>("clipKnown"); // in slot 0 1
    QTest::addColumn<bool>("value"); // or 1.0 and 0.0
    QTest::addColumn<bool>("clipThen");
    QTest::addColumn<bool>("isNews"); // a clip that is to be read
    const auto row = [](const char *name, const char *listener, bool heardBefore, bool clipKnown,
                         bool value, bool clipThen, bool isNews) {
        QTest::newRow(name) << QString::fromLatin1(listener) << heardBefore << clipKnown << value
                            << clipThen << isNews;
    };
    const char *const slot = "has_clip 0 1";
    row("the first: there is a clip, as known", slot, false, true, true, true, false);
    row("the first: there is one, which was not known", slot, false, false, true, true, true);
    row("the first: there is none", slot, false, false, false, false, false);
    row("a clip has come", slot, true, false, true, true, true);
    row("it has gone", slot, true, true, false, false, false);
    row("another one is at its place", slot, true, true, true, true, true);
    row("of another property", "mute 0", true, false, true, false, false);
}

void TestListenerFeed::whatAPushDoes()
{
    QFETCH(QString, listener);
    QFETCH(bool, heardBefore);
    QFETCH(bool, clipKnown);
    QFETCH(bool, value);
    QFETCH(bool, clipThen);
    QFETCH(bool, isNews);
    const SlotId slot = slotId(0, 1);
    Room room;
    if (!heardBefore)
        room.fates[listener] = {Room::Fate::IsSilent};
    room.feed.wantAll();
    room.tick();
    room.set.applyHasClip(slot, clipKnown);
    (void)room.feed.takePushedClips();
    QVERIFY(room.push(listener, value));
    QCOMPARE(room.set.clip(slot) != nullptr, clipThen);
    QCOMPARE(room.feed.takePushedClips(), isNews ? std::set{slot} : std::set<SlotId>());
    QVERIFY(room.feed.takePushedClips().empty()); // once

    OscMessage old = room.starts.value(listener);
    old.address.replace(QLatin1String("/start_listen/"), QLatin1String("/get/"));
    old.arguments.push_back(!value);
    room.feed.startAll();
    room.tick();
    const bool muted = room.set.track(TrackIndex(0))->mute;
    QVERIFY(room.feed.take(old, room.end.now())); // a push, but of an old epoch: not believed
    QCOMPARE(room.set.track(TrackIndex(0))->mute, muted);
    QVERIFY(!room.feed.take({QStringLiteral("/live/track/get/mute"), {qint32(0), true}},
        room.end.now())); // an answer is none
}

void TestListenerFeed::whatWaitsFollowsItsTrack()
{
    Room room;
    room.feed.wantAll();
    room.ticks(2);
    room.feed.want(armListener(0));
    room.feed.want(armListener(1));
    room.feed.drop(volumeKey(1));
    room.feed.follow(withoutTrackZero, true, room.listeners.lastEpoch());
    // Track 0 is gone and so is its start; the other one's waits for its new place. To stop what moved would be to stop
    // another's.
    QStringList told = room.tick();
    told.removeIf([](const QString &word) { return word.contains(QLatin1String("has_clip")); });
    QCOMPARE(told, QStringList{QStringLiteral("start arm 0")});
}

void TestListenerFeed::afterARestartAllIsStartedAgain()
{
    Room room;
    room.fates[QStringLiteral("mute 1")] = {Room::Fate::Refuses, Room::Fate::Pushes};
    room.feed.wantAll();
    QStringList before = room.ticks(2);
    const OscMessage epoch = room.starts.value(volume);
    room.feed.startAll();
    QStringList after = room.ticks(2).filter(QStringLiteral("start "));
    before.removeDuplicates();
    after.removeDuplicates();
    before.sort();
    after.sort();
    QCOMPARE(after, before); // with what Live refused: it may have been another's error
    QVERIFY(room.starts.value(volume) != epoch);
}

/// What readings find and no push told. Where something was lost as well, Live may have been restarted.
void TestListenerFeed::missedPushes_data()
{
    QTest::addColumn<int>("missed");
    QTest::addColumn<bool>("lost");
    QTest::addColumn<qsizetype>("starts");
    QTest::newRow("none") << 0 << true << qsizetype(0);
    QTest::newRow("one") << 1 << true << qsizetype(0);
    QTest::newRow("more, with a loss") << 4 << true << qsizetype(1);
    QTest::newRow("more, without one: they go elsewhere") << 4 << false << qsizetype(0);
}

void TestListenerFeed::missedPushes()
{
    QFETCH(int, missed);
    QFETCH(bool, lost);
    QFETCH(qsizetype, starts);
    Room room;
    room.feed.wantAll();
    constexpr int patience = 5; // ticks until a push is missed, and what the starts told is old
    room.ticks(patience);
    if (lost) {
        room.end.pipe().ask(Query{OscMessage{QStringLiteral("/live/song/get/lost"), {}}});
        room.tick();
    }
    QStringList told;
    for (int i = 0; i < missed; ++i) {
        room.learn(TrackField::Name, i % 2);
        for (int t = 0; t < patience; ++t) {
            told += room.tick();
            room.feed.advance(room.end.now());
        }
    }
    told += room.ticks(2);
    QCOMPARE(room.feed.feed().missed() > 0, missed > 0);
    QCOMPARE(told.count(startVolume), starts);
}

int tst_listenerfeed(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestListenerFeed>(argc, argv);
}

#include "tst_listenerfeed.moc"
