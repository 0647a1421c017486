// SPDX-License-Identifier: GPL-3.0-or-later
// From tables of properties and methods to addresses: what AbletonOSC's handler.py does for every kind of object.
#pragma once

#include "core/sim/properties/property.h"
#include "core/sim/script/pythonvalue.h"
#include "core/sim/script/script.h"

namespace clipdeck::sim {

/// What an address does with the object that its ids name (null: an empty slot has no clip), and with the rest.
template <class T>
using ObjectAction = std::function<std::optional<OscArguments>(T *, const OscArguments &)>;

/// Which arguments an action gets: all of them, or those behind the ids.
enum class Ids { Kept, Removed };

/// Makes a handler of an action: finds the object, and puts its ids in front of an answer.
template <class T> using Addressing = std::function<Handler(Ids, ObjectAction<T>)>;

/// A method of Live: `codes` are its arguments (see convertCall).
template <class T> struct Method {
    QLatin1String name;
    QLatin1String codes;
    std::function<void(Live &, T &, const OscArguments &)> call;
};

[[noreturn]] inline void noSuchAttribute(QLatin1String className, const QString &attribute)
{
    throw Error(ErrorKind::Attribute,
        QString(QStringLiteral("'%1' object has no attribute '%2'")).arg(className, attribute));
}

/// Raises Python's complaint that None has no such attribute, where there is no object.
template <class T> void requireObject(const T *object, const QString &attribute)
{
    if (!object)
        noSuchAttribute(QLatin1String("NoneType"), attribute);
}

/// (value, extra…); nil for a property that this object lacks.
template <class T>
OscArguments getProperty(
    const Live &live, const Property<T> &property, T *object, const OscArguments &extra)
{
    requireObject(object, property.name);
    const T &target = *object;
    OscArguments answer;
    try {
        answer.push_back(property.get(live, target));
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::Runtime)
            throw;
        answer.push_back(OscNil{});
    }
    answer.insert(answer.end(), extra.begin(), extra.end());
    return answer;
}

inline ListenerKey listenerKey(
    QLatin1String identifier, QLatin1String property, const OscArguments &params)
{
    return {identifier, property, params};
}

/// Pushes (params…, value) now and at each change, until stopped with the same params.
template <class T>
void startListening(Script &script, QLatin1String identifier, const Property<T> &property,
    T *object, const OscArguments &params)
{
    const QString attribute = QStringLiteral("add_%1_listener").arg(property.name);
    requireObject(object, attribute);
    T &target = *object;
    if (!(property.access & Listen))
        noSuchAttribute(className<T>(), attribute);
    property.get(script.live(), target); // an object without the property refuses the listener too
    const QString address = QStringLiteral("/live/%1/get/%2").arg(identifier, property.name);
    const auto changed = [&script, &property, &target, address, params] {
        OscArguments values = params;
        values.push_back(property.get(script.live(), target));
        script.push(address, std::move(values));
    };
    script.listeners().start(listenerKey(identifier, property.name, params), target.id,
        property.name, changed, Removal::Lenient);
    changed();
}

template <class T>
void stopListening(Script &script, QLatin1String identifier, const Property<T> &property, T *object,
    const OscArguments &params)
{
    const ListenerKey key = listenerKey(identifier, property.name, params);
    if (!script.listeners().contains(key))
        return;
    requireObject(object, QStringLiteral("remove_%1_listener").arg(property.name));
    script.listeners().stop(key, object->id, Removal::Lenient);
}

