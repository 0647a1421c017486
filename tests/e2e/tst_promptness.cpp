// SPDX-License-Identifier: GPL-3.0-or-later
// How soon the mirror of a large set has what nobody pushes: what we wrote ourselves, within a few ticks; what is changed in
// Live, within three seconds where it is on screen.
#include "core/commands/commands.h"
#include "core/commands/gridcommands.h"
#include "tests/support/enginesettings.h"
#include "tests/support/servertest.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <functional>
#include <limits>

using namespace clipdeck;
using namespace Qt::StringLiterals;

namespace {

constexpr int readyMs = 60000;
constexpr qint64 fewTicksMs = 500; // and the time that a machine takes that others use, too
constexpr qint64 boundMs = 3300; // three seconds, and the ticks of the answer

QString pathOf(TrackIndex track)
{
    return u"live_set tracks "_s + QString::number(track.value);
}

} // namespace

class TestPromptness : public ServerTest {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { }
    void ourOwnFold();
    void ourOwnSolo();
    void ourOwnScene();
    void aFoldInLive();
    void aLocatorInLive();
    void aLengthInLive();

private:
    LiveSet &mirror() { return m_engine->liveSet(); }
    TrackIndex openGroup();
    bool isFoldedAway(TrackIndex group);
    /// How long it takes until it is so; a long time if it never is.
    qint64 timeUntil(const std::function<bool()> &isSo);

    ServerKind m_kind = ServerKind::StandIn;
    std::unique_ptr<Engine> m_engine;
};

/// All tests share a server and an engine, as long as it is of the same kind: to read a large set takes longer than they do.
void TestPromptness::init()
{
    QFETCH_GLOBAL(ServerKind, kind);
    if (!m_engine || kind != m_kind) {
        m_engine.reset();
        m_kind = kind;
        QVERIFY(start({u"--tracks"_s, u"64"_s, u"--scenes"_s, u"128"_s, u"--fill"_s, u"0.6"_s,
            u"--groups"_s, u"4"_s, u"--devices"_s, u"1"_s, u"--seed"_s, u"5"_s}));
        m_engine = std::make_unique<Engine>(settingsFor(*m_server));
        m_engine->setVisible(TrackIndex(0), 14, SceneIndex(0), 20);
        m_engine->start();
    }
    QTRY_VERIFY_WITH_TIMEOUT(mirror().isComplete(), readyMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->traffic().isAtRest, readyMs);
}

/// A group that no test has folded yet.
TrackIndex TestPromptness::openGroup()
{
    const auto &tracks = mirror().tracks();
    const auto group = std::ranges::find_if(tracks, [](const Track &track) {
        return track.kind() == TrackKind::Group && track.isVisible && track.foldState == false;
    });
    return group == tracks.end() ? TrackIndex()
                                 : TrackIndex(static_cast<int>(group - tracks.begin()));
}

bool TestPromptness::isFoldedAway(TrackIndex group)
{
    for (const Track &track : mirror().tracks()) {
        if (track.groupTrack == group.value && track.isVisible)
            return false;
    }
    return mirror().track(group)->foldState == true;
}

qint64 TestPromptness::timeUntil(const std::function<bool()> &isSo)
{
    QElapsedTimer time;
    time.start();
    const bool became = QTest::qWaitFor(isSo, 20000);
    qInfo("%lld ms", time.elapsed());
    return became ? time.elapsed() : std::numeric_limits<qint64>::max();
}

void TestPromptness::ourOwnFold()
{
    const TrackIndex group = openGroup();
    QVERIFY(group.isValid());
    m_engine->commands().requestTrack(group, TrackField::FoldState, true);
    QVERIFY(timeUntil([&] { return isFoldedAway(group); }) <= fewTicksMs);
    QCOMPARE(live().track(group.value)["fold_state"_L1].toVariant().toInt(), 1);
    QCOMPARE(live().track(group.value + 1)["is_visible"_L1].toVariant().toBool(), false);
}

void TestPromptness::ourOwnSolo()
{
    m_engine->commands().requestTrack(TrackIndex(2), TrackField::Solo, true);
    QVERIFY(timeUntil([&] { return mirror().track(TrackIndex(60))->mutedViaSolo; }) <= fewTicksMs);
    QCOMPARE(live().track(60)["muted_via_solo"_L1].toVariant().toBool(), true);
}

void TestPromptness::ourOwnScene()
{
    m_engine->gridCommands().requestDeleteScene(SceneIndex(5));
    QVERIFY(timeUntil([&] { return mirror().sceneCount() == 127; }) <= fewTicksMs);
    QCOMPARE(live().briefDump()["scenes"_L1].toArray().size(), 127);
}

void TestPromptness::aFoldInLive()
{
    const TrackIndex group = openGroup();
    QVERIFY(group.isValid());
    QVERIFY(live().call(
        u"set"_s, {{u"path"_s, pathOf(group)}, {u"prop"_s, u"fold_state"_s}, {u"value"_s, 1}}));
    QVERIFY(timeUntil([&] { return isFoldedAway(group); }) <= boundMs);
}

void TestPromptness::aLocatorInLive()
{
    const auto before = mirror().song().cuePoints.size();
    QVERIFY2(live().call(u"call"_s,
                 {{u"path"_s, u"live_set"_s}, {u"method"_s, u"set_or_delete_cue"_s},
                     {u"args"_s, QJsonArray()}}),
        qPrintable(live().error()));
    QVERIFY(timeUntil([&] { return mirror().song().cuePoints.size() != before; }) <= boundMs);
}

void TestPromptness::aLengthInLive()
{
    const SlotId slot = [this] {
        SlotId at = slotId(1, 0);
        while (!mirror().clip(at) || !mirror().clip(at)->isMidiClip)
            at = at.scene.value < 19 ? SlotId{at.track, SceneIndex(at.scene.value + 1)}
                                     : slotId(at.track.value + 1, 0);
        return at;
    }();
    const QString clip = QString(u"%1 clip_slots %2 clip"_s)
                             .arg(pathOf(slot.track), QString::number(slot.scene.value));
    const double loopEnd = mirror().clip(slot)->loopEnd.value + 16;
    QVERIFY2(live().call(
                 u"set"_s, {{u"path"_s, clip}, {u"prop"_s, u"loop_end"_s}, {u"value"_s, loopEnd}}),
        qPrintable(live().error()));
    const double length = loopEnd - mirror().clip(slot)->loopStart.value;
    QVERIFY(timeUntil([&] {
        return mirror().clip(slot)->loopEnd.value == loopEnd
            && mirror().clip(slot)->length.value == length;
    }) <= fewTicksMs);
}

int tst_promptness(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestPromptness>(argc, argv);
}

#include "tests/support/testclass.h"
#include "tst_promptness.moc"
