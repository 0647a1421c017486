// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/launchhistory.h"
#include "tests/support/showset.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

class TestLaunchHistory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void goesBackStepByStep();
    void oneGestureIsOneStep();
    void whatWaitsIsAStepToo();
    void groupsPlayNothing();

private:
    void play(const Combination &scenes)
    {
        for (int t = 0; t < static_cast<int>(scenes.size()); ++t)
            m_show->set.apply(
                TrackIndex(t), TrackField::PlayingSlotIndex, scenes[static_cast<std::size_t>(t)]);
    }
    std::unique_ptr<ShowSet> m_show;
    LaunchHistory m_history;
};

void TestLaunchHistory::init()
{
    m_show = std::make_unique<ShowSet>();
    m_show->addTracks(3, 4);
    m_history.clear();
}

void TestLaunchHistory::goesBackStepByStep()
{
    QVERIFY(!m_history.back(m_show->set));
    play({0, noSlot, noSlot});
    m_history.note(m_show->set);
    play({0, 2, stopFired}); // stopped by the Session: nothing plays
    m_history.note(m_show->set);
    play({3, 2, 1});
    QVERIFY((m_history.back(m_show->set) == Combination{0, 2, noSlot}));
    play({0, 2, stopFired});
    QVERIFY((m_history.back(m_show->set) == Combination{0, noSlot, noSlot}));
    play({0, noSlot, noSlot});
    QVERIFY(!m_history.back(m_show->set));
}

void TestLaunchHistory::oneGestureIsOneStep()
{
    play({0, 0, 0});
    for (int clip = 0; clip < 3; ++clip)
        m_history.note(m_show->set);
    play({1, 1, 1});
    QVERIFY((m_history.back(m_show->set) == Combination{0, 0, 0}));
    play({0, 0, 0});
    QVERIFY(!m_history.back(m_show->set));
}

void TestLaunchHistory::whatWaitsIsAStepToo()
{
    play({0, 0, 0});
    m_history.note(m_show->set);
    QVERIFY(!m_history.back(m_show->set)); // Live did not take it
    m_history.note(m_show->set);
    m_show->fire(1, 2);
    QVERIFY((m_history.back(m_show->set) == Combination{0, 0, 0}));
}

void TestLaunchHistory::groupsPlayNothing()
{
    m_show->makeGroup(0, 1, 2);
    play({1, 1, noSlot});
    m_history.note(m_show->set);
    play({2, 2, 2});
    QVERIFY((m_history.back(m_show->set) == Combination{noSlot, 1, noSlot}));
}

int tst_launchhistory(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestLaunchHistory>(argc, argv);
}

#include "tst_launchhistory.moc"
