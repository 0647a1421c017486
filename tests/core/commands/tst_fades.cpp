// SPDX-License-Identifier: GPL-3.0-or-later
// Fades where the ground moves under them: Live goes away, tracks move.
#include "core/commands/commandqueue.h"
#include "core/commands/commands.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

constexpr double fullVolume = 0.85;
constexpr auto kick = TrackIndex(0);

/// Commands with a Live in memory that has each volume at once. `Kick` plays.
struct FadesFixture {
    LiveSet set;
    qint64 now = 1000;
    QString obstacle;
    QStringList sent;
    QStringList refused;
    CommandQueue queue{set, outlet()};
    Commands commands{set, queue};

    FadesFixture()
    {
        set.applyStructure(2, 2);
        set.applyComplete(true);
        for (int t : {0, 1}) {
            set.apply(TrackIndex(t), TrackField::Name,
                t == 0 ? QStringLiteral("Kick") : QStringLiteral("Snare"));
            set.apply(TrackIndex(t), TrackField::Volume, fullVolume);
        }
        set.apply(kick, TrackField::PlayingSlotIndex, 0);
        set.publish();
    }
    CommandOutlet outlet()
    {
        return {[this](std::vector<OscMessage> messages, std::function<void(const QString &)> ended,
                    const std::optional<Target> &) {
                    for (const OscMessage &message : messages)
                        take(message);
                    ended({});
                },
            [](const Target &) {}, [this] { return obstacle; }, [this] { return now; },
            [this](const Target &, const QString &reason) { refused.append(reason); }};
    }
    void take(const OscMessage &message)
    {
        sent.append(describe(message));
        if (message.address == QLatin1String("/live/track/set/volume"))
            set.apply(TrackIndex(toInt(message.arguments[0]).value_or(-1)), TrackField::Volume,
                toDouble(message.arguments[1]).value_or(0.0));
    }
    void runFor(qint64 ms)
    {
        for (const qint64 end = now + ms; now < end; now += 20) {
            queue.check();
            set.publish();
            commands.advance(now);
        }
    }
    double volume(TrackIndex track) const { return *set.track(track)->volume; }
};

} // namespace

class TestFades : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whereLiveIsGoneTheVolumeIsPutBackOnceItWasRead()
    {
        FadesFixture bench;
        bench.commands.requestFadeOut(kick, 2.0);
        bench.runFor(1000);
        const double half = bench.volume(kick);
        QVERIFY(half < 0.6);
        bench.obstacle = QStringLiteral("Live does not answer.");
        bench.set.applyStale(true);
        bench.runFor(5000);
        QCOMPARE(bench.volume(kick), half);
        bench.obstacle.clear();
        bench.set.applyStale(false);
        bench.set.applyComplete(false); // it is read anew
        bench.runFor(500);
        QCOMPARE(bench.volume(kick), half); // what the mirror has may be another set's
        bench.set.applyComplete(true);
        bench.runFor(500);
        QVERIFY(qAbs(bench.volume(kick) - fullVolume) < 1e-6);
        QVERIFY(bench.commands.fades().isEmpty());
    }

    void aTrackThatMovesTakesItsFadeAlong()
    {
        FadesFixture bench;
        bench.commands.requestFadeOut(kick, 2.0);
        bench.runFor(1000);
        bench.set.applyTrackOrder({1, 0});
        bench.set.publish();
        QVERIFY(bench.commands.fades().of(TrackIndex(1)) && !bench.commands.fades().of(kick));
        bench.sent.clear();
        bench.runFor(500);
        QVERIFY(!bench.sent.isEmpty());
        for (const QString &message : bench.sent)
            QVERIFY2(message.startsWith(QStringLiteral("/live/track/set/volume 1 ")),
                qPrintable(message));
        QCOMPARE(bench.volume(kick), fullVolume); // the snare now
    }

    void aTrackThatIsGoneIsSaid()
    {
        FadesFixture bench;
        bench.commands.requestFadeOut(kick, 2.0);
        bench.runFor(1000);
        bench.set.applyTrackOrder({1});
        bench.set.publish();
        QVERIFY(bench.commands.fades().isEmpty());
        QCOMPARE(bench.refused.size(), 1);
        QVERIFY(bench.refused.front().startsWith(QStringLiteral("Kick is gone")));
    }

    void whatCannotFadeIsSaid_data()
    {
        QTest::addColumn<int>("track");
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("reason");
        QTest::newRow("nothing plays")
            << 1 << 2.0 << QStringLiteral("No clip plays on this track.");
        QTest::newRow("too long") << 0 << 601.0
                                  << QStringLiteral("A fade takes up to 600 seconds.");
        QTest::newRow("no time") << 0 << 0.0 << QStringLiteral("A fade takes up to 600 seconds.");
        QTest::newRow("no track") << 7 << 2.0 << QStringLiteral("No clip plays on this track.");
    }
    void whatCannotFadeIsSaid()
    {
        QFETCH(int, track);
        QFETCH(double, seconds);
        FadesFixture bench;
        bench.commands.requestFadeOut(TrackIndex(track), seconds);
        QTEST(bench.refused.value(0), "reason");
        QVERIFY(bench.sent.isEmpty() && bench.commands.fades().isEmpty());
    }
};

int tst_fades(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestFades>(argc, argv);
}

#include "tst_fades.moc"
