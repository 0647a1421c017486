// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mapping/padpanel.h"

#include "core/mapping/padbank.h"
#include "core/midi/midiports.h"
#include "ui/mapping/padgrid.h"
#include "ui/theme/theme.h"
#include "ui/widgets/comboaccessible.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int octave = 12;

/// What a row of the output's list stands for; ports have their name as data.
enum OutputRow { NoOutput = -1, VirtualOutput = -2 };

QPushButton *smallButton(
    const QString &sign, const QString &name, const Theme &theme, QWidget *parent)
{
    auto *button = new QPushButton(sign, parent);
    button->setFixedWidth(std::max(28, theme.metrics().leastTarget));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setStatusTip(name);
    return button;
}

QSpinBox *numberField(int least, int most, const QString &name, QWidget *parent)
{
    auto *field = new QSpinBox(parent);
    field->setRange(least, most);
    field->setAccessibleName(name);
    field->setToolTip(name);
    field->setStatusTip(name);
    field->setAlignment(Qt::AlignRight);
    field->setFixedWidth(44);
    return field;
}

} // namespace

PadPanel::PadPanel(PadBank &pads, MidiPorts &ports, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_pads(pads)
    , m_ports(ports)
{
    auto *tools = new QHBoxLayout;
    tools->setSpacing(6);
    buildTools(*tools, theme);

    m_trouble = new QLabel(this);
    m_trouble->setProperty("role", QStringLiteral("hint"));
    m_trouble->setWordWrap(true);

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    all->addLayout(tools);
    all->addWidget(m_trouble);
    all->addWidget(new PadGrid(pads, theme, this), 1);

    connect(&ports, &MidiPorts::portsChanged, this, &PadPanel::fillOutputs);
    connect(&ports, &MidiPorts::outputChanged, this, &PadPanel::fillOutputs);
    connect(&pads, &PadBank::settingsChanged, this, &PadPanel::showSettings);
    fillOutputs();
    showSettings();
}

void PadPanel::addField(QHBoxLayout &row, const QString &label, QWidget *field)
{
    auto *text = new QLabel(label, this);
    text->setProperty("role", QStringLiteral("label"));
    text->setBuddy(field);
    row.addWidget(text);
    row.addWidget(field);
    row.addSpacing(6);
}

void PadPanel::buildTools(QHBoxLayout &row, const Theme &theme)
{
    installComboAccessibility();
    m_output = new QComboBox(this);
    m_output->setAccessibleName(tr("MIDI output"));
    m_output->setToolTip(tr("Where pads and MIDI faders play"));
    m_output->setStatusTip(m_output->toolTip());
    m_output->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_output->setMinimumContentsLength(12);
    m_output->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_output, &QComboBox::activated, this, &PadPanel::chooseOutput);
    addField(row, tr("To"), m_output);

    m_channel = numberField(1, 16, tr("MIDI channel of the pads"), this);
    connect(m_channel, &QSpinBox::valueChanged, this, [this](int channel) {
        PadSettings settings = m_pads.settings();
        settings.channel = channel;
        m_pads.setSettings(settings);
    });
    addField(row, tr("Channel"), m_channel);

    QPushButton *down = smallButton(QString(QChar(0x2212)), tr("Pads an octave down"), theme, this);
    QPushButton *up = smallButton(QStringLiteral("+"), tr("Pads an octave up"), theme, this);
    connect(down, &QPushButton::clicked, this, [this] { shiftOctave(-1); });
    connect(up, &QPushButton::clicked, this, [this] { shiftOctave(1); });
    m_octave = new QLabel(this);
    m_octave->setAccessibleName(tr("First pad's note"));
    m_octave->setAlignment(Qt::AlignCenter);
    m_octave->setProperty("role", QStringLiteral("strong"));
    m_octave->setFixedWidth(30);
    addField(row, tr("Octave"), down);
    row.removeItem(row.itemAt(row.count() - 1));
    row.addWidget(m_octave);
    row.addWidget(up);
    row.addSpacing(6);

    m_velocity = numberField(1, 127, tr("Velocity of pads that are played by key"), this);
    connect(m_velocity, &QSpinBox::valueChanged, this, [this](int velocity) {
        PadSettings settings = m_pads.settings();
        settings.velocity = velocity;
        m_pads.setSettings(settings);
    });
    addField(row, tr("Velocity"), m_velocity);
}

void PadPanel::fillOutputs()
{
    const QSignalBlocker silent(m_output);
    m_output->clear();
    m_output->addItem(tr("No output"), NoOutput);
    if (m_ports.hasVirtualPorts())
        m_output->addItem(tr("%1 (own)").arg(MidiPorts::virtualName()), VirtualOutput);
    for (const QString &name : m_ports.outputs())
        m_output->addItem(name, name);
    const QString chosen = m_ports.outputName();
    int row = m_output->findData(NoOutput);
    if (m_ports.isVirtualOutput() && !chosen.isEmpty())
        row = m_output->findData(VirtualOutput);
    else if (!chosen.isEmpty())
        row = m_output->findData(chosen);
    if (row < 0) { // chosen, and not there just now
        m_output->addItem(tr("%1 (not there)").arg(chosen), chosen);
        row = m_output->count() - 1;
    }
    m_output->setCurrentIndex(row);
    tellState();
}

void PadPanel::tellState()
{
    const QString sentence = m_ports.outputState() == MidiPorts::OutputState::None
        ? tr("No MIDI output: choose one, so that pads and MIDI faders are heard.")
        : m_ports.sentence();
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

void PadPanel::chooseOutput(int row)
{
    const QVariant choice = m_output->itemData(row);
    if (choice.typeId() == QMetaType::QString)
        m_ports.rememberOutput(choice.toString());
    else if (choice.toInt() == VirtualOutput)
        m_ports.chooseVirtualOutput();
    else
        m_ports.chooseNoOutput();
}

void PadPanel::showSettings()
{
    const PadSettings &settings = m_pads.settings();
    const QSignalBlocker silentChannel(m_channel);
    const QSignalBlocker silentVelocity(m_velocity);
    m_channel->setValue(settings.channel);
    m_velocity->setValue(settings.velocity);
    m_octave->setText(noteName(settings.baseNote));
}

void PadPanel::shiftOctave(int direction)
{
    PadSettings settings = m_pads.settings();
    settings.baseNote += direction * octave;
    if (settings.baseNote >= 0 && settings.baseNote + PadBank::size <= 128)
        m_pads.setSettings(settings);
}

} // namespace clipdeck

#include "moc_padpanel.cpp"
