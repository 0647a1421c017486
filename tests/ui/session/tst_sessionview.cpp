// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/showset.h"
#include "tests/support/widgettestclass.h"
#include "ui/session/display/standing.h"
#include "ui/session/sessionview.h"

#include <QApplication>
#include <QCursor>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace clipdeck;

namespace {

/// What a widget painted.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(QWidget *widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent *>(event)->region();
        return false;
    }
    QRegion painted;
};

} // namespace

class TestSessionView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void clickLaunchesAndSelects();
    void anywhereOnAClipLaunches_data();
    void anywhereOnAClipLaunches();
    void modifiersSelectOnly_data();
    void modifiersSelectOnly();
    void fastSecondPressLaunchesAgain();
    void emptySlotsStopOrRecordOrRest();
    void nameSelectsOnlyIfAskedTo();
    void pressShowsAtOnce();
    void rightButtonSelects();
    void scenesAndStops();
    void headersSelectAndFold();
    void edgeDragAsksForALength();
    void edgeClickAsksForNothing();
    void escapeCancelsTheDrag();
    void shiftAndAltChangeTheSnap();
    void clipThatGoesEndsTheDrag();
    void edgeHasItsPointer();
    void ghostStaysUntilTheWishIsGone();
    void aLostReleaseLosesNoPress();
    void nothingTicksWhileNothingMoves();
    void aLitSceneRepaintsItsLampOnly();
    void allThatChangedIsPainted();
    void arrowsMoveTheFocus();
    void enterLaunches();
    void focusScrollsIntoSight();
    void pointerHidesTheFocus();
    void saysWhatIsInSight();
    void unfoldingBringsOthersIntoSight();
    void wheelScrollsBothWays();
    void saysWhatIsUnderThePointer();
    void selectionOutlivesAFold();

private:
    QPoint at(Place place, double x = 40) const
    {
        const QRectF box = m_view->sessionLayout().rect(place);
        return (box.topLeft() + QPointF(x, box.height() / 2)).toPoint();
    }
    void click(Place place, Qt::KeyboardModifiers modifiers = {}, double x = 40)
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers, at(place, x));
    }
    void press(QPoint p) { QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, p); }
    void release(QPoint p) { QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, p); }
    void move(QPoint p, Qt::KeyboardModifiers modifiers = {})
    {
        QMouseEvent event(QEvent::MouseMove, p, m_view->viewport()->mapToGlobal(p), Qt::NoButton,
            Qt::LeftButton, modifiers);
        QApplication::sendEvent(m_view->viewport(), &event);
    }
    QColor pixel(QPointF p) { return m_view->viewport()->grab().toImage().pixelColor(p.toPoint()); }
    QPoint edge(Place place) const { return at(place, 95); }

    Theme m_theme;
    std::unique_ptr<ShowSet> m_show;
    std::unique_ptr<SessionView> m_view;
    const Place m_clip = slotPlace(6, 7); // Break growl, four bars, stopped
    const SlotId m_slot = slotId(6, 7);
};

void TestSessionView::initTestCase()
{
    qRegisterMetaType<TrackIndex>();
    qRegisterMetaType<SceneIndex>();
    qRegisterMetaType<Beats>();
    QVERIFY(loadFonts());
}

void TestSessionView::init()
{
    m_show = std::make_unique<ShowSet>();
    m_view = std::make_unique<SessionView>(
        m_show->set, m_show->clock, [] { return ShowSet::now; }, m_theme);
    m_view->resize(1600, 520);
    m_view->show();
    m_show->fill();
    m_view->activateWindow();
    m_view->setFocus();
}

void TestSessionView::cleanup()
{
    m_view.reset();
    m_show.reset();
}

void TestSessionView::clickLaunchesAndSelects()
{
    QSignalSpy launched(m_view.get(), &SessionView::launchRequested);
    QSignalSpy selected(m_view.get(), &SessionView::slotSelected);
    click(m_clip);
    QCOMPARE(launched.count(), 1);
    QCOMPARE(launched.at(0).at(0).value<SlotId>(), m_slot);
    QCOMPARE(selected.count(), 1);
    QCOMPARE(m_view->selectedSlot(), std::optional(m_slot));
}

