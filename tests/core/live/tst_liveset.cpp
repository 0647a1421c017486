// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/liveset.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

using namespace clipdeck;

namespace {

template <class Field> FieldSet<Field> bits(std::initializer_list<Field> fields)
{
    FieldSet<Field> set;
    for (Field field : fields)
        set.add(field);
    return set;
}

Device reverb()
{
    return {QStringLiteral("Room"), QStringLiteral("Reverb"), 2,
        {{QStringLiteral("Device On"), 1.0, 0.0, 1.0, true, {}},
            {QStringLiteral("Decay Time"), 0.4, 0.0, 1.0, false, {}}}};
}

} // namespace

/// Each test starts from a set of 3 tracks and 2 scenes with a clip at track 0, scene 1, all announced.
class TestLiveSet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void announcesOnceABatch();
    void saysNothingWhenNothingDiffers();
    void findersGiveNullOutside_data();
    void findersGiveNullOutside();
    void appliesOutsideAreIgnored();
    void growsAndCuts();
    void clipsComeAndGo();
    void aChangeOfWhatWentAwayIsNotAnnounced();
    void devicesAndParameters();
    void sendsAreOneChange();
    void completeness();
    void clearForgetsAll();
    void aMovedOrderIsStructure();
    void wishesAreShownUntilSettled();
    void aRefusalShowsTheConfirmedValue();
    void whatAListenerChangesIsTheNextBatch();

private:
    Changes published();

    std::unique_ptr<LiveSet> m_set;
    std::vector<Changes> m_batches;
};

void TestLiveSet::init()
{
    m_set = std::make_unique<LiveSet>();
    m_set->applyStructure(3, 2);
    m_set->applyHasClip(slotId(0, 1), true);
    m_set->publish();
    m_batches.clear();
    connect(m_set.get(), &LiveSet::changed, this,
        [this](const Changes &changes) { m_batches.push_back(changes); });
}

void TestLiveSet::cleanup()
{
    m_set.reset();
}

/// What the next publish() announces; nothing if it is silent.
Changes TestLiveSet::published()
{
    m_batches.clear();
    m_set->publish();
    return m_batches.empty() ? Changes{} : m_batches.front();
}

void TestLiveSet::announcesOnceABatch()
{
    m_set->apply(SongField::Tempo, 98.0);
    m_set->apply(SongField::Metronome, true);
    m_set->apply(TrackIndex(1), TrackField::Name, QStringLiteral("Bass"));
    m_set->apply(SceneIndex(0), SceneField::Name, QStringLiteral("Intro"));
    m_set->apply(slotId(2, 0), SlotField::HasStopButton, false);
    m_set->apply(slotId(0, 1), ClipField::Name, QStringLiteral("Riff"));
    QVERIFY(m_batches.empty());

    const Changes changes = published();

    QCOMPARE(m_batches.size(), std::size_t(1));
    Changes expected;
    expected.song = bits({SongField::Tempo, SongField::Metronome});
    expected.tracks[TrackIndex(1)] = bits({TrackField::Name});
    expected.scenes[SceneIndex(0)] = bits({SceneField::Name});
    expected.slotFields[slotId(2, 0)] = bits({SlotField::HasStopButton});
    expected.clips[slotId(0, 1)] = bits({ClipField::Name});
    QCOMPARE(changes, expected);
    QCOMPARE(m_set->song().tempo, 98.0);
    QCOMPARE(m_set->track(TrackIndex(1))->name, QStringLiteral("Bass"));
    QCOMPARE(m_set->clip(slotId(0, 1))->name, QStringLiteral("Riff"));
}

void TestLiveSet::saysNothingWhenNothingDiffers()
{
    m_set->apply(SongField::Tempo, 120.0);
    m_set->apply(TrackIndex(0), TrackField::Name, QString());
    m_set->apply(TrackIndex(0), TrackField::Name, 3); // unfit
    m_set->applyHasClip(slotId(0, 1), true);
    m_set->applyStructure(3, 2);
    m_set->applyRead(slotId(0, 1), 1000);
    m_set->publish();
    QVERIFY(m_batches.empty());
    QCOMPARE(m_set->slot(slotId(0, 1))->readAt, 1000);
}

void TestLiveSet::findersGiveNullOutside_data()
{
    QTest::addColumn<int>("track");
    QTest::addColumn<int>("scene");
    QTest::newRow("track below") << -1 << 0;
    QTest::newRow("track beyond") << 3 << 0;
    QTest::newRow("scene below") << 0 << -1;
    QTest::newRow("scene beyond") << 0 << 2;
}

