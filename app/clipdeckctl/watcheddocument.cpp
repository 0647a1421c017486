// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/watcheddocument.h"

#include <QJsonArray>

#include <utility>

namespace clipdeck {

namespace {

QJsonValue valueAt(QJsonValue document, const QJsonArray &path)
{
    for (const QJsonValue step : path)
        document = step.isString() ? document.toObject().value(step.toString())
                                   : document.toArray().at(step.toInt());
    return document;
}

QJsonValue laidOver(
    const QJsonValue &document, const QJsonArray &path, qsizetype depth, const QJsonValue &value)
{
    if (depth == path.size())
        return value;
    const QJsonValue step = path.at(depth);
    if (step.isString()) {
        QJsonObject object = document.toObject();
        const QJsonValue member = object.value(step.toString());
        object.insert(step.toString(), laidOver(member, path, depth + 1, value));
        return object;
    }
    QJsonArray array = document.toArray();
    const int place = step.toInt();
    if (place < array.size()) // arrays never grow by a line
        array.replace(place, laidOver(array.at(place), path, depth + 1, value));
    return array;
}

} // namespace

WatchedDocument::WatchedDocument(QJsonObject first)
    : m_document(std::move(first))
{
}

bool WatchedDocument::lay(const JsonChange &change)
{
    if (valueAt(m_document, change.path) == change.value)
        return false;
    m_document = laidOver(m_document, change.path, 0, change.value);
    return true;
}

} // namespace clipdeck
