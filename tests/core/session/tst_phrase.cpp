// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/lastphrase.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

class TestPhrase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lastBars_data();
    void lastBars();
    void startsWithThePhrase_data();
    void startsWithThePhrase();
};

void TestPhrase::lastBars_data()
{
    QTest::addColumn<double>("loopStart");
    QTest::addColumn<int>("beatsABar");
    QTest::addColumn<double>("position");
    QTest::addColumn<int>("bars");
    QTest::addColumn<QString>("phrase");
    QTest::newRow("two of four") << 0.0 << 4 << 16.0 << 2 << "8 to 16";
    QTest::newRow("the hand is late") << 0.0 << 4 << 17.9 << 2 << "8 to 16";
    QTest::newRow("the hand is early") << 0.0 << 4 << 14.1 << 2 << "8 to 16";
    QTest::newRow("less was played") << 0.0 << 4 << 8.0 << 4 << "0 to 8";
    QTest::newRow("a loop that begins later") << 6.0 << 4 << 15.0 << 1 << "10 to 14";
    QTest::newRow("three beats a bar") << 0.0 << 3 << 9.2 << 2 << "3 to 9";
    QTest::newRow("not half a bar") << 0.0 << 4 << 1.9 << 1 << "nothing";
}

void TestPhrase::lastBars()
{
    QFETCH(double, loopStart);
    QFETCH(int, beatsABar);
    QFETCH(double, position);
    QFETCH(int, bars);
    Clip clip;
    clip.loopStart = {loopStart};
    clip.loopEnd = {64};
    clip.signatureNumerator = beatsABar;
    const std::optional<Phrase> phrase = lastPhrase(clip, {position}, bars);
    QTEST(phrase ? QStringLiteral("%1 to %2").arg(phrase->start.value).arg(phrase->end.value)
                 : QStringLiteral("nothing"),
        "phrase");
}

void TestPhrase::startsWithThePhrase_data()
{
    QTest::addColumn<double>("length");
    QTest::addColumn<double>("position");
    QTest::addColumn<double>("song");
    QTest::addColumn<double>("line");
    QTest::addColumn<double>("start");
    const auto row
        = [](const char *name, double length, double position, double song, double line,
              double start) { QTest::newRow(name) << length << position << song << line << start; };
    row("from the beginning of a phrase", 16, 1, 33, 4, 0);
    row("a bar late", 16, 0, 36, 4, 12);
    row("a bar early", 16, 0, 28, 4, 4);
    row("read a little late", 16, 0.9, 37.1, 4, 12);
    row("read a little early", 16, 1.1, 36.9, 4, 12);
    row("it has gone round already", 16, 3, 55, 4, 12);
    row("a beat late", 4, 0, 5, 1, 3);
    row("three beats", 3, 1, 5, 1, 2);
}

void TestPhrase::startsWithThePhrase()
{
    QFETCH(double, length);
    QFETCH(double, position);
    QFETCH(double, song);
    QFETCH(double, line);
    Clip clip;
    clip.loopStart = {8}; // positions are in the clip's own time
    clip.loopEnd = {8 + length};
    QTEST(phraseStart(clip, {8 + position}, {song}, {line}).value - 8, "start");
}

int tst_phrase(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestPhrase>(argc, argv);
}

#include "tst_phrase.moc"
