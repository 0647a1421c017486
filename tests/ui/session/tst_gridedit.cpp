// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of clips and scenes by keys, menu and dragging; what Live's undo makes of them.
#include "core/commands/commands.h"
#include "core/live/palette.h"
#include "tests/support/widgettestclass.h"
#include "tests/ui/session/gridfixture.h"
#include "ui/session/gridmenu.h"
#include "ui/widgets/colorgrid.h"

#include <QMenu>
#include <QSignalSpy>

#include <optional>

using namespace clipdeck;

class TestGridEdit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void renamesAndTabGoesOn();
    void escapeKeepsTheName();
    void renamesTracksAndScenes();
    void deletesAndUndoBringsBack();
    void aRangeIsDeleted();
    void duplicatesIntoTheNextEmptySlot();
    void colorsFromThePalette();
    void zeroDeactivates();
    void stopButtonsComeAndGo();
    void scenesComeAndGo();
    void capturesWhatPlays();
    void sceneTempoAndSignature();
    void quantizationKeys_data();
    void quantizationKeys();
    void theMenuSetsTheLaunchMode();
    void theMenuSaysWhyNot();
    void theEdgeOfAClipInSecondsMovesBySeconds();
    void shiftDragMoves();
    void controlDragCopies();
    void plainDragMovesWhenItIsMeant();
    void aSlipIsNoDrag();
    void whatDoesNotFitIsSaidBeforeTheDrop();
    void escapeCancelsTheDrag();

private:
    QAction *item(QMenu &menu, const QString &text);
    void dragTo(SlotId from, SlotId to, Qt::KeyboardModifiers modifiers, bool drop = true);
    void undo() { m_bench.engine().commands().requestUndo(); }
    QString nameInLive(SlotId slot) { return m_bench.clip(slot).value(u"name").toString(); }

    GridFixture m_bench;
};

void TestGridEdit::initTestCase()
{
    QVERIFY(m_bench.start());
}

void TestGridEdit::cleanup()
{
    QTRY_VERIFY(m_bench.isSettled());
    QTRY_VERIFY(m_bench.isInStep()); // scenes that came or went have been read anew
}

QAction *TestGridEdit::item(QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
        if (QMenu *below = action->menu()) {
            if (QAction *found = item(*below, text))
                return found;
        }
    }
    return nullptr;
}

void TestGridEdit::renamesAndTabGoesOn()
{
    const SlotId slot = m_bench.clipNamed(QStringLiteral("Snare"), QStringLiteral("Roll up"));
    m_bench.focus(slot);
    m_bench.key(Qt::Key_R, Qt::ControlModifier);
    m_bench.type(QStringLiteral("Fill"));
    m_bench.key(Qt::Key_Tab);
    QTRY_COMPARE(nameInLive(slot), QStringLiteral("Fill"));
    const SlotId next{slot.track, SceneIndex(slot.scene.value + 1)};
    QCOMPARE(m_bench.view().selection().slot(), next);
    m_bench.type(QStringLiteral("Clap 2"));
    m_bench.key(Qt::Key_Return);
    QTRY_COMPARE(nameInLive(next), QStringLiteral("Clap 2"));
    QTRY_COMPARE(m_bench.set().clip(next)->name, QStringLiteral("Clap 2"));
}

void TestGridEdit::escapeKeepsTheName()
{
    const SlotId slot = m_bench.clipNamed(QStringLiteral("Snare"), QStringLiteral("Crack"));
    QSignalSpy renamed(&m_bench.view(), &SessionView::renameRequested);
    m_bench.focus(slot);
    m_bench.key(Qt::Key_R, Qt::ControlModifier);
    m_bench.type(QStringLiteral("x"));
    m_bench.key(Qt::Key_Escape);
    QCOMPARE(renamed.count(), 0);
    QCOMPARE(nameInLive(slot), QStringLiteral("Crack"));
}

