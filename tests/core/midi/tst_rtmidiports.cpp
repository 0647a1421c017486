// SPDX-License-Identifier: GPL-3.0-or-later
// The RtMidi adapter against a real JACK server, with a second RtMidi client at the other end.
#include "core/midi/midiports.h"
#include "core/midi/rtmidiports.h"
#include "tests/support/jackdummy.h"
#include "tests/support/testclass.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <RtMidi.h>

#include <memory>
#include <vector>

using namespace clipdeck;
using State = MidiPorts::OutputState;

namespace {

/// What has arrived, in hexadecimal; empty if nothing has.
QByteArray waitingIn(RtMidiIn &in)
{
    std::vector<unsigned char> bytes;
    in.getMessage(&bytes);
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()))
        .toHex(' ');
}

/// The next message that arrives there; empty if none does.
QByteArray nextOf(RtMidiIn &in)
{
    QByteArray hex;
    const bool came = QTest::qWaitFor([&] { return !(hex = waitingIn(in)).isEmpty(); });
    return came ? hex : QByteArray();
}

/// What arrives of a message that is sent until something does: JACK takes some cycles to join two ports, and what is sent
/// before that is heard by nobody.
QByteArray firstHeard(MidiPorts &ports, const MidiMessage &message, RtMidiIn &in)
{
    QByteArray hex;
    const bool came = QTest::qWaitFor([&] {
        if (hex.isEmpty() && ports.send(message))
            hex = waitingIn(in);
        return !hex.isEmpty();
    });
    return came ? hex : QByteArray();
}

} // namespace

