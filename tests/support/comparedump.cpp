// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/comparedump.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace clipdeck {

namespace {

struct Names {
    const char *ours;
    const char *server;
};

constexpr std::array trackNames{Names{"index", "index"}, Names{"name", "name"},
    Names{"color", "color"}, Names{"kind", "kind"}, Names{"group", "group_index"},
    Names{"mute", "mute"}, Names{"solo", "solo"}, Names{"arm", "arm"}, Names{"volume", "volume"},
    Names{"panning", "panning"}, Names{"playing_slot", "playing_slot_index"},
    Names{"fired_slot", "fired_slot_index"}};
constexpr std::array clipNames{Names{"name", "name"}, Names{"color", "color"},
    Names{"length", "length"}, Names{"looping", "looping"}, Names{"loop_start", "loop_start"},
    Names{"loop_end", "loop_end"}, Names{"start_marker", "start_marker"},
    Names{"end_marker", "end_marker"}, Names{"midi", "is_midi_clip"},
    Names{"playing", "is_playing"}, Names{"triggered", "is_triggered"},
    Names{"recording", "is_recording"}};
constexpr std::array deviceNames{
    Names{"name", "name"}, Names{"class_name", "class_name"}, Names{"type", "type"}};
constexpr std::array parameterNames{Names{"name", "name"}, Names{"value", "value"},
    Names{"min", "min"}, Names{"max", "max"}, Names{"quantized", "is_quantized"}};
constexpr std::array sceneNames{
    Names{"name", "name"}, Names{"color", "color"}, Names{"triggered", "is_triggered"}};

QString text(const QJsonValue &value)
{
    return value.isUndefined() ? QStringLiteral("(missing)") : value.toVariant().toString();
}

bool same(const QJsonValue &a, const QJsonValue &b)
{
    if (a.isDouble() && b.isDouble()) {
        const double x = a.toDouble();
        const double y = b.toDouble();
        return std::abs(x - y) <= 1e-6 * std::max({1.0, std::abs(x), std::abs(y)});
    }
    return a == b;
}

struct Comparison {
    QStringList lines;

    void value(const QString &what, const QJsonValue &ours, const QJsonValue &server)
    {
        if (!same(ours, server))
            lines.append(what + QStringLiteral(": ours ") + text(ours) + QStringLiteral(", server ")
                + text(server));
    }

    template <std::size_t n>
    void object(const QString &what, const std::array<Names, n> &names, const QJsonObject &ours,
        const QJsonObject &server)
    {
        for (const Names &name : names)
            value(what + u'.' + QLatin1String(name.ours), ours.value(QLatin1String(name.ours)),
                server.value(QLatin1String(name.server)));
    }

    bool count(const QString &what, const QJsonArray &ours, const QJsonArray &server)
    {
        value(what + QStringLiteral(" count"), int(ours.size()), int(server.size()));
        return ours.size() == server.size();
    }

    void clips(const QString &what, const QJsonArray &ours, const QJsonObject &server)
    {
        for (int s = 0; s < ours.size(); ++s) {
            const QString where = what + QStringLiteral(" slot %1").arg(s);
            const QJsonObject slot = server.value(QString::number(s)).toObject();
            const QJsonValue clip = slot.value(QLatin1String("clip"));
            const bool serverHas = clip.isObject();
            if (ours[s].isObject() != serverHas)
                lines.append(where + QStringLiteral(": a clip only ")
                    + (serverHas ? QStringLiteral("there") : QStringLiteral("here")));
            else if (serverHas)
                object(where, clipNames, ours[s].toObject(), clip.toObject());
        }
    }

