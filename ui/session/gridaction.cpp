// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/gridaction.h"

#include <QCoreApplication>

#include <array>

namespace clipdeck {

namespace {

constexpr Qt::KeyboardModifiers keyModifiers
    = Qt::ControlModifier | Qt::ShiftModifier | Qt::AltModifier | Qt::MetaModifier;

const GridActionRow &rowOf(GridAction action)
{
    for (const GridActionRow &row : gridActions()) {
        if (row.action == action)
            return row;
    }
    Q_UNREACHABLE();
}

} // namespace

std::span<const GridActionRow> gridActions()
{
    using A = GridAction;
    static constexpr std::array rows{
        GridActionRow{A::Launch, QT_TRANSLATE_NOOP("GridAction", "Launch"), "Return"},
        GridActionRow{
            A::LaunchNow, QT_TRANSLATE_NOOP("GridAction", "Launch right now"), "Alt+Return"},
        GridActionRow{A::LaunchAndNext,
            QT_TRANSLATE_NOOP("GridAction", "Launch, select the next scene"), "Shift+Return"},
        GridActionRow{A::Stop, QT_TRANSLATE_NOOP("GridAction", "Stop"), "Ctrl+Return"},
        GridActionRow{A::Rename, QT_TRANSLATE_NOOP("GridAction", "Rename"), "Ctrl+R"},
        GridActionRow{A::Duplicate, QT_TRANSLATE_NOOP("GridAction", "Duplicate"), "Ctrl+D"},
        GridActionRow{A::Delete, QT_TRANSLATE_NOOP("GridAction", "Delete"), "Del"},
        GridActionRow{A::Activate, QT_TRANSLATE_NOOP("GridAction", "Deactivate"), "0"},
        GridActionRow{
            A::StopButton, QT_TRANSLATE_NOOP("GridAction", "Remove stop button"), "Ctrl+E"},
        GridActionRow{A::InsertScene, QT_TRANSLATE_NOOP("GridAction", "Insert scene"), "Ctrl+I"},
        GridActionRow{A::CaptureScene, QT_TRANSLATE_NOOP("GridAction", "Capture and insert scene"),
            "Ctrl+Shift+I"},
        GridActionRow{
            A::InsertAudioTrack, QT_TRANSLATE_NOOP("GridAction", "Insert audio track"), "Ctrl+T"},
        GridActionRow{A::InsertMidiTrack, QT_TRANSLATE_NOOP("GridAction", "Insert MIDI track"),
            "Ctrl+Shift+T"},
        GridActionRow{
            A::DiscardTake, QT_TRANSLATE_NOOP("GridAction", "Discard the take"), "Shift+Del"},
        GridActionRow{
            A::LoopPhrase, QT_TRANSLATE_NOOP("GridAction", "Loop the last 4 bars"), "Ctrl+L"},
        GridActionRow{
            A::Fade, QT_TRANSLATE_NOOP("GridAction", "Fade in, out or back"), "Ctrl+Alt+F"},
        GridActionRow{
            A::UndoLaunch, QT_TRANSLATE_NOOP("GridAction", "Undo the launch"), "Ctrl+Alt+Z"},
        GridActionRow{A::SceneTempo, QT_TRANSLATE_NOOP("GridAction", "Scene tempo…"), ""},
        GridActionRow{A::SceneSignature, QT_TRANSLATE_NOOP("GridAction", "Scene signature…"), ""},
        GridActionRow{
            A::QuantizeSixteenth, QT_TRANSLATE_NOOP("GridAction", "Launch at 1/16"), "Ctrl+6"},
        GridActionRow{
            A::QuantizeEighth, QT_TRANSLATE_NOOP("GridAction", "Launch at 1/8"), "Ctrl+7"},
        GridActionRow{
            A::QuantizeQuarter, QT_TRANSLATE_NOOP("GridAction", "Launch at 1/4"), "Ctrl+8"},
        GridActionRow{A::QuantizeBar, QT_TRANSLATE_NOOP("GridAction", "Launch at 1 bar"), "Ctrl+9"},
        // Ctrl+0 resets the zoom first; at 100 % it is Live's key.
        GridActionRow{A::QuantizeOff, QT_TRANSLATE_NOOP("GridAction", "Launch at once"), "Ctrl+0"},
        GridActionRow{A::ZoomIn, QT_TRANSLATE_NOOP("GridAction", "Zoom in"), "Ctrl++"},
        GridActionRow{A::ZoomOut, QT_TRANSLATE_NOOP("GridAction", "Zoom out"), "Ctrl+-"},
        GridActionRow{A::ZoomReset, QT_TRANSLATE_NOOP("GridAction", "Zoom 100 %"), ""},
        GridActionRow{A::Overview, QT_TRANSLATE_NOOP("GridAction", "Overview"), "Ctrl+Shift+O"},
    };
    return rows;
}

QString gridActionText(GridAction action)
{
    return QCoreApplication::translate("GridAction", rowOf(action).text);
}

QKeySequence gridActionKeys(GridAction action)
{
    return QKeySequence(QString::fromLatin1(rowOf(action).keys));
}

std::optional<GridAction> gridActionOf(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) { // one thing on two keys
    case Qt::Key_Enter:
        key = Qt::Key_Return;
        break;
    case Qt::Key_Backspace:
        key = Qt::Key_Delete;
        break;
    case Qt::Key_Equal: // the plus of many layouts without Shift
        key = Qt::Key_Plus;
        break;
    default:
        break;
    }
    Qt::KeyboardModifiers held = modifiers & keyModifiers;
    if (key == Qt::Key_Plus)
        held.setFlag(Qt::ShiftModifier, false);
    const QKeySequence pressed(QKeyCombination(held, static_cast<Qt::Key>(key)));
    for (const GridActionRow &row : gridActions()) {
        if (row.keys[0] && QKeySequence(QString::fromLatin1(row.keys)) == pressed)
            return row.action;
    }
    return std::nullopt;
}

std::optional<int> quantizationOf(GridAction action)
{
    switch (action) { // core/live/quantization.h
    case GridAction::QuantizeSixteenth:
        return 11;
    case GridAction::QuantizeEighth:
        return 9;
    case GridAction::QuantizeQuarter:
        return 7;
    case GridAction::QuantizeBar:
        return 4;
    case GridAction::QuantizeOff:
        return 0;
    default:
        return std::nullopt;
    }
}

} // namespace clipdeck
