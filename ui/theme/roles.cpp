// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/roles.h"

#include <array>

namespace clipdeck {

namespace {

constexpr std::array<const char *, roleCount> names{"void", "ground", "panel", "tabBar", "raised",
    "control", "hover", "field", "line", "edge", "mark", "text", "text2", "text3", "lampOff",
    "play", "playLow", "onPlay", "rec", "recLow", "onRec", "armed", "solo", "onSolo", "mute",
    "onMute", "warn", "onWarn", "own", "onOwn", "select", "meter", "meterHi"};

} // namespace

QString roleName(Role role)
{
    return QLatin1String(names[static_cast<std::size_t>(role)]);
}

std::optional<Role> roleNamed(QStringView name)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1String(names[i]))
            return static_cast<Role>(i);
    }
    return std::nullopt;
}

} // namespace clipdeck
