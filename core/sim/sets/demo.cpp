// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/sets/demo.h"

#include "core/sim/live/cliprules.h"
#include "core/sim/live/devices.h"
#include "core/sim/sets/demodata.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

constexpr double beatsInBar = 4.0;

struct Cell {
    QString name;
    double beats = 4.0 * beatsInBar;
    bool oneShot = false;
    std::optional<int> color;
};

Cell parseCell(const QString &text)
{
    static const QRegularExpression form(u"^(?<name>[^:!#]+)(?<rest>.*)$"_s);
    static const QRegularExpression bars(u":(\\d+)"_s);
    static const QRegularExpression color(u"#([0-9A-F]{6})"_s);
    const QRegularExpressionMatch parts = form.match(text);
    const QString rest = parts.captured(u"rest"_s);
    Cell cell;
    cell.name = parts.captured(u"name"_s).trimmed();
    if (const auto match = bars.match(rest); match.hasMatch())
        cell.beats = match.captured(1).toDouble() * beatsInBar;
    if (const auto match = color.match(rest); match.hasMatch())
        cell.color = match.captured(1).toInt(nullptr, 16);
    cell.oneShot = rest.contains(u'!');
    return cell;
}

// -- notes: enough of a part to look and sound like one -----------------------------------------------------------

void everyBeats(Clip &clip, int pitch, double first, double step, double velocity)
{
    for (double at = first; at < clip.loop.end; at += step)
        addNote(clip, {pitch, at, std::min(step, 0.5) / 2.0, velocity, false});
}

void writeDrums(Clip &clip, const QString &part)
{
    if (part == "kick"_L1) {
        const bool broken = clip.name.startsWith(u'B') || clip.name.startsWith(u'H');
        everyBeats(clip, 36, 0.0, broken ? 1.5 : 1.0, 112.0);
    } else if (part == "snare"_L1) {
        everyBeats(clip, 38, 1.0, 2.0, 104.0);
        everyBeats(clip, 39, 3.75, 4.0, 58.0);
    } else {
        everyBeats(clip, 42, 0.0, 0.5, 84.0);
        everyBeats(clip, 46, 1.5, 2.0, 96.0);
    }
}

/// Roots of a progression, one a bar.
constexpr std::array roots{45, 41, 48, 43}; // A F C G

int rootOfBar(int bar)
{
    return roots.at(static_cast<std::size_t>(bar) % roots.size());
}

void writeTonal(Clip &clip, const QString &part)
{
    const int bars = static_cast<int>(clip.loop.end / beatsInBar);
    for (int bar = 0; bar < bars; ++bar) {
        const double at = bar * beatsInBar;
        const int root = rootOfBar(bar);
        if (part == "bass"_L1) {
            for (int eighth = 0; eighth < 8; ++eighth)
                addNote(clip,
                    {root - 12 + (eighth % 4 == 3 ? 12 : 0), at + eighth * 0.5, 0.4, 100.0, false});
        } else if (part == "chords"_L1) {
            for (int interval : {12, 19, 22, 27})
                addNote(clip, {root + interval, at, 3.75, 78.0, false});
        } else {
            constexpr std::array steps{12, 19, 24, 27, 31, 27, 24, 19};
            for (int sixteenth = 0; sixteenth < 16; ++sixteenth)
                addNote(clip,
                    {root + steps.at(static_cast<std::size_t>(sixteenth % 8)),
                        at + sixteenth * 0.25, 0.2, 88.0, false});
        }
    }
}

void writeNotes(Clip &clip, const QString &part)
{
    if (part == "kick"_L1 || part == "snare"_L1 || part == "hats"_L1)
        writeDrums(clip, part);
    else
        writeTonal(clip, part);
}

// -- tracks -------------------------------------------------------------------------------------------------------

void fillSlots(Set &set, Track &track, const DemoTrack &data)
{
    const QStringList cells = QString::fromUtf8(data.clips).split(u'|');
    for (qsizetype row = 0; row < cells.size() && row < static_cast<qsizetype>(track.slots.size());
         ++row) {
        Slot &slot = *track.slots[static_cast<std::size_t>(row)];
        if (cells[row] == "-"_L1)
            slot.hasStopButton = false;
        if (cells[row].isEmpty() || cells[row] == "-"_L1)
            continue;
        const Cell cell = parseCell(cells[row]);
        Clip &clip = set.addClip(slot, cell.name, cell.beats);
        clip.looping = !cell.oneShot;
        clip.color = cell.color.value_or(track.color);
        if (clip.midi) {
            writeNotes(clip, QString::fromUtf8(data.parts));
        } else {
            clip.filePath = "/Users/band/Lanterns Project/Samples/"_L1 + clip.name + ".wav"_L1;
            clip.sampleLength = static_cast<int>(clip.loop.end * 60.0 / 118.0 * 44100.0);
        }
    }
}

void addDevices(Set &set, Track &track, const char *list)
{
    for (const QString &each : QString::fromUtf8(list).split(u',', Qt::SkipEmptyParts))
        addDevice(set, track, each.section(u'=', 0, 0), each.section(u'=', 1));
}

