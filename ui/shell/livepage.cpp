// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/livepage.h"

#include "core/commands/gridcommands.h"
#include "core/engine.h"
#include "core/live/unknown.h"
#include "ui/clip/clippage.h"
#include "ui/mixer/mixerview.h"
#include "ui/session/counter/counterwindow.h"
#include "ui/session/queue/queuepanel.h"
#include "ui/session/search/gridfinder.h"
#include "ui/session/search/searchfield.h"
#include "ui/session/sessioncontroller.h"
#include "ui/session/sessionview.h"
#include "ui/setup/noanswerpage.h"
#include "ui/shell/gridoptions.h"
#include "ui/shell/gridroom.h"
#include "ui/shell/paneldeck.h"
#include "ui/shell/settings.h"
#include "ui/shell/statusstrip.h"
#include "ui/transport/transportbar.h"

#include <QSplitter>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace clipdeck {

namespace {

constexpr const char *counterPlaceKey = "counter/geometry";
constexpr int splitterHandle = 6;
constexpr int usualPanelHeight = 260;
constexpr int largestPanelShare = 4; // of the window, unless a hand made it more

TransportContext transportContext(Engine &engine, const Theme &theme)
{
    return {engine.liveSet(), engine.commands(), engine.songClock(),
        [&engine] { return engine.now(); }, theme};
}

} // namespace

LivePage::LivePage(
    Engine &engine, bool demo, const Theme &theme, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_demo(demo)
    , m_theme(theme)
    , m_settings(settings)
    , m_transport(new TransportBar(transportContext(engine, theme), this))
    , m_grid(new SessionView(
          engine.liveSet(), engine.songClock(), [&engine] { return engine.now(); }, theme))
    , m_mixer(new MixerView(
          {engine.liveSet(), engine.commands(), [&engine] { return engine.now(); }, theme}))
    , m_page(new NoAnswerPage(theme))
    , m_room(new GridRoom(m_grid, m_mixer, m_page))
    , m_panel(new PanelDeck(theme))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    m_splitter->addWidget(m_room);
    m_splitter->addWidget(m_panel);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(splitterHandle);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_transport);
    column->addWidget(m_splitter, 1);

    connectGrid();
    connectMixer();
    addClipPage(theme);
    connect(m_transport, &TransportBar::connectionSettingsRequested, this,
        &LivePage::connectionSettingsRequested);
    connect(m_transport, &TransportBar::menuRequested, this, &LivePage::menuRequested);
    connect(m_page, &NoAnswerPage::demoRequested, this, &LivePage::demoRequested);
    connect(m_page, &NoAnswerPage::connectionSettingsRequested, this,
        &LivePage::connectionSettingsRequested);
    connect(m_panel, &PanelDeck::foldedChanged, this, &LivePage::keepFold);
    connect(m_splitter, &QSplitter::splitterMoved, this,
        [this] { m_settings.setPanelHeight(m_panel->height()); });
    connect(&engine, &Engine::connectionChanged, this, &LivePage::follow);
    connect(&engine.liveSet(), &LiveSet::changed, this, &LivePage::tellMirror);
    connect(&engine.commands(), &Commands::refused, this,
        [this](const Target &, const QString &reason) { Q_EMIT refused(reason); });
    follow(engine.connection());
}

void LivePage::connectGrid()
{
    auto *desk = new SessionController(
        *m_grid, {m_engine.liveSet(), m_engine.commands(), m_engine.gridCommands(), m_theme});
    m_gridOptions = new GridOptions(*m_grid, *desk, m_settings);
    connect(m_gridOptions, &GridOptions::motionChosen, this, &LivePage::motionChosen);
    addQueue();
    auto *search = new SearchField(m_engine.liveSet(), m_theme);
    m_transport->setFinder(search);
    new GridFinder(*search, *m_grid, m_engine.liveSet());
    connect(m_grid, &SessionView::visibleRangeChanged, &m_engine, &Engine::setVisible);
    connect(m_grid, &SessionView::hint, this, &LivePage::hint);
    connect(m_grid, &SessionView::layoutChanged, this, &LivePage::alignToGrid);
    connect(m_mixer, &MixerView::renameRequested, desk, [this, desk](TrackIndex track) {
        m_grid->selectTrack(track);
        desk->perform(GridAction::Rename);
    });
}

void LivePage::addQueue()
{
    auto *queue = new QueuePanel(
        m_engine.liveSet(), m_engine.songClock(), [this] { return m_engine.now(); }, m_theme);
    m_room->setCorner(queue);
    connect(queue, &QueuePanel::hint, this, &LivePage::hint);
    connect(queue, &QueuePanel::cancelRequested, this,
        [this](TrackIndex track) { m_engine.gridCommands().requestCancelLaunch(track); });
    connect(queue, &QueuePanel::sceneRequested, m_grid, &SessionView::selectScene);
    connect(queue, &QueuePanel::trackRequested, this, [this](TrackIndex track) {
        const int scene = m_engine.liveSet().track(track)->firedSlot;
        if (scene >= 0)
            m_grid->selectSlot(slotId(track.value, scene));
        else
            m_grid->selectTrack(track);
    });
}

