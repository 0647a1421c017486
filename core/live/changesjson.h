// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the mirror as JSON: the lines of `clipdeckctl watch` (docs/formats.md).
#pragma once

#include "core/live/liveset.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace clipdeck {

/// A place in the dump, and what stands there now: ["tracks", 2, "mute"] and true. The place may be new in its object, but
/// arrays never grow or shrink by it: one that does comes whole.
struct JsonChange {
    QJsonArray path;
    QJsonValue value;

    bool operator==(const JsonChange &) const = default;
};

/// A batch of changes of `set` as it stands now. Laid over a dump from before, in order, they give the dump from now. Pure.
std::vector<JsonChange> toJson(const LiveSet &set, const Changes &changes);

} // namespace clipdeck
