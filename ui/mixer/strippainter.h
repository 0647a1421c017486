// SPDX-License-Identifier: GPL-3.0-or-later
// How a mixer strip is painted. Values in, pixels out.
#pragma once

#include "ui/mixer/meter.h"
#include "ui/mixer/mixerlayout.h"
#include "ui/mixer/stripreading.h"
#include "ui/theme/textcache.h"

#include <array>

namespace clipdeck {

/// Where hands and eyes are on one strip; parts of other columns are none here.
struct StripAttention {
    StripPart hover;
    StripPart focus; ///< With the ring around it
    StripPart pressed;

    bool operator==(const StripAttention &) const = default;
};

/// Both channels. Positions on the fader's scale.
using StereoLook = std::array<MeterLook, 2>;

class StripPainter {
public:
    StripPainter(
        QPainter &painter, const Theme &theme, const MixerLayout &layout, TextCache &texts);

    /// Everything but the meter.
    void strip(int column, const StripReading &reading, const StripAttention &attention);
    void meter(int column, const StereoLook &look);
    /// The place of returns and main, with the reason why they can't be shown.
    void unreachable();

private:
    void label(const QRectF &box, const QString &text, Role role, TextAlign align);
    void leftRow(StripPart part, const StripReading &reading);
    void sideways(const QRectF &groove, StripPart part, const LevelReading &level, bool dim);
    void field(const QRectF &box, const StripReading &reading);
    void fadeMark(const QRectF &field, bool isOut);
    void fader(int column, const LevelReading &volume, Role thumb);
    void thumb(const QRectF &box, Role role);
    void button(StripPart part, const StripReading &reading, const StripAttention &attention);
    void inputOff(const QRectF &button, const QColor &ink);
    QRectF thumbBox(const MixerLayout::Throw &way, double position) const;

    QPainter &m_painter;
    const Theme &m_theme;
    const MixerLayout &m_layout;
    TextCache &m_texts;
};

} // namespace clipdeck
