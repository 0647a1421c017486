// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected in the grid.
#pragma once

#include "ui/session/gridaction.h"

#include <optional>
#include <set>
#include <vector>

namespace clipdeck {

/// A slot, a track or a scene, or several of one kind, never a mixture. Where one kind is chosen, the track and the scene that were
/// chosen last stay known: a slot names both, a track and a scene stand beside each other. A value; pure.
class GridSelection {
public:
    /// One thing alone: a plain click.
    void select(const GridSubject &subject);
    /// Everything of a kind from `anchor` to `subject`, over the tracks that have a column: Shift. If they are of two kinds, the
    /// selection begins anew.
    void extendTo(const GridSubject &anchor, const GridSubject &subject,
        const std::vector<TrackIndex> &columns);
    /// Adds `subject` to what is selected, or takes it out: Ctrl. `last` is what was selected last; the last one of all stays.
    void toggle(const GridSubject &subject, const GridSubject &last);
    /// Only the track and the scene chosen last remain.
    void clearRanges();
    /// The slot is gone, and its track and scene stand alone.
    void clearSlot() { m_isSlot = false; }

    /// The track chosen last, or that of the slot; invalid if there is none.
    TrackIndex track() const { return m_track; }
    SceneIndex scene() const { return m_scene; }
    std::optional<SlotId> slot() const;

    bool contains(TrackIndex track) const;
    bool contains(SceneIndex scene) const;
    bool contains(SlotId slot) const;
    /// Whether it is one of several.
    bool isAmongSeveral(const GridSubject &subject) const;
    bool hasSeveralSlots() const { return m_slots.size() > 1; }

    /// What of a kind is selected, in order: the range, or else `last` if it is of that kind.
    std::vector<SlotId> slotIds(const GridSubject &last) const;
    std::vector<SceneIndex> scenes(const GridSubject &last) const;
    std::vector<TrackIndex> tracks(const GridSubject &last) const;
    /// Where several tracks are selected: all of them.
    const std::set<TrackIndex> &trackRange() const { return m_tracks; }
    /// All that is marked, to be drawn again when it changes.
    std::vector<GridSubject> marked() const;

    bool operator==(const GridSelection &) const = default;

private:
    TrackIndex m_track;
    SceneIndex m_scene;
    bool m_isSlot = false;
    std::set<SlotId> m_slots;
    std::set<SceneIndex> m_scenes;
    std::set<TrackIndex> m_tracks;
};

} // namespace clipdeck
