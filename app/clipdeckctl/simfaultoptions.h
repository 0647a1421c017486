// SPDX-License-Identifier: GPL-3.0-or-later
// The faults of `clipdeckctl sim` as options: one for each setting of the control channel's `fault`.
#pragma once

#include "core/sim/network/faults.h"

#include <QCommandLineParser>

namespace clipdeck {

void addFaultOptions(QCommandLineParser &parser);
/// The faults that were asked for. On a value out of range `*error` says which.
sim::Faults readFaultOptions(const QCommandLineParser &parser, QString *error);

} // namespace clipdeck
