// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader of `clipdeckctl watch` has so far.
#pragma once

#include "core/live/changesjson.h"

#include <QJsonObject>

namespace clipdeck {

/// The first line with every later one laid over it: tells which changes are news. The mirror notes each answer that it
/// takes, also where what is printed of it stays the same.
class WatchedDocument {
public:
    explicit WatchedDocument(QJsonObject first);

    /// Lays a change over the document. False where its value stands there already.
    bool lay(const JsonChange &change);

private:
    QJsonValue m_document;
};

} // namespace clipdeck
