// SPDX-License-Identifier: GPL-3.0-or-later
// The surface as it was painted last: a frame paints the few boxes that differ, and copies the rest.
#pragma once

#include <QImage>
#include <QRect>

#include <functional>
#include <limits>
#include <vector>

class QPainter;

namespace clipdeck {

/// A picture of the viewport in device pixels, and the boxes (logical px) of it that are out of date. Each box is painted
/// by itself under a plain rectangle: painting under a region of many is what makes small paints dear. GUI thread.
class BackingImage {
public:
    using Paint = std::function<void(QPainter &painter, const QRect &box)>;

    void invalidate() { m_all = true; }
    void invalidate(const QRect &box);
    /// Everything is out of date, and no part can be shown before all is painted.
    bool isBlank() const { return m_all; }
    /// Nothing is out of date.
    bool isFresh() const { return !m_all && m_boxes.empty(); }

    /// Brings the picture up to date for a viewport of `size`; calls `paint` once a box. Stops behind the box at which
    /// `mostNs` have passed; isFresh() tells whether that was the last. Returns the boxes that were painted.
    std::vector<QRect> refresh(
        QSize size, double ratio, const Paint &paint, qint64 mostNs = unlimited);
    /// Copies the picture to where `painter` is clipped to.
    void copyTo(QPainter &painter) const;
    const QImage &image() const { return m_image; }

private:
    static constexpr qint64 unlimited = std::numeric_limits<qint64>::max();

    QRect wholePixels(const QRect &box) const;

    QImage m_image;
    double m_ratio = 1.0;
    std::vector<QRect> m_boxes;
    bool m_all = true;
};

} // namespace clipdeck
