// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/levels.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace clipdeck;

namespace {

constexpr double silence = -std::numeric_limits<double>::infinity();

}

class TestLevels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publishedPoints_data()
    {
        QTest::addColumn<double>("volume");
        QTest::addColumn<double>("decibels");
        QTest::newRow("top") << 1.0 << 6.0;
        QTest::newRow("unity") << 0.85 << 0.0;
        QTest::newRow("-6") << 0.7 << -6.0;
        QTest::newRow("-12") << 0.55 << -12.0;
        QTest::newRow("end of the straight") << 0.4 << -18.0;
        QTest::newRow("curve") << 0.25 << -28.8;
        QTest::newRow("bottom") << 0.0 << silence;
    }
    void publishedPoints()
    {
        QFETCH(double, volume);
        QFETCH(double, decibels);
        if (std::isinf(decibels))
            QVERIFY(std::isinf(decibelsOfVolume(volume)));
        else
            QVERIFY2(std::abs(decibelsOfVolume(volume) - decibels) < 0.05,
                qPrintable(QString::number(decibelsOfVolume(volume))));
        QVERIFY(std::abs(volumeOfDecibels(decibels) - volume) < 0.002);
    }

    void theLawHasNoStepsAndGoesBothWays()
    {
        for (const double joint : {0.15, 0.4})
            QVERIFY(std::abs(decibelsOfVolume(joint) - decibelsOfVolume(joint - 1e-9)) < 0.05);
        for (double volume = 0.01; volume <= 1.0; volume += 0.01) {
            QVERIFY(decibelsOfVolume(volume) > decibelsOfVolume(volume - 0.01));
            QVERIFY2(std::abs(volumeOfDecibels(decibelsOfVolume(volume)) - volume) < 0.001,
                qPrintable(QString::number(volume)));
        }
        QCOMPARE(volumeOfDecibels(20.0), 1.0);
        QCOMPARE(volumeOfDecibels(silence), 0.0);
        QCOMPARE(volumeOfDecibels(-70.0), 0.0);
        QCOMPARE(volumeOfDecibels(std::nan("")), 0.0);
    }

    void aSendEndsAtZero()
    {
        QCOMPARE(decibelsOfSend(1.0), 0.0);
        QVERIFY(std::abs(decibelsOfSend(0.85) + 6.0) < 1e-9);
        QCOMPARE(sendOfDecibels(0.0), 1.0);
        QVERIFY(std::isinf(decibelsOfSend(0.0)));
    }

    void metersAsLiveShowsThem_data()
    {
        QTest::addColumn<double>("meter");
        QTest::addColumn<double>("decibels");
        QTest::newRow("a") << 0.600 << -24.4;
        QTest::newRow("b") << 0.631 << -22.0;
        QTest::newRow("c") << 0.842 << -6.0;
        QTest::newRow("full scale") << 0.921 << 0.0;
    }
    void metersAsLiveShowsThem()
    {
        QFETCH(double, meter);
        QFETCH(double, decibels);
        QVERIFY(std::abs(decibelsOfMeter(meter) - decibels) < 0.06);
    }

    void written_data()
    {
        QTest::addColumn<double>("decibels");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("text");
        QTest::newRow("minus") << -2.04 << 1 << QStringLiteral("−2.0");
        QTest::newRow("no minus zero") << -0.04 << 1 << QStringLiteral("0.0");
        QTest::newRow("above") << 6.0 << 1 << QStringLiteral("6.0");
        QTest::newRow("whole") << -15.6 << 0 << QStringLiteral("−16");
        QTest::newRow("silence") << silence << 1 << QStringLiteral("−∞");
        QTest::newRow("below all") << -70.0 << 1 << QStringLiteral("−∞");
    }
    void written()
    {
        QFETCH(double, decibels);
        QFETCH(int, decimals);
        QTEST(decibelsText(decibels, decimals), "text");
    }

    void typed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QVariant>("decibels");
        const auto row = [](const char *text, QVariant value) {
            QTest::newRow(text) << QString::fromUtf8(text) << value;
        };
        row("-6", -6.0);
        row("-6 dB", -6.0);
        row("−6.5dB", -6.5);
        row("+3", 3.0);
        row("-2,5 DB", -2.5);
        row("0", 0.0);
        row("-inf", silence);
        row("−∞ dB", silence);
        row("", {});
        row("dB", {});
        row("loud", {});
        row("nan", {});
        row("1e999", {});
    }
    void typed()
    {
        QFETCH(QString, text);
        QFETCH(QVariant, decibels);
        const std::optional<double> got = decibelsTyped(text);
        QCOMPARE(got ? QVariant(*got) : QVariant(), decibels);
    }

    void pans_data()
    {
        QTest::addColumn<double>("panning");
        QTest::addColumn<QString>("text");
        QTest::newRow("centre") << 0.0 << QStringLiteral("C");
        QTest::newRow("nearly") << -0.009 << QStringLiteral("C");
        QTest::newRow("left") << -0.28 << QStringLiteral("14L");
        QTest::newRow("right end") << 1.0 << QStringLiteral("50R");
    }
    void pans()
    {
        QFETCH(double, panning);
        QTEST(panText(panning), "text");
    }

    void pansTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QVariant>("panning");
        const auto row = [](const char *text, QVariant value) {
            QTest::newRow(text) << QString::fromUtf8(text) << value;
        };
        row("c", 0.0);
        row("0", 0.0);
        row("14L", -0.28);
        row("r 25", 0.5);
        row("-25", -0.5);
        row("99R", 1.0);
        row("L14R", {});
        row("left", {});
        row("", {});
    }
    void pansTyped()
    {
        QFETCH(QString, text);
        QFETCH(QVariant, panning);
        const std::optional<double> got = panTyped(text);
        QCOMPARE(got ? QVariant(*got) : QVariant(), panning);
    }
};

int tst_levels(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestLevels>(argc, argv);
}

#include "tst_levels.moc"
