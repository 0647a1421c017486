// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/palette.h"
#include "core/sim/live/playstate.h"
#include "core/sim/properties/property.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

void needsClips(const Track &track, const char *refusal)
{
    if (!track.takesClips())
        refuse(QString::fromLatin1(refusal));
}

void needsMute(const Track &track, QLatin1String property)
{
    if (track.kind == TrackKind::Main)
        refuse(QString(u"Main track has no '%1' property!"_s).arg(property));
}

void needsSlots(const Track &track, QLatin1String property)
{
    if (track.kind == TrackKind::Main || track.kind == TrackKind::Return)
        refuse(QString(u"Main and Return Tracks have no '%1' property!"_s).arg(property));
}

constexpr const char *noArm = "Main and Return Tracks have no 'Arm' state!";
constexpr const char *noMonitoring = "Main, Group and Return Tracks have no monitoring state!";

void needsFold(const Track &track)
{
    if (track.kind != TrackKind::Group)
        refuse(u"Only group tracks have a 'fold_state' property!"_s);
}

double meterSide(const Track &track, QLatin1String property, double share)
{
    if (track.hasMidiOutput())
        refuse(QString(u"Tracks with MIDI output have no '%1' property!"_s).arg(property));
    return track.meter * share;
}

PropertyTable<Track> identity()
{
    return {
        {"name"_L1, Listen, [](const Live &, const Track &track) { return track.name(); },
            [](Live &live, Track &track, const Incoming &value) {
                live.renameTrack(track, value.text());
            },
            's'},
        {"color"_L1, Undoable, [](const Live &, const Track &track) { return track.color; },
            [](Live &live, Track &track, const Incoming &value) {
                const int color = snapToPalette(value.integer());
                if (std::exchange(track.color, color) != color)
                    live.notify(track.id, "color_index"_L1);
            },
            'i'},
        {"color_index"_L1, Undoable,
            [](const Live &, const Track &track) { return nearestPaletteIndex(track.color); },
            [](Live &live, Track &track, const Incoming &value) {
                if (!value.isWhole())
                    return;
                const int color = paletteColor(
                    within(value.integer(), 0, paletteSize - 1, "Invalid color index"));
                if (std::exchange(track.color, color) != color)
                    live.notify(track.id, "color"_L1);
            }},
        {"_live_ptr"_L1, Plain,
            [](const Live &, const Track &track) { return livePointer(track.id); }, {}},
        {"is_foldable"_L1, Plain,
            [](const Live &, const Track &track) { return track.kind == TrackKind::Group; }, {}},
        {"is_grouped"_L1, Plain,
            [](const Live &, const Track &track) { return track.group != nullptr; }, {}},
        {"is_visible"_L1, Plain,
            [](const Live &live, const Track &track) { return live.set().isVisible(track); }, {}},
        {"can_be_armed"_L1, Plain,
            [](const Live &, const Track &track) { return track.takesClips(); }, {}},
        {"has_midi_input"_L1, Listen,
            [](const Live &, const Track &track) { return track.kind == TrackKind::Midi; }, {}},
        {"has_audio_input"_L1, Listen,
            [](const Live &, const Track &track) { return track.kind != TrackKind::Midi; }, {}},
        {"has_midi_output"_L1, Listen,
            [](const Live &, const Track &track) { return track.hasMidiOutput(); }, {}},
        {"has_audio_output"_L1, Listen,
            [](const Live &, const Track &track) { return !track.hasMidiOutput(); }, {}},
        // Live gives the object here; track_data makes an index of it.
        {"group_track"_L1, Plain,
            [](const Live &, const Track &track) {
                return track.group ? OscArgument(track.group->index) : OscArgument(OscNil{});
            },
            {}},
        {"is_frozen"_L1, Listen, [](const Live &, const Track &track) { return track.frozen; }, {}},
        {"can_be_frozen"_L1, Plain,
            [](const Live &, const Track &track) { return track.takesClips(); }, {}},
        {"is_part_of_selection"_L1, Plain,
            [](const Live &live, const Track &track) { return live.set().selectedTrack == &track; },
            {}},
        {"muted_via_solo"_L1, Listen,
            [](const Live &live, const Track &track) { return live.set().mutedViaSolo(track); },
            {}},
        {"can_show_chains"_L1, Plain,
            [](const Live &, const Track &track) {
                return std::any_of(track.devices.begin(), track.devices.end(),
                    [](const auto &device) { return device->rack; });
            },
            {}},
        {"implicit_arm"_L1, Plain, [](const Live &, const Track &) { return false; }, {}},
    };
}

PropertyTable<Track> trackState()
{
    return {
        {"arm"_L1, Listen,
            [](const Live &, const Track &track) {
                needsClips(track, noArm);
                return track.arm;
            },
            [](Live &, Track &track, const Incoming &value) { track.arm = value.boolean(); }, 'b'},
        {"mute"_L1, Undoable,
            [](const Live &, const Track &track) {
                needsMute(track, "mute"_L1);
                return track.mute;
            },
            [](Live &, Track &track, const Incoming &value) { track.mute = value.boolean(); }, 'b'},
        {"solo"_L1, Listen,
            [](const Live &, const Track &track) {
                needsMute(track, "solo"_L1);
                return track.solo;
            },
            [](Live &live, Track &track, const Incoming &value) {
                track.solo = value.boolean();
                for (const auto &each : live.set().tracks)
                    live.notify(each->id, "muted_via_solo"_L1);
            },
            'b'},
        {"fold_state"_L1, Plain,
            [](const Live &, const Track &track) {
                needsFold(track);
                return track.folded ? 1 : 0;
            },
            [](Live &, Track &track, const Incoming &value) {
                track.folded = value.integer() != 0;
            },
            'i'},
        {"current_monitoring_state"_L1, Listen,
            [](const Live &, const Track &track) {
                needsClips(track, noMonitoring);
                return track.monitoring;
            },
            [](Live &, Track &track, const Incoming &value) {
                track.monitoring = within(value.integer(), 0, 2, "Invalid monitoring state!");
            },
            'i'},
        {"playing_slot_index"_L1, Listen,
            [](const Live &live, const Track &track) {
                needsSlots(track, "playing_slot_index"_L1);
                return playingSlotIndex(live.set(), track);
            },
            {}},
        {"fired_slot_index"_L1, Listen,
            [](const Live &live, const Track &track) {
                needsSlots(track, "fired_slot_index"_L1);
                return firedSlotIndex(live.set(), track);
            },
            {}},
        {"back_to_arranger"_L1, Listen,
            [](const Live &, const Track &track) { return overridesArranger(track); }, {}},
        {"output_meter_level"_L1, Listen,
            [](const Live &, const Track &track) { return track.meter; }, {}},
        {"output_meter_left"_L1, Listen,
            [](const Live &, const Track &track) {
                return meterSide(track, "output_meter_left"_L1, 0.97);
            },
            {}},
        {"output_meter_right"_L1, Listen,
            [](const Live &, const Track &track) {
                return meterSide(track, "output_meter_right"_L1, 1.0);
            },
            {}},
    };
}

} // namespace

const PropertyTable<Track> &trackProperties()
{
    static const PropertyTable<Track> table
        = joined<Track>({identity(), trackState(), trackAttributes()});
    return table;
}

} // namespace clipdeck::sim
