// SPDX-License-Identifier: GPL-3.0-or-later
// The Session grid on screen: shows the mirror, and turns hands and keys into wishes.
#pragma once

#include "core/session/launchhold.h"
#include "ui/session/gridaction.h"
#include "ui/session/input/gridobstacle.h"
#include "ui/session/nowkey.h"
#include "ui/session/paint/backingimage.h"
#include "ui/session/paint/sessioncanvas.h"

#include <QAbstractScrollArea>
#include <QTimer>

#include <functional>
#include <limits>
#include <map>

namespace clipdeck {

class NameEditor;
class Overview;

/// Track headers, slots, scenes and stop row under two scroll bars. Knows no commands: it emits wishes and shows what
/// the mirror then says. `now` is the engine's clock in ms; set, clock and theme outlive the view. GUI thread.
///
/// A press launches: the signal leaves before anything is painted. Assistive technology finds the table
/// `Session grid` (sessionaccessible.h).
class SessionView : public QAbstractScrollArea {
    Q_OBJECT
public:
    SessionView(LiveSet &set, const SongClock &clock, std::function<qint64()> now,
        const Theme &theme, QWidget *parent = nullptr);
    ~SessionView() override;

    const SessionModel &model() const { return m_model; }
    /// Geometry as it stands, in the viewport's pixels: the mixer's strips stand on the same columns.
    const SessionLayout &sessionLayout() const { return m_layout; }
    const SessionViewState &state() const { return m_state; }
    std::optional<SlotId> selectedSlot() const;
    GridSubject selection() const; ///< The last of what is selected: where keys act
    std::vector<SlotId>
    selectedSlots() const; ///< In order; empty where a track or scene is selected
    std::vector<SceneIndex> selectedScenes() const;
    std::vector<TrackIndex> selectedTracks() const;

    void selectSlot(SlotId slot); ///< And scrolls it into sight
    void selectTrack(TrackIndex track,
        Qt::KeyboardModifiers modifiers = {}); ///< Ctrl and Shift as in a click on its header
    void selectScene(SceneIndex scene);
    void setMotion(MotionSetting motion);
    void setFullColorAtRest(bool full); ///< "Clips at rest": sunk, or in full colour
    void setNowKey(NowKey key) { m_nowKey = key; } ///< Held for a press that acts right now
    void setNameSelectsOnly(bool selectsOnly); ///< As in Live: the lamp launches, the name selects
    void setLaunchSelects(bool selects)
    {
        m_launchSelects = selects;
    } ///< What is launched is selected, too
    void setPressStops(bool stops)
    {
        m_pressStops = stops;
    } ///< A press on a clip that plays stops it
    void setSelectNextScene(bool next) { m_selectNextScene = next; } ///< Once a scene was launched
    void setZoom(int percent); ///< 50..200
    int zoom() const { return m_zoom; }
    bool isAnimating() const
    {
        return m_ticker.isActive();
    } ///< False: nothing moves, no timer runs
    static constexpr int zoomStep = 10;

    /// What a key or a menu does. What the view does not do itself comes out as a signal.
    void perform(GridAction action);

    /// What a press on a place does: launch, stop, or select. Enter and assistive technology come this way too.
    void activate(Place place);
    /// Moves the keys' focus there, and scrolls it into sight.
    void focusPlace(Place place);
    /// Scrolls a place into the middle, as far as there is something to scroll.
    void center(Place place);
    /// Where a subject stands; Nowhere while it has no column.
    Place placeOf(const GridSubject &subject) const;
    /// What there is to read from, as of now.
    GridContext context() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void launchRequested(clipdeck::SlotId slot);
    void launchNowRequested(clipdeck::SlotId slot); ///< Unquantized
    void launchCancelRequested(clipdeck::TrackIndex track); ///< The press became a drag
    void clipStopRequested(clipdeck::SlotId slot); ///< A Gate clip's button was let go
    void stopNowRequested(clipdeck::TrackIndex track); ///< Unquantized
    void clipDropped(clipdeck::SlotId from, clipdeck::SlotId to, bool copies);
    void actionRequested(clipdeck::GridAction action); ///< On what is selected
    void renameRequested(const clipdeck::GridSubject &subject, const QString &name);
    void sceneTempoRequested(clipdeck::SceneIndex scene, const QString &typed);
    void sceneSignatureRequested(clipdeck::SceneIndex scene, const QString &typed);
    void menuRequested(const QPoint &at); ///< For what is selected
    void zoomChanged(int percent);
    void sceneLaunchRequested(clipdeck::SceneIndex scene);
    void stopRequested(clipdeck::TrackIndex track);
    void stopAllRequested();
    void stopAllNowRequested(); ///< Unquantized
    void lengthRequested(clipdeck::SlotId slot, clipdeck::ClipTime length);
    void foldRequested(clipdeck::TrackIndex track, bool folded);
    void slotSelected(clipdeck::SlotId slot);
    void trackSelected(clipdeck::TrackIndex track);
    void sceneSelected(clipdeck::SceneIndex scene);
    void tracksSelected(); ///< Something else is selected than before
    void hint(const QString &text); ///< For the status bar; empty when there is nothing to say
    /// Tracks and scenes in sight; folded children between the first and the last count.
    void visibleRangeChanged(clipdeck::TrackIndex firstTrack, int trackCount,
        clipdeck::SceneIndex firstScene, int sceneCount);
    void layoutChanged(); ///< sessionLayout() differs: scrolled, resized, folded

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void onChanged(const Changes &changes);
    void onSlotsChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    void onHeadersChanged(Qt::Orientation orientation, int first, int last);
    void showIfChanged(Place place, bool surely);
    void onReset();
    void relayout();
    void announceRange();

