// SPDX-License-Identifier: GPL-3.0-or-later
// What a control of the song shows: the user's wish while one is on its way, else what Live has.
#pragma once

#include "core/live/liveset.h"

namespace clipdeck {

class Commands;

/// The value to show for a property of the song.
LiveValue shownSong(const LiveSet &set, SongField field);
bool isShownOn(const LiveSet &set, SongField field);

/// Whether a batch of changes touches what a control of `field` shows.
bool concerns(const Changes &changes, SongField field);

/// Whether Live owes an answer about the property for so long that the control says so (docs/look.md, States of a
/// cell, pending).
bool isPending(const LiveSet &set, SongField field, qint64 now);

/// Wishes a switch of the song the other way round from what is shown.
void requestToggle(const LiveSet &set, Commands &commands, SongField field);

} // namespace clipdeck
