// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks of a Live Set's file: mixer, slots, devices.
#include "core/sim/alsdocument.h"
#include "core/sim/simpalette.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("sim", text);
}

/// The mixer's elements keep their value in a child: <Volume><Manual Value="1"/>…</Volume>.
template <class Read> void manual(AlsXml &xml, Read &&read)
{
    xml.children([&](QStringView name) {
        if (name == u"Manual")
            read();
    });
}

constexpr AlsRange gains{0.0, 100.0};

void readSends(AlsXml &xml, AlsTrack &track)
{
    xml.children([&](QStringView holder) {
        if (holder != u"TrackSendHolder" || track.sends.size() >= AlsLimits::returns)
            return;
        double position = 0.0;
        xml.children([&](QStringView name) {
            if (name == u"Send")
                manual(xml, [&] { position = alsFader(xml.real(gains), 1.0); });
        });
        track.sends.push_back(position);
    });
}

/// What the main track's mixer has and others have not.
void readSongMixer(AlsXml &xml, QStringView name, Song &song)
{
    if (name == u"Tempo")
        manual(xml, [&] { song.tempo = xml.real({20.0, 999.0}); });
    else if (name == u"TimeSignature")
        manual(xml, [&] {
            readSignature(
                xml.whole(0, 99 * 5 - 1), song.signatureNumerator, song.signatureDenominator);
        });
    else if (name == u"GlobalGrooveAmount")
        manual(xml, [&] { song.grooveAmount = xml.real({0.0, 130.0}) / 100.0; });
}

void readMixer(AlsXml &xml, AlsTrack &track, Song *song)
{
    xml.children([&](QStringView name) {
        if (name == u"Volume")
            manual(xml, [&] { track.volume = alsFader(xml.real(gains)); });
        else if (name == u"Pan")
            manual(xml, [&] { track.panning = xml.real({-1.0, 1.0}); });
        else if (name == u"Speaker")
            manual(xml, [&] { track.mute = !xml.flag(); });
        else if (name == u"SoloSink")
            track.solo = xml.flag();
        else if (name == u"Sends")
            readSends(xml, track);
        else if (song)
            readSongMixer(xml, name, *song);
    });
}

// -- slots --------------------------------------------------------------------------------------------------------

/// <ClipSlot><Value><MidiClip/></Value></ClipSlot>, inside a slot of the same name.
void readSlotContent(AlsXml &xml, TrackKind kind, AlsSlot &slot, AlsDocument &document)
{
    const QStringView expected = kind == TrackKind::Midi ? u"MidiClip" : u"AudioClip";
    xml.children([&](QStringView) { // Value
        xml.children([&](QStringView name) {
            if (name == expected && kind != TrackKind::Group && !slot.clip)
                slot.clip = readClip(xml, document);
            else
                xml.leaveOut(QString(u"clip of the kind "_s + name.left(40)));
        });
    });
}

void readSlots(AlsXml &xml, AlsTrack &track, AlsDocument &document)
{
    xml.children([&](QStringView slotName) {
        if (slotName != u"ClipSlot")
            return;
        if (track.slots.size() >= AlsLimits::scenes) {
            xml.fail(tr("it has more scenes than any Live Set."));
            return;
        }
        AlsSlot &slot = track.slots.emplace_back();
        xml.children([&](QStringView name) {
            if (name == u"ClipSlot")
                readSlotContent(xml, track.kind, slot, document);
            else if (name == u"HasStop")
                slot.hasStopButton = xml.flag();
        });
    });
}

/// Clips of the arrangement: counted, as the stand-in has no arrangement.
void noteArrangement(AlsXml &xml)
{
    xml.children([&](QStringView name) {
        if (name == u"MidiClip" || name == u"AudioClip")
            xml.leaveOut(u"clip of the arrangement"_s);
        else
            noteArrangement(xml);
    });
}

void readSequencer(AlsXml &xml, AlsTrack &track, AlsDocument &document)
{
    xml.children([&](QStringView name) {
        if (name == u"ClipSlotList")
            readSlots(xml, track, document);
        else if (name == u"MonitoringEnum")
            track.monitoring = xml.whole(0, 2);
        else if (name == u"Recorder")
            xml.children([&](QStringView part) {
                if (part == u"IsArmed")
                    track.arm = xml.flag();
            });
        else if (name == u"ClipTimeable" || name == u"Sample")
            noteArrangement(xml);
    });
}

// -- devices ------------------------------------------------------------------------------------------------------

/// What a plug-in is, where its file does not say: the first on a MIDI track turns notes into sound.
int guessedType(const AlsTrack &track)
{
    const bool hasInstrument = std::any_of(track.devices.begin(), track.devices.end(),
        [](const AlsDevice &device) { return device.type == 1; });
    return track.kind == TrackKind::Midi && !hasInstrument ? 1 : 2;
}

