// SPDX-License-Identifier: GPL-3.0-or-later
// The lower panel: one page at a time, by tab, and it folds to its tab row.
#pragma once

#include <QStringList>
#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace clipdeck {

class StripButton;
class Theme;

class PanelDeck : public QWidget {
    Q_OBJECT
public:
    explicit PanelDeck(const Theme &theme, QWidget *parent = nullptr);

    /// `id` names the page in the settings.
    void addPage(const QString &id, const QString &name, QWidget *page);
    QString currentPage() const;
    void setCurrentPage(const QString &id); ///< Unknown ids are ignored

    bool isFolded() const { return m_folded; }
    void setFolded(bool folded);

Q_SIGNALS:
    void foldedChanged(bool folded);
    void currentPageChanged(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_pages = nullptr;
    StripButton *m_fold = nullptr;
    QStringList m_ids;
    bool m_folded = false;
};

} // namespace clipdeck
