// SPDX-License-Identifier: GPL-3.0-or-later
// Which of Live's properties push their changes to us, and whether a push is still to be believed.
#pragma once

#include "core/abletonosc/api.h"
#include "core/osc/oscmessage.h"

#include <array>
#include <compare>
#include <functional>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace clipdeck {

/// A property that may push, of one object. Ordered as the addresses are. Cheap to copy and to compare, as every push
/// needs that.
struct ListenerKey {
    /// As many as the object has, then −1.
    using Ids = std::array<int, 3>;
    static constexpr Ids noIds = {-1, -1, -1};

    const Endpoint *getter = nullptr; ///< A row of endpoints(): Live pushes under its address
    Ids ids = noIds;

    auto operator<=>(const ListenerKey &) const = default;
};

/// The key of a property with these indexes. Asserts that AbletonOSC has listeners for it.
ListenerKey listenerKey(ObjectKind object, const char *property, std::initializer_list<int> ids);

struct ListenerKeyHash {
    std::size_t operator()(const ListenerKey &key) const;
};

/// The listeners we want in Live. Every start has a number of its own, its epoch, in the extra arguments, which AbletonOSC
/// returns in every push (docs/abletonosc.md, Echo and epochs); no number is ever used twice, whatever happens.
///
/// A listener stays with its *object* and goes on pushing the index at which it was made. The epoch tells which object
/// that is, so:
///
/// | what happened in Live | what is done | pushes of the old epoch |
/// |---|---|---|
/// | objects moved, and it is known which is which | follow(): the epoch is led to the object's new place; nothing is sent | believed, for the new place |
/// | an object is gone | follow(): its epoch is forgotten | dropped |
/// | objects moved, and it is not known which is which | follow(): what changed its place is to be started again | dropped |
/// | objects moved while a start was on its way | follow(): it may have met another object, and is to be started again | dropped |
/// | the script was restarted, or seems to have been | start() for all | dropped |
/// | the start was lost on its way (no push came at once) | start() | dropped |
///
/// What is left behind in Live is bounded: a listener at its first place is stopped before it is started again; one that
/// moved can't be, as AbletonOSC looks for it at its old index, finds another object, and for mixers and parameters
/// raises. So it is one listener for each object whose place was uncertain.
///
/// Pure: returns the messages to send. Single-threaded.
class ListenerSet {
public:
    /// What a push carried. Valid as long as its message is.
    struct Push {
        ListenerKey key; ///< With the indexes that the object has now
        std::span<const OscArgument> values;
        bool isFirst
            = false; ///< What `start_listen` itself answers: the value as it is, and no change
    };
    using Moved = std::function<std::optional<ListenerKey>(const ListenerKey &)>;

    /// Wants a listener; it is counted, so each want needs a drop. True if it is the first: then it is to be started.
    bool want(const ListenerKey &key);
    /// Returns the message to send when nobody wants it any more; none if it was not started, or moved and can't be
    /// stopped.
    std::optional<OscMessage> drop(const ListenerKey &key);
    /// Its object was deleted in Live, and its listener with it: nobody wants it any more, and there is nothing to stop.
    void forget(const ListenerKey &key);
    /// The messages that start a wanted one, in a new epoch, to be sent at once; none if nobody wants it.
    std::vector<OscMessage> start(const ListenerKey &key);

    /// Objects changed their places: `moved` gives the key that an old key's object has now, or nothing if it is gone.
    /// `known`: it is certain which object is which. What was started after the epoch `sure` was may have met another
    /// object. Returns what is to be started again.
    std::vector<ListenerKey> follow(const Moved &moved, bool known, qint32 sure);
    /// The epoch given last.
    qint32 lastEpoch() const { return m_epoch; }

    /// The messages that stop everything: to leave Live as it was found.
    std::vector<OscMessage> stopAll() const;

    /// Whether a message is a listener's push at all: it carries an epoch. Ask first: its address is also a getter's.
    static bool isPush(const OscMessage &message);
    /// A push that can be believed, or nothing if it is an old epoch's.
    std::optional<Push> read(const OscMessage &message);

    bool contains(const ListenerKey &key) const { return m_wanted.contains(key); }
    /// Sorted.
    std::vector<ListenerKey> keys() const;
    /// Live has pushed since its last start: it is known to be there.
    bool hasPushed(const ListenerKey &key) const;
    int count() const { return static_cast<int>(m_wanted.size()); }
    /// Pushes of old epochs that were dropped.
    int dropped() const { return m_dropped; }
    /// Listeners that stayed in Live without use, since the beginning.
    int leftBehind() const { return m_leftBehind; }

private:
    struct Held {
        int users = 1;
        qint32 epoch = 0; ///< 0: not started yet
        ListenerKey::Ids bornAt = ListenerKey::noIds; ///< The indexes that Live knows it by
        bool hasPushed = false;
    };
    using Wanted = std::unordered_map<ListenerKey, Held, ListenerKeyHash>;

    /// By chance: listeners that a killed program left behind must not look like ours.
    static qint32 startingEpoch();
    static std::optional<std::size_t> epochPosition(const OscMessage &message);
    static OscMessage message(Verb verb, const ListenerKey &key, qint32 epoch);

    Wanted m_wanted;
    std::unordered_map<qint32, Wanted::value_type *>
        m_byEpoch; ///< Into m_wanted, whose elements stay where they are
    qint32 m_epoch = startingEpoch();
    int m_dropped = 0;
    int m_leftBehind = 0;

    // Between every value that Live sends and the tags of QueryPipe.
    static constexpr qint32 firstEpoch = 0x20000000;
    static constexpr qint32 pastEpochs = 0x40000000;
};

} // namespace clipdeck
