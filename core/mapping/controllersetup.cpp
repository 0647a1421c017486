// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mapping/controllersetup.h"

#include <utility>

namespace clipdeck {

namespace {

OutputChoice outputOf(const MidiPorts &ports)
{
    if (ports.outputName().isEmpty())
        return {OutputChoice::Kind::None, {}};
    if (ports.isVirtualOutput())
        return {OutputChoice::Kind::Virtual, {}};
    return {OutputChoice::Kind::Port, ports.outputName()};
}

} // namespace

ControllerSetup::ControllerSetup(const LiveSet &set, LiveAccess &live,
    std::unique_ptr<MidiDriver> midi, const QString &path, QObject *parent)
    : QObject(parent)
    , m_midi(std::move(midi))
    , m_faders(set, live, m_midi)
    , m_pads(m_midi)
    , m_store(path)
{
    connect(&m_midi, &MidiPorts::outputClosing, &m_pads, &PadBank::releaseAll);
}

ControllerSetup::~ControllerSetup()
{
    m_midi.disconnect(this);
}

void ControllerSetup::start(const QDateTime &now)
{
    m_saved = m_store.load(now);
    if (!m_store.sentence().isEmpty())
        Q_EMIT trouble(m_store.sentence());
    m_faders.restore(m_saved.faders);
    m_pads.setSettings(m_saved.pads);
    applyOutput(m_saved.output);
    connect(&m_faders, &FaderBank::mappingsChanged, this, &ControllerSetup::save);
    connect(&m_pads, &PadBank::settingsChanged, this, &ControllerSetup::save);
    connect(&m_midi, &MidiPorts::outputChanged, this, &ControllerSetup::save);
    m_midi.startWatching();
}

void ControllerSetup::applyOutput(const OutputChoice &output)
{
    switch (output.kind) {
    case OutputChoice::Kind::None:
        m_midi.chooseNoOutput();
        break;
    case OutputChoice::Kind::Virtual:
        if (m_midi.hasVirtualPorts())
            m_midi.chooseVirtualOutput();
        break;
    case OutputChoice::Kind::Port:
        m_midi.rememberOutput(output.port);
        break;
    }
}

void ControllerSetup::save()
{
    const Mappings current{m_faders.targets(), m_pads.settings(), outputOf(m_midi)};
    if (std::exchange(m_saved, current) == current)
        return;
    if (!m_store.save(current))
        Q_EMIT trouble(m_store.sentence());
}

} // namespace clipdeck

#include "moc_controllersetup.cpp"
