// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a fader's strip: what it moves, and the way to choose something else.
#pragma once

#include "core/mapping/faderbank.h"
#include "ui/mapping/striplayout.h"

#include <QAbstractButton>

namespace clipdeck {

class Theme;

class TargetButton : public QAbstractButton {
    Q_OBJECT
public:
    /// `fader` counts from 0.
    TargetButton(int fader, const Theme &theme, QWidget *parent = nullptr);

    void setReading(const FaderReading &reading);
    void setLayout(const StripLayout &layout);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int m_fader;
    const Theme &m_theme;
    FaderReading m_reading;
    StripLayout m_layout;
};

} // namespace clipdeck