void TestSessionView::anywhereOnAClipLaunches_data()
{
    QTest::addColumn<double>("x");
    for (double x : {0.0, 10.0, 25.0, 60.0, 91.0})
        QTest::addRow("%g", x) << x;
}

void TestSessionView::anywhereOnAClipLaunches()
{
    QFETCH(double, x);
    QSignalSpy launched(m_view.get(), &SessionView::launchRequested);
    click(m_clip, {}, x);
    QCOMPARE(launched.count(), 1);
}

void TestSessionView::modifiersSelectOnly_data()
{
    QTest::addColumn<Qt::KeyboardModifier>("modifier");
    QTest::newRow("Ctrl") << Qt::ControlModifier;
    QTest::newRow("Shift") << Qt::ShiftModifier;
}

void TestSessionView::modifiersSelectOnly()
{
    QFETCH(Qt::KeyboardModifier, modifier);
    QSignalSpy launched(m_view.get(), &SessionView::launchRequested);
    QSignalSpy scene(m_view.get(), &SessionView::sceneLaunchRequested);
    click(m_clip, modifier);
    click(scenePlace(2), modifier);
    QCOMPARE(launched.count() + scene.count(), 0);
    QCOMPARE(m_view->state().selection.scene(), SceneIndex(2));
    QCOMPARE(m_view->state().selection.track(), TrackIndex(6));
}

void TestSessionView::fastSecondPressLaunchesAgain()
{
    QSignalSpy launched(m_view.get(), &SessionView::launchRequested);
    click(m_clip);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(m_clip));
    QCOMPARE(launched.count(), 2);
}

void TestSessionView::emptySlotsStopOrRecordOrRest()
{
    QSignalSpy launched(m_view.get(), &SessionView::launchRequested);
    click(slotPlace(1, 0)); // empty: its square stops the track
    click(slotPlace(9, 0)); // armed
    QCOMPARE(launched.count(), 2);
    click(slotPlace(12, 4)); // no stop button: nothing to press
    QCOMPARE(launched.count(), 2);
}

void TestSessionView::nameSelectsOnlyIfAskedTo()
{
    QSignalSpy launched(m_view.get(), &SessionView::launchRequested);
    m_view->setNameSelectsOnly(true);
    click(m_clip, {}, 60);
    QCOMPARE(launched.count(), 0);
    QCOMPARE(m_view->selectedSlot(), std::optional(m_slot));
    click(m_clip, {}, 10);
    QCOMPARE(launched.count(), 1);
}

void TestSessionView::pressShowsAtOnce()
{
    const QPointF corner = m_view->sessionLayout().lamp(m_clip).bottomRight() - QPointF(2, 2);
    press(at(m_clip));
    QCOMPARE(pixel(corner), m_theme.color(Role::Own));
    release(at(m_clip));
    QCOMPARE(pixel(corner), m_theme.color(Role::LampOff));
}

void TestSessionView::rightButtonSelects()
{
    QSignalSpy launched(m_view.get(), &SessionView::launchRequested);
    QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, at(m_clip));
    QCOMPARE(launched.count(), 0);
    QCOMPARE(m_view->selectedSlot(), std::optional(m_slot));
}

void TestSessionView::scenesAndStops()
{
    QSignalSpy scene(m_view.get(), &SessionView::sceneLaunchRequested);
    QSignalSpy stop(m_view.get(), &SessionView::stopRequested);
    QSignalSpy all(m_view.get(), &SessionView::stopAllRequested);
    click(scenePlace(5));
    QCOMPARE(scene.at(0).at(0).value<SceneIndex>(), SceneIndex(5));
    click(stopPlace(8)); // behind the folded group
    QCOMPARE(stop.at(0).at(0).value<TrackIndex>(), TrackIndex(11));
    click(stopAllPlace());
    QCOMPARE(all.count(), 1);
}

