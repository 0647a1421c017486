// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks of a Live Set's file: mixer, slots, devices.
#include "core/sim/live/palette.h"
#include "core/sim/live/words.h"
#include "core/sim/sets/als/document.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

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
            xml.fail(SimWords::tr("it has more scenes than any Live Set."));
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
void noteTrackEnvelopes(AlsXml &xml)
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

void noteRestOfTrack(QStringView name, AlsXml &xml)
{
    if (name == u"AutomationEnvelopes")
        noteTrackEnvelopes(xml);
    else if (name == u"TakeLanes")
        noteTakeLanes(xml);
}

void readTrackContent(AlsXml &xml, AlsTrack &track, AlsDocument &document, Song *song)
{
    bool membersShown = true; // Live 8 and 9 keep a group's fold apart from its lane's
    bool saidSo = false;
    xml.children([&](QStringView name) {
        if (name == u"Name") {
            readName(xml, track);
        } else if (name == u"Color" || name == u"ColorIndex") {
            track.color = alsColor(xml.whole(-1, 9999));
        } else if (name == u"TrackGroupId") {
            track.groupId = xml.whole(-1, 0x7FFFFFFF);
        } else if (name == u"Freeze") {
            track.frozen = xml.flag();
        } else if (name == u"GroupedTracksRevealed" || name == u"TrackGroupVisible") {
            membersShown = xml.flag();
            saidSo = true;
        } else if (name == u"TrackUnfolded" && !saidSo) {
            membersShown = xml.flag();
        } else if (name == u"DeviceChain" || name == u"MasterChain") {
            readChain(xml, track, document, song);
        } else {
            noteRestOfTrack(name, xml);
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

void readTrack(AlsXml &xml, AlsDocument &document)
{
    const std::optional<TrackKind> kind = kindOf(xml.name());
    if (!kind) {
        xml.leaveOut(QString(u"track of the kind "_s + xml.name().left(40)));
        return;
    }
    if (document.tracks.size() >= AlsLimits::tracks) {
        xml.fail(SimWords::tr("it has more tracks than any Live Set."));
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
