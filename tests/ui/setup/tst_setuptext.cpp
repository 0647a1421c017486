// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine.h"
#include "tests/support/testclass.h"
#include "ui/setup/setuptext.h"

#include <QTest>

using namespace clipdeck;

class TestSetupText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyObstacleHasItsNextStep_data()
    {
        QTest::addColumn<ConnectionState>("state");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("sentence"); // A part of it
        QTest::addColumn<QString>("step"); // A part of one
        QTest::newRow("no answer")
            << ConnectionState::NoAnswer << QStringLiteral("Live does not answer")
            << QStringLiteral("studio, port 12000")
            << QStringLiteral("AbletonOSC as a Control Surface");
        QTest::newRow("port taken")
            << ConnectionState::PortTaken << QStringLiteral("The reply port is taken")
            << QStringLiteral("12001") << QStringLiteral("Close the other program");
        QTest::newRow("host unknown")
            << ConnectionState::HostUnknown << QStringLiteral("No machine is called “studio”")
            << QStringLiteral("can't be found") << QStringLiteral("192.168.1.20");
        QTest::newRow("network") << ConnectionState::NetworkError
                                 << QStringLiteral("The network does not let Clipdeck through")
                                 << QStringLiteral("studio, port 12000")
                                 << QStringLiteral("firewall");
    }

    void everyObstacleHasItsNextStep()
    {
        QFETCH(ConnectionState, state);
        QFETCH(QString, sentence);
        QFETCH(QString, step);
        EngineSettings settings;
        settings.host = QStringLiteral("studio");
        settings.port = 12000;
        settings.replyPort = 12001;
        QVERIFY(needsSetupPage(state));
        const SetupText text = setupText({state, -1, -1, {}}, settings);
        QTEST(text.title, "title");
        QVERIFY2(text.sentence.contains(sentence), qPrintable(text.sentence));
        QVERIFY2(text.steps.join(QLatin1Char('\n')).contains(step),
            qPrintable(text.steps.join(QLatin1Char('\n'))));
    }

    void whatTheConnectionFoundOutGoesBeforeTheUsualReason()
    {
        const QString found = QStringLiteral("Port 11001 is held by “other program”.");
        const ConnectionReport report{ConnectionState::PortTaken, -1, -1, found};
        QCOMPARE(setupText(report, {}).sentence, found);
    }

    void allWellNeedsNoPage()
    {
        for (ConnectionState state :
            {ConnectionState::Starting, ConnectionState::Connected, ConnectionState::Busy}) {
            QVERIFY(!needsSetupPage(state));
            QCOMPARE(setupText({state, 10, 10, {}}, {}), SetupText());
        }
    }
};

int tst_setuptext(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSetupText>(argc, argv);
}

#include "tst_setuptext.moc"
