// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readers/notepages.h"

#include <algorithm>
#include <tuple>

namespace clipdeck {

namespace {

constexpr double shortestSpan = 0.25; // then by pitch: chords of hundreds of notes at one time

} // namespace

NotePages::NotePages(double likelyStart, double likelyEnd)
    : m_likelyStart(likelyStart)
    , m_likelyEnd(std::max(likelyStart, likelyEnd))
    , m_toRead{NoteSpan{}}
{
}

std::optional<NoteSpan> NotePages::next() const
{
    return m_toRead.empty() ? std::nullopt : std::optional(m_toRead.back());
}

void NotePages::take(const std::vector<Note> &notes)
{
    m_notes.insert(m_notes.end(), notes.begin(), notes.end());
    m_toRead.pop_back();
}

bool NotePages::refuse()
{
    const NoteSpan span = m_toRead.back();
    std::vector<NoteSpan> parts;
    if (span.length > shortestSpan)
        parts = byTime(span);
    else if (span.pitches > 1)
        parts = byPitch(span);
    else
        return false;
    m_toRead.pop_back();
    m_toRead.insert(m_toRead.end(), parts.rbegin(), parts.rend());
    return true;
}

std::vector<NoteSpan> NotePages::byTime(const NoteSpan &span) const
{
    const double end = span.start + span.length;
    std::vector<double> cuts{span.start};
    const auto cutAt = [&](double time) {
        if (time > cuts.back() && time < end)
            cuts.push_back(time);
    };
    cutAt(m_likelyStart);
    cutAt((std::max(m_likelyStart, span.start) + std::min(m_likelyEnd, end)) / 2.0);
    cutAt(m_likelyEnd);
    if (cuts.size() == 1)
        cutAt(span.start + span.length / 2.0);
    cuts.push_back(end);
    std::vector<NoteSpan> out;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i)
        out.push_back({cuts[i], cuts[i + 1] - cuts[i], span.pitch, span.pitches});
    return out;
}

std::vector<NoteSpan> NotePages::byPitch(const NoteSpan &span)
{
    const int lower = span.pitches / 2;
    return {{span.start, span.length, span.pitch, lower},
        {span.start, span.length, span.pitch + lower, span.pitches - lower}};
}

std::vector<Note> NotePages::notes() const
{
    std::vector<Note> out = m_notes;
    std::ranges::stable_sort(out, [](const Note &one, const Note &other) {
        return std::tie(one.start, one.pitch) < std::tie(other.start, other.pitch);
    });
    return out;
}

} // namespace clipdeck