void TestSessionView::headersSelectAndFold()
{
    QSignalSpy selected(m_view.get(), &SessionView::trackSelected);
    QSignalSpy folded(m_view.get(), &SessionView::foldRequested);
    click(headerPlace(5));
    QCOMPARE(selected.at(0).at(0).value<TrackIndex>(), TrackIndex(5));
    QTest::mouseClick(
        m_view->viewport(), Qt::LeftButton, {}, at(headerPlace(0), 10) - QPoint(0, 10));
    QCOMPARE(folded.at(0).at(0).value<TrackIndex>(), TrackIndex(0));
    QCOMPARE(folded.at(0).at(1).toBool(), true);
    QTest::mouseClick(
        m_view->viewport(), Qt::LeftButton, {}, at(headerPlace(7), 10) - QPoint(0, 10));
    QCOMPARE(folded.at(1).at(1).toBool(), false);
    // A track that is no group has no triangle: the press selects.
    QTest::mouseClick(
        m_view->viewport(), Qt::LeftButton, {}, at(headerPlace(3), 10) - QPoint(0, 10));
    QCOMPARE(folded.count(), 2);
    QCOMPARE(selected.count(), 2);
}

void TestSessionView::edgeDragAsksForALength()
{
    QSignalSpy length(m_view.get(), &SessionView::lengthRequested);
    QSignalSpy launched(m_view.get(), &SessionView::launchRequested);
    press(edge(m_clip));
    move(edge(m_clip) + QPoint(98, 0));
    QCOMPARE(m_view->state().drag->to.value, 32.0);
    QCOMPARE(length.count(), 0);
    release(edge(m_clip) + QPoint(98, 0));
    QCOMPARE(length.count(), 1);
    QCOMPARE(length.at(0).at(0).value<SlotId>(), m_slot);
    QCOMPARE(length.at(0).at(1).value<ClipTime>().value, 32.0);
    QCOMPARE(launched.count(), 0);
    QVERIFY(!m_view->state().drag);
}

void TestSessionView::edgeClickAsksForNothing()
{
    QSignalSpy length(m_view.get(), &SessionView::lengthRequested);
    QSignalSpy launched(m_view.get(), &SessionView::launchRequested);
    click(m_clip, {}, 95);
    QCOMPARE(length.count() + launched.count(), 0);
    QCOMPARE(m_view->selectedSlot(), std::optional(m_slot));
    click(slotPlace(1, 0), {}, 95); // an empty slot has no edge
    QCOMPARE(launched.count(), 1);
}

void TestSessionView::escapeCancelsTheDrag()
{
    QSignalSpy length(m_view.get(), &SessionView::lengthRequested);
    press(edge(m_clip));
    move(edge(m_clip) + QPoint(98, 0));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->state().drag);
    release(edge(m_clip) + QPoint(98, 0));
    QCOMPARE(length.count(), 0);
}

void TestSessionView::shiftAndAltChangeTheSnap()
{
    press(edge(m_clip));
    move(edge(m_clip) + QPoint(10, 0)); // 24.5 px a bar: 1.63 beats
    QCOMPARE(m_view->state().drag->to.value, 18.0);
    move(edge(m_clip) + QPoint(10, 0), Qt::ShiftModifier);
    QCOMPARE(m_view->state().drag->to.value, 17.75);
    move(edge(m_clip) + QPoint(10, 0), Qt::AltModifier);
    QVERIFY(qAbs(m_view->state().drag->to.value - 17.6327) < 0.001);
    // The key alone is enough, the hand may rest. (A key event carries the modifiers before it.)
    QTest::keyPress(m_view.get(), Qt::Key_Shift, Qt::NoModifier);
    QCOMPARE(m_view->state().drag->to.value, 17.75);
    QTest::keyRelease(m_view.get(), Qt::Key_Shift, Qt::ShiftModifier);
    QCOMPARE(m_view->state().drag->to.value, 18.0);
    release(edge(m_clip));
}

