// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/gridoptions.h"

#include "ui/session/sessioncontroller.h"
#include "ui/session/sessionview.h"
#include "ui/shell/settings.h"

#include <QActionGroup>

namespace clipdeck {

namespace {

constexpr const char *takesKey = "grid/takesInPhrase"; // chosen where a take is

} // namespace

GridOptions::GridOptions(SessionView &view, SessionController &desk, Settings &settings)
    : QObject(&view)
    , m_view(view)
    , m_settings(settings)
    , m_menu(new QMenu(tr("Grid"), &view))
{
    SessionController *const to = &desk;
    addSwitch("grid/followsLive", tr("Follow Live's selection"),
        tr("What is selected in Live is selected and shown here"),
        [to](bool on) { to->setFollowsLive(on); });
    addSwitch("grid/selectsInLive", tr("Select in Live, too"),
        tr("What is selected here is selected in Live"),
        [to](bool on) { to->setSelectsInLive(on); });
    addSwitch("grid/nameSelects", tr("A clip's name only selects"),
        tr("As in Live: the lamp launches, the name selects and drags"),
        [this](bool on) { m_view.setNameSelectsOnly(on); });
    addSwitch(
        "grid/launchSelects", tr("A launch selects"),
        tr("What is launched is selected, too; else only Ctrl and Shift clicks and keys select"),
        [this](bool on) { m_view.setLaunchSelects(on); }, true);
    addSwitch("grid/pressStops", tr("A press on a clip that plays stops it"),
        tr("Else it starts again, as its launch mode says"),
        [this](bool on) { m_view.setPressStops(on); });
    addSwitch("grid/selectsNext", tr("A scene launch selects the next scene"),
        tr("Enter, Enter, Enter plays a set from top to bottom"),
        [this](bool on) { m_view.setSelectNextScene(on); });
    desk.setTakesInPhrase(m_settings.value(takesKey, false).toBool());
    connect(&desk, &SessionController::takesInPhraseChanged, this,
        [this](bool inPhrase) { m_settings.setValue(takesKey, inPhrase); });
    m_menu->addSeparator();
    addNowKey();
    m_menu->addSeparator();
    addSwitch("grid/fullColor", tr("Clips at rest in full colour"),
        tr("Else they are sunk, and only what sounds is lit"),
        [this](bool on) { m_view.setFullColorAtRest(on); });
    addMotion();
    m_menu->addSeparator();
    addZoom();
}

void GridOptions::addSwitch(const char *key, const QString &text, const QString &sentence,
    std::function<void(bool)> apply, bool usually)
{
    QAction *action = m_menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(m_settings.value(key, usually).toBool());
    action->setStatusTip(sentence);
    apply(action->isChecked());
    connect(action, &QAction::toggled, this, [this, key, apply](bool on) {
        m_settings.setValue(key, on);
        apply(on);
    });
}

void GridOptions::addChoices(const char *key, const std::vector<Choice> &choices)
{
    auto *group = new QActionGroup(m_menu);
    const QString kept = m_settings.value(key, QString()).toString();
    QAction *chosen = nullptr;
    for (const Choice &choice : choices) {
        QAction *action = m_menu->addAction(choice.text);
        action->setCheckable(true);
        action->setStatusTip(choice.sentence);
        group->addAction(action);
        if (!chosen || kept == QLatin1String(choice.id))
            chosen = action;
        connect(action, &QAction::toggled, this, [this, key, choice](bool on) {
            if (!on)
                return;
            m_settings.setValue(key, QString::fromLatin1(choice.id));
            choice.apply();
        });
    }
    chosen->setChecked(true);
}

void GridOptions::addMotion()
{
    const auto choice = [this](const char *id, const QString &text, const QString &sentence,
                            MotionSetting motion) {
        return Choice{id, text, sentence, [this, motion] {
                          m_view.setMotion(motion);
                          m_motion = motion;
                          Q_EMIT motionChosen(motion);
                      }};
    };
    addChoices("grid/motion",
        {choice("full", tr("Motion: with the beat"),
             tr("Lamps swap and pulse, pies and meters move"), MotionSetting::Full),
            choice("flash-safe", tr("Motion: flash-safe"),
                tr("No ground flashes; what is queued fades slowly"), MotionSetting::FlashSafe),
            choice("still", tr("Motion: still"),
                tr("In the whole window nothing moves by itself but numbers: no pies, bars, "
                   "meters, beats"),
                MotionSetting::Still)});
}

void GridOptions::addNowKey()
{
    static constexpr const char *ids[]{"alt", "ctrl-shift", "meta"}; // by NowKey
    const QString sentence = tr(
        "Launches and stops at once, and drags edges without snapping, for window managers that "
        "keep Alt and click for themselves. The middle button does so, too");
    std::vector<Choice> choices;
    for (NowKey key : nowKeys())
        choices.push_back(
            {ids[static_cast<int>(key)], tr("Right now: %1 and click").arg(nowKeyName(key)),
                sentence, [this, key] { m_view.setNowKey(key); }});
    addChoices("grid/nowKey", choices);
}

void GridOptions::adoptScreen()
{
    m_view.setZoom(m_settings.gridZoom(100));
}

void GridOptions::addZoom()
{
    for (GridAction zoom :
        {GridAction::ZoomIn, GridAction::ZoomOut, GridAction::ZoomReset, GridAction::Overview}) {
        QAction *action = m_menu->addAction(gridActionText(zoom));
        action->setShortcut(gridActionKeys(zoom));
        action->setShortcutContext(Qt::WidgetShortcut); // shown; the grid itself takes the key
        connect(action, &QAction::triggered, this, [this, zoom] { m_view.perform(zoom); });
    }
    adoptScreen();
    connect(&m_view, &SessionView::zoomChanged, this,
        [this](int percent) { m_settings.setGridZoom(percent); });
}

} // namespace clipdeck

#include "moc_gridoptions.cpp"
