// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps Live's listeners as they are wanted: started a few a tick, started again when that was lost, led along when
// tracks and scenes move; and takes their pushes into the mirror.
#pragma once

#include "core/abletonosc/feedwatch.h"
#include "core/abletonosc/listenerset.h"
#include "core/abletonosc/querypipe.h"
#include "core/live/cellrange.h"
#include "core/live/liveset.h"
#include "core/sync/plan/readplan.h"

#include <deque>
#include <set>

namespace clipdeck {

/// The slots whose clips' coming and going is listened to: all of a small set; of a large one those on screen, with a
/// margin, so that a listener is there when the view moves by a little. The clips themselves have more listeners each, so
/// these are started on screen only. Pure.
struct ListenedSlots {
    CellRange wanted; ///< Listeners are started in here…
    CellRange kept; ///< …and stopped when they are out of this
    CellRange clips; ///< Those of clips are started in here…
    CellRange keptClips; ///< …and stopped when they are out of this

    static ListenedSlots of(const CellRange &onScreen, int tracks, int scenes);
};

/// Not a QObject: driven by its caller. Single-threaded; `now` in ms of the engine's clock.
class ListenerFeed {
public:
    ListenerFeed(LiveSet &set, QueryPipe &pipe, ListenerSet &listeners);

    /// Whether there are listeners at all; else every call below but the song's beat does nothing.
    void setEnabled(bool enabled) { m_enabled = enabled; }
    bool isEnabled() const { return m_enabled; }

    /// Wants what the mirror as it stands can be listened to: song and tracks; scenes, slots and clips on screen.
    void wantAll();
    void want(const ListenerKey &key);
    /// The same, started at once: a hand is on it, and what it does must be heard of.
    void wantNow(const ListenerKey &key, qint64 now);
    void drop(const ListenerKey &key);
    /// The cells on screen: listeners follow them, what comes on screen first.
    void setVisible(const CellRange &range);

    /// Tracks and scenes moved (ListenerSet::follow).
    void follow(const ListenerSet::Moved &moved, bool known, qint32 sureEpoch);
    /// The script was restarted: it holds none of ours.
    void startAll();

    /// Starts some of what is wanted, as far as the allowance goes; what that costs.
    ReadCost tell(const Allowance &allowance, const TickBudget &prices);
    /// Something is wanted and not started yet.
    bool hasToSend() const;

    /// Whether every clip on screen is listened to: what its cell shows need not be read often.
    bool listensToClipsOnScreen() const { return m_enabled && m_listensToClips; }

    /// A push into the mirror. False if the message is none.
    bool take(const OscMessage &message, qint64 now);
    /// What changed in the mirror, to be compared with what was pushed. A clip that has gone took its listeners with it;
    /// one that a reading found changed, and no push told of, is another clip, and is listened to anew.
    void compare(const Changes &changes, qint64 now);
    /// Looks at what should have been pushed by now; listens anew where Live seems to have forgotten us.
    void advance(qint64 now);

    FeedWatch &feed() { return m_feed; }
    const FeedWatch &feed() const { return m_feed; }
    /// The slots of which a push told since the last call that they have a clip that was not known.
    std::set<SlotId> takePushedClips() { return std::exchange(m_pushedClips, {}); }
    /// The parameters that are listened to.
    std::vector<ParameterId> parameters() const;
    bool isListeningTo(const ListenerKey &key) const { return m_listeners.contains(key); }

private:
    /// A listener to start, or a message as it is.
    struct ToSend {
        std::optional<ListenerKey> starts;
        int tries = 0;
        OscMessage message = {};
        ReadCost cost = {5, 1}; ///< Of a message that starts nothing
    };

    void startAnew();
    quint32 objectOf(const ToSend &next);
    void sendNext(const ToSend &next);
    void failed(const ListenerKey &key, int tries, bool refused, const QString &reason);
    void retryUnlessPushed(const ListenerKey &key, int tries);
    ReadCost costOf(const ToSend &next) const;
    void moveListeners();
    bool wantIn(const CellRange &range);
    bool wantClipsIn(const CellRange &range);
    bool wantSome(const std::vector<ListenerKey> &keys);
    bool dropOutside(const ListenedSlots &listened);
    void forgetClip(SlotId slot);
    void compareClip(SlotId slot, FieldSet<ClipField> fields);

    LiveSet &m_set;
    QueryPipe &m_pipe;
    ListenerSet &m_listeners;
    FeedWatch m_feed;
    bool m_enabled = true;
    std::deque<ToSend> m_toSend;
    /// The object that the last told one is about
    std::pair<ObjectKind, ListenerKey::Ids> m_lastSent = {ObjectKind::Root, ListenerKey::noIds};
    quint32 m_object = 0;
    std::set<ListenerKey> m_refused; ///< Live has no such listener
    /// What is next when the view or the set has changed.
    enum class Move { Done, OnScreen, Outside, Clips, Margin };
    Move m_move = Move::Done;
    bool m_listensToClips = false; ///< To all on screen
    std::set<ListenerKey> m_pushedOfClips; ///< Since the last compare()
    std::set<SlotId> m_pushedClips;
    CellRange m_onScreen;
    qint64 m_anewAt = 0; ///< When everything was started again for missed pushes
    qint64 m_anewEveryMs = 0;
};

} // namespace clipdeck
