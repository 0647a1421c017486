// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/push/listenerfeed.h"

#include "core/abletonosc/endpoint.h"
#include "core/sync/push/setlisteners.h"

#include <algorithm>
#include <iterator>

namespace clipdeck {

namespace {

constexpr int readsPerStart
    = 5; // what it costs to start one: the way to the object, the observer, the value
constexpr int readsPerClipStart = 7; // the way to a clip is longer
constexpr int mostTries = 6;
// AbletonOSC writes two tracebacks into its log for each message about a slot: that costs ten times a usual one.
constexpr int messagesPerSlotStart = 10;
constexpr int mostOfSmallSet = 1536;
constexpr int listenersPerScene = 9;
constexpr int atOnce = 64;
constexpr int marginTracks = 2;
constexpr int marginScenes = 4;
constexpr qint64 anewFirstMs = 2000;
constexpr qint64 anewLastMs = 60000;

ReadCost costOfStart(const ListenerKey &key)
{
    switch (key.getter->object) {
    case ObjectKind::ClipSlot:
        return {readsPerStart, messagesPerSlotStart};
    case ObjectKind::Clip:
        return {readsPerClipStart, 1};
    default:
        return {readsPerStart, 1};
    }
}

/// What there is to listen to in these scenes, whichever tracks are on screen.
std::vector<ListenerKey> listenersIn(const CellRange &range)
{
    std::vector<ListenerKey> out;
    for (SceneIndex scene = range.firstScene; scene < range.endScene; ++scene.value) {
        for (TrackIndex track = range.firstTrack; track < range.endTrack; ++track.value)
            out.push_back(slotListener({track, scene}));
        std::ranges::move(sceneListeners(scene.value), std::back_inserter(out));
    }
    return out;
}

/// Whether a listener is one of those that follow the view, and out of it.
bool isOutside(const ListenedSlots &listened, const ListenerKey &key)
{
    if (const std::optional<SlotId> slot = slotOf(key))
        return !listened.kept.contains(*slot);
    if (const std::optional<SlotId> slot = clipOf(key))
        return !listened.keptClips.contains(*slot);
    return isOfSceneOnScreen(key) && !listened.kept.contains(SceneIndex(key.ids[0]));
}

} // namespace

ListenedSlots ListenedSlots::of(const CellRange &onScreen, int tracks, int scenes)
{
    const CellRange shown = onScreen.within(tracks, scenes);
    const bool isAnyShown = shown.firstTrack < shown.endTrack && shown.firstScene < shown.endScene;
    const auto withMargin = [&](int times) {
        return isAnyShown
            ? shown.grownBy(times * marginTracks, times * marginScenes).within(tracks, scenes)
            : CellRange(); // nobody looks: reading has to do
    };
    ListenedSlots out{
        withMargin(1), withMargin(2), isAnyShown ? shown : CellRange(), withMargin(1)};
    if ((tracks + listenersPerScene) * scenes <= mostOfSmallSet)
        out.wanted = out.kept
            = {TrackIndex(0), TrackIndex(tracks), SceneIndex(0), SceneIndex(scenes)};
    return out;
}

ListenerFeed::ListenerFeed(LiveSet &set, QueryPipe &pipe, ListenerSet &listeners)
    : m_set(set)
    , m_pipe(pipe)
    , m_listeners(listeners)
{
}

void ListenerFeed::want(const ListenerKey &key)
{
    if (m_enabled && !m_refused.contains(key) && m_listeners.want(key))
        m_toSend.push_back({key});
}

void ListenerFeed::wantNow(const ListenerKey &key, qint64 now)
{
    if (!m_enabled || m_refused.contains(key) || !m_listeners.want(key))
        return;
    m_pipe.tell(
        m_listeners.start(key),
        [this, key](const QString &error) {
            if (error.isEmpty())
                retryUnlessPushed(key, 0);
            else
                failed(key, 0, true, error);
        },
        now);
}

void ListenerFeed::drop(const ListenerKey &key)
{
    if (std::optional<OscMessage> stop = m_listeners.drop(key))
        m_toSend.push_back({{}, 0, std::move(*stop), costOfStart(key)});
}

void ListenerFeed::wantAll()
{
    if (!m_enabled)
        return;
    const auto wantNew = [this](const ListenerKey &key) {
        if (!m_listeners.contains(key))
            want(key);
    };
    std::ranges::for_each(songListeners(), wantNew);
    for (int t = 0; t < m_set.trackCount(); ++t)
        std::ranges::for_each(trackListeners(t), wantNew);
    for (int s = 0; s < m_set.sceneCount(); ++s)
        wantNew(sceneLaunchListener(s));
    // Has neither ids nor extra arguments; starting it again replaces it.
    m_toSend.push_back({{}, 0, {QStringLiteral("/live/song/start_listen/beat"), {}}});
    m_move = Move::OnScreen;
    m_listensToClips = false;
}

void ListenerFeed::setVisible(const CellRange &range)
{
    m_onScreen = range;
    m_listensToClips = false;
    if (m_set.trackCount() > 0)
        m_move = Move::OnScreen;
}

bool ListenerFeed::hasToSend() const
{
    // Clips and the margin wait until all has been read once.
    const bool moves = m_move == Move::OnScreen || m_move == Move::Outside
        || (m_move != Move::Done && m_set.isComplete());
    return m_enabled && (!m_toSend.empty() || moves);
}

void ListenerFeed::moveListeners()
{
    const int tracks = m_set.trackCount();
    const int scenes = m_set.sceneCount();
    const ListenedSlots listened = ListenedSlots::of(m_onScreen, tracks, scenes);
    if (m_move == Move::OnScreen && !wantIn(m_onScreen.within(tracks, scenes)))
        m_move = Move::Outside;
    if (m_move == Move::Outside && !dropOutside(listened))
        m_move = Move::Clips;
    if (!m_set.isComplete())
        return;
    if (m_move == Move::Clips && !wantClipsIn(listened.clips)) {
        m_move = Move::Margin;
        m_listensToClips = true;
    }
    if (m_move == Move::Margin && !wantIn(listened.wanted))
        m_move = Move::Done;
}

bool ListenerFeed::wantIn(const CellRange &range)
{
    return wantSome(listenersIn(range));
}

bool ListenerFeed::wantClipsIn(const CellRange &range)
{
    std::vector<ListenerKey> keys;
    for (SceneIndex scene = range.firstScene; scene < range.endScene; ++scene.value) {
        for (TrackIndex track = range.firstTrack; track < range.endTrack; ++track.value) {
            if (m_set.clip({track, scene}))
                std::ranges::move(clipListeners({track, scene}), std::back_inserter(keys));
        }
    }
    return wantSome(keys);
}

bool ListenerFeed::wantSome(const std::vector<ListenerKey> &keys)
{
    int added = 0;
    for (const ListenerKey &key : keys) {
        if (m_listeners.contains(key) || m_refused.contains(key))
            continue;
        want(key);
        if (++added >= atOnce)
            break;
    }
    return added > 0;
}

bool ListenerFeed::dropOutside(const ListenedSlots &listened)
{
    int dropped = 0;
    for (const ListenerKey &key : m_listeners.keys()) {
        if (!isOutside(listened, key))
            continue;
        drop(key);
        if (++dropped >= atOnce)
            break;
    }
    return dropped > 0;
}

void ListenerFeed::follow(const ListenerSet::Moved &moved, bool known, qint32 sureEpoch)
{
    m_refused.clear();
    const std::vector<ListenerKey> again = m_listeners.follow(moved, known, sureEpoch);
    std::deque<ToSend> waiting = std::exchange(m_toSend, {});
    for (ToSend &one : waiting) {
        if (one.starts)
            one.starts = moved(*one.starts);
        if (one.starts)
            m_toSend.push_back(std::move(one));
        // A stop names an index that is another's now: that listener is left behind.
    }
    for (const ListenerKey &key : again)
        m_toSend.push_back({key});
}

void ListenerFeed::startAll()
{
    m_refused.clear();
    m_toSend.clear();
    m_feed.forget();
    startAnew();
    if (m_set.trackCount() > 0)
        wantAll();
}

void ListenerFeed::startAnew()
{
    std::vector<ListenerKey> keys = m_listeners.keys();
    std::ranges::stable_sort(keys, {},
        [](const ListenerKey &key) { return std::pair(key.ids.front(), key.getter->object); });
    for (const ListenerKey &key : keys)
        m_toSend.push_back({key});
}

ReadCost ListenerFeed::tell(const Allowance &allowance, const TickBudget &prices)
{
    ReadCost told;
    while (m_enabled && hasToSend()) {
        if (m_toSend.empty())
            moveListeners();
        if (m_toSend.empty())
            break;
        ReadCost with = told;
        with += costOf(m_toSend.front());
        if (!allowance.holds(with, prices))
            break;
        told = with;
        const ToSend next = std::move(m_toSend.front());
        m_toSend.pop_front();
        sendNext(next);
    }
    return told;
}

ReadCost ListenerFeed::costOf(const ToSend &next) const
{
    return next.starts ? costOfStart(*next.starts) : next.cost;
}

quint32 ListenerFeed::objectOf(const ToSend &next)
{
    const std::pair object = next.starts ? std::pair(next.starts->getter->object, next.starts->ids)
                                         : std::pair(ObjectKind::Root, ListenerKey::noIds);
    if (object != std::exchange(m_lastSent, object))
        m_object = m_pipe.newObject();
    return m_object;
}

void ListenerFeed::sendNext(const ToSend &next)
{
    const auto ask = [this, about = objectOf(next), key = next.starts, cost = costOf(next)](
                         OscMessage message, auto answered, auto failed) {
        Query statement{std::move(message)};
        statement.object = about;
        statement.isStatement = true;
        if (key)
            statement.isDone = [this, key] { return m_listeners.hasPushed(*key); };
        statement.reads = cost.reads;
        statement.messages = cost.messages;
        statement.answered = std::move(answered);
        statement.failed = std::move(failed);
        m_pipe.ask(std::move(statement));
    };
    if (!next.starts) {
        ask(next.message, nullptr, nullptr);
        return;
    }
    const ListenerKey key = *next.starts;
    std::vector<OscMessage> messages = m_listeners.start(key);
    for (OscMessage &message : messages) {
        const bool isStart = &message == &messages.back();
        if (!isStart) {
            ask(std::move(message), nullptr, nullptr);
            continue;
        }
        ask(
            std::move(message),
            [this, key, tries = next.tries](
                const OscArguments &) { retryUnlessPushed(key, tries); },
            [this, key, tries = next.tries](const QueryFailure &failure) {
                failed(key, tries, failure.refused, failure.reason);
            });
    }
}

void ListenerFeed::failed(const ListenerKey &key, int tries, bool refused, const QString &reason)
{
    // What has gone is told by the structure; if it is there, the error was another's.
    if (refused && !isOutOfRange(reason))
        m_refused.insert(key);
    else
        retryUnlessPushed(key, tries);
}

std::vector<ParameterId> ListenerFeed::parameters() const
{
    std::vector<ParameterId> out;
    for (const ListenerKey &key : m_listeners.keys()) {
        if (const std::optional<ParameterId> parameter = parameterOf(key))
            out.push_back(*parameter);
    }
    return out;
}

void ListenerFeed::retryUnlessPushed(const ListenerKey &key, int tries)
{
    // Live tells the value at once, before whatever answered now: no push means that one of the two was lost.
    if (m_listeners.contains(key) && !m_listeners.hasPushed(key) && tries < mostTries)
        m_toSend.push_back({key, tries + 1});
}

bool ListenerFeed::take(const OscMessage &message, qint64 now)
{
    if (!ListenerSet::isPush(message)) {
        const bool isBeat = message.address == QLatin1String("/live/song/get/beat");
        if (isBeat)
            m_feed.beat(now);
        return isBeat;
    }
    const std::optional<ListenerSet::Push> push = m_listeners.read(message);
    if (!push || push->values.empty())
        return true;
    if (push->isFirst)
        m_feed.ignore(push->key, now);
    else
        m_feed.pushed(push->key, now);
    if (!push->isFirst && clipOf(push->key))
        m_pushedOfClips.insert(push->key);
    const LiveValue value = toValue(push->values.front());
    const std::optional<SlotId> slot = slotOf(push->key);
    const bool wasKnown = push->isFirst && slot && m_set.clip(*slot);
    if (slot && !wasKnown && numberOr(value, 0.0) != 0.0)
        m_pushedClips.insert(*slot);
    applyPush(m_set, push->key, value, push->isFirst);
    return true;
}

void ListenerFeed::compare(const Changes &changes, qint64 now)
{
    for (const ListenerKey &key : keysOf(changes)) {
        if (m_listeners.hasPushed(key))
            m_feed.changed(key, now);
    }
    for (const auto &[slot, fields] : changes.slotFields) {
        if (fields.has(SlotField::Clip))
            forgetClip(slot);
    }
    for (const auto &[slot, fields] : changes.clips)
        compareClip(slot, fields);
    m_pushedOfClips.clear();
}

void ListenerFeed::forgetClip(SlotId slot)
{
    for (const ListenerKey &key : clipListeners(slot)) {
        m_listeners.forget(key);
        m_refused.erase(key);
    }
    if (m_set.clip(slot) && (m_move == Move::Done || m_move == Move::Margin))
        m_move = Move::Clips;
}

void ListenerFeed::compareClip(SlotId slot, FieldSet<ClipField> fields)
{
    const std::vector<ListenerKey> keys = clipListeners(slot);
    const auto isMissed = [&](const ListenerKey &key) {
        const std::optional<ClipField> field = clipFieldOf(key);
        return field && fields.has(*field) && m_listeners.hasPushed(key)
            && !m_pushedOfClips.contains(key);
    };
    if (std::ranges::none_of(keys, isMissed))
        return;
    for (const ListenerKey &key : keys) {
        if (m_listeners.contains(key))
            m_toSend.push_back({key});
    }
}

void ListenerFeed::advance(qint64 now)
{
    const int missedBefore = m_feed.missed();
    const bool expectsBeats = m_enabled && m_set.isComplete() && m_set.song().isPlaying;
    m_feed.setPlaying(expectsBeats, m_set.song().tempo, now);
    m_feed.advance(now);
    if (m_feed.missed() == missedBefore)
        return;
    // Live may have been restarted without our hearing of it: then something was lost, too. If it was not, that was for
    // nothing: so ever more seldom.
    constexpr int suspicious = 2;
    const bool isDue = m_anewAt == 0 || now - m_anewAt >= m_anewEveryMs;
    const bool mayBeRestarted = m_pipe.lastLossAt() > m_anewAt;
    if (m_feed.missed() < suspicious || !isDue || !mayBeRestarted || !m_toSend.empty())
        return;
    m_anewEveryMs = std::clamp(2 * m_anewEveryMs, anewFirstMs, anewLastMs);
    m_anewAt = now;
    startAnew();
    m_toSend.push_back({{}, 0, {QStringLiteral("/live/song/start_listen/beat"), {}}});
}

} // namespace clipdeck
