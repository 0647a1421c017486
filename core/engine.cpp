// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine.h"

#include "core/commands/commandqueue.h"
#include "core/commands/gridcommands.h"
#include "core/logging/logging.h"
#include "core/osc/hostaddress.h"
#include "core/sync/readers/notereader.h"
#include "core/sync/syncengine.h"

#include <QElapsedTimer>
#include <QTimer>

#include <utility>

namespace clipdeck {

namespace {

constexpr int tickMs = 10; // a group leaves within this time of its moment
constexpr int restMs = 188; // and at rest within this one: two turns are the time between groups
// At rest, what arrives first waits so long for the rest of its tick's answers: one waking takes them all.
constexpr int gatherMs = 8;

/// What an error message says.
QString textOf(const OscMessage &error)
{
    const QString text
        = error.arguments.empty() ? QString() : toText(error.arguments.front()).value_or(QString());
    qCDebug(lcConnection) << "Live:" << text;
    return text;
}

} // namespace

/// The parts, in the order in which each needs those above it, and what connects them.
struct Engine::Parts {
    Parts(EngineSettings wanted, Engine &owner);

    void connectParts();
    void advance();
    void endTurn();
    void setAtRest(bool atRest);
    void handle(const OscMessage &message, qint64 now);
    void onSetChanged(const Changes &changes);
    void onReported(const ConnectionReport &report);
    void onCameBack();
    CommandOutlet outlet();

    Engine &engine;
    EngineSettings settings;
    QElapsedTimer time;
    LiveConnection connection;
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
    bool wasComplete = false;
};

Engine::Parts::Parts(EngineSettings wanted, Engine &owner)
    : engine(owner)
    , settings(std::move(wanted))
    , connection(settings)
    , pipe([this](std::span<const OscMessage> messages) { return connection.send(messages); })
    , sync(set, pipe, listeners, clock, [this] { return time.elapsed(); })
    , notes(set, pipe)
    , queue(set, outlet())
    , commands(set, queue)
    , grid(set, queue)
{
    time.start();
    sync.setReadDevices(settings.readDevices);
    sync.setListen(settings.listen);
    pipe.setIsOnThisMachine(hostAddress(settings.host).address.isLoopback());
    timer.setInterval(tickMs);
    timer.setTimerType(Qt::PreciseTimer);
    connectParts();
}

void Engine::Parts::connectParts()
{
    pipe.fenceAnswered = [this](double bpm) { set.apply(SongField::Tempo, bpm); };
    connect(&timer, &QTimer::timeout, &engine, [this] { advance(); });
    connect(&connection, &LiveConnection::datagramArrived, &engine,
        [this](const QByteArray &datagram) { connection.handle(datagram, time.elapsed()); });
    connect(&connection, &LiveConnection::received, &engine,
        [this](const OscMessage &message) { handle(message, time.elapsed()); });
    connect(&connection, &LiveConnection::turnEnded, &engine, [this] { endTurn(); });
    connect(&connection, &LiveConnection::startedUp, &engine,
        [this] { pipe.reset(Engine::tr("Live was restarted.")); });
    connect(&connection, &LiveConnection::cameBack, &engine, [this] { onCameBack(); });
    connect(&connection, &LiveConnection::reported, &engine,
        [this](const ConnectionReport &report) { onReported(report); });
    connect(&set, &LiveSet::changed, &engine,
        [this](const Changes &changes) { onSetChanged(changes); });
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
        sync.expediteAfterWrite(target, isEdit);
    };
    out.readBack = [this](const Target &target) { sync.readNow(target, time.elapsed()); };
    out.obstacle = [this] { return connection.obstacle(); };
    out.now = [this] { return time.elapsed(); };
    out.isSilent = [this] { return pipe.isLate(time.elapsed()); };
    out.refused = [this](const Target &target, const QString &reason) {
        Q_EMIT commands.refused(target, reason);
    };
    return out;
}

void Engine::Parts::advance()
{
    const qint64 now = time.elapsed();
    connection.advance(now);
    if (connection.isOpen())
        sync.advance(now);
    connection.judge({pipe.silentSince(), pipe.roundTripMs(), sync.feed().isElsewhere()}, now);
    endTurn();
    setAtRest(sync.isAtRest() && set.wishes().empty());
}

void Engine::Parts::setAtRest(bool atRest)
{
    const int pauseMs = atRest ? restMs : tickMs;
    if (timer.interval() != pauseMs)
        timer.setInterval(pauseMs);
    connection.setGatherMs(atRest ? gatherMs : 0);
}

void Engine::Parts::handle(const OscMessage &message, qint64 now)
{
    Q_EMIT engine.messageReceived(message);
    if (message.address == QLatin1String("/live/startup"))
        return;
    if (message.address == QLatin1String("/live/error"))
        pipe.handleError(textOf(message));
    else if (!sync.take(message, now) && !pipe.take(message, now))
        qCDebug(lcConnection) << "nobody asked for" << describe(message);
}

void Engine::Parts::onSetChanged(const Changes &changes)
{
    sync.follow(changes);
    if (changes.moved)
        notes.abandon();
    if (changes.structure || changes.song.has(SongField::Tempo))
        clock.setTempo(set.song().tempo, time.elapsed());
    if (changes.structure || changes.song.has(SongField::IsPlaying))
        clock.setPlaying(set.song().isPlaying, time.elapsed());
}

void Engine::Parts::onReported(const ConnectionReport &report)
{
    set.applyStale(
        report.state == ConnectionState::NoAnswer || report.state == ConnectionState::NetworkError);
    Q_EMIT engine.connectionChanged(report);
}

/// It may be another Live, and holds no listeners of ours.
void Engine::Parts::onCameBack()
{
    if (set.trackCount() > 0)
        sync.restart();
}

/// What has arrived is in the mirror: it is announced, and what follows from it is sent.
void Engine::Parts::endTurn()
{
    queue.check(); // a wish is confirmed in the same batch as the value that confirms it
    set.publish();
    grid.advance(time.elapsed());
    commands.advance(time.elapsed());
    if (connection.isOpen())
        sync.advance(
            time.elapsed()); // a fence came back: the next group need not wait for the timer
    set.publish(); // what was worked out meanwhile: who looks at the mirror now has been told of all that is in it
    const bool complete = set.isComplete();
    if (std::exchange(wasComplete, complete) != complete && complete)
        Q_EMIT engine.mirrorCompleted();
}

Engine::Engine(EngineSettings settings, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>(std::move(settings), *this))
{
}

Engine::~Engine()
{
    if (connection().state == ConnectionState::Connected) {
        for (const OscMessage &stop : m_parts->sync.stopListeners())
            sendRaw(stop);
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
    return m_parts->connection.report();
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
    return m_parts->connection.send({&message, 1});
}

Engine::Traffic Engine::traffic() const
{
    const LiveConnection::Counts &counts = m_parts->connection.counts();
    Traffic out;
    out.sent = counts.sent;
    out.received = counts.received;
    out.malformed = counts.malformed;
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
