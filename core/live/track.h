// SPDX-License-Identifier: GPL-3.0-or-later
// What the mirror knows of a track and of a scene.
#pragma once

#include "core/live/clip.h"
#include "core/live/device.h"
#include "core/live/ids.h"

#include <QString>

#include <optional>
#include <vector>

namespace clipdeck {

enum class TrackKind { Midi, Audio, Group };

/// What Track::playingSlot and Track::firedSlot hold when it is no scene (Live Object Model, class Track).
constexpr int noSlot = -1;
constexpr int stopFired = -2;

/// What a track's four routing choosers offer, by the names that Live shows.
struct RoutingChoices {
    std::vector<QString> inputTypes;
    std::vector<QString> inputChannels; ///< Of the input type that is chosen
    std::vector<QString> outputTypes;
    std::vector<QString> outputChannels; ///< Of the output type that is chosen

    bool operator==(const RoutingChoices &) const = default;
};

/// A track and its mixer strip. Levels are Live's 0..1 (0.85 is 0 dB), panning −1..1.
struct Track {
    QString name;
    int color = 0; ///< 0xRRGGBB
    bool isFoldable = false; ///< True for groups
    bool isGrouped = false;
    bool isVisible = true; ///< False inside a folded group
    bool hasMidiInput = false;
    bool hasAudioInput = false;
    bool hasMidiOutput = false;
    bool hasAudioOutput = false;
    bool canBeArmed = false;
    bool isFrozen = false;
    bool mutedViaSolo = false; ///< Another track is soloed
    std::optional<int> groupTrack; ///< The group's index
    std::optional<bool> foldState; ///< Groups only; true is folded
    bool mute = false;
    bool solo = false;
    std::optional<bool> arm; ///< Where canBeArmed
    std::optional<double> volume; ///< Nothing until Live has told
    std::optional<double> panning; ///< Likewise
    std::optional<int> monitoringState; ///< 0 in, 1 auto, 2 off; not for groups
    /// Peaks, 0..1 by the law of decibelsOfMeter() (core/live/levels.h), as last heard; current while they are watched
    /// (Engine::watchMeters).
    double outputMeterLevel = 0.0;
    std::optional<double> outputMeterLeft; ///< Where hasAudioOutput
    std::optional<double> outputMeterRight;
    QString inputRoutingType; ///< As Live writes it: "Ext. In", "All Ins", a track's name
    QString inputRoutingChannel;
    QString outputRoutingType;
    QString outputRoutingChannel;
    RoutingChoices routingChoices;
    int playingSlot = noSlot; ///< A scene, or noSlot, or stopFired
    int firedSlot = noSlot; ///< The scene that is queued, or stopFired
    std::vector<double> sends;
    std::vector<Slot> slotList; ///< One a scene ("slots" is a macro of Qt's)
    std::vector<Device> devices;

    TrackKind kind() const
    {
        if (isFoldable)
            return TrackKind::Group;
        return hasMidiInput ? TrackKind::Midi : TrackKind::Audio;
    }
    bool operator==(const Track &) const = default;
};

/// A scene (Live Object Model, class Scene).
struct Scene {
    QString name;
    std::optional<int> color; ///< 0xRRGGBB
    bool isTriggered = false;
    bool isEmpty = false; ///< No clip in the whole row
    bool tempoEnabled = false;
    double tempo = 0.0; ///< BPM, only with tempoEnabled
    bool timeSignatureEnabled = false;
    int timeSignatureNumerator = 4;
    int timeSignatureDenominator = 4;

    bool operator==(const Scene &) const = default;
};

} // namespace clipdeck
