// SPDX-License-Identifier: GPL-3.0-or-later
// AbletonOSC's addresses as a typed table: which properties an object has, and how each may be used.
#pragma once

#include "core/live/value.h"
#include "core/osc/oscmessage.h"

#include <initializer_list>
#include <optional>
#include <span>

namespace clipdeck {

/// What an address begins with: `/live/song/…`, `/live/track/…`.
enum class ObjectKind { Song, Application, View, Track, ClipSlot, Clip, Scene, Device };

/// How many indexes lead the arguments of an object's addresses.
int idCount(ObjectKind object);

/// The type that Live wants and gives. AbletonOSC passes arguments to Live's API as they come, and a float where Live
/// wants a bool or an int raises.
enum class ValueKind { Bool, Int, Float, Text };

/// One property of the generic addresses `/live/OBJECT/{get,set,start_listen,stop_listen}/NAME` (AbletonOSC, handler.py).
struct Property {
    ObjectKind object;
    const char *name;
    ValueKind kind;
    bool canSet;
    bool canListen; ///< Live has an observer for it
    bool echoes
        = true; ///< The getter returns extra arguments behind the value, so a tag can be sent along
};

std::span<const Property> properties();
/// The row of a property, or null where AbletonOSC has no address for it.
const Property *findProperty(ObjectKind object, QByteArrayView name);

using Ids = std::initializer_list<int>;

/// `/live/OBJECT/get/NAME ids… [tag]`
OscMessage getMessage(ObjectKind object, Ids ids, const char *name);
/// `/live/OBJECT/set/NAME ids… value`, the value in the type that Live wants.
OscMessage setMessage(const Property &property, Ids ids, const LiveValue &value);
/// `/live/OBJECT/METHOD ids…`
OscMessage callMessage(ObjectKind object, Ids ids, const char *method);

/// Live's value out of an answer's argument. int64 that fits becomes int, nil becomes nothing.
LiveValue toValue(const OscArgument &argument);
/// The value as the argument that Live wants; text stays text, whatever `kind` says.
OscArgument toArgument(const LiveValue &value, ValueKind kind);

} // namespace clipdeck
