// SPDX-License-Identifier: GPL-3.0-or-later
// Sixteen pads, four a row, the lowest note at the lower left.
#pragma once

#include <QWidget>

#include <vector>

namespace clipdeck {

class Pad;
class PadBank;
class Theme;

class PadGrid : public QWidget {
    Q_OBJECT
public:
    PadGrid(PadBank &pads, const Theme &theme, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    const Theme &m_theme;
    std::vector<Pad *> m_pads;
};

} // namespace clipdeck
