// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/launchhold.h"
#include "tests/support/showset.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;
using Due = LaunchHold::Due;

class TestLaunchHold : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whatLettingGoMeans_data();
    void whatLettingGoMeans();
    void aGateLetGoBeforeItBeganIsStoppedWhenItHas();
    void whatBeganRightNowEndsRightNow();
    void repeatFiresForEveryLine();
    void repeatWithoutALineFiresOnce();
    void aClipThatGoesEndsTheHold();

private:
    void setMode(LaunchMode mode)
    {
        m_show->set.apply(m_slot, ClipField::LaunchMode, static_cast<int>(mode));
    }
    std::unique_ptr<ShowSet> m_show;
    const SlotId m_slot = slotId(0, 1);
};

void TestLaunchHold::init()
{
    m_show = std::make_unique<ShowSet>();
    m_show->addTracks(1, 3);
    m_show->putClip(0, 1, "Held", 0xFF3636);
    m_show->set.apply(SongField::IsPlaying, true);
    m_show->set.apply(SongField::ClipTriggerQuantization, 7); // a beat
}

void TestLaunchHold::whatLettingGoMeans_data()
{
    QTest::addColumn<LaunchMode>("mode");
    QTest::addColumn<Due>("wish");
    QTest::newRow("trigger") << LaunchMode::Trigger << Due::None;
    QTest::newRow("gate") << LaunchMode::Gate << Due::Stop;
    QTest::newRow("toggle") << LaunchMode::Toggle << Due::None;
    QTest::newRow("repeat") << LaunchMode::Repeat << Due::None;
}

void TestLaunchHold::whatLettingGoMeans()
{
    QFETCH(LaunchMode, mode);
    QFETCH(Due, wish);
    setMode(mode);
    LaunchHold hold;
    hold.press(m_slot, m_show->set, {8.5});
    m_show->play(0, 1, 0);
    QCOMPARE(hold.advance(m_show->set, {8.9}), Due::None);
    QCOMPARE(hold.release(m_show->set), wish);
    QVERIFY(!hold.isActive());
}

void TestLaunchHold::aGateLetGoBeforeItBeganIsStoppedWhenItHas()
{
    setMode(LaunchMode::Gate);
    LaunchHold hold;
    hold.press(m_slot, m_show->set, {8.5});
    m_show->fire(0, 1);
    QCOMPARE(hold.release(m_show->set), Due::Stop);
    QCOMPARE(hold.advance(m_show->set, {8.8}), Due::None);
    m_show->fire(0, noSlot);
    m_show->play(0, 1, 0);
    QCOMPARE(hold.advance(m_show->set, {9.1}), Due::Stop);
    QVERIFY(!hold.isActive());
}

void TestLaunchHold::whatBeganRightNowEndsRightNow()
{
    setMode(LaunchMode::Gate);
    LaunchHold held;
    held.press(m_slot, m_show->set, {8.5}, LaunchHold::Launch::Now);
    m_show->play(0, 1, 0);
    QCOMPARE(held.release(m_show->set), Due::StopNow);
    QCOMPARE(held.release(m_show->set), Due::None); // another button's

    LaunchHold early;
    m_show->play(0, 2, 0);
    m_show->fire(0, 1);
    early.press(m_slot, m_show->set, {8.5}, LaunchHold::Launch::Now);
    QCOMPARE(early.release(m_show->set), Due::None); // another clip still plays there
    m_show->play(0, 1, 0);
    m_show->fire(0, 2); // and waits there again
    QCOMPARE(early.advance(m_show->set, {8.6}), Due::Stop);

    setMode(LaunchMode::Repeat);
    LaunchHold repeated;
    repeated.press(m_slot, m_show->set, {8.5}, LaunchHold::Launch::Now);
    QCOMPARE(repeated.advance(m_show->set, {8.5}), Due::Launch); // for beat 9
    QCOMPARE(repeated.advance(m_show->set, {8.9}), Due::None);
    QCOMPARE(repeated.advance(m_show->set, {9.0}), Due::Launch);
}

void TestLaunchHold::repeatFiresForEveryLine()
{
    setMode(LaunchMode::Repeat);
    LaunchHold hold;
    hold.press(m_slot, m_show->set, {8.5});
    QCOMPARE(hold.advance(m_show->set, {8.9}), Due::None); // waits for beat 9 already
    QCOMPARE(hold.advance(m_show->set, {9.0}), Due::Launch);
    QCOMPARE(hold.advance(m_show->set, {9.5}), Due::None);
    QCOMPARE(hold.advance(m_show->set, {10.02}), Due::Launch);
    hold.release(m_show->set);
    QCOMPARE(hold.advance(m_show->set, {11.5}), Due::None);
}

void TestLaunchHold::repeatWithoutALineFiresOnce()
{
    setMode(LaunchMode::Repeat);
    m_show->set.apply(m_slot, ClipField::LaunchQuantization, 1); // none
    LaunchHold hold;
    hold.press(m_slot, m_show->set, {8.5});
    QCOMPARE(hold.advance(m_show->set, {99}), Due::None);
}

void TestLaunchHold::aClipThatGoesEndsTheHold()
{
    setMode(LaunchMode::Gate);
    LaunchHold hold;
    hold.press(m_slot, m_show->set, {8.5});
    m_show->set.applyHasClip(m_slot, false);
    QCOMPARE(hold.advance(m_show->set, {9}), Due::None);
    QVERIFY(!hold.isActive());
    QCOMPARE(hold.release(m_show->set), Due::None);
}

int tst_launchhold(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestLaunchHold>(argc, argv);
}

#include "tst_launchhold.moc"
