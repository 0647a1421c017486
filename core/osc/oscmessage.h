// SPDX-License-Identifier: GPL-3.0-or-later
// One OSC message as a value: an address pattern and its typed arguments.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace clipdeck {

/// OSC's nil (type tag N): what AbletonOSC answers where Live has no value.
struct OscNil {
    bool operator==(const OscNil &) const = default;
};

/// One argument, by OSC 1.1 type tag: N, T/F, i, h, f, d, s, b.
/// AbletonOSC sends all but d and b.
using OscArgument = std::variant<OscNil, bool, qint32, qint64, float, double, QString, QByteArray>;
using OscArguments = std::vector<OscArgument>;

/// An OSC message. Comparable; copying is cheap enough for queues.
struct OscMessage {
    QString address;
    OscArguments arguments;

    bool operator==(const OscMessage &) const = default;
};

/// The argument as a whole number: i and h as they are, f and d only where they hold one, T/F as 1/0.
std::optional<int> toInt(const OscArgument &argument);
/// The argument as a real number; T/F as 1/0.
std::optional<double> toDouble(const OscArgument &argument);
/// T/F, or a number other than 0 (Live's "bools" come as either).
std::optional<bool> toBool(const OscArgument &argument);
/// False for a float or a double that is no number or infinite. Everything else is finite.
bool isFinite(const OscArgument &argument);
/// Text, only from s.
std::optional<QString> toText(const OscArgument &argument);

/// One line for logs, the console and test failures: `/live/clip/get/name 1 2 "Bass" 0.5f`. What can't be shown of a text is
/// escaped: `\n`, `\ufeff`.
QString describe(const OscMessage &message);
QString describe(const OscArgument &argument);

} // namespace clipdeck
