// SPDX-License-Identifier: GPL-3.0-or-later
// The mixer of a track, and what of the song stands in the main track's.
#include "core/sim/sets/als/document.h"

#include <algorithm>
#include <cmath>

namespace clipdeck::sim {

namespace {

constexpr AlsRange gains{0.0, 100.0};

void readSends(AlsXml &xml, AlsTrack &track)
{
    xml.children([&](QStringView holder) {
        if (holder != u"TrackSendHolder" || track.sends.size() >= AlsLimits::returns)
            return;
        double position = 0.0;
        xml.children([&](QStringView name) {
            if (name == u"Send")
                readAutomated(xml, [&] { position = alsFader(xml.real(gains), 1.0); });
        });
        track.sends.push_back(position);
    });
}

/// What the main track's mixer has and others have not.
void readSongMixer(AlsXml &xml, QStringView name, Song &song)
{
    if (name == u"Tempo")
        readAutomated(xml, [&] { song.tempo = xml.real({20.0, 999.0}); });
    else if (name == u"TimeSignature")
        readAutomated(xml, [&] {
            readSignature(
                xml.whole(0, 99 * 5 - 1), song.signatureNumerator, song.signatureDenominator);
        });
    else if (name == u"GlobalGrooveAmount")
        readAutomated(xml, [&] { song.grooveAmount = xml.real({0.0, 130.0}) / 100.0; });
}

} // namespace

void readMixer(AlsXml &xml, AlsTrack &track, Song *song)
{
    xml.children([&](QStringView name) {
        if (name == u"Volume")
            readAutomated(xml, [&] { track.volume = alsFader(xml.real(gains)); });
        else if (name == u"Pan")
            readAutomated(xml, [&] { track.panning = xml.real({-1.0, 1.0}); });
        else if (name == u"Speaker")
            readAutomated(xml, [&] { track.mute = !xml.flag(); });
        else if (name == u"SoloSink")
            track.solo = xml.flag();
        else if (name == u"Sends")
            readSends(xml, track);
        else if (song)
            readSongMixer(xml, name, *song);
    });
}

double alsFader(double gain, double unity)
{
    constexpr double silence = 0.00032; // -70 dB: the fader's lower end
    if (gain <= silence)
        return 0.0;
    const double wanted = 20.0 * std::log10(gain) + faderDecibels(unity);
    double low = 0.0;
    double high = 1.0;
    for (int i = 0; i < 40; ++i) {
        const double middle = (low + high) / 2.0;
        (faderDecibels(middle) < wanted ? low : high) = middle;
    }
    return std::round(high * 1e6) / 1e6;
}

void readSignature(int number, int &numerator, int &denominator)
{
    constexpr int numerators = 99;
    numerator = number % numerators + 1;
    denominator = 1 << std::min(number / numerators, 4);
}

} // namespace clipdeck::sim
