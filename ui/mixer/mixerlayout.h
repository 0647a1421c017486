// SPDX-License-Identifier: GPL-3.0-or-later
// Geometry of the mixer: strips under the grid's columns, and the controls on a strip.
#pragma once

#include "ui/mixer/strippart.h"
#include "ui/session/layout/sessionlayout.h"

#include <vector>

namespace clipdeck {

/// Pure; logical pixels of the mixer, which begins where the grid's viewport begins. Columns are the grid's own.
class MixerLayout {
public:
    struct Input {
        SessionLayout columns; ///< Where the grid has them, scrolled as it is
        int sends = 0;
        int firstSend = 0; ///< Of those that a strip has room for
    };
    /// Where the volume's thumb can be: middles at 1 and at 0.
    struct Throw {
        double center = 0;
        double top = 0;
        double bottom = 0;

        double length() const { return bottom - top; }
        double at(double position) const; ///< On a whole pixel
    };

    MixerLayout() = default;
    explicit MixerLayout(const Input &input);

    static int heightOf(const Metrics &metrics); ///< Of the whole mixer with its margins

    const Input &input() const { return m_in; }
    const Metrics &metrics() const { return m_in.columns.metrics(); }
    int columnCount() const { return m_in.columns.input().columns; }
    SessionLayout::Range visible() const { return m_in.columns.visible(); }
    QRectF area() const; ///< What strips may paint on
    /// The place behind the last track, where returns and main would stand; scrolls with the columns.
    QRectF unreachable() const;

    QRectF strip(int column) const;
    int columnAt(double x) const; ///< -1 where there is none in sight
    /// Where a control is painted; empty for what has no room or is turned away.
    QRectF box(StripPart part) const;
    /// Where it takes the pointer or a finger: no target is below what a hand needs.
    QRectF target(StripPart part) const;
    Throw throwOf(int column) const;
    QRectF meterBar(int column, int side) const; ///< 0 left, 1 right
    bool isWide(int column) const; ///< There is room for the values of pan and sends
    bool isTall() const; ///< Pan and sends have a line for their name and one for their groove

    int shownSends() const { return m_shownSends; }
    int endSend() const; ///< Behind the last that is shown
    bool turnsSends() const { return m_in.sends > m_shownSends; }
    /// All controls of a strip that are in sight, in the order of the Tab key.
    std::vector<StripPart> parts(int column) const;
    StripPart hit(QPointF position) const;

private:
    double pitch() const;
    QRectF leftRow(int column, int row) const;

    Input m_in;
    int m_rows = 0; ///< Pan, sends and the turner
    int m_shownSends = 0;
};

} // namespace clipdeck
