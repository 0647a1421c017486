// SPDX-License-Identifier: GPL-3.0-or-later
// A stand-in whose control channel is spoken to without a socket.
#pragma once

#include "core/sim/control/control.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace clipdeck::sim {

/// Four tracks (the first a group) and four scenes; `fill` is the share of slots with clips.
class ControlChannelFixture {
public:
    explicit ControlChannelFixture(double fill = 0.0)
        : host(SimSetChoice{SimSetChoice::Kind::Generated, 4, 4, fill, 1}, 0.0,
            [](const QByteArray &, const QHostAddress &) { return true; })
    {
    }

    QJsonObject run(const char *json)
    {
        return runCommand(host, 0.0, QJsonDocument::fromJson(json).object());
    }
    /// The result alone; a refusal is a warning.
    QJsonValue result(const char *json)
    {
        const QJsonObject answer = run(json);
        if (!answer[QLatin1String("ok")].toBool())
            qWarning("%s", qPrintable(answer[QLatin1String("error")].toString()));
        return answer[QLatin1String("result")];
    }
    QJsonObject dump() { return result(R"({"cmd":"dump"})").toObject(); }
    QJsonObject track(int index)
    {
        return dump()[QLatin1String("tracks")].toArray()[index].toObject();
    }

    SimulatedLive host;
};

} // namespace clipdeck::sim
