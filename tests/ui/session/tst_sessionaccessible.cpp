// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/showset.h"
#include "tests/support/widgettestclass.h"
#include "ui/session/accessible/placeaccessible.h"
#include "ui/session/sessionview.h"

#include <QAccessible>
#include <QAccessibleTableInterface>
#include <QSignalSpy>
#include <QTest>

using namespace clipdeck;

class TestSessionAccessible : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void tableForEars();
    void cellsForEars();
    void earsHearWhatPlacesDo();
    void earsCanPress();
    void earsFindCellsByPlace();

private:
    Theme m_theme;
    std::unique_ptr<ShowSet> m_show;
    std::unique_ptr<SessionView> m_view;
    const Place m_clip = slotPlace(6, 7); // Break growl
    const SlotId m_slot = slotId(6, 7);
};

void TestSessionAccessible::init()
{
    loadFonts();
    m_show = std::make_unique<ShowSet>();
    m_view = std::make_unique<SessionView>(
        m_show->set, m_show->clock, [] { return ShowSet::now; }, m_theme);
    m_view->resize(1600, 520);
    m_view->show();
    m_show->fill();
}

void TestSessionAccessible::cleanup()
{
    m_view.reset();
    m_show.reset();
}

void TestSessionAccessible::tableForEars()
{
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(table);
    QCOMPARE(table->role(), QAccessible::Table);
    QCOMPARE(table->text(QAccessible::Name), QStringLiteral("Session grid"));
    QAccessibleTableInterface *cells = table->tableInterface();
    QVERIFY(cells);
    QCOMPARE(cells->columnCount(), 14);
    QCOMPARE(cells->rowCount(), 20);
    QCOMPARE(table->childCount(), 14 + 14 * 20 + 20 + 14 + 1);
    for (int i = 0; i < table->childCount(); ++i) {
        QAccessibleInterface *child = table->child(i);
        QVERIFY(child && child->isValid());
        QCOMPARE(table->indexOfChild(child), i);
        QVERIFY(!child->text(QAccessible::Name).isEmpty());
        QCOMPARE(child->parent(), table);
    }
    QVERIFY(!table->child(table->childCount()));
    QVERIFY(!table->child(-1));
}

void TestSessionAccessible::cellsForEars()
{
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_view.get());
    QAccessibleInterface *cell = table->tableInterface()->cellAt(5, 5);
    QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("Sub, scene 6: Stabs wide, playing"));
    QCOMPARE(cell->role(), QAccessible::Cell);
    QVERIFY(!cell->state().offscreen);
    QCOMPARE(table->child(0)->text(QAccessible::Name), QStringLiteral("Track DRUMS"));
    QCOMPARE(
        table->child(14 + 280 + 1)->text(QAccessible::Name), QStringLiteral("Scene 2: GLASSHOUSE"));
    QCOMPARE(table->child(14 + 280 + 20 + 1)->text(QAccessible::Name), QStringLiteral("Stop Kick"));
    QVERIFY(!cell->state().selected);
    m_view->selectSlot(slotId(5, 5));
    QVERIFY(cell->state().selected);
    QCOMPARE(table->tableInterface()->selectedCellCount(), 1);
    // The mirror changes: the same cell says so.
    m_show->set.apply(TrackIndex(5), TrackField::PlayingSlotIndex, noSlot);
    m_show->set.publish();
    QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("Sub, scene 6: Stabs wide, stopped"));
    // Tracks go: the cell is no more.
    m_show->set.applyStructure(2, 2);
    m_show->set.publish();
    QVERIFY(!cell->isValid());
    QCOMPARE(table->childCount(), 2 + 4 + 2 + 2 + 1);
}

void TestSessionAccessible::earsHearWhatPlacesDo()
{
    ShowSet show;
    SessionView view(
        show.set, show.clock, [] { return ShowSet::now; }, m_theme);
    show.addTracks(4, 2);
    show.nameTrack(0, "BAND", 0x3DC300);
    show.makeGroup(0, 1, 2, true); // folded
    show.putClip(1, 0, "a", 0x111111);
    show.putClip(2, 0, "b", 0x222222);
    show.play(1, 0, 0);
    show.fire(2, 0);
    show.arm(3);
    show.set.apply(SongField::IsPlaying, true);
    show.set.publish();
    view.resize(600, 300);
    view.show();
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(&view);
    const auto what = [&](Place place) {
        return table->child(ChildOrder(view.model()).indexOf(place))
            ->text(QAccessible::Description);
    };
    QCOMPARE(table->tableInterface()->cellAt(0, 0)->text(QAccessible::Name),
        QStringLiteral("BAND, scene 1: group, mixed"));
    QCOMPARE(what(slotPlace(0, 0)), QStringLiteral("1 queued, 1 playing"));
    QCOMPARE(what(headerPlace(0)), QString());
    QCOMPARE(what(headerPlace(1)), QStringLiteral("plays the Arrangement, armed"));
    QCOMPARE(what(stopPlace(0)), QStringLiteral("playing"));
    show.fire(1, stopFired);
    QCOMPARE(what(slotPlace(0, 0)), QStringLiteral("1 queued, 1 stopping"));
    QCOMPARE(what(stopPlace(0)), QStringLiteral("stopping"));
    QCOMPARE(what(stopAllPlace()), QStringLiteral("stopping"));
}

void TestSessionAccessible::earsCanPress()
{
    QSignalSpy launched(m_view.get(), &SessionView::launchRequested);
    QSignalSpy scene(m_view.get(), &SessionView::sceneLaunchRequested);
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_view.get());
    QAccessibleInterface *cell = table->tableInterface()->cellAt(7, 6);
    QVERIFY(
        cell->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
    cell->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(launched.at(0).at(0).value<SlotId>(), m_slot);
    table->child(14 + 280 + 4)
        ->actionInterface()
        ->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(scene.at(0).at(0).value<SceneIndex>(), SceneIndex(4));
}

void TestSessionAccessible::earsFindCellsByPlace()
{
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_view.get());
    QAccessibleInterface *cell = table->tableInterface()->cellAt(7, 6);
    const QPoint middle = cell->rect().center();
    QCOMPARE(middle,
        m_view->viewport()->mapToGlobal(
            m_view->sessionLayout().rect(m_clip).toAlignedRect().center()));
    QCOMPARE(table->childAt(middle.x(), middle.y()), cell);
}

int tst_sessionaccessible(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestSessionAccessible>(argc, argv);
}

#include "tst_sessionaccessible.moc"
