// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/sets/als/devicenames.h"

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

constexpr int instrument = 1;
constexpr int audioEffect = 2;
constexpr int midiEffect = 4;

struct Row {
    const char *className;
    const char *name;
    int type;
};

// Classes whose name is the device's, as "Operator", need no row unless they are no audio effects.
constexpr Row rows[] = {
    {"Operator", "Operator", instrument},
    {"OriginalSimpler", "Simpler", instrument},
    {"MultiSampler", "Sampler", instrument},
    {"InstrumentVector", "Wavetable", instrument},
    {"InstrumentImpulse", "Impulse", instrument},
    {"InstrumentMeld", "Meld", instrument},
    {"Drift", "Drift", instrument},
    {"DrumCell", "Drum Sampler", instrument},
    {"StringStudio", "Tension", instrument},
    {"UltraAnalog", "Analog", instrument},
    {"LoungeLizard", "Electric", instrument},
    {"Collision", "Collision", instrument},
    {"ProxyInstrumentDevice", "External Instrument", instrument},
    {"InstrumentGroupDevice", "Instrument Rack", instrument},
    {"DrumGroupDevice", "Drum Rack", instrument},
    {"MxDeviceInstrument", "Max Instrument", instrument},
    {"MidiArpeggiator", "Arpeggiator", midiEffect},
    {"MidiChord", "Chord", midiEffect},
    {"MidiNoteLength", "Note Length", midiEffect},
    {"MidiPitcher", "Pitch", midiEffect},
    {"MidiRandom", "Random", midiEffect},
    {"MidiScale", "Scale", midiEffect},
    {"MidiVelocity", "Velocity", midiEffect},
    {"MidiCcControl", "CC Control", midiEffect},
    {"MidiEffectGroupDevice", "MIDI Effect Rack", midiEffect},
    {"MxDeviceMidiEffect", "Max MIDI Effect", midiEffect},
    {"AudioEffectGroupDevice", "Audio Effect Rack", audioEffect},
    {"MxDeviceAudioEffect", "Max Audio Effect", audioEffect},
    {"ProxyAudioEffectDevice", "External Audio Effect", audioEffect},
    {"AutoFilter", "Auto Filter", audioEffect},
    {"AutoFilter2", "Auto Filter", audioEffect},
    {"AutoPan", "Auto Pan", audioEffect},
    {"AutoPan2", "Auto Pan-Tremolo", audioEffect},
    {"BeatRepeat", "Beat Repeat", audioEffect},
    {"Chorus2", "Chorus-Ensemble", audioEffect},
    {"Compressor2", "Compressor", audioEffect},
    {"CrossDelay", "Simple Delay", audioEffect},
    {"DrumBuss", "Drum Buss", audioEffect},
    {"Tube", "Dynamic Tube", audioEffect},
    {"Eq8", "EQ Eight", audioEffect},
    {"FilterEQ3", "EQ Three", audioEffect},
    {"FilterDelay", "Filter Delay", audioEffect},
    {"FrequencyShifter", "Frequency Shifter", audioEffect},
    {"GlueCompressor", "Glue Compressor", audioEffect},
    {"GrainDelay", "Grain Delay", audioEffect},
    {"Hybrid", "Hybrid Reverb", audioEffect},
    {"MultibandDynamics", "Multiband Dynamics", audioEffect},
    {"PhaserNew", "Phaser-Flanger", audioEffect},
    {"PingPongDelay", "Ping Pong Delay", audioEffect},
    {"Redux2", "Redux", audioEffect},
    {"Resonator", "Resonators", audioEffect},
    {"SpectrumAnalyzer", "Spectrum", audioEffect},
    {"Spectral", "Spectral Time", audioEffect},
    {"Transmute", "Spectral Resonator", audioEffect},
    {"StereoGain", "Utility", audioEffect},
    {"Vinyl", "Vinyl Distortion", audioEffect},
    {"PluginDevice", "Plug-in", 0},
    {"AuPluginDevice", "Plug-in", 0},
};

} // namespace

AlsDeviceKind alsDeviceKind(const QString &className)
{
    const bool rack = className.endsWith("GroupDevice"_L1);
    for (const Row &row : rows) {
        if (className == QLatin1String(row.className))
            return {QString::fromLatin1(row.name), row.type, rack};
    }
    return {className, audioEffect, rack};
}

} // namespace clipdeck::sim
