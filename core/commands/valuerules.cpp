// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/valuerules.h"

#include "core/live/units.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

namespace clipdeck {

namespace {

using O = ObjectKind;

constexpr double rounding = 1e-6; // of a 32-bit float, and a little

constexpr ValueRange share{0.0, 1.0};
constexpr ValueRange flag{0.0, 1.0};
constexpr ValueRange time{-farthestTime, farthestTime};
constexpr ValueRange songTime{0.0, farthestTime};
constexpr ValueRange tempo{slowestTempo, fastestTempo};
constexpr ValueRange color{0.0, 0xffffff};
constexpr ValueRange colorIndex{0.0, 69.0};
constexpr ValueRange numerator{1.0, 99.0};
constexpr ValueRange denominator{1.0, 16.0};

struct Row {
    ObjectKind object;
    std::string_view name;
    ValueRange range;
};

// Switches and texts have no row.
constexpr std::array rows{
    Row{O::Song, "clip_trigger_quantization", {0.0, 13.0}},
    Row{O::Song, "current_song_time", songTime},
    Row{O::Song, "groove_amount", {0.0, 1.3125}},
    Row{O::Song, "loop_length", songTime},
    Row{O::Song, "loop_start", songTime},
    Row{O::Song, "midi_recording_quantization", {0.0, 8.0}},
    Row{O::Song, "root_note", {0.0, 11.0}},
    Row{O::Song, "signature_denominator", denominator},
    Row{O::Song, "signature_numerator", numerator},
    Row{O::Song, "tempo", tempo},
    Row{O::Track, "color", color},
    Row{O::Track, "color_index", colorIndex},
    Row{O::Track, "current_monitoring_state", {0.0, 2.0}},
    Row{O::Track, "fold_state", flag},
    Row{O::Track, "panning", {-1.0, 1.0}},
    Row{O::Track, "volume", share},
    Row{O::Scene, "color", color},
    Row{O::Scene, "color_index", colorIndex},
    Row{O::Scene, "tempo", tempo},
    Row{O::Scene, "time_signature_denominator", denominator},
    Row{O::Scene, "time_signature_numerator", numerator},
    Row{O::Clip, "color", color},
    Row{O::Clip, "color_index", colorIndex},
    Row{O::Clip, "end_marker", time},
    Row{O::Clip, "gain", share},
    Row{O::Clip, "launch_mode", {0.0, 3.0}},
    Row{O::Clip, "launch_quantization", {0.0, 14.0}},
    Row{O::Clip, "loop_end", time},
    Row{O::Clip, "loop_start", time},
    Row{O::Clip, "pitch_coarse", {-48.0, 48.0}},
    Row{O::Clip, "pitch_fine", {-50.0, 50.0}},
    Row{O::Clip, "position", time},
    Row{O::Clip, "start_marker", time},
    Row{O::Clip, "velocity_amount", share},
    Row{O::Clip, "warp_mode", {0.0, 6.0}},
};

/// A number without a range of its own is bounded by the type in which it is sent.
ValueRange rangeOf(const Property &property)
{
    const auto row = std::ranges::find_if(
        rows, [&](const Row &r) { return r.object == property.object && r.name == property.name; });
    if (row != rows.end())
        return row->range;
    if (property.kind == ValueKind::Bool)
        return flag;
    constexpr double mostFloat = std::numeric_limits<float>::max();
    constexpr double mostInt = std::numeric_limits<qint32>::max();
    return property.kind == ValueKind::Int ? ValueRange{-mostInt, mostInt}
                                           : ValueRange{-mostFloat, mostFloat};
}

bool isText(const LiveValue &value)
{
    return std::holds_alternative<QString>(value);
}

QString number(double value)
{
    return QString::number(value, 'g', 9);
}

} // namespace

bool ValueRange::holds(double value) const
{
    const double slack = rounding * std::max({1.0, std::abs(lowest), std::abs(highest)});
    return value >= lowest - slack && value <= highest + slack; // false for what is no number
}

double ValueRange::cut(double value) const
{
    return std::clamp(value, lowest, highest);
}

QString ValueRules::complaint(const Property &property, const LiveValue &value)
{
    if (property.kind == ValueKind::Text)
        return isText(value) ? QString() : tr("That is not a text.");
    const double wanted = numberOr(value, 0.0);
    if (isNothing(value) || isText(value) || !std::isfinite(wanted))
        return tr("That is not a number.");
    const ValueRange range = rangeOf(property);
    const bool counts = property.kind == ValueKind::Int || property.kind == ValueKind::Bool;
    if (counts && std::trunc(wanted) != wanted)
        return tr("%1 takes whole numbers only.").arg(QLatin1String(property.name));
    const bool isInside = counts ? wanted == range.cut(wanted) : range.holds(wanted);
    return isInside
        ? QString()
        : tr("%1 goes from %2 to %3.")
              .arg(QLatin1String(property.name), number(range.lowest), number(range.highest));
}

QString ValueRules::complaint(const Parameter &parameter, double value)
{
    if (!std::isfinite(value))
        return tr("That is not a number.");
    const ValueRange range{parameter.minimum, parameter.maximum};
    return !parameter.isRangeKnown || range.holds(value)
        ? QString()
        : tr("%1 goes from %2 to %3.")
              .arg(parameter.name, number(range.lowest), number(range.highest));
}

QString ValueRules::complaintAboutSend(double value)
{
    if (!std::isfinite(value))
        return tr("That is not a number.");
    return share.holds(value) ? QString() : tr("A send goes from 0 to 1.");
}

QString ValueRules::complaintAboutTime(double value)
{
    if (!std::isfinite(value))
        return tr("That is not a number.");
    return time.holds(value) ? QString()
                             : tr("Live's times go up to %1.").arg(number(farthestTime));
}

QString ValueRules::complaint(std::span<const OscMessage> messages)
{
    const bool isWell = std::ranges::all_of(messages,
        [](const OscMessage &message) { return std::ranges::all_of(message.arguments, isFinite); });
    return isWell ? QString() : tr("That is not a number.");
}

LiveValue ValueRules::fitted(const Property &property, const LiveValue &value)
{
    const auto *wanted = std::get_if<double>(&value);
    return wanted ? LiveValue(rangeOf(property).cut(*wanted)) : value;
}

double ValueRules::fitted(const Parameter &parameter, double value)
{
    return parameter.isRangeKnown ? ValueRange{parameter.minimum, parameter.maximum}.cut(value)
                                  : value;
}

} // namespace clipdeck
