// SPDX-License-Identifier: GPL-3.0-or-later
// AbletonOSC's whole API as a typed table (AbletonOSC 0ca6821): every address, what it takes, what it answers, when it
// raises and what it costs Live.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QFlags>

#include <span>
#include <vector>

namespace clipdeck {

/// What an address begins with: `/live/song/…`, `/live/track/…`; Root is `/live/test`.
enum class ObjectKind {
    Root,
    Api,
    Application,
    Song,
    View,
    Track,
    ClipSlot,
    Clip,
    Clips,
    Scene,
    Device,
    MidiMap,
};

/// The object's part of its addresses: "clip_slot".
const char *pathOf(ObjectKind object);
/// How many indexes lead the arguments of an object's addresses.
int idCount(ObjectKind object);

/// The type that Live wants and gives. AbletonOSC passes arguments to Live's API as they come, and a float where Live
/// wants a bool or an int raises. Any: each of them, or nil.
enum class ValueKind { Bool, Int, Float, Text, Any };

enum class Verb { Get, Set, StartListen, StopListen, Call };

/// The objects of a kind that have a property. The getter answers nil for the others; track_data and start_listen raise.
enum class Only { Every, AudioClips, MidiClips, ArmableTracks, Groups, TracksWithAudioOutput };

enum class Listening {
    Never, ///< No address
    Raises, ///< An address, but Live has no observer
    Pushes, ///< Pushes the value at once, and whenever it changes
};

/// One property of the generic addresses `/live/OBJECT/{get,set,start_listen,stop_listen}/NAME` (AbletonOSC, handler.py).
struct Property {
    ObjectKind object;
    const char *name;
    ValueKind kind;
    bool canSet;
    Listening listening;
    Only only = Only::Every;
    bool echoes
        = true; ///< The getter returns extra arguments behind the value, so a tag can be sent along
    int reads = 1; ///< Of Live's properties, beside finding the object

    bool canListen() const { return listening == Listening::Pushes; }
};

/// Why Live raises, so that the rest of the tick's messages wait (and the rest of a bundle is lost).
enum class Raise {
    NoObject = 0x1, ///< An index behind the last, or an argument missing
    EmptySlot = 0x2, ///< A clip's address where there is no clip
    Lacking = 0x4, ///< An object that lacks the property (Only)
    WrongType = 0x8, ///< A float where Live wants an int or a bool, text that is not UTF-8
    OutOfRange = 0x10, ///< A value that Live does not take
    NotObservable = 0x20, ///< Always: Live has no observer for it
    TooLarge = 0x40, ///< An answer beyond the system's datagram (macOS 9,216 bytes, else 65,507)
    Unselected = 0x80, ///< A return or the main track is selected, or a device inside a rack
    Refused = 0x100, ///< Live's own rules: the last track stays, a group slot takes no clip
    Moved = 0x200, ///< The listener under these indexes belongs to an object that has moved
};
Q_DECLARE_FLAGS(Raises, Raise)
Q_DECLARE_OPERATORS_FOR_FLAGS(Raises)

/// An argument or an answer's value.
struct ApiValue {
    QByteArray name;
    ValueKind kind = ValueKind::Any;
    bool optional = false; ///< Only arguments

    bool operator==(const ApiValue &) const = default;
};

/// What an address takes or answers: some values, then a group that may come any number of times.
struct ApiShape {
    std::vector<ApiValue> values = {};
    std::vector<ApiValue> repeated = {}; ///< Together, from no time on

    bool isEmpty() const { return values.empty() && repeated.empty(); }
    bool operator==(const ApiShape &) const = default;
};

/// One address.
struct Endpoint {
    QByteArray address;
    ObjectKind object = ObjectKind::Root;
    Verb verb = Verb::Call;
    QByteArray name; ///< Behind object and verb: "parameter/value"
    ApiShape arguments = {}; ///< The object's indexes first
    ApiShape reply = {}; ///< The object's indexes first; empty: none comes
    bool echoes = false; ///< Extra arguments come back behind the answer, or in every push
    bool canListen = false; ///< What it gets can be listened to
    Raises raises = {};
    int reads = 0; ///< What it costs Live: accesses to its objects, without those of a list
    int readsPerItem = 0; ///< And for each item of a list that is answered
};

/// The generic properties, one row for up to four addresses.
std::span<const Property> properties();
/// The row of a property, or null where AbletonOSC has no address for it.
const Property *findProperty(ObjectKind object, QByteArrayView name);

/// Every address, sorted.
const std::vector<Endpoint> &endpoints();
/// The row of an address, or null where AbletonOSC has no such address.
const Endpoint *findEndpoint(QByteArrayView address);
const Endpoint *findEndpoint(ObjectKind object, Verb verb, QByteArrayView name);

} // namespace clipdeck
