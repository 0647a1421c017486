// SPDX-License-Identifier: GPL-3.0-or-later
// A vertical fader with two truths: where Live is, and where the hand wants it.
#pragma once

#include <QSize>
#include <QString>
#include <QWidget>

#include <optional>

class QEventPoint;

namespace clipdeck {

class Theme;

/// What a fader shows. Positions are 0..1 from the bottom.
struct FaderFace {
    enum class Kind {
        Empty, ///< Moves nothing: a plus and a line; a click asks for a target
        Blank, ///< Its value is not known: groove only
        Gone, ///< Its target is not there: hatch
        Ready,
    };
    Kind kind = Kind::Empty;
    std::optional<double> live;
    std::optional<double> wish; ///< Not there yet
    bool isHeld = false;
    int steps = 0; ///< 0: no steps
    QString valueText; ///< For assistive technology

    bool operator==(const FaderFace &) const = default;
};

/// Shows its face and tells what the hand does; it never moves by itself. Drags are relative, Shift is ten times finer;
/// wheel, arrows, PageUp and PageDown step, Home and End go to the ends, a double click or Delete asks for a reset, Escape
/// during a drag puts back.
class Fader : public QWidget {
    Q_OBJECT
public:
    Fader(const Theme &theme, QWidget *parent = nullptr);

    const FaderFace &face() const { return m_face; }
    void setFace(const FaderFace &face);
    /// Where the next move starts from, and what assistive technology reads: the wish, else Live's value.
    double position() const { return m_face.wish.value_or(m_face.live.value_or(0.0)); }
    /// One step up or down: a position of a quantized target, else `amount` of the way.
    void step(int direction, double amount);
    /// Moves there and lets go.
    void nudgeTo(double position);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void grabbed();
    void moved(double position);
    void released();
    void cancelled(); ///< Instead of released()
    void resetWanted();
    void targetWanted(); ///< Empty faders

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool isReady() const { return m_face.kind == FaderFace::Kind::Ready; }
    void beginDrag(double y);
    void drag(double y, double fineness);
    void endDrag(bool keep);
    void touch(const QEventPoint &finger);

    const Theme &m_theme;
    FaderFace m_face;
    bool m_isDragging = false;
    double m_dragY = 0.0; ///< The pointer's height at the last move
    double m_dragPosition = 0.0; ///< Not rounded to steps, so that a slow drag gets on
    int m_finger = -1; ///< That holds it; −1: none, or the mouse
    int m_wheelRest = 0; ///< Eighths of a degree that make no full notch yet
};

} // namespace clipdeck
