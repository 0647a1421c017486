// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randomuser.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace clipdeck {

namespace {

// Sets grow and shrink, but neither to nothing nor so far that a seed takes minutes.
constexpr int fewestTracks = 3;
constexpr int mostTracks = 14;
constexpr int fewestScenes = 3;
constexpr int mostScenes = 16;

} // namespace

RandomUser::RandomUser(quint32 seed, ControlClient &live, Engine &engine)
    : m_random(seed)
    , m_live(live)
    , m_engine(engine)
{
}

int RandomUser::pick(int below)
{
    // Not a distribution of the standard library: those differ from one library to the next.
    return below > 0 ? static_cast<int>(m_random() % static_cast<unsigned>(below)) : 0;
}

QString RandomUser::name()
{
    static const std::array names{u"Bass"_s, u"Grüße ♪"_s, u"Lead 2"_s, u"Drums (old)"_s,
        u"a rather long name that has to be cut somewhere"_s, u"x"_s};
    return QString(u"%1 %2"_s)
        .arg(names[static_cast<std::size_t>(pick(int(names.size())))])
        .arg(pick(1000));
}

SlotId RandomUser::clip()
{
    constexpr int tries = 12;
    SlotId found = slotId(track(), scene());
    for (int i = 0; i < tries && !m_engine.liveSet().clip(found); ++i)
        found = slotId(track(), scene());
    return found;
}

QString RandomUser::edit()
{
    ++m_done;
    const int kind = pick(100);
    if (kind < 45)
        return u"live: "_s + editInLive();
    if (kind < 60)
        return u"live: "_s + editStructure();
    return u"clipdeck: "_s + editInClipdeck();
}

void RandomUser::rest()
{
    call("transport", {{u"action"_s, u"stop"_s}});
    for (int t = 0; t < m_engine.liveSet().trackCount(); ++t)
        call("stop_track", {{u"index"_s, t}});
}

QString RandomUser::call(const char *command, const QJsonObject &arguments)
{
    QString text = QLatin1String(command);
    for (auto it = arguments.begin(); it != arguments.end(); ++it)
        text += QString(u" %1=%2"_s).arg(it.key(), it.value().toVariant().toString());
    if (m_live.call(QLatin1String(command), arguments))
        return text;
    ++m_refused;
    return text + u" (refused: "_s + m_live.error() + u')';
}

QString RandomUser::set(const QString &path, const char *property, const QJsonValue &value)
{
    return call(
        "set", {{u"path"_s, path}, {u"prop"_s, QLatin1String(property)}, {u"value"_s, value}});
}

QString RandomUser::editInLive()
{
    const SlotId at = clip();
    const QJsonObject slot{{u"track"_s, at.track.value}, {u"scene"_s, at.scene.value}};
    const auto with = [](QJsonObject object, const QString &key, const QJsonValue &value) {
        object.insert(key, value);
        return object;
    };
    switch (pick(16)) {
    case 0:
        return call("rename_track", {{u"index"_s, track()}, {u"name"_s, name()}});
    case 1:
        return call("rename_scene", {{u"index"_s, scene()}, {u"name"_s, name()}});
    case 2:
        return call("rename_clip", with(slot, u"name"_s, name()));
    case 3:
        return call("create_clip",
            with(with({{u"track"_s, track()}, {u"scene"_s, scene()}}, u"length"_s, 1 + pick(16)),
                u"name"_s, name()));
    case 4:
        return call("delete_clip", slot);
    case 5:
    case 6:
        return call("fire_clip", slot);
    case 7:
        return call("fire_scene", {{u"index"_s, scene()}});
    case 8:
        return call("stop_track", {{u"index"_s, track()}});
    case 9:
        return call("arm", {{u"index"_s, track()}, {u"on"_s, chance(40)}});
    case 10:
        return call("transport", {{u"action"_s, chance(70) ? u"start"_s : u"stop"_s}});
    case 11:
        return call("undo", {});
    case 12:
        return call("set_param",
            {{u"track"_s, track()}, {u"device"_s, pick(2)}, {u"param"_s, 1 + pick(4)},
                {u"value"_s, part()}});
    default:
        return setInLive();
    }
}

