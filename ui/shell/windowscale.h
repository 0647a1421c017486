// SPDX-License-Identifier: GPL-3.0-or-later
// How large everything in the window is, in per cent of what the system asks for. Beside it the grid has a zoom of its own.
#pragma once

#include <optional>
#include <span>

namespace clipdeck {

/// Qt takes the factor when its application object is made, and at no other time: who changes it makes a new one.
class WindowScale {
public:
    static constexpr int usual = 100;
    /// All that can be chosen, the smallest first.
    static std::span<const int> all();
    /// The nearest that can be chosen.
    static int valid(int percent);
    /// The one so many steps larger, or smaller; the last one at either end.
    static int stepped(int percent, int steps);

    /// Whether a screen that has `ratio` device pixels to a logical one at `now` can be drawn on at `percent`: Qt draws
    /// nothing at less than one.
    static bool isDrawable(int percent, int now, double ratio);

    /// Remembers the factor that the environment has already.
    WindowScale();
    /// For application objects that are made from now on.
    void apply(int percent) const;

private:
    std::optional<double> m_given;
};

} // namespace clipdeck
