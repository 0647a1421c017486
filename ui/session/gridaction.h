// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with what is selected in the grid: one table of actions, with their words and keys.
#pragma once

#include "core/live/ids.h"

#include <QKeySequence>
#include <QString>

#include <optional>
#include <span>

namespace clipdeck {

enum class GridAction {
    Launch,
    LaunchNow,
    LaunchAndNext, ///< A scene, and the next one is selected
    Stop,
    Rename,
    Duplicate,
    Delete,
    Activate, ///< On and off
    StopButton, ///< Add, remove
    InsertScene,
    CaptureScene,
    InsertAudioTrack, ///< Behind the selected one
    InsertMidiTrack,
    DiscardTake, ///< Whatever is being recorded, wherever it is
    LoopPhrase, ///< The last four bars of a take or of what plays
    Fade, ///< In where a clip rests, out where one plays, back where it fades
    UndoLaunch, ///< Back to what played before
    SceneTempo,
    SceneSignature,
    QuantizeSixteenth,
    QuantizeEighth,
    QuantizeQuarter,
    QuantizeBar,
    QuantizeOff,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Overview,
};

struct GridActionRow {
    GridAction action;
    const char *text; ///< In menus
    const char
        *keys; ///< As Live's where Live has one (Live manual, keyboard shortcuts); empty: none
};

std::span<const GridActionRow> gridActions();
QString gridActionText(GridAction action);
QKeySequence gridActionKeys(GridAction action);
/// The action behind a key that was pressed in the grid.
std::optional<GridAction> gridActionOf(int key, Qt::KeyboardModifiers modifiers);
/// Values of song.clip_trigger_quantization behind the quantizing actions.
std::optional<int> quantizationOf(GridAction action);

/// What a wish is about: a slot, a track or a scene.
struct GridSubject {
    enum class Kind { None, Slot, Track, Scene };
    Kind kind = Kind::None;
    TrackIndex track;
    SceneIndex scene;

    SlotId slot() const { return {track, scene}; }
    bool operator==(const GridSubject &) const = default;
};

} // namespace clipdeck

Q_DECLARE_METATYPE(clipdeck::GridSubject)
