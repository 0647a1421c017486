// SPDX-License-Identifier: GPL-3.0-or-later
// Faders, pads and their MIDI output together, remembered from one run to the next.
#pragma once

#include "core/mapping/faderbank.h"
#include "core/mapping/mappingstore.h"
#include "core/mapping/padbank.h"
#include "core/midi/midiports.h"

namespace clipdeck {

/// Owns the parts and wires them: loads the mappings, saves each change, ends sounding notes before the output closes.
/// Decides nothing. Event loop's thread.
class ControllerSetup : public QObject {
    Q_OBJECT
public:
    /// `path`: the mappings' file. `set` and `live` outlive the desk.
    ControllerSetup(const LiveSet &set, LiveAccess &live, std::unique_ptr<MidiDriver> midi,
        const QString &path, QObject *parent = nullptr);
    ~ControllerSetup() override;

    FaderBank &faders() { return m_faders; }
    PadBank &pads() { return m_pads; }
    MidiPorts &midi() { return m_midi; }

    /// Loads the mappings, opens the output and begins to look for ports. Call once, with the local time.
    void start(const QDateTime &now);

Q_SIGNALS:
    /// For the status bar: what went wrong with the file.
    void trouble(const QString &sentence);

private:
    void applyOutput(const OutputChoice &output);
    void save();

    MidiPorts m_midi;
    FaderBank m_faders;
    PadBank m_pads;
    MappingStore m_store;
    Mappings m_saved;
};

} // namespace clipdeck