void readDevices(AlsXml &xml, AlsTrack &track, AlsDocument &document)
{
    xml.children([&](QStringView list) {
        if (list != u"Devices")
            return;
        xml.children([&](QStringView) {
            AlsDevice device = readDevice(xml, document);
            if (device.type == 0)
                device.type = guessedType(track);
            track.devices.push_back(std::move(device));
        });
    });
}

void readChain(AlsXml &xml, AlsTrack &track, AlsDocument &document, Song *song)
{
    xml.children([&](QStringView name) {
        if (name == u"Mixer")
            readMixer(xml, track, song);
        else if (name == u"MainSequencer")
            readSequencer(xml, track, document);
        else if (name == u"DeviceChain")
            readDevices(xml, track, document);
    });
}

// -- tracks -------------------------------------------------------------------------------------------------------

void readName(AlsXml &xml, AlsTrack &track)
{
    xml.children([&](QStringView name) {
        if (name == u"UserName")
            track.userName = xml.text();
        else if (name == u"EffectiveName")
            track.effectiveName = xml.text();
    });
}

int countEvents(AlsXml &xml)
{
    int events = 0;
    xml.children([&](QStringView name) {
        if (name == u"Automation" || name == u"Events")
            events += countEvents(xml);
        else if (name.endsWith(u"Event"))
            ++events;
    });
    return events;
}

/// An envelope with one event is a value that stays: tempo and signature of every set are kept so.
void noteEnvelopes(AlsXml &xml)
{
    xml.children([&](QStringView) { // Envelopes
        xml.children([&](QStringView) {
            if (countEvents(xml) > 1)
                xml.leaveOut(u"automation of the arrangement"_s);
        });
    });
}

void noteTakeLanes(AlsXml &xml)
{
    xml.children([&](QStringView name) {
        if (name == u"TakeLanes")
            xml.children([&](QStringView) { xml.leaveOut(u"take lane"_s); });
    });
}

void noteTheRest(QStringView name, AlsXml &xml)
{
    if (name == u"AutomationEnvelopes")
        noteEnvelopes(xml);
    else if (name == u"TakeLanes")
        noteTakeLanes(xml);
    else if (name == u"Freeze" && xml.flag())
        xml.leaveOut(u"frozen track (it is read as if not frozen)"_s);
}

void readTrackContent(AlsXml &xml, AlsTrack &track, AlsDocument &document, Song *song)
{
    bool membersShown = true; // Live 9 keeps a group's fold apart from its lane's
    bool saidSo = false;
    xml.children([&](QStringView name) {
        if (name == u"Name") {
            readName(xml, track);
        } else if (name == u"Color" || name == u"ColorIndex") {
            track.color = alsColor(xml.whole(-1, 9999));
        } else if (name == u"TrackGroupId") {
            track.groupId = xml.whole(-1, 0x7FFFFFFF);
        } else if (name == u"GroupedTracksRevealed") {
            membersShown = xml.flag();
            saidSo = true;
        } else if (name == u"TrackUnfolded" && !saidSo) {
            membersShown = xml.flag();
        } else if (name == u"DeviceChain" || name == u"MasterChain") {
            readChain(xml, track, document, song);
        } else {
            noteTheRest(name, xml);
        }
    });
    track.folded = track.kind == TrackKind::Group && !membersShown;
}

std::optional<TrackKind> kindOf(QStringView name)
{
    if (name == u"MidiTrack")
        return TrackKind::Midi;
    if (name == u"AudioTrack")
        return TrackKind::Audio;
    if (name == u"GroupTrack")
        return TrackKind::Group;
    if (name == u"ReturnTrack")
        return TrackKind::Return;
    return std::nullopt;
}

} // namespace

int alsColor(int number)
{
    constexpr int offset = 140;
    const int place = number >= offset ? number - offset : number;
    return paletteColor(std::max(0, place) % paletteSize);
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

void readTrack(AlsXml &xml, AlsDocument &document)
{
    const std::optional<TrackKind> kind = kindOf(xml.name());
    if (!kind) {
        xml.leaveOut(QString(u"track of the kind "_s + xml.name().left(40)));
        return;
    }
    if (document.tracks.size() >= AlsLimits::tracks) {
        xml.fail(tr("it has more tracks than any Live Set."));
        return;
    }
    AlsTrack track;
    track.kind = *kind;
    track.id = xml.attribute(QLatin1String("Id")).toInt();
    readTrackContent(xml, track, document, nullptr);
    document.tracks.push_back(std::move(track));
}

void readMainTrack(AlsXml &xml, AlsDocument &document)
{
    document.main.kind = TrackKind::Main;
    readTrackContent(xml, document.main, document, &document.song);
}

} // namespace clipdeck::sim
