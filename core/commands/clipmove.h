// SPDX-License-Identifier: GPL-3.0-or-later
// Moving a clip to another slot: a copy, and the original goes once Live has shown the copy. Pure.
#pragma once

#include "core/live/liveset.h"

#include <QCoreApplication>

#include <optional>

namespace clipdeck {

/// Why a clip cannot be put into another slot, for the user, before anything is sent; empty if it can. Live takes MIDI
/// clips on MIDI tracks and audio clips on audio tracks only, and no group holds clips.
QString whyNotThere(const LiveSet &set, SlotId from, SlotId to);

/// The steps of one move, and of taking it back. Live has no move: the copy and the removal are two steps of its own, and
/// it is not known whether its undo takes them as one. So an undo goes on until the mirror shows how it was.
class ClipMove {
    Q_DECLARE_TR_FUNCTIONS(ClipMove)
public:
    enum class Step {
        Wait,
        Delete, ///< The copy is there: the original may go
        Undo, ///< Ask Live to undo one more step
        Done,
        Failed, ///< The copy did not come
    };

    ClipMove(const LiveSet &set, SlotId from, SlotId to, qint64 now);

    SlotId from() const { return m_from; }
    SlotId to() const { return m_to; }
    /// It is being taken back.
    bool isUndo() const { return m_phase == Phase::Undoing || m_phase == Phase::UndoingAgain; }
    void startUndo(qint64 now);
    /// What to do now that the mirror shows `set`.
    Step advance(const LiveSet &set, qint64 now);

    static constexpr qint64 patienceMs = 3000; ///< For what Live must show

private:
    enum class Phase { Copying, Deleting, Moved, Undoing, UndoingAgain };
    bool isMoved(const LiveSet &set) const;
    bool isCopied(const LiveSet &set) const;

    SlotId m_from;
    SlotId m_to;
    QString m_name; ///< Of the clip that moves
    ClipTime m_length;
    bool m_wasEmpty; ///< The target
    Phase m_phase = Phase::Copying;
    qint64 m_since;
};

} // namespace clipdeck
