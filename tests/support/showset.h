// SPDX-License-Identifier: GPL-3.0-or-later
// A set for tests and pictures: seventeen tracks in two groups, twenty scenes, and something of every state.
#pragma once

#include "core/live/liveset.h"
#include "core/live/songclock.h"

namespace clipdeck {

/// At bar 46, beat 2, 122 BPM, playing; the clock stands at `now` 100000.
struct ShowSet {
    static constexpr qint64 now = 100000;
    LiveSet set;
    SongClock clock;

    /// Empty.
    ShowSet() = default;
    /// Fills and publishes.
    void fill();

    // Small steps for tests; none publishes.
    void addTracks(int tracks, int scenes);
    void nameTrack(int track, const char *name, int color, bool midi = true);
    void makeGroup(int track, int firstChild, int lastChild, bool folded = false);
    void putClip(
        int track, int scene, const char *name, int color, double length = 16, bool looping = true);
    void play(int track, int scene, double position);
    void fire(int track, int scene);
    void arm(int track);
    void nameScene(int scene, const char *name, int color, double tempo = 0);
};

} // namespace clipdeck
