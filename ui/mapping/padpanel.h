// SPDX-License-Identifier: GPL-3.0-or-later
// The pads and where they play: output, octave, channel, velocity.
#pragma once

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QSpinBox;

namespace clipdeck {

class MidiPorts;
class PadBank;
class StripButton;
class Theme;

class PadPanel : public QWidget {
    Q_OBJECT
public:
    PadPanel(PadBank &pads, MidiPorts &ports, const Theme &theme, QWidget *parent = nullptr);

private:
    void buildTools(QHBoxLayout &row, const Theme &theme);
    void addField(QHBoxLayout &row, const QString &label, QWidget *field);
    void fillOutputs();
    void chooseOutput(int row);
    void showSettings();
    void shiftOctave(int direction);
    void tellState();

    PadBank &m_pads;
    MidiPorts &m_ports;
    QComboBox *m_output = nullptr;
    QLabel *m_octave = nullptr;
    QSpinBox *m_channel = nullptr;
    QSpinBox *m_velocity = nullptr;
    QLabel *m_trouble = nullptr;
};

} // namespace clipdeck
