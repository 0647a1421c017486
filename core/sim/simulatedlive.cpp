// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/simulatedlive.h"

#include "core/osc/osccodec.h"
#include "core/sim/live/error.h"
#include "core/sim/network/cost.h"
#include "core/sim/sets/als/reader.h"
#include "core/sim/sets/demo.h"
#include "core/sim/sets/generated.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

SimulatedLive::SimulatedLive(
    const SimSetChoice &choice, double now, Send send, const Quirks &quirks)
    : m_wire(std::move(send))
    , m_quirks(quirks)
    , m_now(now)
{
    m_stats.reset(now);
    open(choice, now);
}

void SimulatedLive::open(const SimSetChoice &choice, double now)
{
    if (choice.kind == SimSetChoice::Kind::File) {
        openFile(choice.als, now);
        return;
    }
    m_script.reset();
    m_leftOut.clear();
    switch (choice.kind) {
    case SimSetChoice::Kind::File:
        Q_UNREACHABLE(); // opened above
    case SimSetChoice::Kind::Demo:
        m_live = std::make_unique<Live>(demoSet(), now - demoLead);
        playDemo(*m_live, now);
        break;
    case SimSetChoice::Kind::Empty:
        m_live = std::make_unique<Live>(emptySet(), now);
        break;
    case SimSetChoice::Kind::Generated:
        m_live = std::make_unique<Live>(generatedSet(choice), now);
        break;
    }
    startScript();
}

void SimulatedLive::openFile(const QString &path, double now)
{
    AlsFile file = readAls(path);
    if (!file.set)
        throw Error(ErrorKind::Value, QString(path + u": "_s + file.error));
    m_script.reset();
    m_leftOut = file.leftOut;
    m_live = std::make_unique<Live>(std::move(*file.set), now);
    startScript();
}

void SimulatedLive::restartScript()
{
    m_script.reset();
    m_stats.restarted();
    startScript();
}

void SimulatedLive::stopScript()
{
    m_script.reset();
    m_wire.close();
}

void SimulatedLive::startScript()
{
    if (m_script)
        return;
    m_wire.close();
    m_peer = QHostAddress(QHostAddress::LocalHost);
    m_freshlyStarted = true;
    m_script = std::make_unique<Script>(
        *m_live, [this](const OscMessage &message) { return deliver(message); }, m_quirks);
}

/// The main thread is busy for so long: answers leave later, and the next tick may be late.
void SimulatedLive::charge(int accesses)
{
    m_busyUntil = std::max(m_busyUntil, m_now) + accesses * m_wire.faults().accessCost;
}

bool SimulatedLive::deliver(const OscMessage &message)
{
    const std::optional<QByteArray> datagram = encodeOsc(message);
    if (!datagram)
        return false;
    if (m_wire.faults().accessCost > 0.0) {
        const bool isAnswer = !m_request.empty() && m_request.front().address == message.address;
        charge(isAnswer ? objectAccesses(m_request.front(), message.arguments) : pushAccesses);
        m_answered = m_answered || isAnswer;
    }
    if (m_peer.isNull()) {
        m_wire.sendElsewhere();
        return true;
    }
    return m_wire.send(*datagram, m_peer, std::max(m_now, m_busyUntil), m_now);
}

void SimulatedLive::receive(const QByteArray &datagram, const QHostAddress &from)
{
    if (m_script)
        m_wire.arrive(datagram, from, m_now);
}

void SimulatedLive::advance(double now)
{
    m_now = std::max(m_now, now);
    m_wire.advance(m_now);
}

/// Neither a dialog nor the cost of what was read keeps the main thread.
bool SimulatedLive::isFree(double now) const
{
    constexpr double tolerance = 1e-9; // times are sums
    return now + tolerance >= std::max(m_pausedUntil, m_busyUntil);
}

void SimulatedLive::step(double now)
{
    advance(now);
    if (isFree(now))
        m_live->step(now);
}

bool SimulatedLive::handle(const Wire::Datagram &datagram)
{
    if (m_wire.faults().accessCost <= 0.0)
        return m_script->receive(datagram.bytes);
    m_request = decodeOsc(datagram.bytes).messages;
    m_answered = false;
    const bool goOn = m_script->receive(datagram.bytes);
    const std::vector<OscMessage> request = std::exchange(m_request, {});
    // Of a bundle the first one's answer was charged as it left, the others as pushes are; of a silent one, all.
    if (!m_answered) {
        for (const OscMessage &message : request)
            charge(objectAccesses(message, {}));
    }
    return goOn;
}

int SimulatedLive::readDatagrams()
{
    int count = 0;
    bool goOn = m_script != nullptr;
    while (goOn) {
        const std::optional<Wire::Datagram> next = m_wire.take();
        if (!next)
            break;
        ++count;
        m_peer = next->host;
        goOn = handle(*next);
    }
    return count;
}

void SimulatedLive::tick(double now)
{
    advance(now);
    if (!isFree(now)) {
        m_stats.late();
        return;
    }
    QElapsedTimer clock;
    clock.start();
    m_live->display();
    const bool reads = !std::exchange(m_freshlyStarted, false); // from Live's second tick on
    const int count = reads ? readDatagrams() : 0;
    if (m_wire.faults().feedStolen)
        m_peer.clear(); // the other client has spoken last
    m_stats.add(
        static_cast<double>(clock.nsecsElapsed()) / 1e9 + std::max(0.0, m_busyUntil - m_now),
        count);
}

QJsonObject SimulatedLive::stats(bool reset)
{
    QJsonObject out = m_stats.toJson(m_wire.counts(), m_now);
    out.insert("script_alive"_L1, isScriptOn());
    out.insert("handlers"_L1, m_script ? static_cast<int>(m_script->addresses().size()) : 0);
    out.insert("listeners"_L1, m_live->observers().count());
    if (reset) {
        m_stats.reset(m_now);
        m_wire.resetCounts();
    }
    return out;
}

} // namespace clipdeck::sim
