// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/osc/osccodec.h"
#include "core/sim/simulatedlive.h"
#include "tests/core/sim/peers.h"
#include "tests/support/testclass.h"

#include <QTest>
#include <QtEndian>

using namespace clipdeck;
using namespace clipdeck::sim;
using namespace Qt::StringLiterals;

namespace {

QByteArray bundle(const QList<QByteArray> &elements)
{
    QByteArray out("#bundle\0\0\0\0\0\0\0\0\1", 16);
    for (const QByteArray &element : elements) {
        QByteArray size(4, '\0');
        qToBigEndian(static_cast<quint32>(element.size()), size.data());
        out += size + element;
    }
    return out;
}

/// A host with a generated set, and what it sends as "address>text".
struct HostFixture {
    QStringList sent;
    SimulatedLive host{SimSetChoice{SimSetChoice::Kind::Generated, 4, 4, 0.0, 1}, 0.0,
        [this](const QByteArray &datagram, const QHostAddress &to) {
            for (const OscMessage &message : decodeOsc(datagram).messages)
                sent.append(QString(to.toString() + u'>' + describe(message)));
            return true;
        }};
    double now = 0.0;

    HostFixture()
    {
        host.tick(now); // the script's first reading is in the second tick
        sent.clear();
    }
    QStringList tick()
    {
        now += 0.1;
        host.step(now);
        host.tick(now);
        return std::exchange(sent, {});
    }
};

const QByteArray goodRequest = bytes(u"/live/song/get/num_tracks"_s);
const QByteArray badRequest = bytes(u"/live/track/get/name"_s, {99});
const QString goodAnswer = u"10.0.0.1>/live/song/get/num_tracks 4"_s;
const QString badAnswer
    = u"10.0.0.1>/live/error \"Error handling OSC message: Index out of range\""_s;

} // namespace

class TestSimHost : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysThatItStarts();
    void readsToTheEndInOrder();
    void aFailureEndsTheTick();
    void aFailureLosesTheRestOfItsBundle();
    void pushesGoToTheLastSender();
    void whatAFloodExceedsIsLost();
    void aPauseAnswersEverythingAfterwards();
    void aRestartLosesListenersAndDatagrams();
    void anAnswerThatIsTooLargeIsAnError();
};

void TestSimHost::saysThatItStarts()
{
    QStringList sent;
    SimulatedLive host({SimSetChoice::Kind::Generated, 1, 1, 0.0, 0}, 0.0,
        [&](const QByteArray &datagram, const QHostAddress &to) {
            sent.append(
                QString(to.toString() + u'>' + describe(decodeOsc(datagram).messages.front())));
            return true;
        });
    QCOMPARE(sent.first(), u"127.0.0.1>/live/startup"_s);
    host.receive(bytes(u"/live/test"_s), anna);
    sent.clear();
    host.tick(0.1);
    QCOMPARE(sent, QStringList());
    host.tick(0.2);
    QCOMPARE(sent, QStringList{u"10.0.0.1>/live/test \"ok\""_s});
}

void TestSimHost::readsToTheEndInOrder()
{
    HostFixture desk;
    for (int i = 0; i < 500; ++i)
        desk.host.receive(bytes(u"/live/song/get/tempo"_s, {i}), anna);
    const QStringList sent = desk.tick();
    QCOMPARE(sent.size(), 500);
    QCOMPARE(sent[0], u"10.0.0.1>/live/song/get/tempo 120f 0"_s);
    QCOMPARE(sent[499], u"10.0.0.1>/live/song/get/tempo 120f 499"_s);
}

void TestSimHost::aFailureEndsTheTick()
{
    HostFixture desk;
    for (const QByteArray &datagram :
        {goodRequest, badRequest, goodRequest, badRequest, goodRequest})
        desk.host.receive(datagram, anna);
    QCOMPARE(desk.tick(), (QStringList{goodAnswer, badAnswer}));
    QCOMPARE(desk.tick(), (QStringList{goodAnswer, badAnswer}));
    QCOMPARE(desk.tick(), QStringList{goodAnswer});
}

void TestSimHost::aFailureLosesTheRestOfItsBundle()
{
    HostFixture desk;
    desk.host.receive(bundle({goodRequest, badRequest, goodRequest, goodRequest}), anna);
    desk.host.receive(bundle({goodRequest, bundle({goodRequest, goodRequest})}), anna);
    QCOMPARE(desk.tick(), (QStringList{goodAnswer, badAnswer}));
    QCOMPARE(desk.tick(), (QStringList{goodAnswer, goodAnswer, goodAnswer}));
}

void TestSimHost::pushesGoToTheLastSender()
{
    HostFixture desk;
    desk.host.receive(bytes(u"/live/song/start_listen/tempo"_s), anna);
    QCOMPARE(desk.tick(), QStringList{u"10.0.0.1>/live/song/get/tempo 120f"_s});
    desk.host.receive(bytes(u"/live/song/set/tempo"_s, {90.0F}), ben);
    QCOMPARE(desk.tick(), QStringList{u"10.0.0.2>/live/song/get/tempo 90f"_s});
}

void TestSimHost::whatAFloodExceedsIsLost()
{
    HostFixture desk;
    const QByteArray large(60000, 'x');
    for (int i = 0; i < 100; ++i)
        desk.host.receive(large, anna);
    QCOMPARE(desk.host.waiting(), std::size_t{13});
}

void TestSimHost::aPauseAnswersEverythingAfterwards()
{
    HostFixture desk;
    desk.host.pause(desk.now, 0.35);
    desk.host.receive(goodRequest, anna);
    for (int tick = 0; tick < 3; ++tick)
        QCOMPARE(desk.tick(), QStringList());
    desk.host.receive(goodRequest, anna);
    QCOMPARE(desk.tick(), (QStringList{goodAnswer, goodAnswer}));
}

void TestSimHost::aRestartLosesListenersAndDatagrams()
{
    HostFixture desk;
    desk.host.receive(bytes(u"/live/song/start_listen/tempo"_s), anna);
    desk.tick();
    desk.host.receive(goodRequest, anna);
    desk.host.restartScript();
    QCOMPARE(desk.tick().size(), 2); // the greeting, to this computer
    QCOMPARE(desk.tick(), QStringList());
    desk.host.receive(bytes(u"/live/song/set/tempo"_s, {90.0F}), anna);
    QCOMPARE(desk.tick(), QStringList());
}

void TestSimHost::anAnswerThatIsTooLargeIsAnError()
{
    HostFixture desk;
    desk.host.open({SimSetChoice::Kind::Generated, 16, 400, 1.0, 1}, desk.now);
    desk.tick();
    OscArguments query{0, -1};
    for (int i = 0; i < 8; ++i)
        query.emplace_back(u"clip.name"_s);
    desk.host.receive(bytes(u"/live/song/get/track_data"_s, query), anna);
    desk.host.receive(bytes(u"/live/test"_s), anna);
    QCOMPARE(desk.tick(),
        QStringList{u"10.0.0.1>/live/error \"Socket error: [Errno 90] Message too long\""_s});
    QCOMPARE(desk.tick(), QStringList{u"10.0.0.1>/live/test \"ok\""_s});
}

int tst_simhost(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSimHost>(argc, argv);
}

#include "tst_simhost.moc"