class tst_RtMidiPorts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QString why; !JackDummy::canRun(&why))
            QSKIP(qPrintable(why));
    }
    void init() { m_jack = std::make_unique<JackDummy>(); }
    void cleanup() { m_jack.reset(); }

    void withoutAServerThereIsNoMidiAndNoHarm()
    {
        MidiPorts ports(makeRtMidiDriver());
        QVERIFY2(ports.problem().startsWith(QStringLiteral("No MIDI here: ")),
            qPrintable(ports.problem()));
        QCOMPARE(ports.outputs(), QStringList());
        QVERIFY(!ports.chooseOutput(QStringLiteral("0")));
        QCOMPARE(ports.sentence(), ports.problem());
        QVERIFY(!ports.send(MidiMessage::noteOn(1, 60, 100)));
    }

    void noteArrivesAtTheOtherEndWithTheSameBytes()
    {
        QVERIFY(m_jack->start());
        RtMidiIn synth(RtMidi::UNIX_JACK, "Synth");
        synth.openVirtualPort("keys");
        MidiPorts ports(makeRtMidiDriver());
        QCOMPARE(ports.problem(), QString());
        QCOMPARE(ports.outputs(), QStringList{QStringLiteral("Synth:keys")});
        QVERIFY2(ports.chooseOutput(QStringLiteral("synth")), qPrintable(ports.sentence()));
        QVERIFY(ports.send(MidiMessage::noteOn(10, 36, 112)));
        QCOMPARE(nextOf(synth), QByteArray("99 24 70"));
        QVERIFY(ports.send(MidiMessage::controlChange(1, 74, 5)));
        QCOMPARE(nextOf(synth), QByteArray("b0 4a 05"));
    }

    void whatIsSentBetweenOpeningAndClosingArrives()
    {
        QVERIFY(m_jack->start());
        RtMidiIn synth(RtMidi::UNIX_JACK, "Synth");
        synth.openVirtualPort("keys");
        {
            MidiPorts ports(makeRtMidiDriver());
            QVERIFY(ports.chooseOutput(QStringLiteral("0")));
            QVERIFY(ports.send(MidiMessage::controlChange(16, 127, 127)));
        }
        QCOMPARE(nextOf(synth), QByteArray("bf 7f 7f"));
    }

    void othersCanConnectToOurVirtualPort()
    {
        QVERIFY(m_jack->start());
        MidiPorts ports(makeRtMidiDriver());
        ports.chooseVirtualOutput();
        QVERIFY2(ports.outputState() == State::Open, qPrintable(ports.sentence()));
        RtMidiIn synth(RtMidi::UNIX_JACK, "Synth");
        QCOMPARE(synth.getPortCount(), 1u);
        QCOMPARE(synth.getPortName(0), std::string("Clipdeck:Clipdeck"));
        synth.openPort(0);
        QCOMPARE(
            firstHeard(ports, MidiMessage::pitchBend(2, 16383), synth), QByteArray("e1 7f 7f"));
    }

    void inputIsStampedAndHandedOver()
    {
        QVERIFY(m_jack->start());
        RtMidiOut keys(RtMidi::UNIX_JACK, "Keys");
        keys.openVirtualPort("out");
        MidiPorts ports(makeRtMidiDriver());
        QCOMPARE(ports.inputs(), QStringList{QStringLiteral("Keys:out")});
        const Opened<MidiInput> opened = ports.openInput(QStringLiteral("keys"));
        QVERIFY2(opened.port, qPrintable(opened.error));
        bool isJoined = false;
        std::vector<MidiMessage> heard;
        std::vector<qint64> stamps;
        connect(opened.port.get(), &MidiInput::received, this,
            [&](const MidiMessage &message, qint64 stamp) {
                if (message.kind == MidiMessage::Kind::ControlChange) {
                    isJoined = true;
                    return;
                }
                heard.push_back(message);
                stamps.push_back(stamp);
            });
        // JACK takes some cycles to join two ports, and what is sent before that is heard by nobody.
        const std::vector<unsigned char> knock{0xB1, 1, 1};
        QTRY_VERIFY((keys.sendMessage(&knock), isJoined));
        const std::vector<unsigned char> on{0x91, 60, 100};
        const std::vector<unsigned char> off{0x91, 60, 0};
        keys.sendMessage(&on);
        keys.sendMessage(&off);
        QTRY_COMPARE(heard.size(), 2u);
        QVERIFY(heard.at(0) == MidiMessage::noteOn(2, 60, 100));
        QVERIFY(heard.at(1) == MidiMessage::noteOff(2, 60));
        QVERIFY(stamps.at(0) > 0 && stamps.at(0) <= stamps.at(1));
    }

    void missingPortIsASentence()
    {
        QVERIFY(m_jack->start());
        const std::unique_ptr<MidiDriver> driver = makeRtMidiDriver();
        const Opened<MidiOutput> opened = driver->openOutput(QStringLiteral("Nobody:in"));
        QVERIFY(!opened.port);
        QCOMPARE(opened.error,
            QStringLiteral("The MIDI port “Nobody:in” can't be opened: it is not there any more."));
    }

    void portsComeAndGo()
    {
        QVERIFY(m_jack->start());
        MidiPorts ports(makeRtMidiDriver());
        auto synth = std::make_unique<RtMidiIn>(RtMidi::UNIX_JACK, "Synth");
        synth->openVirtualPort("keys");
        ports.refresh();
        QVERIFY(ports.chooseOutput(QStringLiteral("Synth:keys")));
        synth.reset();
        ports.refresh();
        QVERIFY(ports.outputState() == State::Waiting);
        synth = std::make_unique<RtMidiIn>(RtMidi::UNIX_JACK, "Synth");
        synth->openVirtualPort("keys");
        ports.refresh();
        QVERIFY(ports.outputState() == State::Open);
        QCOMPARE(firstHeard(ports, MidiMessage::noteOn(1, 60, 1), *synth), QByteArray("90 3c 01"));
    }

    void serverThatGoesIsNoticedAndItsReturnToo()
    {
        QVERIFY(m_jack->start());
        MidiPorts ports(makeRtMidiDriver());
        ports.chooseVirtualOutput();
        QVERIFY(ports.outputState() == State::Open);
        m_jack->stop();
        QElapsedTimer sending;
        sending.start();
        // Many more bytes than RtMidi's buffer holds: without a watch over the server this would
        // never end.
        QTRY_VERIFY(!ports.send(MidiMessage::noteOn(1, 60, 100)));
        for (int i = 0; i < 10000; ++i)
            ports.send(MidiMessage::controlChange(1, 1, i % 128));
        QVERIFY2(sending.elapsed() < 900, qPrintable(QString::number(sending.elapsed())));
        QVERIFY(ports.outputState() == State::Waiting);
        QVERIFY2(ports.sentence().startsWith(QStringLiteral("No MIDI here: ")),
            qPrintable(ports.sentence()));

        JackDummy next;
        QVERIFY(next.start());
        QTRY_VERIFY((ports.refresh(), ports.outputState() == State::Open));
        QVERIFY2(ports.outputState() == State::Open, qPrintable(ports.sentence()));
        QVERIFY(ports.send(MidiMessage::noteOn(1, 60, 100)));
    }

    void inputOfAServerThatGoesIsLost()
    {
        QVERIFY(m_jack->start());
        const std::unique_ptr<MidiDriver> driver = makeRtMidiDriver();
        const Opened<MidiInput> input = driver->openVirtualInput(QStringLiteral("in"));
        QVERIFY2(input.port, qPrintable(input.error));
        const QSignalSpy lost(input.port.get(), &MidiInput::lost);
        m_jack->stop();
        QTRY_VERIFY(!driver->problem().isEmpty());
        QCOMPARE(lost.count(), 1);
    }

private:
    std::unique_ptr<JackDummy> m_jack;
};

int tst_rtmidiports(int argc, char *argv[])
{
    return clipdeck::runTestClass<tst_RtMidiPorts>(argc, argv);
}

#include "tst_rtmidiports.moc"