void TestLiveSet::findersGiveNullOutside()
{
    QFETCH(int, track);
    QFETCH(int, scene);
    QVERIFY(!m_set->slot(slotId(track, scene)));
    QVERIFY(!m_set->clip(slotId(track, scene)));
    QVERIFY(!m_set->device(deviceId(track, 0)));
    QVERIFY(!m_set->parameter(parameterId(track, 0, 0)));
}

void TestLiveSet::appliesOutsideAreIgnored()
{
    m_set->apply(TrackIndex(9), TrackField::Name, QStringLiteral("gone"));
    m_set->apply(SceneIndex(-1), SceneField::Name, QStringLiteral("gone"));
    m_set->apply(slotId(9, 9), SlotField::IsTriggered, true);
    m_set->apply(slotId(1, 0), ClipField::Name, QStringLiteral("in an empty slot"));
    m_set->applyHasClip(slotId(9, 0), true);
    m_set->applyRead(slotId(9, 0), 1);
    m_set->applySends(TrackIndex(9), {0.5});
    m_set->applyDevices(TrackIndex(9), {reverb()});
    m_set->applyParameter(parameterId(0, 0, 0), 0.5);
    m_set->applyParameterText(parameterId(0, 0, 0), QStringLiteral("x"));
    m_set->publish();
    QVERIFY(m_batches.empty());
}

void TestLiveSet::growsAndCuts()
{
    m_set->applyStructure(4, 3);
    QVERIFY(published().structure);
    QCOMPARE(m_set->trackCount(), 4);
    QCOMPARE(m_set->sceneCount(), 3);
    QVERIFY(m_set->slot(slotId(3, 2)));
    QVERIFY(m_set->clip(slotId(0, 1))); // what was known stays

    m_set->applyStructure(1, 1);
    QVERIFY(published().structure);
    QVERIFY(!m_set->slot(slotId(0, 1)));
    QVERIFY(!m_set->track(TrackIndex(1)));

    m_set->applyStructure(-1, -1); // no set of Live's, whatever said so
    QCOMPARE(m_set->trackCount(), 0);
    QCOMPARE(m_set->sceneCount(), 0);
}

void TestLiveSet::clipsComeAndGo()
{
    m_set->applyHasClip(slotId(1, 0), true);
    QVERIFY(published().slotFields.at(slotId(1, 0)).has(SlotField::Clip));
    QCOMPARE(*m_set->clip(slotId(1, 0)), Clip{});

    m_set->applyHasClip(slotId(1, 0), false);
    QVERIFY(published().slotFields.at(slotId(1, 0)).has(SlotField::Clip));
    QVERIFY(!m_set->clip(slotId(1, 0)));
}

void TestLiveSet::aChangeOfWhatWentAwayIsNotAnnounced()
{
    m_set->apply(slotId(0, 1), ClipField::Name, QStringLiteral("Riff"));
    m_set->applyHasClip(slotId(0, 1), false);
    const Changes deleted = published();
    QVERIFY(deleted.clips.empty());
    QVERIFY(deleted.slotFields.contains(slotId(0, 1)));

    m_set->apply(TrackIndex(2), TrackField::Mute, true);
    m_set->apply(SceneIndex(1), SceneField::Name, QStringLiteral("Outro"));
    m_set->applyHasClip(slotId(2, 1), true);
    m_set->applyStructure(2, 1);
    Changes expected;
    expected.structure = expected.moved = true;
    QCOMPARE(published(), expected);
}

void TestLiveSet::devicesAndParameters()
{
    m_set->applyDevices(TrackIndex(2), {reverb()});
    QCOMPARE(published().tracks.at(TrackIndex(2)), bits({TrackField::Devices}));
    m_set->applyDevices(TrackIndex(2), {reverb()});
    QVERIFY(published().isEmpty());

    const ParameterId decay = parameterId(2, 0, 1);
    m_set->applyParameter(decay, 0.75);
    m_set->applyParameterText(decay, QStringLiteral("2.50 s"));
    QCOMPARE(published().parameters, std::set{decay});
    QCOMPARE(m_set->parameter(decay)->value, 0.75);
    QCOMPARE(m_set->parameter(decay)->valueString, QStringLiteral("2.50 s"));

    m_set->applyParameter(decay, qQNaN());
    QVERIFY(published().isEmpty());
    QCOMPARE(m_set->parameter(decay)->value, 0.75);

    m_set->applyParameter(decay, 0.1);
    m_set->applyDevices(TrackIndex(2), {});
    QVERIFY(published().parameters.empty());
    QVERIFY(!m_set->parameter(decay));
}

void TestLiveSet::sendsAreOneChange()
{
    m_set->applySends(TrackIndex(0), {0.0, 0.5});
    QCOMPARE(published().tracks.at(TrackIndex(0)), bits({TrackField::Sends}));
    m_set->applySends(TrackIndex(0), {0.0, 0.5});
    QVERIFY(published().isEmpty());
}

