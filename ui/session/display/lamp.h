// SPDX-License-Identifier: GPL-3.0-or-later
// Which lamp tells a state: the shape, its ground and its colours. Pure; cellpainter.h draws it.
#pragma once

#include "ui/session/display/cell.h"
#include "ui/session/paint/beatanimation.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/theme.h"

namespace clipdeck {

/// What the hand does to a place: drawn as frames and glyph colour.
struct Attention {
    bool hovered = false;
    bool selected = false;
    bool focused = false;
    bool pressed = false; ///< Held down; shows before anything has been sent

    bool any() const { return hovered || selected || focused || pressed; }
    bool operator==(const Attention &) const = default;
};

struct LampLook {
    Glyph glyph = Glyph::None;
    QColor ground;
    QColor color;
    double part = 0.0; ///< The pie's wedge; with a ring: how solid the glyph is
    QColor ring = {}; ///< Flash-safe: the ring on a ground that never changes

    bool operator==(const LampLook &) const = default;
};

class Lamps {
public:
    Lamps(const Theme &theme, Motion motion)
        : m_theme(theme)
        , m_motion(motion)
    {
    }

    LampLook of(const Cell &cell, Attention attention) const;
    LampLook of(const SceneCell &cell, Attention attention) const;
    LampLook of(const StopCell &cell, Attention attention) const;

private:
    LampLook wished(SlotOverlay overlay, Glyph pressed) const;
    LampLook empty(SlotState state, bool stale) const;
    LampLook clip(const Cell &cell, Attention attention) const;
    LampLook group(const Cell &cell, Attention attention) const;
    QColor glyphAtRest(const Cell &cell, Attention attention) const;
    LampLook queued(Glyph solid, Glyph hollow, Role full, Role ink) const;
    LampLook calm(Glyph glyph, Role ring, double solid) const;
    QColor pulse(Role full, Role low) const;
    QColor color(Role role) const { return m_theme.color(role); }

    const Theme &m_theme;
    Motion m_motion;
};

} // namespace clipdeck
