// SPDX-License-Identifier: GPL-3.0-or-later
// The demo set's contents as tables.
#pragma once

#include <QString>

#include <span>

namespace clipdeck::sim {

struct DemoScene {
    const char *name;
    int color; ///< -1: none
    double tempo; ///< 0: the scene leaves the tempo alone
};

struct DemoTrack {
    enum Kind { Group, Folded, Midi, Audio };
    Kind kind;
    bool inside; ///< Belongs to the group above
    const char *name;
    int color;
    double volume; ///< Fader position, 0..1
    double pan;
    double sendA;
    double sendB;
    const char *devices; ///< "Kind" or "Kind=Name", separated by commas
    const char *parts; ///< What it plays, for the notes: kick, snare, hats, bass, chords, arp
    /// One cell a scene, separated by '|': the clip's name, then ":bars" (else 4), "!" for a one-shot, "#RRGGBB" for
    /// a colour of its own; "-" is a slot without a stop button.
    const char *clips;
};

std::span<const DemoScene> demoScenes();
std::span<const DemoTrack> demoTracks();

} // namespace clipdeck::sim
