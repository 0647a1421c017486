// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/plan/aftermath.h"
#include "core/sync/plan/setplan.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <algorithm>

using namespace clipdeck;
using Kind = ReadJob::Kind;
using Jobs = std::vector<ReadJob>;
using Written = std::optional<Target>;

Q_DECLARE_METATYPE(Written)
Q_DECLARE_METATYPE(Jobs)

class TestAftermath : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsReadNext_data();
    void whatIsReadNext();
    void anEditWithoutTargetMayHaveChangedAll();
};

namespace {

/// Two blocks of tracks; track 1 is audio and has a rack, the first four tracks are on screen.
struct PlannedSet {
    LiveSet set;
    ReadPlan plan;

    PlannedSet()
    {
        set.applyStructure(20, 8);
        set.apply(TrackIndex(0), TrackField::IsFoldable, true);
        set.apply(TrackIndex(1), TrackField::HasAudioInput, true);
        Device rack;
        rack.canHaveChains = true;
        set.applyDevices(TrackIndex(1), {rack, Device()});
        PlanOptions options;
        options.endVisible = 4;
        options.endVisibleScene = 8;
        options.expensive = false;
        planSet(plan, set, options);
    }
};

} // namespace

void TestAftermath::whatIsReadNext_data()
{
    QTest::addColumn<Written>("written");
    QTest::addColumn<bool>("isEdit");
    QTest::addColumn<Jobs>("jobs");
    const Jobs tracks{{Kind::Tracks, trackBlock(0, 16)}, {Kind::Tracks, trackBlock(16, 20)}};
    const auto track = [](TrackField field) { return Target::track(TrackIndex(1), field); };
    const auto clip = [](ClipField field) { return Target::clip(slotId(1, 0), field); };
    QTest::newRow("a fold: which tracks are shown")
        << Written(Target::track(TrackIndex(0), TrackField::FoldState)) << true << tracks;
    QTest::newRow("a solo: which ones it mutes")
        << Written(track(TrackField::Solo)) << true << tracks;
    QTest::newRow("a volume: nothing else") << Written(track(TrackField::Volume)) << true << Jobs{};
    QTest::newRow("an input: its channels") << Written(track(TrackField::InputRoutingType)) << true
                                            << Jobs{{Kind::Routing, trackChunk(1, 1)}};
    QTest::newRow("an output: its channels") << Written(track(TrackField::OutputRoutingType))
                                             << true << Jobs{{Kind::Routing, trackChunk(1, 3)}};
    QTest::newRow("a gain: Live's text for it")
        << Written(clip(ClipField::Gain)) << true << Jobs{{Kind::AudioClips, trackChunk(1, 0)}};
    QTest::newRow("warping: the unit of all times")
        << Written(clip(ClipField::Warping)) << true
        << Jobs{{Kind::AudioClips, trackChunk(1, 0)}, {Kind::Slots, trackChunk(1, 0)},
               {Kind::Slots, trackChunk(1, 1)}, {Kind::Slots, trackChunk(1, 2)}};
    QTest::newRow("a clip's name: nothing else")
        << Written(clip(ClipField::Name)) << true << Jobs{};
    QTest::newRow("a macro: what it moves")
        << Written(Target::parameter(parameterId(1, 0, 3))) << true
        << Jobs{{Kind::ParameterValues, deviceId(1, 0)}};
    QTest::newRow("a parameter of no rack")
        << Written(Target::parameter(parameterId(1, 1, 3))) << true << Jobs{};
    QTest::newRow("a jump, a selection")
        << Written() << false << Jobs{{Kind::Selection}, {Kind::SongTime}};
}

void TestAftermath::whatIsReadNext()
{
    QFETCH(Written, written);
    QFETCH(bool, isEdit);
    QFETCH(Jobs, jobs);
    const PlannedSet planned;
    QVERIFY(jobsAfterWrite(planned.plan, planned.set, written, isEdit) == jobs);
}

void TestAftermath::anEditWithoutTargetMayHaveChangedAll()
{
    const PlannedSet planned;
    const Jobs jobs = jobsAfterWrite(planned.plan, planned.set, std::nullopt, true);
    const auto has = [&](const ReadJob &job) { return std::ranges::find(jobs, job) != jobs.end(); };
    QVERIFY(has({Kind::Structure}));
    QVERIFY(has({Kind::Slots, trackChunk(3, 0)}));
    QVERIFY(has({Kind::Locators}));
    QVERIFY(!has({Kind::Slots, trackChunk(4, 0)})); // out of sight
    QVERIFY(!has({Kind::Devices, TrackIndex(0)}));
}

int tst_aftermath(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestAftermath>(argc, argv);
}

#include "tst_aftermath.moc"
