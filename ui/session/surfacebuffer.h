// SPDX-License-Identifier: GPL-3.0-or-later
// The surface as it was painted last: a frame paints the few boxes that differ, and copies the rest.
#pragma once

#include <QImage>
#include <QRect>

#include <functional>
#include <vector>

class QPainter;

namespace clipdeck {

/// A picture of the viewport in device pixels, and the boxes (logical px) of it that are out of date. Each box is painted
/// by itself under a plain rectangle: painting under a region of many is what makes small paints dear. GUI thread.
class SurfaceBuffer {
public:
    using Paint = std::function<void(QPainter &painter, const QRect &box)>;

    void invalidate() { m_all = true; }
    void invalidate(const QRect &box);
    /// So many boxes that it is cheaper to copy all of the picture than each of them by itself.
    bool isScattered() const { return m_all || m_boxes.size() > mostCopies; }

    /// Brings the picture up to date for a viewport of `size`; calls `paint` once a box.
    void refresh(QSize size, double ratio, const Paint &paint);
    /// Copies the picture to where `painter` is clipped to.
    void copyTo(QPainter &painter) const;
    const QImage &image() const { return m_image; }

private:
    static constexpr std::size_t mostCopies = 48;

    QRect wholePixels(const QRect &box) const;

    QImage m_image;
    double m_ratio = 1.0;
    std::vector<QRect> m_boxes;
    bool m_all = true;
};

} // namespace clipdeck
