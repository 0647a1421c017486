// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/cliprules.h"
#include "core/sim/live/error.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;
using namespace clipdeck::sim;
using namespace Qt::StringLiterals;

namespace {

/// "loop 0..4 markers 0..4 shown 0..4", where shown is what loop_start and loop_end answer.
QString text(const Clip &clip)
{
    const auto span
        = [](const Span &each) { return QString(u"%1..%2"_s).arg(each.start).arg(each.end); };
    return QString(u"loop %1 markers %2 shown %3"_s)
        .arg(span(clip.loop), span(clip.markers), span(clip.bounds()));
}

void write(Clip &clip, const QString &property, double value)
{
    if (property == "loop_start"_L1)
        setLoopStart(clip, value);
    else if (property == "loop_end"_L1)
        setLoopEnd(clip, value);
    else if (property == "position"_L1)
        setPosition(clip, value);
    else if (property == "start_marker"_L1)
        setStartMarker(clip, value);
    else if (property == "end_marker"_L1)
        setEndMarker(clip, value);
    else
        setLooping(clip, value != 0.0);
}

} // namespace

class TestSimClipRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writes_data();
    void writes();
    void anEndMarkerWrittenWithoutLoopIsKeptApart();
    void unwarpedClipsDoNotLoop();
    void aNoteCutsTheOneBeforeItShort();
    void duplicatingTheLoopDoublesItsNotes();
};

void TestSimClipRules::writes_data()
{
    QTest::addColumn<bool>("looping");
    QTest::addColumn<QString>("property");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("result"); // of a clip with loop 1..3 and markers 0..4
    const auto row = [](const char *name, bool looping, const char *property, double value,
                         const char *result) {
        QTest::newRow(name) << looping << QString::fromLatin1(property) << value
                            << QString::fromUtf8(result);
    };
    row("loop end", true, "loop_end", 8, "loop 1..8 markers 0..4 shown 1..8");
    row("loop end at its start", true, "loop_end", 1, "Cannot set LoopEnd before LoopStart");
    row("loop start behind its end", true, "loop_start", 3.5,
        "Cannot set LoopStart behind LoopEnd");
    row("start marker", true, "start_marker", 2, "loop 1..3 markers 2..4 shown 1..3");
    row("start marker behind the end marker", true, "start_marker", 4,
        "Cannot set StartMarker behind EndMarker");
    row("end marker before the start marker", true, "end_marker", 0,
        "Cannot set EndMarker before StartMarker");
    row("position moves the loop", true, "position", 2, "loop 2..4 markers 0..4 shown 2..4");
    row("position beyond the end marker takes it along", true, "position", 6,
        "loop 6..8 markers 0..8 shown 6..8");
    row("position before the start marker takes it along", true, "position", -4,
        "loop -4..-2 markers -4..4 shown -4..-2");
    row("without loop the bounds are the markers", false, "loop_end", 6,
        "loop 1..3 markers 0..6 shown 0..6");
    row("without loop, end before start", false, "loop_end", 0,
        "Cannot set LoopEnd before LoopStart");
    row("without loop the start marker is ignored", false, "start_marker", 2,
        "loop 1..3 markers 0..4 shown 0..4");
    row("without loop position moves the markers", false, "position", 2,
        "loop 1..3 markers 2..6 shown 2..6");
    row("looping on shows the brace again", false, "looping", 1,
        "loop 1..3 markers 0..4 shown 1..3");
}

void TestSimClipRules::writes()
{
    QFETCH(const bool, looping);
    QFETCH(const QString, property);
    QFETCH(const double, value);
    QFETCH(const QString, result);
    Clip clip;
    clip.looping = looping;
    clip.loop = {1.0, 3.0};
    clip.markers = {0.0, 4.0};
    const QString before = text(clip);
    try {
        write(clip, property, value);
        QCOMPARE(text(clip), result);
    } catch (const Error &error) {
        QCOMPARE(error.text(), result);
        QCOMPARE(text(clip), before);
    }
}

void TestSimClipRules::anEndMarkerWrittenWithoutLoopIsKeptApart()
{
    Clip clip;
    clip.looping = false;
    setEndMarker(clip, 9.0);
    QCOMPARE(clip.writtenEndMarker, std::optional<double>(9.0));
    QCOMPARE(clip.markers.end, 4.0);
    setLooping(clip, true);
    QVERIFY(!clip.writtenEndMarker);
}

void TestSimClipRules::unwarpedClipsDoNotLoop()
{
    Clip clip;
    clip.midi = clip.warping = clip.looping = false;
    QVERIFY_THROWS_EXCEPTION(Error, setLooping(clip, true));
}

void TestSimClipRules::aNoteCutsTheOneBeforeItShort()
{
    Clip clip;
    addNote(clip, {60, 0.0, 2.0, 100.0, false});
    addNote(clip, {60, 1.0, 1.0, 90.0, false});
    addNote(clip, {60, 1.0, 0.5, 80.0, false}); // the same start: in its place
    QCOMPARE(clip.notes.size(), std::size_t{2});
    QCOMPARE(clip.notes[0].duration, 1.0);
    QCOMPARE(clip.notes[1].velocity, 80.0);
    QCOMPARE(clip.notes[0].id, 1);
    QCOMPARE(clip.notes[1].id, 3); // every note gets a number of its own
    removeNotesWithin(clip.notes, 0, 128, 0.5, 4.0); // by their starts
    QCOMPARE(clip.notes.size(), std::size_t{1});
}

void TestSimClipRules::duplicatingTheLoopDoublesItsNotes()
{
    Clip clip;
    clip.loop = clip.markers = {0.0, 4.0};
    addNote(clip, {60, 1.0, 0.5, 100.0, false});
    clip.notes = loopedTwice(clip);
    doubleLoop(clip);
    QCOMPARE(clip.loop.end, 8.0);
    QCOMPARE(clip.markers.end, 8.0);
    QCOMPARE(notesWithin(clip.notes, 60, 1, 5.0, 0.1).size(), std::size_t{1});
}

int tst_simcliprules(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSimClipRules>(argc, argv);
}

#include "tst_simcliprules.moc"
