// SPDX-License-Identifier: GPL-3.0-or-later
// Pads that play notes at the MIDI output.
#pragma once

#include "core/midi/midiport.h"

#include <QObject>

#include <array>
#include <optional>

namespace clipdeck {

/// What the pads send.
struct PadSettings {
    int baseNote = 36; ///< The first pad's; the last one's is at most 127
    int channel = 1; ///< 1..16
    int velocity = 100; ///< 1..127, where the press does not tell one

    bool operator==(const PadSettings &) const = default;
};

/// Sixteen pads, a note each, upwards from the base note. Each note-on gets its note-off, at the note and channel that it was
/// played with, whatever is set in between. Lives on the event loop's thread.
class PadBank : public QObject {
    Q_OBJECT
public:
    static constexpr int size = 16;

    explicit PadBank(MidiSender &midi, QObject *parent = nullptr);
    ~PadBank() override;

    const PadSettings &settings() const { return m_settings; }
    /// Out of range is cut.
    void setSettings(const PadSettings &settings);

    int note(int pad) const { return m_settings.baseNote + pad; }
    /// The velocity that sounds, or nothing.
    std::optional<int> sounding(int pad) const;

    /// Starts the note; a pad that sounds is ended first. Without `velocity` the one that is set.
    void press(int pad, std::optional<int> velocity = std::nullopt);
    void release(int pad);
    /// Ends everything that sounds, for instance before the output closes.
    void releaseAll();

Q_SIGNALS:
    void padChanged(int pad);
    void settingsChanged();
    /// The note did not go out: no output is open.
    void notSent(int pad);

private:
    MidiSender &m_midi;
    PadSettings m_settings;
    std::array<std::optional<MidiMessage>, size>
        m_sounding; ///< The note-on of each pad that sounds
};

} // namespace clipdeck
