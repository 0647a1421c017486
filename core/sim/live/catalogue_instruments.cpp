// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/catalogue.h"

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

const QStringList &circuits()
{
    static const QStringList names{u"Clean"_s, u"OSR"_s, u"MS2"_s, u"SMP"_s, u"PRD"_s};
    return names;
}

// -- Operator -----------------------------------------------------------------------------------------------------

ParameterSpecs operatorGlobals()
{
    QStringList algorithms;
    for (int i = 1; i <= 11; ++i)
        algorithms.append(QString(u"Alg. %1"_s).arg(i));
    return {amount(u"Time"_s), amount(u"Time < Key"_s), percent(u"Tone"_s, 0.7),
        choice(u"Algorithm"_s, algorithms), level(u"Volume"_s, 0.6),
        knob(u"Panorama"_s, 0.0, Display::Pan, -1.0, 1.0), amount(u"Pan < Key"_s),
        amount(u"Pan < Rnd"_s, 0.0), transpose(u"Transpose"_s, 48.0), percent(u"Spread"_s, 0.0),
        onOff(u"Pe On"_s), percent(u"Pe Amount"_s, 1.0), time(u"Glide Time"_s, 0.2),
        onOff(u"Glide On"_s)};
}

ParameterSpecs operatorFilter()
{
    return {onOff(u"Filter On"_s), choice(u"Filter Type"_s, filterTypes()),
        choice(u"Filter Circuit - LP/HP"_s, circuits()), frequency(u"Filter Freq"_s, 0.8),
        percent(u"Filter Res"_s, 0.2), knob(u"Filter Drive"_s, 0.0, Display::Decibel, 0.0, 24.0),
        percent(u"Filter Morph"_s, 0.0), choice(u"Filter Slope"_s, {u"12"_s, u"24"_s}),
        amount(u"Filt < Vel"_s), amount(u"Filt < Key"_s, 0.0), gain(u"Shaper Drive"_s, 36.0),
        percent(u"Shaper Mix"_s, 0.0),
        choice(u"Shaper Type"_s, {u"Off"_s, u"Soft"_s, u"Hard"_s, u"Sine"_s, u"4bit"_s})};
}

ParameterSpecs operatorOscillator(QChar name)
{
    static const QStringList waves{u"Sine"_s, u"Sine 4 Bit"_s, u"Sine 8 Bit"_s, u"Saw 3"_s,
        u"Saw 4"_s, u"Saw 6"_s, u"Saw 8"_s, u"Saw 16"_s, u"Saw 32"_s, u"Saw 64"_s, u"Saw D"_s,
        u"Square 3"_s, u"Square 4"_s, u"Square 6"_s, u"Square 8"_s, u"Square 16"_s, u"Square 32"_s,
        u"Square 64"_s, u"Square D"_s, u"Triangle"_s, u"Noise Looped"_s, u"Noise White"_s,
        u"User"_s};
    const QString osc = u"Osc-"_s + name;
    return {onOff(osc + " On"_L1, name == u'A'), count(name + " Coarse"_L1, 0.0, 48.0, 1.0),
        count(name + " Fine"_L1, 0.0, 1000.0, 0.0), onOff(name + " Fix On "_L1),
        frequency(name + " Fix Freq"_L1, 0.5), count(name + " Fix Freq Mul"_L1, 0.0, 5.0, 4.0),
        level(osc + " Level"_L1, name == u'A' ? 0.85 : 0.0), amount(osc + " Lev < Vel"_L1),
        amount(osc + " Lev < Key"_L1), choice(osc + " Wave"_L1, waves),
        amount(osc + " Feedb"_L1, 0.0), onOff(osc + " Retrig"_L1, true),
        amount(osc + " Phase"_L1, 0.0), onOff(osc + " Quantize"_L1, true)};
}

ParameterSpecs operatorEnvelope(const QString &name)
{
    return {level(name + " Init"_L1, 0.0), time(name + " Attack"_L1, 0.0),
        level(name + " Peak"_L1, 1.0), time(name + " Decay"_L1, 0.6),
        level(name + " Sustain"_L1, 0.85), time(name + " Release"_L1, 0.4),
        choice(name + " Mode"_L1, {u"None"_s, u"Loop"_s, u"Beat"_s, u"Sync"_s, u"Trigger"_s}),
        time(name + " Loop"_L1, 0.4), amount(name + " R < Vel"_L1)};
}

ParameterSpecs operatorParameters()
{
    ParameterSpecs all = joined({operatorGlobals(), operatorFilter()});
    for (const QChar oscillator : QStringView(u"ABCD"))
        all = joined({all, operatorOscillator(oscillator)});
    for (const char *envelope : {"Ae", "Be", "Ce", "De", "Fe", "Le", "Pe"})
        all = joined({all, operatorEnvelope(QString::fromLatin1(envelope))});
    return joined({all,
        {onOff(u"LFO On"_s),
            choice(u"LFO Type"_s,
                {u"Sine"_s, u"Square"_s, u"Triangle"_s, u"Saw Up"_s, u"Saw Down"_s, u"S&H"_s,
                    u"Noise"_s}),
            choice(u"LFO Range"_s, {u"Low"_s, u"High"_s, u"Sync"_s}), rate(u"LFO Rate"_s, 0.5),
            percent(u"LFO Amt"_s, 1.0), onOff(u"LFO Retrigger"_s, true), onOff(u"LFO < Pe"_s, true),
            amount(u"LFO R < K"_s, 0.0)}});
}

// -- Wavetable ----------------------------------------------------------------------------------------------------

