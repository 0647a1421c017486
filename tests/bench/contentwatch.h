// SPDX-License-Identifier: GPL-3.0-or-later
// When the mirror has what the server has: looked at value by value against the server's own dump.
#pragma once

#include "core/live/liveset.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <vector>

namespace clipdeck {

class ControlClient;

/// A part of the set that is waited for.
enum class Content {
    Visible, ///< Cells in sight: their clips with name and colour, and none where there is none
    Grid, ///< The same of all cells, and what they are doing
    Scan, ///< What pylive's scan reads: names of tracks, of devices; clips' names and lengths
    Values, ///< Every value of song, tracks, scenes, slots and clips; devices without parameters
};

/// A part of the grid, from its first track and scene on.
struct Area {
    int tracks = 0;
    int scenes = 0;
};

/// Looks at the mirror after every batch of changes, and every few ms, and notes when a part first agrees with the server as it was when the
/// watch was made; so nothing may play or be edited meanwhile. A value that was right once is not looked at again, which
/// keeps the watch cheap: it runs in the thread that it watches.
class ContentWatch : public QObject {
    Q_OBJECT
public:
    /// Asks the server. `visible` is what Content::Visible means; with `onlyVisible` nothing else is asked or waited for, for
    /// sets whose dump would be hundreds of megabytes.
    ContentWatch(const LiveSet &set, ControlClient &server, Area visible, bool onlyVisible = false);

    /// When this part was complete, in ns of steadyNow(); −1: not yet.
    qint64 reachedAt(Content content) const { return m_parts.at(content).reachedAt; }
    bool hasAll() const;
    /// The first thing of a part that is not there yet, and how many are not, for a report.
    QString missing(Content content) const;

Q_SIGNALS:
    void reached(clipdeck::Content content);

private:
    struct Check {
        QString what;
        std::function<bool(const LiveSet &)> holds;
    };
    struct Part {
        std::vector<Check> checks;
        std::size_t next = 0;
        qint64 reachedAt = -1;
    };

    void look();
    void expectTrack(TrackIndex index, const QJsonObject &dump, Area visible);
    void expectSlot(SlotId id, const QJsonObject &dump, bool isVisible);
    void expectSong(const QJsonObject &dump);
    void expect(Content content, const QString &what, std::function<bool(const LiveSet &)> holds);

    const LiveSet &m_set;
    std::map<Content, Part> m_parts;
    QTimer m_timer;
};

} // namespace clipdeck
