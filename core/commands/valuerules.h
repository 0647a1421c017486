// SPDX-License-Identifier: GPL-3.0-or-later
// Which values Live takes, known before anything is sent. Pure.
#pragma once

#include "core/abletonosc/api.h"
#include "core/live/device.h"
#include "core/live/value.h"
#include "core/osc/oscmessage.h"

#include <QCoreApplication>

#include <span>

namespace clipdeck {

/// The ends of a range; both belong to it.
struct ValueRange {
    double lowest;
    double highest;

    /// The rounding of a 32-bit float, in which Live's values travel, takes nothing out of the range.
    bool holds(double value) const;
    /// A value that holds() and lies beyond an end by rounding alone, at that end.
    double cut(double value) const;
};

/// The farthest place in time that Live has, in beats, and so the longest clip (Live's arrangement ends there).
constexpr double farthestTime = 1576800.0;

/// What Live would not take is refused here with a sentence, instead of being cut: a number that is none, one outside of
/// its property's range (Live Object Model), a broken one where Live counts.
class ValueRules {
    Q_DECLARE_TR_FUNCTIONS(ValueRules)
public:
    /// Why Live would not take the value, for the user; empty if it would.
    static QString complaint(const Property &property, const LiveValue &value);
    static QString complaint(const Parameter &parameter, double value);
    /// Of a send: 0..1.
    static QString complaintAboutSend(double value);
    /// Of a length or a time in beats, or in seconds.
    static QString complaintAboutTime(double value);
    /// Of what is about to be sent: a number that is not finite must not leave the program, whoever made it.
    static QString complaint(std::span<const OscMessage> messages);

    /// The value as it is to be sent: at the end of the range where it lies beyond by rounding alone.
    static LiveValue fitted(const Property &property, const LiveValue &value);
    static double fitted(const Parameter &parameter, double value);
};

} // namespace clipdeck
