// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in in another process with the largest set that it is made for, 256 tracks of 1,024 scenes: its memory, what
// a tick costs, and 10,000 requests a second over real UDP. It prints what it saw; the limits of the test are generous,
// the aims stand in docs/performance.md.
#include "core/osc/osccodec.h"
#include "tests/support/oscserver.h"
#include "tests/support/testclass.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QTimer>
#include <QUdpSocket>

using namespace clipdeck;
using namespace Qt::StringLiterals;

namespace {

constexpr int perSecond = 10'000;
constexpr int seconds = 3;

/// Resident memory of a process in MiB; 0 where the system does not tell.
double residentMemory(qint64 process)
{
    QFile file(QString(u"/proc/%1/status"_s).arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0.0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1024.0;
    }
    return 0.0;
}

/// Asks at an even pace, and counts the answers.
class Asker {
public:
    Asker(quint16 port, quint16 replyPort)
        : m_port(port)
    {
        m_socket.bind(QHostAddress::LocalHost, replyPort);
        m_socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 8 << 20);
        QObject::connect(&m_socket, &QUdpSocket::readyRead, &m_socket, [this] { readAnswers(); });
        QObject::connect(&m_pace, &QTimer::timeout, &m_socket, [this] { ask(); });
        for (int track = 0; track < 256; ++track)
            m_questions.append(*encodeOsc({u"/live/clip_slot/get/has_clip"_s, {track, track * 4}}));
    }

    void start()
    {
        m_clock.start();
        m_pace.start(2);
    }
    bool isDone() const { return m_asked == perSecond * seconds && m_answered == m_asked; }
    int asked() const { return m_asked; }
    int answered() const { return m_answered; }
    double elapsed() const { return static_cast<double>(m_clock.elapsed()) / 1000.0; }

private:
    void ask()
    {
        const auto due
            = std::min<qint64>(perSecond * seconds, m_clock.elapsed() * perSecond / 1000);
        for (; m_asked < due; ++m_asked)
            m_socket.writeDatagram(
                m_questions[m_asked % m_questions.size()], QHostAddress::LocalHost, m_port);
    }
    void readAnswers()
    {
        while (m_socket.hasPendingDatagrams()) {
            char ignored = 0;
            m_socket.readDatagram(&ignored, 1);
            ++m_answered;
        }
    }

    quint16 m_port;
    QUdpSocket m_socket;
    QTimer m_pace;
    QElapsedTimer m_clock;
    QList<QByteArray> m_questions;
    int m_asked = 0;
    int m_answered = 0;
};

} // namespace

class TestSimScale : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void memory();
    void aTickWithoutRequests_data();
    void aTickWithoutRequests();
    void tenThousandRequestsASecond();
    void cleanupTestCase() { m_server.reset(); }

private:
    QJsonObject statsOver(int ticks);

    std::unique_ptr<OscServer> m_server;
};

void TestSimScale::initTestCase()
{
    QString error;
    m_server = OscServer::start(ServerKind::StandIn, GeneratedSet{256, 1024, 0.5, 1}, &error);
    QVERIFY2(m_server, qPrintable(error));
}

/// What the next ticks take.
QJsonObject TestSimScale::statsOver(int ticks)
{
    ControlClient &live = m_server->control();
    live.call(u"stats"_s, {{u"reset"_s, true}});
    QJsonObject stats;
    const auto enough = [&] {
        stats = live.call(u"stats"_s).value_or(QJsonValue()).toObject();
        return stats["ticks"_L1].toInt() >= ticks;
    };
    return QTest::qWaitFor(enough, 20'000) ? stats : QJsonObject();
}

void TestSimScale::memory()
{
    const double used = residentMemory(m_server->processId());
    if (used == 0.0)
        QSKIP("Told by Linux only.");
    qInfo("256 x 1024 slots, half of them with clips: %.1f MiB resident", used);
    QVERIFY(used < 200.0);
}

void TestSimScale::aTickWithoutRequests_data()
{
    QTest::addColumn<bool>("playing");
    QTest::newRow("stopped") << false;
    QTest::newRow("playing") << true;
}

void TestSimScale::aTickWithoutRequests()
{
    QFETCH(const bool, playing);
    ControlClient &live = m_server->control();
    if (playing) {
        QVERIFY(live.call(u"fire_scene"_s, {{u"index"_s, 1}}));
        const QJsonObject isPlaying{{u"path"_s, u"live_set"_s}, {u"prop"_s, u"is_playing"_s}};
        QTRY_COMPARE(
            live.call(u"get"_s, isPlaying), QJsonValue(true)); // a dump of all would take long
    }
    const QJsonObject busy = statsOver(10)["tick_busy_ms"_L1].toObject();
    QVERIFY(!busy.isEmpty());
    qInfo("a tick without requests, %s: %.3f ms (mean)", playing ? "playing a scene" : "stopped",
        busy["mean"_L1].toDouble());
    QVERIFY(busy["p50"_L1].toDouble() < 5.0);
    live.call(u"transport"_s, {{u"action"_s, u"stop"_s}});
}

void TestSimScale::tenThousandRequestsASecond()
{
    m_server->control().call(u"stats"_s, {{u"reset"_s, true}});
    Asker asker(m_server->port(), m_server->replyPort());
    asker.start();
    const bool done = QTest::qWaitFor([&] { return asker.isDone(); }, 30'000);
    const double took = asker.elapsed();
    const QJsonObject busy
        = m_server->control().call(u"stats"_s)->toObject()["tick_busy_ms"_L1].toObject();
    qInfo("%d requests at %d a second: %d answered in %.2f s; a tick took %.1f ms (p50)",
        asker.asked(), perSecond, asker.answered(), took, busy["p50"_L1].toDouble());
    QVERIFY2(done, qPrintable(QString::number(asker.answered())));
}

int tst_simscale(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSimScale>(argc, argv);
}

#include "tst_simscale.moc"
