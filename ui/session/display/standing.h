// SPDX-License-Identifier: GPL-3.0-or-later
// What a place of the grid does beside its name: the description for assistive technology, and for hints. Pure.
#pragma once

#include "ui/session/display/cell.h"

namespace clipdeck {

/// Of a scene: "next" or "playing". Empty where there is nothing to say, as below.
QString sceneStanding(const GridContext &context, SceneIndex scene);
/// Of a track's header: "plays the Arrangement", "armed".
QString headerStanding(const GridContext &context, TrackIndex track);
/// Of a group's slot: what its tracks do in this scene, "2 playing, 1 queued".
QString groupStanding(const GridContext &context, SlotId slot);
/// Of a stop button: "playing" or "stopping".
QString stopStanding(const StopCell &cell);

} // namespace clipdeck
