// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/network/cost.h"

#include <QLatin1String>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

/// Addresses that begin with `prefix`: so many accesses, and so many more for each value of the answer.
struct Row {
    const char *prefix;
    double once;
    double perValue;
};

// The longer prefix stands before the shorter.
constexpr Row rows[] = {
    {"/live/song/get/track_names", 2, 2.5},
    {"/live/song/get/scenes/", 2, 2.2},
    {"/live/song/", 2, 0},
    {"/live/track/get/clips/", 3, 3.2},
    {"/live/track/get/arrangement_clips/", 3, 2},
    {"/live/track/get/devices/", 3, 1},
    {"/live/track/get/input_routing", 6, 0},
    {"/live/track/get/output_routing", 6, 0},
    {"/live/track/get/volume", 8, 0},
    {"/live/track/", 3, 0},
    {"/live/clip/", 5, 0},
    {"/live/clip_slot/", 5, 0},
    {"/live/scene/", 3, 0},
    {"/live/device/get/parameters/", 4, 1.2},
    {"/live/device/get/parameter/value_string", 8, 0},
    {"/live/device/", 5, 0},
    {"/live/view/get/selected_clip", 8, 0},
    {"/live/view/", 4, 0},
};

/// track_data reads each property of each slot or device in a way of its own.
double trackDataWeight(const OscArgument &property)
{
    const QString name = toText(property).value_or(QString());
    if (name.startsWith("clip."_L1))
        return 3.2;
    return name.startsWith("device."_L1) ? 2.0 : 1.1;
}

/// Of an empty slot only its lack of a clip is read.
constexpr double perNil = 1.1;

double trackData(const OscArguments &arguments, double values, double nils)
{
    constexpr std::size_t firstProperty = 2;
    if (arguments.size() <= firstProperty)
        return 2;
    double weights = 0;
    for (std::size_t i = firstProperty; i < arguments.size(); ++i)
        weights += trackDataWeight(arguments[i]);
    const double weight = weights / static_cast<double>(arguments.size() - firstProperty);
    return 2 + values * weight + nils * std::min(weight, perNil);
}

} // namespace

int objectAccesses(const OscMessage &request, const OscArguments &answer)
{
    const auto nils = static_cast<double>(std::count_if(answer.begin(), answer.end(),
        [](const OscArgument &value) { return std::holds_alternative<OscNil>(value); }));
    const auto values = static_cast<double>(answer.size()) - nils;
    if (request.address == "/live/song/get/track_data"_L1)
        return static_cast<int>(std::lround(trackData(request.arguments, values, nils)));
    constexpr double listening = 4; // a listener is put on, and its first value read
    const double more = request.address.contains("/start_listen/"_L1) ? listening : 0;
    for (const Row &row : rows) {
        if (request.address.startsWith(QLatin1String(row.prefix)))
            return static_cast<int>(std::lround(
                row.once + row.perValue * values + std::min(row.perValue, perNil) * nils + more));
    }
    return 0;
}

} // namespace clipdeck::sim
