// SPDX-License-Identifier: GPL-3.0-or-later
// What a press would do here, in words for the status bar and tooltips.
#pragma once

#include "ui/session/display/cell.h"
#include "ui/session/layout/gridplace.h"
#include "ui/session/nowkey.h"
#include "ui/session/sessionmodel.h"

namespace clipdeck {

struct HintHands {
    bool onEdge = false; ///< A drag from here would set the clip's length
    NowKey nowKey = NowKey::Alt;
};

/// Pure. A refused wish gives its reason.
QString hintFor(
    const LiveSet &set, const SessionModel &model, const Hit &hit, HintHands hands, qint64 now);

} // namespace clipdeck
