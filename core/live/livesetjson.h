// SPDX-License-Identifier: GPL-3.0-or-later
// The mirror as JSON: `clipdeckctl dump` (docs/formats.md, dump).
#pragma once

#include "core/live/liveset.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace clipdeck {

/// A property's name in the dump: Live's own, or the shorter one that the format gives it.
QString jsonName(const char *live);
QJsonValue toJsonValue(const LiveValue &value);

/// The whole mirror, format 1. Names are Live's own; times in beats, colours 0xRRGGBB, null for what Live does not have.
QJsonObject toJson(const LiveSet &set);
/// The same as text without blanks, a piece at a time: of a large set the whole object takes more memory than the mirror
/// itself. `more` are members that come behind the others. False as soon as `write` was.
bool writeJson(const LiveSet &set, const std::function<bool(const QByteArray &piece)> &write,
    const QJsonObject &more = {});
/// With null where Live can't tell.
QJsonObject songToJson(const LiveSet &set);
QJsonObject trackToJson(const LiveSet &set, TrackIndex index);
QJsonObject sceneToJson(const LiveSet &set, SceneIndex index);
QJsonObject toJson(const Song &song);
QJsonObject toJson(const Selection &selection);
QJsonObject toJson(const Track &track, TrackIndex index);
QJsonObject toJson(const Scene &scene, SceneIndex index);
QJsonObject toJson(const Clip &clip);
QJsonObject toJson(const Device &device);
QJsonObject toJson(const Parameter &parameter);
QJsonObject toJson(const RoutingChoices &choices);
QJsonArray toJson(const std::vector<CuePoint> &cuePoints);
QJsonArray toJson(
    const std::vector<Note> &notes); ///< [pitch, start, duration, velocity, mute] each
QJsonArray toJson(const std::vector<double> &numbers);
/// A slot of a group: "group_slots".
QJsonObject groupSlotToJson(const Slot &slot);

} // namespace clipdeck
