// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of a fader's strip lie.
#pragma once

#include <QRect>

namespace clipdeck {

/// Boxes in the strip's own pixels, from its size alone. A low strip does without the row of the number and the note at its
/// foot: the throw counts most.
struct StripLayout {
    QRect head; ///< Number, track and target; the button that chooses
    QRect number;
    QRect color; ///< The track's, a bar at the left of both lines
    QRect track;
    QRect what;
    QRect value;
    QRect fader;
    QRect note; ///< Empty in a low strip

    bool isLow() const { return note.isEmpty(); }
};

StripLayout stripLayout(const QSize &size);

} // namespace clipdeck
