// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between two moments of the mirror: ids and field bits, and structure apart.
#pragma once

#include "core/live/wish.h"

#include <QMetaType>

#include <initializer_list>
#include <map>
#include <set>

namespace clipdeck {

/// A set of a Field enumeration's members.
template <class Field> class FieldSet {
public:
    constexpr FieldSet() = default;
    constexpr FieldSet(std::initializer_list<Field> fields)
    {
        for (Field field : fields)
            add(field);
    }
    constexpr void add(Field field) { m_bits |= bit(field); }
    constexpr void add(FieldSet other) { m_bits |= other.m_bits; }
    constexpr bool has(Field field) const { return m_bits & bit(field); }
    constexpr bool isEmpty() const { return m_bits == 0; }
    constexpr FieldSet without(FieldSet other) const
    {
        FieldSet out;
        out.m_bits = m_bits & ~other.m_bits;
        return out;
    }
    constexpr bool operator==(const FieldSet &) const = default;

private:
    static constexpr quint64 bit(Field field) { return quint64(1) << static_cast<int>(field); }
    quint64 m_bits = 0;
};

/// One batch of differences. Ids are valid in the mirror as it stands when the batch is announced.
struct Changes {
    bool structure = false; ///< Tracks or scenes came, went or moved: everything may differ
    /// They really did: `structure` is set, too, when the mirror becomes complete or stale.
    bool moved = false;
    FieldSet<SongField> song;
    FieldSet<SelectionField> selection;
    std::map<TrackIndex, FieldSet<TrackField>> tracks;
    std::map<SceneIndex, FieldSet<SceneField>> scenes;
    std::map<SlotId, FieldSet<SlotField>> slotFields;
    std::map<SlotId, FieldSet<ClipField>> clips;
    std::set<ParameterId> parameters; ///< Their value or value string
    std::set<Target> unknowns; ///< Became unknown, or known
    std::set<Target> wishes; ///< Made, refused, confirmed or forgotten

    bool isEmpty() const
    {
        return !structure && song.isEmpty() && selection.isEmpty() && tracks.empty()
            && scenes.empty() && slotFields.empty() && clips.empty() && parameters.empty()
            && unknowns.empty() && wishes.empty();
    }
    bool operator==(const Changes &) const = default;
};

/// Whether somebody worked on the set: true for names, values, clips, order; false for what a song does while it plays.
bool hasEdits(const Changes &changes);

} // namespace clipdeck

Q_DECLARE_METATYPE(clipdeck::Changes)
