// SPDX-License-Identifier: GPL-3.0-or-later
// Live's 70 colours to choose from, for menus.
#pragma once

#include <QWidget>

#include <functional>

class QMenu;

namespace clipdeck {

class Theme;

/// Swatches in the order of Live's own menu. Arrows move, Return or a click chooses.
class ColorChooser : public QWidget {
    Q_OBJECT
public:
    /// `current` (0xRRGGBB) is marked where it is one of Live's.
    ColorChooser(int current, const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;

    static constexpr int columns = 14;
    static constexpr int rows = 5;

Q_SIGNALS:
    void chosen(int color); ///< 0xRRGGBB

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect swatch(int index) const;
    int at(QPoint position) const; ///< -1 between swatches
    void move(int by);
    void describe();

    const Theme &m_theme;
    int m_current;
    int m_marked; ///< Where keys are
};

/// Adds a submenu with the colours; `chosen` is told once, and the menu closes.
QMenu *addColorMenu(QMenu &menu, const QString &title, int current, const Theme &theme,
    std::function<void(int)> chosen);

} // namespace clipdeck
