// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine.h"

#include "core/abletonosc/connection.h"
#include "core/commands/commandqueue.h"
#include "core/commands/gridcommands.h"
#include "core/logging/logging.h"
#include "core/osc/hostaddress.h"
#include "core/osc/osccodec.h"
#include "core/osc/udpsocket.h"
#include "core/sync/readers/notereader.h"
#include "core/sync/syncengine.h"

#include <QElapsedTimer>
#include <QHostInfo>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace clipdeck {

namespace {

constexpr int tickMs = 10; // a group leaves within this time of its moment
constexpr int restMs = 188; // and at rest within this one: two turns are the time between groups
constexpr qint64 turnMs = 200; // between two turns; what is longer is time in which we did not run
// At rest, what arrives first waits so long for the rest of its tick's answers: one waking takes them all.
constexpr int gatherMs = 8;
constexpr qint64 bindAgainMs = 1000;
constexpr qint64 lookUpAgainMs = 5000;
constexpr qint64 reportEveryMs = 1000; // for the age of the last reply; states are told at once
constexpr qint64 graceMs = 300; // after /live/startup the script is not quite there yet

} // namespace

struct Engine::Parts {
    Parts(EngineSettings wanted, Engine &owner);

    void lookUp();
    void found(const HostAddress &host);
    void bind(qint64 now);
    void advance();
    void setAtRest(bool atRest);
    void receive(const QByteArray &datagram);
    void receive(const OscMessage &message, qint64 now);
    void publish();
    bool send(std::span<const OscMessage> messages);
    void judge(qint64 now);
    QString obstacle() const;
    CommandOutlet outlet();

    Engine &engine;
    EngineSettings settings;
    QElapsedTimer time;
    UdpSocket socket;
    SocketAddress peer;
    LiveSet set;
    SongClock clock;
    QueryPipe pipe;
    ListenerSet listeners;
    SyncEngine sync;
    NoteReader notes;
    CommandQueue queue;
    Commands commands;
    GridCommands grid;
    QTimer timer;
    ConnectionFacts facts;
    ConnectionReport report;
    Traffic traffic;
    qint64 turnAt = 0; ///< When advance() ran last
    qint64 boundTriedAt = -1;
    qint64 lookedUpAt = -1;
    qint64 reportedAt = -1;
    qint64 restartAt = -1; ///< When to begin anew after Live's start
    bool wasComplete = false;
};

Engine::Parts::Parts(EngineSettings wanted, Engine &owner)
    : engine(owner)
    , settings(std::move(wanted))
    , pipe([this](std::span<const OscMessage> messages) { return send(messages); })
    , sync(set, pipe, listeners, clock, [this] { return time.elapsed(); })
    , notes(set, pipe)
    , queue(set, outlet())
    , commands(set, queue)
    , grid(set, queue)
{
    time.start();
    sync.setReadDevices(settings.readDevices);
    sync.setListen(settings.listen);
    facts.hostName = settings.host;
    facts.port = settings.port;
    facts.replyPortNumber = settings.replyPort;
    pipe.fenceAnswered = [this](double bpm) { set.apply(SongField::Tempo, bpm); };
    pipe.setIsOnThisMachine(hostAddress(settings.host).address.isLoopback());
    timer.setInterval(tickMs);
    timer.setTimerType(Qt::PreciseTimer);
    connect(&timer, &QTimer::timeout, &engine, [this] { advance(); });
    connect(&socket, &UdpSocket::received, &engine,
        [this](const QByteArray &datagram, const SocketAddress &) { receive(datagram); });
    connect(&socket, &UdpSocket::sliceEnded, &engine, [this] { publish(); });
    connect(&set, &LiveSet::changed, &engine, [this](const Changes &changes) {
        sync.follow(changes);
        if (changes.moved)
            notes.abandon();
        if (changes.structure || changes.song.has(SongField::Tempo))
            clock.setTempo(set.song().tempo, time.elapsed());
        if (changes.structure || changes.song.has(SongField::IsPlaying))
            clock.setPlaying(set.song().isPlaying, time.elapsed());
    });
}

CommandOutlet Engine::Parts::outlet()
{
    CommandOutlet out;
    out.tell = [this](std::vector<OscMessage> messages, std::function<void(const QString &)> ended,
                   const std::optional<Target> &readBack) {
        pipe.tell(std::move(messages), std::move(ended), time.elapsed(),
            readBack ? sync.questionsNow(*readBack) : std::vector<Query>());
    };
    out.wrote = [this](const std::optional<Target> &target, bool isEdit) {
        sync.hurryAfterWrite(target, isEdit);
    };
    out.readBack = [this](const Target &target) { sync.readNow(target, time.elapsed()); };
    out.obstacle = [this] { return obstacle(); };
    out.now = [this] { return time.elapsed(); };
    out.isSilent = [this] {
        constexpr qint64 twoTicksMs = 250;
        const qint64 since = pipe.silentSince();
        return since >= 0 && time.elapsed() - since >= twoTicksMs;
    };
    out.refused = [this](const Target &target, const QString &reason) {
        Q_EMIT commands.refused(target, reason);
    };
    return out;
}

