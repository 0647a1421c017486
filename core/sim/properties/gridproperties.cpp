// SPDX-License-Identifier: GPL-3.0-or-later
// Properties of clip slots, scenes and devices.
#include "core/sim/live/palette.h"
#include "core/sim/live/playstate.h"
#include "core/sim/properties/property.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

/// The clip whose colour a group's slot shows.
const Clip *firstClipBelow(const Set &set, const Slot &slot)
{
    if (slot.track->kind != TrackKind::Group)
        return nullptr;
    for (const Slot *each : rowOf(set, slot)) {
        if (each->clip)
            return each->clip.get();
    }
    return nullptr;
}

int playingStatus(const Set &set, const Slot &slot)
{
    // Only a group's slots have one; Live leaves the others at 0.
    if (slot.track->kind != TrackKind::Group)
        return 0;
    return isRecording(set, slot) ? 2 : isPlaying(set, slot) ? 1 : 0;
}

void enable(Live &live, Scene &scene, bool Scene::*member, const char *name)
{
    if (!std::exchange(scene.*member, true))
        live.notify(scene.id, QLatin1String(name));
}

bool sceneIsEmpty(const Set &set, const Scene &scene)
{
    const auto row = static_cast<std::size_t>(scene.index);
    return std::none_of(set.tracks.begin(), set.tracks.end(),
        [&](const auto &track) { return track->slots[row]->clip != nullptr; });
}

PropertyTable<Scene> sceneTempo()
{
    return {
        {"tempo"_L1, Listen,
            [](const Live &, const Scene &scene) {
                return scene.tempoEnabled ? scene.tempo : -1.0;
            },
            [](Live &live, Scene &scene, const Incoming &value) {
                scene.tempo = validTempo(value.single());
                enable(live, scene, &Scene::tempoEnabled, "tempo_enabled");
            },
            'f'},
        {"tempo_enabled"_L1, Undoable,
            [](const Live &, const Scene &scene) { return scene.tempoEnabled; },
            [](Live &live, Scene &scene, const Incoming &value) {
                const bool on = value.boolean();
                if (std::exchange(scene.tempoEnabled, on) != on)
                    live.notify(scene.id, "tempo"_L1);
            },
            'b'},
        {"time_signature_numerator"_L1, Listen,
            [](const Live &, const Scene &scene) {
                return scene.signatureEnabled ? scene.signatureNumerator : -1;
            },
            [](Live &live, Scene &scene, const Incoming &value) {
                scene.signatureNumerator = within(value.integer(), 1, 99, "Invalid time signature");
                enable(live, scene, &Scene::signatureEnabled, "time_signature_enabled");
            },
            'i'},
        {"time_signature_denominator"_L1, Listen,
            [](const Live &, const Scene &scene) {
                return scene.signatureEnabled ? scene.signatureDenominator : -1;
            },
            [](Live &live, Scene &scene, const Incoming &value) {
                const int wanted = within(value.integer(), 1, 16, "Invalid time signature");
                if ((wanted & (wanted - 1)) != 0)
                    refuse(u"Invalid time signature"_s);
                scene.signatureDenominator = wanted;
                enable(live, scene, &Scene::signatureEnabled, "time_signature_enabled");
            },
            'i'},
        {"time_signature_enabled"_L1, Undoable,
            [](const Live &, const Scene &scene) { return scene.signatureEnabled; },
            [](Live &live, Scene &scene, const Incoming &value) {
                const bool on = value.boolean();
                if (std::exchange(scene.signatureEnabled, on) == on)
                    return;
                live.notify(scene.id, "time_signature_numerator"_L1);
                live.notify(scene.id, "time_signature_denominator"_L1);
            },
            'b'},
    };
}

} // namespace

