// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be read of Live's set, how often, and what is due next. Pure; `now` is an argument.
#pragma once

#include "core/abletonosc/tickbudget.h"
#include "core/live/ids.h"

#include <QtGlobal>

#include <compare>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <variant>
#include <vector>

namespace clipdeck {

/// Tracks that one question covers: about 200 properties, 20 ms of Live's time.
constexpr int tracksPerBlock = 16;

/// Tracks that are read together: from the first to the one before the end.
struct TrackBlock {
    TrackIndex first;
    TrackIndex end;

    auto operator<=>(const TrackBlock &) const = default;
};

/// Some of the attributes of a track's slots (core/sync/plan/slotparts.h), or one of its routing choosers.
struct TrackChunk {
    TrackIndex track;
    int chunk = 0;

    auto operator<=>(const TrackChunk &) const = default;
};

/// Shorthands where numbers come from outside, as in tests.
constexpr TrackBlock trackBlock(int first, int end)
{
    return {TrackIndex(first), TrackIndex(end)};
}
constexpr TrackChunk trackChunk(int track, int chunk)
{
    return {TrackIndex(track), chunk};
}

/// One thing that is read as a whole. The scope that belongs to a kind stands behind it.
struct ReadJob {
    enum class Kind : quint8 {
        Structure, ///< How many tracks and scenes, in which order
        SongTime, ///< Position and transport
        Song, ///< All properties of the song
        TrackStates, ///< TrackBlock: what plays and is queued
        Tracks, ///< TrackBlock: names, colours, kinds, switches
        Position, ///< TrackIndex: where its playing clip is
        Take, ///< TrackIndex: whether its playing clip records, and how long it has become
        CellColors, ///< TrackIndex: the colours of its clips on screen, once
        SceneNames,
        Locators,
        Selection, ///< What is selected in Live
        AudioClips, ///< TrackChunk: what only audio clips have
        GroupSlots, ///< TrackChunk: what a group's slots stand for
        Routing, ///< TrackChunk: what is chosen and what could be
        Slots, ///< TrackChunk: slots and clips
        Cell, ///< SlotId: one clip, once: whether it is there at all…
        CellRest, ///< SlotId: …and then the rest of it
        SendCount, ///< How many sends the tracks have
        Mixer, ///< TrackIndex: volume, pan, arm: what track_data can't read safely
        Fold, ///< TrackIndex: whether the group is folded
        Sends, ///< TrackIndex
        Scene, ///< SceneIndex
        SceneTimes, ///< SceneIndex: the tempo and the signature of one that has its own
        Devices, ///< TrackIndex: the list of its devices
        Parameters, ///< DeviceId: all that is known of them
        ParameterValues, ///< DeviceId: where they stand
    };
    /// std::monostate: the set, or what is selected in it.
    using Scope = std::variant<std::monostate, TrackBlock, TrackIndex, TrackChunk, SceneIndex,
        SlotId, DeviceId>;

    Kind kind = Kind::Structure;
    Scope scope = {};

    auto operator<=>(const ReadJob &) const = default;

    /// The scope, which must be of this type.
    template <class T> const T &of() const { return std::get<T>(scope); }
    /// The track that it is about, or within which it is; invalid where that is none or several.
    TrackIndex track() const;
    /// −1 where the scope is no TrackChunk.
    int chunk() const;
};

/// Who waits for a job, once it was read.
enum class ReadTurn : quint8 {
    Usual, ///< Nobody sees it, or Live pushes it
    OnScreen,
    Prompt, ///< On screen, cheap, and Live never pushes it
};

/// How a job is planned.
struct ReadTerms {
    int rank
        = 0; ///< For the first reading: lower comes first; below 0: always first when it is due
    qint64 everyMs = 1000; ///< Afterwards, how often it should be read again; 0: once is enough
    int reads = 1; ///< What it costs Live (ReadCost)
    int messages = 1;
    ReadTurn turn = ReadTurn::Usual;
};

/// Jobs of this rank and higher do not go before others, even if they would fit: devices and their parameters.
constexpr int lateRank = 1100;

/// What may be asked now.
struct Allowance {
    double ms = 0.0; ///< Of Live's main thread
    ReadCost most; ///< And never more than that, whatever it is believed to cost

