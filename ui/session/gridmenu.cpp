// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/gridmenu.h"

#include "core/commands/commands.h"
#include "core/live/liveset.h"
#include "core/live/quantization.h"
#include "ui/mixer/stripmenu.h"
#include "ui/session/sessioncontroller.h"
#include "ui/session/sessionview.h"
#include "ui/widgets/colorgrid.h"
#include "ui/widgets/secondsmenu.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QWidgetAction>

#include <array>

namespace clipdeck {

namespace {

/// The words' context for translators.
class GridMenu {
    Q_DECLARE_TR_FUNCTIONS(GridMenu)
};

QAction *add(QMenu &menu, SessionController &desk, GridAction action, const QString &text = {})
{
    QAction *made = menu.addAction(text.isEmpty() ? gridActionText(action) : text);
    made->setShortcut(gridActionKeys(action)); // shown; the grid itself takes the key
    made->setShortcutVisibleInContextMenu(true);
    QObject::connect(made, &QAction::triggered, &desk, [&desk, action] { desk.perform(action); });
    return made;
}

void greyUnless(QAction *action, bool possible, const QString &reason)
{
    action->setEnabled(possible);
    if (!possible)
        action->setStatusTip(reason);
}

void addColors(QMenu &menu, SessionController &desk, int current)
{
    QMenu *colors = menu.addMenu(GridMenu::tr("Colour"));
    auto *grid = new ColorGrid(desk.parts().theme, current);
    auto *action = new QWidgetAction(colors);
    action->setDefaultWidget(grid);
    colors->addAction(action);
    QObject::connect(grid, &ColorGrid::chosen, &desk, [&desk, &menu](int color) {
        desk.setColor(color);
        menu.close();
    });
}

/// Song's quantization names behind the clip's own first word.
QMenu *addChoices(QMenu &menu, const QString &title, const QStringList &names, int current,
    const std::function<void(int)> &chosen)
{
    QMenu *choices = menu.addMenu(title);
    auto *group = new QActionGroup(choices);
    for (int i = 0; i < names.size(); ++i) {
        QAction *action = choices->addAction(names[i]);
        action->setCheckable(true);
        action->setChecked(i == current);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, action, [chosen, i] { chosen(i); });
    }
    return choices;
}

void addLaunchSettings(QMenu &menu, SessionController &desk, const Clip &clip)
{
    const QStringList modes{GridMenu::tr("Trigger"), GridMenu::tr("Gate"), GridMenu::tr("Toggle"),
        GridMenu::tr("Repeat")};
    addChoices(menu, GridMenu::tr("Launch mode"), modes, clip.launchMode,
        [&desk](int mode) { desk.setClips(ClipField::LaunchMode, mode); });
    QStringList lines{GridMenu::tr("Global")};
    for (int i = 0; i < quantizationCount; ++i)
        lines.append(quantizationName(i));
    addChoices(menu, GridMenu::tr("Launch quantization"), lines, clip.launchQuantization,
        [&desk](int value) { desk.setClips(ClipField::LaunchQuantization, value); });
    QAction *legato = menu.addAction(GridMenu::tr("Legato"));
    legato->setCheckable(true);
    legato->setChecked(clip.legato);
    legato->setStatusTip(GridMenu::tr("Begins where the clip before it was, in its own time"));
    QObject::connect(legato, &QAction::triggered, &desk,
        [&desk](bool on) { desk.setClips(ClipField::Legato, on); });
    constexpr int steps = 4;
    addChoices(menu, GridMenu::tr("Velocity amount"),
        {QStringLiteral("0 %"), QStringLiteral("25 %"), QStringLiteral("50 %"),
            QStringLiteral("75 %"), QStringLiteral("100 %")},
        qRound(clip.velocityAmount * steps),
        [&desk](int step) { desk.setClips(ClipField::VelocityAmount, step * 1.0 / steps); });
}

void addPhrases(QMenu &menu, SessionController &desk)
{
    QMenu *phrases = menu.addMenu(GridMenu::tr("Loop what was just played"));
    for (int bars : {1, 2, 4, 8, 16}) {
        QAction *action = phrases->addAction(
            bars == 1 ? GridMenu::tr("The last bar") : GridMenu::tr("The last %1 bars").arg(bars));
        if (bars == 4) {
            action->setShortcut(gridActionKeys(GridAction::LoopPhrase)); // shown, as above
            action->setShortcutVisibleInContextMenu(true);
        }
        QObject::connect(
            action, &QAction::triggered, &desk, [&desk, bars] { desk.loopPhrase(bars); });
    }
}

struct RecordLength {
    const char *name;
    double bars; ///< 0 where it is in beats
    double beats;
};

void addRecordLengths(QMenu &menu, SessionController &desk, const Track &track, bool isEmpty)
{
    static constexpr std::array lengths{RecordLength{QT_TRANSLATE_NOOP("GridMenu", "1 beat"), 0, 1},
        RecordLength{QT_TRANSLATE_NOOP("GridMenu", "2 beats"), 0, 2},
        RecordLength{QT_TRANSLATE_NOOP("GridMenu", "1 bar"), 1, 0},
        RecordLength{QT_TRANSLATE_NOOP("GridMenu", "2 bars"), 2, 0},
        RecordLength{QT_TRANSLATE_NOOP("GridMenu", "4 bars"), 4, 0},
        RecordLength{QT_TRANSLATE_NOOP("GridMenu", "8 bars"), 8, 0},
        RecordLength{QT_TRANSLATE_NOOP("GridMenu", "16 bars"), 16, 0},
        RecordLength{QT_TRANSLATE_NOOP("GridMenu", "32 bars"), 32, 0}};
    QMenu *record = menu.addMenu(GridMenu::tr("Record, fixed length"));
    const bool armed = track.arm.value_or(false);
    greyUnless(record->menuAction(), isEmpty && armed,
        armed ? GridMenu::tr("A fixed length can only be recorded into an empty slot.")
              : GridMenu::tr("%1 is not armed.").arg(track.name));
    const double bar = desk.parts().set.song().signature().bar().value;
    for (const RecordLength &length : lengths) {
        const double beats = length.bars > 0 ? length.bars * bar : length.beats;
        QAction *action = record->addAction(GridMenu::tr(length.name));
        QObject::connect(
            action, &QAction::triggered, &desk, [&desk, beats] { desk.record(beats); });
    }
    record->addSeparator();
    QAction *inPhrase = record->addAction(GridMenu::tr("The take goes on where the phrase is"));
    inPhrase->setCheckable(true);
    inPhrase->setChecked(desk.takesInPhrase());
    inPhrase->setStatusTip(GridMenu::tr(
        "A take that began late in a phrase of its length starts with the phrase when it is "
        "launched again"));
    QObject::connect(
        inPhrase, &QAction::toggled, &desk, [&desk](bool on) { desk.setTakesInPhrase(on); });
}

void addFades(
    QMenu &menu, SessionController &desk, TrackIndex track, bool canFadeIn, bool canFadeOut)
{
    if (desk.parts().commands.fades().of(track)) {
        add(menu, desk, GridAction::Fade, GridMenu::tr("Fade back"));
        return;
    }
    if (canFadeIn)
        addSecondsMenu(
            menu, GridMenu::tr("Fade in"), [&desk](double seconds) { desk.fadeIn(seconds); });
    if (canFadeOut)
        addSecondsMenu(menu, GridMenu::tr("Fade out and stop"),
            [&desk](double seconds) { desk.fadeOut(seconds); });
}

void addUndoLaunch(QMenu &menu, SessionController &desk)
{
    greyUnless(add(menu, desk, GridAction::UndoLaunch), desk.canUndoLaunch(),
        GridMenu::tr("Nothing has been launched or stopped here yet."));
}

void addSlot(QMenu &menu, SessionController &desk, SlotId id)
{
    const LiveSet &set = desk.parts().set;
    const Track &track = *set.track(id.track);
    const Slot &slot = *set.slot(id);
    const Clip *clip = set.clip(id);
    add(menu, desk, GridAction::Launch,
        clip || track.isFoldable        ? QString()
            : track.arm.value_or(false) ? GridMenu::tr("Record a new clip")
                                        : GridMenu::tr("Stop the track"));
    add(menu, desk, GridAction::LaunchNow)->setVisible(clip);
    add(menu, desk, GridAction::Stop);
    addFades(menu, desk, id.track, clip, clip && track.playingSlot == id.scene.value);
    addUndoLaunch(menu, desk);
    if (clip && track.playingSlot == id.scene.value)
        addPhrases(menu, desk);
    add(menu, desk, GridAction::DiscardTake)->setVisible(clip && clip->isRecording);
    menu.addSeparator();
    if (clip) {
        add(menu, desk, GridAction::Rename);
        addColors(menu, desk, clip->color);
        addLaunchSettings(menu, desk, *clip);
        menu.addSeparator();
        add(menu, desk, GridAction::Duplicate);
        add(menu, desk, GridAction::Delete);
        add(menu, desk, GridAction::Activate,
            clip->muted ? GridMenu::tr("Activate") : GridMenu::tr("Deactivate"));
        menu.addSeparator();
    } else if (!track.isFoldable) {
        addRecordLengths(menu, desk, track, true);
    }
    add(menu, desk, GridAction::StopButton,
        slot.hasStopButton ? GridMenu::tr("Remove stop button") : GridMenu::tr("Add stop button"));
    menu.addSeparator();
    add(menu, desk, GridAction::InsertScene);
    add(menu, desk, GridAction::CaptureScene);
}

void addScene(QMenu &menu, SessionController &desk, SceneIndex index)
{
    const LiveSet &set = desk.parts().set;
    const Scene &scene = *set.scene(index);
    add(menu, desk, GridAction::Launch);
    add(menu, desk, GridAction::LaunchAndNext);
    addUndoLaunch(menu, desk);
    menu.addSeparator();
    add(menu, desk, GridAction::Rename);
    addColors(menu, desk, scene.color.value_or(-1));
    add(menu, desk, GridAction::SceneTempo);
    add(menu, desk, GridAction::SceneSignature);
    menu.addSeparator();
    add(menu, desk, GridAction::InsertScene);
    add(menu, desk, GridAction::CaptureScene);
    add(menu, desk, GridAction::Duplicate);
    greyUnless(add(menu, desk, GridAction::Delete), set.sceneCount() > 1,
        GridMenu::tr("A set has at least one scene."));
}

void addTrack(QMenu &menu, SessionController &desk, TrackIndex index)
{
    const SessionController::Parts &parts = desk.parts();
    const Track &track = *parts.set.track(index);
    add(menu, desk, GridAction::Stop);
    addUndoLaunch(menu, desk);
    add(menu, desk, GridAction::Activate,
        track.mute ? GridMenu::tr("Activate") : GridMenu::tr("Deactivate"));
    menu.addSeparator();
    const SessionView &view = desk.view();
    fillStripMenu(menu,
        {parts.set, parts.commands, [&view] { return view.context().now; }, parts.theme},
        desk.view().selectedTracks(), [&desk] { desk.perform(GridAction::Rename); });
}

} // namespace

QMenu *makeGridMenu(SessionController &desk, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setAccessibleName(GridMenu::tr("Grid menu"));
    menu->setToolTipsVisible(true);
    const GridSubject subject = desk.view().selection();
    switch (subject.kind) {
    case GridSubject::Kind::Slot:
        addSlot(*menu, desk, subject.slot());
        break;
    case GridSubject::Kind::Scene:
        addScene(*menu, desk, subject.scene);
        break;
    case GridSubject::Kind::Track:
        addTrack(*menu, desk, subject.track);
        break;
    case GridSubject::Kind::None:
        break;
    }
    return menu;
}

} // namespace clipdeck
