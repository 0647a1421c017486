// SPDX-License-Identifier: GPL-3.0-or-later
// What a Live Set's file says, before it becomes a set: tracks come before the scenes in it, and name their group by a
// number that only the file knows.
#pragma once

#include "core/sim/live/set.h"
#include "core/sim/sets/als/xml.h"

namespace clipdeck::sim {

struct AlsParameter {
    ParameterSpec spec;
    double value = 0.0;
};

struct AlsDevice {
    QString name; ///< The user's; empty: the device's own
    QString className;
    QString displayName;
    int type = 0; ///< As Device::type
    bool rack = false;
    std::vector<AlsParameter> parameters; ///< "Device On" first
};

struct AlsSlot {
    bool hasStopButton = true;
    std::unique_ptr<Clip> clip; ///< Without id and slot
};

struct AlsTrack {
    TrackKind kind = TrackKind::Midi;
    int id = -1;
    int groupId = -1; ///< The id of its group; -1: none
    QString userName;
    QString effectiveName; ///< With number or letter: "3-Bass"; Live 8 left it out
    int color = 0xFFFFFF;
    bool folded = false;
    bool frozen = false;
    double volume = 0.85; ///< A fader's position
    double panning = 0.0;
    std::vector<double> sends;
    bool mute = false;
    bool solo = false;
    bool arm = false;
    int monitoring = 1;
    std::vector<AlsDevice> devices;
    std::vector<AlsSlot> slots;
};

struct AlsDocument {
    Song song;
    std::vector<AlsTrack> tracks; ///< In their order, returns too
    AlsTrack main;
    std::vector<Scene> scenes;
    std::vector<CuePoint> cuePoints;

    // How much there is of what takes memory, against AlsLimits.
    int clips = 0;
    int notes = 0;
    int parameters = 0;
};

/// More than any set has; together they take some 500 MB at most.
struct AlsLimits {
    static constexpr std::size_t tracks = 1000;
    static constexpr std::size_t returns = 12;
    static constexpr std::size_t scenes = maximumScenes;
    static constexpr std::size_t slots = 1'000'000;
    static constexpr int clips = 200'000;
    static constexpr int notes = 2'000'000;
    static constexpr int parameters = 500'000;
    static constexpr std::size_t cuePoints = 10'000;
};

/// The colour of one of Live's palette numbers; Live 9 and 10 count those of tracks from 140.
int alsColor(int number);
/// A fader's position for a volume as the file has it, a factor (1.0: 0 dB, which is at `unity`).
double alsFader(double gain, double unity = 0.85);
/// A signature from the one number that stands for it (201: 4/4).
void readSignature(int number, int &numerator, int &denominator);

/// Calls `read` at the first event of the present <ArrangerAutomation>, and notes it if more follow.
template <class Read> void readFirstEvent(AlsXml &xml, Read &&read)
{
    int events = 0;
    xml.children([&](QStringView) { // Events
        xml.children([&](QStringView) {
            if (++events == 1)
                read();
        });
    });
    if (events > 1)
        xml.leaveOut(QStringLiteral("automation of the arrangement"));
}

// Each reads the present element of `xml` into the document.
void readTrack(AlsXml &xml, AlsDocument &document);
void readMainTrack(AlsXml &xml, AlsDocument &document);
/// `song`: the one whose tempo, signature and groove stand in this mixer; null but for the main track.
void readMixer(AlsXml &xml, AlsTrack &track, Song *song);
void readNotes(AlsXml &xml, AlsDocument &document, Clip &clip);
std::unique_ptr<Clip> readClip(AlsXml &xml, AlsDocument &document);
AlsDevice readDevice(AlsXml &xml, AlsDocument &document);

/// Calls `read` at the element that holds the value of the present one: <Manual Value="…"/>, or, where there is none, as
/// in all that Live 8 wrote, the first event of the arrangement's automation.
template <class Read> void readAutomated(AlsXml &xml, Read &&read)
{
    bool known = false;
    xml.children([&](QStringView name) {
        if (name == u"Manual") {
            known = true;
            read();
        } else if (name == u"ArrangerAutomation") {
            readFirstEvent(xml, [&] {
                if (!known)
                    read();
            });
        }
    });
}

/// Makes the set. Throws nothing; the document has been read without failure.
Set buildSet(AlsDocument document);

} // namespace clipdeck::sim
