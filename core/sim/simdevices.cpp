// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/simdevices.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

using Specs = std::vector<ParameterSpec>;

constexpr int instrument = 1;
constexpr int audioEffect = 2;
constexpr int midiEffect = 4;

struct Kind {
    QString name;
    QString className;
    int type = 0;
    bool rack = false;
    Specs parameters; ///< Without "Device On", which every device has first
};

ParameterSpec percent(const QString &name, double initial)
{
    return knob(name, initial, Display::Percent);
}

ParameterSpec frequency(const QString &name, double initial)
{
    return knob(name, initial, Display::Frequency);
}

ParameterSpec time(const QString &name, double initial)
{
    return knob(name, initial, Display::Time);
}

ParameterSpec gain(const QString &name, double range, double initial = 0.0)
{
    return knob(name, initial, Display::Decibel, -range, range);
}

const QStringList &filterTypes()
{
    static const QStringList names{
        u"Low-pass"_s, u"High-pass"_s, u"Band-pass"_s, u"Notch"_s, u"Morph"_s};
    return names;
}

Specs envelope(const QString &prefix)
{
    return {time(prefix + " Attack"_L1, 0.05), time(prefix + " Decay"_L1, 0.55),
        percent(prefix + " Sustain"_L1, 0.7), time(prefix + " Release"_L1, 0.4)};
}

