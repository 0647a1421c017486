// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/levels.h"
#include "tests/support/testclass.h"
#include "ui/mixer/levelgrip.h"

#include <QTest>

#include <cmath>

using namespace clipdeck;

namespace {

QString volumeText(double volume)
{
    return decibelsText(decibelsOfVolume(volume));
}

} // namespace

class TestLevelGrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void volumeSteps_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("step");
        QTest::addColumn<bool>("fine");
        QTest::addColumn<QString>("to");
        const auto row
            = [](const char *name, const char *from, LevelStep step, bool fine, const char *to) {
                  QTest::newRow(name) << QString::fromUtf8(from) << static_cast<int>(step) << fine
                                      << QString::fromUtf8(to);
              };
        row("one decibel up", "-3", LevelStep::Up, false, "−2.0");
        row("one decibel down in the curve", "-30", LevelStep::Down, false, "−31.0");
        row("a tenth", "-3", LevelStep::Up, true, "−2.9");
        row("a page", "-3", LevelStep::PageDown, false, "−9.0");
        row("no higher than the top", "5.5", LevelStep::Up, false, "6.0");
        row("from silence", "-inf", LevelStep::Up, false, "−69.0");
        row("to silence", "-69", LevelStep::Down, false, "−∞");
        row("home is 0 dB", "-20", LevelStep::Home, false, "0.0");
        row("least", "-20", LevelStep::Least, false, "−∞");
        row("most", "-20", LevelStep::Most, false, "6.0");
    }
    void volumeSteps()
    {
        QFETCH(QString, from);
        QFETCH(int, step);
        QFETCH(bool, fine);
        const double before = *typedLevel(StripControl::Volume, from);
        const double after
            = stepped(StripControl::Volume, before, static_cast<LevelStep>(step), fine);
        QTEST(volumeText(after), "to");
    }

    void otherSteps()
    {
        QCOMPARE(
            panText(stepped(StripControl::Pan, 0.0, LevelStep::Up, false)), QStringLiteral("1R"));
        QCOMPARE(panText(stepped(StripControl::Pan, -0.9, LevelStep::PageDown, false)),
            QStringLiteral("50L"));
        QCOMPARE(stepped(StripControl::Pan, 0.4, LevelStep::Home, false), 0.0);
        QCOMPARE(stepped(StripControl::Send, 0.4, LevelStep::Home, false), 0.0);
        const double send = stepped(StripControl::Send, 1.0, LevelStep::Down, false);
        QCOMPARE(decibelsText(decibelsOfSend(send)), QStringLiteral("−1.0"));
    }

    void typed()
    {
        QCOMPARE(*typedLevel(StripControl::Volume, QStringLiteral("0 dB")), 0.85);
        QCOMPARE(*typedLevel(StripControl::Volume, QStringLiteral("+40")), 1.0);
        QCOMPARE(*typedLevel(StripControl::Send, QStringLiteral("0")), 1.0);
        QCOMPARE(*typedLevel(StripControl::Send, QStringLiteral("-inf")), 0.0);
        QCOMPARE(*typedLevel(StripControl::Pan, QStringLiteral("25L")), -0.5);
        QVERIFY(!typedLevel(StripControl::Volume, QStringLiteral("25L")));
    }

    void aTapMovesNothing()
    {
        LevelGrip grip({StripControl::Volume, 0}, 0.5, {10, 50}, 80);
        QVERIFY(!grip.moveTo({11, 52}, false));
        QVERIFY(!grip.hasMoved());
    }

    void dragsAreRelativeAndShiftIsFine()
    {
        LevelGrip grip({StripControl::Volume, 0}, 0.5, {10, 50}, 100);
        const double first = *grip.moveTo({10, 37}, false); // 13 px, 3 of them to become a drag
        QVERIFY(std::abs(first - 0.6) < 1e-9);
        QVERIFY(std::abs(*grip.moveTo({90, 27}, true) - 0.61) < 1e-9); // sideways does not count
        QCOMPARE(*grip.moveTo({10, -500}, false), 1.0);
        QVERIFY(!grip.moveTo({10, -501}, false));
        QCOMPARE(grip.start(), 0.5);
    }

    void panGoesSideways()
    {
        LevelGrip grip({StripControl::Pan, 0}, 0.0, {0, 0}, 100);
        QVERIFY(!grip.moveTo({0, 40}, false));
        QVERIFY(*grip.moveTo({18, 40}, false) > 0.0);
        QCOMPARE(*grip.moveTo({-500, 40}, false), -1.0);
    }
};

int tst_levelgrip(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestLevelGrip>(argc, argv);
}

#include "tst_levelgrip.moc"