TrackKind kindOf(DemoTrack::Kind kind)
{
    switch (kind) {
    case DemoTrack::Midi:
        return TrackKind::Midi;
    case DemoTrack::Audio:
        return TrackKind::Audio;
    default:
        return TrackKind::Group;
    }
}

void addTracks(Set &set)
{
    Track *group = nullptr;
    for (const DemoTrack &data : demoTracks()) {
        Track &track = set.addTrack(kindOf(data.kind), QString::fromUtf8(data.name), data.color,
            data.inside ? group : nullptr);
        if (track.kind == TrackKind::Group)
            group = &track;
        track.folded = data.kind == DemoTrack::Folded;
        track.volume.value = static_cast<float>(data.volume);
        track.panning.value = static_cast<float>(data.pan);
        track.sends[0]->value = static_cast<float>(data.sendA);
        track.sends[1]->value = static_cast<float>(data.sendB);
        addDevices(set, track, data.devices);
        fillSlots(set, track, data);
    }
}

Track &trackNamed(const Set &set, const QString &name)
{
    const auto found = std::find_if(set.tracks.begin(), set.tracks.end(),
        [&](const auto &track) { return track->name() == name; });
    Q_ASSERT(found != set.tracks.end());
    return **found;
}

Slot &slotOf(const Set &set, const QString &track, std::size_t row)
{
    return *trackNamed(set, track).slots[row];
}

/// What makes a set look worked on: a few knobs off their defaults, one track armed, one muted, cue points.
void personalise(Set &set)
{
    trackNamed(set, u"Bass gtr Ida"_s).arm = true;
    trackNamed(set, u"Vox stack"_s).mute = true;
    Track &bass = trackNamed(set, u"Moog bass"_s);
    turn(*bass.devices[0], u"Filter Freq"_s, 0.46);
    turn(*bass.devices[0], u"Filter Res"_s, 0.58);
    turn(*bass.devices[1], u"Ratio"_s, 3.2);
    Track &rhodes = trackNamed(set, u"Rhodes"_s);
    turn(*rhodes.devices[0], u"Macro 1"_s, 74.0);
    turn(*rhodes.devices[0], u"Macro 2"_s, 31.0);
    turn(*rhodes.devices[1], u"Frequency"_s, 0.63);
    turn(*trackNamed(set, u"Vox Noor"_s).devices[2], u"Decay Time"_s, 0.79);
    turn(*trackNamed(set, u"Tape percs"_s).devices[0], u"Chance"_s, 0.18);
    // The stack waits for the eight bars, so that something is often on its way.
    if (Clip *clip = slotOf(set, u"Arp"_s, 5).clip.get())
        clip->launchQuantization = 2;
    const double songs[] = {0.0, 256.0, 512.0};
    const char *names[] = {"Lanterns", "Harbour", "Tram"};
    for (std::size_t i = 0; i < std::size(songs); ++i)
        set.cuePoints.push_back({set.newId(), QString::fromUtf8(names[i]), songs[i]});
    set.selectedTrack = &bass;
    set.selectedScene = set.scenes[5].get();
}

} // namespace

Set demoSet()
{
    Set set;
    set.song.tempo = demoScenes()[1].tempo;
    set.song.path = u"/Users/band/Lanterns Project/Lanterns tour.als"_s;
    for (const DemoScene &data : demoScenes()) {
        Scene &scene = set.addScene(QString::fromUtf8(data.name),
            data.color < 0 ? std::nullopt : std::optional<int>(data.color));
        scene.tempoEnabled = data.tempo > 0.0;
        scene.tempo = scene.tempoEnabled ? data.tempo : 120.0;
    }
    addDevice(set, set.addReturn(u"Plate"_s, 0xA595B5), u"Reverb"_s, u"Plate"_s);
    addDevice(set, set.addReturn(u"Tape echo"_s, 0x88C2BA), u"Delay"_s, u"Tape echo"_s);
    addTracks(set);
    personalise(set);
    return set;
}

void playDemo(Live &live, double now)
{
    const Set &set = live.set();
    const double begun = now - demoLead;
    const auto scene = [&](std::size_t row) { live.launcher().fireScene(*set.scenes[row]); };
    // A bar of 118 lasts 2.03 s: the intro from the top, the verse in bar 5, the chorus in bar 23.
    live.launcher().startPlaying(true);
    scene(2);
    live.step(begun + 7.0);
    scene(3);
    live.step(begun + 43.5);
    scene(5);
    live.step(begun + 57.4);
    live.launcher().fire(slotOf(set, u"Tape percs"_s, 7));
    live.launcher().fire(slotOf(set, u"Shots"_s, 4));
    live.step(now);
    live.launcher().fire(slotOf(set, u"Arp"_s, 5));
    live.launcher().fire(slotOf(set, u"Gtr Mats"_s, 7));
}

} // namespace clipdeck::sim
