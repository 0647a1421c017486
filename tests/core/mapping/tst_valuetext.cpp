// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mapping/valuetext.h"
#include "tests/support/bandset.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

class tst_ValueText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbers_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("whole") << 3.0 << QStringLiteral("3");
        QTest::newRow("small") << 0.256 << QStringLiteral("0.26");
        QTest::newRow("tens") << 12.34 << QStringLiteral("12.3");
        QTest::newRow("hundreds") << 440.4 << QStringLiteral("440");
        QTest::newRow("round hundred") << 100.0 << QStringLiteral("100");
        QTest::newRow("negative") << -3.5 << QStringLiteral("−3.5");
        QTest::newRow("no negative zero") << -0.001 << QStringLiteral("0");
    }
    void numbers()
    {
        QFETCH(double, value);
        QTEST(numberText(value), "text");
    }

    void liveOwnStringComesFirst()
    {
        Parameter cutoff = parameterNamed(QStringLiteral("Cutoff"), 0.42);
        QCOMPARE(valueText(cutoff), QStringLiteral("0.42"));
        cutoff.valueString = QStringLiteral("-2.50 kHz");
        QCOMPARE(valueText(cutoff), QStringLiteral("-2.50 kHz"));
    }

    void volumes_data()
    {
        QTest::addColumn<double>("volume");
        QTest::addColumn<QString>("text");
        QTest::newRow("top") << 1.0 << QStringLiteral("6.0 dB");
        QTest::newRow("unity") << 0.85 << QStringLiteral("0.0 dB");
        QTest::newRow("a hair below unity") << 0.8499 << QStringLiteral("0.0 dB");
        QTest::newRow("straight") << 0.4 << QStringLiteral("−18.0 dB");
        QTest::newRow("bottom") << 0.0 << QStringLiteral("−∞ dB");
    }
    void volumes()
    {
        QFETCH(double, volume);
        QTEST(volumeText(volume), "text");
    }
};

int tst_valuetext(int argc, char *argv[])
{
    return clipdeck::runTestClass<tst_ValueText>(argc, argv);
}

#include "tst_valuetext.moc"
