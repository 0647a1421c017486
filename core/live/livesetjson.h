// SPDX-License-Identifier: GPL-3.0-or-later
// The mirror as JSON: `clipdeckctl dump` (DESIGN.md, "The dump").
#pragma once

#include "core/live/liveset.h"

#include <QJsonObject>

namespace clipdeck {

/// The whole mirror, format 1. Names are Live's own; times in beats, colours 0xRRGGBB, null for what Live does not have.
QJsonObject toJson(const LiveSet &set);
QJsonObject toJson(const Song &song);
QJsonObject toJson(const Selection &selection);
QJsonObject toJson(const Track &track, TrackIndex index);
QJsonObject toJson(const Scene &scene, SceneIndex index);
QJsonObject toJson(const Clip &clip);
QJsonObject toJson(const Device &device);

} // namespace clipdeck