void TestSessionView::clipThatGoesEndsTheDrag()
{
    QSignalSpy length(m_view.get(), &SessionView::lengthRequested);
    press(edge(m_clip));
    move(edge(m_clip) + QPoint(98, 0));
    m_show->set.applyHasClip(m_slot, false);
    m_show->set.publish();
    QVERIFY(!m_view->state().drag);
    release(edge(m_clip) + QPoint(98, 0));
    QCOMPARE(length.count(), 0);
}

void TestSessionView::edgeHasItsPointer()
{
    move(at(m_clip));
    QCOMPARE(m_view->viewport()->cursor().shape(), Qt::ArrowCursor);
    move(edge(m_clip));
    QCOMPARE(m_view->viewport()->cursor().shape(), Qt::SizeHorCursor);
    move(edge(slotPlace(1, 0)));
    QCOMPARE(m_view->viewport()->cursor().shape(), Qt::ArrowCursor);
}

void TestSessionView::ghostStaysUntilTheWishIsGone()
{
    const QRectF box = m_view->sessionLayout().rect(m_clip);
    const QPointF newEdge(box.right() + 98, box.center().y());
    const QColor before = pixel(newEdge);
    const Target length = Target::clip(m_slot, ClipField::Length);
    m_show->set.request(length, 32.0, ShowSet::now);
    m_show->set.publish();
    QCOMPARE(pixel(newEdge), m_theme.color(Role::Own));
    m_show->set.refuse(length, QStringLiteral("No"), ShowSet::now);
    m_show->set.publish();
    QCOMPARE(pixel(newEdge), before);
}

void TestSessionView::aLostReleaseLosesNoPress()
{
    QSignalSpy launched(m_view.get(), &SessionView::launchRequested);
    press(at(m_clip)); // and another window takes the release
    press(at(slotPlace(2, 5)));
    QCOMPARE(launched.count(), 2);
    press(edge(m_clip));
    press(at(slotPlace(2, 5)));
    QCOMPARE(launched.count(), 3);
}

void TestSessionView::nothingTicksWhileNothingMoves()
{
    ShowSet still; // one clip that rests
    still.addTracks(1, 2);
    still.nameTrack(0, "Keys", 0);
    still.putClip(0, 0, "Riff", 0x3DC300);
    still.set.applyComplete(true);
    SessionView view(
        still.set, still.clock, [] { return ShowSet::now; }, m_theme);
    view.resize(600, 300);
    view.show();
    still.set.publish();
    const auto ticks = [&view] {
        for (QTimer *timer : view.findChildren<QTimer *>()) {
            if (timer->isActive())
                return true;
        }
        return view.isAnimating();
    };
    QTRY_VERIFY(!ticks());
    still.play(0, 0, 0); // and it wakes
    still.set.apply(SongField::IsPlaying, true);
    still.set.publish();
    QVERIFY(ticks());
}

void TestSessionView::aLitSceneRepaintsItsLampOnly()
{
    ShowSet show;
    show.addTracks(2, 4);
    show.putClip(1, 2, "Pad", 0x123456);
    show.play(1, 2, 0);
    show.clock.setTempo(120, ShowSet::now);
    show.clock.setPlaying(true, ShowSet::now);
    qint64 now = ShowSet::now;
    SessionView view(
        show.set, show.clock, [&now] { return now; }, m_theme);
    view.resize(900, 300);
    view.show();
    show.set.publish();
    QCOMPARE(sceneStanding(view.context(), SceneIndex(2)), QStringLiteral("playing"));
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const QRect scenes = view.sessionLayout().scenes().toAlignedRect();
    const QRect lamp = view.sessionLayout().lamp(scenePlace(2)).toAlignedRect();
    PaintWatch watch(view.viewport());
    const auto nextFrame = [&] {
        watch.painted = {};
        return QTest::qWaitFor([&] {
            now += 40;
            return watch.painted.intersects(lamp);
        });
    };
    for (int first = 0; first < 3; ++first) // those that show the window, and the scene's new state
        QVERIFY(nextFrame());
    QVERIFY(nextFrame());
    QVERIFY(!watch.painted.subtracted(lamp).intersects(scenes));
}

