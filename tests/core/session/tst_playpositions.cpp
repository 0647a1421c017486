// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/playpositions.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

class TestPlayPositions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void goesOnBetweenReports();
    void wrapsInTheLoop();
    void lateReportsDoNotJump();
    void aReportRoundTheLoopsEndDoesNotJump();
    void aJumpOfLivesIsTaken();
    void secondsGoOnAsSeconds();

private:
    double at(double song) const
    {
        return m_positions.position(m_slot, m_clip, {{song}, 120})->value;
    }
    void hear(double position, double song)
    {
        m_positions.hear(m_slot, m_clip, {position}, {{song}, 120});
    }
    PlayPositions m_positions;
    Clip m_clip;
    const SlotId m_slot = slotId(0, 0);
};

void TestPlayPositions::init()
{
    m_positions.clear();
    m_clip = {};
    m_clip.looping = true;
    m_clip.loopStart = {2};
    m_clip.loopEnd = {6};
}

void TestPlayPositions::goesOnBetweenReports()
{
    QVERIFY(!m_positions.position(m_slot, m_clip, {{10}, 120}));
    hear(2.5, 10);
    QCOMPARE(at(10), 2.5);
    QCOMPARE(at(11.25), 3.75);
}

void TestPlayPositions::wrapsInTheLoop()
{
    hear(5.5, 10);
    QCOMPARE(at(11), 2.5);
}

// Reports come ten a second and carry the place of Live's last tick: what is shown never goes back for one.
void TestPlayPositions::lateReportsDoNotJump()
{
    hear(2.0, 10);
    double before = at(10);
    for (int tick = 1; tick <= 15; ++tick) {
        const double song = 10 + 0.2 * tick;
        const double late = tick % 2 ? 0.0 : 0.12; // beats
        const double shown = at(song);
        hear(2.0 + 0.2 * tick - late, song);
        QVERIFY(std::abs(at(song) - shown) < 0.05);
        QVERIFY(at(song) > before);
        before = at(song);
    }
}

void TestPlayPositions::aReportRoundTheLoopsEndDoesNotJump()
{
    hear(5.0, 10);
    hear(5.95, 11.02); // shown: 2.02, just behind the loop's start
    QVERIFY2(at(11.02) < 2.03 || at(11.02) > 5.98, qPrintable(QString::number(at(11.02))));
    QVERIFY(at(11.2) > 2.1 && at(11.2) < 2.2);
}

void TestPlayPositions::aJumpOfLivesIsTaken()
{
    hear(2.0, 10);
    hear(4.0, 10.2);
    QCOMPARE(at(10.2), 4.0);
}

void TestPlayPositions::secondsGoOnAsSeconds()
{
    m_clip.warping = false;
    m_clip.looping = false;
    m_clip.loopStart = {0};
    m_clip.loopEnd = {20};
    hear(3.0, 10);
    QCOMPARE(at(14), 5.0); // four beats at 120
    hear(5.1, 14); // a fifth of a beat early: drifted into
    QVERIFY(at(14) > 5.0 && at(14) < 5.05);
    QCOMPARE(at(100), 20.0);
}

int tst_playpositions(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestPlayPositions>(argc, argv);
}

#include "tst_playpositions.moc"
