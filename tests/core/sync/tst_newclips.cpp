// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/plan/newclips.h"
#include "core/sync/plan/readjobs.h"
#include "core/sync/plan/setplan.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;
using Kind = ReadJob::Kind;

namespace {

constexpr int largeSet = 128; // scenes: a part of a track costs Live 20 ms
constexpr int smallSet = 4;

/// Two MIDI tracks of which everything has been read: names and what else stands in a track's first part at 2000 ms, half
/// of the other parts a second before that and half a second after.
struct NewClipsFixture {
    LiveSet set;
    ReadPlan plan;
    Changes lastChanges;

    explicit NewClipsFixture(int scenes)
    {
        QObject::connect(&set, &LiveSet::changed, &set,
            [this](const Changes &changes) { lastChanges = changes; });
        set.applyStructure(2, scenes);
        for (int t = 0; t < set.trackCount(); ++t)
            set.apply(TrackIndex(t), TrackField::HasMidiInput, true);
        planSet(plan, set, {});
        const TickBudget prices;
        for (int step = 0; !plan.isComplete() && step < 1000; ++step) {
            for (const ReadJob &job : plan.take(0, {1e9, {1 << 30, 1 << 30}}, prices))
                plan.finished(job, readAt(job));
        }
        set.publish();
    }

    static qint64 readAt(const ReadJob &job)
    {
        if (job.kind != Kind::Slots || job.chunk() == 0)
            return 2000;
        return job.chunk() % 2 ? 1000 : 3000;
    }

    /// What is due at once, in words: of a track its "parts", or those "older" than its names, cells, and scenes.
    QString due() const
    {
        QStringList out;
        for (int t = 0; t < set.trackCount(); ++t) {
            int count = 0;
            int expedited = 0;
            int older = 0;
            for (const ReadJob &job : plan.chunks(Kind::Slots, TrackIndex(t))) {
                ++count;
                expedited += plan.isExpedited(job) ? 1 : 0;
                older += plan.isExpedited(job) && readAt(job) == 1000 ? 1 : 0;
            }
            if (expedited > 0)
                out.append(QStringLiteral("%1 of track %2")
                               .arg(expedited == count      ? QStringLiteral("all")
                                       : expedited == older ? QStringLiteral("older")
                                                            : QStringLiteral("some"))
                               .arg(t));
        }
        for (int t = 0; t < set.trackCount(); ++t) {
            for (int s = 0; s < set.sceneCount(); ++s) {
                if (plan.isExpedited({Kind::Cell, slotId(t, s)}))
                    out.append(QStringLiteral("cell %1 %2").arg(t).arg(s));
            }
        }
        return out.join(QStringLiteral(", "));
    }

    QString scenesDue() const
    {
        QStringList out;
        for (int s = 0; s < set.sceneCount(); ++s) {
            if (plan.isExpedited({Kind::Scene, SceneIndex(s)}))
                out.append(QString::number(s));
        }
        return out.join(u' ');
    }
};

/// "3 5" or "2-30": scenes of track 0.
std::vector<SlotId> slotsIn(const QString &text)
{
    std::vector<SlotId> out;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList ends = word.split(u'-');
        for (int s = ends.first().toInt(); s <= ends.last().toInt(); ++s)
            out.push_back(slotId(0, s));
    }
    return out;
}

} // namespace

class TestNewClips : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsReadOfNewClips_data();
    void whatIsReadOfNewClips();
    void aNewClipIsWhatItsTrackMakesOfIt();
    void whatIsReadAfterRecording_data();
    void whatIsReadAfterRecording();
};

void TestNewClips::whatIsReadOfNewClips_data()
{
    QTest::addColumn<int>("scenes");
    QTest::addColumn<QString>("found"); // by a reading of track 0
    QTest::addColumn<QString>("pushed"); // of track 0
    QTest::addColumn<QString>("gone");
    QTest::addColumn<QString>("due");
    const auto row = [](const char *name, int scenes, const char *found, const char *pushed,
                         const char *gone, const char *due) {
        QTest::newRow(name) << scenes << QString::fromLatin1(found) << QString::fromLatin1(pushed)
                            << QString::fromLatin1(gone) << QString::fromLatin1(due);
    };
    row("nothing new", largeSet, "", "", "", "");
    row("one has gone", largeSet, "", "", "3", "");
    row("found: what was read before its name", largeSet, "3", "", "", "older of track 0");
    row("pushed, and a track costs little", smallSet, "", "3", "", "all of track 0");
    row("pushed, and a track costs much", largeSet, "", "3 5", "", "cell 0 3, cell 0 5");
    row("so many that a track costs less", largeSet, "", "2-60", "", "all of track 0");
    row("some pushed, some found", largeSet, "5", "3", "", "older of track 0, cell 0 3");
}

