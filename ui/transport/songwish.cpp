// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/songwish.h"

#include "core/commands/commands.h"

namespace clipdeck {

LiveValue shownSong(const LiveSet &set, SongField field)
{
    return set.shown(Target::song(field), valueOf(set.song(), field));
}

bool isShownOn(const LiveSet &set, SongField field)
{
    return numberOr(shownSong(set, field), 0.0) != 0.0;
}

bool concerns(const Changes &changes, SongField field)
{
    return changes.structure || changes.song.has(field)
        || changes.wishes.contains(Target::song(field));
}

bool isPending(const LiveSet &set, SongField field, qint64 now)
{
    const Wish *wish = set.wish(Target::song(field));
    return wish && wish->isPending(now);
}

void requestToggle(const LiveSet &set, Commands &commands, SongField field)
{
    commands.requestSong(field, !isShownOn(set, field));
}

} // namespace clipdeck
