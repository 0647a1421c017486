// SPDX-License-Identifier: GPL-3.0-or-later
// Looking around: zoom, overview, search, what is queued, selection shared with Live, fingers.
#include "core/commands/commands.h"
#include "core/commands/gridcommands.h"
#include "core/session/queuereading.h"
#include "tests/support/widgettestclass.h"
#include "tests/ui/session/gridfixture.h"
#include "ui/session/overview/overview.h"
#include "ui/session/queue/queuepanel.h"
#include "ui/session/search/gridfinder.h"
#include "ui/session/search/searchfield.h"

#include <QAccessible>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace clipdeck;

class TestGridView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void controlWheelZooms();
    void controlZeroResetsTheZoomFirst();
    void aZoomedCellTakesAClick();
    void theOverviewJumps();
    void groupsFoldInLive();
    void followsLivesSelection();
    void selectsInLive();
    void searchShowsWhatIsLookedAt();
    void escapePutsTheSearchBack();
    void theQueueSaysWhatComes();
    void theQueueCancels();
    void earsReadTheQueueAndCancel();
    void aSceneIsCancelledAsOne();
    void aFingerThatStaysOpensTheMenu();

private:
    void wheel(int by, Qt::KeyboardModifiers modifiers);
    void queueSlam();

    GridFixture m_bench;
    SlotId m_slam;
};

void TestGridView::initTestCase()
{
    QVERIFY(m_bench.start());
    m_slam = m_bench.clipNamed(QStringLiteral("Kick"), QStringLiteral("Slam"));
}

void TestGridView::cleanup()
{
    m_bench.view().setZoom(100);
    m_bench.desk().setFollowsLive(false);
    m_bench.desk().setSelectsInLive(false);
    m_bench.engine().commands().requestSong(SongField::ClipTriggerQuantization, 0);
    QTRY_VERIFY(m_bench.isSettled());
}

void TestGridView::wheel(int by, Qt::KeyboardModifiers modifiers)
{
    const QPointF at(300, 200);
    QWheelEvent event(at, m_bench.view().viewport()->mapToGlobal(at), {}, {0, by}, Qt::NoButton,
        modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_bench.view().viewport(), &event);
}