    bool holds(const ReadCost &cost, const TickBudget &prices) const;
    void spend(const ReadCost &cost, const TickBudget &prices);
};

/// A list of jobs with their due times. The order in which they are taken:
///
/// | state of a job | its turn |
/// |---|---|
/// | due, with a rank below 0 | first |
/// | never read | then, by rank |
/// | expedited | then, by rank |
/// | prompt, and read longer ago than its interval | then, by rank |
/// | on screen, and read longer ago than its interval | then, the most overdue first, in multiples of its interval |
/// | read longer ago than its interval | among those on screen, which count as six times as late |
/// | read lately, or under way | not yet |
///
/// as far as the allowance goes. Nothing overtakes a job that does not fit, with one exception: during the first reading a smaller
/// job may, unless it depends on another (mustWait()). The first job may exceed the allowance if it was never read or is
/// expedited; else it would never run.
class ReadPlan {
public:
    using Moved = std::function<std::optional<ReadJob>(const ReadJob &)>;

    void clear();
    /// Adds a job, due at once; a job that is there already keeps its state and gets new terms.
    void set(const ReadJob &job, const ReadTerms &terms);
    void remove(const ReadJob &job);
    ReadCost costOf(const ReadJob &job) const;
    bool contains(const ReadJob &job) const { return m_entries.contains(job); }

    /// The next jobs. They are under way until finished() or lost().
    std::vector<ReadJob> take(qint64 now, const Allowance &allowance, const TickBudget &prices);
    /// This one alone, due or not; false if it is under way.
    bool takeOne(const ReadJob &job)
    {
        return m_entries.contains(job) && m_underWay.insert(job).second;
    }
    /// It was read, or Live refused it: then too it is due again after its interval, and does not hold up the rest.
    void finished(const ReadJob &job, qint64 now);
    /// As if it had never been read, whatever comes of it where it is under way.
    void forget(const ReadJob &job);
    /// It was read at that time, as part of other jobs.
    void countAsRead(const ReadJob &job, qint64 at);
    /// It was lost: due again at once.
    void lost(const ReadJob &job);
    /// Due now, before anything else that was read before; once more if it is under way.
    void expedite(const ReadJob &job);
    /// A part of what it reads was read by other means just now.
    void touch(const ReadJob &job, qint64 now);
    /// Expedites all jobs for which `concerns` is true and that were read, or touched, at `since` or later.
    void expediteIf(const std::function<bool(const ReadJob &)> &concerns, qint64 since = 0);
    /// Everything is due again, as after a restart of Live.
    void restart();
    /// Objects moved: `moved` gives the job that reads the same thing now, or nothing if it is gone. What is under way
    /// stays under way at its place: its answer speaks of what is there by then.
    void move(const Moved &moved);

    /// True when every job has been read at least once.
    bool isComplete() const { return !m_entries.empty() && m_unread == 0; }
    /// Whether a job of a lower rank than this was never read.
    bool hasUnread(int rank) const;
    /// When a job ended last; −1: never.
    qint64 readAt(const ReadJob &job) const;
    bool isUnread(const ReadJob &job) const;
    /// The jobs of these kinds that were never read and are not under way.
    std::vector<ReadJob> unread(std::initializer_list<ReadJob::Kind> kinds) const;
    std::vector<ReadJob> all(ReadJob::Kind kind) const;
    /// The chunks of a track that are planned, in order.
    std::vector<ReadJob> chunks(ReadJob::Kind kind, TrackIndex track) const;
    /// Those that something on screen waits for.
    std::vector<ReadJob> onScreen() const;
    bool isExpedited(const ReadJob &job) const;
    bool hasExpedited() const { return m_expedited > 0; }
    int count() const { return static_cast<int>(m_entries.size()); }

private:
    struct Entry {
        ReadTerms terms;
        qint64 readAt = -1; ///< −1: never
        qint64 touchedAt = -1;
        bool expedited = false;
    };
    /// What a clip has waits for the names, which tell where clips are, and a mixer for what its track can have.
    bool mustWait(const ReadJob &job) const;
    static double urgency(const Entry &entry, qint64 now);
    void count(const Entry &entry, int by);
    void change(Entry &entry, qint64 readAt, bool expedited);

    std::map<ReadJob, Entry> m_entries;
    int m_unread = 0; ///< Of the entries; asked for often, also at rest
    int m_expedited = 0;
    std::set<ReadJob> m_underWay;
    std::set<ReadJob> m_forgotten; ///< While under way
    std::set<ReadJob> m_again; ///< Hurried while under way: the answer may be older than the reason
};

} // namespace clipdeck