void LivePage::connectMixer()
{
    m_room->setMixerShown(m_settings.isMixerShown());
    connect(m_mixer, &MixerView::hint, this, &LivePage::hint);
    connect(m_mixer, &MixerView::trackSelected, m_grid, &SessionView::selectTrack);
    connect(m_mixer, &MixerView::columnWanted, m_grid,
        [this](int column) { m_grid->focusPlace(headerPlace(column)); });
    connect(m_mixer, &MixerView::metersWanted, &m_engine, &Engine::watchMeters);
    // What is no level's turns the grid, as if the pointer were on it.
    connect(m_mixer, &MixerView::scrolled, this,
        [this](QWheelEvent *event) { QCoreApplication::sendEvent(m_grid->viewport(), event); });
    connect(m_grid, &SessionView::tracksSelected, m_mixer, [this] {
        m_mixer->setSelected(
            m_grid->state().selection.track(), m_grid->state().selection.trackRange());
    });
}

void LivePage::setMixerShown(bool shown)
{
    m_settings.setMixerShown(shown);
    m_room->setMixerShown(shown);
}

void LivePage::setCounterShown(bool shown)
{
    if (m_counter)
        m_settings.setValue(counterPlaceKey, m_counter->saveGeometry());
    delete std::exchange(m_counter, nullptr);
    if (!shown)
        return;
    m_counter = new CounterWindow(*m_grid, m_theme, this);
    m_counter->restoreGeometry(m_settings.value(counterPlaceKey, {}).toByteArray());
    // Queued: it closes inside its own event.
    connect(
        m_counter, &CounterWindow::closed, this,
        [this] {
            setCounterShown(false);
            Q_EMIT counterClosed();
        },
        Qt::QueuedConnection);
    m_counter->show();
}

void LivePage::alignToGrid()
{
    m_mixer->follow(m_grid->sessionLayout(), m_grid->model().columns());
    const QRect scenes = m_grid->sessionLayout().scenes().toAlignedRect();
    m_room->placeCorner(scenes.left(), scenes.width());
    // The badge stands over the scene column, which gives way to the scroll bar.
    const int sceneEnd = static_cast<int>(std::lround(m_grid->sessionLayout().scenes().right()));
    m_transport->setEnd(m_grid->viewport()->mapTo(this, QPoint(sceneEnd, 0)).x());
}

void LivePage::addClipPage(const Theme &theme)
{
    auto *page = new ClipPage(m_engine.liveSet(), m_engine.commands(), theme);
    connect(m_grid, &SessionView::slotSelected, page, &ClipPage::setSlot);
    addPage(QStringLiteral("clip"), tr("Clip"), page);
}

void LivePage::addPage(const QString &id, const QString &name, QWidget *page)
{
    m_panel->addPage(id, name, page);
}

void LivePage::restorePanel()
{
    m_panel->setCurrentPage(m_settings.panelTab());
    m_panel->setFolded(m_settings.isPanelFolded());
    applyPanelHeight();
    // From here on what changes is the user's choice.
    connect(m_panel, &PanelDeck::currentPageChanged, this,
        [this](const QString &id) { m_settings.setPanelTab(id); });
}

void LivePage::adoptScreen()
{
    m_panel->setFolded(m_settings.isPanelFolded());
    m_room->setMixerShown(m_settings.isMixerShown());
    m_gridOptions->adoptScreen();
    applyPanelHeight();
}

void LivePage::applyPanelHeight()
{
    const int wanted = m_settings.panelHeight();
    // The grid is the one that stretches: it takes all that the panel leaves, and on a small screen it keeps the most.
    const int usual = std::min(usualPanelHeight, height() / largestPanelShare);
    m_splitter->setSizes({1, wanted > 0 ? wanted : usual});
}

void LivePage::keepFold(bool folded)
{
    m_settings.setPanelFolded(folded);
    if (!folded)
        applyPanelHeight();
}

void LivePage::follow(const ConnectionReport &report)
{
    m_report = report;
    m_transport->setConnection(report, m_demo);
    const bool helpNeeded = needsSetupPage(report.state);
    if (helpNeeded)
        m_page->setText(setupText(report, m_engine.settings()));
    m_room->setPageShown(helpNeeded);
    const Engine::Traffic traffic = m_engine.traffic();
    m_traffic.count(traffic.sent, m_engine.now());
    Q_EMIT trafficCounted(m_traffic, traffic.mostPerTick);
    Q_EMIT audited(traffic.audited, traffic.divergences, Unknown::sentences(m_engine.liveSet()));
    tellMirror();
}

QMenu *LivePage::gridMenu() const
{
    return m_gridOptions->menu();
}

MotionSetting LivePage::motion() const
{
    return m_gridOptions->motion();
}

QString LivePage::mirrorState() const
{
    const LiveSet &set = m_engine.liveSet();
    return mirrorText(set.trackCount() > 0, set.isComplete(), m_report.replyAgeMs);
}

void LivePage::tellMirror()
{
    Q_EMIT mirrorStateChanged(mirrorState());
}

void LivePage::focusGrid()
{
    m_grid->setFocus(Qt::OtherFocusReason);
}

} // namespace clipdeck

#include "moc_livepage.cpp"
