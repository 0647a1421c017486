// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/jsontext.h"

namespace clipdeck {

QByteArray jsonText(const QJsonObject &object, QJsonDocument::JsonFormat format)
{
    // Nothing but texts holds other than ASCII.
    return QJsonDocument(object).toJson(format).replace("\xEF\xBB\xBF", "\\ufeff");
}

} // namespace clipdeck