QString Engine::Parts::obstacle() const
{
    // A wish that waits for Live to come back would fire at a moment that nobody chose.
    return report.state == ConnectionState::Connected ? QString()
        : report.sentence.isEmpty()                   ? Engine::tr("Live has not answered yet.")
                                                      : report.sentence;
}

void Engine::Parts::lookUp()
{
    if (const HostAddress typed = hostAddress(settings.host);
        typed.kind != HostAddress::Kind::Name) {
        found(typed);
        return;
    }
    QHostInfo::lookupHost(settings.host, &engine,
        [this](const QHostInfo &info) { found(hostAddress(info.addresses())); });
}

void Engine::Parts::found(const HostAddress &host)
{
    using Host = ConnectionFacts::Host;
    const bool isIpv6 = host.kind == HostAddress::Kind::Ipv6;
    facts.host = isIpv6 ? Host::Ipv6 : Host::Unknown;
    if (host.kind != HostAddress::Kind::Ipv4)
        return;
    peer = {host.address, settings.port};
    facts.host = Host::Known;
}

void Engine::Parts::bind(qint64 now)
{
    boundTriedAt = now;
    QHostAddress address = settings.bindAddress;
    if (address.isNull())
        address = peer.host.isLoopback() ? QHostAddress(QHostAddress::LocalHost)
                                         : QHostAddress(QHostAddress::AnyIPv4);
    switch (socket.bind(address, settings.replyPort)) {
    case UdpSocket::Bound::Yes:
        facts.replyPort = ConnectionFacts::Port::Bound;
        facts.startedAt = now;
        break;
    case UdpSocket::Bound::PortTaken:
        facts.replyPort = ConnectionFacts::Port::Taken;
        break;
    case UdpSocket::Bound::Failed:
        facts.replyPort = ConnectionFacts::Port::Failed;
        facts.systemError = socket.error();
        break;
    }
}

void Engine::Parts::advance()
{
    const qint64 now = time.elapsed();
    if (facts.host != ConnectionFacts::Host::Known) {
        if (lookedUpAt < 0
            || (facts.host != ConnectionFacts::Host::NotYet && now - lookedUpAt >= lookUpAgainMs)) {
            lookedUpAt = now;
            lookUp();
        }
    } else if (!socket.isBound()) {
        if (boundTriedAt < 0 || now - boundTriedAt >= bindAgainMs)
            bind(now);
    } else {
        if (restartAt >= 0 && now >= restartAt) {
            restartAt = -1;
            sync.restart();
        }
        if (restartAt < 0)
            sync.advance(now);
    }
    judge(now);
    publish();
    setAtRest(sync.isAtRest() && set.wishes().empty());
}

void Engine::Parts::setAtRest(bool atRest)
{
    const int pauseMs = atRest ? restMs : tickMs;
    if (timer.interval() != pauseMs)
        timer.setInterval(pauseMs);
    socket.setGatherMs(atRest ? gatherMs : 0);
}

void Engine::Parts::judge(qint64 now)
{
    const qint64 silentSince = pipe.silentSince();
    if (std::exchange(facts.silentSince, silentSince) != silentSince)
        facts.asleepMs = 0;
    facts.asleepMs += std::max<qint64>(0, now - std::exchange(turnAt, now) - turnMs);
    facts.roundTripMs = pipe.roundTripMs();
    facts.updatesElsewhere = sync.feed().isElsewhere();
    const ConnectionReport current = judgeConnection(facts, now);
    const bool stateChanged = current.state != report.state || current.sentence != report.sentence;
    const bool wasOut = report.state == ConnectionState::NoAnswer;
    report = current;
    set.applyStale(current.state == ConnectionState::NoAnswer
        || current.state == ConnectionState::NetworkError);
    if (stateChanged && wasOut && current.state == ConnectionState::Connected
        && set.trackCount() > 0)
        sync.restart(); // it may be another Live, and holds no listeners of ours
    if (stateChanged || now - reportedAt >= reportEveryMs) {
        reportedAt = now;
        Q_EMIT engine.connectionChanged(report);
    }
}

void Engine::Parts::receive(const QByteArray &datagram)
{
    const OscDecoded decoded = decodeOsc(datagram);
    const qint64 now = time.elapsed();
    if (!decoded.error.isEmpty()) {
        ++traffic.malformed;
        qCDebug(lcConnection) << "not OSC:" << decoded.error;
    }
    for (OscMessage message : decoded.messages) {
        // A number that is none tells no more than no value, and would spread through all that is computed with it.
        std::ranges::replace_if(
            message.arguments, [](const OscArgument &value) { return !isFinite(value); },
            OscArgument(OscNil{}));
        receive(message, now);
    }
}

