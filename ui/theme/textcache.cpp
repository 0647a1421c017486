// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/textcache.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>
#include <memory>

namespace clipdeck {

namespace {

constexpr int mostTexts = 8000; // every name, number and count of a large set in sight
constexpr double unlimited = 1e6;

} // namespace

TextCache::TextCache()
    : m_texts(mostTexts)
{
}

const TextCache::Shaped &TextCache::shaped(
    const Theme &theme, const QString &text, Type type, double room)
{
    const Key key{text, type, static_cast<int>(std::lround(room * 64))};
    if (const Shaped *known = m_texts.object(key))
        return *known;
    const QFont &font = theme.font(type);
    auto made = std::make_unique<Shaped>();
    QTextLayout layout(elideRight(text, font, room), font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    if (line.isValid()) {
        made->runs = layout.glyphRuns();
        made->ascent = line.ascent();
        made->width = textWidth(layout.text(), font);
    }
    const Shaped &out = *made;
    m_texts.insert(key, made.release());
    return out;
}

double TextCache::width(const Theme &theme, const QString &text, Type type)
{
    return text.isEmpty() ? 0 : shaped(theme, text, type, unlimited).width;
}

double TextCache::widthIn(double room, const Theme &theme, const QString &text, Type type)
{
    return text.isEmpty() ? 0 : shaped(theme, text, type, room).width;
}

void TextCache::paint(QPainter &painter, const Theme &theme, const QRectF &box, const QString &text,
    Type type, const QColor &color, TextAlign align)
{
    if (text.isEmpty() || box.width() <= 0)
        return;
    const Shaped &ready = shaped(theme, text, type, box.width());
    const QPointF base = textOrigin(painter, box, theme.font(type).pixelSize(), ready.width, align);
    painter.setPen(color);
    for (const QGlyphRun &run : ready.runs)
        painter.drawGlyphRun(base - QPointF(0, ready.ascent), run);
}

} // namespace clipdeck
