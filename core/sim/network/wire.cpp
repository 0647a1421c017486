// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/network/wire.h"

#include "core/osc/osccodec.h"

#include <QtEndian>

#include <algorithm>

namespace clipdeck::sim {

namespace {

constexpr double datagramOverhead = 16.0;
constexpr qsizetype errorsKept = 50;

double bufferSize(const QByteArray &bytes)
{
    return static_cast<double>(bytes.size()) + datagramOverhead;
}

/// The address of a message; of a bundle, those of its messages. Whether they are well-formed is not asked.
void countAddresses(QByteArrayView bytes, int depth, QHash<QString, int> &counts)
{
    constexpr int deepest = 8;
    constexpr qsizetype bundleHeader = 16;
    constexpr qsizetype mostKinds = 2000;
    if (!bytes.startsWith(QByteArrayView("#bundle\0", 8))) {
        const qsizetype end = bytes.indexOf('\0');
        const QString address = QString::fromUtf8(bytes.first(end < 0 ? 0 : end));
        if (counts.size() < mostKinds || counts.contains(address))
            ++counts[address];
        return;
    }
    qsizetype at = bundleHeader;
    while (depth < deepest && at + 4 <= bytes.size()) {
        const qsizetype size = qFromBigEndian<quint32>(bytes.data() + at);
        at += 4;
        countAddresses(bytes.sliced(at, std::min(size, bytes.size() - at)), depth + 1, counts);
        at += size;
    }
}

/// Times are sums, so that equal ones may differ by a little.
constexpr double sameTime = 1e-9;

template <class Queue, class Take> void takeDue(Queue &queue, double now, Take &&take)
{
    while (!queue.empty() && queue.begin()->first <= now + sameTime) {
        auto next = queue.extract(queue.begin());
        take(std::move(next.mapped()));
    }
}

} // namespace

void Wire::setFaults(const Faults &faults)
{
    const bool anew = faults.seed != m_faults.seed;
    m_faults = faults;
    if (!anew)
        return;
    const auto seed = static_cast<quint32>(faults.seed);
    m_chanceIn.restart(seed);
    m_chanceOut.restart(seed + 1);
}

void Wire::arrive(const QByteArray &bytes, const QHostAddress &from, double now)
{
    const std::vector<double> times = m_chanceIn.arrivals(m_faults.in, now);
    m_counts.droppedIn += times.empty() ? 1 : 0;
    for (const double time : times) {
        if (time <= now)
            keep({bytes, from});
        else
            m_arriving.emplace(time, Datagram{bytes, from});
    }
}

void Wire::keep(Datagram datagram)
{
    const double size = bufferSize(datagram.bytes);
    if (m_faults.receiveBuffer > 0.0 && m_buffered + size > m_faults.receiveBuffer) {
        ++m_counts.overflow;
        return;
    }
    m_buffered += size;
    m_buffer.push_back(std::move(datagram));
}

std::optional<Wire::Datagram> Wire::take()
{
    if (m_buffer.empty())
        return std::nullopt;
    Datagram next = std::move(m_buffer.front());
    m_buffer.pop_front();
    m_buffered -= bufferSize(next.bytes);
    ++m_counts.received;
    m_counts.bytesIn += next.bytes.size();
    countAddresses(next.bytes, 0, m_counts.addressesIn);
    return next;
}

void Wire::close()
{
    m_buffer.clear();
    m_buffered = 0.0;
}

bool Wire::send(const QByteArray &bytes, const QHostAddress &to, double departure, double now)
{
    m_counts.largestOut = std::max<qint64>(m_counts.largestOut, bytes.size());
    const double largest = m_faults.largestDatagram > 0.0
        ? m_faults.largestDatagram
        : static_cast<double>(maximumDatagramSize);
    if (static_cast<double>(bytes.size()) > largest) {
        ++m_counts.oversize;
        return false;
    }
    const std::vector<double> times = m_chanceOut.arrivals(m_faults.out, departure);
    m_counts.droppedOut += times.empty() ? 1 : 0;
    for (const double time : times) {
        if (time <= now)
            leave({bytes, to});
        else
            m_leaving.emplace(time, Datagram{bytes, to});
    }
    return true;
}

void Wire::leave(const Datagram &datagram)
{
    m_send(datagram.bytes, datagram.host); // UDP: whether anybody hears it is not ours to know
    ++m_counts.sent;
    m_counts.bytesOut += datagram.bytes.size();
    countAddresses(datagram.bytes, 0, m_counts.addressesOut);
    if (!datagram.bytes.startsWith("/live/error"))
        return;
    const OscDecoded decoded = decodeOsc(datagram.bytes);
    for (const OscMessage &message : decoded.messages)
        m_counts.errors.append(message.arguments.empty()
                ? QString()
                : toText(message.arguments.front()).value_or(QString()));
    if (m_counts.errors.size() > errorsKept)
        m_counts.errors.remove(0, m_counts.errors.size() - errorsKept);
}

void Wire::advance(double now)
{
    takeDue(m_arriving, now, [this](Datagram datagram) { keep(std::move(datagram)); });
    takeDue(m_leaving, now, [this](const Datagram &datagram) { leave(datagram); });
}

std::optional<double> Wire::nextDue() const
{
    std::optional<double> due;
    for (const auto *queue : {&m_arriving, &m_leaving}) {
        if (!queue->empty())
            due = std::min(due.value_or(queue->begin()->first), queue->begin()->first);
    }
    return due;
}

} // namespace clipdeck::sim
