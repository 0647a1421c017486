// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/midi/portchoice.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

class tst_PortChoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void choosing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("error");
        const auto found = [](const char *text, int index) {
            QTest::newRow(text) << QString::fromLatin1(text) << index << QString();
        };
        found("0", 0);
        found(" 2 ", 2);
        found("Launchpad Mini 24:0", 1);
        found("launchpad", 1);
        found("iac bus 1", 2);
        found("24", 1); // no position, but part of one name
        found("Twin", 4);
        QTest::newRow("several")
            << QStringLiteral("bus") << -1
            << QStringLiteral("“bus” could be “IAC Bus 1”, “IAC Bus 10”: say more of the name.");
        QTest::newRow("none")
            << QStringLiteral("Push") << -1
            << QStringLiteral("There is no MIDI port “Push”. There are: “Midi Through 14:0”, "
                              "“Launchpad Mini 24:0”, “IAC Bus 1”, “IAC Bus 10”, “Twin”, “Twin”.");
        QTest::newRow("empty") << QString() << -1 << QStringLiteral("No MIDI port was named.");
    }
    void choosing()
    {
        QFETCH(QString, text);
        const QStringList names{QStringLiteral("Midi Through 14:0"),
            QStringLiteral("Launchpad Mini 24:0"), QStringLiteral("IAC Bus 1"),
            QStringLiteral("IAC Bus 10"), QStringLiteral("Twin"), QStringLiteral("Twin")};
        const PortChoice choice = choosePort(names, text);
        QTEST(choice.error, "error");
        QTEST(choice.index, "index");
    }

    void withoutAnyPort()
    {
        QCOMPARE(choosePort({}, QStringLiteral("Push")).error,
            QStringLiteral("There is no MIDI port “Push”: there are none at all."));
    }

    void rememberedNameSurvivesNewAlsaNumbers()
    {
        const QStringList names{
            QStringLiteral("Midi Through:Port-0 14:0"), QStringLiteral("Launchpad:MIDI 1 28:0")};
        QCOMPARE(findRemembered(names, QStringLiteral("Launchpad:MIDI 1 24:0")), 1);
        QCOMPARE(findRemembered(names, QStringLiteral("Midi Through:Port-0 14:0")), 0);
        QCOMPARE(findRemembered(names, QStringLiteral("Launchpad:MIDI 2 24:0")), -1);
    }
};

int tst_portchoice(int argc, char *argv[])
{
    return clipdeck::runTestClass<tst_PortChoice>(argc, argv);
}

#include "tst_portchoice.moc"
