// SPDX-License-Identifier: GPL-3.0-or-later
// Types that several tests of the mirror have in the columns of their tables.
#pragma once

#include "core/live/value.h"

#include <QMetaType>

#include <functional>

namespace clipdeck {

class LiveSet;
using SetEdit = std::function<void(LiveSet &)>; ///< Something that changes the mirror

} // namespace clipdeck

Q_DECLARE_METATYPE(clipdeck::LiveValue)
Q_DECLARE_METATYPE(clipdeck::SetEdit)
