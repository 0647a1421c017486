// SPDX-License-Identifier: GPL-3.0-or-later
// The set as JSON, under Live's own names of things: what tests compare the mirror with.
#pragma once

#include "core/sim/simlive.h"

#include <QJsonObject>

namespace clipdeck::sim {

/// The whole set; its form is described in README.md. A property that an object lacks is null.
QJsonObject dumpSet(const Live &live);

} // namespace clipdeck::sim
