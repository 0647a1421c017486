// SPDX-License-Identifier: GPL-3.0-or-later
// One pad: a button that sounds for as long as it is held.
#pragma once

#include <QAbstractButton>

#include <optional>

namespace clipdeck {

class PadBank;
class Theme;

/// The higher it is hit, the louder: from 1 at the lower edge to 127 at the upper one. Space and Return play it with the
/// velocity that is set.
class Pad : public QAbstractButton {
    Q_OBJECT
public:
    /// `pad` counts from 0.
    Pad(PadBank &pads, int pad, const Theme &theme, QWidget *parent = nullptr);

    /// A low pad has its note's name and number on one line.
    void setLow(bool isLow);

    /// The velocity of a hit at `y` of a pad that is `height` high.
    static int velocityAt(double y, int height);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void rename();
    void letGo();

    PadBank &m_pads;
    int m_index;
    const Theme &m_theme;
    bool m_isLow = false;
    std::optional<int> m_velocity; ///< Of the hit by the pointer
};

} // namespace clipdeck
