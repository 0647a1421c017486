// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/midi/midiports.h"

#include "core/logging/logging.h"
#include "core/midi/portchoice.h"

#include <utility>

namespace clipdeck {

namespace {

/// Our own port shows as "Clipdeck:Clipdeck" with JACK, "Clipdeck:Clipdeck 128:0" with ALSA,
/// "Clipdeck" with CoreMIDI.
bool isOurs(const QString &name)
{
    const QString ours = MidiPorts::virtualName();
    return name == ours || name.startsWith(ours + QLatin1Char(':'));
}

QStringList withoutOurs(QStringList names)
{
    names.removeIf(isOurs);
    return names;
}

} // namespace

MidiPorts::MidiPorts(std::unique_ptr<MidiDriver> driver, QObject *parent)
    : QObject(parent)
    , m_driver(std::move(driver))
    , m_poll(this)
{
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &MidiPorts::refresh);
    look();
}

MidiPorts::~MidiPorts()
{
    closeOutput();
}

void MidiPorts::startWatching()
{
    m_poll.start();
    refresh();
}

void MidiPorts::look()
{
    const QString problem = m_driver->problem();
    // Each question looks for a system anew where there is none, which is dear.
    const bool isThere = problem.isEmpty();
    const QStringList outputs = isThere ? withoutOurs(m_driver->outputs()) : QStringList();
    const QStringList inputs = isThere ? withoutOurs(m_driver->inputs()) : QStringList();
    if (problem == m_problem && outputs == m_outputs && inputs == m_inputs)
        return;
    m_problem = problem;
    m_outputs = outputs;
    m_inputs = inputs;
    Q_EMIT portsChanged();
}

void MidiPorts::refresh()
{
    look();
    if (m_name.isEmpty())
        return;
    const bool isThere = m_isVirtual || findRemembered(m_outputs, m_name) >= 0;
    if (m_output && isThere && m_output->isAlive())
        return;
    if (m_output) {
        qCWarning(lcMidi) << "output gone:" << m_name;
        closeOutput();
    }
    tryOpen();
}

void MidiPorts::tryOpen()
{
    if (!m_problem.isEmpty()) {
        setState(OutputState::Waiting, m_problem);
        return;
    }
    const int index = m_isVirtual ? -1 : findRemembered(m_outputs, m_name);
    if (!m_isVirtual && index < 0) {
        setState(OutputState::Waiting,
            tr("The MIDI port “%1” is not there. It is opened as soon as it is.").arg(m_name));
        return;
    }
    Opened<MidiOutput> opened = m_isVirtual ? m_driver->openVirtualOutput(m_name)
                                            : m_driver->openOutput(m_outputs.at(index));
    m_output = std::move(opened.port);
    setState(m_output ? OutputState::Open : OutputState::Failed, opened.error);
}

void MidiPorts::closeOutput()
{
    if (!m_output)
        return;
    Q_EMIT outputClosing();
    m_output.reset();
}

void MidiPorts::setState(OutputState state, const QString &sentence)
{
    if (state == m_state && sentence == m_sentence)
        return;
    m_state = state;
    m_sentence = sentence;
    Q_EMIT outputChanged();
}

void MidiPorts::choose(const QString &name, bool isVirtual)
{
    if (m_output && name == m_name && isVirtual == m_isVirtual)
        return;
    closeOutput();
    m_name = name;
    m_isVirtual = isVirtual;
    m_state = OutputState::None; // so that a change of name alone is announced too
    m_sentence.clear();
    if (name.isEmpty())
        Q_EMIT outputChanged();
    else
        tryOpen();
}

bool MidiPorts::chooseOutput(const QString &text)
{
    look();
    const PortChoice choice
        = m_problem.isEmpty() ? choosePort(m_outputs, text) : PortChoice{-1, m_problem};
    if (choice.index < 0) {
        setState(m_state, choice.error);
        return false;
    }
    choose(m_outputs.at(choice.index), false);
    return m_state == OutputState::Open;
}

void MidiPorts::rememberOutput(const QString &name)
{
    look();
    choose(name, false);
}

void MidiPorts::chooseVirtualOutput()
{
    look();
    choose(virtualName(), true);
}

void MidiPorts::chooseNoOutput()
{
    choose({}, false);
}

bool MidiPorts::send(const MidiMessage &message)
{
    if (!m_output)
        return false;
    if (m_output->send(message)) {
        Q_EMIT sent(message);
        return true;
    }
    if (!m_output->isAlive())
        refresh();
    return false;
}

Opened<MidiInput> MidiPorts::openInput(const QString &text)
{
    look();
    const PortChoice choice
        = m_problem.isEmpty() ? choosePort(m_inputs, text) : PortChoice{-1, m_problem};
    return choice.index < 0 ? Opened<MidiInput>{nullptr, choice.error}
                            : m_driver->openInput(m_inputs.at(choice.index));
}

} // namespace clipdeck

#include "moc_midiport.cpp"
#include "moc_midiports.cpp"
