// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/connectiondialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace clipdeck {

namespace {

constexpr int sentenceWidth = 396;

} // namespace

ConnectionDialog::ConnectionDialog(EngineSettings settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(std::move(settings))
    , m_host(new QLineEdit(m_settings.host, this))
    , m_port(addPort(tr("Port"), m_settings.port))
    , m_replyPort(addPort(tr("Reply port"), m_settings.replyPort))
{
    setWindowTitle(tr("Where Live is"));
    auto *title = new QLabel(windowTitle(), this);
    title->setProperty("role", QStringLiteral("title"));
    auto *sentence
        = new QLabel(tr("The machine that runs Live with AbletonOSC: its name or address. "
                        "127.0.0.1 is this computer. AbletonOSC "
                        "listens on port 11000 and answers to 11001 unless somebody changed it."),
            this);
    sentence->setProperty("role", QStringLiteral("prose"));
    sentence->setWordWrap(true);
    sentence->setFixedWidth(sentenceWidth);

    m_host->setAccessibleName(tr("Host"));
    m_host->setToolTip(tr("A name or an address, such as 192.168.1.20"));
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(tr("&Host"), m_host);
    form->addRow(tr("&Port"), m_port);
    form->addRow(tr("&Reply port"), m_replyPort);

    auto *buttons = new QDialogButtonBox(this);
    auto *connectButton = new QPushButton(tr("Connect"), this);
    connectButton->setProperty("main", true);
    buttons->addButton(connectButton, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_host, &QLineEdit::textChanged, connectButton, [connectButton](const QString &host) {
        connectButton->setEnabled(!host.trimmed().isEmpty());
    });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(sentence);
    column->addLayout(form);
    column->addSpacing(8);
    column->addWidget(buttons);
    column->setSizeConstraint(QLayout::SetFixedSize);
    m_host->selectAll();
}

QSpinBox *ConnectionDialog::addPort(const QString &name, quint16 port)
{
    auto *box = new QSpinBox(this);
    box->setRange(1, 65535);
    box->setValue(port);
    box->setAccessibleName(name);
    box->setAlignment(Qt::AlignRight);
    box->setFixedWidth(90);
    return box;
}

EngineSettings ConnectionDialog::settings() const
{
    EngineSettings edited = m_settings;
    edited.host = m_host->text().trimmed();
    edited.port = static_cast<quint16>(m_port->value());
    edited.replyPort = static_cast<quint16>(m_replyPort->value());
    // An address to await answers at belonged to the other machine; the engine chooses for the new one.
    if (edited.host != m_settings.host)
        edited.bindAddress.clear();
    return edited;
}

} // namespace clipdeck

#include "moc_connectiondialog.cpp"
