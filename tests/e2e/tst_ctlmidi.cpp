// SPDX-License-Identifier: GPL-3.0-or-later
// `clipdeckctl midi` against a real JACK server, with another program at the other end that does not stay.
#include "tests/support/jackdummy.h"
#include "tests/support/oscserver.h"
#include "tests/support/program.h"
#include "tests/support/testclass.h"

#include <QProcess>
#include <QTest>

#include <RtMidi.h>

#include <algorithm>
#include <memory>
#include <vector>

using namespace clipdeck;

class TestCtlMidi : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aNoteSounds();
    void aPortThatGoesWhileItSoundsIsTold();

private:
    bool hasHeard(unsigned char status);

    std::unique_ptr<JackDummy> m_jack;
    std::unique_ptr<RtMidiIn> m_synth;
    std::vector<unsigned char> m_heard; ///< The first bytes of all messages
};

void TestCtlMidi::init()
{
    if (QString why; !JackDummy::canRun(&why))
        QSKIP(qPrintable(why));
    m_jack = std::make_unique<JackDummy>();
    QVERIFY(m_jack->start());
    m_synth = std::make_unique<RtMidiIn>(RtMidi::UNIX_JACK, "Synth");
    m_synth->openVirtualPort("keys");
}

void TestCtlMidi::cleanup()
{
    m_synth.reset();
    m_jack.reset();
    m_heard.clear();
}

/// Whether a message of that kind has arrived so far.
bool TestCtlMidi::hasHeard(unsigned char status)
{
    std::vector<unsigned char> bytes;
    do {
        m_synth->getMessage(&bytes);
        if (!bytes.empty())
            m_heard.push_back(bytes.front());
    } while (!bytes.empty());
    return std::ranges::find(m_heard, status) != m_heard.end();
}

void TestCtlMidi::aNoteSounds()
{
    const ProgramRun run
        = runProgram(QStringLiteral("clipdeckctl"), wordsOf("midi note Synth:keys 1 60 100 50"));
    QVERIFY2(run.status == done, run.words.constData());
    QTRY_VERIFY(hasHeard(0x80));
    QVERIFY(hasHeard(0x90));
}

void TestCtlMidi::aPortThatGoesWhileItSoundsIsTold()
{
    QProcess note;
    endWithParent(note);
    note.start(
        programPath(QStringLiteral("clipdeckctl")), wordsOf("midi note Synth:keys 1 60 100 1500"));
    QTRY_VERIFY(hasHeard(0x90));
    m_synth.reset();
    QVERIFY(note.waitForFinished(10000));
    QCOMPARE(note.exitCode(), refused);
    QVERIFY(note.readAllStandardError().contains("Nobody heard the end of the note."));
}

int tst_ctlmidi(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestCtlMidi>(argc, argv);
}

#include "tst_ctlmidi.moc"
