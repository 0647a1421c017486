// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/midi/midiports.h"
#include "tests/support/fakemididriver.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

using namespace clipdeck;
using State = MidiPorts::OutputState;

class tst_MidiPorts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_system = std::make_shared<FakeMidiSystem>();
        m_system->outputs = QStringList{QStringLiteral("Synth"), QStringLiteral("Drums")};
    }

    void sendsToTheChosenPort()
    {
        MidiPorts ports(std::make_unique<FakeMidiDriver>(m_system));
        QVERIFY(!ports.send(MidiMessage::noteOn(1, 60, 100)));
        QVERIFY(ports.chooseOutput(QStringLiteral("dru")));
        QCOMPARE(ports.outputName(), QStringLiteral("Drums"));
        QVERIFY(ports.send(MidiMessage::noteOn(1, 60, 100)));
        QCOMPARE(m_system->sent, QStringList{QStringLiteral("Drums: note on ch 1 C3 vel 100")});
        ports.chooseNoOutput();
        QCOMPARE(m_system->open, QStringList());
        QVERIFY(ports.outputState() == State::None);
    }

    void missingPortIsASentenceAndTheOldOneStays()
    {
        MidiPorts ports(std::make_unique<FakeMidiDriver>(m_system));
        QVERIFY(ports.chooseOutput(QStringLiteral("Synth")));
        QVERIFY(!ports.chooseOutput(QStringLiteral("Organ")));
        QCOMPARE(ports.sentence(),
            QStringLiteral("There is no MIDI port “Organ”. There are: “Synth”, “Drums”."));
        QCOMPARE(m_system->open, QStringList{QStringLiteral("Synth")});
        QVERIFY(ports.send(MidiMessage::noteOff(1, 60)));
    }

    void portThatGoesIsOpenedAgainWhenItIsBack()
    {
        MidiPorts ports(std::make_unique<FakeMidiDriver>(m_system));
        ports.chooseOutput(QStringLiteral("Synth"));
        const QSignalSpy lists(&ports, &MidiPorts::portsChanged);
        const QSignalSpy closing(&ports, &MidiPorts::outputClosing);
        m_system->outputs.removeFirst();
        ports.refresh();
        QVERIFY(ports.outputState() == State::Waiting);
        QCOMPARE(ports.sentence(),
            QStringLiteral("The MIDI port “Synth” is not there. It is opened as soon as it is."));
        QCOMPARE(m_system->open, QStringList());
        QCOMPARE(closing.count(), 1);
        m_system->outputs.append(QStringLiteral("Synth"));
        ports.refresh();
        QVERIFY(ports.outputState() == State::Open);
        QCOMPARE(m_system->open, QStringList{QStringLiteral("Synth")});
        QCOMPARE(ports.sentence(), QString());
        QCOMPARE(lists.count(), 2);
        ports.refresh();
        QCOMPARE(lists.count(), 2);
    }

    void withoutAnyMidiTheVirtualPortWaits()
    {
        m_system->problem = QStringLiteral("No MIDI here: a test.");
        MidiPorts ports(std::make_unique<FakeMidiDriver>(m_system));
        QCOMPARE(ports.problem(), m_system->problem);
        QCOMPARE(ports.outputs(), QStringList());
        ports.chooseVirtualOutput();
        QVERIFY(ports.outputState() == State::Waiting);
        QCOMPARE(ports.sentence(), m_system->problem);
        QVERIFY(!ports.chooseOutput(QStringLiteral("Synth")));
        m_system->problem.clear();
        ports.refresh();
        QVERIFY(ports.outputState() == State::Open);
        QCOMPARE(m_system->open, QStringList{QStringLiteral("virtual Clipdeck")});
    }

    void systemThatDiesIsNoticedAtTheNextSend()
    {
        MidiPorts ports(std::make_unique<FakeMidiDriver>(m_system));
        ports.chooseVirtualOutput();
        m_system->problem = QStringLiteral("No MIDI here: the server went.");
        QVERIFY(!ports.send(MidiMessage::noteOn(1, 60, 100)));
        QVERIFY(ports.outputState() == State::Waiting);
        QCOMPARE(ports.sentence(), m_system->problem);
    }

    void portThatDoesNotOpenSaysWhy()
    {
        m_system->refusal = QStringLiteral("Another program has it.");
        MidiPorts ports(std::make_unique<FakeMidiDriver>(m_system));
        QVERIFY(!ports.chooseOutput(QStringLiteral("Synth")));
        QVERIFY(ports.outputState() == State::Failed);
        QCOMPARE(ports.sentence(), m_system->refusal);
        m_system->refusal.clear();
        ports.refresh();
        QVERIFY(ports.outputState() == State::Open);
    }

    void ourOwnPortIsNotOffered()
    {
        m_system->outputs.append(QStringLiteral("Clipdeck:Clipdeck 128:0"));
        MidiPorts ports(std::make_unique<FakeMidiDriver>(m_system));
        QCOMPARE(ports.outputs(), (QStringList{QStringLiteral("Synth"), QStringLiteral("Drums")}));
    }

private:
    std::shared_ptr<FakeMidiSystem> m_system;
};

int tst_midiports(int argc, char *argv[])
{
    return clipdeck::runTestClass<tst_MidiPorts>(argc, argv);
}

#include "tst_midiports.moc"
