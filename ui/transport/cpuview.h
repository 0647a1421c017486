// SPDX-License-Identifier: GPL-3.0-or-later
// Live's own CPU meter, as a number.
#pragma once

#include "core/live/liveset.h"

#include <QWidget>

namespace clipdeck {

class Theme;

/// Shown only; it is read every few seconds.
class CpuView : public QWidget {
    Q_OBJECT
public:
    CpuView(const LiveSet &set, const Theme &theme, QWidget *parent = nullptr);

    static constexpr int usualWidth = 50;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(const Changes &changes);
    void describe();

    const LiveSet &m_set;
    const Theme &m_theme;
};

} // namespace clipdeck
