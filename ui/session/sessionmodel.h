// SPDX-License-Identifier: GPL-3.0-or-later
// The Session grid as an item model: rows are scenes, columns the tracks that are in sight (no children of folded groups).
#pragma once

#include "core/live/liveset.h"
#include "ui/session/layout/gridplace.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace clipdeck {

/// Reads the mirror and says what changed: dataChanged for slots, headerDataChanged for tracks and scenes, a reset when
/// tracks or scenes came, went, moved, folded or unfolded. `now` is the engine's clock in ms. GUI thread.
class SessionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        SlotRole = Qt::UserRole, ///< SlotId
        StateRole, ///< int of SlotState
        OverlayRole, ///< int of SlotOverlay
        ColorRole, ///< int 0xRRGGBB; of a clip, a track or a scene
    };

    SessionModel(const LiveSet &set, std::function<qint64()> now, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole is the clip's name. AccessibleTextRole is `TRACK, scene N: CLIP, STATE` (docs/formats.md, Accessible
    /// names).
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    TrackIndex trackAt(int column) const; ///< Invalid outside
    int columnOf(TrackIndex track) const; ///< -1 for tracks that are not in sight
    SlotId slotAt(int column, int row) const { return {trackAt(column), SceneIndex(row)}; }
    const std::vector<TrackIndex> &columns() const { return m_columns; }

    QString cellName(SlotId id) const;
    QString trackName(TrackIndex track) const; ///< `Track NAME`
    QString sceneName(SceneIndex scene) const; ///< `Scene N: NAME`
    /// What is at a place of the grid, by the name that assistive technology knows; empty where nothing is.
    QString placeName(Place place) const;

private:
    void onChanged(const Changes &changes);
    void reset();
    void announceTracks(const Changes &changes);
    void announceSlots(const Changes &changes);
    void announceColumn(TrackIndex track);
    void announceSlot(SlotId id);

    const LiveSet &m_set;
    std::function<qint64()> m_now;
    std::vector<TrackIndex> m_columns;
    int m_rows = 0;
};

} // namespace clipdeck
