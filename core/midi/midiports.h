// SPDX-License-Identifier: GPL-3.0-or-later
// The MIDI ports there are, and the one that Clipdeck sends to.
#pragma once

#include "core/midi/midiport.h"

#include <QTimer>

namespace clipdeck {

/// Keeps the lists of ports fresh and the chosen output open: a port that goes is waited for, and
/// opened again by its name when it is back. Lives on the event loop's thread; its timer is the one
/// place that polls for ports, as no MIDI system tells RtMidi about them.
class MidiPorts : public QObject, public MidiSender {
    Q_OBJECT
public:
    static constexpr int pollMs = 2000;

    enum class OutputState {
        None, ///< No output is chosen
        Open,
        Waiting, ///< Chosen, and not there just now
        Failed, ///< Chosen, there, and not to be had: sentence() says why
    };

    explicit MidiPorts(std::unique_ptr<MidiDriver> driver, QObject *parent = nullptr);
    ~MidiPorts() override;

    /// The name of the port that other programs see.
    static QString virtualName() { return QStringLiteral("Clipdeck"); }

    /// Empty, or why there is no MIDI at all; a sentence for the user.
    QString problem() const { return m_problem; }
    bool hasVirtualPorts() const { return m_driver->hasVirtualPorts(); }
    /// As of the last look. Our own virtual port is not among them.
    QStringList outputs() const { return m_outputs; }
    QStringList inputs() const { return m_inputs; }

    /// Looks now, and opens or lets go of the chosen output as the ports have it.
    void refresh();
    /// Looks every 2 s from now on, and once at once.
    void startWatching();

    /// Sends to the port that `text` means: a position, a name or a part of one name
    /// (core/midi/portchoice.h). False when there is no such port, or it does not open: sentence()
    /// says why, and what was chosen before stays.
    bool chooseOutput(const QString &text);
    /// Sends to the port of this very name, which is waited for if it is not there.
    void rememberOutput(const QString &name);
    /// Offers other programs a port of our own to connect to, as soon as the system can.
    void chooseVirtualOutput();
    void chooseNoOutput();

    OutputState outputState() const { return m_state; }
    bool isVirtualOutput() const { return m_isVirtual; }
    /// The chosen output's name; empty for none.
    QString outputName() const { return m_name; }
    /// What is wrong with the output and the next step, for the user; empty when all is well.
    QString sentence() const { return m_sentence; }

    /// To the chosen output. False when none is open.
    bool send(const MidiMessage &message) override;

    /// An input of its own, by PORT text as in chooseOutput(). The caller keeps it.
    Opened<MidiInput> openInput(const QString &text);

Q_SIGNALS:
    void portsChanged(); ///< problem(), outputs() or inputs() differ
    void outputChanged(); ///< outputState(), outputName() or sentence() differ
    /// The open output is about to be closed: the last moment to end notes that sound on it.
    void outputClosing();
    void sent(const clipdeck::MidiMessage &message);

private:
    void choose(const QString &name, bool isVirtual);
    void closeOutput();
    void look();
    void tryOpen();
    void setState(OutputState state, const QString &sentence);

    std::unique_ptr<MidiDriver> m_driver;
    QTimer m_poll;
    QString m_problem;
    QStringList m_outputs;
    QStringList m_inputs;
    std::unique_ptr<MidiOutput> m_output;
    OutputState m_state = OutputState::None;
    QString m_name;
    bool m_isVirtual = false;
    QString m_sentence;
};

} // namespace clipdeck
