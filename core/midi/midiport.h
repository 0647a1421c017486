// SPDX-License-Identifier: GPL-3.0-or-later
// MIDI ports as the rest of core sees them: what sends, what receives, and who opens them. Tests
// bring their own.
#pragma once

#include "core/midi/midimessage.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace clipdeck {

/// Takes messages for whatever is at the other end. Event loop's thread.
class MidiSender {
public:
    virtual ~MidiSender() = default;
    /// False when it could not be handed to the system; nothing is kept for later.
    virtual bool send(const MidiMessage &message) = 0;
};

/// An open output; closes with its end of life.
class MidiOutput : public MidiSender {
public:
    /// False once the system or the port behind it is gone for good: let go of it then.
    virtual bool isAlive() const = 0;
};

/// An open input; closes with its end of life. Lives on, and signals on, the event loop's thread.
class MidiInput : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    /// `stampUs`: when the system handed the message over, in microseconds of
    /// std::chrono::steady_clock. System messages (clock, system exclusive, …) are not reported.
    void received(const clipdeck::MidiMessage &message, qint64 stampUs);
    /// The system behind it is gone for good: nothing will be received any more.
    void lost();
};

/// A port, or a sentence for the user that says why there is none.
template <class Port> struct Opened {
    std::unique_ptr<Port> port;
    QString error;
};

/// What the machine's MIDI system offers. Never throws. Event loop's thread; no call takes more
/// than a few milliseconds.
class MidiDriver {
public:
    virtual ~MidiDriver() = default;

    /// Empty while there is a MIDI system, else "No MIDI here: …". Looks again each time it is
    /// asked.
    virtual QString problem() = 0;
    /// Whether other programs can be offered a port of our own.
    virtual bool hasVirtualPorts() const = 0;
    /// Names in the system's order; empty while there is a problem().
    virtual QStringList outputs() = 0;
    virtual QStringList inputs() = 0;
    virtual Opened<MidiOutput> openOutput(const QString &name) = 0;
    virtual Opened<MidiOutput> openVirtualOutput(const QString &name) = 0;
    virtual Opened<MidiInput> openInput(const QString &name) = 0;
    virtual Opened<MidiInput> openVirtualInput(const QString &name) = 0;
};

} // namespace clipdeck
