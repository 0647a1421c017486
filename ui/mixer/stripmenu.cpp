// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mixer/stripmenu.h"

#include "core/commands/commands.h"
#include "ui/widgets/colorgrid.h"
#include "ui/widgets/secondsmenu.h"

#include <QCoreApplication>
#include <QMenu>
#include <QWidgetAction>

#include <algorithm>
#include <functional>
#include <iterator>

namespace clipdeck {

namespace {

class StripMenu {
    Q_DECLARE_TR_FUNCTIONS(StripMenu)
public:
    StripMenu(QMenu &menu, const MixerContext &context, const std::vector<TrackIndex> &tracks)
        : m_menu(menu)
        , m_context(context)
        , m_commands(&context.commands)
        , m_tracks(tracks)
        , m_index(tracks.front())
        , m_track(*context.set.track(m_index))
    {
        menu.setAccessibleName(tr("%1: track menu").arg(m_track.name));
    }

    void look(std::function<void()> rename)
    {
        m_menu.addAction(tr("Rename"), &m_menu, std::move(rename));
        QMenu *colors = m_menu.addMenu(tr("Colour"));
        auto *grid = new ColorGrid(m_context.theme, m_track.color);
        auto *action = new QWidgetAction(colors);
        action->setDefaultWidget(grid);
        colors->addAction(action);
        QObject::connect(grid, &ColorGrid::chosen, &m_menu,
            [menu = &m_menu, commands = m_commands, tracks = m_tracks](int color) {
                for (TrackIndex track : tracks)
                    commands->requestTrack(track, TrackField::Color, color);
                menu->close();
            });
        QObject::connect(
            colors, &QMenu::aboutToShow, grid, [grid] { grid->setFocus(Qt::PopupFocusReason); });
    }

    void signalFlow()
    {
        if (m_track.isFoldable) {
            m_menu.addAction(tr("A group has no input"))->setEnabled(false);
        } else {
            addMonitoring();
            addRouting(tr("Input from"), TrackField::InputRoutingType,
                m_track.routingChoices.inputTypes, m_track.inputRoutingType);
            addRouting(tr("Input channel"), TrackField::InputRoutingChannel,
                m_track.routingChoices.inputChannels, m_track.inputRoutingChannel);
        }
        addRouting(tr("Output to"), TrackField::OutputRoutingType,
            m_track.routingChoices.outputTypes, m_track.outputRoutingType);
        addRouting(tr("Output channel"), TrackField::OutputRoutingChannel,
            m_track.routingChoices.outputChannels, m_track.outputRoutingChannel);
    }

    void fades()
    {
        // Those that fade already go back, the others begin: never both by one choice.
        const bool isBack = m_commands->fades().of(m_index);
        const auto fade = [commands = m_commands, tracks = m_tracks, isBack](double seconds) {
            for (TrackIndex track : tracks) {
                if (isBack == (commands->fades().of(track) != nullptr))
                    commands->requestFadeOut(track, seconds);
            }
        };
        if (isBack)
            m_menu.addAction(tr("Fade back"), &m_menu, [fade] { fade(1.0); });
        else
            addSecondsMenu(m_menu, tr("Fade out and stop"), fade);
    }

    void structure()
    {
        Commands *commands = m_commands;
        const TrackIndex index = m_index;
        // From the last on: each that comes or goes moves those behind it.
        std::vector<TrackIndex> fromLast = m_tracks;
        std::ranges::sort(fromLast, std::greater());
        const bool several = fromLast.size() > 1;
        m_menu.addAction(several ? tr("Duplicate tracks") : tr("Duplicate track"), commands,
            [commands, fromLast] {
                for (TrackIndex track : fromLast)
                    commands->requestTrackDuplicate(track);
            });
        const TrackIndex next(index.value + 1);
        m_menu.addAction(tr("Insert MIDI track"), commands,
            [commands, next] { commands->requestTrackInsert(TrackKind::Midi, next); });
        m_menu.addAction(tr("Insert audio track"), commands,
            [commands, next] { commands->requestTrackInsert(TrackKind::Audio, next); });
        m_menu.addSeparator();
        // Live's undo brings it back, so nothing is asked.
        QAction *gone = m_menu.addAction(
            several ? tr("Delete tracks") : tr("Delete track"), commands, [commands, fromLast] {
                for (TrackIndex track : fromLast)
                    commands->requestTrackDelete(track);
            });
        if (fromLast.size() >= static_cast<std::size_t>(m_context.set.trackCount())) {
            gone->setEnabled(false);
            gone->setStatusTip(tr("Live keeps its last track."));
        }
    }

private:
    void addMonitoring()
    {
        QMenu *choices = m_menu.addMenu(tr("Monitor"));
        const QString names[]{tr("In"), tr("Auto"), tr("Off")};
        for (int state = 0; state < 3; ++state)
            addChoice(*choices, names[state], m_track.monitoringState == state, monitored(),
                TrackField::CurrentMonitoringState, state);
        choices->setEnabled(m_track.monitoringState.has_value());
    }

    std::vector<TrackIndex> monitored() const
    {
        std::vector<TrackIndex> out;
        std::ranges::copy_if(m_tracks, std::back_inserter(out), [this](TrackIndex track) {
            return m_context.set.track(track) && !m_context.set.track(track)->isFoldable;
        });
        return out;
    }

    void addRouting(const QString &title, TrackField field, const std::vector<QString> &names,
        const QString &current)
    {
        QMenu *choices = m_menu.addMenu(
            current.isEmpty() ? title : QStringLiteral("%1: %2").arg(title, current));
        for (const QString &name : names)
            addChoice(*choices, name, name == current, {m_index}, field, name);
        choices->setEnabled(!names.empty()); // not read yet
    }

    void addChoice(QMenu &choices, const QString &name, bool isCurrent,
        std::vector<TrackIndex> tracks, TrackField field, LiveValue value)
    {
        QAction *action = choices.addAction(name, m_commands,
            [commands = m_commands, tracks = std::move(tracks), field, value = std::move(value)] {
                for (TrackIndex track : tracks)
                    commands->requestTrack(track, field, value);
            });
        action->setCheckable(true);
        action->setChecked(isCurrent);
    }

    QMenu &m_menu;
    const MixerContext &m_context;
    Commands *m_commands;
    std::vector<TrackIndex> m_tracks;
    TrackIndex m_index; ///< The first of them
    const Track &m_track;
};

} // namespace

void fillStripMenu(QMenu &menu, const MixerContext &context, const std::vector<TrackIndex> &tracks,
    std::function<void()> rename)
{
    if (tracks.empty() || !context.set.track(tracks.front()))
        return;
    StripMenu strip(menu, context, tracks);
    strip.look(std::move(rename));
    menu.addSeparator();
    strip.signalFlow();
    menu.addSeparator();
    strip.fades();
    menu.addSeparator();
    strip.structure();
}

} // namespace clipdeck
