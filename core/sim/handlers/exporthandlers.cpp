// SPDX-License-Identifier: GPL-3.0-or-later
// /live/song/export/structure: the set as a JSON file in Live's temporary folder.
#include "core/sim/handlers/handlers.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

QJsonObject describe(const Device &device)
{
    QJsonArray parameters;
    for (const auto &parameter : device.parameters) {
        parameters.append(QJsonObject{{u"name"_s, parameter->spec.name},
            {u"value"_s, static_cast<double>(parameter->value)},
            {u"min"_s, parameter->spec.minimum}, {u"max"_s, parameter->spec.maximum},
            {u"is_quantized"_s, parameter->spec.quantized()}});
    }
    return {{u"class_name"_s, device.className}, {u"type"_s, device.type}, {u"name"_s, device.name},
        {u"parameters"_s, parameters}};
}

QJsonObject describe(const Track &track)
{
    QJsonArray clips;
    for (const auto &slot : track.slots) {
        if (slot->clip)
            clips.append(QJsonObject{{u"index"_s, slot->index}, {u"name"_s, slot->clip->name},
                {u"length"_s, slot->clip->bounds().length()}});
    }
    QJsonArray devices;
    for (const auto &device : track.devices)
        devices.append(describe(*device));
    return {{u"index"_s, track.index}, {u"name"_s, track.name()},
        {u"is_foldable"_s, track.kind == TrackKind::Group},
        {u"group_track"_s, track.group ? QJsonValue(track.group->index) : QJsonValue()},
        {u"clips"_s, clips}, {u"devices"_s, devices}};
}

} // namespace

void addExport(Script &script)
{
    script.add(u"/live/song/export/structure"_s, [&script](const OscArguments &) {
        QJsonArray tracks;
        for (const auto &track : script.live().set().tracks)
            tracks.append(describe(*track));
        QFile file(QDir::temp().filePath(u"abletonosc-song-structure.json"_s));
        if (!file.open(QIODevice::WriteOnly)
            || file.write(QJsonDocument(QJsonObject{{u"tracks"_s, tracks}}).toJson()) < 0)
            throw Error(ErrorKind::Other,
                QString(u"[Errno 13] Permission denied: '%1'"_s).arg(file.fileName()));
        return OscArguments{1};
    });
}

} // namespace clipdeck::sim
