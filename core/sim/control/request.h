// SPDX-License-Identifier: GPL-3.0-or-later
// A line of the control channel as a value, and the form of the tables that answer it.
#pragma once

#include "core/sim/live/error.h"
#include "core/sim/simulatedlive.h"

#include <QJsonObject>
#include <QJsonValue>

#include <span>

namespace clipdeck::sim {

[[noreturn]] inline void fail(const QString &text)
{
    throw Error(ErrorKind::Value, text);
}

/// The arguments of a command, by name.
struct Request {
    SimulatedLive &host;
    double now = 0.0;
    QJsonObject values;

    Live &live() const { return host.live(); }
    int whole(QLatin1String name) const
    {
        if (!values.value(name).isDouble())
            fail(QString(QStringLiteral("'%1' is missing or not a number")).arg(name));
        return values.value(name).toInt();
    }
    int whole(QLatin1String name, int otherwise) const
    {
        return values.value(name).toInt(otherwise);
    }
    double real(QLatin1String name) const
    {
        if (!values.value(name).isDouble())
            fail(QString(QStringLiteral("'%1' is missing or not a number")).arg(name));
        return values.value(name).toDouble();
    }
    QString text(QLatin1String name) const { return values.value(name).toString(); }
    bool flag(QLatin1String name, bool otherwise) const
    {
        return values.value(name).toBool(otherwise);
    }

    template <class T> T &in(const std::vector<std::unique_ptr<T>> &all, QLatin1String name) const
    {
        const int index = whole(name);
        if (index < 0 || index >= static_cast<int>(all.size()))
            fail(QString(QStringLiteral("no such %1")).arg(name));
        return *all[static_cast<std::size_t>(index)];
    }
    Track &track(QLatin1String name) const
    {
        const QString which = text(QLatin1String("which"));
        if (which == QLatin1String("master_track"))
            return *live().set().main;
        return in(
            which == QLatin1String("return_tracks") ? live().set().returns : live().set().tracks,
            name);
    }
    Scene &scene() const { return in(live().set().scenes, QLatin1String("index")); }
    Slot &slot() const { return in(track(QLatin1String("track")).slots, QLatin1String("scene")); }
};

struct Command {
    const char *name;
    const char *help;
    QJsonValue (*run)(const Request &);
};

/// What looks at the set and at the stand-in, and reaches any property by its path.
std::span<const Command> lookCommands();
/// What the user does to tracks, scenes, clips and devices beyond simcommands.cpp's own table.
std::span<const Command> editCommands();

} // namespace clipdeck::sim