    void devices(const QString &what, const QJsonArray &ours, const QJsonArray &server)
    {
        if (!count(what + QStringLiteral(" devices"), ours, server))
            return;
        for (int d = 0; d < ours.size(); ++d) {
            const QString where = what + QStringLiteral(" device %1").arg(d);
            const QJsonObject one = ours[d].toObject();
            const QJsonObject other = server[d].toObject();
            object(where, deviceNames, one, other);
            const QJsonArray parameters = one.value(QLatin1String("parameters")).toArray();
            const QJsonArray others = other.value(QLatin1String("parameters")).toArray();
            if (!count(where + QStringLiteral(" parameters"), parameters, others))
                continue;
            for (int p = 0; p < parameters.size(); ++p)
                object(where + QStringLiteral(" parameter %1").arg(p), parameterNames,
                    parameters[p].toObject(), others[p].toObject());
        }
    }

    void tracks(const QJsonArray &ours, const QJsonArray &server)
    {
        if (!count(QStringLiteral("tracks"), ours, server))
            return;
        for (int t = 0; t < ours.size(); ++t) {
            const QString where = QStringLiteral("track %1").arg(t);
            const QJsonObject one = ours[t].toObject();
            const QJsonObject other = server[t].toObject();
            object(where, trackNames, one, other);
            const QJsonValue fold = one.value(QLatin1String("kind")) == QLatin1String("group")
                ? QJsonValue(other.value(QLatin1String("fold_state")).toInt() != 0)
                : QJsonValue(QJsonValue::Null);
            value(where + QStringLiteral(".fold"), one.value(QLatin1String("fold")), fold);
            const QJsonArray sends = one.value(QLatin1String("sends")).toArray();
            const QJsonArray otherSends = other.value(QLatin1String("sends")).toArray();
            if (count(where + QStringLiteral(" sends"), sends, otherSends)) {
                for (int s = 0; s < sends.size(); ++s)
                    value(where + QStringLiteral(" send %1").arg(s), sends[s], otherSends[s]);
            }
            clips(where, one.value(QLatin1String("slots")).toArray(),
                other.value(QLatin1String("clip_slots")).toObject());
            devices(where, one.value(QLatin1String("devices")).toArray(),
                other.value(QLatin1String("devices")).toArray());
        }
    }

    void scenes(const QJsonArray &ours, const QJsonArray &server)
    {
        if (!count(QStringLiteral("scenes"), ours, server))
            return;
        for (int s = 0; s < ours.size(); ++s) {
            const QString where = QStringLiteral("scene %1").arg(s);
            const QJsonObject one = ours[s].toObject();
            const QJsonObject other = server[s].toObject();
            object(where, sceneNames, one, other);
            const QJsonValue tempo = other.value(QLatin1String("tempo_enabled")).toBool()
                ? other.value(QLatin1String("tempo"))
                : QJsonValue(QJsonValue::Null);
            value(where + QStringLiteral(".tempo"), one.value(QLatin1String("tempo")), tempo);
        }
    }
};

int leaves(const QJsonValue &value)
{
    int count = 0;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue &member : object)
            count += leaves(member);
        return count;
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &member : array)
            count += leaves(member);
        return count;
    }
    return 1;
}

} // namespace

QStringList differences(const QJsonObject &ours, const QJsonObject &server)
{
    Comparison comparison;
    const QJsonObject song = ours.value(QLatin1String("song")).toObject();
    const QJsonObject serverSong = server.value(QLatin1String("song")).toObject();
    for (auto it = song.begin(); it != song.end(); ++it) {
        if (it.key() != QLatin1String("current_song_time"))
            comparison.value(
                QStringLiteral("song.") + it.key(), it.value(), serverSong.value(it.key()));
    }
    comparison.tracks(ours.value(QLatin1String("tracks")).toArray(),
        server.value(QLatin1String("tracks")).toArray());
    comparison.scenes(ours.value(QLatin1String("scenes")).toArray(),
        server.value(QLatin1String("scenes")).toArray());
    return comparison.lines;
}

int comparedFields(const QJsonObject &ours)
{
    return leaves(ours);
}

} // namespace clipdeck
