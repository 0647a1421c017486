// SPDX-License-Identifier: GPL-3.0-or-later
// Live's seventy colours to choose from, as its own colour menu shows them.
#pragma once

#include <QWidget>

#include <optional>

namespace clipdeck {

class Theme;

/// Fourteen by five; arrows move, Enter and the pointer choose. Assistive technology has it as a named control.
class ColorGrid : public QWidget {
    Q_OBJECT
public:
    /// `current`: 0xRRGGBB, marked if it is one of them.
    ColorGrid(const Theme &theme, int current, QWidget *parent = nullptr);

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int color); ///< 0xRRGGBB

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QRect box(int index) const;
    std::optional<int> at(QPoint position) const;
    int side() const;

    const Theme &m_theme;
    int m_current = -1;
    int m_marked = -1;
};

} // namespace clipdeck