void TestGridView::controlWheelZooms()
{
    const double before = m_bench.view().sessionLayout().rect(slotPlace(1, 1)).width();
    wheel(120, Qt::ControlModifier);
    wheel(120, Qt::ControlModifier);
    QCOMPARE(m_bench.view().zoom(), 120);
    QVERIFY(m_bench.view().sessionLayout().rect(slotPlace(1, 1)).width() > 1.15 * before);
    wheel(-120, Qt::ControlModifier);
    QCOMPARE(m_bench.view().zoom(), 110);
    m_bench.key(Qt::Key_Minus, Qt::ControlModifier);
    m_bench.key(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(m_bench.view().zoom(), 90);
    m_bench.key(Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_bench.view().zoom(), 100);
    for (int i = 0; i < 30; ++i)
        wheel(-120, Qt::ControlModifier);
    QCOMPARE(m_bench.view().zoom(), 50); // and no less
}

void TestGridView::controlZeroResetsTheZoomFirst()
{
    m_bench.engine().commands().requestSong(SongField::ClipTriggerQuantization, 4);
    QTRY_COMPARE(m_bench.song().value(u"clip_trigger_quantization").toInt(), 4);
    QTRY_VERIFY(m_bench.isSettled());
    m_bench.view().setZoom(150);
    m_bench.key(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_bench.view().zoom(), 100);
    QVERIFY(m_bench.isSettled()); // nothing was asked of Live
    m_bench.key(Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE(m_bench.song().value(u"clip_trigger_quantization").toInt(), 0);
}

void TestGridView::aZoomedCellTakesAClick()
{
    m_bench.view().setZoom(170);
    m_bench.view().focusPlace(m_bench.place(m_slam));
    m_bench.click(m_bench.place(m_slam));
    QTRY_VERIFY(m_bench.plays(m_slam));
}

void TestGridView::theOverviewJumps()
{
    m_bench.view().setZoom(200); // so that there is something to jump to
    m_bench.view().horizontalScrollBar()->setValue(0);
    m_bench.view().verticalScrollBar()->setValue(0);
    m_bench.key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    auto *overview = m_bench.view().findChild<Overview *>();
    QVERIFY(overview && overview->isVisible());
    const int column = m_bench.view().model().columnCount() - 2;
    const int row = m_bench.view().model().rowCount() - 3;
    QTest::mouseClick(
        overview, Qt::LeftButton, {}, overview->block(column, row).center().toPoint());
    QVERIFY(!overview->isVisible());
    const SessionLayout::Range seen = m_bench.view().sessionLayout().visible();
    QVERIFY(seen.firstColumn <= column && column < seen.endColumn);
    QVERIFY(seen.firstRow <= row && row < seen.endRow);
    QVERIFY(m_bench.view().hasFocus());
}

void TestGridView::groupsFoldInLive()
{
    const TrackIndex group = m_bench.trackNamed(QStringLiteral("BEATS"));
    const int columns = m_bench.view().model().columnCount();
    const auto folded = [&] { return m_bench.track(group).value(u"fold_state").toInt() != 0; };
    QVERIFY(!folded());
    const Place header = headerPlace(m_bench.view().model().columnOf(group));
    m_bench.click(header, {}, 6); // its triangle
    QTRY_VERIFY(folded());
    QTRY_VERIFY(m_bench.view().model().columnCount() < columns);
    m_bench.view().focusPlace(header);
    m_bench.key(Qt::Key_Return);
    QTRY_VERIFY(!folded());
    QTRY_COMPARE(m_bench.view().model().columnCount(), columns);
}

void TestGridView::followsLivesSelection()
{
    m_bench.desk().setFollowsLive(true);
    const qint32 track = m_bench.trackNamed(QStringLiteral("Hats")).value;
    // As if the user had clicked there in Live.
    m_bench.engine().sendRaw({QStringLiteral("/live/view/set/selected_clip"), {track, qint32(9)}});
    QTRY_COMPARE(m_bench.view().selection().slot(), slotId(track, 9));
}

void TestGridView::selectsInLive()
{
    m_bench.desk().setSelectsInLive(true);
    m_bench.click(m_bench.place(m_slam), Qt::ControlModifier);
    QTRY_COMPARE(m_bench.selectedScene(), m_slam.scene.value);
    QTRY_COMPARE(m_bench.selectedTrack(), QStringLiteral("Kick"));
    m_bench.click(scenePlace(2), Qt::ControlModifier);
    QTRY_COMPARE(m_bench.selectedScene(), 2);
}

void TestGridView::searchShowsWhatIsLookedAt()
{
    SearchField field(m_bench.set(), m_bench.theme(), nullptr);
    GridFinder finder(field, m_bench.view(), m_bench.set());
    field.show();
    QTest::keyClicks(&field, QStringLiteral("steel"));
    QCOMPARE(field.hits().size(), std::size_t(2));
    const SlotId first = field.hits()[0].subject.slot();
    QCOMPARE(m_bench.view().selection().slot(), first);
    QVERIFY(m_bench.view().state().showFocus); // the ring marks it
    QTest::keyClick(&field, Qt::Key_Down);
    const SlotId second = field.hits()[1].subject.slot();
    QCOMPARE(m_bench.view().selection().slot(), second);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(m_bench.view().selection().slot(), second);
    QVERIFY(field.text().isEmpty());
    m_bench.key(Qt::Key_Return); // and the grid has the keys
    QTRY_VERIFY(m_bench.plays(second));
}

void TestGridView::escapePutsTheSearchBack()
{
    SearchField field(m_bench.set(), m_bench.theme(), nullptr);
    GridFinder finder(field, m_bench.view(), m_bench.set());
    field.show();
    m_bench.focus(m_slam);
    QTest::keyClicks(&field, QStringLiteral("juno")); // a track in a folded group
    QVERIFY(m_bench.view().selection().slot() != m_slam);
    QCOMPARE(m_bench.view().selection().track, m_bench.trackNamed(QStringLiteral("KEYS")));
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(m_bench.view().selection().slot(), m_slam);
}

void TestGridView::queueSlam()
{
    m_bench.engine().commands().requestTrackStop(m_slam.track); // at once: there is no line
    QTRY_COMPARE(m_bench.set().track(m_slam.track)->playingSlot < 0, true);
    m_bench.engine().commands().requestSong(SongField::ClipTriggerQuantization, 1); // 8 bars
    QTRY_COMPARE(m_bench.set().song().clipTriggerQuantization, 1);
    // Right behind a line, where what is queued waits for a while, and the demo's own launch is over.
    constexpr double line = 32.0; // beats in 8 bars of 4/4
    constexpr int lineComesMs = 20'000;
    QTRY_VERIFY_WITH_TIMEOUT(
        std::fmod(m_bench.song().value(u"current_song_time").toDouble(), line) < line / 2
            && readQueue(m_bench.set(), m_bench.engine().songClock(), m_bench.engine().now())
                   .empty(),
        lineComesMs);
    m_bench.click(m_bench.place(m_slam));
    QTRY_COMPARE(m_bench.set().track(m_slam.track)->firedSlot, m_slam.scene.value);
}

void TestGridView::theQueueSaysWhatComes()
{
    QueuePanel panel(
        m_bench.engine().liveSet(), m_bench.engine().songClock(),
        [this] { return m_bench.engine().now(); }, m_bench.theme());
    panel.resize(182, 138);
    panel.show();
    queueSlam();
    QTRY_COMPARE(panel.queue().size(), std::size_t(1));
    QCOMPARE(panel.queue().front().who, QStringLiteral("Kick"));
    QCOMPARE(panel.queue().front().what, QStringLiteral("Slam"));
    const QString count = panel.nextChange();
    QVERIFY2(count.contains(u'.'), qPrintable(count));
    QTRY_VERIFY(panel.nextChange() != count); // it counts down
    m_bench.engine().gridCommands().requestCancelLaunch(m_slam.track);
    QTRY_VERIFY(panel.queue().empty());
}

void TestGridView::theQueueCancels()
{
    QueuePanel panel(
        m_bench.engine().liveSet(), m_bench.engine().songClock(),
        [this] { return m_bench.engine().now(); }, m_bench.theme());
    connect(&panel, &QueuePanel::cancelRequested, this,
        [this](TrackIndex track) { m_bench.engine().gridCommands().requestCancelLaunch(track); });
    panel.resize(182, 138);
    panel.show();
    queueSlam();
    QTRY_COMPARE(panel.queue().size(), std::size_t(1));
    QTest::mouseClick(&panel, Qt::LeftButton, {}, QPoint(182 - 14, 68)); // the row's ×
    QTRY_COMPARE(m_bench.track(m_slam.track).value(u"fired_slot_index").toInt(), -1);
    QVERIFY(!m_bench.plays(m_slam));
    QTRY_VERIFY(panel.queue().empty());
}

void TestGridView::earsReadTheQueueAndCancel()
{
    QueuePanel panel(
        m_bench.engine().liveSet(), m_bench.engine().songClock(),
        [this] { return m_bench.engine().now(); }, m_bench.theme());
    connect(&panel, &QueuePanel::cancelRequested, this,
        [this](TrackIndex track) { m_bench.engine().gridCommands().requestCancelLaunch(track); });
    const QSignalSpy shown(&panel, &QueuePanel::trackRequested);
    panel.resize(182, 138);
    panel.show();
    queueSlam();
    QTRY_COMPARE(panel.queue().size(), std::size_t(1));
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&panel);
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Next change"));
    QAccessibleInterface *row = list->child(0);
    QVERIFY(row && row->isValid() && row->parent() == list && list->indexOfChild(row) == 0);
    QCOMPARE(row->role(), QAccessible::ListItem);
    const QString name = row->text(QAccessible::Name);
    QVERIFY2(name.startsWith(QStringLiteral("Kick plays Slam, in ")), qPrintable(name));
    QCOMPARE(list->childAt(row->rect().center().x(), row->rect().center().y()), row);
    row->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(shown.count(), 1);
    row->actionInterface()->doAction(QStringLiteral("cancel"));
    QTRY_COMPARE(m_bench.track(m_slam.track).value(u"fired_slot_index").toInt(), -1);
    QVERIFY(!m_bench.plays(m_slam));
    QTRY_VERIFY(!row->isValid());
}

void TestGridView::aSceneIsCancelledAsOne()
{
    QueuePanel panel(
        m_bench.engine().liveSet(), m_bench.engine().songClock(),
        [this] { return m_bench.engine().now(); }, m_bench.theme());
    connect(&panel, &QueuePanel::cancelRequested, this,
        [this](TrackIndex track) { m_bench.engine().gridCommands().requestCancelLaunch(track); });
    panel.resize(182, 138);
    panel.show();
    queueSlam();
    m_bench.engine().gridCommands().requestCancelLaunch(m_slam.track);
    QTRY_VERIFY(panel.queue().empty());
    const auto playing = [this] {
        std::vector<int> out;
        for (int t = 0; t < m_bench.set().trackCount(); ++t)
            out.push_back(m_bench.track(TrackIndex(t)).value(u"playing_slot_index").toInt());
        return out;
    };
    const std::vector<int> before = playing();
    m_bench.engine().commands().requestSceneLaunch(m_slam.scene);
    QTRY_COMPARE(panel.queue().size(), std::size_t(1));
    QCOMPARE(panel.queue().front().kind, QueuedChange::Kind::Scene);
    QTRY_VERIFY(panel.queue().front().tracks.size() > 1); // a push for each of them
    QTest::keyClick(&panel, Qt::Key_Down);
    QTest::keyClick(&panel, Qt::Key_Delete);
    QTRY_VERIFY(panel.queue().empty());
    QCOMPARE(playing(), before);
}

void TestGridView::aFingerThatStaysOpensTheMenu()
{
    static QPointingDevice *screen = QTest::createTouchDevice();
    QSignalSpy launched(&m_bench.view(), &SessionView::launchRequested);
    QSignalSpy menu(&m_bench.view(), &SessionView::menuRequested);
    QWidget *viewport = m_bench.view().viewport();
    const QPoint at = m_bench.at(m_bench.place(m_slam));
    QTest::touchEvent(viewport, screen).press(1, at, viewport);
    QCOMPARE(launched.count(), 1); // on the press
    QTRY_COMPARE(menu.count(), 1);
    QCOMPARE(m_bench.view().selection().slot(), m_slam);
    for (QMenu *open : m_bench.view().findChildren<QMenu *>())
        open->close();
    QTest::touchEvent(viewport, screen).release(1, at, viewport);
    QCOMPARE(launched.count(), 1);
}

int tst_gridview(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestGridView>(argc, argv);
}

#include "tst_gridview.moc"
