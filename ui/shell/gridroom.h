// SPDX-License-Identifier: GPL-3.0-or-later
// The grid's place in the window: the mixer below its columns, what is queued below its scenes, and over all of it the card
// that stands there while nothing answers.
#pragma once

#include <QPointer>
#include <QWidget>

namespace clipdeck {

class NoAnswerPage;

/// Fills itself with `grid` and `mixer` and keeps `page` in its middle while that is shown. Owns them. The mixer gives way
/// where the window is too low for both.
class GridRoom : public QWidget {
    Q_OBJECT
public:
    GridRoom(QWidget *grid, QWidget *mixer, NoAnswerPage *page, QWidget *parent = nullptr);

    void setPageShown(bool shown);
    void setMixerShown(bool shown);
    bool isMixerShown() const { return m_mixerShown; }
    /// What stands beside the mixer, below the scenes: from `left` on, `width` wide. Shown with the mixer.
    void setCorner(QWidget *corner);
    void placeCorner(int left, int width);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    void placePage();

    QWidget *m_grid;
    QWidget *m_mixer;
    NoAnswerPage *m_page;
    QPointer<QWidget> m_corner;
    int m_cornerLeft = 0;
    int m_cornerWidth = 0;
    bool m_mixerShown = true;
};

} // namespace clipdeck
