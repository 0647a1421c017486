// SPDX-License-Identifier: GPL-3.0-or-later
// What painting keeps between two frames.
#pragma once

#include "ui/session/display/cell.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/textcache.h"

#include <QCache>
#include <QPainter>
#include <QPixmap>

namespace clipdeck {

/// What a cell at rest looks like depends on nothing else.
struct RestKey {
    QString name;
    QString length; ///< Where it is shown
    int color = -1; ///< -1: no clip
    SlotState state = SlotState::Empty;
    bool fullColor = false;
    QSize pixels;

    bool operator==(const RestKey &) const = default;
    friend size_t qHash(const RestKey &key, size_t seed) noexcept
    {
        return qHashMulti(seed, key.name, key.length, key.color, static_cast<int>(key.state),
            key.fullColor, key.pixels.width(), key.pixels.height());
    }
};

/// A lamp's ground by itself, or its glyph by itself: in every pairing they are few.
struct LampKey {
    QRgb color = 0;
    Glyph glyph = Glyph::None; ///< None: the ground
    int part = 0; ///< The pie's wedge, in 1/partSteps
    int corners = 0; ///< The ground's
    int pixels = 0; ///< Its side

    bool operator==(const LampKey &) const = default;
    friend size_t qHash(const LampKey &key, size_t seed) noexcept
    {
        return qHashMulti(
            seed, key.color, static_cast<int>(key.glyph), key.part, key.corners, key.pixels);
    }
};

/// A track's head without the frames around it.
struct HeaderKey {
    HeaderCell look;
    bool selected = false;
    QSize pixels;

    bool operator==(const HeaderKey &) const = default;
    friend size_t qHash(const HeaderKey &key, size_t seed) noexcept
    {
        return qHashMulti(
            seed, key.look.name, key.look.color, key.look.number, key.selected, key.pixels.width());
    }
};

/// A scene that rests, without the frames around it.
struct SceneKey {
    SceneCell look;
    bool selected = false;
    bool hovered = false;
    QSize pixels;

    bool operator==(const SceneKey &) const = default;
    friend size_t qHash(const SceneKey &key, size_t seed) noexcept
    {
        return qHashMulti(
            seed, key.look.name, key.look.number, key.selected, key.hovered, key.pixels.width());
    }
};

/// What painting may keep between two frames: shaped texts, and whole cells at rest. Belongs to the view; clear() when
/// the theme changes.
struct PaintCache {
    TextCache texts;
    QCache<RestKey, QPixmap> rests{mostRestPixels};
    QCache<LampKey, QPixmap> lamps{mostLamps};
    QCache<HeaderKey, QPixmap> headers{mostEdges};
    QCache<SceneKey, QPixmap> scenes{mostEdges};

    static constexpr int mostLamps = 1000;
    static constexpr int mostEdges = 4 << 20; ///< Pixels, as below
    static constexpr int mostRestPixels = 8
        << 20; ///< 32 MB: a full screen of different clips at 2× four times over

    void clear()
    {
        texts.clear();
        rests.clear();
        lamps.clear();
        headers.clear();
        scenes.clear();
    }
};

/// The picture of `key`; `paint` makes it where there is none yet, on a box of `size` at the origin, over `ground`. `scale`:
/// device pixels a unit.
template <class Key, class Paint>
QPixmap kept(QCache<Key, QPixmap> &cache, const Key &key, QSizeF size, double scale,
    const QColor &ground, Paint paint)
{
    if (const QPixmap *known = cache.object(key))
        return *known;
    QPixmap made((size * scale).toSize());
    made.setDevicePixelRatio(scale);
    made.fill(ground); // opaque: corners show the gap
    QPainter painter(&made);
    painter.setRenderHint(QPainter::TextAntialiasing, true);
    paint(painter, QRectF(QPointF(), size));
    painter.end();
    cache.insert(key, new QPixmap(made), made.width() * made.height()); // the cache owns it
    return made;
}

} // namespace clipdeck
