// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/transportitem.h"

#include "core/commands/commands.h"
#include "ui/transport/songwish.h"

namespace clipdeck {

std::span<const TransportItem> transportItems()
{
    using K = TransportItem::Kind;
    using F = SongField;
    static constexpr TransportItem rows[]{
        {K::Link, F::IsAbletonLinkEnabled, QT_TRANSLATE_NOOP("TransportItem", "Link"),
            QT_TRANSLATE_NOOP("TransportItem", "Link"),
            QT_TRANSLATE_NOOP(
                "TransportItem", "Link: share tempo and beat with other programs in the network"),
            ""},
        {K::BackToArrangement, std::nullopt,
            QT_TRANSLATE_NOOP("TransportItem", "Back to Arrangement"),
            QT_TRANSLATE_NOOP("TransportItem", "Back to Arrangement"),
            QT_TRANSLATE_NOOP("TransportItem",
                "Back to Arrangement: Session clips play in its place; this hands back to it"),
            "F10"},
        {K::ArrangementRecord, F::RecordMode,
            QT_TRANSLATE_NOOP("TransportItem", "Arrangement record"),
            QT_TRANSLATE_NOOP("TransportItem", "Arr. rec"),
            QT_TRANSLATE_NOOP("TransportItem",
                "Arrangement record: what is played and moved goes into the Arrangement"),
            "F9"},
        {K::Loop, F::Loop, QT_TRANSLATE_NOOP("TransportItem", "Arrangement loop"),
            QT_TRANSLATE_NOOP("TransportItem", "Loop"),
            QT_TRANSLATE_NOOP("TransportItem", "Arrangement loop: repeat what its brace covers"),
            ""},
        {K::Overdub, F::ArrangementOverdub, QT_TRANSLATE_NOOP("TransportItem", "Overdub"),
            QT_TRANSLATE_NOOP("TransportItem", "Overdub"),
            QT_TRANSLATE_NOOP(
                "TransportItem", "Overdub: recorded notes are added to those that are there"),
            ""},
        {K::CaptureMidi, std::nullopt, QT_TRANSLATE_NOOP("TransportItem", "Capture MIDI"),
            QT_TRANSLATE_NOOP("TransportItem", "Capture"),
            QT_TRANSLATE_NOOP(
                "TransportItem", "Capture MIDI: make a clip of what was just played unrecorded"),
            "Ctrl+Shift+C"},
        {K::PunchIn, F::PunchIn, QT_TRANSLATE_NOOP("TransportItem", "Punch in"),
            QT_TRANSLATE_NOOP("TransportItem", "In"),
            QT_TRANSLATE_NOOP(
                "TransportItem", "Punch in: recording begins where the Arrangement's loop begins"),
            ""},
        {K::PunchOut, F::PunchOut, QT_TRANSLATE_NOOP("TransportItem", "Punch out"),
            QT_TRANSLATE_NOOP("TransportItem", "Out"),
            QT_TRANSLATE_NOOP(
                "TransportItem", "Punch out: recording ends where the Arrangement's loop ends"),
            ""},
        {K::ReEnableAutomation, std::nullopt,
            QT_TRANSLATE_NOOP("TransportItem", "Re-enable automation"),
            QT_TRANSLATE_NOOP("TransportItem", "Automation"),
            QT_TRANSLATE_NOOP(
                "TransportItem", "Re-enable automation that a hand on a control has overridden"),
            ""},
    };
    return rows;
}

void trigger(const TransportItem &item, const LiveSet &set, Commands &commands)
{
    switch (item.kind) {
    case TransportItem::Kind::BackToArrangement:
        commands.requestSong(SongField::BackToArranger, false);
        break;
    case TransportItem::Kind::CaptureMidi:
        commands.requestCaptureMidi();
        break;
    case TransportItem::Kind::ReEnableAutomation:
        commands.requestReEnableAutomation();
        break;
    default:
        requestToggle(set, commands, *item.field);
        break;
    }
}

bool isOn(const TransportItem &item, const LiveSet &set)
{
    return item.field && isShownOn(set, *item.field);
}

bool isAvailable(const TransportItem &item, const LiveSet &set)
{
    return item.kind != TransportItem::Kind::BackToArrangement
        || isShownOn(set, SongField::BackToArranger);
}

int howManyFit(const std::vector<int> &widths, int gap, int room)
{
    int count = 0;
    for (int width : widths) {
        room -= gap + width;
        if (room < 0)
            break;
        ++count;
    }
    return count;
}

} // namespace clipdeck
