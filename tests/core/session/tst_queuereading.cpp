// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/queuereading.h"
#include "tests/support/showset.h"
#include "tests/support/testclass.h"

#include <QStringList>
#include <QTest>

using namespace clipdeck;

class TestQueueReading : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void listsWhatWaits();
    void theSoonestIsFirst();
    void nothingIsDueWhileLiveStandsStill();
    void whatStopsGoesByTheClipThatPlays();
    void aLaunchedSceneIsOneEntry();
    void claimsNothingWhileLiveIsGone();

private:
    QStringList lines() const
    {
        QStringList out;
        for (const QueuedChange &change : readQueue(m_show->set, m_show->clock, ShowSet::now)) {
            const QString due
                = change.due ? QString::number(change.due->value, 'f', 2) : QStringLiteral("-");
            out.append(QStringLiteral("%1: %2 in %3").arg(change.who, change.what, due));
        }
        return out;
    }
    std::unique_ptr<ShowSet> m_show;
};

void TestQueueReading::init()
{
    m_show = std::make_unique<ShowSet>();
    m_show->fill(); // at bar 46, beat 2.2, quantization one bar
}

void TestQueueReading::listsWhatWaits()
{
    QCOMPARE(lines(),
        (QStringList{QStringLiteral("Hats: Shuffle in 2.80"), QStringLiteral("Growl: stop in 2.80"),
            QStringLiteral("Guitar Ana: new in 2.80"),
            QStringLiteral("Vox lead: V2 lead in 2.80")}));
    const auto queue = readQueue(m_show->set, m_show->clock, ShowSet::now);
    QCOMPARE(nextChangeText(queue, {4, 4}), QStringLiteral("0.3"));
    QCOMPARE(queue[0].kind, QueuedChange::Kind::Play);
    QCOMPARE(queue[1].kind, QueuedChange::Kind::Stop);
    QCOMPARE(queue[2].kind, QueuedChange::Kind::Record);
}

void TestQueueReading::theSoonestIsFirst()
{
    m_show->set.apply(slotId(13, 6), ClipField::LaunchQuantization, 8); // a beat
    QCOMPARE(lines().first(), QStringLiteral("Vox lead: V2 lead in 0.80"));
}

void TestQueueReading::nothingIsDueWhileLiveStandsStill()
{
    m_show->clock.setPlaying(false, ShowSet::now);
    QCOMPARE(lines().first(), QStringLiteral("Hats: Shuffle in -"));
    QCOMPARE(
        nextChangeText(readQueue(m_show->set, m_show->clock, ShowSet::now), {4, 4}), QString());
}

void TestQueueReading::whatStopsGoesByTheClipThatPlays()
{
    m_show->set.apply(slotId(6, 5), ClipField::LaunchQuantization, 8);
    QCOMPARE(lines().first(), QStringLiteral("Growl: stop in 0.80"));
}

// With what it starts and what it stops; other tracks stay by themselves.
void TestQueueReading::aLaunchedSceneIsOneEntry()
{
    m_show->set.apply(SceneIndex(6), SceneField::IsTriggered, true);
    m_show->set.applyHasClip(slotId(6, 6), false);
    QCOMPARE(lines(),
        (QStringList{QStringLiteral("Scene 7: Verse 2 in 2.80"),
            QStringLiteral("Guitar Ana: new in 2.80")}));
    const QueuedChange scene = readQueue(m_show->set, m_show->clock, ShowSet::now).front();
    QCOMPARE(scene.kind, QueuedChange::Kind::Scene);
    QVERIFY((scene.tracks == std::vector{TrackIndex(3), TrackIndex(6), TrackIndex(13)}));
    QCOMPARE(queuedText(scene), QStringLiteral("Scene 7 begins: Verse 2"));
    m_show->set.apply(slotId(6, 6), SlotField::HasStopButton, false);
    QCOMPARE(lines().at(1), QStringLiteral("Growl: stop in 2.80")); // that is another's doing
}

void TestQueueReading::claimsNothingWhileLiveIsGone()
{
    const QStringList before = lines();
    m_show->set.applyStale(true);
    QCOMPARE(lines(), QStringList());
    m_show->set.applyStale(false);
    QCOMPARE(lines(), before);
}

int tst_queuereading(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestQueueReading>(argc, argv);
}

#include "tst_queuereading.moc"
