// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/paint/backingimage.h"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace clipdeck {

namespace {

constexpr std::size_t mostBoxes = 256; // beyond, one paint of all is cheaper

} // namespace

void BackingImage::invalidate(const QRect &box)
{
    if (m_all || box.isEmpty())
        return;
    const auto holds = [&](const QRect &known) { return known.contains(box); };
    if (std::ranges::any_of(m_boxes, holds))
        return;
    m_boxes.push_back(box);
    m_all = m_boxes.size() > mostBoxes;
}

// At 125 and 150 % a box ends between two pixels, where a clip would be rounded; four logical ones are whole at both.
QRect BackingImage::wholePixels(const QRect &box) const
{
    constexpr int step = 4;
    if (m_ratio == std::floor(m_ratio))
        return box;
    const auto down = [](int v) { return static_cast<int>(std::floor(double(v) / step)) * step; };
    return {QPoint(down(box.left()), down(box.top())),
        QPoint(down(box.right()) + step - 1, down(box.bottom()) + step - 1)};
}

std::vector<QRect> BackingImage::refresh(
    QSize size, double ratio, const Paint &paint, qint64 mostNs)
{
    const QSize pixels = (QSizeF(size) * ratio).toSize();
    if (m_image.size() != pixels || m_ratio != ratio) {
        m_image = QImage(pixels, QImage::Format_RGB32);
        m_ratio = ratio;
        m_all = true;
    }
    if (m_all)
        m_boxes = {QRect(QPoint(), size)};
    m_all = false;
    std::vector<QRect> painted;
    if (m_boxes.empty() || m_image.isNull())
        return painted;
    QElapsedTimer time;
    time.start();
    m_image.setDevicePixelRatio(ratio);
    QPainter painter(&m_image);
    painter.setRenderHint(QPainter::TextAntialiasing, true);
    while (painted.size() < m_boxes.size() && (painted.empty() || time.nsecsElapsed() < mostNs)) {
        const QRect whole = wholePixels(m_boxes[painted.size()]);
        painter.save();
        painter.setClipRect(whole);
        paint(painter, whole);
        painter.restore();
        painted.push_back(whole);
    }
    m_boxes.erase(m_boxes.begin(), m_boxes.begin() + std::ssize(painted));
    return painted;
}

void BackingImage::copyTo(QPainter &painter) const
{
    // Pixel by pixel: a picture that is scaled by one is still scaled, and costs as such.
    const QImage plain(m_image.constBits(), m_image.width(), m_image.height(),
        m_image.bytesPerLine(), m_image.format());
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.scale(1 / m_ratio, 1 / m_ratio);
    painter.drawImage(0, 0, plain);
    painter.restore();
}

} // namespace clipdeck
