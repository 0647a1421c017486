// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/plan/readplan.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace clipdeck {

using Kind = ReadJob::Kind;

TrackIndex ReadJob::track() const
{
    return std::visit(
        []<class T>(const T &of) {
            if constexpr (std::is_same_v<T, TrackIndex>)
                return of;
            else if constexpr (requires { of.track; })
                return of.track;
            else
                return TrackIndex();
        },
        scope);
}

int ReadJob::chunk() const
{
    const auto *chunk = std::get_if<TrackChunk>(&scope);
    return chunk ? chunk->chunk : -1;
}

bool Allowance::holds(const ReadCost &cost, const TickBudget &prices) const
{
    return prices.msFor(cost) <= ms && cost.reads <= most.reads && cost.messages <= most.messages;
}

void Allowance::spend(const ReadCost &cost, const TickBudget &prices)
{
    ms -= prices.msFor(cost);
    most.reads -= cost.reads;
    most.messages -= cost.messages;
}

void ReadPlan::clear()
{
    m_entries.clear();
    m_unread = 0;
    m_expedited = 0;
}

void ReadPlan::count(const Entry &entry, int by)
{
    m_unread += entry.readAt < 0 ? by : 0;
    m_expedited += entry.expedited ? by : 0;
}

void ReadPlan::change(Entry &entry, qint64 readAt, bool expedited)
{
    count(entry, -1);
    entry.readAt = readAt;
    entry.expedited = expedited;
    count(entry, 1);
}

void ReadPlan::set(const ReadJob &job, const ReadTerms &terms)
{
    const auto [it, isNew] = m_entries.try_emplace(job);
    it->second.terms = terms;
    if (isNew)
        count(it->second, 1);
}

void ReadPlan::remove(const ReadJob &job)
{
    const auto it = m_entries.find(job);
    if (it == m_entries.end())
        return;
    count(it->second, -1);
    m_entries.erase(it);
    if (m_underWay.contains(
            job)) // its answer says nothing about what is planned under its name later
        m_forgotten.insert(job);
}

double ReadPlan::urgency(const Entry &entry, qint64 now)
{
    constexpr double unread = 2e9; // above any overdue time
    constexpr double expedited = 1e9;
    constexpr double prompt = 5e8;
    if (entry.readAt < 0)
        return unread - entry.terms.rank;
    const qint64 age = now - entry.readAt;
    if (entry.terms.rank < 0 && (entry.expedited || age >= entry.terms.everyMs))
        return unread - entry.terms.rank;
    if (entry.expedited)
        return expedited - entry.terms.rank;
    if (entry.terms.everyMs <= 0)
        return 0.0;
    // Weighed, not strictly first: what is out of sight gets its share even where what is in sight takes all there is.
    constexpr double onScreenWeight = 6.0;
    const double late = static_cast<double>(age) / static_cast<double>(entry.terms.everyMs);
    if (late < 1.0 || entry.terms.turn == ReadTurn::Usual)
        return late;
    return entry.terms.turn == ReadTurn::Prompt ? prompt - entry.terms.rank : late * onScreenWeight;
}

ReadCost ReadPlan::costOf(const ReadJob &job) const
{
    const auto it = m_entries.find(job);
    return it == m_entries.end() ? ReadCost()
                                 : ReadCost{it->second.terms.reads, it->second.terms.messages};
}

bool ReadPlan::mustWait(const ReadJob &job) const
{
    if (job.kind == Kind::Mixer) {
        const int first = job.track().value / tracksPerBlock * tracksPerBlock;
        const auto block = m_entries.lower_bound({Kind::Tracks, trackBlock(first, 0)});
        return block != m_entries.end() && block->first.kind == Kind::Tracks
            && block->second.readAt < 0;
    }
    if (job.kind == Kind::CellColors)
        return isUnread({Kind::Slots, TrackChunk{job.track(), 0}});
    if (job.kind != Kind::AudioClips && (job.kind != Kind::Slots || job.chunk() == 0))
        return false;
    const ReadJob names{Kind::Slots, TrackChunk{job.track(), 0}};
    return isUnread(names) && !m_underWay.contains(names);
}

std::vector<ReadJob> ReadPlan::take(
    qint64 now, const Allowance &allowance, const TickBudget &prices)
{
    struct Due {
        double urgency;
        const ReadJob *job;
        const Entry *entry;
    };
    std::vector<Due> due;
    for (const auto &[job, entry] : m_entries) {
        const double urgent = urgency(entry, now);
        if (urgent >= 1.0 && !m_underWay.contains(job))
            due.push_back({urgent, &job, &entry});
    }
    std::stable_sort(due.begin(), due.end(),
        [](const Due &one, const Due &other) { return one.urgency > other.urgency; });

    std::vector<ReadJob> out;
    ReadCost taken;
    bool isFull = false;
    for (const Due &next : due) {
        if (mustWait(*next.job))
            continue;
        ReadCost with = taken;
        with += {next.entry->terms.reads, next.entry->terms.messages};
        const bool fits = allowance.holds(with, prices);
        const bool must = out.empty()
            && (next.entry->readAt < 0 || next.entry->expedited || next.entry->terms.rank < 0);
        const bool isUnread = next.entry->readAt < 0;
        if (isFull && (!isUnread || next.entry->terms.rank >= lateRank))
            break;
        if (!fits && !(must && allowance.ms > 0.0)) {
            isFull = true;
            if (isUnread)
                continue; // all of them are read once, so what fits may go first
            break; // keeps the order: a big job is not overtaken for ever by small ones
        }
        taken = with;
        m_underWay.insert(*next.job);
        out.push_back(*next.job);
    }
    return out;
}

