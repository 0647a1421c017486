// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/oscarguments.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

class TestOscArguments : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wordsBecomeArguments_data();
    void wordsBecomeArguments();
    void whatDoesNotFitIsRefused_data();
    void whatDoesNotFitIsRefused();
};

void TestOscArguments::wordsBecomeArguments_data()
{
    QTest::addColumn<OscArgument>("argument");
    const auto row
        = [](const char *word, OscArgument argument) { QTest::newRow(word) << argument; };
    row("12", qint32(12));
    row("-1", qint32(-1));
    row("0.5", 0.5F);
    row("true", true);
    row("Bass", QStringLiteral("Bass"));
    row("s:12", QStringLiteral("12"));
    row("f:12", 12.0F);
    row("i:7", qint32(7));
    row("b:1", true);
    // A clip may have that name.
    row("nan", QStringLiteral("nan"));
    row("inf", QStringLiteral("inf"));
    row("s:nan", QStringLiteral("nan"));
}

void TestOscArguments::wordsBecomeArguments()
{
    QFETCH(OscArgument, argument);
    QCOMPARE(argumentFrom(QLatin1String(QTest::currentDataTag())), std::optional(argument));
}

void TestOscArguments::whatDoesNotFitIsRefused_data()
{
    QTest::addColumn<QString>("word");
    for (const char *word : {"f:nan", "f:inf", "f:-inf", "f:1e39", "f:x", "i:1.5", "i:nan", "b:2"})
        QTest::newRow(word) << QString::fromLatin1(word);
}

void TestOscArguments::whatDoesNotFitIsRefused()
{
    QFETCH(QString, word);
    QVERIFY(!argumentFrom(word));
}

int tst_oscarguments(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestOscArguments>(argc, argv);
}

#include "tst_oscarguments.moc"
