// SPDX-License-Identifier: GPL-3.0-or-later
// The panel "Faders and pads": eight faders at the left, pads at the right.
#pragma once

#include <QWidget>

#include <vector>

namespace clipdeck {

class ControllerSetup;
class FaderStrip;
class PadPanel;
class Theme;

/// For the panel's tab `Faders and pads`. `desk` and `theme` outlive it.
class FaderPadPanel : public QWidget {
    Q_OBJECT
public:
    FaderPadPanel(ControllerSetup &desk, const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// For the status bar: why what was just touched did nothing.
    void refused(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void tellNotSent();

    ControllerSetup &m_desk;
    const Theme &m_theme;
    std::vector<FaderStrip *> m_strips;
    PadPanel *m_pads = nullptr;
    int m_ruleX = 0; ///< The line between faders and pads
};

} // namespace clipdeck
