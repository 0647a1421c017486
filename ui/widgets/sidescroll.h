// SPDX-License-Identifier: GPL-3.0-or-later
// Room for a page that may be wider than the window: it scrolls sideways, and never keeps the window wide.
#pragma once

#include <QScrollArea>

namespace clipdeck {

/// As high as its page needs, and its bar where there is one; a page that has room enough fills it.
class SideScroll : public QScrollArea {
    Q_OBJECT
public:
    /// Owns the page.
    explicit SideScroll(QWidget *page, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QSize least() const; ///< Of the page
};

} // namespace clipdeck
