// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/plan/setplan.h"
#include "core/sync/readers/gapreader.h"
#include "tests/support/fakescript.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;
using Kind = ReadJob::Kind;

namespace {

constexpr int gapScenes = 128;

/// Two tracks of a slow Live, whose names are known: track 0 has clips in the first ten scenes, track 1 in the first four. A
/// clip's getter answers 7.
struct Gaps {
    LiveSet set;
    ReadPlan plan;
    PlanOptions options;
    FakeScript live{[this](const OscMessage &message) {
        asked.append(message.address.section(u'/', -1) + u' '
            + QString::number(toInt(message.arguments.at(0)).value_or(-1)) + u'/'
            + QString::number(toInt(message.arguments.at(1)).value_or(-1)));
        if (isRefused)
            return LiveReply::raise(QStringLiteral("'NoneType' object has no attribute 'length'"));
        return LiveReply::answer(
            {message.arguments.at(0), message.arguments.at(1), 7.0F, message.arguments.back()});
    }};
    ReaderContext context{set, [] { return qint64(0); }, {}, {}, {}, {}, {},
        [this](TrackIndex track) { return expectedClips(plan, set, track); },
        [this] { return partSize(set, options); }};
    GapReader gaps{plan, live.pipe(), context};
    QStringList asked;
    QStringList ended;
    bool isRefused = false;

    Gaps()
    {
        set.applyStructure(2, gapScenes);
        for (int t = 0; t < 2; ++t) {
            set.apply(TrackIndex(t), TrackField::HasMidiInput, true);
            for (int s = 0; s < (t == 0 ? 10 : 4); ++s)
                set.applyHasClip(slotId(t, s), true);
        }
        planSet(plan, set, options);
        for (int t = 0; t < 2; ++t) {
            for (int part = 0; part < 3; ++part) // what cells show
                plan.countAsRead({Kind::Slots, trackChunk(t, part)}, 0);
        }
        gaps.ended = [this](const ReadJob &part, JobEnd end, qint64 startedAt) {
            ended.append(
                QStringLiteral("%1/%2 %3 %4")
                    .arg(part.track().value)
                    .arg(part.chunk())
                    .arg(end == JobEnd::Read ? QStringLiteral("read") : QStringLiteral("not read"))
                    .arg(startedAt));
            plan.finished(part, startedAt);
        };
    }

    /// A tick that has room for so many clips.
    int tick(int clips)
    {
        asked.clear();
        const ReadCost cost
            = gaps.fill({1e6, {4 * clips, clips}}, live.pipe().budget(), live.now());
        live.tick();
        return cost.messages;
    }
};

} // namespace

class TestGapReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsThePartWithTheFewestClips();
    void goesOnWhereItStopped();
    void anEmptyTrackCostsNothing();
    void whatMovesGoesBackToThePlan();
    void cellsDoNotWaitForGaps();
};

void TestGapReader::readsThePartWithTheFewestClips()
{
    Gaps live;
    QCOMPARE(live.tick(4), 4);
    QCOMPARE(live.asked.join(u' '), QStringLiteral("length 1/0 length 1/1 length 1/2 length 1/3"));
    QCOMPARE(live.ended, QStringList{QStringLiteral("1/3 read 0")});
    QCOMPARE(live.set.clip(slotId(1, 3))->length.value, 7.0);
    live.tick(1);
    QCOMPARE(live.asked, QStringList{QStringLiteral("looping 1/0")}); // the next part
}

void TestGapReader::goesOnWhereItStopped()
{
    Gaps live;
    QCOMPARE(live.tick(3), 3);
    QVERIFY(live.ended.isEmpty());
    QVERIFY(!live.plan.takeOne({Kind::Slots, trackChunk(1, 3)})); // nobody else reads it meanwhile
    QCOMPARE(live.tick(0), 0);
    QCOMPARE(live.tick(3), 1);
    QCOMPARE(live.asked, QStringList{QStringLiteral("length 1/3")});
    // As of its beginning: what came since may have been passed by.
    QCOMPARE(live.ended, QStringList{QStringLiteral("1/3 read 0")});
}

void TestGapReader::anEmptyTrackCostsNothing()
{
    Gaps live;
    for (int s = 0; s < 4; ++s)
        live.set.applyHasClip(slotId(1, s), false);
    live.tick(1);
    QVERIFY(live.ended.size() > 5); // every part of track 1 that a clip has
    QVERIFY(live.asked.first().endsWith(QLatin1String(" 0/0")));
}

void TestGapReader::whatMovesGoesBackToThePlan()
{
    Gaps live;
    live.tick(3);
    live.gaps.abandon();
    QVERIFY(live.plan.takeOne({Kind::Slots, trackChunk(1, 3)}));
    QVERIFY(live.ended.isEmpty());
    // A clip that has gone is no reason to read the part again.
    Gaps other;
    other.isRefused = true;
    other.tick(4);
    for (int i = 0; i < 8; ++i)
        other.live.tick();
    QCOMPARE(other.ended, QStringList{QStringLiteral("1/3 read 0")});
}

void TestGapReader::cellsDoNotWaitForGaps()
{
    Gaps live;
    live.plan.restart();
    live.plan.countAsRead(
        {Kind::Slots, trackChunk(1, 0)}, 0); // names alone are known, of one track
    live.tick(1);
    QCOMPARE(live.asked, QStringList{QStringLiteral("length 1/0")}); // and not a colour
}

int tst_gapreader(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestGapReader>(argc, argv);
}

#include "tst_gapreader.moc"
