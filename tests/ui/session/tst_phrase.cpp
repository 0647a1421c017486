// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/phrase.h"

#include <QTest>

using namespace clipdeck;

class TestPhrase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lastBars_data();
    void lastBars();
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
    clip.loopStart = loopStart;
    clip.loopEnd = 64;
    clip.signatureNumerator = beatsABar;
    const std::optional<Phrase> phrase = lastPhrase(clip, position, bars);
    QTEST(phrase ? QStringLiteral("%1 to %2").arg(phrase->start).arg(phrase->end)
                 : QStringLiteral("nothing"),
        "phrase");
}

QTEST_GUILESS_MAIN(TestPhrase)
#include "tst_phrase.moc"
