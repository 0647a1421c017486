// SPDX-License-Identifier: GPL-3.0-or-later
// Which attributes of a track's slots and clips are read, and in which parts. Pure.
#pragma once

#include "core/live/fields.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace clipdeck {

/// What of a track's slots: what all of them have, or what only audio clips or only group slots have. Elsewhere Live
/// raises when it is asked for those.
enum class SlotsOf { Track, AudioTrack, GroupTrack };

/// What bounds a part: an answer has a value for each scene and must fit into a datagram; and `mostReads` touches of
/// Live's API, where these are expensive, so that no single answer keeps Live busy for long.
struct PartSize {
    int scenes = 0;
    int mostReads = expensiveReads;

    /// 15 ms at Live 12's published price; a part is one attribute at least.
    static constexpr int expensiveReads = 250;
    static constexpr int cheapReads = 6000;
    bool operator==(const PartSize &) const = default;
};

/// The attributes of each part ("clip.name", "clip_slot.has_stop_button"), what is looked for first in front: part 0 of
/// SlotsOf::Track begins with the name, which is nil just where there is no clip, and where parts may be large holds just
/// what a cell shows.
///
/// What clips do by turns is not among them: which one plays or is triggered the track tells (core/sync/playstate.h), and
/// only the one that plays can record (core/sync/readers/slotreader.h, readTake). Nor is what kind of clip it is: MIDI tracks hold MIDI clips.
std::vector<std::vector<QByteArray>> slotParts(SlotsOf what, const PartSize &size);

/// Whether an attribute is one of those that a cell shows, whatever its clip does.
bool isSeen(const QByteArray &attribute);

/// Whether listeners tell of an attribute's changes while its clip is on screen (core/sync/push/setlisteners.h). A part has
/// either such attributes only, or none.
bool isPushedOnScreen(const QByteArray &attribute);

/// The clip's field that an attribute is, if it can be read by an address of its own, too.
std::optional<ClipField> clipFieldWithAddress(const QByteArray &attribute);

/// What a part costs Live (ReadCost::reads) where so many of the slots have clips.
int readsOfPart(const std::vector<QByteArray> &attributes, int scenes, int clips);

} // namespace clipdeck
