// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/network/faults.h"

#include <QLatin1String>

namespace clipdeck::sim {

namespace {

constexpr double percent = 0.01;
constexpr double milliseconds = 1e-3;
constexpr double microseconds = 1e-6;
constexpr double longestDelay = 60'000.0;
constexpr double largestBuffer = 1e9;

using F = Faults &;

constexpr FaultField fields[] = {
    {"drop_in", "percent of datagrams to Live that are lost", 100.0, percent,
        [](F f) -> double & { return f.in.drop; }},
    {"drop_out", "percent of datagrams from Live that are lost", 100.0, percent,
        [](F f) -> double & { return f.out.drop; }},
    {"duplicate_in", "percent of datagrams to Live that arrive twice", 100.0, percent,
        [](F f) -> double & { return f.in.duplicate; }},
    {"duplicate_out", "percent of datagrams from Live that arrive twice", 100.0, percent,
        [](F f) -> double & { return f.out.duplicate; }},
    {"reorder_in", "percent of datagrams to Live that later ones overtake", 100.0, percent,
        [](F f) -> double & { return f.in.reorder; }},
    {"reorder_out", "percent of datagrams from Live that later ones overtake", 100.0, percent,
        [](F f) -> double & { return f.out.reorder; }},
    {"delay_in", "milliseconds that datagrams to Live take", longestDelay, milliseconds,
        [](F f) -> double & { return f.in.delay; }},
    {"delay_out", "milliseconds that datagrams from Live take", longestDelay, milliseconds,
        [](F f) -> double & { return f.out.delay; }},
    {"jitter_in", "milliseconds more that they take by chance, at most", longestDelay, milliseconds,
        [](F f) -> double & { return f.in.jitter; }},
    {"jitter_out", "milliseconds more that they take by chance, at most", longestDelay,
        milliseconds, [](F f) -> double & { return f.out.jitter; }},
    {"max_dgram",
        "largest datagram in bytes that Live's system sends (macOS: 9216; 0: UDP's limit)", 65507.0,
        1.0, [](F f) -> double & { return f.largestDatagram; }},
    {"rcvbuf", "bytes that Live's system keeps between two readings (macOS: 786896; 0: no limit)",
        largestBuffer, 1.0, [](F f) -> double & { return f.receiveBuffer; }},
    {"getattr_us", "microseconds that Live spends on each access to an object (Live 12: about 60)",
        1e6, microseconds, [](F f) -> double & { return f.accessCost; }},
    {"seed", "number from which the chances are made", 4294967295.0, 1.0,
        [](F f) -> double & { return f.seed; }},
};

} // namespace

std::span<const FaultField> faultFields()
{
    return fields;
}

bool setFault(Faults &faults, const FaultField &field, double value)
{
    if (!(value >= 0.0 && value <= field.highest))
        return false;
    field.at(faults) = value * field.unit;
    return true;
}

QJsonObject dumpFaults(Faults faults)
{
    QJsonObject out{{QStringLiteral("stolen"), faults.feedStolen}};
    for (const FaultField &field : fields)
        out.insert(QLatin1String(field.name), field.at(faults) / field.unit);
    return out;
}

std::vector<double> FaultSchedule::arrivals(const LinkFaults &link, double now)
{
    if (link.isPerfect())
        return {now};
    // The same number of throws for every datagram: whether one fault is on moves none of the others.
    const double lost = m_chance.generateDouble();
    const double doubled = m_chance.generateDouble();
    const double late = m_chance.generateDouble();
    const double first = m_chance.generateDouble();
    const double second = m_chance.generateDouble();
    if (lost < link.drop)
        return {};
    const double begin = now + link.delay + (late < link.reorder ? LinkFaults::heldBack : 0.0);
    std::vector<double> times{begin + first * link.jitter};
    if (doubled < link.duplicate)
        times.push_back(begin + second * link.jitter);
    return times;
}

} // namespace clipdeck::sim
