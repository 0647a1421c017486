// SPDX-License-Identifier: GPL-3.0-or-later
// Track headers' keys and menu, and the words of keys that can do nothing; asserted on the stand-in.
#include "core/commands/commands.h"
#include "tests/support/widgettestclass.h"
#include "tests/ui/session/gridfixture.h"
#include "ui/session/gridmenu.h"
#include "ui/session/input/gridobstacle.h"

#include <QMenu>

using namespace clipdeck;

class TestGridTracks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void deleteAndUndo();
    void severalAreDeleted();
    void controlDDuplicates();
    void keysInsertTracks_data();
    void keysInsertTracks();
    void aStopButtonDeletesNoTrack();
    void theMenuHasAllOfTheStrips();
    void theMenuSetsMonitoring();
    void aKeyThatDoesNothingSaysWhy_data();
    void aKeyThatDoesNothingSaysWhy();

private:
    QStringList tracksInLive();
    void focusHeader(const QString &track);
    QAction *item(QMenu &menu, const QString &text);
    void undo() { m_bench.engine().commands().requestUndo(); }

    GridFixture m_bench;
    QStringList m_before;
};

void TestGridTracks::initTestCase()
{
    QVERIFY(m_bench.start());
    m_before = tracksInLive();
}

void TestGridTracks::cleanup()
{
    QTRY_VERIFY(m_bench.isSettled());
    QTRY_COMPARE(tracksInLive(), m_before);
    QTRY_COMPARE(m_bench.set().trackCount(), static_cast<int>(m_before.size()));
    QTRY_VERIFY(m_bench.isInStep());
}

QStringList TestGridTracks::tracksInLive()
{
    QStringList out;
    for (const QJsonValue &track : m_bench.dump().value(u"tracks").toArray())
        out.append(track.toObject().value(u"name").toString());
    return out;
}

void TestGridTracks::focusHeader(const QString &track)
{
    m_bench.view().focusPlace(
        headerPlace(m_bench.view().model().columnOf(m_bench.trackNamed(track))));
}

QAction *TestGridTracks::item(QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
        QAction *found = action->menu() ? item(*action->menu(), text) : nullptr;
        if (found)
            return found;
    }
    return nullptr;
}

void TestGridTracks::deleteAndUndo()
{
    focusHeader(QStringLiteral("Shots"));
    m_bench.key(Qt::Key_Delete);
    QTRY_VERIFY(!tracksInLive().contains(QStringLiteral("Shots")));
    QTRY_COMPARE(m_bench.set().trackCount(), static_cast<int>(m_before.size()) - 1);
    undo();
}

void TestGridTracks::severalAreDeleted()
{
    focusHeader(QStringLiteral("Gtr Mats"));
    m_bench.click(headerPlace(m_bench.view().model().columnOf(
                      m_bench.trackNamed(QStringLiteral("Vox stack")))),
        Qt::ControlModifier);
    m_bench.key(Qt::Key_Delete);
    QStringList rest = m_before;
    rest.removeOne(QStringLiteral("Gtr Mats"));
    rest.removeOne(QStringLiteral("Vox stack"));
    QTRY_COMPARE(tracksInLive(), rest);
    undo();
    QTRY_COMPARE(tracksInLive().size(), rest.size() + 1);
    undo();
}