void Engine::Parts::receive(const OscMessage &message, qint64 now)
{
    ++traffic.received;
    facts.lastHeard = now;
    Q_EMIT engine.messageReceived(message);
    if (message.address == QLatin1String("/live/error")) {
        const QString text = message.arguments.empty()
            ? QString()
            : toText(message.arguments.front()).value_or(QString());
        qCDebug(lcConnection) << "Live:" << text;
        pipe.takeError(text);
    } else if (message.address == QLatin1String("/live/startup")) {
        pipe.reset(Engine::tr("Live was restarted."));
        restartAt = now + graceMs;
    } else if (!sync.take(message, now) && !pipe.take(message, now)) {
        qCDebug(lcConnection) << "nobody asked for" << describe(message);
    }
}

void Engine::Parts::publish()
{
    queue.check(); // a wish is confirmed in the same batch as the value that confirms it
    set.publish();
    grid.advance(time.elapsed());
    commands.advance(time.elapsed());
    if (socket.isBound() && restartAt < 0)
        sync.advance(
            time.elapsed()); // a fence came back: the next group need not wait for the timer
    set.publish(); // what was worked out meanwhile: who looks at the mirror now has been told of all that is in it
    const bool complete = set.isComplete();
    if (std::exchange(wasComplete, complete) != complete && complete)
        Q_EMIT engine.mirrorCompleted();
}

bool Engine::Parts::send(std::span<const OscMessage> messages)
{
    const std::optional<QByteArray> bytes = encodeOsc(messages);
    if (!bytes || !socket.isBound())
        return false;
    traffic.sent += static_cast<int>(messages.size());
    return socket.send(*bytes, peer);
}

Engine::Engine(EngineSettings settings, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>(std::move(settings), *this))
{
}

Engine::~Engine()
{
    if (m_parts->report.state == ConnectionState::Connected) {
        for (const OscMessage &stop : m_parts->sync.farewell())
            m_parts->send({&stop, 1});
    }
}

void Engine::start()
{
    m_parts->timer.start();
    m_parts->advance();
}

LiveSet &Engine::liveSet()
{
    return m_parts->set;
}

Commands &Engine::commands()
{
    return m_parts->commands;
}

GridCommands &Engine::gridCommands()
{
    return m_parts->grid;
}

const SongClock &Engine::songClock() const
{
    return m_parts->clock;
}

ConnectionReport Engine::connection() const
{
    return m_parts->report;
}

const EngineSettings &Engine::settings() const
{
    return m_parts->settings;
}

qint64 Engine::now() const
{
    return m_parts->time.elapsed();
}

bool Engine::sendRaw(const OscMessage &message)
{
    return m_parts->send({&message, 1});
}

Engine::Traffic Engine::traffic() const
{
    Traffic out = m_parts->traffic;
    out.stalePushes = m_parts->listeners.dropped();
    out.mostPerTick = QueryPipe::mostMessagesInGroup;
    out.missedPushes = m_parts->sync.feed().missed();
    out.divergences = m_parts->sync.audit().divergences();
    out.audited = m_parts->sync.audit().compared();
    out.firstReadings = m_parts->sync.firstReadings();
    out.lostAnswers = m_parts->pipe.lost();
    out.listeners = m_parts->listeners.count();
    out.isAtRest = m_parts->sync.isAtRest();
    out.readCostMs = m_parts->pipe.budget().msPerRead();
    return out;
}

void Engine::setVisible(
    TrackIndex firstTrack, int trackCount, SceneIndex firstScene, int sceneCount)
{
    m_parts->sync.setVisible(firstTrack, trackCount, firstScene, sceneCount);
    m_parts->setAtRest(false);
}

void Engine::watchMeters(TrackIndex firstTrack, int trackCount)
{
    m_parts->sync.watchMeters(firstTrack, trackCount);
    m_parts->setAtRest(false);
}

void Engine::watchParameter(ParameterId parameter)
{
    m_parts->sync.watch(parameter);
}

void Engine::unwatchParameter(ParameterId parameter)
{
    m_parts->sync.unwatch(parameter);
}

void Engine::readParameter(ParameterId parameter, std::function<void(bool)> done)
{
    m_parts->sync.readParameter(parameter, std::move(done));
}

void Engine::readNotes(SlotId slot, std::function<void(bool)> done)
{
    m_parts->notes.read(
        slot, done ? std::move(done) : [](bool) {});
}

} // namespace clipdeck

#include "moc_engine.cpp"
