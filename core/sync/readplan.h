// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be read of Live's set, how often, and what is due next. Pure; `now` is an argument.
#pragma once

#include <QtGlobal>

#include <compare>
#include <map>
#include <vector>

namespace clipdeck {

/// One thing that is read as a whole.
struct ReadJob {
    enum class Kind : quint8 {
        Structure, ///< How many tracks and scenes, in which order
        SongTime, ///< Position and transport
        Song, ///< All properties of the song
        TrackStates, ///< What plays and is queued; a: first track, b: behind the last
        Tracks, ///< Names, colours, kinds, switches; a: first track, b: behind the last
        Position, ///< a: track; where its playing clip is
        SceneNames,
        Selection, ///< What is selected in Live
        AudioClips, ///< a: audio track, b: part; what only audio clips have
        GroupSlots, ///< a: group track, b: part; what its slots stand for
        Routings, ///< a: track
        Slots, ///< a: track, b: part (core/sync/readers.h); its slots and clips
        SendCount, ///< How many sends the tracks have
        Mixer, ///< a: track; volume, pan, arm: what track_data can't read safely
        Fold, ///< a: group track; whether it is folded
        Sends, ///< a: track
        Scene, ///< a: scene
        Devices, ///< a: track; the list of its devices
        Parameters, ///< a: track, b: device
    };
    Kind kind = Kind::Structure;
    int a = 0;
    int b = 0;

    auto operator<=>(const ReadJob &) const = default;
};

/// How a job is planned.
struct ReadTerms {
    int rank = 0; ///< For the first reading: lower comes first
    qint64 everyMs = 1000; ///< Afterwards, how often it should be read again
    int reads = 1; ///< What it costs Live: properties
    int messages = 1;
};

/// A list of jobs with their due times. First everything is read once, by rank; then whatever is most overdue, relative
/// to its interval, within the budget that the caller gives.
class ReadPlan {
public:
    void clear();
    /// Adds a job, due at once; a job that is there already keeps its state and gets new terms.
    void set(const ReadJob &job, const ReadTerms &terms);
    void remove(const ReadJob &job);
    int readsOf(const ReadJob &job) const;
    bool contains(const ReadJob &job) const { return m_entries.contains(job); }

    /// The next jobs that fit into `reads` and `messages`, most urgent first; one that does not fit is waited for. Only
    /// what was never read yet is taken beyond the budget, if it comes first. They are under way until finished().
    std::vector<ReadJob> take(qint64 now, int reads, int messages);
    /// It was read, or Live refused it: then too it is due again after its interval, and does not hold up the rest.
    void finished(const ReadJob &job, qint64 now);
    /// It was lost: due again at once.
    void lost(const ReadJob &job);
    /// Due now, before anything else that was read before.
    void hurry(const ReadJob &job);
    /// Everything is due again, as after a restart of Live.
    void restart();

    /// True when every job has been read at least once.
    bool isComplete() const;
    int count() const { return static_cast<int>(m_entries.size()); }

private:
    struct Entry {
        ReadTerms terms;
        qint64 readAt = -1; ///< −1: never
        bool underWay = false;
        bool hurried = false;
    };

    double urgency(const Entry &entry, qint64 now) const;

    std::map<ReadJob, Entry> m_entries;
};

} // namespace clipdeck
