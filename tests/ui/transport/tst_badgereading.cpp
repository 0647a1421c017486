// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/transport/badgereading.h"

#include <QTest>

using namespace clipdeck;

Q_DECLARE_METATYPE(clipdeck::BadgeReading)

class TestBadgeReading : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStateHasItsWord_data()
    {
        QTest::addColumn<ConnectionReport>("report");
        QTest::addColumn<bool>("demo");
        QTest::addColumn<QString>("says");
        const auto row
            = [](const char *name, ConnectionState state, qint64 age, bool demo, const char *says) {
                  QTest::newRow(name)
                      << ConnectionReport{state, age, -1, {}} << demo << QString::fromUtf8(says);
              };
        row("connected", ConnectionState::Connected, 41, false,
            "check|Connected|41 ms|Connection: connected");
        QTest::newRow("another client is told")
            << ConnectionReport{ConnectionState::Connected, 41, -1, {}, true} << false
            << QStringLiteral("warning|Updates elsewhere|41 ms|Connection: connected");
        row("demo", ConnectionState::Connected, 41, true, "demo|Demo|41 ms|Connection: demo");
        row("busy", ConnectionState::Busy, 2500, false,
            "warning|Live is busy|2 s|Connection: busy");
        row("no answer", ConnectionState::NoAnswer, 12'000, false,
            "cross|No answer|12 s|Connection: no answer");
        row("never answered", ConnectionState::NoAnswer, -1, false,
            "cross|No answer||Connection: no answer");
        row("a demo that fell silent", ConnectionState::NoAnswer, 3000, true,
            "cross|No answer|3 s|Connection: no answer");
        row("port taken", ConnectionState::PortTaken, -1, false,
            "cross|Port taken||Connection: port taken");
        row("host unknown", ConnectionState::HostUnknown, -1, false, "cross|Host unknown||");
        row("network", ConnectionState::NetworkError, -1, false, "cross|Network error||");
        row("starting", ConnectionState::Starting, -1, false, "waiting|Looking for Live||");
    }

    void everyStateHasItsWord()
    {
        QFETCH(ConnectionReport, report);
        QFETCH(bool, demo);
        QFETCH(QString, says);
        const BadgeReading badge = readBadge(report, demo);
        static const QStringList lamps{QStringLiteral("waiting"), QStringLiteral("check"),
            QStringLiteral("warning"), QStringLiteral("cross"), QStringLiteral("demo")};
        QStringList heard{lamps.at(static_cast<int>(badge.lamp)), badge.word, badge.age};
        if (says.count(QLatin1Char('|')) == 3 && !says.endsWith(QLatin1Char('|')))
            heard << badge.accessibleName;
        else
            heard << QString();
        QCOMPARE(heard.join(QLatin1Char('|')), says);
        QVERIFY(badge.accessibleName.startsWith(QLatin1String("Connection: ")));
    }

    void agesAreShort_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("never") << qint64(-1) << QString();
        QTest::newRow("at once") << qint64(0) << QStringLiteral("0 ms");
        QTest::newRow("below a second") << qint64(999) << QStringLiteral("999 ms");
        QTest::newRow("seconds") << qint64(12'400) << QStringLiteral("12 s");
        QTest::newRow("minutes") << qint64(185'000) << QStringLiteral("3 min");
    }

    void agesAreShort()
    {
        QFETCH(qint64, ms);
        QTEST(ageText(ms), "text");
    }
};

int tst_badgereading(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestBadgeReading>(argc, argv);
}

#include "tst_badgereading.moc"
