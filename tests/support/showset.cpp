// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/showset.h"

namespace clipdeck {

namespace {

struct TrackRow {
    const char *name;
    int color;
    bool midi;
};
constexpr TrackRow tracks[] = {{"DRUMS", 0xFF3636, true}, {"Kick", 0xFF3636, true},
    {"Snare + Clap", 0xF66C03, true}, {"Hats", 0xFFA529, true}, {"Perc loops", 0xCC9927, false},
    {"Sub", 0x10A4EE, true}, {"Growl", 0x2F52A2, true}, {"SYNTHS", 0x886CE4, true},
    {"Pad", 0x886CE4, true}, {"Arp", 0xB677C6, true}, {"Stab", 0xFF39D4, true},
    {"Tape keys", 0x3DC300, true}, {"Guitar Ana", 0xFFF034, false}, {"Vox lead", 0xFF94A6, false},
    {"Vox chops", 0xE553A0, false}, {"Rain + room", 0x8BC5FF, false}, {"Risers", 0xFFFFFF, false}};
constexpr const char *scenes[] = {"Doors open", "GLASSHOUSE", "Intro", "Verse 1", "Lift",
    "Chorus 1", "Verse 2", "Break", "Chorus 2", "Outro dub", "NIGHT BUS", "Intro", "Verse", "Hook",
    "Half-time", "Hook big", "SALT", "Slow build", "Everything", "Goodnight"};
constexpr const char *words[]
    = {"Four", "Verse", "Lift slide", "Hook", "Stabs wide", "Break", "Call and answer", "Tick"};
constexpr int songColors[] = {0xFFF034, 0x19E9FF, 0xE553A0};

bool hasClip(int track, int scene)
{
    if (track == 0 || track == 7)
        return false;
    return scene == 5 || (track * 7 + scene * 5 + track * scene) % 11 < 5;
}

} // namespace

void ShowSet::addTracks(int trackCount, int sceneCount)
{
    set.applyStructure(trackCount, sceneCount);
}

void ShowSet::nameTrack(int track, const char *name, int color, bool midi)
{
    const TrackIndex index(track);
    set.apply(index, TrackField::Name, QString::fromUtf8(name));
    set.apply(index, TrackField::Color, color);
    set.apply(index, TrackField::HasMidiInput, midi);
    set.apply(index, TrackField::HasAudioInput, !midi);
    set.apply(index, TrackField::CanBeArmed, true);
}

void ShowSet::makeGroup(int track, int firstChild, int lastChild, bool folded)
{
    set.apply(TrackIndex(track), TrackField::IsFoldable, true);
    set.apply(TrackIndex(track), TrackField::FoldState, folded);
    set.apply(TrackIndex(track), TrackField::CanBeArmed, false);
    for (int child = firstChild; child <= lastChild; ++child) {
        set.apply(TrackIndex(child), TrackField::IsGrouped, true);
        set.apply(TrackIndex(child), TrackField::GroupTrack, track);
        set.apply(TrackIndex(child), TrackField::IsVisible, !folded);
    }
}

void ShowSet::putClip(
    int track, int scene, const char *name, int color, double length, bool looping)
{
    const SlotId id = slotId(track, scene);
    set.applyHasClip(id, true);
    set.apply(id, ClipField::Name, QString::fromUtf8(name));
    set.apply(id, ClipField::Color, color);
    set.apply(id, ClipField::Length, length);
    set.apply(id, ClipField::Looping, looping);
    set.apply(id, ClipField::LoopStart, 0.0);
    set.apply(id, ClipField::LoopEnd, length);
    set.apply(id, ClipField::EndMarker, length);
}

void ShowSet::play(int track, int scene, double position)
{
    set.apply(TrackIndex(track), TrackField::PlayingSlotIndex, scene);
    set.apply(slotId(track, scene), ClipField::IsPlaying, true);
    set.apply(slotId(track, scene), ClipField::PlayingPosition, position);
}

void ShowSet::fire(int track, int scene)
{
    set.apply(TrackIndex(track), TrackField::FiredSlotIndex, scene);
}

void ShowSet::arm(int track)
{
    set.apply(TrackIndex(track), TrackField::Arm, true);
}

void ShowSet::nameScene(int scene, const char *name, int color, double tempo)
{
    set.apply(SceneIndex(scene), SceneField::Name, QString::fromUtf8(name));
    set.apply(SceneIndex(scene), SceneField::Color, color);
    set.apply(SceneIndex(scene), SceneField::TempoEnabled, tempo > 0);
    set.apply(SceneIndex(scene), SceneField::Tempo, tempo);
}

void ShowSet::fill()
{
    addTracks(int(std::size(tracks)), int(std::size(scenes)));
    set.apply(SongField::Tempo, 122.0);
    set.apply(SongField::IsPlaying, true);
    clock.setTempo(122.0, now);
    clock.setPlaying(true, now);
    clock.hear({45 * 4 + 1.2}, now);
    for (int t = 0; t < int(std::size(tracks)); ++t)
        nameTrack(t, tracks[t].name, tracks[t].color, tracks[t].midi);
    makeGroup(0, 1, 4);
    makeGroup(7, 8, 10, true);
    for (int s = 0; s < int(std::size(scenes)); ++s) {
        const int song = s < 10 ? 0 : s < 16 ? 1 : 2;
        const double tempo = s == 1 ? 122.0 : s == 10 ? 128.0 : s == 16 ? 96.0 : 0.0;
        nameScene(s, scenes[s], songColors[song], tempo);
        for (int t = 0; t < int(std::size(tracks)); ++t) {
            if (hasClip(t, s))
                putClip(t, s, words[(t + s * 3) % int(std::size(words))], tracks[t].color,
                    4.0 * (1 + s % 8));
        }
    }
    for (int t : {1, 2, 3, 4, 5, 6, 8, 9, 11})
        play(t, 5, 10.5);
    putClip(13, 5, "Ch lead", 0xFF94A6, 32, false);
    play(13, 5, 14);
    putClip(14, 5, "Glass glass", 0xE553A0, 32, false);
    play(14, 5, 22.4);
    putClip(15, 2, "Rain glass", 0x85A5C2, 64);
    play(15, 2, 53);
    arm(12);
    putClip(12, 5, "Take 5", 0xFFF034, 64);
    play(12, 5, 9);
    set.apply(slotId(12, 5), ClipField::IsRecording, true);
    putClip(3, 6, "Shuffle", 0xFFA529);
    fire(3, 6);
    putClip(13, 6, "V2 lead", 0xFF94A6);
    fire(13, 6);
    fire(6, stopFired);
    fire(12, 7);
    set.applyHasClip(slotId(12, 7), false);
    putClip(2, 6, "Rim + ghost", 0xF66C03);
    set.request(Target::launch(slotId(2, 6)), {}, now - 1000);
    putClip(11, 8, "Chorus wide", 0x3DC300);
    set.refuse(Target::launch(slotId(11, 8)), QStringLiteral("Live did not take it"), now - 500);
    putClip(5, 8, "Muted sub", 0x10A4EE);
    set.apply(slotId(5, 8), ClipField::Muted, true);
    for (int s : {12, 14, 16, 18}) {
        putClip(16, s, "Noise up", 0xFFFFFF);
        set.applyOverdue(slotId(16, s), true);
    }
    for (int s : {3, 4, 6, 8})
        set.apply(slotId(15, s), SlotField::HasStopButton, false);
    putClip(6, 7, "Break growl", 0x2F52A2, 16);
    set.applyComplete(true);
    set.publish();
}

} // namespace clipdeck