ParameterSpecs wavetableOscillator(int number)
{
    const QString osc = QString(u"Osc %1 "_s).arg(number);
    return {onOff(osc + "On"_L1, number == 1), transpose(osc + "Transp"_L1, 24.0),
        knob(osc + "Detune"_L1, 0.0, Display::Whole, -50.0, 50.0), percent(osc + "Pos"_L1, 0.0),
        choice(osc + "Effect Type"_L1, {u"None"_s, u"FM"_s, u"Classic"_s, u"Modern"_s}),
        amount(osc + "Effect 1"_L1), amount(osc + "Effect 2"_L1),
        knob(osc + "Pan"_L1, 0.0, Display::Pan, -1.0, 1.0), level(osc + "Gain"_L1, 0.7)};
}

ParameterSpecs wavetableFilter(int number)
{
    const QString filter = QString(u"Filter %1 "_s).arg(number);
    return {onOff(filter + "On"_L1, number == 1), choice(filter + "Type"_L1, filterTypes()),
        choice(filter + "LP/HP"_L1, circuits()), choice(filter + "Slope"_L1, {u"12"_s, u"24"_s}),
        frequency(filter + "Freq"_L1, 1.0), percent(filter + "Res"_L1, 0.0),
        knob(filter + "Drive"_L1, 0.0, Display::Decibel, 0.0, 24.0),
        percent(filter + "Morph"_L1, 0.0)};
}

ParameterSpecs wavetableEnvelope(const QString &name)
{
    return {time(name + " Attack"_L1, 0.02), time(name + " Decay"_L1, 0.6),
        level(name + " Sustain"_L1, 0.8), time(name + " Release"_L1, 0.5),
        amount(name + " A Slope"_L1), amount(name + " D Slope"_L1), amount(name + " R Slope"_L1)};
}

ParameterSpecs wavetableLfo(int number)
{
    const QString lfo = QString(u"LFO %1 "_s).arg(number);
    return {
        choice(lfo + "Shape"_L1, {u"Sine"_s, u"Triangle"_s, u"Saw"_s, u"Square"_s, u"Random"_s}),
        choice(lfo + "Sync"_L1, {u"Free"_s, u"Tempo"_s}), rate(lfo + "Rate"_L1, 0.5),
        percent(lfo + "Amount"_L1, 1.0), amount(lfo + "Shaping"_L1),
        knob(lfo + "Offset"_L1, 0.0, Display::Degrees, 0.0, 360.0), time(lfo + "Attack"_L1, 0.0),
        onOff(lfo + "Retrigger"_L1, true)};
}

ParameterSpecs wavetableParameters()
{
    return joined({wavetableOscillator(1), wavetableOscillator(2),
        {onOff(u"Sub On"_s), percent(u"Sub Tone"_s, 0.0),
            choice(u"Sub Transpose"_s, {u"-2"_s, u"-1"_s, u"0"_s}, 1), level(u"Sub Gain"_s, 0.7)},
        wavetableFilter(1), wavetableFilter(2),
        {choice(u"Filter Routing"_s, {u"Serial"_s, u"Parallel"_s, u"Split"_s})},
        wavetableEnvelope(u"Amp"_s), wavetableEnvelope(u"Env 2"_s), wavetableEnvelope(u"Env 3"_s),
        wavetableLfo(1), wavetableLfo(2),
        {choice(u"Unison Mode"_s,
             {u"None"_s, u"Classic"_s, u"Shimmer"_s, u"Noise"_s, u"Phase Sync"_s,
                 u"Position Spread"_s, u"Random Note"_s}),
            percent(u"Unison Amount"_s, 0.3), time(u"Glide"_s, 0.0), percent(u"Time"_s, 0.5),
            percent(u"Global Mod Amount"_s, 1.0), level(u"Volume"_s, 0.6)}});
}

ParameterSpecs simplerParameters()
{
    return {percent(u"S Start"_s, 0.0), percent(u"S Length"_s, 1.0), level(u"Volume"_s, 0.5),
        knob(u"Pan"_s, 0.0, Display::Pan, -1.0, 1.0), transpose(u"Transpose"_s, 48.0),
        onOff(u"F On"_s), frequency(u"Filter Freq"_s, 0.9), percent(u"Filter Res"_s, 0.1),
        time(u"Ve Attack"_s, 0.0), time(u"Ve Decay"_s, 0.5), percent(u"Ve Sustain"_s, 1.0),
        time(u"Ve Release"_s, 0.2), onOff(u"L On"_s)};
}

} // namespace

std::vector<DeviceKind> instrumentKinds()
{
    return {
        {u"Operator"_s, u"Operator"_s, DeviceType::Instrument, false, operatorParameters()},
        {u"Wavetable"_s, u"InstrumentVector"_s, DeviceType::Instrument, false,
            wavetableParameters()},
        {u"Simpler"_s, u"OriginalSimpler"_s, DeviceType::Instrument, false, simplerParameters()},
    };
}

std::vector<DeviceKind> midiEffectKinds()
{
    return {
        {u"Arpeggiator"_s, u"MidiArpeggiator"_s, DeviceType::MidiEffect, false,
            {choice(u"Style"_s, {u"Up"_s, u"Down"_s, u"UpDown"_s, u"DownUp"_s, u"Random"_s}),
                onOff(u"Sync On"_s, true),
                choice(u"Synced Rate"_s,
                    {u"1/32"_s, u"1/16"_s, u"1/8"_s, u"1/4"_s, u"1/2"_s, u"1"_s}, 1),
                amount(u"Gate"_s, 1.0, 50.0), count(u"Tranpose Steps"_s, 0.0, 8.0, 0.0)}},
        {u"Scale"_s, u"MidiScale"_s, DeviceType::MidiEffect, false,
            {count(u"Base"_s, 0.0, 11.0, 0.0), transpose(u"Transpose"_s, 36.0), onOff(u"Fold"_s)}},
    };
}

} // namespace clipdeck::sim