void TestGridTracks::controlDDuplicates()
{
    focusHeader(QStringLiteral("Moog bass"));
    m_bench.key(Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(tracksInLive().size(), m_before.size() + 1);
    const qsizetype at = m_before.indexOf(QStringLiteral("Moog bass"));
    QVERIFY(tracksInLive().at(at + 1).startsWith(QStringLiteral("Moog bass")));
    undo();
}

void TestGridTracks::keysInsertTracks_data()
{
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<bool>("isMidi");
    QTest::newRow("audio") << Qt::KeyboardModifiers(Qt::ControlModifier) << false;
    QTest::newRow("MIDI") << (Qt::ControlModifier | Qt::ShiftModifier) << true;
}

void TestGridTracks::keysInsertTracks()
{
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(bool, isMidi);
    focusHeader(QStringLiteral("Moog bass"));
    m_bench.key(Qt::Key_T, modifiers);
    QTRY_COMPARE(tracksInLive().size(), m_before.size() + 1);
    const TrackIndex made(m_bench.trackNamed(QStringLiteral("Moog bass")).value + 1);
    QCOMPARE(m_bench.track(made).value(u"has_midi_input").toBool(), isMidi);
    undo();
}

void TestGridTracks::aStopButtonDeletesNoTrack()
{
    QString said;
    const auto connection = connect(
        &m_bench.view(), &SessionView::hint, this, [&](const QString &text) { said = text; });
    m_bench.view().focusPlace(stopPlace(1));
    m_bench.key(Qt::Key_Delete);
    QVERIFY2(said.contains(QStringLiteral("stop button")), qPrintable(said));
    disconnect(connection);
    QTest::qWait(200);
    QCOMPARE(tracksInLive(), m_before);
}

void TestGridTracks::theMenuHasAllOfTheStrips()
{
    for (const char *track : {"Moog bass", "KEYS"}) { // a group, too
        focusHeader(QString::fromUtf8(track));
        const std::unique_ptr<QMenu> menu(makeGridMenu(m_bench.desk(), nullptr));
        for (const char *text : {"Rename", "Colour", "Insert MIDI track", "Insert audio track",
                 "Duplicate track", "Delete track", "Fade out and stop", "Stop"})
            QVERIFY2(item(*menu, QString::fromUtf8(text)), text);
    }
}

void TestGridTracks::theMenuSetsMonitoring()
{
    focusHeader(QStringLiteral("Moog bass"));
    const TrackIndex track = m_bench.trackNamed(QStringLiteral("Moog bass"));
    for (const auto &[text, state] :
        {std::pair{QStringLiteral("In"), 0}, std::pair{QStringLiteral("Auto"), 1}}) {
        const std::unique_ptr<QMenu> menu(makeGridMenu(m_bench.desk(), nullptr));
        QVERIFY(item(*menu, text));
        item(*menu, text)->trigger();
        QTRY_COMPARE(m_bench.track(track).value(u"current_monitoring_state").toInt(), state);
    }
}

void TestGridTracks::aKeyThatDoesNothingSaysWhy_data()
{
    using Kind = GridSubject::Kind;
    QTest::addColumn<GridAction>("action");
    QTest::addColumn<ActionSubjects>("selection");
    QTest::addColumn<QString>("why"); // it begins so
    const auto row
        = [](const char *name, GridAction action, ActionSubjects selection, const char *why) {
              QTest::newRow(name) << action << std::move(selection) << QString::fromUtf8(why);
          };
    const ActionSubjects clip{
        {Kind::Slot, TrackIndex(1), SceneIndex(0)}, false, {slotId(1, 0)}, {}, {}};
    const ActionSubjects empty{
        {Kind::Slot, TrackIndex(1), SceneIndex(1)}, false, {slotId(1, 1)}, {}, {}};
    const ActionSubjects some{
        {Kind::Slot, TrackIndex(1), SceneIndex(1)}, false, {slotId(1, 0), slotId(1, 1)}, {}, {}};
    const ActionSubjects ofGroup{
        {Kind::Slot, TrackIndex(0), SceneIndex(0)}, false, {slotId(0, 0)}, {}, {}};
    const ActionSubjects track{{Kind::Track, TrackIndex(1), {}}, true, {}, {TrackIndex(1)}, {}};
    const ActionSubjects stop{{Kind::Track, TrackIndex(1), {}}, false, {}, {TrackIndex(1)}, {}};
    const ActionSubjects group{{Kind::Track, TrackIndex(0), {}}, true, {}, {TrackIndex(0)}, {}};
    const ActionSubjects tracks{
        {Kind::Track, TrackIndex(1), {}}, true, {}, {TrackIndex(0), TrackIndex(1)}, {}};
    const ActionSubjects scene{{Kind::Scene, {}, SceneIndex(0)}, false, {}, {}, {SceneIndex(0)}};
    const ActionSubjects scenes{
        {Kind::Scene, {}, SceneIndex(0)}, false, {}, {}, {SceneIndex(0), SceneIndex(1)}};
    const ActionSubjects nothing;
    using A = GridAction;
    for (A action : {A::Rename, A::Duplicate, A::Delete, A::Activate}) {
        row("a clip", action, clip, "");
        row("an empty slot", action, empty, "There is no clip here.");
        row("a group's slot", action, ofGroup, "A group holds no clips");
        row("nothing", action, nothing, "Nothing is selected");
    }
    row("a clip among others", A::Delete, some, "");
    row("the last of them has no name", A::Rename, some, "There is no clip here.");
    row("an empty slot stops", A::Launch, empty, "");
    row("a track", A::Delete, track, "");
    row("a track's copy", A::Duplicate, track, "");
    row("all tracks", A::Delete, tracks, "Live keeps its last track.");
    row("a track is not launched", A::Launch, track, "A track is not launched");
    row("a group folds", A::Launch, group, "");
    row("a stop button is pressed", A::Launch, stop, "");
    row("a stop button does not go", A::Delete, stop, "This is the stop button");
    row("a track has no stop button to remove", A::StopButton, track, "Stop buttons belong");
    row("a scene", A::Delete, scene, "");
    row("all scenes", A::Delete, scenes, "A set has at least one scene.");
    row("a scene goes on", A::Stop, scene, "A scene does not stop");
    row("a scene is always on", A::Activate, scene, "A scene can't be deactivated");
    row("a scene has no stop button", A::StopButton, scene, "Stop buttons belong");
}

void TestGridTracks::aKeyThatDoesNothingSaysWhy()
{
    QFETCH(GridAction, action);
    QFETCH(ActionSubjects, selection);
    QFETCH(QString, why);
    LiveSet set;
    set.applyStructure(2, 2);
    set.apply(TrackIndex(0), TrackField::IsFoldable, true);
    set.applyHasClip(slotId(1, 0), true);
    const QString said = obstacleTo(action, selection, set);
    QVERIFY2(why.isEmpty() ? said.isEmpty() : said.startsWith(why), qPrintable(said));
}

int tst_gridtracks(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestGridTracks>(argc, argv);
}

#include "tst_gridtracks.moc"
