// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as it is written to files and to stdout. Pure.
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace clipdeck {

/// The object as text. A U+FEFF is escaped: QJsonDocument, which reads our files, takes one at the beginning of a text for
/// a mark of the encoding, and drops it.
QByteArray jsonText(
    const QJsonObject &object, QJsonDocument::JsonFormat format = QJsonDocument::Compact);

} // namespace clipdeck
