// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/showset.h"
#include "tests/support/widgettestclass.h"
#include "ui/session/counter/counterwindow.h"
#include "ui/session/sessionview.h"

#include <QSignalSpy>
#include <QTest>

using namespace clipdeck;

class TestCounter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(loadFonts()); }
    void init();
    void countsWhatIsLeft();
    void aTakeCountsUp();
    void aClipInSecondsCountsSeconds();
    void saysWhatComes();
    void claimsNothingWhileLiveIsGone();
    void theWindowFollowsTheSelection();

private:
    Counter read(TrackIndex track, qint64 later = 0)
    {
        return readCounter({m_show->set, m_show->clock, m_positions, ShowSet::now + later}, track);
    }
    std::unique_ptr<ShowSet> m_show;
    PlayPositions m_positions;
};

// At bar 46, beat 2.2, 122 BPM.
void TestCounter::init()
{
    m_show = std::make_unique<ShowSet>();
    m_show->fill();
    m_positions.clear();
    const SongMoment song = m_show->clock.moment(ShowSet::now);
    m_positions.hear(slotId(1, 5), {10.5}, song);
    m_positions.hear(slotId(12, 5), {9}, song);
}

void TestCounter::countsWhatIsLeft()
{
    const Counter kick = read(TrackIndex(1));
    const Clip &clip = *m_show->set.clip(slotId(1, 5));
    QCOMPARE(kick.track, QStringLiteral("Kick"));
    QCOMPARE(kick.clip, clip.name);
    QCOMPARE(clip.loopEnd.value, 24.0);
    QCOMPARE(kick.count, QStringLiteral("3.2")); // 13.5 beats, told with the one that runs
    QCOMPARE(kick.elapsed, QStringLiteral("2.2"));
    QVERIFY(!kick.recording && qAbs(kick.part - 10.5 / 24) < 0.01);
    QVERIFY(counterText(kick).startsWith(QStringLiteral("Kick, %1: 3.2 to go").arg(clip.name)));
    const Counter silent = read(TrackIndex(16));
    QCOMPARE(silent.count, QStringLiteral("–"));
    QVERIFY(silent.clip.isEmpty());
    QCOMPARE(read(TrackIndex()).count, QStringLiteral("–"));
}

void TestCounter::aClipInSecondsCountsSeconds()
{
    m_show->set.apply(slotId(1, 5), ClipField::Looping, false);
    m_show->set.apply(slotId(1, 5), ClipField::Warping, false);
    const Counter kick = read(TrackIndex(1));
    QCOMPARE(kick.count, QStringLiteral("14 s")); // 13.5, told with the one that runs
    QCOMPARE(kick.elapsed, QStringLiteral("10 s"));
    QCOMPARE(read(TrackIndex(1), 5000).elapsed, QStringLiteral("15 s"));
    QVERIFY(counterText(kick).contains(QStringLiteral("14 s to go")));
}

void TestCounter::aTakeCountsUp()
{
    const Counter take = read(TrackIndex(12));
    QVERIFY(take.recording);
    QCOMPARE(take.count, QStringLiteral("2.1"));
    QCOMPARE(read(TrackIndex(12), 1000).count, QStringLiteral("2.3"));
}

void TestCounter::saysWhatComes()
{
    const Counter counter = read(TrackIndex(1));
    QCOMPARE(counter.next, QStringLiteral("Hats plays Shuffle"));
    QCOMPARE(counter.nextIn, QStringLiteral("0.3"));
    m_show->set.apply(SceneIndex(6), SceneField::IsTriggered, true);
    QCOMPARE(read(TrackIndex(1)).next, QStringLiteral("Scene 7 begins: Verse 2"));
}

void TestCounter::claimsNothingWhileLiveIsGone()
{
    m_show->set.applyStale(true);
    const Counter counter = read(TrackIndex(1));
    QCOMPARE(counter.count, QStringLiteral("–"));
    QVERIFY(counter.next.isEmpty() && counterText(counter).isEmpty());
}

void TestCounter::theWindowFollowsTheSelection()
{
    const Theme theme;
    SessionView view(
        m_show->set, m_show->clock, [] { return ShowSet::now; }, theme);
    view.resize(1600, 520);
    view.show();
    CounterWindow window(view, theme, &view);
    QVERIFY(window.windowFlags() & Qt::WindowStaysOnTopHint);
    view.selectTrack(TrackIndex(1));
    window.show();
    QCOMPARE(window.counter().track, QStringLiteral("Kick"));
    view.selectTrack(TrackIndex(12));
    QTRY_COMPARE(window.counter().track, QStringLiteral("Guitar Ana"));
    QTRY_VERIFY(window.accessibleDescription().startsWith(QStringLiteral("Guitar Ana, Take 5")));
    for (const QSize &size : {QSize(180, 100), QSize(360, 200), QSize(1200, 500)}) {
        window.resize(size);
        const QImage image = window.grab().toImage();
        QVERIFY(image.width() >= size.width());
        const QString folder = qEnvironmentVariable("CLIPDECK_PICTURES"); // for a designer's eye
        if (!folder.isEmpty())
            image.save(QStringLiteral("%1/counter-%2.png").arg(folder).arg(size.width()));
    }
    const QSignalSpy closed(&window, &CounterWindow::closed);
    window.close();
    QCOMPARE(closed.count(), 1);
}

int tst_counter(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestCounter>(argc, argv);
}

#include "tst_counter.moc"
