// SPDX-License-Identifier: GPL-3.0-or-later
// The address of AbletonOSC's midimap.py, and the map it makes.
#include "core/sim/handlers/handlers.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

bool MidiMap::Entry::valid() const
{
    return channel >= 0 && channel <= 15 && controller >= 0 && controller <= 127;
}

void MidiMap::map(int channel, int controller, ObjectId parameter)
{
    const auto known = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        return entry.channel == channel && entry.controller == controller;
    });
    if (known != m_entries.end())
        known->parameter = parameter;
    else
        m_entries.push_back({channel, controller, parameter});
}

std::optional<ObjectId> MidiMap::parameter(int channel, int controller) const
{
    for (const Entry &entry : m_entries) {
        if (!entry.valid())
            break; // manager.py's loop over the map ends at the first refusal
        if (entry.channel == channel && entry.controller == controller)
            return entry.parameter;
    }
    return std::nullopt;
}

void addMidiMapHandlers(Script &script)
{
    script.add(u"/live/midimap/map_cc"_s,
        [&script](const OscArguments &params) -> std::optional<OscArguments> {
            std::array<int, 5> numbers{};
            for (std::size_t i = 0; i < numbers.size(); ++i)
                numbers.at(i) = pythonInt(pythonItem(params, i, true));
            const auto [track, device, parameter, channel, controller] = numbers;
            const auto &devices = trackAt(script.live(), track).devices;
            const auto &parameters = devices[vectorIndex(device, devices.size())]->parameters;
            script.midiMap().map(
                channel, controller, parameters[vectorIndex(parameter, parameters.size())]->id);
            return std::nullopt;
        });
}

} // namespace clipdeck::sim
