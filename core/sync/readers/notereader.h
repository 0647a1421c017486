// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the notes of MIDI clips, on request.
#pragma once

#include "core/abletonosc/querypipe.h"
#include "core/live/liveset.h"
#include "core/sync/readers/notepages.h"

#include <deque>
#include <functional>
#include <memory>

namespace clipdeck {

/// Asks for a clip's notes in as many pages as the datagrams need, and puts the whole into the mirror. Several clips are
/// asked about at once, within what Live can answer in a tick. Single-threaded.
class NoteReader {
public:
    NoteReader(LiveSet &set, QueryPipe &pipe)
        : m_set(set)
        , m_pipe(pipe)
    {
    }

    /// `done` is called once: true when the mirror has the notes, false where there is no MIDI clip, Live refused, or the
    /// clip changed its place meanwhile.
    void read(SlotId slot, std::function<void(bool)> done);
    /// Tracks or scenes moved: what is under way speaks of other places, and ends without success.
    void abandon() { ++m_generation; }

private:
    struct Reading {
        SlotId slot;
        NotePages pages;
        std::function<void(bool)> done;
        int generation = 0;
        int refusals = 0; ///< In a row: an oversized answer ends by halving, a lost clip does not
    };

    void startWaiting();
    void askNext(const std::shared_ptr<Reading> &reading);
    void finish(const std::shared_ptr<Reading> &reading, bool isWhole);
    int readsOf() const;

    LiveSet &m_set;
    QueryPipe &m_pipe;
    std::deque<std::shared_ptr<Reading>> m_waiting;
    int m_underWay = 0;
    int m_generation = 0;
    double m_notesPerClip = 16.0; ///< Learned
};

} // namespace clipdeck
