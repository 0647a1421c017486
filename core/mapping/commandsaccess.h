// SPDX-License-Identifier: GPL-3.0-or-later
// Faders on the real commands.
#pragma once

#include "core/commands/commands.h"
#include "core/mapping/liveaccess.h"

#include <functional>
#include <utility>

namespace clipdeck {

/// LiveAccess through Commands; watching is given as functions, as the engine that does it stands above this room.
class CommandsAccess : public LiveAccess {
public:
    using Watch = std::function<void(ParameterId)>;

    CommandsAccess(Commands &commands, Watch watch, Watch unwatch)
        : m_commands(commands)
        , m_watch(std::move(watch))
        , m_unwatch(std::move(unwatch))
    {
    }

    void watch(ParameterId parameter) override { m_watch(parameter); }
    void unwatch(ParameterId parameter) override { m_unwatch(parameter); }
    void requestParameter(ParameterId parameter, double value) override
    {
        m_commands.requestParameter(parameter, value);
    }
    void requestVolume(TrackIndex track, double value) override
    {
        m_commands.requestTrack(track, TrackField::Volume, value);
    }

private:
    Commands &m_commands;
    Watch m_watch;
    Watch m_unwatch;
};

} // namespace clipdeck