/// Addresses of the properties that AbletonOSC names: get, start_listen and stop_listen for all, set for those it lets
/// write. `listenIds`: whether pushes carry the ids.
template <class T> class PropertyAddresses {
public:
    PropertyAddresses(Script &script, QLatin1String identifier, const PropertyTable<T> &table,
        Addressing<T> addressing, Ids listenIds = Ids::Kept)
        : m_script(script)
        , m_identifier(identifier)
        , m_table(table)
        , m_addressing(std::move(addressing))
        , m_listenIds(listenIds)
    {
    }

    /// In the order in which AbletonOSC adds them, which wildcards show.
    void add(std::initializer_list<const char *> readOnly,
        std::initializer_list<const char *> readWrite) const
    {
        for (const auto &names : {readOnly, readWrite}) {
            for (const char *name : names)
                addReading(row(name));
        }
        for (const char *name : readWrite)
            addWriting(row(name));
    }

private:
    const Property<T> &row(const char *name) const
    {
        const Property<T> *found = findProperty(m_table, QString::fromLatin1(name));
        Q_ASSERT(found);
        return *found;
    }

    void put(const char *verb, const Property<T> &property, Ids ids, ObjectAction<T> action) const
    {
        m_script.add(
            QStringLiteral("/live/%1/%2/%3").arg(m_identifier, QLatin1String(verb), property.name),
            m_addressing(ids, std::move(action)));
    }

    void addReading(const Property<T> &property) const
    {
        Script &script = m_script;
        const QLatin1String identifier = m_identifier;
        put("get", property, Ids::Removed,
            [&script, &property](T *object, const OscArguments &extra) {
                return getProperty(script.live(), property, object, extra);
            });
        put("start_listen", property, m_listenIds,
            [&script, &property, identifier](T *object, const OscArguments &params) {
                startListening(script, identifier, property, object, params);
                return std::nullopt;
            });
        put("stop_listen", property, m_listenIds,
            [&script, &property, identifier](T *object, const OscArguments &params) {
                stopListening(script, identifier, property, object, params);
                return std::nullopt;
            });
    }

    void addWriting(const Property<T> &property) const
    {
        Script &script = m_script;
        put("set", property, Ids::Removed,
            [&script, &property](T *object, const OscArguments &params) {
                // song.py, scene.py and device.py hand on a list, the others a tuple.
                constexpr bool isList
                    = std::is_same_v<T,
                          Song> || std::is_same_v<T, Scene> || std::is_same_v<T, Device>;
                const OscArgument &value = pythonItem(params, 0, isList);
                requireObject(object, property.name);
                writeProperty(script.live(), property, *object, value);
                return std::nullopt;
            });
    }

    Script &m_script;
    QLatin1String m_identifier;
    const PropertyTable<T> &m_table;
    Addressing<T> m_addressing;
    Ids m_listenIds;
};

template <class T>
void addMethods(Script &script, QLatin1String identifier, const std::vector<Method<T>> &methods,
    const Addressing<T> &handler)
{
    for (const Method<T> &method : methods) {
        script.add(QStringLiteral("/live/%1/%2").arg(identifier, method.name),
            handler(Ids::Removed, [&script, method](T *object, const OscArguments &params) {
                requireObject(object, method.name);
                method.call(script.live(), *object,
                    convertCall(params, method.codes, className<T>(), method.name));
                return std::nullopt;
            }));
    }
}

/// Puts ids in front of an answer, if there is one.
inline std::optional<OscArguments> withIds(
    std::initializer_list<int> ids, std::optional<OscArguments> answer)
{
    if (answer)
        answer->insert(answer->begin(), ids.begin(), ids.end());
    return answer;
}

/// tracks[int(params[0])], the way track.py and its like take ids.
inline Track &trackAt(Live &live, int index)
{
    return *live.set().tracks[vectorIndex(index, live.set().tracks.size())];
}

/// The index comes first in pushes as a whole number, however it was sent. "*" means every track; but an action that
/// answers ends the round, so a getter answers for the first track only.
Addressing<Track> trackAddressing(Script &script);

inline Slot &slotAt(Track &track, int index)
{
    return *track.slots[vectorIndex(index, track.slots.size())];
}

/// The argument under `at` as an optional real, whole number or flag of a converted call.
inline std::optional<double> realAt(const OscArguments &params, std::size_t at)
{
    return at < params.size() ? toDouble(params[at]) : std::nullopt;
}

/// Likewise, for how long to record.
inline std::optional<double> lengthAt(const OscArguments &params, std::size_t at)
{
    const std::optional<double> length = realAt(params, at);
    return length ? finite(*length) : length;
}

inline std::optional<int> wholeAt(const OscArguments &params, std::size_t at)
{
    return at < params.size() ? toInt(params[at]) : std::nullopt;
}

inline bool flagAt(const OscArguments &params, std::size_t at, bool otherwise)
{
    return at < params.size() ? toBool(params[at]).value_or(otherwise) : otherwise;
}

} // namespace clipdeck::sim
