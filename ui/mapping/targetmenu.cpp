// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mapping/targetmenu.h"

#include "core/mapping/faderbank.h"
#include "ui/mapping/controllerdialog.h"

#include <QCoreApplication>
#include <QMenu>
#include <QPixmap>

namespace clipdeck {

namespace {

/// The words' context for translators.
class TargetMenuWords {
    Q_DECLARE_TR_FUNCTIONS(TargetMenu)
};

/// An ampersand in a name is no shortcut.
QString plain(QString name)
{
    return name.replace(QLatin1Char('&'), QLatin1String("&&"));
}

QIcon swatch(int color)
{
    QPixmap pixmap(12, 12);
    pixmap.fill(QColor(QRgb(color)));
    return QIcon(pixmap);
}

/// The parameter, if it still is what the menu said.
void mapIfStill(FaderBank &bank, int fader, ParameterId id, const ParameterAnchor &said)
{
    if (anchorOf(bank.liveSet(), id) == said)
        bank.map(fader, said);
}

void fillDevice(QMenu &menu, FaderBank &bank, int fader, DeviceId id)
{
    const Device *device = bank.liveSet().device(id);
    for (int p = 0; device && p < static_cast<int>(device->parameters.size()); ++p) {
        const ParameterId parameter{id, ParameterIndex(p)};
        const ParameterAnchor anchor = *anchorOf(bank.liveSet(), parameter);
        QAction *action = menu.addAction(plain(anchor.parameter));
        QObject::connect(action, &QAction::triggered, &bank,
            [&bank, fader, parameter, anchor] { mapIfStill(bank, fader, parameter, anchor); });
    }
}

void fillTrack(QMenu &menu, FaderBank &bank, int fader, TrackIndex index)
{
    const Track *track = bank.liveSet().track(index);
    if (!track)
        return;
    const VolumeAnchor volume{{track->name, index}};
    QObject::connect(menu.addAction(TargetMenuWords::tr("Volume")), &QAction::triggered, &bank,
        [&bank, fader, volume] { bank.map(fader, volume); });
    if (track->devices.empty())
        return;
    menu.addSeparator();
    for (int d = 0; d < static_cast<int>(track->devices.size()); ++d) {
        QMenu *device = menu.addMenu(plain(track->devices[static_cast<std::size_t>(d)].name));
        fillDevice(*device, bank, fader, {index, DeviceIndex(d)});
    }
}

/// Hundreds of parameters a track: made only for the track that is opened.
void addTrack(QMenu &menu, FaderBank &bank, int fader, TrackIndex index)
{
    const Track &track = *bank.liveSet().track(index);
    QMenu *submenu = menu.addMenu(swatch(track.color), plain(track.name));
    QObject::connect(submenu, &QMenu::aboutToShow, submenu, [submenu, &bank, fader, index] {
        submenu->clear();
        fillTrack(*submenu, bank, fader, index);
    });
}

} // namespace

void fillTargetMenu(QMenu &menu, FaderBank &bank, int fader)
{
    for (int t = 0; t < bank.liveSet().trackCount(); ++t)
        addTrack(menu, bank, fader, TrackIndex(t));
    if (bank.liveSet().trackCount() == 0)
        menu.addAction(TargetMenuWords::tr("No tracks: Live has not answered yet"))
            ->setEnabled(false);
    menu.addSeparator();
    QWidget *window = menu.parentWidget();
    QObject::connect(menu.addAction(TargetMenuWords::tr("MIDI controller…")), &QAction::triggered,
        &bank, [&bank, fader, window] { ControllerDialog::ask(bank, fader, window); });
    QAction *unmap = menu.addAction(TargetMenuWords::tr("Unmap"));
    unmap->setEnabled(isMapped(bank.target(fader)));
    QObject::connect(unmap, &QAction::triggered, &bank, [&bank, fader] { bank.unmap(fader); });
}

} // namespace clipdeck
