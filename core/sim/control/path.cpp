// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/control/path.h"

#include "core/sim/control/dump.h"
#include "core/sim/live/error.h"
#include "core/sim/properties/property.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

[[noreturn]] void leadsNowhere(const QString &word)
{
    throw Error(ErrorKind::Value, QString(u"the path leads nowhere at '%1'"_s).arg(word));
}

/// The words of a path, one after another.
class Words {
public:
    explicit Words(const QString &path)
        : m_words(path.split(u' ', Qt::SkipEmptyParts))
    {
    }

    bool isEmpty() const { return m_words.isEmpty(); }
    QString next() { return m_words.isEmpty() ? QString() : m_words.takeFirst(); }
    template <class T> T *in(const std::vector<std::unique_ptr<T>> &all)
    {
        const QString word = next();
        bool ok = false;
        const int index = word.toInt(&ok);
        if (!ok || index < 0 || index >= static_cast<int>(all.size()))
            leadsNowhere(word);
        return all[static_cast<std::size_t>(index)].get();
    }

private:
    QStringList m_words;
};

PathTarget from(Set &set, Song &, Words &words)
{
    const QString word = words.next();
    if (word == "tracks"_L1)
        return words.in(set.tracks);
    if (word == "return_tracks"_L1)
        return words.in(set.returns);
    if (word == "master_track"_L1)
        return set.main.get();
    if (word == "scenes"_L1)
        return words.in(set.scenes);
    leadsNowhere(word);
}

PathTarget fromMixer(Track &track, Words &words)
{
    const QString word = words.next();
    if (word == "volume"_L1)
        return &track.volume;
    if (word == "panning"_L1)
        return &track.panning;
    if (word == "sends"_L1)
        return words.in(track.sends);
    leadsNowhere(word);
}

PathTarget from(Set &, Track &track, Words &words)
{
    const QString word = words.next();
    if (word == "clip_slots"_L1)
        return words.in(track.slots);
    if (word == "devices"_L1)
        return words.in(track.devices);
    if (word == "mixer_device"_L1)
        return fromMixer(track, words);
    leadsNowhere(word);
}

PathTarget from(Set &, Slot &slot, Words &words)
{
    const QString word = words.next();
    if (word != "clip"_L1 || !slot.clip)
        leadsNowhere(word);
    return slot.clip.get();
}

PathTarget from(Set &, Device &device, Words &words)
{
    const QString word = words.next();
    if (word != "parameters"_L1)
        leadsNowhere(word);
    return words.in(device.parameters);
}

template <class T> PathTarget from(Set &, T &, Words &words)
{
    leadsNowhere(words.next());
}

[[noreturn]] void noSuchProperty(const QString &name)
{
    throw Error(ErrorKind::Attribute, QString(u"no property '%1' there"_s).arg(name));
}

template <class T> const PropertyTable<T> &tableOf();
template <> const PropertyTable<Song> &tableOf()
{
    return songProperties();
}
template <> const PropertyTable<Track> &tableOf()
{
    return trackProperties();
}
template <> const PropertyTable<Slot> &tableOf()
{
    return slotProperties();
}
template <> const PropertyTable<Clip> &tableOf()
{
    return clipProperties();
}
template <> const PropertyTable<Scene> &tableOf()
{
    return sceneProperties();
}
template <> const PropertyTable<Device> &tableOf()
{
    return deviceProperties();
}

template <class T> const Property<T> &rowOf(const QString &name)
{
    const Property<T> *property = findProperty(tableOf<T>(), name);
    if (!property)
        noSuchProperty(name);
    return *property;
}

struct ReadProperty {
    Live &live;
    const QString &name;

    template <class T> QJsonValue operator()(T *object) const
    {
        return oscToJson(rowOf<T>(name).get(live, *object));
    }
    QJsonValue operator()(Parameter *parameter) const
    {
        const QJsonValue value = dumpParameter(*parameter).value(name);
        if (value.isUndefined())
            noSuchProperty(name);
        return value;
    }
};

struct WriteProperty {
    Live &live;
    const QString &name;
    const OscArgument value;

    template <class T> void operator()(T *object) const
    {
        const Property<T> &property = rowOf<T>(name);
        if (!property.set)
            throw Error(ErrorKind::Attribute, QString(u"'%1' can only be read"_s).arg(name));
        writeProperty(live, property, *object, value);
    }
    void operator()(Parameter *parameter) const
    {
        if (name != "value"_L1)
            noSuchProperty(name);
        live.setParameter(*parameter, Incoming(value, "DeviceParameter"_L1).single());
    }
};

} // namespace

OscArgument jsonToOsc(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    if (value.isString())
        return value.toString();
    if (!value.isDouble())
        throw Error(ErrorKind::Value, u"a value is a number, a text, true or false"_s);
    const double number = value.toDouble();
    if (number == std::floor(number) && std::abs(number) < 2e9)
        return static_cast<qint32>(number);
    return number;
}

PathTarget resolvePath(Live &live, const QString &path)
{
    Words words(path);
    if (const QString root = words.next(); root != "live_set"_L1)
        throw Error(ErrorKind::Value, u"a path starts with live_set"_s);
    PathTarget target = &live.song();
    while (!words.isEmpty())
        target = std::visit([&](auto *object) { return from(live.set(), *object, words); }, target);
    return target;
}

QJsonValue readPath(Live &live, const QString &path, const QString &property)
{
    return std::visit(ReadProperty{live, property}, resolvePath(live, path));
}

QJsonValue writePath(
    Live &live, const QString &path, const QString &property, const QJsonValue &value)
{
    const PathTarget target = resolvePath(live, path);
    std::visit(WriteProperty{live, property, jsonToOsc(value)}, target);
    return std::visit(ReadProperty{live, property}, target);
}

} // namespace clipdeck::sim
