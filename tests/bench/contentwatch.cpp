// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/contentwatch.h"

#include "core/live/fields.h"
#include "tests/bench/figures.h"
#include "tests/support/controlclient.h"

#include <QJsonArray>

#include <algorithm>
#include <iterator>

namespace clipdeck {

namespace {

const QStringList movingBySelf{QStringLiteral("current_song_time"),
    QStringLiteral("average_process_usage"), QStringLiteral("playing_position"),
    QStringLiteral("output_meter_level"), QStringLiteral("output_meter_left"),
    QStringLiteral("output_meter_right"), QStringLiteral("can_undo"), QStringLiteral("can_redo")};
/// What a slot is doing, beside its clip's name and colour.
const QStringList states{QStringLiteral("is_playing"), QStringLiteral("is_triggered"),
    QStringLiteral("is_recording"), QStringLiteral("muted")};

LiveValue toLiveValue(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    if (value.isDouble())
        return value.toDouble();
    if (value.isString())
        return value.toString();
    return {};
}

/// One expected value of an object of the mirror.
template <class Owner> struct Expected {
    LiveValue (*get)(const Owner &);
    LiveValue value;

    bool holds(const Owner &owner) const { return sameValue(get(owner), value); }
};
template <class Owner> using Expectations = std::vector<Expected<Owner>>;

/// What the dump tells of the fields `wanted`; of all, if none is named.
template <class Owner, class Field>
Expectations<Owner> expectations(std::span<const FieldRow<Owner, Field>> rows,
    const QJsonObject &dump, const QStringList &wanted = {})
{
    Expectations<Owner> out;
    for (const auto &row : rows) {
        const QString name = QLatin1String(row.name);
        const QJsonValue value = dump.value(name);
        if (!value.isUndefined() && !movingBySelf.contains(name)
            && (wanted.isEmpty() || wanted.contains(name)))
            out.push_back({row.get, toLiveValue(value)});
    }
    return out;
}

template <class Owner> bool holdAll(const Expectations<Owner> &expected, const Owner *owner)
{
    return owner
        && std::ranges::all_of(expected, [owner](const auto &one) { return one.holds(*owner); });
}

/// Whether an empty slot needs no more than to be empty, or Live's word for all of its track.
enum class Emptiness { Seen, ReadThrough };

/// The clip is as expected, or there is none as there should be.
std::function<bool(const LiveSet &)> clipIs(SlotId id, const QJsonObject &clip,
    const QStringList &fields, Emptiness emptiness = Emptiness::Seen)
{
    if (clip.isEmpty()) {
        return [id, emptiness](const LiveSet &set) {
            const Slot *slot = set.slot(id);
            const bool isKnown = emptiness == Emptiness::Seen || (slot && slot->readAt >= 0);
            return slot && !slot->clip && isKnown;
        };
    }
    return [id, expected = expectations(clipFields(), clip, fields)](
               const LiveSet &set) { return holdAll(expected, set.clip(id)); };
}

bool hasDevices(const Track *track, const QJsonArray &devices, bool onlyNames)
{
    if (!track || std::ssize(track->devices) != devices.size())
        return false;
    return std::ranges::equal(
        track->devices, devices, [onlyNames](const Device &ours, const QJsonValue &theirs) {
            const QJsonObject device = theirs.toObject();
            return ours.name == device.value(u"name").toString()
                && (onlyNames || ours.className == device.value(u"class_name").toString());
        });
}

} // namespace

ContentWatch::ContentWatch(
    const LiveSet &set, ControlClient &server, Area visible, bool onlyVisible)
    : m_set(set)
{
    const QJsonObject brief = server.briefDump();
    const auto tracks = static_cast<int>(brief.value(u"tracks").toArray().size());
    m_parts[Content::Visible];
    for (int t = 0; t < (onlyVisible ? std::min(tracks, visible.tracks) : tracks); ++t) {
        const QJsonObject track
            = server
                  .call(QStringLiteral("dump_track"),
                      {{QStringLiteral("index"), t}, {QStringLiteral("params"), false},
                          {QStringLiteral("notes"), false}, {QStringLiteral("empty"), true}})
                  .value_or(QJsonValue())
                  .toObject();
        expectTrack(TrackIndex(t), track, visible);
    }
    if (m_parts.at(Content::Visible).checks.empty())
        qFatal("the server's dump has no slots"); // a watch of nothing would be content at once
    expectSong(brief);
    if (onlyVisible)
        std::erase_if(m_parts, [](const auto &part) { return part.first != Content::Visible; });
    connect(&set, &LiveSet::changed, this, &ContentWatch::look);
    // That an empty slot was read is not announced.
    constexpr int lookEveryMs = 10;
    m_timer.start(lookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &ContentWatch::look);
}

void ContentWatch::expectTrack(TrackIndex index, const QJsonObject &dump, Area visible)
{
    const QJsonObject slotsThere = dump.value(u"clip_slots").toObject();
    for (auto it = slotsThere.begin(); it != slotsThere.end(); ++it) {
        const int scene = it.key().toInt();
        expectSlot({index, SceneIndex(scene)}, it.value().toObject(),
            index.value < visible.tracks && scene < visible.scenes);
    }
    const QString what = QStringLiteral("track %1").arg(index.value);
    const QJsonArray devices = dump.value(u"devices").toArray();
    expect(Content::Scan, what,
        [index, devices, name = dump.value(u"name").toString()](const LiveSet &set) {
            const Track *track = set.track(index);
            return track && track->name == name && hasDevices(track, devices, true);
        });
    expect(Content::Values, what,
        [index, expected = expectations(trackFields(), dump)](
            const LiveSet &set) { return holdAll(expected, set.track(index)); });
    expect(
        Content::Values, what + QStringLiteral(" devices"), [index, devices](const LiveSet &set) {
            return hasDevices(set.track(index), devices, false);
        });
}

void ContentWatch::expectSlot(SlotId id, const QJsonObject &dump, bool isVisible)
{
    const QJsonObject clip = dump.value(u"clip").toObject();
    const QStringList look{QStringLiteral("name"), QStringLiteral("color")};
    const QStringList scan{QStringLiteral("name"), QStringLiteral("length")};
    const QString what = QStringLiteral("slot %1/%2").arg(id.track.value).arg(id.scene.value);
    if (isVisible)
        expect(Content::Visible, what, clipIs(id, clip, look));
    expect(Content::Grid, what, clipIs(id, clip, look + states));
    expect(Content::Scan, what, clipIs(id, clip, scan));
    expect(Content::Values, what, clipIs(id, clip, {}, Emptiness::ReadThrough));
    expect(Content::Values, what + QStringLiteral(" itself"),
        [id, expected = expectations(slotFields(), dump, {QStringLiteral("has_stop_button")})](
            const LiveSet &set) { return holdAll(expected, set.slot(id)); });
}

void ContentWatch::expectSong(const QJsonObject &dump)
{
    expect(Content::Values, QStringLiteral("song"),
        [expected = expectations(songFields(), dump.value(u"song").toObject())](
            const LiveSet &set) { return holdAll(expected, &set.song()); });
    const QJsonArray scenes = dump.value(u"scenes").toArray();
    const QStringList always{QStringLiteral("name"), QStringLiteral("color"),
        QStringLiteral("is_triggered"), QStringLiteral("is_empty"), QStringLiteral("tempo_enabled"),
        QStringLiteral("time_signature_enabled")};
    for (int s = 0; s < scenes.size(); ++s) {
        expect(Content::Values, QStringLiteral("scene %1").arg(s),
            [index = SceneIndex(s),
                expected = expectations(sceneFields(), scenes[s].toObject(), always)](
                const LiveSet &set) { return holdAll(expected, set.scene(index)); });
    }
}

void ContentWatch::expect(
    Content content, const QString &what, std::function<bool(const LiveSet &)> holds)
{
    m_parts[content].checks.push_back({what, std::move(holds)});
}

void ContentWatch::look()
{
    for (auto &[content, part] : m_parts) {
        if (part.reachedAt >= 0)
            continue;
        while (part.next < part.checks.size() && part.checks[part.next].holds(m_set))
            ++part.next;
        if (part.next < part.checks.size())
            continue;
        part.reachedAt = steadyNow();
        Q_EMIT reached(content);
    }
}

bool ContentWatch::hasAll() const
{
    return std::ranges::all_of(
        m_parts, [](const auto &part) { return part.second.reachedAt >= 0; });
}

QString ContentWatch::missing(Content content) const
{
    const Part &part = m_parts.at(content);
    if (part.next == part.checks.size())
        return {};
    const auto held = std::ranges::count_if(
        part.checks, [this](const Check &check) { return check.holds(m_set); });
    return QStringLiteral("%1, and so %2 of %3")
        .arg(part.checks[part.next].what)
        .arg(std::ssize(part.checks) - held)
        .arg(part.checks.size());
}

} // namespace clipdeck

#include "moc_contentwatch.cpp"
