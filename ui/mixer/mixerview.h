// SPDX-License-Identifier: GPL-3.0-or-later
// The mixer on screen: strips under the grid's columns, painted as one canvas, whatever the number of tracks.
#pragma once

#include "ui/mixer/levelgrip.h"
#include "ui/mixer/meterbank.h"
#include "ui/mixer/mixercontext.h"
#include "ui/mixer/mixerlayout.h"
#include "ui/mixer/momentaryswitch.h"
#include "ui/mixer/stripreading.h"

#include <QBasicTimer>
#include <QTimer>
#include <QWidget>

#include <map>
#include <set>

class QTouchEvent;

namespace clipdeck {

class InlineEdit;

/// Shows the mirror and asks Commands. Nothing moves by itself: a level without a value has no thumb, and one that a hand
/// holds shows both the hand and what Live has. GUI thread. Assistive technology finds sliders and buttons by the names
/// of partName() (mixeraccessible.h).
class MixerView : public QWidget {
    Q_OBJECT
public:
    explicit MixerView(const MixerContext &context, QWidget *parent = nullptr);
    ~MixerView() override;

    /// The grid scrolled, folded or has another size: where its columns are now, and which track is in which.
    void follow(const SessionLayout &columns, const std::vector<TrackIndex> &tracks);
    /// The track where keys act, and where several are selected, all of them.
    void setSelected(TrackIndex track, std::set<TrackIndex> all = {});

    const MixerLayout &mixerLayout() const { return m_layout; }
    const MixerContext &context() const { return m_context; }
    TrackIndex trackAt(int column) const; ///< Invalid outside
    /// With the hands that hold something.
    StripReading reading(int column) const;
    StripPart focusPart() const { return m_focus; }
    /// The meter's level and peak as text, for speech: `−12.0 dB, peak −3.1 dB, clipped`.
    QString meterText(int column) const;

    /// One frame of the meters: repaints what differs since the last. The view's own clock calls it while they move.
    void animate();

    // What hands, keys and assistive technology do alike.
    void press(StripPart part, Qt::KeyboardModifiers modifiers = {}); ///< Switches and lights
    /// Ignored while Live's value is not known. Of all that are selected, if it is one of them: each keeps its distance.
    void setLevel(StripPart part, double value);
    void step(StripPart part, LevelStep step, bool fine);
    void beginTyping(StripPart part, const QString &text = {});
    void focusOn(StripPart part);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void hint(const QString &text);
    void trackSelected(clipdeck::TrackIndex track, Qt::KeyboardModifiers modifiers);
    /// Keys went to a column that is not in sight.
    void columnWanted(int column);
    /// A turn of the wheel that is no level's.
    void scrolled(QWheelEvent *event);
    void renameRequested(clipdeck::TrackIndex track);
    /// Tracks whose meters are in sight; folded children between them count. A count of 0: none.
    void metersWanted(clipdeck::TrackIndex firstTrack, int trackCount);

protected:
    bool event(QEvent *event) override;
    /// While a key is held: when it is let go of, whatever has the keys.
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    static constexpr int mouse = -1; ///< The grip that is no finger's

    void onChanged(const Changes &changes);
    void onTrack(TrackIndex track, FieldSet<TrackField> fields);
    void hearMeter(TrackIndex track);
    void relayout();
    void countSends();
    int columnOf(TrackIndex track) const;
    void updateStrip(int column);
    void updateTrack(TrackIndex track);
    void tellChanged(int column, FieldSet<TrackField> fields);

    void addKeys();
    void holdKey(int key, StripPart part);
    void pressAndHold(int finger, StripPart part, Qt::KeyboardModifiers modifiers);
    void endHold(int finger);
    void switchInput();
    void wantMeters();
    void run();
    void checkPending();

    StripAttention attention(int column) const;
    bool isMeterOnly(const QRect &dirty, int column) const;

    std::vector<TrackIndex> touched(StripPart part) const;
    std::optional<double> shownAt(TrackIndex track, StripPart part) const;
    void writeLevel(TrackIndex track, StripPart part, double value);
    void grab(int finger, StripPart part, QPointF at);
    bool move(int finger, QPointF at, bool fine);
    void letGo(int finger, QPointF at);
    void putBack(int finger);
    void tap(StripPart part, QPointF at);
    bool touch(QTouchEvent &event);
    void hover(StripPart part);
    QString wordsFor(StripPart part) const;
    bool stepByKey(int key, bool fine);
    void moveFocus(int columns);
    void focusOnFirst();
    void showMenu(int column, const QPoint &at);

    MixerContext m_context;
    std::vector<TrackIndex> m_tracks; ///< By column
    MixerLayout m_layout;
    TextCache m_texts;
    MeterBank m_meters;
    std::map<int, LevelGrip> m_grips; ///< By finger
    StripPart m_hover;
    StripPart m_focus;
    StripPart m_pressed;
    bool m_showFocus = false;
    TrackIndex m_selected;
    std::set<TrackIndex> m_allSelected; ///< Empty where there is only the one
    std::pair<TrackIndex, int> m_metersWanted; ///< As last told
    int m_sends = 0;
    int m_firstSend = 0;
    StripPart m_typed;
    InlineEdit *m_editor;
    MomentarySwitch m_held;
    MomentarySwitch m_armHeld; ///< By a finger or the mouse
    StripPart m_armPart;
    int m_armFinger = mouse;
    QTimer m_longPress;
    StripPart m_tapped; ///< With the last finger's tap, for a double tap
    qint64 m_tappedAt = 0;
    int m_wheelRest = 0;
    QBasicTimer m_frames; ///< Runs only while a meter moves in sight
    QTimer m_pendingTimer; ///< Runs only while Live owes an answer
};

} // namespace clipdeck
