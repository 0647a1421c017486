// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/shell/options.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace clipdeck;

class TestOptions : public QObject {
    Q_OBJECT

    static ParsedOptions parse(const char *line)
    {
        return parseOptions(QStringList{QStringLiteral("clipdeck")}
            + QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }

private Q_SLOTS:
    void goodLines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("read"); // demo host port reply bind config screenshot after
        QTest::newRow("nothing") << ""
                                 << "- - - - - - - -";
        QTest::newRow("demo") << "--demo"
                              << "demo - - - - - - -";
        QTest::newRow("where Live is")
            << "--host studio --port 12000 --reply-port 12001 --bind 0.0.0.0"
            << "- studio 12000 12001 0.0.0.0 - - -";
        QTest::newRow("screenshot") << "--demo --config /tmp/c --screenshot a.png --after 1.5"
                                    << "demo - - - - /tmp/c a.png 1.5";
        QTest::newRow("a demo may have its ports") << "--demo --port 12000"
                                                   << "demo - 12000 - - - - -";
    }

    void goodLines()
    {
        QFETCH(QString, line);
        const ParsedOptions parsed = parse(line.toUtf8().constData());
        QVERIFY2(parsed.options, qPrintable(parsed.text));
        const Options &o = *parsed.options;
        const auto text = [](const QString &s) { return s.isEmpty() ? QStringLiteral("-") : s; };
        const auto number = [](auto n) { return n ? QString::number(*n) : QStringLiteral("-"); };
        const QStringList read{o.demo ? QStringLiteral("demo") : QStringLiteral("-"),
            o.host.value_or(QStringLiteral("-")), number(o.port), number(o.replyPort),
            text(o.bindAddress.toString()), text(o.configDirectory), text(o.screenshotFile),
            number(o.afterSeconds)};
        QTEST(read.join(QLatin1Char(' ')), "read");
    }

    void aDemoMayHaveItsSet()
    {
        const ParsedOptions parsed = parse("--demo My/Set.ALS --port 12000");
        QVERIFY2(parsed.options, qPrintable(parsed.text));
        QCOMPARE(parsed.options->demoSet, QStringLiteral("My/Set.ALS"));
        QVERIFY(parse("--demo").options->demoSet.isEmpty());
    }

    void badLines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown") << "--nonsense"
                                 << "nonsense";
        QTest::newRow("a stray word") << "hello"
                                      << "hello";
        QTest::newRow("port 0") << "--port 0"
                                << "1 to 65535";
        QTest::newRow("port too high") << "--reply-port 70000"
                                       << "1 to 65535";
        QTest::newRow("port in words") << "--port eleven"
                                       << "1 to 65535";
        QTest::newRow("no value") << "--host"
                                  << "host";
        QTest::newRow("bind to a name") << "--bind localhost"
                                        << "--bind";
        QTest::newRow("two sets") << "--demo my.als your.als"
                                  << "your.als";
        QTest::newRow("a set without a demo") << "my.als"
                                              << "my.als";
        QTest::newRow("hub") << "--hub 11010"
                             << "later";
        QTest::newRow("demo elsewhere") << "--demo --host studio"
                                        << "--demo";
        QTest::newRow("after without screenshot") << "--after 2"
                                                  << "--screenshot";
        QTest::newRow("after in words") << "--screenshot a.png --after soon"
                                        << "--after";
        QTest::newRow("after below nothing") << "--screenshot a.png --after=-1"
                                             << "--after";
    }

    void badLines()
    {
        QFETCH(QString, line);
        QFETCH(QString, says);
        const ParsedOptions parsed = parse(line.toUtf8().constData());
        QVERIFY(!parsed.options);
        QCOMPARE(parsed.exitStatus, 2);
        QVERIFY2(parsed.text.contains(says), qPrintable(parsed.text));
        QVERIFY(parsed.text.endsWith(QLatin1Char('\n')));
    }

    void helpAndVersionEndWell()
    {
        QCOMPARE(parse("--help").exitStatus, 0);
        QVERIFY(parse("--help").text.contains(QLatin1String("--screenshot")));
        QCOMPARE(parse("--version").exitStatus, 0);
        QVERIFY(parse("--version").text.startsWith(QLatin1String("clipdeck ")));
    }

    void theManualHasEveryOption()
    {
        QFile page(
            qEnvironmentVariable("CLIPDECK_SOURCE") + QStringLiteral("/packaging/man/clipdeck.1"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString manual
            = QString::fromUtf8(page.readAll()).replace(QLatin1String("\\-"), QLatin1String("-"));
        const QString help = parse("--help").text;
        static const QRegularExpression option(QStringLiteral("--[a-z][a-z-]+"));
        int count = 0;
        for (auto it = option.globalMatch(help); it.hasNext(); ++count) {
            const QString word = it.next().captured();
            const bool isOurs = word != QLatin1String("--help-all"); // else Qt's own
            QVERIFY2(!isOurs || manual.contains(QStringLiteral("\\fB%1\\fR").arg(word)),
                qPrintable(word));
        }
        QVERIFY(count > 8);
    }
};

int tst_options(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestOptions>(argc, argv);
}

#include "tst_options.moc"
