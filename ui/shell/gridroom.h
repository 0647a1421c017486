// SPDX-License-Identifier: GPL-3.0-or-later
// The grid's place in the window, with the card that stands over it while nothing answers.
#pragma once

#include <QWidget>

namespace clipdeck {

class NoAnswerPage;

/// Fills itself with `grid` and keeps `page` in its middle while that is shown. Owns both.
class GridRoom : public QWidget {
    Q_OBJECT
public:
    GridRoom(QWidget *grid, NoAnswerPage *page, QWidget *parent = nullptr);

    void setPageShown(bool shown);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    QWidget *m_grid;
    NoAnswerPage *m_page;
};

} // namespace clipdeck
