// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/playstate.h"

namespace clipdeck {

void applyPlayState(LiveSet &set, TrackIndex track)
{
    const Track *owner = set.track(track);
    if (!owner || owner->isFoldable)
        return;
    for (int s = 0; s < set.sceneCount(); ++s) {
        const SlotId slot{track, SceneIndex(s)};
        if (!set.clip(slot))
            continue;
        const bool plays = s == owner->playingSlot;
        set.apply(slot, ClipField::IsPlaying, plays);
        set.apply(slot, ClipField::IsTriggered, s == owner->firedSlot);
        if (!plays) {
            set.apply(slot, ClipField::IsRecording, false);
            set.apply(slot, ClipField::IsOverdubbing, false);
        }
    }
}

void applyClipKinds(LiveSet &set, TrackIndex track)
{
    const Track *owner = set.track(track);
    for (int s = 0; owner && s < set.sceneCount(); ++s)
        set.apply({track, SceneIndex(s)}, ClipField::IsMidiClip, owner->hasMidiInput);
}

} // namespace clipdeck
