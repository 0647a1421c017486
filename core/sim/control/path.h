// SPDX-License-Identifier: GPL-3.0-or-later
// Objects by path, as Max names them: "live_set tracks 0 clip_slots 2 clip". For the control channel.
#pragma once

#include "core/osc/oscmessage.h"
#include "core/sim/live/live.h"

#include <QJsonValue>

#include <variant>

namespace clipdeck::sim {

using PathTarget = std::variant<Song *, Track *, Slot *, Clip *, Scene *, Device *, Parameter *>;

/// Follows a path through the set; throws Error where it leads nowhere. Known steps: of the song `tracks N`,
/// `return_tracks N`, `master_track`, `scenes N`; of a track `clip_slots N`, `devices N`,
/// `mixer_device volume`, `mixer_device panning`, `mixer_device sends N`; of a slot `clip`; of a device `parameters N`.
PathTarget resolvePath(Live &live, const QString &path);

/// A property by its name in Live, as JSON; throws Error where the object has none of that name.
QJsonValue readPath(Live &live, const QString &path, const QString &property);
/// Writes it as the user would, with Live's rules, listeners and undo; answers what it then is.
QJsonValue writePath(
    Live &live, const QString &path, const QString &property, const QJsonValue &value);

/// JSON as an argument: whole numbers as such; throws Error for what is no argument.
OscArgument jsonToOsc(const QJsonValue &value);

} // namespace clipdeck::sim
