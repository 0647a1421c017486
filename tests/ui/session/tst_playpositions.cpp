// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/session/playpositions.h"

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

private:
    double at(double song) const { return *m_positions.position(m_slot, m_clip, {song}); }
    PlayPositions m_positions;
    Clip m_clip;
    const SlotId m_slot = slotId(0, 0);
};

void TestPlayPositions::init()
{
    m_positions.clear();
    m_clip = {};
    m_clip.looping = true;
    m_clip.loopStart = 2;
    m_clip.loopEnd = 6;
}

void TestPlayPositions::goesOnBetweenReports()
{
    QVERIFY(!m_positions.position(m_slot, m_clip, {10}));
    m_positions.hear(m_slot, m_clip, 2.5, {10});
    QCOMPARE(at(10), 2.5);
    QCOMPARE(at(11.25), 3.75);
}

void TestPlayPositions::wrapsInTheLoop()
{
    m_positions.hear(m_slot, m_clip, 5.5, {10});
    QCOMPARE(at(11), 2.5);
}

// Reports come ten a second and carry the place of Live's last tick: what is shown never goes back for one.
void TestPlayPositions::lateReportsDoNotJump()
{
    m_positions.hear(m_slot, m_clip, 2.0, {10});
    double before = at(10);
    for (int tick = 1; tick <= 15; ++tick) {
        const double song = 10 + 0.2 * tick;
        const double late = tick % 2 ? 0.0 : 0.12; // beats
        const double shown = at(song);
        m_positions.hear(m_slot, m_clip, 2.0 + 0.2 * tick - late, {song});
        QVERIFY(std::abs(at(song) - shown) < 0.05);
        QVERIFY(at(song) > before);
        before = at(song);
    }
}

void TestPlayPositions::aReportRoundTheLoopsEndDoesNotJump()
{
    m_positions.hear(m_slot, m_clip, 5.0, {10});
    m_positions.hear(m_slot, m_clip, 5.95, {11.02}); // shown: 2.02, just behind the loop's start
    QVERIFY2(at(11.02) < 2.03 || at(11.02) > 5.98, qPrintable(QString::number(at(11.02))));
    QVERIFY(at(11.2) > 2.1 && at(11.2) < 2.2);
}

void TestPlayPositions::aJumpOfLivesIsTaken()
{
    m_positions.hear(m_slot, m_clip, 2.0, {10});
    m_positions.hear(m_slot, m_clip, 4.0, {10.2});
    QCOMPARE(at(10.2), 4.0);
}

int tst_playpositions(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestPlayPositions>(argc, argv);
}

#include "tst_playpositions.moc"
