// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mixer/stripmenu.h"

#include "core/commands/commands.h"
#include "ui/widgets/colorchooser.h"

#include <QCoreApplication>
#include <QMenu>

namespace clipdeck {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("StripMenu", text);
}

} // namespace

void fillStripMenu(
    QMenu &menu, const MixerContext &context, TrackIndex index, std::function<void()> rename)
{
    const Track *track = context.set.track(index);
    if (!track)
        return;
    Commands *commands = &context.commands;
    menu.setAccessibleName(tr(QT_TRANSLATE_NOOP("StripMenu", "%1: track menu")).arg(track->name));
    menu.addAction(tr(QT_TRANSLATE_NOOP("StripMenu", "Rename")), &menu, std::move(rename));
    addColorMenu(menu, tr(QT_TRANSLATE_NOOP("StripMenu", "Colour")), track->color, context.theme,
        [commands, index](int color) { commands->requestTrack(index, TrackField::Color, color); });
    menu.addSeparator();
    menu.addAction(tr(QT_TRANSLATE_NOOP("StripMenu", "Duplicate track")), commands,
        [commands, index] { commands->requestTrackDuplicate(index); });
    const TrackIndex next(index.value + 1);
    menu.addAction(tr(QT_TRANSLATE_NOOP("StripMenu", "Insert MIDI track")), commands,
        [commands, next] { commands->requestTrackInsert(TrackKind::Midi, next); });
    menu.addAction(tr(QT_TRANSLATE_NOOP("StripMenu", "Insert audio track")), commands,
        [commands, next] { commands->requestTrackInsert(TrackKind::Audio, next); });
    menu.addSeparator();
    // Live's undo brings it back, so nothing is asked.
    menu.addAction(tr(QT_TRANSLATE_NOOP("StripMenu", "Delete track")), commands,
        [commands, index] { commands->requestTrackDelete(index); });
}

} // namespace clipdeck
