// SPDX-License-Identifier: GPL-3.0-or-later
// The menu that makes everything in the window larger or smaller.
#pragma once

#include <QMenu>

#include <vector>

namespace clipdeck {

/// Its keys work anywhere in `window`, which owns it.
class ScaleMenu : public QMenu {
    Q_OBJECT
public:
    /// `percent`: the scale that the window has now.
    ScaleMenu(int percent, QWidget *window);
    /// What the screen can't draw can't be chosen, and says why.
    void setScreenRatio(double ratio);

Q_SIGNALS:
    /// Another than the present one.
    void chosen(int percent);

private:
    struct Entry {
        QAction *action;
        int percent;
        QString sentence;
    };

    void addScales();
    void addStep(
        const QString &text, const QString &sentence, const QList<QKeySequence> &keys, int wanted);
    void add(QAction *action, int percent, const QString &sentence);

    int m_percent;
    std::vector<Entry> m_entries;
};

} // namespace clipdeck