/// However many slices that takes.
void TestSessionView::allThatChangedIsPainted()
{
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    PaintWatch watch(m_view->viewport());
    const SessionLayout::Range seen = m_view->sessionLayout().visible();
    QRegion changed;
    for (int column = seen.firstColumn; column < seen.endColumn; ++column) {
        for (int row = seen.firstRow; row < seen.endRow; ++row) {
            const SlotId slot = m_view->model().slotAt(column, row);
            if (!m_show->set.clip(slot))
                continue;
            m_show->set.apply(slot, ClipField::Name, QStringLiteral("Another"));
            changed += m_view->sessionLayout().rect(slotPlace(column, row)).toRect();
        }
    }
    watch.painted = {};
    m_show->set.publish();
    const QRegion inSight = changed.intersected(m_view->sessionLayout().grid().toRect());
    QVERIFY(!inSight.isEmpty());
    QTRY_VERIFY(inSight.subtracted(watch.painted).isEmpty());
}

void TestSessionView::arrowsMoveTheFocus()
{
    click(slotPlace(2, 2), Qt::ControlModifier);
    QVERIFY(!m_view->state().showFocus);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->state().focus, slotPlace(3, 2));
    QVERIFY(m_view->state().showFocus);
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    QCOMPARE(m_view->state().focus, slotPlace(3, 10));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->selectedSlot(), std::optional(slotId(0, 10)));
    const QRectF box = m_view->sessionLayout().rect(slotPlace(0, 10));
    QCOMPARE(pixel({box.center().x(), box.top() - 1}), m_theme.color(Role::Own));
}

