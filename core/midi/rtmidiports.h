// SPDX-License-Identifier: GPL-3.0-or-later
// The machine's MIDI system, through RtMidi.
#pragma once

#include "core/midi/midiport.h"

#include <memory>

namespace clipdeck {

/// CoreMIDI on macOS, Windows Multimedia on Windows; on Linux the ALSA sequencer where there is
/// one, else JACK. Which one is found out again whenever there is none, so that a JACK server may
/// be started later.
std::unique_ptr<MidiDriver> makeRtMidiDriver();

} // namespace clipdeck
