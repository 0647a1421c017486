// SPDX-License-Identifier: GPL-3.0-or-later
// A hand on a server's inside: the control channel of the stand-in (core/sim/README.md) and of the rig alike.
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QTcpSocket>

#include <optional>

namespace clipdeck {

/// One JSON object a line each way over TCP. Blocks, with a time-out: for tests only, with the server in another
/// process.
class ControlClient {
public:
    /// Connects to 127.0.0.1:`port`. False after two seconds without success.
    bool open(quint16 port);

    /// Runs `command`, a name such as "dump" with its arguments. Nothing if it failed: error() then tells why.
    std::optional<QJsonValue> call(const QString &command, QJsonObject arguments = {});
    QString error() const { return m_error; }

    /// The whole set as the server has it, and parts of it; empty or undefined where there is no such part.
    QJsonObject dump();
    /// Without clips, notes and parameters: for sets of which the whole would be hundreds of megabytes.
    QJsonObject briefDump();
    QJsonObject song();
    QJsonObject track(int index);
    /// The slot of a dump, `{"has_clip": …, "clip": {…}}`; empty where the slot is.
    QJsonObject slot(int trackIndex, int scene);
    QJsonObject clip(int trackIndex, int scene);
    QJsonObject parameter(int trackIndex, int device, int index);

private:
    std::optional<QByteArray> readLine();

    QTcpSocket m_socket;
    QString m_error;
};

} // namespace clipdeck