    void tick();
    void watchMoving();
    void lookSoon(); ///< At all cells, at the next frame
    bool isOnScreen() const;
    void wake(); ///< Frames come until nothing moves
    void watch(Place place);
    void tickSlots(bool lampsMoved);
    bool tickAround(bool lampsMoved); ///< True if anything there moves
    bool tickStops(int column, bool lampsMoved); ///< Likewise
    bool tickStopAll(bool lampsMoved); ///< Likewise
    bool tickScenes(bool lampsMoved); ///< Likewise
    void tickHeader(int column);
    void rest();
    void runEvery(int ms);
    bool isHovered(Place place) const;

    std::vector<QRect> refreshBuffer(qint64 mostNs = std::numeric_limits<qint64>::max());
    void paintSoon();
    void paintSlice();
    void updateAll();
    void updateBox(const QRectF &box);
    void updatePlace(Place place);
    void updateSelection();
    void updateGhost();
    void hover(Hit hit);
    void hoverAgain();
    bool isNameInFull(Place place) const; ///< Of the clip there, if there is one
    bool isEdge(const Hit &hit) const;
    QString wordsFor(const Hit &hit) const;
    void press(const Hit &hit, Qt::KeyboardModifiers modifiers);
    void activateSlot(SlotId slot);
    bool stopsByPress(SlotId slot) const;
    void launchNow(Place place);
    void enter(Place place);
    std::vector<SlotId> slotsToHold(Place place) const;
    std::vector<SlotId> slotsToHold(GridAction action) const;
    void hold(const std::vector<SlotId> &held, LaunchHold::Launch launch);
    void releaseHolds();
    void tickHolds();
    void stopHeld(SlotId slot, LaunchHold::Due due);
    void pressMiddle(Place place);
    bool isNow(Qt::KeyboardModifiers modifiers) const { return isHeld(m_nowKey, modifiers); }
    ActionSubjects actionSubjects() const;
    void onLongPress();
    void selectForMenu(Place place);
    void openMenu(Place place, QPoint at);
    void beginDrag(SlotId slot, double x, Qt::MouseButton button);
    void moveDrag(double x, Qt::KeyboardModifiers modifiers);
    void endDrag(bool commit);
    void prepareClipDrag(const Hit &hit, QPointF position);
    void moveClipDrag(QPointF position, Qt::KeyboardModifiers modifiers);
    void endClipDrag(bool drop);
    void goTo(Place place);
    void scrollTo(Place place);
    void focusPlace(Place place, bool extends);
    void select(Place place);
    bool selectMore(Place place, Qt::KeyboardModifiers modifiers);
    void extendTo(Place place);
    void toggle(Place place);
    GridSubject subjectAt(Place place) const;
    void setSelection(const GridSelection &selection);
    static bool canBeSeveral(Place place);
    bool handleKey(QKeyEvent *event);
    void tellFocus();
    enum class EditedPart { Name, SceneTempo, SceneSignature };
    void edit(EditedPart part);
    void editNext(int by);
    void takeEdit(const QString &text);
    QRectF editorBox(const GridSubject &subject) const;
    std::optional<QString> textOf(const GridSubject &subject, EditedPart part) const;

    LiveSet &m_set;
    const SongClock &m_clock;
    std::function<qint64()> m_now;
    const Theme &m_theme;
    SessionModel m_model;
    PlayPositions m_positions;
    SessionLayout m_layout;
    SessionViewState m_state;
    PaintCache m_cache;
    BackingImage m_buffer;
    struct InSight {
        TrackIndex track;
        int tracks = 0;
        int scene = 0;
        int scenes = 0;
        bool operator==(const InSight &) const = default;
    };
    InSight m_announced;
    bool m_nameSelectsOnly = false;
    bool m_selectNextScene = false;
    bool m_launchSelects = true;
    bool m_pressStops = false;
    int m_zoom = 100;
    Place m_anchor; ///< Where a range of the selection begins
    NowKey m_nowKey = NowKey::Alt;
    std::vector<LaunchHold>
        m_holds; ///< Of buttons and keys that are down, or were let go too early
    bool m_isEnterDown = false;
    Qt::MouseButton m_dragButton = Qt::NoButton; ///< That moves an edge
    QPointF m_pointer; ///< Where it was pressed, or dragged to
    QTimer m_longPress;
    NameEditor *m_editor;
    Overview *m_overview;
    GridSubject m_edited;
    EditedPart m_editedPart = EditedPart::Name;
    double m_dragX = 0;

    QTimer m_ticker;
    QTimer m_painter; ///< The next slice of a frame
    qint64 m_frameAt = 0; ///< When the last frame began, or will
    Motion m_motion;
    qint64 m_lookedAt = 0; ///< When all cells were last looked at
    std::map<Place, Cell> m_moving; ///< As last seen
    std::map<int, StopCell> m_stopCells; ///< By column, as last seen
    StopCell m_stopAll; ///< As last seen
    std::map<int, bool>
        m_onArrangement; ///< By column, as last seen: its track plays the Arrangement
    std::map<int, SceneCell> m_litScenes; ///< By row, as last seen
    std::optional<SceneIndex> m_currentScene; ///< The one that is on
    /// Of the slots in sight, as last seen.
    struct Readings {
        SessionLayout::Range range;
        std::vector<SlotReading> cells; ///< Column by column
        SlotReading *at(Place place);
    };
    Readings m_readings;
};

} // namespace clipdeck
