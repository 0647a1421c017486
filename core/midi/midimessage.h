// SPDX-License-Identifier: GPL-3.0-or-later
// One MIDI channel message as a value, and its bytes.
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <optional>
#include <span>

namespace clipdeck {

/// A channel message of MIDI 1.0. Channels count from 1 as musicians do; on the wire they are
/// 0..15. The builders cut what is out of range to the nearest value that MIDI can say.
struct MidiMessage {
    enum class Kind : quint8 {
        NoteOff,
        NoteOn,
        PolyPressure,
        ControlChange,
        ProgramChange,
        ChannelPressure,
        PitchBend,
    };
    Kind kind = Kind::NoteOff;
    int channel = 1; ///< 1..16
    int number = 0; ///< Note, controller or program, 0..127; 0 for channel pressure and bend
    int value = 0; ///< Velocity, value or pressure, 0..127; bend 0..16383 with 8192 in the middle;
        ///< 0 for programs

    bool operator==(const MidiMessage &) const = default;

    static MidiMessage noteOn(
        int channel, int note, int velocity); ///< Velocity 1..127: 0 would be a note off
    static MidiMessage noteOff(int channel, int note, int velocity = 0);
    static MidiMessage controlChange(int channel, int controller, int value);
    static MidiMessage programChange(int channel, int program);
    static MidiMessage channelPressure(int channel, int pressure);
    static MidiMessage pitchBend(int channel, int bend);

    /// Two or three bytes, always with a status byte.
    QByteArray bytes() const;
    /// The message that `bytes` are, or nothing: for system messages, running status, wrong lengths
    /// and data bytes above 127. A note-on of velocity 0 is read as the note-off that it means.
    static std::optional<MidiMessage> parse(std::span<const unsigned char> bytes);
};

/// `C1` for 36, `C3` for 60: octaves as Live counts them.
QString noteName(int note);
/// One line for logs: `note on ch 10 C1 vel 112`.
QString describe(const MidiMessage &message);

} // namespace clipdeck

Q_DECLARE_METATYPE(clipdeck::MidiMessage)
