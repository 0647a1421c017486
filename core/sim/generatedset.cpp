// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/generatedset.h"

#include "core/sim/simcliprules.h"
#include "core/sim/simdevices.h"
#include "core/sim/simpalette.h"

#include <QRandomGenerator>

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

void fillTrack(Set &set, Track &track, Dice &dice)
{
    track.volume.value = static_cast<float>(rounded(0.4 + dice.share() * 0.6));
    track.panning.value = static_cast<float>(rounded(dice.share() * 2.0 - 1.0));
    for (auto &send : track.sends) {
        if (dice.chance(0.3))
            send->value = static_cast<float>(rounded(dice.share()));
    }
    if (track.kind == TrackKind::Midi)
        addDevice(
            set, track, dice.of({u"Operator"_s, u"Wavetable"_s, u"Simpler"_s, u"Drum Rack"_s}));
    addDevice(
        set, track, dice.of({u"EQ Eight"_s, u"Compressor"_s, u"Auto Filter"_s, u"Utility"_s}));
}

void fillClip(Clip &clip, Dice &dice)
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
    for (int i = 0; i < 8; ++i)
        addNote(clip,
            {36 + dice.below(48), dice.below(static_cast<int>(clip.loop.end * 4.0)) / 4.0, 0.25,
                40.0 + dice.below(87), false});
}

} // namespace

Set generatedSet(const SimSetChoice &choice)
{
    Dice dice(choice.seed);
    Set set;
    for (int row = 0; row < choice.scenes; ++row) {
        const bool named = dice.chance(0.6);
        Scene &scene = set.addScene(
            named ? QString(u"%1 %2"_s).arg(parts[row % parts.size()]).arg(row + 1) : QString());
        if (dice.chance(0.3))
            scene.color = dice.color();
        scene.tempoEnabled = dice.chance(0.05);
        scene.tempo = 90.0 + dice.below(60);
    }
    for (const char *label : {"Reverb", "Delay"})
        addDevice(set, set.addReturn(QString::fromLatin1(label), dice.color()),
            QString::fromLatin1(label));
    Track *group = nullptr;
    for (int i = 0; i < choice.tracks; ++i) {
        if (i % 8 == 0 && i + 3 < choice.tracks) {
            group = &set.addTrack(TrackKind::Group, dice.of(instruments).toUpper(), dice.color());
            continue;
        }
        const QString name = dice.chance(0.8)
            ? QString(u"%1 %2"_s).arg(dice.of(instruments)).arg(i + 1)
            : QString();
        Track &track = set.addTrack(i % 2 == 0 ? TrackKind::Midi : TrackKind::Audio, name,
            dice.color(), i % 8 <= 3 ? group : nullptr);
        fillTrack(set, track, dice);
        for (auto &slot : track.slots) {
            slot->hasStopButton = !dice.chance(0.05);
            if (!dice.chance(choice.fill))
                continue;
            const QString clipName = dice.chance(0.85)
                ? QString(u"%1 %2 %3"_s)
                      .arg(dice.of(parts), dice.of(instruments))
                      .arg(dice.below(9) + 1)
                : QString();
            fillClip(set.addClip(*slot, clipName, 4.0 * (1 << dice.below(4))), dice);
        }
    }
    return set;
}

} // namespace clipdeck::sim