void ReadPlan::finished(const ReadJob &job, qint64 now)
{
    if (m_forgotten.contains(job)) {
        lost(job);
        return;
    }
    m_underWay.erase(job);
    const auto it = m_entries.find(job);
    if (it == m_entries.end())
        return;
    change(it->second, now, m_again.erase(job) > 0);
}

void ReadPlan::forget(const ReadJob &job)
{
    const auto it = m_entries.find(job);
    if (it == m_entries.end())
        return;
    change(it->second, -1, it->second.expedited);
    if (m_underWay.contains(job))
        m_forgotten.insert(job);
}

void ReadPlan::countAsRead(const ReadJob &job, qint64 at)
{
    const auto it = m_entries.find(job);
    if (it == m_entries.end())
        return;
    change(it->second, at, it->second.expedited);
    if (m_underWay.contains(job)) // as another job that had its name
        m_again.insert(job);
}

void ReadPlan::lost(const ReadJob &job)
{
    m_again.erase(job);
    m_forgotten.erase(job);
    m_underWay.erase(job);
}

void ReadPlan::expedite(const ReadJob &job)
{
    const auto it = m_entries.find(job);
    if (it == m_entries.end())
        return;
    change(it->second, it->second.readAt, true);
    if (m_underWay.contains(job))
        m_again.insert(job);
}

void ReadPlan::touch(const ReadJob &job, qint64 now)
{
    if (const auto it = m_entries.find(job); it != m_entries.end())
        it->second.touchedAt = now;
}

void ReadPlan::expediteIf(const std::function<bool(const ReadJob &)> &concerns, qint64 since)
{
    for (auto &[job, entry] : m_entries) {
        const bool isUnderWay = m_underWay.contains(job);
        const bool isOlder = entry.readAt < since && entry.touchedAt < since;
        if ((isOlder && !isUnderWay) || !concerns(job))
            continue;
        change(entry, entry.readAt, true);
        if (isUnderWay)
            m_again.insert(job);
    }
}

void ReadPlan::restart()
{
    for (auto &[job, entry] : m_entries) {
        change(entry, -1, false);
        entry.touchedAt = -1;
    }
}

void ReadPlan::move(const Moved &moved)
{
    const std::map<ReadJob, Entry> before = std::exchange(m_entries, {});
    clear();
    for (const auto &[job, entry] : before) {
        const std::optional<ReadJob> now = moved(job);
        if (now && m_entries.emplace(*now, entry).second)
            count(entry, 1);
    }
}

bool ReadPlan::hasUnread(int rank) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [rank](const auto &entry) {
        return entry.second.readAt < 0 && entry.second.terms.rank < rank;
    });
}

qint64 ReadPlan::readAt(const ReadJob &job) const
{
    const auto it = m_entries.find(job);
    return it == m_entries.end() ? -1 : it->second.readAt;
}

bool ReadPlan::isUnread(const ReadJob &job) const
{
    const auto it = m_entries.find(job);
    return it != m_entries.end() && it->second.readAt < 0;
}

std::vector<ReadJob> ReadPlan::unread(std::initializer_list<ReadJob::Kind> kinds) const
{
    std::vector<ReadJob> out;
    for (ReadJob::Kind kind : kinds) {
        for (auto it = m_entries.lower_bound({kind});
             it != m_entries.end() && it->first.kind == kind; ++it) {
            if (it->second.readAt < 0 && !m_underWay.contains(it->first))
                out.push_back(it->first);
        }
    }
    return out;
}

std::vector<ReadJob> ReadPlan::all(Kind kind) const
{
    std::vector<ReadJob> out;
    for (auto it = m_entries.lower_bound({kind}); it != m_entries.end() && it->first.kind == kind;
         ++it)
        out.push_back(it->first);
    return out;
}

std::vector<ReadJob> ReadPlan::chunks(Kind kind, TrackIndex track) const
{
    std::vector<ReadJob> out;
    for (TrackChunk next{track, 0}; contains({kind, next}); ++next.chunk)
        out.push_back({kind, next});
    return out;
}

std::vector<ReadJob> ReadPlan::onScreen() const
{
    std::vector<ReadJob> out;
    for (const auto &[job, entry] : m_entries) {
        if (entry.terms.turn != ReadTurn::Usual)
            out.push_back(job);
    }
    return out;
}

bool ReadPlan::isExpedited(const ReadJob &job) const
{
    const auto it = m_entries.find(job);
    return it != m_entries.end() && it->second.expedited;
}

} // namespace clipdeck
