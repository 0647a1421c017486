// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/liveset.h"
#include "tests/core/live/metatypes.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace clipdeck;

class TestChanges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsAnEdit_data();
    void whatIsAnEdit();
    void fieldsAreTakenFromASet();
};

void TestChanges::whatIsAnEdit_data()
{
    QTest::addColumn<SetEdit>("change");
    QTest::addColumn<bool>("isEdit");
    const auto track = [](TrackField field, const LiveValue &value) -> SetEdit {
        return [=](LiveSet &set) { set.apply(TrackIndex(0), field, value); };
    };
    const auto clip = [](ClipField field, const LiveValue &value) -> SetEdit {
        return [=](LiveSet &set) { set.apply(slotId(0, 0), field, value); };
    };
    QTest::newRow("a track is renamed") << track(TrackField::Name, QStringLiteral("Bass")) << true;
    QTest::newRow("a track is muted") << track(TrackField::Mute, true) << true;
    QTest::newRow("another clip plays") << track(TrackField::PlayingSlotIndex, 1) << false;
    QTest::newRow("a volume moves, perhaps by automation")
        << track(TrackField::Volume, 0.5) << false;
    QTest::newRow("a clip is renamed") << clip(ClipField::Name, QStringLiteral("Intro")) << true;
    QTest::newRow("a clip grows as it records") << clip(ClipField::Length, 7.0) << false;
    QTest::newRow("a clip is triggered") << clip(ClipField::IsTriggered, true) << false;
    QTest::newRow("a scene is coloured")
        << SetEdit([](LiveSet &set) { set.apply(SceneIndex(0), SceneField::Color, 255); }) << true;
    QTest::newRow("a scene is triggered")
        << SetEdit([](LiveSet &set) { set.apply(SceneIndex(0), SceneField::IsTriggered, true); })
        << false;
    QTest::newRow("a clip is deleted")
        << SetEdit([](LiveSet &set) { set.applyHasClip(slotId(0, 0), false); }) << true;
    QTest::newRow("a track is inserted") << SetEdit([](LiveSet &set) {
        set.applyTrackOrder({0, -1, 1});
    }) << true;
    QTest::newRow("the tempo is changed")
        << SetEdit([](LiveSet &set) { set.apply(SongField::Tempo, 90.0); }) << false;
}

void TestChanges::whatIsAnEdit()
{
    QFETCH(SetEdit, change);
    QFETCH(bool, isEdit);
    LiveSet set;
    set.applyStructure(2, 2);
    set.applyHasClip(slotId(0, 0), true);
    set.publish();
    QSignalSpy changed(&set, &LiveSet::changed);
    change(set);
    set.publish();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(hasEdits(changed.first().first().value<Changes>()), isEdit);
}

void TestChanges::fieldsAreTakenFromASet()
{
    using Set = FieldSet<SceneField>;
    constexpr Set both{SceneField::Name, SceneField::Color};
    QVERIFY(both.without({SceneField::Name}) == Set{SceneField::Color});
    QVERIFY(both.without(both).isEmpty());
    QVERIFY(Set{SceneField::Name}.without({SceneField::Color}) == Set{SceneField::Name});
}

int tst_changes(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestChanges>(argc, argv);
}

#include "tst_changes.moc"
