// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/catalogue.h"

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

ParameterSpecs equalizerParameters()
{
    static const QStringList shapes{u"48 LP"_s, u"12 LP"_s, u"Low Shelf"_s, u"Bell"_s, u"Notch"_s,
        u"High Shelf"_s, u"12 HP"_s, u"48 HP"_s};
    ParameterSpecs specs{knob(u"Scale"_s, 1.0, Display::Percent, -2.0, 2.0),
        onOff(u"Adaptive Q"_s, true), gain(u"Output Gain"_s, 12.0)};
    for (int band = 1; band <= 8; ++band) {
        for (const QChar side : QStringView(u"AB")) {
            const auto name = [&](const char *what) {
                return QString(u"%1 %2 %3"_s).arg(band).arg(QLatin1String(what)).arg(side);
            };
            specs.push_back(onOff(name("Filter On"), band < 5));
            specs.push_back(choice(name("Filter Type"), shapes, band == 1 ? 6 : 3));
            specs.push_back(frequency(name("Frequency"), band / 9.0));
            specs.push_back(gain(name("Gain"), 15.0));
            specs.push_back(knob(name("Resonance"), 0.4, Display::Quality));
        }
    }
    return specs;
}

ParameterSpecs compressorParameters()
{
    return {level(u"Threshold"_s, 0.85), knob(u"Ratio"_s, 2.0, Display::Ratio, 1.0, 100.0),
        knob(u"Expansion Ratio"_s, 1.15, Display::Ratio, 1.0, 2.0), time(u"Attack"_s, 0.2),
        time(u"Release"_s, 0.4), onOff(u"Auto Release On/Off"_s), gain(u"Output Gain"_s, 36.0),
        onOff(u"Makeup"_s), knob(u"Knee"_s, 6.0, Display::Decibel, 0.0, 18.0),
        choice(u"Model"_s, {u"Peak"_s, u"RMS"_s, u"Expand"_s}),
        choice(u"Env Mode"_s, {u"Linear"_s, u"Log"_s}),
        choice(u"LookAhead"_s, {u"0 ms"_s, u"1 ms"_s, u"10 ms"_s}, 1), onOff(u"S/C On"_s),
        gain(u"S/C Gain"_s, 24.0), percent(u"S/C Mix"_s, 1.0), onOff(u"S/C EQ On"_s),
        frequency(u"S/C EQ Freq"_s, 0.3), percent(u"Dry/Wet"_s, 1.0)};
}

ParameterSpecs reverbParameters()
{
    return {time(u"Predelay"_s, 0.3), onOff(u"In LowCut On"_s), frequency(u"In LowCut Freq"_s, 0.2),
        onOff(u"In HighCut On"_s), percent(u"Room Size"_s, 0.5), percent(u"ER Spin Amount"_s, 0.2),
        rate(u"ER Spin Rate"_s, 0.4), percent(u"ER Shape"_s, 0.5), time(u"Decay Time"_s, 0.6),
        percent(u"Stereo Image"_s, 0.8), gain(u"ER Level"_s, 30.0), gain(u"Diffuse Level"_s, 30.0),
        onOff(u"HiFilter On"_s, true), frequency(u"HiFilter Freq"_s, 0.7), onOff(u"LowShelf On"_s),
        frequency(u"LowShelf Freq"_s, 0.3), onOff(u"Chorus On"_s), rate(u"Chorus Rate"_s, 0.3),
        percent(u"Chorus Amount"_s, 0.1), onOff(u"Freeze On"_s), onOff(u"Flat On"_s, true),
        onOff(u"Cut On"_s), choice(u"Density"_s, {u"Sparse"_s, u"Low"_s, u"Mid"_s, u"High"_s}, 2),
        percent(u"Dry/Wet"_s, 0.5)};
}

ParameterSpecs delayParameters()
{
    static const QStringList sixteenths{
        u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"8"_s, u"16"_s};
    return {onOff(u"Link"_s), onOff(u"L Sync"_s, true), onOff(u"R Sync"_s, true),
        choice(u"L 16th"_s, sixteenths, 2), choice(u"R 16th"_s, sixteenths, 3),
        time(u"L Time"_s, 0.4), time(u"R Time"_s, 0.4),
        knob(u"L Offset"_s, 0.0, Display::Percent100, -33.0, 33.0),
        knob(u"R Offset"_s, 0.0, Display::Percent100, -33.0, 33.0), percent(u"Feedback"_s, 0.5),
        onOff(u"Freeze"_s), onOff(u"Filter On"_s, true), frequency(u"Filter Freq"_s, 0.5),
        percent(u"Filter Width"_s, 0.8), rate(u"Mod Freq"_s, 0.4), percent(u"Filter < Mod"_s, 0.0),
        percent(u"Dly < Mod"_s, 0.0), onOff(u"Ping Pong"_s), percent(u"Dry/Wet"_s, 0.5)};
}

