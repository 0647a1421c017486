// SPDX-License-Identifier: GPL-3.0-or-later
// A button that is a switch of the song: metronome, Link, session record.
#pragma once

#include "core/live/liveset.h"
#include "ui/widgets/stripbutton.h"

namespace clipdeck {

class Commands;

/// Shows the switch as it is, or as the user wishes it while the wish is on its way; a press wishes it the other way.
class SongToggle : public StripButton {
    Q_OBJECT
public:
    SongToggle(SongField field, ButtonFace face, LiveSet &set, Commands &commands,
        const Theme &theme, QWidget *parent = nullptr);

private:
    void follow(const Changes &changes);

    SongField m_field;
    LiveSet &m_set;
};

} // namespace clipdeck
