// SPDX-License-Identifier: GPL-3.0-or-later
// Text that is painted again and again: elided and shaped once. Shaping costs more than all the rest of a cell.
#pragma once

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QCache>
#include <QGlyphRun>
#include <QList>

namespace clipdeck {

/// Belongs to one painted view; clear() when the theme changes. GUI thread.
class TextCache {
public:
    TextCache();

    /// As paintElided() with the theme's font of `type`.
    void paint(QPainter &painter, const Theme &theme, const QRectF &box, const QString &text,
        Type type, const QColor &color, TextAlign align = TextAlign::Left);
    /// How wide it is in full.
    double width(const Theme &theme, const QString &text, Type type);
    /// How wide it is where only `room` is left.
    double widthIn(double room, const Theme &theme, const QString &text, Type type);
    void clear() { m_texts.clear(); }

private:
    struct Key {
        QString text;
        Type type;
        int room; ///< 1/64 px

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed) noexcept
        {
            return qHashMulti(seed, key.text, static_cast<int>(key.type), key.room);
        }
    };
    struct Shaped {
        QList<QGlyphRun> runs;
        double ascent = 0; ///< From the runs' origin to the baseline
        double width = 0;
    };
    const Shaped &shaped(const Theme &theme, const QString &text, Type type, double room);

    QCache<Key, Shaped> m_texts;
};

} // namespace clipdeck
