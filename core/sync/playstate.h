// SPDX-License-Identifier: GPL-3.0-or-later
// What a track's clips do, by what the track says of itself.
#pragma once

#include "core/live/liveset.h"

namespace clipdeck {

/// A clip plays where the track's playing_slot_index points and is triggered where fired_slot_index does (Live Object
/// Model, class Track): the track pushes both, and no clip pushes either. Only the one clip that plays can record.
void applyPlayState(LiveSet &set, TrackIndex track);

/// MIDI tracks hold MIDI clips only, all others audio (Live manual, "Clip View").
void applyClipKinds(LiveSet &set, TrackIndex track);

} // namespace clipdeck
