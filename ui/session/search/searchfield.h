// SPDX-License-Identifier: GPL-3.0-or-later
// The field that finds tracks, scenes, clips, devices and parameters, and goes there.
#pragma once

#include "ui/session/search/setsearch.h"

#include <QLineEdit>

class QListWidget;

namespace clipdeck {

class Theme;

/// Ctrl+F comes here from anywhere in the window. What is found is listed below while one types: arrows choose, and each
/// choice is shown in the grid at once; Enter goes there and gives the keys back, Esc goes back to where one was. The set
/// and the theme outlive it. GUI thread.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    SearchField(const LiveSet &set, const Theme &theme, QWidget *parent = nullptr);

    const std::vector<SearchHit> &hits() const { return m_hits; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void looked(const clipdeck::SearchHit &hit); ///< Chosen in the list: to be shown
    void chosen(const clipdeck::SearchHit &hit); ///< Entered: to be gone to
    void left(); ///< Done; the grid is to have the keys

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void find(const QString &text);
    void showList();
    void choose(int row);
    void leave();

    const LiveSet &m_set;
    const Theme &m_theme;
    std::vector<SearchHit> m_hits;
    QListWidget *m_list;
};

} // namespace clipdeck

Q_DECLARE_METATYPE(clipdeck::SearchHit)