void TestNewClips::whatIsReadOfNewClips()
{
    QFETCH(int, scenes);
    QFETCH(QString, found);
    QFETCH(QString, pushed);
    QFETCH(QString, gone);
    QFETCH(QString, due);
    NewClipsFixture plan(scenes);
    for (SlotId slot : slotsIn(gone))
        plan.set.applyHasClip(slot, true);
    plan.set.publish();
    std::set<SlotId> pushedSlots;
    QStringList touched;
    for (SlotId slot : slotsIn(gone))
        plan.set.applyHasClip(slot, false);
    for (SlotId slot : slotsIn(found))
        plan.set.applyHasClip(slot, true);
    for (SlotId slot : slotsIn(pushed)) {
        plan.set.applyHasClip(slot, true);
        pushedSlots.insert(slot);
    }
    plan.lastChanges = {};
    plan.set.publish();
    planNewClips(plan.plan, plan.set, TickBudget(), plan.lastChanges, pushedSlots);
    QCOMPARE(plan.due(), due);
    // And whether a scene is empty has no listener.
    std::set<SlotId> changed = pushedSlots;
    for (const QString &text : {found, gone}) {
        for (SlotId slot : slotsIn(text))
            changed.insert(slot);
    }
    for (SlotId slot : changed)
        touched.append(QString::number(slot.scene.value));
    QCOMPARE(plan.scenesDue(), touched.join(u' '));
}

void TestNewClips::aNewClipIsWhatItsTrackMakesOfIt()
{
    NewClipsFixture plan(smallSet);
    plan.set.apply(TrackIndex(0), TrackField::PlayingSlotIndex, 1);
    plan.set.apply(TrackIndex(0), TrackField::FiredSlotIndex, 2);
    for (int s : {1, 2})
        plan.set.applyHasClip(slotId(0, s), true);
    plan.set.publish();
    planNewClips(plan.plan, plan.set, TickBudget(), plan.lastChanges, {});
    QVERIFY(plan.set.clip(slotId(0, 1))->isMidiClip);
    QVERIFY(plan.set.clip(slotId(0, 1))->isPlaying);
    QVERIFY(!plan.set.clip(slotId(0, 1))->isTriggered);
    QVERIFY(!plan.set.clip(slotId(0, 2))->isPlaying);
    QVERIFY(plan.set.clip(slotId(0, 2))->isTriggered);
}

/// Track 0 is armed, track 1 is not; in both, scene 0 has a clip that plays and, in track 0, records.
void TestNewClips::whatIsReadAfterRecording_data()
{
    using Edit = void (*)(LiveSet &);
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("due");
    const auto row = [](const char *name, Edit edit, const char *due) {
        QTest::newRow(name) << edit << QString::fromLatin1(due);
    };
    const char *const grown = "all of track 0";
    row(
        "nothing", [](LiveSet &) {}, "");
    row(
        "the recording ends",
        [](LiveSet &set) { set.apply(slotId(0, 0), ClipField::IsRecording, false); }, grown);
    row(
        "one begins", [](LiveSet &set) { set.apply(slotId(1, 0), ClipField::IsRecording, true); },
        "");
    row(
        "an armed track plays another clip",
        [](LiveSet &set) { set.apply(TrackIndex(0), TrackField::PlayingSlotIndex, 1); }, grown);
    row(
        "an armed track stops",
        [](LiveSet &set) { set.apply(TrackIndex(0), TrackField::PlayingSlotIndex, noSlot); },
        grown);
    row(
        "one that is not armed plays another",
        [](LiveSet &set) { set.apply(TrackIndex(1), TrackField::PlayingSlotIndex, 1); }, "");
    row(
        "disarmed", [](LiveSet &set) { set.apply(TrackIndex(0), TrackField::Arm, false); }, grown);
    row(
        "armed", [](LiveSet &set) { set.apply(TrackIndex(1), TrackField::Arm, true); },
        "all of track 1");
    row(
        "the song stops: what is armed",
        [](LiveSet &set) { set.apply(SongField::IsPlaying, false); }, grown);
    row(
        "session record goes off: likewise",
        [](LiveSet &set) { set.apply(SongField::SessionRecord, false); }, grown);
    row(
        "another name", [](LiveSet &set) { set.apply(TrackIndex(0), TrackField::Name, QString()); },
        "");
}

void TestNewClips::whatIsReadAfterRecording()
{
    using Edit = void (*)(LiveSet &);
    QFETCH(Edit, edit);
    QFETCH(QString, due);
    NewClipsFixture plan(smallSet);
    LiveSet &set = plan.set;
    set.apply(SongField::IsPlaying, true);
    set.apply(SongField::SessionRecord, true);
    set.apply(TrackIndex(0), TrackField::Arm, true);
    set.apply(TrackIndex(0), TrackField::Name, QStringLiteral("Bass"));
    for (int t : {0, 1}) {
        set.applyHasClip(slotId(t, 0), true);
        set.apply(TrackIndex(t), TrackField::PlayingSlotIndex, 0);
    }
    set.apply(slotId(0, 0), ClipField::IsRecording, true);
    set.publish();
    plan.lastChanges = {};
    edit(set);
    set.publish();
    planAfterRecording(plan.plan, set, plan.lastChanges);
    QCOMPARE(plan.due(), due);
}

int tst_newclips(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestNewClips>(argc, argv);
}

#include "tst_newclips.moc"
