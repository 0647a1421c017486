// SPDX-License-Identifier: GPL-3.0-or-later
// Identities of Live's objects for tests: a letter each.
#pragma once

#include "core/sync/structure/structure.h"

#include <vector>

namespace clipdeck {

/// "abc": three objects, told apart by their letters.
inline std::vector<Identity> identitiesOf(const QString &letters)
{
    return {letters.cbegin(), letters.cend()};
}

} // namespace clipdeck
