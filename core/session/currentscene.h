// SPDX-License-Identifier: GPL-3.0-or-later
// Which scene is on. Live does not tell: a scene launch is forgotten once it has begun.
#pragma once

#include "core/live/liveset.h"

#include <optional>

namespace clipdeck {

/// The scene of which the most tracks play, if at least half of its clips do and no other has as many. Nothing where clips
/// are mixed freely: then no scene is on. Looks at every track.
std::optional<SceneIndex> currentScene(const LiveSet &set);

} // namespace clipdeck
