// SPDX-License-Identifier: GPL-3.0-or-later
// The clip page's first line: colour, name, and where the clip is; or that none is selected.
#pragma once

#include "ui/clip/clipreading.h"

#include <QWidget>

namespace clipdeck {

class Theme;

class ClipHeader : public QWidget {
    Q_OBJECT
public:
    explicit ClipHeader(const Theme &theme, QWidget *parent = nullptr);

    void setClip(const ClipReading &clip);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    ClipReading m_clip;
};

} // namespace clipdeck
