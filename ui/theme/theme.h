// SPDX-License-Identifier: GPL-3.0-or-later
// The look as one value: colours by role, clip colours, fonts and measures. Dark or light, for
// mouse or finger, moving or still.
#pragma once

#include "ui/theme/colormath.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/motionsetting.h"
#include "ui/theme/roles.h"

#include <QColor>
#include <QHash>

#include <array>

class QApplication;

namespace clipdeck {

/// A value with one owner (the shell); painted views hold a const reference. To change the look:
/// assign the new value, then applyTo(): every widget gets QEvent::StyleChange and repaints. For
/// the GUI thread alone.
class Theme {
public:
    enum class Kind { Dark, Light };

    explicit Theme(Kind kind = Kind::Dark, Density density = Density::Compact,
        MotionSetting motion = MotionSetting::Full);

    Kind kind() const { return m_kind; }
    bool isDark() const { return m_kind == Kind::Dark; }
    Density density() const { return m_density; }
    const Metrics &metrics() const { return Metrics::of(m_density); }

    /// Pies, bars, meters and lamps stand; what they would tell is told by numbers.
    bool isStill() const { return m_motion == MotionSetting::Still; }
    MotionSetting motion() const { return m_motion; }
    void setMotion(MotionSetting motion) { m_motion = motion; }

    QColor color(Role role) const { return QColor(rgb(role)); }
    QRgb rgb(Role role) const { return m_colors[static_cast<std::size_t>(role)]; }
    /// Black or white, as it reads on the role.
    QColor inkOn(Role role) const { return QColor(clipdeck::inkOn(rgb(role))); }
    /// A colour of Live's (0xRRGGBB) in every form; computed once a colour.
    const ClipColors &clip(int color) const;

    const QFont &font(Type type) const { return m_fonts[static_cast<std::size_t>(type)]; }

    /// Sets style, palette, font and style sheet of the plain widgets; loads the fonts. Call again
    /// after a change.
    void applyTo(QApplication &app) const;

private:
    Kind m_kind;
    Density m_density;
    MotionSetting m_motion;
    std::array<QRgb, roleCount> m_colors;
    std::array<QFont, typeCount> m_fonts;
    mutable QHash<int, ClipColors> m_clips;
};

} // namespace clipdeck
