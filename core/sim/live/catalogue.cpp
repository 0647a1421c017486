// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables of devices are made of, and the racks.
#include "core/sim/live/catalogue.h"

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

ParameterSpec percent(const QString &name, double initial)
{
    return knob(name, initial, Display::Percent);
}

ParameterSpec amount(const QString &name, double low, double initial)
{
    return knob(name, initial, Display::Percent100, low, 100.0);
}

ParameterSpec frequency(const QString &name, double initial)
{
    return knob(name, initial, Display::Frequency);
}

ParameterSpec time(const QString &name, double initial)
{
    return knob(name, initial, Display::Time);
}

ParameterSpec level(const QString &name, double initial)
{
    return knob(name, initial, Display::Fader);
}

ParameterSpec gain(const QString &name, double range, double initial)
{
    return knob(name, initial, Display::Decibel, -range, range);
}

ParameterSpec rate(const QString &name, double initial)
{
    return knob(name, initial, Display::Rate);
}

ParameterSpec transpose(const QString &name, double range)
{
    return knob(name, 0.0, Display::Semitones, -range, range);
}

ParameterSpec count(const QString &name, double low, double high, double initial)
{
    return knob(name, initial, Display::Whole, low, high);
}

ParameterSpecs joined(std::initializer_list<ParameterSpecs> parts)
{
    ParameterSpecs all;
    for (const ParameterSpecs &part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

const QStringList &filterTypes()
{
    static const QStringList names{
        u"Low-pass"_s, u"High-pass"_s, u"Band-pass"_s, u"Notch"_s, u"Morph"_s};
    return names;
}

std::vector<DeviceKind> rackKinds()
{
    ParameterSpecs macros;
    for (int i = 1; i <= 16; ++i)
        macros.push_back(count(QString(u"Macro %1"_s).arg(i), 0.0, 127.0, 0.0));
    macros.push_back(count(u"Chain Selector"_s, 0.0, 127.0, 0.0));
    return {
        {u"Drum Rack"_s, u"DrumGroupDevice"_s, DeviceType::Instrument, true, macros},
        {u"Instrument Rack"_s, u"InstrumentGroupDevice"_s, DeviceType::Instrument, true, macros},
        {u"MIDI Effect Rack"_s, u"MidiEffectGroupDevice"_s, DeviceType::MidiEffect, true, macros},
        {u"Audio Effect Rack"_s, u"AudioEffectGroupDevice"_s, DeviceType::AudioEffect, true,
            macros},
    };
}

} // namespace clipdeck::sim
