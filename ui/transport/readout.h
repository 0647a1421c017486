// SPDX-License-Identifier: GPL-3.0-or-later
// How the read-outs of the transport strip are painted: a small label over a large value.
#pragma once

#include <QRect>
#include <QString>

class QPainter;

namespace clipdeck {

class Theme;

/// What one read-out shows.
struct Readout {
    QString label;
    QString value;
    bool known = true; ///< False: there is no Live to ask; a dash stands for the value
    bool pending = false; ///< Live has not confirmed the value yet
    bool hovered = false; ///< Only for read-outs that can be changed
};

void paintReadout(QPainter &painter, const QRect &box, const Readout &readout, const Theme &theme);

/// The box of the value within a read-out's, where its field stands while the user types.
QRect readoutValueBox(const QRect &box);

} // namespace clipdeck
