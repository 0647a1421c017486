// SPDX-License-Identifier: GPL-3.0-or-later
// Our mirror against the server's own state, field by field.
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace clipdeck {

/// What differs between a dump of ours (docs/formats.md, dump) and the server's own (control channel, `dump` with params),
/// one line a field; empty if nothing does. What moves by itself (song time) is left out.
QStringList differences(const QJsonObject &ours, const QJsonObject &server);

/// How many values a dump of ours has: a test that compares nothing proves nothing.
int comparedFields(const QJsonObject &ours);

} // namespace clipdeck
