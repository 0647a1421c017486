// SPDX-License-Identifier: GPL-3.0-or-later
// Which spans of a clip are asked for its notes, one after the other. Pure.
#pragma once

#include "core/live/clip.h"

#include <optional>
#include <vector>

namespace clipdeck {

/// A rectangle of time and pitch, as `/live/clip/get/notes` takes it: the notes that start in [start, start + length) with
/// pitches in [pitch, pitch + pitches).
struct NoteSpan {
    double start = -8192.0;
    double length = 16384.0; ///< AbletonOSC's own default: further out nobody puts notes
    int pitch = 0;
    int pitches = 128; ///< One more than AbletonOSC's default, which leaves pitch 127 out

    bool operator==(const NoteSpan &) const = default;
};

/// An answer with many notes is larger than a datagram may be, and is not sent (437 notes on macOS). How many a clip has
/// can't be asked, so the whole is tried first, and a span that was refused is halved.
class NotePages {
public:
    /// `likelyStart` and `likelyEnd`: where the clip's content is, so that the first halves are of that.
    NotePages(double likelyStart, double likelyEnd);

    /// The span to ask for next; nothing when all is read.
    std::optional<NoteSpan> next() const;
    /// What came for next().
    void take(const std::vector<Note> &notes);
    /// Live refused next(). False if it can't be halved any more: the answer was not too large, but the question wrong.
    bool refuse();

    /// All notes so far, by start, then pitch.
    std::vector<Note> notes() const;

private:
    /// Halves of the content, and what lies before and behind it.
    std::vector<NoteSpan> byTime(const NoteSpan &span) const;
    static std::vector<NoteSpan> byPitch(const NoteSpan &span);

    double m_likelyStart;
    double m_likelyEnd;
    std::vector<NoteSpan> m_toRead; ///< The last is next
    std::vector<Note> m_notes;
};

} // namespace clipdeck
