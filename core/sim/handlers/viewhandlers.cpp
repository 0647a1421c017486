// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses of AbletonOSC's scene.py and view.py.
#include "core/sim/handlers/handlers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

Scene &sceneAt(Live &live, const OscArgument &index)
{
    auto &scenes = live.set().scenes;
    return *scenes[vectorIndex(index, scenes.size())];
}

/// Fires a scene, and selects the next one.
void fireAsSelected(Live &live, Scene &chosen, bool legato)
{
    live.postFor(
        chosen, [&live, legato](Scene &scene) { live.launcher().fireScene(scene, legato); });
    const auto next = static_cast<std::size_t>(chosen.index) + 1;
    if (next < live.set().scenes.size())
        live.selectScene(*live.set().scenes[next]);
}

/// The place of an object among its like; Python raises where it is not in the list.
template <class T>
int placeOf(const std::vector<std::unique_ptr<T>> &all, const T *wanted, const char *className)
{
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const auto &each) { return each.get() == wanted; });
    if (found != all.end())
        return static_cast<int>(found - all.begin());
    const QString name = wanted ? QString(u"<%1.%1 object at 0x%2>"_s)
                                      .arg(QLatin1String(className))
                                      .arg(livePointer(wanted->id), 16, 16, QChar(u'0'))
                                : u"None"_s;
    throw Error(ErrorKind::Value, name + " is not in list"_L1);
}

int selectedScene(const Set &set)
{
    return placeOf(set.scenes, set.selectedScene, "Scene");
}

int selectedTrack(const Set &set)
{
    return placeOf(set.tracks, set.selectedTrack, "Track");
}

const Device *selectedDevice(const Track &track)
{
    if (track.selectedDevice)
        return track.selectedDevice;
    return track.devices.empty() ? nullptr : track.devices.front().get();
}

void selectTrackAt(Live &live, const OscArgument &index)
{
    auto &tracks = live.set().tracks;
    live.selectTrack(*tracks[vectorIndex(index, tracks.size())]);
}

void addGetters(Script &script)
{
    const Set &set = script.live().set();
    script.add(u"/live/view/get/selected_scene"_s,
        [&set](const OscArguments &) { return OscArguments{selectedScene(set)}; });
    script.add(u"/live/view/get/selected_track"_s,
        [&set](const OscArguments &) { return OscArguments{selectedTrack(set)}; });
    script.add(u"/live/view/get/selected_clip"_s, [&set](const OscArguments &) {
        return OscArguments{selectedTrack(set), selectedScene(set)};
    });
    script.add(u"/live/view/get/selected_device"_s, [&set](const OscArguments &) {
        const int track = selectedTrack(set);
        const Track &selected = *set.selectedTrack;
        return OscArguments{track, placeOf(selected.devices, selectedDevice(selected), "Device")};
    });
}

void addSetters(Script &script)
{
    Live &live = script.live();
    const auto add = [&](const char *what, auto action) {
        script.add("/live/view/set/"_L1 + QLatin1String(what),
            [action](const OscArguments &params) -> std::optional<OscArguments> {
                return action(params);
            });
    };
    add("selected_scene", [&live](const OscArguments &params) {
        live.selectScene(sceneAt(live, pythonItem(params, 0, true)));
        return std::nullopt;
    });
    add("selected_track", [&live](const OscArguments &params) {
        selectTrackAt(live, pythonItem(params, 0, true));
        return std::nullopt;
    });
    add("selected_clip", [&live](const OscArguments &params) {
        selectTrackAt(live, pythonItem(params, 0, true));
        live.selectScene(sceneAt(live, pythonItem(params, 1, true)));
        return std::nullopt;
    });
    add("selected_device", [&live](const OscArguments &params) {
        auto &tracks = live.set().tracks;
        Track &track = *tracks[vectorIndex(pythonItem(params, 0, true), tracks.size())];
        const OscArgument &which = pythonItem(params, 1, true);
        track.selectedDevice = track.devices[vectorIndex(which, track.devices.size())].get();
        live.selectTrack(track);
        return OscArguments{params[0], which};
    });
}

void addListeners(Script &script)
{
    const auto add = [&script](QLatin1String what, int (*read)(const Set &)) {
        script.add("/live/view/start_listen/"_L1 + what,
            [&script, what, read](const OscArguments &params) -> std::optional<OscArguments> {
                const Live &live = script.live();
                const auto changed = [&script, &live, what, read, params] {
                    OscArguments values = params;
                    values.emplace_back(read(live.set()));
                    script.push("/live/view/get/"_L1 + what, std::move(values));
                };
                script.listeners().start(listenerKey("view"_L1, what, params), live.song().viewId,
                    what, changed, Removal::Lenient);
                changed();
                return std::nullopt;
            });
    };
    const auto addStop = [&script](QLatin1String what) {
        script.add("/live/view/stop_listen/"_L1 + what,
            [&script, what](const OscArguments &params) -> std::optional<OscArguments> {
                script.listeners().stop(listenerKey("view"_L1, what, params),
                    script.live().song().viewId, Removal::Lenient);
                return std::nullopt;
            });
    };
    add("selected_scene"_L1, selectedScene);
    add("selected_track"_L1, selectedTrack);
    addStop("selected_scene"_L1);
    addStop("selected_track"_L1);
}

} // namespace

void addSceneHandlers(Script &script)
{
    const Addressing<Scene> addressing = [&script](Ids ids, ObjectAction<Scene> action) -> Handler {
        return [&script, ids, action = std::move(action)](
                   const OscArguments &params) -> std::optional<OscArguments> {
            const int index = pythonInt(pythonItem(params, 0, true));
            Scene &scene = sceneAt(script.live(), index);
            return withIds(
                {index}, action(&scene, ids == Ids::Kept ? params : pythonTail(params, 1)));
        };
    };
    addMethods<Scene>(script, "scene"_L1,
        {
            {"fire"_L1, "?b?b"_L1,
                [](Live &live, Scene &scene, const OscArguments &args) {
                    live.postFor(scene, [&live, legato = flagAt(args, 0, false)](Scene &alive) {
                        live.launcher().fireScene(alive, legato);
                    });
                }},
            {"fire_as_selected"_L1, "?b"_L1,
                [&script](Live &live, Scene &asked, const OscArguments &args) {
                    Scene &chosen
                        = script.has(Quirk::SelectedSceneFires) ? *live.set().selectedScene : asked;
                    fireAsSelected(live, chosen, flagAt(args, 0, false));
                }},
        },
        addressing);
    PropertyAddresses<Scene>(script, "scene"_L1, sceneProperties(), addressing)
        .add({"is_empty", "is_triggered"},
            {"color", "color_index", "name", "tempo", "tempo_enabled", "time_signature_numerator",
                "time_signature_denominator", "time_signature_enabled"});
    script.add(u"/live/scene/fire_selected"_s,
        [&script](const OscArguments &) -> std::optional<OscArguments> {
            fireAsSelected(script.live(), *script.live().set().selectedScene, false);
            return std::nullopt;
        });
}

void addViewHandlers(Script &script)
{
    addGetters(script);
    addSetters(script);
    addListeners(script);
}

} // namespace clipdeck::sim