void TestLiveSet::completeness()
{
    QVERIFY(!m_set->isComplete());
    m_set->applyComplete(true);
    QVERIFY(m_set->isComplete());
    QVERIFY(published().structure);
    m_set->applyComplete(true);
    QVERIFY(published().isEmpty());
}

void TestLiveSet::clearForgetsAll()
{
    const Target launch = Target::launch(slotId(0, 1));
    m_set->applyComplete(true);
    m_set->apply(SongField::Tempo, 98.0);
    m_set->request(launch, {}, 0);
    m_set->publish();

    m_set->clear();

    const Changes changes = published();
    QVERIFY(changes.structure);
    QVERIFY(changes.wishes.contains(launch));
    QCOMPARE(m_set->trackCount(), 0);
    QCOMPARE(m_set->sceneCount(), 0);
    QCOMPARE(m_set->song(), Song{});
    QVERIFY(!m_set->isComplete());
    QVERIFY(m_set->wishes().empty());

    m_set->clear();
    QVERIFY(published().isEmpty());
}

void TestLiveSet::aMovedOrderIsStructure()
{
    m_set->applyStructure(3, 2);
    for (int t = 0; t < 3; ++t)
        m_set->apply(TrackIndex(t), TrackField::Name, QString::number(t));
    m_set->applyHasClip(slotId(2, 1), true);
    m_set->request(Target::launch(slotId(2, 1)), {}, 0);
    published();

    m_set->applyTrackOrder({2, -1, 0, 1});
    QVERIFY(published().structure);
    QCOMPARE(m_set->trackCount(), 4);
    QCOMPARE(m_set->track(TrackIndex(0))->name, QStringLiteral("2"));
    QCOMPARE(m_set->track(TrackIndex(1))->name, QString());
    QVERIFY(m_set->clip(slotId(0, 1)));
    QVERIFY(m_set->slot(slotId(1, 1))); // the new track has its slots
    QVERIFY(m_set->wishes().empty());

    m_set->applySceneOrder({1, 0, -1});
    QVERIFY(published().structure);
    QCOMPARE(m_set->sceneCount(), 3);
    QVERIFY(m_set->clip(slotId(0, 0)));
    QVERIFY(!m_set->clip(slotId(0, 1)));
    QVERIFY(published().isEmpty());
}

void TestLiveSet::wishesAreShownUntilSettled()
{
    const Target tempo = Target::song(SongField::Tempo);
    QCOMPARE(m_set->shown(tempo, 120.0), LiveValue(120.0));

    m_set->request(tempo, 128.0, 500);
    QCOMPARE(published().wishes, std::set{tempo});
    QCOMPARE(m_set->shown(tempo, 120.0), LiveValue(128.0));
    QCOMPARE(m_set->song().tempo, 120.0); // a wish is not a fact
    QCOMPARE(m_set->wish(tempo)->since, 500);

    m_set->confirm(tempo);
    QCOMPARE(published().wishes, std::set{tempo});
    QVERIFY(!m_set->wish(tempo));
    QCOMPARE(m_set->shown(tempo, 120.0), LiveValue(120.0));

    m_set->confirm(tempo);
    QVERIFY(published().isEmpty());
}

void TestLiveSet::aRefusalShowsTheConfirmedValue()
{
    const Target length = Target::clip(slotId(0, 1), ClipField::Length);
    m_set->request(length, 8.0, 100);
    m_set->refuse(length, QStringLiteral("too short"), 700);

    QCOMPARE(published().wishes, std::set{length});
    QCOMPARE(m_set->wish(length)->state, Wish::State::Refused);
    QCOMPARE(m_set->wish(length)->reason, QStringLiteral("too short"));
    QCOMPARE(m_set->wish(length)->since, 700);
    QCOMPARE(m_set->shown(length, 4.0), LiveValue(4.0));
    QCOMPARE(m_set->wish(Target::clip(slotId(0, 1), ClipField::LoopEnd)), nullptr);
}

void TestLiveSet::whatAListenerChangesIsTheNextBatch()
{
    connect(
        m_set.get(), &LiveSet::changed, this, [this] { m_set->apply(SongField::Metronome, true); },
        Qt::SingleShotConnection);
    m_set->apply(SongField::Tempo, 98.0);
    m_set->publish();
    QCOMPARE(m_batches.size(), 2); // nothing of it is left for a later turn
    QCOMPARE(m_batches.at(0).song, bits({SongField::Tempo}));
    QCOMPARE(m_batches.at(1).song, bits({SongField::Metronome}));
}

int tst_liveset(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestLiveSet>(argc, argv);
}

#include "tst_liveset.moc"
