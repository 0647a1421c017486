// SPDX-License-Identifier: GPL-3.0-or-later
// How much of the window may move by itself.
#pragma once

namespace clipdeck {

enum class MotionSetting {
    Full,
    FlashSafe, ///< No ground ever changes; what is queued fades its glyph once a second
    Still, ///< Nothing moves by itself but numbers
};

} // namespace clipdeck
