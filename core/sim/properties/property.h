// SPDX-License-Identifier: GPL-3.0-or-later
// Properties of Live's objects as tables: one row says how to read and write one, whether Live lets scripts listen to
// it, and whether a write can be undone. Which of them have addresses is AbletonOSC's choice: see simhandlers_*.cpp.
#pragma once

#include "core/sim/live/live.h"
#include "core/sim/live/range.h"
#include "core/sim/script/pythonvalue.h"

#include <functional>
#include <vector>

namespace clipdeck::sim {

/// What Live does with a property besides reading and writing; to be or-ed.
enum Access : int {
    Plain = 0,
    Listen = 1, ///< It has a listener; without it start_listen raises
    Undo = 2, ///< A write is a step of the undo history
    Undoable = Listen | Undo,
};

/// One row. `get` and `set` throw Error where Live raises; `set` gets a value that already is of the right type.
template <class T> struct Property {
    QLatin1String name;
    int access = Plain;
    std::function<OscArgument(const Live &, const T &)> get;
    std::function<void(Live &, T &, const Incoming &)> set;
    char code = 'o'; ///< The type that Live's binding wants (see convertCall)
};

template <class T> using PropertyTable = std::vector<Property<T>>;

const PropertyTable<Song> &songProperties();
const PropertyTable<Track> &trackProperties();
const PropertyTable<Slot> &slotProperties();
const PropertyTable<Clip> &clipProperties();
const PropertyTable<Scene> &sceneProperties();
const PropertyTable<Device> &deviceProperties();

// Rows without an address of their own, for the tables above.
PropertyTable<Track> trackAttributes();
PropertyTable<Slot> slotAttributes();
PropertyTable<Clip> clipAttributes();
PropertyTable<Device> deviceAttributes();

/// One table of several.
template <class T> PropertyTable<T> joined(std::vector<PropertyTable<T>> parts)
{
    PropertyTable<T> rows;
    for (PropertyTable<T> &part : parts)
        std::move(part.begin(), part.end(), std::back_inserter(rows));
    return rows;
}

/// The class's name in Python, as it stands in the texts of errors.
template <class T> constexpr QLatin1String className()
{
    if constexpr (std::is_same_v<T, Song>)
        return QLatin1String("Song");
    else if constexpr (std::is_same_v<T, Track>)
        return QLatin1String("Track");
    else if constexpr (std::is_same_v<T, Slot>)
        return QLatin1String("ClipSlot");
    else if constexpr (std::is_same_v<T, Clip>)
        return QLatin1String("Clip");
    else if constexpr (std::is_same_v<T, Scene>)
        return QLatin1String("Scene");
    else
        return QLatin1String("Device");
}

/// An object's identity as scripts see it: its address in Live's memory, above what fits into 32 bits.
inline qint64 livePointer(ObjectId id)
{
    constexpr qint64 base = 0x600000000000;
    constexpr qint64 spacing = 64;
    return base + static_cast<qint64>(id) * spacing;
}

/// The row of `name`, or null.
template <class T> const Property<T> *findProperty(const PropertyTable<T> &table, QStringView name)
{
    for (const Property<T> &property : table) {
        if (name == property.name)
            return &property;
    }
    return nullptr;
}

/// The object that still lives under an id, or null.
template <class T> T *findObject(Live &live, ObjectId id)
{
    if constexpr (std::is_same_v<T, Song>)
        return &live.song();
    else if constexpr (std::is_same_v<T, Track>)
        return live.set().findTrack(id);
    else if constexpr (std::is_same_v<T, Slot>)
        return live.set().findSlot(id);
    else if constexpr (std::is_same_v<T, Clip>)
        return live.set().findClip(id);
    else if constexpr (std::is_same_v<T, Scene>)
        return live.set().findScene(id);
    else
        return nullptr;
}

/// Writes as `setattr` does: tells the listeners if the value is another one afterwards, and lets Live undo it.
template <class T>
void writeProperty(Live &live, const Property<T> &property, T &object, const OscArgument &value)
{
    const Incoming incoming(value, className<T>());
    const OscArgument wanted = incoming.converted(QLatin1Char(property.code));
    const OscArgument before = property.get(live, object);
    if (property.access & Listen && pythonKey({before}) == pythonKey({wanted}))
        return;
    property.set(live, object, incoming);
    const OscArgument after = property.get(live, object);
    if (after == before)
        return;
    if (property.access & Listen)
        live.notify(object.id, property.name);
    if (property.access & Undo) {
        const auto rewrite = [&live, &property, id = object.id](const OscArgument &old) {
            if (T *alive = findObject<T>(live, id))
                writeProperty(live, property, *alive, old);
        };
        live.history().push([=] { rewrite(before); }, [=] { rewrite(after); });
    }
}

/// A value converted from a message to the type of a field.
template <class V> V incomingAs(const Incoming &value)
{
    if constexpr (std::is_same_v<V, bool>)
        return value.boolean();
    else if constexpr (std::is_same_v<V, int>)
        return value.integer();
    else if constexpr (std::is_same_v<V, double>)
        return value.real();
    else
        return value.text();
}

template <class V> constexpr char codeOf()
{
    if constexpr (std::is_same_v<V, bool>)
        return 'b';
    else if constexpr (std::is_same_v<V, int>)
        return 'i';
    else if constexpr (std::is_same_v<V, double>)
        return 'd';
    else
        return 's';
}

/// A row for a property that is simply a field of the object.
template <class T, class V> Property<T> field(const char *name, int access, V T::*member)
{
    return {QLatin1String(name), access,
        [member](const Live &, const T &object) { return object.*member; },
        [member](
            Live &, T &object, const Incoming &value) { object.*member = incomingAs<V>(value); },
        codeOf<V>()};
}

/// Likewise, for a number with limits.
template <class T, class V>
Property<T> field(const char *name, int access, V T::*member, V lowest, V highest,
    const char *error = "Value is out of range", char code = codeOf<V>())
{
    return {QLatin1String(name), access,
        [member](const Live &, const T &object) { return object.*member; },
        [=](Live &, T &object, const Incoming &value) {
            object.*member = within(incomingAs<V>(value), lowest, highest, error);
        },
        code};
}

/// A number that Live keeps in single precision.
template <class T>
Property<T> singleField(
    const char *name, int access, double T::*member, double lowest, double highest)
{
    return field(name, access, member, lowest, highest, "Value is out of range", 'f');
}

} // namespace clipdeck::sim
