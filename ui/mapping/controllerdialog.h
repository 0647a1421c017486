// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for a MIDI channel and controller number.
#pragma once

#include <QDialog>

class QSpinBox;

namespace clipdeck {

class FaderBank;

class ControllerDialog : public QDialog {
    Q_OBJECT
public:
    /// Opens over `window` and maps the fader when it is accepted; returns at once.
    static void ask(FaderBank &bank, int fader, QWidget *window);

    ControllerDialog(FaderBank &bank, int fader, QWidget *parent);

    void accept() override;

private:
    FaderBank &m_bank;
    int m_fader;
    QSpinBox *m_channel = nullptr;
    QSpinBox *m_controller = nullptr;
};

} // namespace clipdeck
