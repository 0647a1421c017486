// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in as others meet it: over real UDP, on free ports.
#include "core/osc/osccodec.h"
#include "core/osc/udpsocket.h"
#include "core/sim/simulator.h"
#include "tests/support/testclass.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace clipdeck;
using namespace Qt::StringLiterals;

namespace {

/// A client on a free port of this computer, and a stand-in that answers there.
struct Pair {
    UdpSocket client;
    std::vector<OscMessage> received;
    std::unique_ptr<Simulator> simulator;

    explicit Pair(SimSetChoice set, int tickMs = 10)
    {
        client.bind(QHostAddress::LocalHost, 0);
        QObject::connect(
            &client, &UdpSocket::received, &client, [this](const QByteArray &datagram) {
                for (OscMessage &message : decodeOsc(datagram).messages)
                    received.push_back(std::move(message));
            });
        SimOptions options;
        options.port = 0;
        options.replyPort = client.localPort();
        options.tickMs = tickMs;
        options.set = set;
        simulator = std::make_unique<Simulator>(options);
    }
    void send(const QString &address, OscArguments arguments = {})
    {
        client.send(*encodeOsc({address, std::move(arguments)}),
            {QHostAddress::LocalHost, simulator->port()});
    }
    std::optional<OscMessage> find(const QString &address) const
    {
        for (const OscMessage &message : received) {
            if (message.address == address)
                return message;
        }
        return {};
    }
};

} // namespace

class TestSimulator : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersOverUdp();
    void startsWithAGreeting();
    void aTakenPortIsSaid();
    void aLargeSetIsReadInAFewTicks();
};

void TestSimulator::answersOverUdp()
{
    Pair pair({});
    QString error;
    QVERIFY2(pair.simulator->start(&error), qPrintable(error));
    pair.send(u"/live/song/get/tempo"_s, {42});
    QTRY_VERIFY(pair.find(u"/live/song/get/tempo"_s));
    QCOMPARE(describe(*pair.find(u"/live/song/get/tempo"_s)), u"/live/song/get/tempo 118f 42"_s);
    pair.send(u"/live/song/set/metronome"_s, {true});
    QTRY_VERIFY(pair.simulator->dump()["song"_L1]["metronome"_L1].toBool());
}

void TestSimulator::startsWithAGreeting()
{
    Pair pair({});
    QVERIFY(pair.simulator->start());
    QTRY_VERIFY(pair.find(u"/live/startup"_s));
}

void TestSimulator::aTakenPortIsSaid()
{
    UdpSocket other;
    QCOMPARE(other.bind(QHostAddress::LocalHost, 0), UdpSocket::Bound::Yes);
    SimOptions options;
    options.port = other.localPort();
    Simulator simulator(options);
    QString error;
    QCOMPARE(simulator.tryStart(&error), Simulator::Started::PortTaken);
    QVERIFY2(error.contains(QString::number(options.port)), qPrintable(error));
}

void TestSimulator::aLargeSetIsReadInAFewTicks()
{
    Pair pair({SimSetChoice::Kind::Generated, 64, 128, 0.6, 1});
    QVERIFY(pair.simulator->start());
    const OscArguments properties{u"clip.name"_s, u"clip.color"_s, u"clip.length"_s,
        u"clip.looping"_s, u"clip.loop_start"_s, u"clip.loop_end"_s, u"clip.start_marker"_s,
        u"clip.end_marker"_s, u"clip.is_midi_clip"_s, u"clip.is_playing"_s, u"clip.is_triggered"_s,
        u"clip.is_recording"_s, u"clip.muted"_s, u"clip_slot.has_stop_button"_s,
        u"clip_slot.is_playing"_s, u"clip_slot.is_triggered"_s, u"clip.signature_numerator"_s};
    QElapsedTimer clock;
    clock.start();
    for (int track = 0; track < 64; ++track) {
        OscArguments query{track, track + 1};
        query.insert(query.end(), properties.begin(), properties.end());
        pair.send(u"/live/song/get/track_data"_s, query);
    }
    const auto answers = [&] {
        return std::count_if(pair.received.begin(), pair.received.end(),
            [](const OscMessage &message) { return message.address.endsWith("track_data"_L1); });
    };
    QTRY_COMPARE(answers(), 64);
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    qInfo("64 x 128 slots, 17 properties: %lld ms", static_cast<long long>(clock.elapsed()));
}

int tst_simulator(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSimulator>(argc, argv);
}

#include "tst_simulator.moc"
