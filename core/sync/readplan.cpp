// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readplan.h"

#include <algorithm>

namespace clipdeck {

void ReadPlan::clear()
{
    m_entries.clear();
}

void ReadPlan::set(const ReadJob &job, const ReadTerms &terms)
{
    m_entries[job].terms = terms;
}

void ReadPlan::remove(const ReadJob &job)
{
    m_entries.erase(job);
}

double ReadPlan::urgency(const Entry &entry, qint64 now) const
{
    constexpr double unread = 1e6; // above any overdue time
    constexpr double hurried = 1e5;
    if (entry.readAt < 0)
        return unread - entry.terms.rank;
    if (entry.hurried)
        return hurried;
    return static_cast<double>(now - entry.readAt) / static_cast<double>(entry.terms.everyMs);
}

int ReadPlan::readsOf(const ReadJob &job) const
{
    const auto it = m_entries.find(job);
    return it == m_entries.end() ? 0 : it->second.terms.reads;
}

std::vector<ReadJob> ReadPlan::take(qint64 now, int reads, int messages)
{
    struct Due {
        double urgency;
        std::map<ReadJob, Entry>::iterator entry;
    };
    std::vector<Due> due;
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        const double urgent = it->second.underWay ? 0.0 : urgency(it->second, now);
        if (urgent >= 1.0)
            due.push_back({urgent, it});
    }
    std::stable_sort(due.begin(), due.end(),
        [](const Due &one, const Due &other) { return one.urgency > other.urgency; });

    std::vector<ReadJob> out;
    for (const Due &next : due) {
        Entry &entry = next.entry->second;
        const bool fits = entry.terms.reads <= reads && entry.terms.messages <= messages;
        if (!fits && (!out.empty() || entry.readAt >= 0))
            break; // keeps the order: a big job is not overtaken for ever by small ones
        reads -= entry.terms.reads;
        messages -= entry.terms.messages;
        entry.underWay = true;
        out.push_back(next.entry->first);
    }
    return out;
}

void ReadPlan::finished(const ReadJob &job, qint64 now)
{
    const auto it = m_entries.find(job);
    if (it == m_entries.end())
        return;
    it->second.readAt = now;
    it->second.underWay = false;
    it->second.hurried = false;
}

void ReadPlan::lost(const ReadJob &job)
{
    const auto it = m_entries.find(job);
    if (it != m_entries.end())
        it->second.underWay = false;
}

void ReadPlan::hurry(const ReadJob &job)
{
    const auto it = m_entries.find(job);
    if (it != m_entries.end())
        it->second.hurried = true;
}

void ReadPlan::restart()
{
    for (auto &[job, entry] : m_entries)
        entry = Entry{entry.terms};
}

bool ReadPlan::isComplete() const
{
    return !m_entries.empty()
        && std::all_of(m_entries.begin(), m_entries.end(),
            [](const auto &entry) { return entry.second.readAt >= 0; });
}

} // namespace clipdeck
