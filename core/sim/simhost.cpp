// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/simhost.h"

#include "core/osc/osccodec.h"
#include "core/sim/alsreader.h"
#include "core/sim/demoset.h"
#include "core/sim/generatedset.h"
#include "core/sim/simerror.h"

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

/// What a system keeps between two readings of the socket (measured on macOS); more is lost without a word.
constexpr qsizetype receiveBuffer = 786896;
constexpr qsizetype datagramOverhead = 16;

} // namespace

Host::Host(const SimSetChoice &choice, double now, Send send)
    : m_send(std::move(send))
{
    open(choice, now);
}

void Host::open(const SimSetChoice &choice, double now)
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

void Host::openFile(const QString &path, double now)
{
    AlsFile file = readAls(path);
    if (!file.set)
        throw Error(ErrorKind::Value, QString(path + u": "_s + file.error));
    m_script.reset();
    m_leftOut = file.leftOut;
    m_live = std::make_unique<Live>(std::move(*file.set), now);
    startScript();
}

void Host::restartScript()
{
    m_script.reset();
    startScript();
}

void Host::startScript()
{
    m_inbox.clear();
    m_inboxSize = 0;
    m_peer = QHostAddress(QHostAddress::LocalHost);
    m_freshlyStarted = true;
    m_script = std::make_unique<Script>(
        *m_live, [this](const OscMessage &message) { return deliver(message); });
}

bool Host::deliver(const OscMessage &message)
{
    const std::optional<QByteArray> datagram = encodeOsc(message);
    if (!datagram)
        return false;
    if (isLost(m_loss.out))
        return true;
    m_send(*datagram, m_peer); // UDP: whether anybody hears it is not ours to know
    return true;
}

void Host::receive(const QByteArray &datagram, const QHostAddress &from)
{
    const qsizetype size = datagram.size() + datagramOverhead;
    if (isLost(m_loss.in) || m_inboxSize + size > receiveBuffer)
        return;
    m_inboxSize += size;
    m_inbox.push_back({datagram, from});
}

void Host::lose(Loss loss, quint32 seed)
{
    m_loss = loss;
    m_chance.seed(seed);
}

bool Host::isLost(double share)
{
    return share > 0.0 && m_chance.generateDouble() < share;
}

void Host::step(double now)
{
    if (now >= m_pausedUntil)
        m_live->step(now);
}

void Host::tick(double now)
{
    if (now < m_pausedUntil)
        return;
    m_live->display();
    if (std::exchange(m_freshlyStarted, false))
        return; // the script's first reading is in Live's second tick
    bool goOn = true;
    while (goOn && !m_inbox.empty()) {
        const Waiting next = std::move(m_inbox.front());
        m_inbox.pop_front();
        m_inboxSize -= next.datagram.size() + datagramOverhead;
        m_peer = next.from;
        goOn = m_script->receive(next.datagram);
    }
}

} // namespace clipdeck::sim