void TestSessionView::enterLaunches()
{
    QSignalSpy launched(m_view.get(), &SessionView::launchRequested);
    QSignalSpy scene(m_view.get(), &SessionView::sceneLaunchRequested);
    QSignalSpy stop(m_view.get(), &SessionView::stopRequested);
    QSignalSpy folded(m_view.get(), &SessionView::foldRequested);
    click(m_clip, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(launched.at(0).at(0).value<SlotId>(), m_slot);
    QTest::keyClick(m_view.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(stop.at(0).at(0).value<TrackIndex>(), TrackIndex(6));
    m_view->focusPlace(scenePlace(3));
    QTest::keyClick(m_view.get(), Qt::Key_Enter);
    QCOMPARE(scene.at(0).at(0).value<SceneIndex>(), SceneIndex(3));
    m_view->focusPlace(headerPlace(0));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(folded.count(), 1);
}

void TestSessionView::focusScrollsIntoSight()
{
    m_view->resize(600, 300);
    QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
    QVERIFY(m_view->horizontalScrollBar()->maximum() > 0);
    m_view->focusPlace(slotPlace(0, 0));
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(m_view->state().focus, slotPlace(13, 19));
    QVERIFY(
        m_view->sessionLayout().grid().contains(m_view->sessionLayout().rect(slotPlace(13, 19))));
    // A click finds the cell that is under it now.
    QSignalSpy launched(m_view.get(), &SessionView::launchRequested);
    click(slotPlace(13, 19));
    QCOMPARE(launched.at(0).at(0).value<SlotId>(), slotId(16, 19));
}

void TestSessionView::pointerHidesTheFocus()
{
    m_view->focusPlace(slotPlace(3, 3));
    QVERIFY(m_view->state().showFocus);
    click(slotPlace(2, 2), Qt::ControlModifier);
    QVERIFY(!m_view->state().showFocus);
}

void TestSessionView::saysWhatIsInSight()
{
    QSignalSpy range(m_view.get(), &SessionView::visibleRangeChanged);
    m_view->resize(700, 300);
    QVERIFY(range.count() > 0);
    const QList<QVariant> first = range.last();
    QCOMPARE(first.at(0).value<TrackIndex>(), TrackIndex(0));
    QCOMPARE(first.at(2).value<SceneIndex>(), SceneIndex(0));
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    const QList<QVariant> last = range.last();
    QCOMPARE(last.at(2).value<SceneIndex>().value + last.at(3).toInt(), 20);
    m_view->horizontalScrollBar()->setValue(m_view->horizontalScrollBar()->maximum());
    QCOMPARE(range.last().at(0).value<TrackIndex>().value + range.last().at(1).toInt(), 17);
}

void TestSessionView::unfoldingBringsOthersIntoSight()
{
    m_view->resize(1200, 520); // ten columns: as many before as after
    QSignalSpy range(m_view.get(), &SessionView::visibleRangeChanged);
    for (int child : {8, 9, 10})
        m_show->set.apply(TrackIndex(child), TrackField::IsVisible, true);
    m_show->set.publish();
    QCOMPARE(range.count(), 1);
    QCOMPARE(range.at(0).at(1).toInt(), 10);
}

void TestSessionView::wheelScrollsBothWays()
{
    m_view->resize(700, 300);
    const auto turn = [this](Qt::KeyboardModifiers modifiers) {
        const QPointF p(200, 150);
        QWheelEvent event(p, m_view->viewport()->mapToGlobal(p), {}, {0, -120}, Qt::NoButton,
            modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view->viewport(), &event);
    };
    turn({});
    const int step = QApplication::wheelScrollLines() * m_theme.metrics().rowPitch;
    QCOMPARE(m_view->verticalScrollBar()->value(), step);
    QCOMPARE(m_view->horizontalScrollBar()->value(), 0);
    turn(Qt::ShiftModifier);
    QCOMPARE(m_view->verticalScrollBar()->value(), step);
    QVERIFY(m_view->horizontalScrollBar()->value() > 0);
    QVERIFY(m_view->horizontalScrollBar()->value() < m_view->horizontalScrollBar()->pageStep());
}

void TestSessionView::saysWhatIsUnderThePointer()
{
    QSignalSpy hint(m_view.get(), &SessionView::hint);
    move(at(m_clip));
    QVERIFY(hint.last().at(0).toString().startsWith(
        QStringLiteral("Growl, Break growl: click launches")));
    m_show->set.apply(m_slot, ClipField::LaunchMode, 1);
    m_show->set.apply(m_slot, ClipField::LaunchQuantization, 8);
    move(at(slotPlace(8, 9)));
    move(at(m_clip));
    QVERIFY(hint.last().at(0).toString().startsWith(
        QStringLiteral("Growl, Break growl (Gate, 1/4): click launches")));
    move(edge(m_clip));
    QVERIFY(hint.last().at(0).toString().contains(QStringLiteral("drag the edge")));
    move(at(m_clip));
    m_show->play(m_slot.track.value, m_slot.scene.value, 0);
    m_show->set.apply(m_slot, ClipField::IsRecording, true);
    m_show->set.publish(); // what a press does differs now, and so does the hint
    QVERIFY(hint.last().at(0).toString().startsWith(
        QStringLiteral("Growl, Break growl is being recorded: click ends the take")));
    move(at(slotPlace(8, 8))); // refused: why
    QCOMPARE(hint.last().at(0).toString(), QStringLiteral("Live did not take it"));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(m_view->viewport(), &leave);
    QCOMPARE(hint.last().at(0).toString(), QString());
}

void TestSessionView::selectionOutlivesAFold()
{
    m_view->selectSlot(slotId(13, 5));
    for (int child : {8, 9, 10})
        m_show->set.apply(TrackIndex(child), TrackField::IsVisible, true);
    m_show->set.publish();
    QCOMPARE(m_view->selectedSlot(), std::optional(slotId(13, 5)));
    m_show->set.clear();
    m_show->set.publish();
    QVERIFY(!m_view->selectedSlot());
    QTest::keyClick(m_view.get(), Qt::Key_Down); // nothing there: nothing happens
    QTest::keyClick(m_view.get(), Qt::Key_Return);
}

int tst_sessionview(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestSessionView>(argc, argv);
}

#include "tst_sessionview.moc"