void TestGridEdit::renamesTracksAndScenes()
{
    const TrackIndex track = m_bench.trackNamed(QStringLiteral("Shots"));
    m_bench.view().focusPlace(headerPlace(m_bench.view().model().columnOf(track)));
    m_bench.key(Qt::Key_R, Qt::ControlModifier);
    m_bench.type(QStringLiteral("Hits"));
    m_bench.key(Qt::Key_Return);
    QTRY_COMPARE(m_bench.track(track).value(u"name").toString(), QStringLiteral("Hits"));
    m_bench.view().focusPlace(scenePlace(2));
    m_bench.key(Qt::Key_R, Qt::ControlModifier);
    m_bench.type(QStringLiteral("Opening"));
    m_bench.key(Qt::Key_Return);
    QTRY_COMPARE(m_bench.scene(2).value(u"name").toString(), QStringLiteral("Opening"));
}

void TestGridEdit::deletesAndUndoBringsBack()
{
    const SlotId slot = m_bench.clipNamed(QStringLiteral("Moog bass"), QStringLiteral("Vamp"));
    m_bench.focus(slot);
    m_bench.key(Qt::Key_Delete);
    QTRY_VERIFY(!m_bench.hasClip(slot));
    QTRY_VERIFY(!m_bench.set().clip(slot));
    undo();
    QTRY_VERIFY(m_bench.hasClip(slot));
    QTRY_VERIFY(m_bench.set().clip(slot));
}

void TestGridEdit::aRangeIsDeleted()
{
    const SlotId first = m_bench.clipNamed(QStringLiteral("Vox Noor"), QStringLiteral("Tram V1"));
    const SlotId last{first.track, SceneIndex(first.scene.value + 1)};
    m_bench.focus(first);
    m_bench.key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_bench.view().selectedSlots(), (std::vector<SlotId>{first, last}));
    m_bench.key(Qt::Key_Delete);
    QTRY_VERIFY(!m_bench.hasClip(first) && !m_bench.hasClip(last));
    undo();
    undo();
    QTRY_VERIFY(m_bench.hasClip(first) && m_bench.hasClip(last));
}

