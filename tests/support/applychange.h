// SPDX-License-Identifier: GPL-3.0-or-later
// A line of `clipdeckctl watch` laid over a dump (docs/formats.md).
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace clipdeck {

/// `document` with `value` at `path`. A position behind an array's end changes nothing: arrays never grow by a line.
inline QJsonValue withChange(
    const QJsonValue &document, const QJsonArray &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    QJsonArray rest = path;
    rest.removeFirst();
    if (path.first().isString()) {
        QJsonObject object = document.toObject();
        const QString key = path.first().toString();
        object.insert(key, withChange(object.value(key), rest, value));
        return object;
    }
    QJsonArray array = document.toArray();
    const int at = path.first().toInt();
    if (at < array.size())
        array.replace(at, withChange(array.at(at), rest, value));
    return array;
}

} // namespace clipdeck
