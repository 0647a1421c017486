// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/script/quirks.h"

namespace clipdeck::sim {

std::span<const QuirkText> quirkTexts()
{
    static constexpr QuirkText texts[]{
        {Quirk::FailureEndsTick, "a message that fails ends the tick's reading, and its bundle",
            "what stands behind a message that fails is read at once"},
        {Quirk::FirstTrackOnly, "/live/track/get/… * answers for the first track only",
            "/live/track/get/… * answers for every track"},
        {Quirk::HighestNoteHidden, "get/notes and remove/notes without a range leave out pitch 127",
            "get/notes and remove/notes without a range take all pitches"},
        {Quirk::NotesByIdFail, "remove_notes_by_id fails", "remove_notes_by_id removes the notes"},
        {Quirk::ListenersLeak,
            "listening again where another object stands now leaves the old listener behind, or "
            "fails",
            "listening again moves the listener to the object that stands there now"},
        {Quirk::ReloadKills,
            "/live/api/reload with a volume, panning or parameter listener leaves no address",
            "/live/api/reload takes all listeners off"},
        {Quirk::DevicePushesWithoutIds, "pushes of /live/device/start_listen/name carry no ids",
            "pushes of /live/device/start_listen/name carry track and device"},
        {Quirk::ScenesUpToMinusOne, "/live/song/get/scenes/name 0 -1 is empty",
            "/live/song/get/scenes/name 0 -1 is all of them"},
        {Quirk::OpenEndedWildcards, "an address with * matches as a prefix",
            "an address with * matches as a whole"},
        {Quirk::SelectedSceneFires,
            "fire_as_selected fires the selected scene, whichever it is asked of",
            "fire_as_selected fires the scene it is asked of"},
    };
    static_assert(std::size(texts) == quirkCount);
    return texts;
}

} // namespace clipdeck::sim
