// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong between a client and Live, on request: which datagrams are lost, late, doubled or out of order.
#pragma once

#include <QJsonObject>
#include <QRandomGenerator>
#include <QString>

#include <span>
#include <vector>

namespace clipdeck::sim {

/// What a network does to the datagrams of one direction. Shares are 0..1, times seconds.
struct LinkFaults {
    double drop = 0.0; ///< Share that is lost
    double duplicate = 0.0; ///< Share that arrives twice
    double reorder = 0.0; ///< Share that arrives `heldBack` later than the others
    double delay = 0.0; ///< Of every datagram
    double jitter = 0.0; ///< Longest further delay; which one is chance

    /// How much a datagram out of order is late: the others of its burst have passed it by then.
    static constexpr double heldBack = 0.03;

    bool isPerfect() const
    {
        return drop <= 0.0 && duplicate <= 0.0 && reorder <= 0.0 && delay <= 0.0 && jitter <= 0.0;
    }
};

/// All that is wrong with a stand-in's surroundings. As it is made, nothing is.
struct Faults {
    LinkFaults in; ///< To Live
    LinkFaults out; ///< From Live
    double largestDatagram
        = 0.0; ///< Bytes that the system sends in one; 0: UDP's own limit. macOS: 9216
    /// What the system keeps between two readings of the socket, counted as payload and 16 bytes a datagram; 0: no limit.
    /// As made, macOS's. Windows: 65536
    double receiveBuffer = 786896.0;
    double accessCost
        = 0.0; ///< Seconds that Live's main thread spends on each access to one of its objects
    bool feedStolen
        = false; ///< Another client speaks after every reading: what is pushed then goes there
    double seed = 1.0; ///< The same seed and conversation lose the same datagrams
};

/// A setting by the name that the control channel and the command line give it, in their unit.
struct FaultField {
    const char *name; ///< As in {"cmd": "fault", NAME: value}; the option is --NAME, with dashes
    const char *help;
    double highest; ///< Lowest is 0
    double unit; ///< What one is in Faults: 0.01 for percent, 0.001 for milliseconds
    double &(*at)(Faults &);
};

std::span<const FaultField> faultFields();
/// Sets `field` to `value` in the field's own unit; false if that is out of its range.
bool setFault(Faults &faults, const FaultField &field, double value);
/// All settings by name.
QJsonObject dumpFaults(Faults faults);

/// Decides about one datagram after another. Pure but for its seed: the same calls give the same answers.
class FaultSchedule {
public:
    explicit FaultSchedule(quint32 seed = 1) { restart(seed); }
    void restart(quint32 seed) { m_chance.seed(seed); }

    /// When the copies of a datagram arrive that sets out at `now`, in seconds: none, one or two times.
    std::vector<double> arrivals(const LinkFaults &link, double now);

private:
    QRandomGenerator m_chance;
};

} // namespace clipdeck::sim
