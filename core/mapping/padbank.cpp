// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mapping/padbank.h"

#include <algorithm>
#include <utility>

namespace clipdeck {

PadBank::PadBank(MidiSender &midi, QObject *parent)
    : QObject(parent)
    , m_midi(midi)
{
}

PadBank::~PadBank()
{
    const QSignalBlocker silent(this);
    releaseAll();
}

void PadBank::setSettings(const PadSettings &settings)
{
    const PadSettings cut{std::clamp(settings.baseNote, 0, 128 - size),
        std::clamp(settings.channel, 1, 16), std::clamp(settings.velocity, 1, 127)};
    if (std::exchange(m_settings, cut) != cut)
        Q_EMIT settingsChanged();
}

std::optional<int> PadBank::sounding(int pad) const
{
    const auto &on = m_sounding.at(static_cast<std::size_t>(pad));
    return on ? std::optional(on->value) : std::nullopt;
}

void PadBank::press(int pad, std::optional<int> velocity)
{
    release(pad);
    const MidiMessage on = MidiMessage::noteOn(
        m_settings.channel, note(pad), velocity.value_or(m_settings.velocity));
    if (!m_midi.send(on)) {
        Q_EMIT notSent(pad);
        return;
    }
    m_sounding.at(static_cast<std::size_t>(pad)) = on;
    Q_EMIT padChanged(pad);
}

void PadBank::release(int pad)
{
    const auto on = std::exchange(m_sounding.at(static_cast<std::size_t>(pad)), std::nullopt);
    if (!on)
        return;
    m_midi.send(MidiMessage::noteOff(on->channel, on->number));
    Q_EMIT padChanged(pad);
}

void PadBank::releaseAll()
{
    for (int pad = 0; pad < size; ++pad)
        release(pad);
}

} // namespace clipdeck

#include "moc_padbank.cpp"
