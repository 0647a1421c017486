// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/slotstate.h"
#include "tests/support/showset.h"
#include "tests/support/widgettestclass.h"
#include "ui/session/sessionmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace clipdeck;

class TestSessionModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void namesForEars_data();
    void namesForEars();
    void foldedChildrenHaveNoColumn();
    void onlyStructureResets();
    void playingPositionsAreSilent();
    void groupsChangeWithTheirChildren();
    void wishesChangeTheirCell();
    void roles();
    void shrinksAndClears();

private:
    std::unique_ptr<ShowSet> m_show;
    std::unique_ptr<SessionModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestSessionModel::init()
{
    m_show = std::make_unique<ShowSet>();
    m_model = std::make_unique<SessionModel>(m_show->set, [] { return ShowSet::now; });
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_show->fill();
}

void TestSessionModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_show.reset();
}

void TestSessionModel::namesForEars_data()
{
    QTest::addColumn<SlotId>("slot");
    QTest::addColumn<QString>("name");
    QTest::newRow("playing") << slotId(5, 5) << "Sub, scene 6: Stabs wide, playing";
    QTest::newRow("queued") << slotId(3, 6) << "Hats, scene 7: Shuffle, queued";
    QTest::newRow("stopping") << slotId(6, 5) << "Growl, scene 6: Break, stopping";
    QTest::newRow("recording") << slotId(12, 5) << "Guitar Ana, scene 6: Take 5, recording";
    QTest::newRow("pending") << slotId(2, 6) << "Snare + Clap, scene 7: Rim + ghost, pending";
    QTest::newRow("refused") << slotId(11, 8) << "Tape keys, scene 9: Chorus wide, refused";
    QTest::newRow("stale") << slotId(16, 12) << "Risers, scene 13: Noise up, stale";
    QTest::newRow("deactivated") << slotId(5, 8) << "Sub, scene 9: Muted sub, deactivated";
    QTest::newRow("stopped") << slotId(6, 7) << "Growl, scene 8: Break growl, stopped";
    QTest::newRow("empty") << slotId(1, 0) << "Kick, scene 1: empty";
    QTest::newRow("asked to stop") << slotId(1, 2) << "Kick, scene 3: empty, pending";
    QTest::newRow("group") << slotId(0, 5) << "DRUMS, scene 6: group, mixed";
    QTest::newRow("queued to record") << slotId(12, 7) << "Guitar Ana, scene 8: empty, queued";
}

void TestSessionModel::namesForEars()
{
    QFETCH(SlotId, slot);
    m_show->set.request(Target::launch(slotId(1, 2)), {}, ShowSet::now - 1000);
    const QModelIndex index = m_model->index(slot.scene.value, m_model->columnOf(slot.track));
    QTEST(m_model->data(index, Qt::AccessibleTextRole).toString(), "name");
    QCOMPARE(m_model->headerData(0, Qt::Horizontal, Qt::AccessibleTextRole).toString(),
        QStringLiteral("Track DRUMS"));
    QCOMPARE(m_model->headerData(1, Qt::Vertical, Qt::AccessibleTextRole).toString(),
        QStringLiteral("Scene 2: GLASSHOUSE"));
}

void TestSessionModel::foldedChildrenHaveNoColumn()
{
    QCOMPARE(m_model->rowCount(), 20);
    QCOMPARE(m_model->columnCount(), 14);
    QCOMPARE(m_model->columnOf(TrackIndex(8)), -1);
    QCOMPARE(m_model->trackAt(8), TrackIndex(11));
    QCOMPARE(m_model->columnOf(TrackIndex(11)), 8);
    QCOMPARE(m_model->trackAt(14), TrackIndex());
    QCOMPARE(m_model->columnOf(TrackIndex(99)), -1);
}

void TestSessionModel::onlyStructureResets()
{
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy cells(m_model.get(), &QAbstractItemModel::dataChanged);
    m_show->set.apply(slotId(6, 7), ClipField::Name, QStringLiteral("Other"));
    m_show->set.publish();
    QCOMPARE(resets.count(), 0);
    QCOMPARE(cells.count(), 1);
    QCOMPARE(cells.at(0).at(0).toModelIndex(), m_model->index(7, 6));

    for (int child : {8, 9, 10})
        m_show->set.apply(TrackIndex(child), TrackField::IsVisible, true);
    m_show->set.publish();
    QCOMPARE(resets.count(), 1);
    QCOMPARE(m_model->columnCount(), 17);
}

void TestSessionModel::playingPositionsAreSilent()
{
    QSignalSpy cells(m_model.get(), &QAbstractItemModel::dataChanged);
    m_show->set.apply(slotId(5, 5), ClipField::PlayingPosition, 11.5);
    m_show->set.publish();
    QCOMPARE(cells.count(), 0);
}

void TestSessionModel::groupsChangeWithTheirChildren()
{
    QSignalSpy cells(m_model.get(), &QAbstractItemModel::dataChanged);
    m_show->set.apply(slotId(1, 3), ClipField::Color, 0x123456);
    m_show->set.publish();
    QCOMPARE(cells.count(), 2);
    QCOMPARE(cells.at(1).at(0).toModelIndex(), m_model->index(3, 0)); // DRUMS

    cells.clear();
    m_show->set.apply(TrackIndex(9), TrackField::PlayingSlotIndex, noSlot); // folded away
    m_show->set.publish();
    QCOMPARE(cells.count(), 1);
    QCOMPARE(cells.at(0).at(0).toModelIndex().column(), 7); // SYNTHS
}

void TestSessionModel::wishesChangeTheirCell()
{
    QSignalSpy cells(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy headers(m_model.get(), &QAbstractItemModel::headerDataChanged);
    m_show->set.request(Target::launch(slotId(6, 7)), {}, ShowSet::now);
    m_show->set.request(Target::sceneLaunch(SceneIndex(2)), {}, ShowSet::now);
    m_show->set.publish();
    QCOMPARE(cells.count(), 1);
    QCOMPARE(headers.count(), 1);
    QCOMPARE(headers.at(0).at(1).toInt(), 2);
}

void TestSessionModel::roles()
{
    const QModelIndex index = m_model->index(5, 5);
    QCOMPARE(index.data().toString(), QStringLiteral("Stabs wide"));
    QCOMPARE(index.data(SessionModel::SlotRole).value<SlotId>(), slotId(5, 5));
    QCOMPARE(index.data(SessionModel::StateRole).toInt(), int(SlotState::Playing));
    QCOMPARE(index.data(SessionModel::OverlayRole).toInt(), int(SlotOverlay::None));
    QCOMPARE(index.data(SessionModel::ColorRole).toInt(), 0x10A4EE);
    QVERIFY(!m_model->index(0, 1).data(SessionModel::ColorRole).isValid());
}

void TestSessionModel::shrinksAndClears()
{
    m_show->set.applyStructure(3, 2);
    m_show->set.publish();
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->columnCount(), 3);
    m_show->set.clear();
    m_show->set.publish();
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->columnCount(), 0);
}

int tst_sessionmodel(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestSessionModel>(argc, argv);
}

#include "tst_sessionmodel.moc"
