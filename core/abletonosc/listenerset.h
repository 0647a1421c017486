// SPDX-License-Identifier: GPL-3.0-or-later
// Which of Live's properties push their changes to us, and whether a push is still to be believed.
#pragma once

#include "core/osc/oscmessage.h"

#include <functional>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace clipdeck {

/// A property that may push: its object's address stem, its name and the object's indexes.
struct ListenerKey {
    QString object; ///< "song", "track", "clip", "device"…
    QString property; ///< "playing_slot_index", "parameter/value", …
    std::vector<int> ids;

    bool operator==(const ListenerKey &) const = default;
    bool operator<(const ListenerKey &other) const
    {
        return std::tie(object, property, ids) < std::tie(other.object, other.property, other.ids);
    }
};

/// The listeners we hold in Live. A listener stays with its *object* and keeps pushing the index at which it was made, so
/// after tracks moved its indexes lie. Therefore every listener carries an epoch in its extra arguments, which AbletonOSC
/// returns in every push (ABLETONOSC.md, Echo): a push of an old epoch is dropped, and no key is ever used twice.
///
/// Pure: returns the messages to send. Single-threaded.
class ListenerSet {
public:
    /// What a push carried.
    struct Push {
        ListenerKey key;
        OscArguments values;
    };

    /// Wants a listener; it is counted, so each add needs a remove. Returns the message to send, if it is the first.
    std::optional<OscMessage> add(const ListenerKey &key);
    /// Returns the message to send when nobody wants it any more.
    std::optional<OscMessage> remove(const ListenerKey &key);

    /// Objects changed their places: `rename` gives the key that an old key's object has now, or nothing if it is gone.
    /// What kept its place is left alone; what moved is listened to anew, in a new epoch. The old listener can't be
    /// stopped: AbletonOSC looks for it at its old index and finds another object, where stopping a mixer's or a
    /// parameter's listener raises. It stays behind, and its pushes are dropped. Returns the messages to send.
    std::vector<OscMessage> rename(
        const std::function<std::optional<ListenerKey>(const ListenerKey &)> &rename);
    /// Live restarted: it holds no listener of ours any more. Returns the messages that start them again.
    std::vector<OscMessage> startAll();
    /// The messages that stop everything: to leave Live as it was found.
    std::vector<OscMessage> stopAll();
    /// Forgets everything that is wanted.
    void clear() { m_wanted.clear(); }

    /// Whether a message is a listener's push at all: it carries an epoch. Ask first: its address is also a getter's.
    static bool isPush(const OscMessage &message);
    /// A push that can be believed, or nothing if it is an old epoch's.
    std::optional<Push> read(const OscMessage &message);

    bool contains(const ListenerKey &key) const { return m_wanted.contains(key); }
    int count() const { return static_cast<int>(m_wanted.size()); }
    /// Pushes of old epochs that were dropped.
    int dropped() const { return m_dropped; }

private:
    struct Held {
        int users = 1;
        qint32 epoch = 0;
    };

    /// By chance: listeners that a killed program left behind must not look like ours.
    static qint32 startingEpoch();
    static std::optional<std::size_t> epochPosition(const OscMessage &message);
    static OscMessage message(const char *verb, const ListenerKey &key, qint32 epoch);

    std::map<ListenerKey, Held> m_wanted;
    qint32 m_epoch = startingEpoch();
    int m_dropped = 0;

    // Between every value that Live sends and the tags of QueryPipe.
    static constexpr qint32 firstEpoch = 0x20000000;
    static constexpr qint32 pastEpochs = 0x40000000;
};

} // namespace clipdeck
