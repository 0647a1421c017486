// SPDX-License-Identifier: GPL-3.0-or-later
// Finding things in the set by a part of their name. Pure.
#pragma once

#include "core/live/liveset.h"
#include "ui/session/gridaction.h"

#include <vector>

namespace clipdeck {

struct SearchHit {
    enum class Kind { Track, Scene, Clip, Device, Parameter };
    Kind kind = Kind::Clip;
    GridSubject subject; ///< Where it is; devices and parameters: their track
    DeviceIndex device;
    ParameterIndex parameter;
    QString name;
    QString where; ///< "Kick, scene 3"

    bool operator==(const SearchHit &) const = default;
};

/// Best first: names that begin with `wanted`, then those with a word that does, then those that hold it; tracks, scenes and
/// clips before devices and parameters of the same rank. Every word of `wanted` must be in the name or in where it is.
/// Case and accents do not count. At most `most`.
std::vector<SearchHit> search(const LiveSet &set, const QString &wanted, int most = 40);

} // namespace clipdeck
