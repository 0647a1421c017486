// SPDX-License-Identifier: GPL-3.0-or-later
// What the real window costs while nothing happens: with nothing launched, and with clips launched and the song stopped.
#include "tests/support/processusage.h"
#include "tests/support/runningwindow.h"
#include "tests/support/testclass.h"

#include <QElapsedTimer>
#include <QTest>

using namespace clipdeck;
using namespace Qt::StringLiterals;

namespace {

/// A second of it, over some.
ProcessUsage aSecondOf(qint64 process)
{
    constexpr double seconds = 4.0;
    const ProcessUsage before = ProcessUsage::of(process);
    QElapsedTimer time;
    time.start();
    [[maybe_unused]] const bool over = QTest::qWaitFor(
        [&] { return static_cast<double>(time.elapsed()) >= 1000 * seconds; }, 10000);
    const ProcessUsage after = ProcessUsage::of(process);
    return {(after.cpuMs - before.cpuMs) / seconds, (after.wakeUps - before.wakeUps) / seconds};
}

} // namespace

class TestRest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addServerRows(); }
    void initTestCase() { openDesktop(m_desktop); }
    void cleanup() { m_window.reset(); }

    void launchedClipsCostNothingWhileTheSongStands();

private:
    std::unique_ptr<DesktopSession> m_desktop;
    std::unique_ptr<RunningWindow> m_window;
};

void TestRest::launchedClipsCostNothingWhileTheSongStands()
{
    QFETCH_GLOBAL(ServerKind, kind);
    QString error;
    m_window = RunningWindow::start(
        *m_desktop, kind, {.tracks = 64, .scenes = 128, .fill = 1.0, .seed = 3}, &error);
    QVERIFY2(m_window, qPrintable(error));
    const qint64 process = m_window->processId();
    if (ProcessUsage::of(process).cpuMs <= 0.0)
        QSKIP("Told by Linux only.");
    // Listeners are started, and what was read in a hurry is read.
    ProcessUsage before;
    const auto isAtRest = [&] {
        before = aSecondOf(process);
        return before.cpuMs < 40.0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isAtRest(), 60000);

    ControlClient &live = m_window->server();
    const auto plays = [&live] { return live.song()["is_playing"_L1].toBool(); };
    QVERIFY(live.call(u"fire_scene"_s, {{u"index"_s, 1}}));
    QTRY_VERIFY(plays());
    const ProcessUsage playing = aSecondOf(process);
    QVERIFY(live.call(u"transport"_s, {{u"action"_s, u"stop"_s}}));
    QTRY_VERIFY(!plays());
    [[maybe_unused]] const ProcessUsage calmingDown = aSecondOf(process);
    const ProcessUsage after = aSecondOf(process);
    qInfo("ms of a core and wake-ups a second: at rest %.1f and %.0f, playing %.1f and %.0f, "
          "stopped %.1f and %.0f",
        before.cpuMs, before.wakeUps, playing.cpuMs, playing.wakeUps, after.cpuMs, after.wakeUps);
    constexpr double fewWakeUps = 30; // 20, and what a machine that others use, too, adds
    QVERIFY(before.wakeUps <= fewWakeUps);
    constexpr double noiseMs = 8.0;
    QVERIFY(after.cpuMs <= before.cpuMs + noiseMs);
    QVERIFY(after.wakeUps <= 1.5 * before.wakeUps);
}

int tst_rest(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestRest>(argc, argv);
}

#include "tst_rest.moc"
