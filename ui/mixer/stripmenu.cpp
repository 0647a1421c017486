// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mixer/stripmenu.h"

#include "core/commands/commands.h"
#include "ui/widgets/colorgrid.h"

#include <QCoreApplication>
#include <QMenu>
#include <QWidgetAction>

namespace clipdeck {

namespace {

class StripMenu {
    Q_DECLARE_TR_FUNCTIONS(StripMenu)
public:
    StripMenu(QMenu &menu, const MixerContext &context, TrackIndex index)
        : m_menu(menu)
        , m_context(context)
        , m_commands(&context.commands)
        , m_index(index)
        , m_track(*context.set.track(index))
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
            [menu = &m_menu, commands = m_commands, index = m_index](int color) {
                commands->requestTrack(index, TrackField::Color, color);
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

    void structure()
    {
        Commands *commands = m_commands;
        const TrackIndex index = m_index;
        m_menu.addAction(tr("Duplicate track"), commands,
            [commands, index] { commands->requestTrackDuplicate(index); });
        const TrackIndex next(index.value + 1);
        m_menu.addAction(tr("Insert MIDI track"), commands,
            [commands, next] { commands->requestTrackInsert(TrackKind::Midi, next); });
        m_menu.addAction(tr("Insert audio track"), commands,
            [commands, next] { commands->requestTrackInsert(TrackKind::Audio, next); });
        m_menu.addSeparator();
        // Live's undo brings it back, so nothing is asked.
        m_menu.addAction(tr("Delete track"), commands,
            [commands, index] { commands->requestTrackDelete(index); });
    }

private:
    void addMonitoring()
    {
        QMenu *choices = m_menu.addMenu(tr("Monitor"));
        const QString names[]{tr("In"), tr("Auto"), tr("Off")};
        for (int state = 0; state < 3; ++state)
            addChoice(*choices, names[state], m_track.monitoringState == state,
                TrackField::CurrentMonitoringState, state);
        choices->setEnabled(m_track.monitoringState.has_value());
    }

    void addRouting(const QString &title, TrackField field, const std::vector<QString> &names,
        const QString &current)
    {
        QMenu *choices = m_menu.addMenu(
            current.isEmpty() ? title : QStringLiteral("%1: %2").arg(title, current));
        for (const QString &name : names)
            addChoice(*choices, name, name == current, field, name);
        choices->setEnabled(!names.empty()); // not read yet
    }

    void addChoice(
        QMenu &choices, const QString &name, bool isCurrent, TrackField field, LiveValue value)
    {
        QAction *action = choices.addAction(name, m_commands,
            [commands = m_commands, index = m_index, field, value = std::move(value)] {
                commands->requestTrack(index, field, value);
            });
        action->setCheckable(true);
        action->setChecked(isCurrent);
    }

    QMenu &m_menu;
    const MixerContext &m_context;
    Commands *m_commands;
    TrackIndex m_index;
    const Track &m_track;
};

} // namespace

void fillStripMenu(
    QMenu &menu, const MixerContext &context, TrackIndex index, std::function<void()> rename)
{
    if (!context.set.track(index))
        return;
    StripMenu strip(menu, context, index);
    strip.look(std::move(rename));
    menu.addSeparator();
    strip.signalFlow();
    menu.addSeparator();
    strip.structure();
}

} // namespace clipdeck
