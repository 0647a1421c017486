// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/comparedump.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace clipdeck {

namespace {

/// Our names where they are shorter than Live's.
struct Name {
    const char *ours;
    const char *live;
};
constexpr std::array names{Name{"midi", "is_midi_clip"}, Name{"playing", "is_playing"},
    Name{"triggered", "is_triggered"}, Name{"recording", "is_recording"},
    Name{"group", "group_index"}, Name{"playing_slot", "playing_slot_index"},
    Name{"fired_slot", "fired_slot_index"}, Name{"quantized", "is_quantized"},
    Name{"value_string", "display_value"}};

QString liveName(const QString &ours)
{
    for (const Name &name : names) {
        if (ours == QLatin1String(name.ours))
            return QLatin1String(name.live);
    }
    return ours;
}

// What a moment changes: two looks never see the same. And what the servers' dumps do not tell.
const QStringList songLeftOut{QStringLiteral("current_song_time"),
    QStringLiteral("average_process_usage"), QStringLiteral("cue_points")};
const QStringList trackLeftOut{QStringLiteral("output_meter_level"),
    QStringLiteral("output_meter_left"), QStringLiteral("output_meter_right"),
    QStringLiteral("is_frozen"), QStringLiteral("routing_choices"),
    // These are compared part by part.
    QStringLiteral("fold"), QStringLiteral("sends"), QStringLiteral("slots"),
    QStringLiteral("stop_buttons"), QStringLiteral("group_slots"), QStringLiteral("devices")};
const QStringList clipLeftOut{QStringLiteral("will_record_on_start"), QStringLiteral("notes")};
const QStringList sceneLeftOut{QStringLiteral("index"), QStringLiteral("tempo"),
    QStringLiteral("signature_numerator"), QStringLiteral("signature_denominator")};
const QStringList deviceLeftOut{QStringLiteral("parameters")};

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
    if (a.isArray() && b.isArray()) {
        const QJsonArray one = a.toArray();
        const QJsonArray other = b.toArray();
        return std::equal(one.begin(), one.end(), other.begin(), other.end(), same);
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

    /// Every member of ours but the ones that are left out. What the server does not list, Live does not have.
    void object(const QString &what, const QJsonObject &ours, const QJsonObject &server,
        const QStringList &leftOut)
    {
        for (auto it = ours.begin(); it != ours.end(); ++it) {
            const bool isUntold = server.value(liveName(it.key())).isUndefined()
                && it.key().contains(QLatin1String("_routing_")); // by the stand-in's dump
            if (!leftOut.contains(it.key()) && !isUntold)
                value(what + u'.' + it.key(), it.value(), orNull(server.value(liveName(it.key()))));
        }
    }

    /// Notes by start, then pitch: the servers list them by pitch.
    static QJsonValue sorted(const QJsonValue &notes)
    {
        std::vector<QJsonArray> out;
        for (const QJsonValue &note : notes.toArray())
            out.push_back(note.toArray());
        const auto at = [](const QJsonArray &note) {
            return std::pair(note.at(1).toDouble(), note.at(0).toDouble());
        };
        std::ranges::stable_sort(out, {}, at);
        QJsonArray array;
        for (const QJsonArray &note : out)
            array.append(note);
        return array;
    }

    static QJsonValue orNull(const QJsonValue &value)
    {
        return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
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
                this->clip(where, ours[s].toObject(), clip.toObject());
        }
    }

    void clip(const QString &where, const QJsonObject &ours, const QJsonObject &server)
    {
        object(where, ours, server, clipLeftOut);
        if (ours.contains(QLatin1String("notes")))
            value(where + QStringLiteral(" notes"), sorted(ours.value(QLatin1String("notes"))),
                sorted(server.value(QLatin1String("notes"))));
    }

    /// Stop buttons and what group slots stand for. The server lists filled slots, and the empty ones if it was asked to.
    void slotParts(const QString &what, const QJsonObject &ours, const QJsonObject &server)
    {
        const QJsonArray stopButtons = ours.value(QLatin1String("stop_buttons")).toArray();
        const QJsonArray groupSlots = ours.value(QLatin1String("group_slots")).toArray();
        for (auto it = server.begin(); it != server.end(); ++it) {
            const int s = it.key().toInt();
            const QString where = what + QStringLiteral(" slot %1").arg(s);
            const QJsonObject slot = it.value().toObject();
            value(where + QStringLiteral(" stop button"), stopButtons.at(s),
                slot.value(QLatin1String("has_stop_button")));
            if (s < groupSlots.size())
                object(where, groupSlots.at(s).toObject(), slot, {});
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
            object(where, one, other, deviceLeftOut);
            const QJsonArray parameters = one.value(QLatin1String("parameters")).toArray();
            const QJsonArray others = other.value(QLatin1String("parameters")).toArray();
            if (!count(where + QStringLiteral(" parameters"), parameters, others))
                continue;
            for (int p = 0; p < parameters.size(); ++p)
                object(where + QStringLiteral(" parameter %1").arg(p), parameters[p].toObject(),
                    others[p].toObject(), {});
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
            object(where, one, other, trackLeftOut);
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
            const QJsonObject slotsThere = other.value(QLatin1String("clip_slots")).toObject();
            clips(where, one.value(QLatin1String("slots")).toArray(), slotsThere);
            slotParts(where, one, slotsThere);
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
            object(where, one, other, sceneLeftOut);
            const auto own = [&](const char *name, const char *live, const char *enabled) {
                const bool has = other.value(QLatin1String(enabled)).toBool();
                value(where + u'.' + QLatin1String(name), one.value(QLatin1String(name)),
                    has ? other.value(QLatin1String(live)) : QJsonValue(QJsonValue::Null));
            };
            own("tempo", "tempo", "tempo_enabled");
            own("signature_numerator", "time_signature_numerator", "time_signature_enabled");
            own("signature_denominator", "time_signature_denominator", "time_signature_enabled");
        }
    }

    void cuePoints(QJsonArray ours, const QJsonArray &server)
    {
        if (!count(QStringLiteral("cue points"), ours, server))
            return;
        // Ours are in order of time, Live's are not.
        for (const QJsonValue &cuePoint : server) {
            const auto it = std::find(ours.begin(), ours.end(), cuePoint);
            if (it == ours.end())
                lines.append(QStringLiteral("cue point %1 is missing")
                                 .arg(cuePoint.toObject().value(QLatin1String("name")).toString()));
        }
    }

    void view(const QJsonObject &ours, const QJsonObject &server)
    {
        const QJsonObject track = server.value(QLatin1String("selected_track")).toObject();
        const bool isReachable = track.value(QLatin1String("kind")) == QLatin1String("track");
        value(QStringLiteral("selected track"), ours.value(QLatin1String("selected_track")),
            isReachable ? track.value(QLatin1String("index")) : QJsonValue(QJsonValue::Null));
        value(QStringLiteral("selected scene"), ours.value(QLatin1String("selected_scene")),
            server.value(QLatin1String("selected_scene")));
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
    comparison.object(QStringLiteral("song"), ours.value(QLatin1String("song")).toObject(),
        server.value(QLatin1String("song")).toObject(), songLeftOut);
    comparison.cuePoints(
        ours.value(QLatin1String("song")).toObject().value(QLatin1String("cue_points")).toArray(),
        server.value(QLatin1String("cue_points")).toArray());
    comparison.view(ours.value(QLatin1String("view")).toObject(),
        server.value(QLatin1String("view")).toObject());
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
