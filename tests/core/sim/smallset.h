// SPDX-License-Identifier: GPL-3.0-or-later
// A set small enough to keep in mind, and a script on it whose answers are texts.
#pragma once

#include "core/sim/live/devices.h"
#include "core/sim/script/script.h"

namespace clipdeck::sim {

/// Tracks: 0 GROUP, 1 Keys (MIDI, in it), 2 Tape (audio, in it), 3 Bass (MIDI, an Auto Filter). Six scenes, one return.
/// Clips: Keys/0 "one" (4 beats), Keys/1 "two" (8), Tape/0 "shot" (4, one-shot), Bass/0 "low" (4). Nothing plays.
inline Set smallSet()
{
    Set set;
    for (int i = 0; i < 6; ++i)
        set.addScene(QStringLiteral("S%1").arg(i));
    set.addReturn(QStringLiteral("Plate"), 0xA595B5);
    Track &group = set.addTrack(TrackKind::Group, QStringLiteral("GROUP"), 0xFF3636);
    Track &keys = set.addTrack(TrackKind::Midi, QStringLiteral("Keys"), 0x10A4EE, &group);
    Track &tape = set.addTrack(TrackKind::Audio, QStringLiteral("Tape"), 0xFFA529, &group);
    Track &bass = set.addTrack(TrackKind::Midi, QStringLiteral("Bass"), 0x3DC300);
    addDevice(set, bass, QStringLiteral("Auto Filter"));
    set.addClip(*keys.slots[0], QStringLiteral("one"), 4.0);
    set.addClip(*keys.slots[1], QStringLiteral("two"), 8.0);
    set.addClip(*tape.slots[0], QStringLiteral("shot"), 4.0);
    set.addClip(*bass.slots[0], QStringLiteral("low"), 4.0);
    return set;
}

/// Live and script without sockets. Time runs only where a test says so.
struct SmallStudio {
    QStringList sent; ///< What went out, one line a message (describe())
    Live live{smallSet()};
    Script script;

    explicit SmallStudio(const Quirks &quirks = Quirks::all())
        : script(
            live,
            [this](const OscMessage &message) {
                sent.append(describe(message));
                return true;
            },
            quirks)
    {
        take(); // what a script says when it starts
    }

    /// Handles one message and takes what was sent since; ends with "…stopped" if the tick's reading would end.
    QStringList ask(const QString &address, OscArguments arguments = {})
    {
        if (!script.handle({address, std::move(arguments)}))
            sent.append(QStringLiteral("…stopped"));
        return take();
    }
    QStringList take() { return std::exchange(sent, {}); }
    Track &track(std::size_t index) { return *live.set().tracks[index]; }
    Slot &slot(std::size_t trackIndex, std::size_t row) { return *track(trackIndex).slots[row]; }
    Clip &clip(std::size_t trackIndex, std::size_t row) { return *slot(trackIndex, row).clip; }
};

} // namespace clipdeck::sim
