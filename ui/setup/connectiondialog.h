// SPDX-License-Identifier: GPL-3.0-or-later
// Where Live is: host and ports.
#pragma once

#include "core/engine.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QSpinBox;

namespace clipdeck {

/// Shows `settings` and hands back what the user made of them. A host must be given; ports are 1..65535.
class ConnectionDialog : public QDialog {
    Q_OBJECT
public:
    explicit ConnectionDialog(EngineSettings settings, QWidget *parent = nullptr);

    /// As edited.
    EngineSettings settings() const;

private:
    QSpinBox *addPort(const QString &name, quint16 port);

    EngineSettings m_settings;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QSpinBox *m_replyPort = nullptr;
};

} // namespace clipdeck