ParameterSpecs autoFilterParameters()
{
    return {choice(u"Filter Type"_s, filterTypes()), frequency(u"Frequency"_s, 0.8),
        percent(u"Resonance"_s, 0.2), knob(u"Drive"_s, 0.0, Display::Decibel, 0.0, 24.0),
        percent(u"Morph"_s, 0.0), choice(u"Slope"_s, {u"12"_s, u"24"_s}, 1),
        amount(u"Env. Modulation"_s), time(u"Env. Attack"_s, 0.2), time(u"Env. Release"_s, 0.5),
        percent(u"LFO Amount"_s, 0.0),
        choice(u"LFO Waveform"_s,
            {u"Sine"_s, u"Square"_s, u"Triangle"_s, u"Saw Up"_s, u"Saw Down"_s, u"S&H Stereo"_s,
                u"S&H Mono"_s}),
        rate(u"LFO Frequency"_s, 0.4), onOff(u"LFO Sync"_s),
        knob(u"LFO Phase"_s, 180.0, Display::Degrees, 0.0, 360.0), onOff(u"S/C On"_s),
        percent(u"S/C Mix"_s, 1.0), gain(u"S/C Gain"_s, 24.0)};
}

std::vector<DeviceKind> mixingKinds()
{
    constexpr auto type = DeviceType::AudioEffect;
    return {
        {u"EQ Eight"_s, u"Eq8"_s, type, false, equalizerParameters()},
        {u"Compressor"_s, u"Compressor2"_s, type, false, compressorParameters()},
        {u"Utility"_s, u"StereoGain"_s, type, false,
            {gain(u"Gain"_s, 35.0), knob(u"Balance"_s, 0.0, Display::Pan, -1.0, 1.0),
                knob(u"Stereo Width"_s, 1.0, Display::Percent, 0.0, 4.0), onOff(u"Mute"_s),
                onOff(u"Bass Mono"_s), onOff(u"DC Filter"_s)}},
    };
}

std::vector<DeviceKind> soundKinds()
{
    constexpr auto type = DeviceType::AudioEffect;
    return {
        {u"Auto Filter"_s, u"AutoFilter2"_s, type, false, autoFilterParameters()},
        {u"Reverb"_s, u"Reverb"_s, type, false, reverbParameters()},
        {u"Delay"_s, u"Delay"_s, type, false, delayParameters()},
        {u"Saturator"_s, u"Saturator"_s, type, false,
            {gain(u"Drive"_s, 36.0, 3.0),
                choice(u"Type"_s,
                    {u"Analog Clip"_s, u"Soft Sine"_s, u"Medium Curve"_s, u"Hard Curve"_s,
                        u"Sinoid Fold"_s, u"Digital Clip"_s}),
                onOff(u"DC"_s), onOff(u"Color"_s, true), frequency(u"Frequency"_s, 0.5),
                percent(u"Width"_s, 0.3), gain(u"Output"_s, 36.0), onOff(u"Soft Clip"_s),
                percent(u"Dry/Wet"_s, 1.0)}},
        {u"Beat Repeat"_s, u"BeatRepeat"_s, type, false,
            {choice(u"Interval"_s, {u"1/4"_s, u"1/2"_s, u"1 Bar"_s, u"2 Bars"_s, u"4 Bars"_s}, 2),
                choice(u"Grid"_s, {u"1/32"_s, u"1/16"_s, u"1/8"_s, u"1/4"_s}, 1),
                percent(u"Chance"_s, 0.0), knob(u"Pitch"_s, 0.0, Display::Semitones, -12.0, 0.0),
                percent(u"Pitch Decay"_s, 0.0), percent(u"Decay"_s, 0.0), percent(u"Volume"_s, 0.8),
                onOff(u"Repeat"_s)}},
    };
}

} // namespace

std::vector<DeviceKind> audioEffectKinds()
{
    std::vector<DeviceKind> kinds = mixingKinds();
    for (DeviceKind &kind : soundKinds())
        kinds.push_back(std::move(kind));
    return kinds;
}

} // namespace clipdeck::sim