Specs joined(std::initializer_list<Specs> parts)
{
    Specs all;
    for (const Specs &part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

Specs operatorParameters()
{
    Specs specs{
        choice(u"Algorithm"_s, {u"A<B<C<D"_s, u"A<B<(C+D)"_s, u"(A<B)+(C<D)"_s, u"A+B+C+D"_s}),
        knob(u"Tone"_s, 0.7, Display::Percent),
        knob(u"Transpose"_s, 0.0, Display::Semitones, -48.0, 48.0),
        percent(u"Spread"_s, 0.2),
        time(u"Glide Time"_s, 0.2),
        onOff(u"Filter On"_s, true),
        choice(u"Filter Type"_s, filterTypes()),
        frequency(u"Filter Freq"_s, 0.72),
        percent(u"Filter Res"_s, 0.25),
    };
    for (const QChar oscillator : QStringView(u"ABCD")) {
        specs.push_back(
            knob(QString(u"%1 Coarse"_s).arg(oscillator), 1.0, Display::Whole, 0.0, 48.0));
        specs.push_back(knob(QString(u"Osc-%1 Level"_s).arg(oscillator),
            oscillator == u'A' ? 0.85 : 0.0, Display::Fader));
    }
    return joined({specs, envelope(u"Ae"_s), envelope(u"Fe"_s),
        {onOff(u"LFO On"_s), knob(u"LFO Rate"_s, 0.5, Display::Rate), percent(u"LFO Amt"_s, 0.5),
            knob(u"Volume"_s, 0.7, Display::Fader)}});
}

Specs wavetableParameters()
{
    return joined({{percent(u"Osc 1 Pos"_s, 0.35), knob(u"Osc 1 Gain"_s, 0.8, Display::Fader),
                       knob(u"Osc 1 Pitch"_s, 0.0, Display::Semitones, -24.0, 24.0),
                       onOff(u"Osc 2 On"_s, true), percent(u"Osc 2 Pos"_s, 0.6),
                       knob(u"Osc 2 Gain"_s, 0.7, Display::Fader),
                       knob(u"Osc 2 Pitch"_s, 0.0, Display::Semitones, -24.0, 24.0),
                       onOff(u"Sub On"_s), choice(u"Filter 1 Type"_s, filterTypes()),
                       frequency(u"Filter 1 Freq"_s, 0.65), percent(u"Filter 1 Res"_s, 0.3)},
        envelope(u"Amp"_s),
        {knob(u"LFO 1 Rate"_s, 0.45, Display::Rate), percent(u"LFO 1 Amount"_s, 0.3),
            choice(u"Unison Mode"_s, {u"None"_s, u"Classic"_s, u"Shimmer"_s, u"Noise"_s}),
            percent(u"Unison Amount"_s, 0.3), knob(u"Volume"_s, 0.75, Display::Fader)}});
}

Specs equalizerParameters()
{
    const QStringList shapes{u"48 LP"_s, u"12 LP"_s, u"Low Shelf"_s, u"Bell"_s, u"Notch"_s,
        u"High Shelf"_s, u"12 HP"_s, u"48 HP"_s};
    Specs specs{
        percent(u"Scale"_s, 1.0), onOff(u"Adaptive Q"_s, true), gain(u"Output Gain"_s, 12.0)};
    for (int band = 1; band <= 8; ++band) {
        const QString number = QString::number(band);
        specs.push_back(onOff(number + " Filter On A"_L1, band < 5));
        specs.push_back(choice(number + " Filter Type A"_L1, shapes, band == 1 ? 6 : 3));
        specs.push_back(frequency(number + " Frequency A"_L1, band / 9.0));
        specs.push_back(gain(number + " Gain A"_L1, 15.0));
        specs.push_back(knob(number + " Resonance A"_L1, 0.4, Display::Quality));
    }
    return specs;
}

Specs macros()
{
    Specs specs;
    for (int i = 1; i <= 8; ++i)
        specs.push_back(knob(QString(u"Macro %1"_s).arg(i), 0.0, Display::Whole, 0.0, 127.0));
    specs.push_back(knob(u"Chain Selector"_s, 0.0, Display::Whole, 0.0, 127.0));
    return specs;
}

std::vector<Kind> instruments()
{
    return {
        {u"Operator"_s, u"Operator"_s, instrument, false, operatorParameters()},
        {u"Wavetable"_s, u"InstrumentVector"_s, instrument, false, wavetableParameters()},
        {u"Simpler"_s, u"OriginalSimpler"_s, instrument, false,
            joined(
                {{percent(u"S Start"_s, 0.0), percent(u"S Length"_s, 1.0), onOff(u"F On"_s, true),
                     frequency(u"Filter Freq"_s, 0.9), percent(u"Filter Res"_s, 0.1)},
                    envelope(u"Ve"_s),
                    {knob(u"Transpose"_s, 0.0, Display::Semitones, -48.0, 48.0),
                        knob(u"Pan"_s, 0.0, Display::Pan, -1.0, 1.0),
                        knob(u"Volume"_s, 0.7, Display::Fader)}})},
        {u"Drum Rack"_s, u"DrumGroupDevice"_s, instrument, true, macros()},
        {u"Instrument Rack"_s, u"InstrumentGroupDevice"_s, instrument, true, macros()},
        {u"Arpeggiator"_s, u"MidiArpeggiator"_s, midiEffect, false,
            {choice(u"Style"_s, {u"Up"_s, u"Down"_s, u"UpDown"_s, u"DownUp"_s, u"Random"_s}),
                onOff(u"Sync On"_s, true),
                choice(u"Synced Rate"_s,
                    {u"1/32"_s, u"1/16"_s, u"1/8"_s, u"1/4"_s, u"1/2"_s, u"1"_s}, 1),
                knob(u"Gate"_s, 50.0, Display::Percent100, 1.0, 200.0),
                knob(u"Steps"_s, 0.0, Display::Whole, 0.0, 8.0)}},
    };
}

std::vector<Kind> effects()
{
    return {
        {u"EQ Eight"_s, u"Eq8"_s, audioEffect, false, equalizerParameters()},
        {u"Compressor"_s, u"Compressor2"_s, audioEffect, false,
            {knob(u"Threshold"_s, 0.6, Display::Fader),
                knob(u"Ratio"_s, 4.0, Display::Ratio, 1.0, 100.0), time(u"Attack"_s, 0.15),
                time(u"Release"_s, 0.4), gain(u"Output Gain"_s, 36.0),
                choice(u"Model"_s, {u"Peak"_s, u"RMS"_s, u"Expand"_s}), onOff(u"S/C On"_s),
                percent(u"Dry/Wet"_s, 1.0)}},
        {u"Auto Filter"_s, u"AutoFilter2"_s, audioEffect, false,
            {choice(u"Filter Type"_s, filterTypes()), frequency(u"Frequency"_s, 0.8),
                percent(u"Resonance"_s, 0.2), percent(u"LFO Amount"_s, 0.0),
                knob(u"LFO Frequency"_s, 0.4, Display::Rate),
                knob(u"LFO Phase"_s, 180.0, Display::Degrees, 0.0, 360.0),
                percent(u"Dry/Wet"_s, 1.0)}},
        {u"Reverb"_s, u"Reverb"_s, audioEffect, false,
            {time(u"Predelay"_s, 0.3), frequency(u"In LowCut Freq"_s, 0.25),
                percent(u"Room Size"_s, 0.5), time(u"Decay Time"_s, 0.78), onOff(u"Freeze On"_s),
                choice(u"Density"_s, {u"Sparse"_s, u"Low"_s, u"Mid"_s, u"High"_s}, 2),
                percent(u"Dry/Wet"_s, 0.35)}},
        {u"Delay"_s, u"Delay"_s, audioEffect, false,
            {onOff(u"L Sync"_s, true),
                choice(u"L 16th"_s,
                    {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"8"_s, u"16"_s}, 2),
                time(u"L Time"_s, 0.6), percent(u"Feedback"_s, 0.45), onOff(u"Ping Pong"_s, true),
                frequency(u"Filter Freq"_s, 0.55), percent(u"Dry/Wet"_s, 0.3)}},
        {u"Saturator"_s, u"Saturator"_s, audioEffect, false,
            {gain(u"Drive"_s, 36.0, 3.0),
                choice(u"Type"_s,
                    {u"Analog Clip"_s, u"Soft Sine"_s, u"Medium Curve"_s, u"Hard Curve"_s}),
                gain(u"Output"_s, 36.0), percent(u"Dry/Wet"_s, 1.0)}},
        {u"Utility"_s, u"StereoGain"_s, audioEffect, false,
            {gain(u"Gain"_s, 35.0), knob(u"Balance"_s, 0.0, Display::Pan, -1.0, 1.0),
                knob(u"Stereo Width"_s, 1.0, Display::Percent, 0.0, 4.0), onOff(u"Mute"_s),
                onOff(u"Bass Mono"_s)}},
        {u"Beat Repeat"_s, u"BeatRepeat"_s, audioEffect, false,
            {choice(u"Interval"_s, {u"1/4"_s, u"1/2"_s, u"1 Bar"_s, u"2 Bars"_s, u"4 Bars"_s}, 2),
                choice(u"Grid"_s, {u"1/32"_s, u"1/16"_s, u"1/8"_s, u"1/4"_s}, 1),
                percent(u"Chance"_s, 0.0), knob(u"Pitch"_s, 0.0, Display::Semitones, -12.0, 0.0),
                onOff(u"Repeat"_s)}},
        {u"Audio Effect Rack"_s, u"AudioEffectGroupDevice"_s, audioEffect, true, macros()},
    };
}

const std::vector<Kind> &catalogue()
{
    static const std::vector<Kind> kinds = [] {
        std::vector<Kind> all = instruments();
        std::vector<Kind> more = effects();
        std::move(more.begin(), more.end(), std::back_inserter(all));
        return all;
    }();
    return kinds;
}

} // namespace

QStringList deviceKinds()
{
    QStringList names;
    for (const Kind &kind : catalogue())
        names.append(kind.name);
    return names;
}

Device &addDevice(Set &set, Track &track, const QString &kindName, const QString &name)
{
    const auto &kinds = catalogue();
    const auto found = std::find_if(
        kinds.begin(), kinds.end(), [&](const Kind &kind) { return kind.name == kindName; });
    Q_ASSERT(found != kinds.end());
    auto device = std::make_unique<Device>();
    device->id = set.newId();
    device->name = name.isEmpty() ? found->name : name;
    device->className = found->className;
    device->displayName = found->name;
    device->type = found->type;
    device->rack = found->rack;
    device->parameters.push_back(set.makeParameter(onOff(u"Device On"_s, true)));
    for (const ParameterSpec &spec : found->parameters)
        device->parameters.push_back(set.makeParameter(spec));
    track.devices.push_back(std::move(device));
    return *track.devices.back();
}

void turn(Device &device, const QString &parameter, double value)
{
    for (auto &each : device.parameters) {
        if (each->spec.name == parameter)
            each->value
                = static_cast<float>(std::clamp(value, each->spec.minimum, each->spec.maximum));
    }
}

} // namespace clipdeck::sim
