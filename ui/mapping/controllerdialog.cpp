// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mapping/controllerdialog.h"

#include "core/mapping/faderbank.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>

namespace clipdeck {

void ControllerDialog::ask(FaderBank &bank, int fader, QWidget *window)
{
    auto *dialog = new ControllerDialog(bank, fader, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

ControllerDialog::ControllerDialog(FaderBank &bank, int fader, QWidget *parent)
    : QDialog(parent)
    , m_bank(bank)
    , m_fader(fader)
{
    setWindowTitle(tr("Fader %1: MIDI controller").arg(fader + 1));
    const FaderTarget before = bank.target(fader);
    const auto *midi = std::get_if<ControllerTarget>(&before);
    const ControllerTarget shown
        = midi ? *midi : ControllerTarget{1, 20 + fader}; // 20..31 are undefined in MIDI 1.0

    m_channel = new QSpinBox(this);
    m_channel->setRange(1, 16);
    m_channel->setValue(shown.channel);
    m_channel->setAccessibleName(tr("MIDI channel"));
    m_controller = new QSpinBox(this);
    m_controller->setRange(0, 127);
    m_controller->setValue(shown.controller);
    m_controller->setAccessibleName(tr("Controller number"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Map"));
    connect(buttons, &QDialogButtonBox::accepted, this, &ControllerDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ControllerDialog::reject);

    auto *form = new QFormLayout(this);
    form->addRow(tr("Channel"), m_channel);
    form->addRow(tr("Controller (CC)"), m_controller);
    form->addRow(buttons);
}

void ControllerDialog::accept()
{
    m_bank.map(m_fader, ControllerTarget{m_channel->value(), m_controller->value()});
    QDialog::accept();
}

} // namespace clipdeck

#include "moc_controllerdialog.cpp"
