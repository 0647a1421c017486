// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/sets/generated.h"

#include "core/sim/live/cliprules.h"
#include "core/sim/live/devices.h"
#include "core/sim/live/palette.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

/// Numbers that depend on the seed alone (the Mersenne twister is the same everywhere; standard distributions are not).
class Dice {
public:
    explicit Dice(quint32 seed)
        : m_generator(seed)
    {
    }

    int below(int end) { return static_cast<int>(m_generator.bounded(static_cast<quint32>(end))); }
    double share() { return m_generator.generateDouble(); }
    bool chance(double probability) { return share() < probability; }
    QString of(const QStringList &words) { return words[below(static_cast<int>(words.size()))]; }
    int color() { return paletteColor(below(paletteSize)); }

private:
    QRandomGenerator m_generator;
};

const QStringList instruments{u"Kick"_s, u"Snare"_s, u"Hats"_s, u"Bass"_s, u"Keys"_s, u"Pad"_s,
    u"Lead"_s, u"Vox"_s, u"Strings"_s, u"Brass"_s, u"Noise"_s, u"Guitar"_s};
const QStringList parts{
    u"Intro"_s, u"Verse"_s, u"Lift"_s, u"Chorus"_s, u"Bridge"_s, u"Break"_s, u"Drop"_s, u"Outro"_s};

double rounded(double value)
{
    return std::round(value * 1000.0) / 1000.0;
}

/// Where groups stand: one, then `size` tracks in it, then `gap` beside it, until `groups` are made.
struct Layout {
    int groups = 0;
    int size = 3;
    int gap = 4;

    bool isGroup(int track) const { return track % period() == 0 && track / period() < groups; }
    bool isMember(int track) const
    {
        return track / period() < groups && track % period() > 0 && track % period() <= size;
    }
    int period() const { return 1 + size + gap; }
};

Layout layoutOf(const SimSetChoice &choice)
{
    Layout layout;
    if (!choice.groups) {
        layout.groups = (choice.tracks + layout.gap) / layout.period();
        return layout;
    }
    layout.groups = std::min(*choice.groups, choice.tracks / 2);
    layout.size = std::max(1, (choice.tracks - layout.groups) / (layout.groups + 1));
    layout.gap = 0;
    return layout;
}

void fillMixer(Track &track, Dice &dice)
{
    track.volume.value = static_cast<float>(rounded(0.4 + dice.share() * 0.6));
    track.panning.value = static_cast<float>(rounded(dice.share() * 2.0 - 1.0));
    for (auto &send : track.sends) {
        if (dice.chance(0.3))
            send->value = static_cast<float>(rounded(dice.share()));
    }
}

/// An instrument first where there is room for one, then effects.
void fillDevices(Set &set, Track &track, int count, Dice &dice)
{
    static const QStringList sources{u"Operator"_s, u"Wavetable"_s, u"Simpler"_s, u"Drum Rack"_s};
    static const QStringList effects{
        u"EQ Eight"_s, u"Compressor"_s, u"Auto Filter"_s, u"Utility"_s};
    for (int i = 0; i < count; ++i)
        addDevice(set, track, dice.of(i == 0 && track.kind == TrackKind::Midi ? sources : effects));
}

void fillClip(Clip &clip, int notes, Dice &dice)
{
    if (dice.chance(0.5))
        clip.color = dice.color();
    if (!clip.midi) {
        clip.looping = dice.chance(0.7);
        clip.warping = dice.chance(0.8);
        if (!clip.warping)
            clip.looping = false;
        clip.filePath = "/Samples/"_L1 + clip.name + ".wav"_L1;
        clip.sampleLength = static_cast<int>(clip.loop.end * 22050.0);
        return;
    }
    for (int i = 0; i < notes; ++i)
        addNote(clip,
            {36 + dice.below(48), dice.below(static_cast<int>(clip.loop.end * 4.0)) / 4.0, 0.25,
                40.0 + dice.below(87), false});
}

void fillSlots(Set &set, Track &track, const SimSetChoice &choice, Dice &dice)
{
    for (auto &slot : track.slots) {
        slot->hasStopButton = !dice.chance(0.05);
        if (!dice.chance(choice.fill))
            continue;
        const QString name = dice.chance(0.85) ? QString(u"%1 %2 %3"_s)
                                                     .arg(dice.of(parts), dice.of(instruments))
                                                     .arg(dice.below(9) + 1)
                                               : QString();
        fillClip(set.addClip(*slot, name, 4.0 * (1 << dice.below(4))), choice.notes, dice);
    }
}

void addScenes(Set &set, int count, Dice &dice)
{
    for (int row = 0; row < count; ++row) {
        const bool named = dice.chance(0.6);
        Scene &scene = set.addScene(
            named ? QString(u"%1 %2"_s).arg(parts[row % parts.size()]).arg(row + 1) : QString());
        if (dice.chance(0.3))
            scene.color = dice.color();
        scene.tempoEnabled = dice.chance(0.05);
        scene.tempo = 90.0 + dice.below(60);
    }
}

void addReturns(Set &set, int count, Dice &dice)
{
    for (int i = 0; i < count; ++i) {
        const QString label = i == 0 ? u"Reverb"_s : i == 1 ? u"Delay"_s : u"Return"_s;
        Track &track = set.addReturn(label, dice.color());
        if (deviceKinds().contains(label))
            addDevice(set, track, label);
    }
}

} // namespace

Set generatedSet(const SimSetChoice &choice)
{
    Dice dice(choice.seed);
    Set set;
    addScenes(set, choice.scenes, dice);
    addReturns(set, choice.returns, dice);
    const Layout layout = layoutOf(choice);
    Track *group = nullptr;
    int groups = 0;
    for (int i = 0; i < choice.tracks; ++i) {
        if (layout.isGroup(i)) {
            const bool nested = ++groups % 4 == 0; // every fourth one stands in the one before
            Track *outer = nested ? group : nullptr;
            group = &set.addTrack(
                TrackKind::Group, dice.of(instruments).toUpper(), dice.color(), outer);
            continue;
        }
        const QString name = dice.chance(0.8)
            ? QString(u"%1 %2"_s).arg(dice.of(instruments)).arg(i + 1)
            : QString();
        Track &track = set.addTrack(i % 2 == 0 ? TrackKind::Midi : TrackKind::Audio, name,
            dice.color(), layout.isMember(i) ? group : nullptr);
        fillMixer(track, dice);
        const int usual = track.kind == TrackKind::Midi ? 2 : 1;
        fillDevices(set, track, choice.devices.value_or(usual), dice);
        fillSlots(set, track, choice, dice);
    }
    return set;
}

Set emptySet()
{
    constexpr int scenes = 8;
    Set set;
    for (int i = 0; i < scenes; ++i)
        set.addScene();
    for (const char *label : {"Reverb", "Delay"})
        addDevice(set, set.addReturn(QString::fromLatin1(label), paletteColor(13)),
            QString::fromLatin1(label));
    for (TrackKind kind : {TrackKind::Midi, TrackKind::Midi, TrackKind::Audio, TrackKind::Audio})
        set.addTrack(kind, {}, paletteColor(static_cast<int>(set.tracks.size())));
    return set;
}

} // namespace clipdeck::sim
