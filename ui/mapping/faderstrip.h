// SPDX-License-Identifier: GPL-3.0-or-later
// One strip of the bank: what the fader moves, its value, and the fader.
#pragma once

#include "core/mapping/faderbank.h"

#include <QWidget>

class QPushButton;

namespace clipdeck {

class Fader;
class TargetButton;
class Theme;

/// Shows fader `fader` (from 0) of the bank and passes on what the hand does.
class FaderStrip : public QWidget {
    Q_OBJECT
public:
    FaderStrip(FaderBank &bank, int fader, const Theme &theme, QWidget *parent = nullptr);

    Fader &fader() { return *m_fader; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void connectFader();
    void refresh();
    void placeParts();
    void chooseTarget(const QPoint &where);
    QString accessibleTitle() const;
    QString note() const;
    void paintValue(QPainter &painter, const QRect &box) const;
    void paintOrphan(QPainter &painter) const;

    FaderBank &m_bank;
    int m_index;
    const Theme &m_theme;
    FaderReading m_reading;
    TargetButton *m_head = nullptr;
    Fader *m_fader = nullptr;
    QPushButton *m_relink = nullptr;
    QPushButton *m_another = nullptr;
};

} // namespace clipdeck