void TestGridEdit::duplicatesIntoTheNextEmptySlot()
{
    const SlotId slot = m_bench.clipNamed(QStringLiteral("Hats"), QStringLiteral("Tick tick"));
    const SlotId below{slot.track, SceneIndex(slot.scene.value + 3)};
    QVERIFY(!m_bench.hasClip(below));
    m_bench.focus(slot);
    m_bench.key(Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(nameInLive(below), QStringLiteral("Tick tick"));
    QCOMPARE(m_bench.view().selection().slot(), below);
    QTRY_VERIFY(m_bench.set().clip(below));
    undo();
    QTRY_VERIFY(!m_bench.hasClip(below));
}

void TestGridEdit::colorsFromThePalette()
{
    const SlotId slot = m_bench.clipNamed(QStringLiteral("Hats"), QStringLiteral("Offbeat"));
    m_bench.focus(slot);
    const std::unique_ptr<QMenu> menu(makeGridMenu(m_bench.desk(), nullptr));
    auto *grid = menu->findChild<ColorGrid *>();
    QVERIFY(grid);
    grid->show();
    QTest::mouseClick(
        grid, Qt::LeftButton, {}, QPoint(8 + 3 * 18 + 8, 8 + 18 + 8)); // row 2, column 4
    QTRY_COMPARE(m_bench.clip(slot).value(u"color").toInt(), livePalette[14 + 3]);
}

void TestGridEdit::zeroDeactivates()
{
    const SlotId slot = m_bench.clipNamed(QStringLiteral("Hats"), QStringLiteral("Brush"));
    m_bench.focus(slot);
    m_bench.key(Qt::Key_0);
    QTRY_VERIFY(m_bench.clip(slot).value(u"muted").toBool());
    QTRY_VERIFY(m_bench.set().clip(slot)->muted);
    m_bench.key(Qt::Key_0);
    QTRY_VERIFY(!m_bench.clip(slot).value(u"muted").toBool());
}

void TestGridEdit::stopButtonsComeAndGo()
{
    const SlotId slot{m_bench.trackNamed(QStringLiteral("Kick")), SceneIndex(1)};
    QVERIFY(m_bench.set().slot(slot)->hasStopButton);
    m_bench.focus(slot);
    m_bench.key(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(!m_bench.set().slot(slot)->hasStopButton);
    QTRY_VERIFY(m_bench.isSettled());
    m_bench.key(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(m_bench.set().slot(slot)->hasStopButton);
}

void TestGridEdit::scenesComeAndGo()
{
    const int before = m_bench.sceneCount();
    m_bench.view().focusPlace(scenePlace(4));
    m_bench.key(Qt::Key_I, Qt::ControlModifier);
    QTRY_COMPARE(m_bench.sceneCount(), before + 1);
    QTRY_COMPARE(m_bench.set().sceneCount(), before + 1);
    QTRY_COMPARE(m_bench.scene(5).value(u"name").toString(), QString());
    m_bench.view().focusPlace(scenePlace(5));
    m_bench.key(Qt::Key_Delete);
    QTRY_COMPARE(m_bench.sceneCount(), before);
    QTRY_COMPARE(m_bench.set().sceneCount(), before);
}

void TestGridEdit::capturesWhatPlays()
{
    const int before = m_bench.sceneCount();
    m_bench.view().focusPlace(scenePlace(0));
    m_bench.key(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_bench.sceneCount(), before + 1);
    QTRY_COMPARE(m_bench.set().sceneCount(), before + 1);
    m_bench.view().focusPlace(scenePlace(1));
    m_bench.key(Qt::Key_Delete);
    QTRY_COMPARE(m_bench.set().sceneCount(), before);
}

void TestGridEdit::sceneTempoAndSignature()
{
    m_bench.view().focusPlace(scenePlace(3));
    m_bench.desk().perform(GridAction::SceneTempo);
    m_bench.type(QStringLiteral("121,5"));
    m_bench.key(Qt::Key_Return);
    QTRY_COMPARE(m_bench.scene(3).value(u"tempo").toDouble(), 121.5);
    QTRY_VERIFY(m_bench.set().scene(SceneIndex(3))->tempoEnabled);
    m_bench.desk().perform(GridAction::SceneSignature);
    m_bench.type(QStringLiteral("6/8"));
    m_bench.key(Qt::Key_Return);
    QTRY_COMPARE(m_bench.set().scene(SceneIndex(3))->timeSignatureNumerator, 6);
    QTRY_COMPARE(m_bench.set().scene(SceneIndex(3))->timeSignatureDenominator, 8);
    QVERIFY(m_bench.set().scene(SceneIndex(3))->timeSignatureEnabled);
    m_bench.desk().perform(GridAction::SceneSignature);
    m_bench.type(QStringLiteral("7.8")); // as in the transport
    m_bench.key(Qt::Key_Return);
    QTRY_COMPARE(m_bench.set().scene(SceneIndex(3))->timeSignatureNumerator, 7);
}

void TestGridEdit::quantizationKeys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("value");
    QTest::newRow("1/16") << int(Qt::Key_6) << 11;
    QTest::newRow("1/8") << int(Qt::Key_7) << 9;
    QTest::newRow("1/4") << int(Qt::Key_8) << 7;
    QTest::newRow("1 bar") << int(Qt::Key_9) << 4;
    QTest::newRow("none") << int(Qt::Key_0) << 0;
}

void TestGridEdit::quantizationKeys()
{
    QFETCH(int, key);
    QFETCH(int, value);
    m_bench.key(key, Qt::ControlModifier);
    QTRY_COMPARE(m_bench.song().value(u"clip_trigger_quantization").toInt(), value);
}

void TestGridEdit::theMenuSetsTheLaunchMode()
{
    const SlotId slot = m_bench.clipNamed(QStringLiteral("Hats"), QStringLiteral("Offbeat"));
    m_bench.focus(slot);
    const std::unique_ptr<QMenu> menu(makeGridMenu(m_bench.desk(), nullptr));
    QVERIFY(item(*menu, QStringLiteral("Gate")));
    item(*menu, QStringLiteral("Gate"))->trigger();
    QTRY_COMPARE(m_bench.clip(slot).value(u"launch_mode").toInt(), 1);
    item(*menu, QStringLiteral("Legato"))->trigger();
    QTRY_VERIFY(m_bench.clip(slot).value(u"legato").toBool());
    item(*menu, QStringLiteral("75 %"))->trigger();
    QTRY_COMPARE(m_bench.clip(slot).value(u"velocity_amount").toDouble(), 0.75);
}

void TestGridEdit::theMenuSaysWhyNot()
{
    m_bench.focus({m_bench.trackNamed(QStringLiteral("Kick")), SceneIndex(1)}); // not armed
    const std::unique_ptr<QMenu> menu(makeGridMenu(m_bench.desk(), nullptr));
    QAction *record = item(*menu, QStringLiteral("Record, fixed length"));
    QVERIFY(record);
    QVERIFY(!record->isEnabled());
    QCOMPARE(record->statusTip(), QStringLiteral("Kick is not armed."));
}

void TestGridEdit::theEdgeOfAClipInSecondsMovesBySeconds()
{
    const TrackIndex track = m_bench.trackNamed(QStringLiteral("Bass gtr Ida"));
    std::optional<SlotId> slot;
    for (int scene = 0; scene < m_bench.set().sceneCount() && !slot; ++scene) {
        if (m_bench.set().clip({track, SceneIndex(scene)}))
            slot = SlotId{track, SceneIndex(scene)};
    }
    QVERIFY(slot);
    Commands &commands = m_bench.engine().commands();
    commands.requestClip(*slot, ClipField::Looping, false);
    commands.requestClip(*slot, ClipField::Warping, false);
    commands.requestClip(*slot, ClipField::LoopStart, 0.0);
    commands.requestClipLength(*slot, {20.0});
    QTRY_VERIFY(m_bench.isSettled());
    QTRY_COMPARE(m_bench.set().clip(*slot)->length.value, 20.0);
    const Place place = m_bench.place(*slot);
    const double edge = m_bench.view().sessionLayout().rect(place).width() - 3;
    m_bench.press(place, {}, edge);
    m_bench.move(m_bench.at(place, edge + 48)); // 12 pixels a second
    m_bench.release(place, {}, edge + 48);
    QTRY_COMPARE(m_bench.clip(*slot).value(u"loop_end").toDouble(), 24.0);
}

void TestGridEdit::dragTo(SlotId from, SlotId to, Qt::KeyboardModifiers modifiers, bool drop)
{
    m_bench.press(m_bench.place(from), modifiers);
    const QPoint begin = m_bench.at(m_bench.place(from));
    const QPoint end = m_bench.at(m_bench.place(to));
    for (int step = 1; step <= 4; ++step)
        m_bench.move(begin + (end - begin) * step / 4, modifiers);
    if (drop)
        m_bench.release(m_bench.place(to), modifiers);
}

void TestGridEdit::shiftDragMoves()
{
    const SlotId from = m_bench.clipNamed(QStringLiteral("Kick"), QStringLiteral("Mallet"));
    const SlotId to{from.track, SceneIndex(from.scene.value - 1)};
    QVERIFY(!m_bench.hasClip(to));
    QSignalSpy launched(&m_bench.view(), &SessionView::launchRequested);
    dragTo(from, to, Qt::ShiftModifier);
    QTRY_COMPARE(nameInLive(to), QStringLiteral("Mallet"));
    QTRY_VERIFY(!m_bench.hasClip(from));
    QCOMPARE(launched.count(), 0);
    QTRY_VERIFY(!m_bench.set().clip(from) && m_bench.isSettled());
    undo(); // one of ours, whatever Live makes of its two steps
    QTRY_COMPARE(nameInLive(from), QStringLiteral("Mallet"));
    QTRY_VERIFY(!m_bench.hasClip(to));
    QTRY_VERIFY(m_bench.set().clip(from) && !m_bench.set().clip(to));
}

void TestGridEdit::controlDragCopies()
{
    const SlotId from = m_bench.clipNamed(QStringLiteral("Kick"), QStringLiteral("Mallet"));
    const SlotId to{m_bench.trackNamed(QStringLiteral("Snare")), SceneIndex(1)}; // MIDI too
    // It came back a moment ago, and is not dropped anywhere before all of it is known.
    QTRY_VERIFY(m_bench.set().slot(from)->readAt >= 0);
    dragTo(from, to, Qt::ControlModifier);
    QTRY_COMPARE(nameInLive(to), QStringLiteral("Mallet"));
    QVERIFY(m_bench.hasClip(from));
    QTRY_VERIFY(m_bench.set().clip(to));
}

void TestGridEdit::plainDragMovesWhenItIsMeant()
{
    const SlotId from = m_bench.clipNamed(QStringLiteral("Kick"), QStringLiteral("Mallet"));
    const SlotId to{from.track, SceneIndex(from.scene.value - 1)};
    QSignalSpy cancelled(&m_bench.view(), &SessionView::launchCancelRequested);
    m_bench.press(m_bench.place(from));
    QTRY_VERIFY(m_bench.engine().now() > 0);
    const qint64 pressed = m_bench.engine().now();
    QTRY_VERIFY(m_bench.engine().now() - pressed > launchedDragAfterMs);
    m_bench.move(m_bench.at(m_bench.place(to)));
    QCOMPARE(cancelled.count(), 1);
    m_bench.release(m_bench.place(to));
    QTRY_COMPARE(nameInLive(to), QStringLiteral("Mallet"));
    QTRY_VERIFY(!m_bench.hasClip(from));
}

// A hand that launches in a hurry.
void TestGridEdit::aSlipIsNoDrag()
{
    const SlotId from = m_bench.clipNamed(QStringLiteral("Kick"), QStringLiteral("Pulse"));
    const SlotId to{from.track, SceneIndex(from.scene.value - 1)};
    QSignalSpy launched(&m_bench.view(), &SessionView::launchRequested);
    QSignalSpy dropped(&m_bench.view(), &SessionView::clipDropped);
    dragTo(from, to, {});
    QCOMPARE(launched.count(), 1);
    QCOMPARE(dropped.count(), 0);
    QTRY_VERIFY(m_bench.plays(from));
}

void TestGridEdit::whatDoesNotFitIsSaidBeforeTheDrop()
{
    const SlotId midi = m_bench.clipNamed(QStringLiteral("Kick"), QStringLiteral("Pulse"));
    const SlotId audio{m_bench.trackNamed(QStringLiteral("Tape percs")), SceneIndex(1)};
    QSignalSpy hint(&m_bench.view(), &SessionView::hint);
    QSignalSpy dropped(&m_bench.view(), &SessionView::clipDropped);
    dragTo(midi, audio, Qt::ShiftModifier, false);
    QCOMPARE(hint.last().at(0).toString(),
        QStringLiteral("A MIDI clip needs a MIDI track: Tape percs is audio."));
    QCOMPARE(m_bench.view().viewport()->cursor().shape(), Qt::ForbiddenCursor);
    m_bench.release(m_bench.place(audio), Qt::ShiftModifier);
    QCOMPARE(dropped.count(), 0);
    QVERIFY(!m_bench.hasClip(audio));
}

void TestGridEdit::escapeCancelsTheDrag()
{
    const SlotId from = m_bench.clipNamed(QStringLiteral("Kick"), QStringLiteral("Pulse"));
    const SlotId to{from.track, SceneIndex(from.scene.value - 1)};
    QSignalSpy dropped(&m_bench.view(), &SessionView::clipDropped);
    dragTo(from, to, Qt::ShiftModifier, false);
    m_bench.key(Qt::Key_Escape);
    m_bench.release(m_bench.place(to), Qt::ShiftModifier);
    QCOMPARE(dropped.count(), 0);
}

int tst_gridedit(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestGridEdit>(argc, argv);
}

#include "tst_gridedit.moc"
