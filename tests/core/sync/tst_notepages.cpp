// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readers/notepages.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

/// A clip whose notes are read with answers of at most `most` notes.
struct Asked {
    std::vector<Note> got;
    int questions = 0;
    bool gaveUp = false;
};

Asked readAll(const std::vector<Note> &notes, std::size_t most, double start, double end)
{
    NotePages pages(start, end);
    Asked out;
    while (const std::optional<NoteSpan> span = pages.next()) {
        ++out.questions;
        std::vector<Note> answer;
        for (const Note &note : notes) {
            if (note.start >= span->start && note.start < span->start + span->length
                && note.pitch >= span->pitch && note.pitch < span->pitch + span->pitches)
                answer.push_back(note);
        }
        if (answer.size() <= most)
            pages.take(answer);
        else if (!pages.refuse()) {
            out.gaveUp = true;
            break;
        }
    }
    out.got = pages.notes();
    return out;
}

/// `perBeat` notes on each beat, one above the other from pitch 0 on.
std::vector<Note> chords(int beats, int perBeat)
{
    std::vector<Note> out;
    for (int beat = 0; beat < beats; ++beat) {
        for (int i = 0; i < perBeat; ++i)
            out.push_back({i, double(beat), 1.0, 100.0, false});
    }
    return out;
}

} // namespace

class TestNotePages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyNoteIsReadOnce_data();
    void everyNoteIsReadOnce();
    void whatIsRefusedForAnotherReasonIsGivenUp();
    void theFirstHalvesAreOfTheContent();
};

void TestNotePages::everyNoteIsReadOnce_data()
{
    QTest::addColumn<int>("beats");
    QTest::addColumn<int>("perBeat");
    QTest::addColumn<int>("most"); // notes in one answer
    QTest::addColumn<int>("questions"); // at most
    QTest::newRow("no note") << 0 << 0 << 437 << 1;
    QTest::newRow("one answer holds them") << 64 << 4 << 437 << 1;
    QTest::newRow("halved once") << 64 << 8 << 437 << 5;
    QTest::newRow("many pages") << 1024 << 4 << 437 << 40;
    QTest::newRow("a wall of notes at one beat") << 1 << 128 << 50 << 40;
}

void TestNotePages::everyNoteIsReadOnce()
{
    QFETCH(int, beats);
    QFETCH(int, perBeat);
    QFETCH(int, most);
    QFETCH(int, questions);
    const std::vector<Note> notes = chords(beats, perBeat);
    const Asked asked = readAll(notes, static_cast<std::size_t>(most), 0.0, beats);
    QVERIFY(!asked.gaveUp);
    QVERIFY2(asked.questions <= questions, QByteArray::number(asked.questions).constData());
    QCOMPARE(asked.got.size(), notes.size());
    QVERIFY(asked.got == notes); // by start, then pitch
}

void TestNotePages::whatIsRefusedForAnotherReasonIsGivenUp()
{
    NotePages pages(0.0, 4.0);
    int halves = 0;
    while (pages.refuse())
        ++halves;
    QVERIFY2(halves < 40, QByteArray::number(halves).constData());
}

void TestNotePages::theFirstHalvesAreOfTheContent()
{
    NotePages pages(0.0, 16.0);
    QCOMPARE(*pages.next(), NoteSpan{});
    QVERIFY(pages.refuse());
    for (const NoteSpan &span : {NoteSpan{-8192.0, 8192.0, 0, 128}, NoteSpan{0.0, 8.0, 0, 128},
             NoteSpan{8.0, 8.0, 0, 128}, NoteSpan{16.0, 8176.0, 0, 128}}) {
        QCOMPARE(*pages.next(), span);
        pages.take({});
    }
    QVERIFY(!pages.next());
}

int tst_notepages(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestNotePages>(argc, argv);
}

#include "tst_notepages.moc"