QString RandomUser::setInLive()
{
    const QString onTrack = u"live_set tracks %1"_s.arg(track());
    const QString onScene = u"live_set scenes %1"_s.arg(scene());
    const SlotId at = clip();
    const QString onClip
        = u"live_set tracks %1 clip_slots %2 clip"_s.arg(at.track.value).arg(at.scene.value);
    switch (pick(12)) {
    case 0:
        return set(onTrack + u" mixer_device volume"_s, "value", part());
    case 1:
        return set(onTrack + u" mixer_device panning"_s, "value", 2 * part() - 1);
    case 2:
        return set(onTrack + u" mixer_device sends 0"_s, "value", part());
    case 3:
        return set(onTrack, "mute", chance(50));
    case 4:
        return set(onTrack, "solo", chance(30));
    case 5:
        return set(onClip, "muted", chance(50));
    case 6:
        return set(onClip, "looping", chance(50));
    case 7:
        return set(onClip, "loop_end", 1 + pick(32));
    case 8:
        return set(onClip, "launch_mode", pick(4));
    case 9:
        return set(onScene, "tempo", 60 + pick(100));
    case 10:
        return set(u"live_set"_s, "tempo", 60 + pick(100));
    default:
        return set(u"live_set"_s, "metronome", chance(50));
    }
}

QString RandomUser::editStructure()
{
    const LiveSet &set = m_engine.liveSet();
    const bool mayGrow = set.trackCount() < mostTracks;
    const bool mayShrink = set.trackCount() > fewestTracks;
    switch (pick(8)) {
    case 0:
        return mayGrow ? call("add_track",
                   {{u"kind"_s, chance(50) ? u"midi"_s : u"audio"_s}, {u"index"_s, track()}})
                       : u"nothing"_s;
    case 1:
        return mayShrink ? call("delete_track", {{u"index"_s, track()}}) : u"nothing"_s;
    case 2:
        return mayGrow ? call("duplicate_track", {{u"index"_s, track()}}) : u"nothing"_s;
    case 3:
        return call("move_track", {{u"index"_s, track()}, {u"to"_s, track()}});
    case 4:
        return set.sceneCount() < mostScenes
            ? call("add_scene", {{u"index"_s, scene()}, {u"name"_s, name()}})
            : u"nothing"_s;
    case 5:
        return set.sceneCount() > fewestScenes ? call("delete_scene", {{u"index"_s, scene()}})
                                               : u"nothing"_s;
    default:
        return call("move_scene", {{u"index"_s, scene()}, {u"to"_s, scene()}});
    }
}

QString RandomUser::editInClipdeck()
{
    Commands &commands = m_engine.commands();
    const SlotId at = clip();
    const TrackIndex on(track());
    const QString where = QString(u" track %1 scene %2"_s).arg(at.track.value).arg(at.scene.value);
    const QString whose = u" track %1"_s.arg(on.value);
    switch (pick(14)) {
    case 0:
    case 1:
        commands.requestLaunch(at);
        return u"launch"_s + where;
    case 2:
        commands.requestSceneLaunch(at.scene);
        return u"launch scene %1"_s.arg(at.scene.value);
    case 3:
        commands.requestTrackStop(on);
        return u"stop"_s + whose;
    case 4:
        commands.requestTrack(on, TrackField::Volume, part());
        return u"volume"_s + whose;
    case 5:
        commands.requestTrack(on, TrackField::Mute, chance(50));
        return u"mute"_s + whose;
    case 6:
        commands.requestTrack(on, TrackField::Arm, chance(50));
        return u"arm"_s + whose;
    case 7:
        commands.requestTrack(on, TrackField::Name, name());
        return u"rename"_s + whose;
    case 8:
        commands.requestClip(at, ClipField::Name, name());
        return u"rename clip"_s + where;
    case 9:
        commands.requestClipLength(at, {double(1 + pick(16))});
        return u"length of clip"_s + where;
    case 10:
        commands.requestClip(at, ClipField::Muted, chance(50));
        return u"clip activator"_s + where;
    case 11:
        commands.requestParameter(parameterId(on.value, 0, 1 + pick(3)), part());
        return u"parameter"_s + whose;
    case 12:
        commands.requestSong(SongField::Metronome, chance(50));
        return u"metronome"_s;
    default:
        commands.requestPlay();
        return u"play"_s;
    }
}

} // namespace clipdeck
