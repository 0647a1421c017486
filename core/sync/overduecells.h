// SPDX-License-Identifier: GPL-3.0-or-later
// Which cells on screen nothing tells about any more. Pure; `now` in ms of the engine's clock.
#pragma once

#include "core/live/cellrange.h"
#include "core/live/liveset.h"

#include <functional>
#include <map>
#include <set>

namespace clipdeck {

/// What would have told of a change of a cell.
struct CellNews {
    bool isListened = false; ///< Live pushes when the clip comes or goes, and the push reaches us
    qint64 readAt = -1; ///< When its track's clips were last read; −1: never
    qint64 shownSince = 0; ///< When it came on screen: until then nobody had to tell
};

/// A cell that is read this late, and not listened to, is overdue.
constexpr qint64 overdueAfterMs = 10000;

bool isOverdue(const CellNews &news, qint64 now);

/// Marks the overdue cells on screen in the mirror. What is not on screen is read more seldom, and is never marked.
class OverdueCells {
public:
    /// Where the news about a cell comes from.
    struct Sources {
        std::function<bool(SlotId)> isListened;
        std::function<qint64(TrackIndex)> readAt;
    };

    explicit OverdueCells(LiveSet &set, Sources sources);

    void setVisible(const CellRange &range, qint64 now);
    /// Tracks or scenes are about to move: marks go, and what is on screen counts as shown from now on.
    void startAnew(qint64 now);
    /// Looks at the cells on screen, a few times a second however often it is called.
    void update(qint64 now);

private:
    LiveSet &m_set;
    Sources m_sources;
    CellRange m_visible;
    std::map<TrackIndex, qint64> m_tracksSince; ///< When each came on screen
    std::map<SceneIndex, qint64> m_scenesSince;
    std::set<SlotId> m_overdue;
    qint64 m_lookedAt = 0;
};

} // namespace clipdeck
