// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/changesjson.h"
#include "core/live/livesetjson.h"
#include "tests/core/live/metatypes.h"
#include "tests/support/applychange.h"
#include "tests/support/testclass.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace clipdeck;

namespace {

Device hallReverb()
{
    return {QStringLiteral("Hall"), QStringLiteral("Reverb"), 2,
        {{QStringLiteral("Device On"), 1.0, 0.0, 1.0, true, {}},
            {QStringLiteral("Decay"), 0.4, 0.0, 1.0, false, {}}}};
}

void makeSet(LiveSet &set)
{
    set.applyStructure(3, 4);
    set.apply(TrackIndex(0), TrackField::HasMidiInput, true);
    set.applyHasClip(slotId(0, 1), true);
    set.applyDevices(TrackIndex(1), {hallReverb()});
    set.publish();
}

} // namespace

class TestChangesJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void changesLaidOverADumpGiveTheNext_data();
    void changesLaidOverADumpGiveTheNext();
    void becomingCompleteIsNoChange();
    void aLineSaysWhereAndWhat();
    void theTextIsTheObjects();
};

void TestChangesJson::changesLaidOverADumpGiveTheNext_data()
{
    QTest::addColumn<SetEdit>("edit");
    const auto row = [](const char *name, SetEdit edit) { QTest::newRow(name) << edit; };
    row("song", [](LiveSet &set) {
        set.apply(SongField::Tempo, 98.5);
        set.apply(SongField::IsPlaying, true);
    });
    row("cue points", [](LiveSet &set) { set.applyCuePoints({{QStringLiteral("A"), 4.0}}); });
    row("selection", [](LiveSet &set) { set.apply(SelectionField::Track, 2); });
    row("track", [](LiveSet &set) { set.apply(TrackIndex(1), TrackField::Mute, true); });
    row("what a track may lack",
        [](LiveSet &set) { set.apply(TrackIndex(1), TrackField::CurrentMonitoringState, 1); });
    row("a track turns out to be a group",
        [](LiveSet &set) { set.apply(TrackIndex(2), TrackField::IsFoldable, true); });
    row("sends", [](LiveSet &set) { set.applySends(TrackIndex(0), {0.1, 0.2}); });
    row("routing choices", [](LiveSet &set) {
        set.applyRoutingChoices(TrackIndex(0), {{QStringLiteral("All Ins")}, {}, {}, {}});
    });
    row("a device comes", [](LiveSet &set) { set.applyDevices(TrackIndex(0), {hallReverb()}); });
    row("parameter", [](LiveSet &set) {
        set.applyParameter(parameterId(1, 0, 1), 0.7);
        set.applyParameterText(parameterId(1, 0, 1), QStringLiteral("2.1 s"));
    });
    row("scene with a tempo", [](LiveSet &set) {
        set.apply(SceneIndex(3), SceneField::TempoEnabled, true);
        set.apply(SceneIndex(3), SceneField::Tempo, 99.0);
    });
    row("a clip comes", [](LiveSet &set) {
        set.applyHasClip(slotId(1, 1), true);
        set.apply(slotId(1, 1), ClipField::Name, QStringLiteral("Break"));
    });
    row("a clip goes", [](LiveSet &set) { set.applyHasClip(slotId(0, 1), false); });
    row("clip", [](LiveSet &set) { set.apply(slotId(0, 1), ClipField::Gain, 0.5); });
    row("notes", [](LiveSet &set) { set.applyNotes(slotId(0, 1), {{60, 0.0, 1.0, 90.0, false}}); });
    row("stop button",
        [](LiveSet &set) { set.apply(slotId(2, 0), SlotField::HasStopButton, false); });
    row("group slot", [](LiveSet &set) {
        set.apply(TrackIndex(2), TrackField::IsFoldable, true);
        set.publish();
        set.apply(slotId(2, 0), SlotField::PlayingStatus, 1);
    });
    row("tracks move", [](LiveSet &set) { set.applyTrackOrder({1, 0, 2, -1}); });
    row("another set", [](LiveSet &set) {
        set.clear();
        set.applyStructure(1, 1);
    });
}

void TestChangesJson::changesLaidOverADumpGiveTheNext()
{
    QFETCH(SetEdit, edit);
    LiveSet set;
    makeSet(set);
    QJsonValue document = toJson(set);
    int lines = 0;
    connect(&set, &LiveSet::changed, this, [&](const Changes &changes) {
        for (const JsonChange &change : toJson(set, changes)) {
            document = withChange(document, change.path, change.value);
            ++lines;
        }
    });
    edit(set);
    set.publish();
    QVERIFY(lines > 0);
    QCOMPARE(QJsonDocument(document.toObject()).toJson(), QJsonDocument(toJson(set)).toJson());
}

void TestChangesJson::becomingCompleteIsNoChange()
{
    LiveSet set;
    makeSet(set);
    QSignalSpy changed(&set, &LiveSet::changed);
    set.applyComplete(true);
    set.publish();
    QCOMPARE(changed.size(), 1);
    const auto changes = changed.front().front().value<Changes>();
    QVERIFY(changes.structure);
    QVERIFY(toJson(set, changes).empty());
}

void TestChangesJson::aLineSaysWhereAndWhat()
{
    LiveSet set;
    makeSet(set);
    QSignalSpy changed(&set, &LiveSet::changed);
    set.apply(slotId(0, 1), ClipField::IsPlaying, true);
    set.publish();
    const std::vector<JsonChange> lines = toJson(set, changed.front().front().value<Changes>());
    const QJsonArray path{
        QStringLiteral("tracks"), 0, QStringLiteral("slots"), 1, QStringLiteral("playing")};
    QCOMPARE(lines, (std::vector<JsonChange>{{path, true}}));
}

void TestChangesJson::theTextIsTheObjects()
{
    LiveSet set;
    const auto textOf = [&set](const QJsonObject &more) {
        QByteArray out;
        const auto write = [&out](const QByteArray &piece) {
            out += piece;
            return true;
        };
        return writeJson(set, write, more) ? out : QByteArray();
    };
    const auto compact = [](const QJsonObject &object) {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    };
    QCOMPARE(textOf({}), compact(toJson(set))); // without tracks, too
    set.applyStructure(3, 2);
    set.apply(TrackIndex(1), TrackField::Name, QStringLiteral("B\u00e4sse \"tief\""));
    set.applyHasClip(slotId(2, 1), true);
    QCOMPARE(textOf({}), compact(toJson(set)));
    QJsonObject all = toJson(set);
    const QJsonObject report{{QStringLiteral("watch"), QJsonObject{{QStringLiteral("lines"), 3}}}};
    all.insert(QStringLiteral("watch"), report.value(QStringLiteral("watch")));
    QCOMPARE(textOf(report), compact(all));
    // Nobody reads any more: that is the end of it.
    int pieces = 0;
    QVERIFY(!writeJson(set, [&pieces](const QByteArray &) { return ++pieces < 3; }));
    QCOMPARE(pieces, 3);
}

int tst_changesjson(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestChangesJson>(argc, argv);
}

#include "tst_changesjson.moc"
