// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/fade.h"
#include "core/live/levels.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

constexpr double full = 0.85; // 0 dB
constexpr qint64 tickMs = 100;
constexpr qint64 start = 1000;

/// A track in a Live that has taken every value by the next tick.
struct FadeFixture {
    explicit FadeFixture(Fade::Way way, qint64 durationMs = 1000)
        : fade(way, full, durationMs, start)
    {
        sight.volume = full;
        sight.isPlaying = way == Fade::Way::Out;
        sight.isQueued = way == Fade::Way::In;
    }
    /// What it did by `until` ms from the start: "-12.0", "stop", and how it ended.
    QString run(qint64 until)
    {
        QStringList out;
        for (; now <= start + until && !end;
             now += tickMs / 4) { // looked at more often than it may send
            const Fade::Step step = fade.advance(sight, now);
            if (step.volume) {
                out.append(decibelsText(decibelsOfVolume(*step.volume), 0));
                sight.volume = step.volume;
                written.append(now);
            }
            if (step.stops) {
                out.append(QStringLiteral("stop"));
                sight.isPlaying = stopsLate;
            }
            end = step.end;
        }
        return out.join(u' ');
    }

    Fade fade;
    Fade::Sight sight;
    qint64 now = start;
    QList<qint64> written;
    bool stopsLate = false;
    std::optional<Fade::End> end;
};

} // namespace

class TestFade : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void curve_data()
    {
        QTest::addColumn<double>("top");
        QTest::addColumn<double>("share");
        QTest::addColumn<QString>("decibels");
        const auto row = [](const char *name, double top, double share, const char *decibels) {
            QTest::newRow(name) << top << share << QString::fromUtf8(decibels);
        };
        row("the beginning", 0.85, 1.0, "0.0");
        row("beyond it", 0.85, 1.5, "0.0");
        row("a tenth down", 0.85, 0.9, "−7.0");
        row("half", 0.85, 0.5, "−35.0");
        row("nearly silent", 0.85, 0.1, "−63.0");
        row("the end", 0.85, 0.0, "−∞");
        row("beyond the end", 0.85, -0.5, "−∞");
        row("from the top of the scale", 1.0, 0.5, "−32.0");
        row("from far down", 0.4, 0.5, "−44.0");
        row("from silence", 0.0, 0.5, "−∞");
    }
    void curve()
    {
        QFETCH(double, top);
        QFETCH(double, share);
        QTEST(decibelsText(decibelsOfVolume(fadedVolume(top, share))), "decibels");
    }

    void outStopsAndPutsBack()
    {
        FadeFixture bench(Fade::Way::Out);
        QCOMPARE(
            bench.run(5000), QStringLiteral("−2 −9 −16 −23 −30 −37 −44 −51 −58 −65 −∞ stop 0"));
        QVERIFY(bench.end == Fade::End::Done);
    }

    void oneValueATickAtTheMost()
    {
        FadeFixture bench(Fade::Way::Out, 16'000);
        bench.run(15'000);
        for (int i = 1; i < bench.written.size(); ++i)
            QVERIFY(bench.written[i] - bench.written[i - 1] >= Fade::spacingMs);
    }

    void inWaitsForTheClip()
    {
        FadeFixture bench(Fade::Way::In);
        QCOMPARE(bench.run(2000), QStringLiteral("−∞"));
        bench.sight.isQueued = false;
        bench.sight.isPlaying = true;
        QCOMPARE(bench.run(5000), QStringLiteral("−68 −61 −54 −47 −40 −33 −26 −19 −12 −5 0"));
        QVERIFY(bench.end == Fade::End::Done);
    }

    void aClipThatDoesNotComeGivesTheVolumeBack()
    {
        FadeFixture bench(Fade::Way::In);
        bench.run(500);
        bench.sight.isQueued = false; // cancelled
        QCOMPARE(bench.run(1000), QStringLiteral("0"));
        QVERIFY(bench.end == Fade::End::Done);
    }

    void aSecondPressGoesBack()
    {
        FadeFixture bench(Fade::Way::Out);
        bench.run(400);
        bench.fade.turn(bench.now);
        const QString back = bench.run(5000);
        QVERIFY2(back.endsWith(QStringLiteral(" 0")), qPrintable(back));
        QVERIFY(!back.contains(QStringLiteral("stop")));
        QVERIFY(bench.now < start + 1000);

        FadeFixture in(Fade::Way::In);
        in.run(300);
        in.fade.turn(in.now); // it still waits
        in.sight.isQueued = false;
        QCOMPARE(in.run(1000), QStringLiteral("−∞ stop 0"));
    }

    void aHandOnTheFaderEndsIt()
    {
        FadeFixture bench(Fade::Way::Out);
        bench.run(400);
        bench.sight.wish = 0.6;
        QCOMPARE(bench.run(5000), QString());
        QVERIFY(bench.end == Fade::End::Hand);
    }

    void aHandInLiveIsNotOvertaken()
    {
        FadeFixture bench(Fade::Way::Out);
        bench.run(400);
        bench.sight.wish = bench.sight.volume; // ours, on its way
        bench.sight.volume = 0.4;
        QCOMPARE(bench.run(5000), QStringLiteral("−18"));
        QVERIFY(bench.end == Fade::End::Hand);
    }

    void whatWasOnItsWayBeforeIsNoHand()
    {
        FadeFixture bench(Fade::Way::Out);
        bench.sight.volume = 0.3; // a drag just ended at `full`, and Live has not shown it yet
        bench.run(0);
        QVERIFY(!bench.end);
    }

    void aTrackThatIsStoppedMeanwhileHasItsVolumeBack()
    {
        FadeFixture bench(Fade::Way::Out);
        bench.run(400);
        bench.sight.isPlaying = false;
        QCOMPARE(bench.run(5000), QStringLiteral("0"));
    }

    void aTrackThatDoesNotStopStaysDown()
    {
        FadeFixture bench(Fade::Way::Out);
        bench.stopsLate = true;
        const QString all = bench.run(10'000);
        QVERIFY2(all.endsWith(QStringLiteral("−∞ stop")), qPrintable(all));
        QVERIFY(bench.end == Fade::End::Unstopped);
    }

    void whileLiveCanNotBeToldNothingIsWritten()
    {
        FadeFixture bench(Fade::Way::Out);
        bench.run(400);
        bench.sight.canTell = false;
        QCOMPARE(bench.run(800), QString());
        bench.sight.canTell = true;
        const QString rest = bench.run(5000); // it is where it would have been
        QVERIFY2(rest.startsWith(QStringLiteral("−58")), qPrintable(rest));
    }

    void whenLiveIsBackTheVolumeIsPutBack()
    {
        FadeFixture bench(Fade::Way::Out);
        bench.run(400);
        bench.sight.isGone = true;
        QCOMPARE(bench.run(9000), QString());
        bench.sight.isGone = false;
        QCOMPARE(bench.run(10'000), QStringLiteral("0"));
        QVERIFY(bench.end == Fade::End::Done);

        FadeFixture other(Fade::Way::Out);
        other.run(400);
        other.sight.isGone = true;
        other.run(600);
        other.sight.isGone = false;
        other.sight.volume = 0.47; // another set, or a hand
        QCOMPARE(other.run(2000), QString());
        QVERIFY(other.end == Fade::End::Hand);
    }
};

int tst_fade(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestFade>(argc, argv);
}

#include "tst_fade.moc"
