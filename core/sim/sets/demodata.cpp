// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/sets/demodata.h"

#include <array>

namespace clipdeck::sim {

namespace {

constexpr int amber = 0xFFA529;
constexpr int blue = 0x10A4EE;
constexpr int lilac = 0xB677C6;
constexpr int slate = 0x9BB3C4;

constexpr std::array scenes{
    DemoScene{"Line check", slate, 0},
    DemoScene{"PAPER LANTERNS", amber, 118},
    DemoScene{"Intro", amber, 0},
    DemoScene{"Verse 1", amber, 0},
    DemoScene{"Climb", amber, 0},
    DemoScene{"Chorus 1", amber, 0},
    DemoScene{"Verse 2", amber, 0},
    DemoScene{"Bridge", amber, 0},
    DemoScene{"Chorus 2", amber, 0},
    DemoScene{"Coda", amber, 0},
    DemoScene{"COLD HARBOUR", blue, 126},
    DemoScene{"Fog", blue, 0},
    DemoScene{"Verse", blue, 0},
    DemoScene{"Hook", blue, 0},
    DemoScene{"Drop", blue, 0},
    DemoScene{"Half-time", blue, 0},
    DemoScene{"Hook wide", blue, 0},
    DemoScene{"Ebb", blue, 0},
    DemoScene{"LAST TRAM", lilac, 92},
    DemoScene{"Slow in", lilac, 0},
    DemoScene{"Verse", lilac, 0},
    DemoScene{"Everyone sings", lilac, 0},
    DemoScene{"Encore vamp", lilac, 0},
    DemoScene{"House lights", slate, 0},
};

constexpr auto G = DemoTrack::Group;
constexpr auto F = DemoTrack::Folded;
constexpr auto M = DemoTrack::Midi;
constexpr auto A = DemoTrack::Audio;

constexpr std::array tracks{
    DemoTrack{
        G, false, "BEATS", 0xF66C03, 0.80, 0, 0, 0, "EQ Eight,Compressor=Glue the kit", "", ""},
    DemoTrack{M, true, "Kick", 0xF66C03, 0.78, 0, 0, 0, "Drum Rack=Kit 70s,Saturator", "kick",
        "Tick 118:1||Heartbeat:1|Four floor:1|Four + fill|Four floor:1|Four floor:1||Four "
        "hard:1|Heartbeat:1"
        "||Pulse:2|Broken:2|Broken + "
        "ghost|Slam:1#FF3636|Half:2|Slam:1#FF3636||||Mallet:2|Parade|Parade|"},
    DemoTrack{M, true, "Snare", 0xFF3636, 0.74, 0, 0.22, 0.05, "Drum Rack=Kit 70s,Compressor",
        "snare",
        "||||Roll up|Clap + rim:2|Rim:2||Clap stack:2|"
        "||||Snap:2|Crack:1|Big three:2#AF3333|Crack:1||||Brush swirl:2|March:2|March:2|"},
    DemoTrack{M, true, "Hats", 0xFFF034, 0.66, 0.12, 0.08, 0, "Drum Rack=Kit 70s,Auto Filter",
        "hats",
        "||Shaker thin:1|Eighths:1|Open lift:2|Sixteens:1|Eighths swing:1||Ride wash:2|Shaker "
        "thin:1"
        "|||Tick tick:1|Offbeat:1|Offbeat + 16:2||Ride wash:2||||Brush:2|Ride wash:2|Brush:2|"},
    DemoTrack{A, true, "Tape percs", 0xCC9927, 0.62, -0.28, 0.15, 0.1, "Beat Repeat,Utility", "",
        "||Bottle loop:2|Bottle loop:2||Woodblock:2|Woodblock:2|Music box:8#EDFFAE||Bottle loop:2"
        "||Chain rattle:4|Chain rattle:4|Bell buoy:2#F7F47C|Bell buoy:2#F7F47C||Bell "
        "buoy:2#F7F47C||||Spoons:2|Spoons:2||"},
    DemoTrack{M, false, "Moog bass", 0x007DC0, 0.77, 0, 0, 0,
        "Operator=Bass for the van,Compressor,EQ Eight", "bass",
        "|||Root notes:2|Climb:4|Chorus octaves|Root notes:2|Bridge pedal:8|Chorus octaves|"
        "||Low swell:8|Verse walk|Hook growl|Drop saw:2#2F52A2|Half growl:4#2F52A2|Hook "
        "growl||||Held fifths:8|Everyone low|Vamp:2|"},
    DemoTrack{A, false, "Bass gtr Ida", 0x5480E4, 0.70, -0.06, 0.05, 0, "Compressor,Saturator=Tube",
        "", "||||||||||||||||||||Ida take 3:8|Ida take 5:8||"},
    DemoTrack{F, false, "KEYS", 0x3DC300, 0.76, 0, 0.2, 0.1, "EQ Eight", "", ""},
    DemoTrack{M, true, "Rhodes", 0x87FF67, 0.72, -0.15, 0.3, 0.12,
        "Instrument Rack=Suitcase,Auto Filter,Delay", "chords",
        "||Intro sevenths|Verse comp||Chorus stabs|Verse comp|Bridge bloom:8|Chorus stabs|Last "
        "chord:2!"
        "|||Dry comp|Hook stabs|||Hook stabs||||Slow waltz:8|Gospel|Gospel|Walk out:8"},
    DemoTrack{M, true, "Juno pad", 0x00BFAF, 0.64, 0, 0.5, 0.2, "Wavetable=Juno breath,Reverb",
        "chords",
        "||Breath in:8||Rising:8|Chorus wash:8||Glass:8|Chorus wash:8|Breath out:8"
        "||Fog bank:8#25FFA8|||Wide fifths|Wide fifths|Wide fifths|Tide out:8#25FFA8||Lamp "
        "glow:8|Lamp glow:8|Choir pad:8||"},
    DemoTrack{M, true, "Arp", 0x5CFFE8, 0.58, 0.24, 0.25, 0.4, "Arpeggiator,Wavetable=Needle,Delay",
        "arp",
        "||||Ladder:2|Lantern arp:2|||Lantern arp:2|Ladder slow:4"
        "||||Harbour 16:1|Harbour 16:1||Harbour up:2|||||Tram bells:4||"},
    DemoTrack{A, false, "Gtr Mats", 0xDBC300, 0.69, 0.3, 0.35, 0.18, "Saturator=Small amp,Delay",
        "",
        "Tuner!|||Palm mutes:2|Palm mutes:2|Open chords||Feedback:8!|Open chords|Swell"
        "||||Slide hook:4|||Slide hook:4|Feedback:8!||Fingerpick:8|Fingerpick:8|Strum all|Strum "
        "all|"},
    DemoTrack{A, false, "Gtr swells", 0xBFBA69, 0.60, -0.34, 0.6, 0.45, "Delay,Reverb=Cathedral",
        "",
        "||Volume pedal:8|Volume pedal:8||-|-|E-bow:8|-|E-bow:8"
        "||Foghorn:8#C6928B|Foghorn:8#C6928B|||Foghorn:8#C6928B||||Steel:8|Steel:8|||"},
    DemoTrack{A, false, "Vox Noor", 0xFF94A6, 0.82, 0, 0.42, 0.16,
        "EQ Eight,Compressor=Noor close,Reverb", "",
        "Hey hey:1!|||V1 lead:8|Climb lead|Chorus lead:8|V2 lead:8|Whisper:8#E5DCE1|Chorus lead:8|"
        "|||Harbour V1:8|Hook lead|||Hook lead|||Tram V1:8|Tram V2:8|Sing it:8|Sing it:8|"},
    DemoTrack{A, false, "Vox stack", 0xE553A0, 0.63, 0.1, 0.55, 0.2, "EQ Eight,Utility=Wide", "",
        "||||Ooh climb|Chorus stack:8|||Chorus stack:8|Hum:4"
        "||||Hook echo:2|Chop chop:1#FF39D4|Chop half:2#FF39D4|Hook "
        "echo:2||||Oohs:8|Crowd:8|Crowd:8|"},
    DemoTrack{A, false, "Field tape", slate, 0.52, -0.2, 0.3, 0, "Auto Filter,Utility", "",
        "Room tone:8|Street fair:16|Street fair:16|-|-|-|-|Rain tin roof:16#85A5C2|-|Street fair:16"
        "|Gulls:16|Gulls:16|-|-|-|-|-|Gulls:16|Tram stop:16|Tram stop:16|-|-|-|Tram stop:16"},
    DemoTrack{A, false, "Shots", 0xD0D0D0, 0.68, 0.18, 0.4, 0.3, "Reverb", "",
        "Click!:1|Match strike:1!||Rev cymbal:2!|Riser 8:8!|Impact:4!|Rev "
        "cymbal:2!|Fall:4!|Impact:4!|Lantern out:2!"
        "|Ship horn:2!#19E9FF|||Rev cymbal:2!|Impact:4!|Fall:4!|Impact:4!||Tram "
        "ding:1!#CDBBE4||||Confetti:2!|"},
};

} // namespace

std::span<const DemoScene> demoScenes()
{
    return scenes;
}

std::span<const DemoTrack> demoTracks()
{
    return tracks;
}

} // namespace clipdeck::sim