const PropertyTable<Slot> &slotProperties()
{
    static const PropertyTable<Slot> table = joined<Slot>(
        {{
             {"_live_ptr"_L1, Plain,
                 [](const Live &, const Slot &slot) { return livePointer(slot.id); }, {}},
             {"has_clip"_L1, Listen,
                 [](const Live &, const Slot &slot) { return slot.clip != nullptr; }, {}},
             {"controls_other_clips"_L1, Listen,
                 [](const Live &live, const Slot &slot) {
                     return controlsOtherClips(live.set(), slot);
                 },
                 {}},
             {"is_group_slot"_L1, Plain,
                 [](const Live &, const Slot &slot) {
                     return slot.track->kind == TrackKind::Group;
                 },
                 {}},
             {"is_playing"_L1, Plain,
                 [](const Live &live, const Slot &slot) { return isPlaying(live.set(), slot); },
                 {}},
             {"is_recording"_L1, Plain,
                 [](const Live &live, const Slot &slot) { return isRecording(live.set(), slot); },
                 {}},
             {"is_triggered"_L1, Listen,
                 [](const Live &live, const Slot &slot) { return isTriggered(live.set(), slot); },
                 {}},
             {"playing_status"_L1, Listen,
                 [](const Live &live, const Slot &slot) { return playingStatus(live.set(), slot); },
                 {}},
             {"will_record_on_start"_L1, Plain, [](const Live &, const Slot &) { return false; },
                 {}},
             field("has_stop_button", Undoable, &Slot::hasStopButton),
             {"color"_L1, Listen,
                 [](const Live &live, const Slot &slot) {
                     const Clip *clip = firstClipBelow(live.set(), slot);
                     return clip ? OscArgument(clip->color) : OscArgument(OscNil{});
                 },
                 {}},
             {"color_index"_L1, Listen,
                 [](const Live &live, const Slot &slot) {
                     const Clip *clip = firstClipBelow(live.set(), slot);
                     return clip ? OscArgument(nearestPaletteIndex(clip->color))
                                 : OscArgument(OscNil{});
                 },
                 {}},
         },
            slotAttributes()});
    return table;
}

const PropertyTable<Scene> &sceneProperties()
{
    static const PropertyTable<Scene> table = [] {
        PropertyTable<Scene> rows{
            field("name", Undoable, &Scene::name),
            {"color"_L1, Undoable,
                [](const Live &, const Scene &scene) { return scene.color.value_or(0); },
                [](Live &live, Scene &scene, const Incoming &value) {
                    scene.color = snapToPalette(value.integer());
                    live.notify(scene.id, "color_index"_L1);
                },
                'i'},
            {"color_index"_L1, Undoable,
                [](const Live &, const Scene &scene) {
                    return scene.color ? OscArgument(nearestPaletteIndex(*scene.color))
                                       : OscArgument(OscNil{});
                },
                [](Live &live, Scene &scene, const Incoming &value) {
                    if (std::holds_alternative<OscNil>(value.value()))
                        scene.color.reset();
                    else if (value.isWhole())
                        scene.color = paletteColor(
                            within(value.integer(), 0, paletteSize - 1, "Invalid color index"));
                    live.notify(scene.id, "color"_L1);
                }},
            {"is_empty"_L1, Plain,
                [](const Live &live, const Scene &scene) {
                    return sceneIsEmpty(live.set(), scene);
                },
                {}},
            {"is_triggered"_L1, Listen,
                [](const Live &, const Scene &scene) { return scene.due.has_value(); }, {}},
        };
        return joined<Scene>({std::move(rows), sceneTempo()});
    }();
    return table;
}

const PropertyTable<Device> &deviceProperties()
{
    static const PropertyTable<Device> table = joined<Device>(
        {{
             {"class_name"_L1, Plain,
                 [](const Live &, const Device &device) { return device.className; }, {}},
             {"name"_L1, Listen, [](const Live &, const Device &device) { return device.name; },
                 {}},
             {"type"_L1, Plain, [](const Live &, const Device &device) { return device.type; }, {}},
             {"class_display_name"_L1, Plain,
                 [](const Live &, const Device &device) { return device.displayName; }, {}},
             {"can_have_chains"_L1, Plain,
                 [](const Live &, const Device &device) { return device.rack; }, {}},
             {"is_active"_L1, Listen,
                 [](const Live &, const Device &device) {
                     return device.parameters.front()->value > 0.0F;
                 },
                 {}},
         },
            deviceAttributes()});
    return table;
}

} // namespace clipdeck::sim
