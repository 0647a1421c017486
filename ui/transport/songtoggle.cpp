// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/songtoggle.h"

#include "core/commands/commands.h"
#include "ui/transport/songwish.h"

namespace clipdeck {

SongToggle::SongToggle(SongField field, ButtonFace face, LiveSet &set, Commands &commands,
    const Theme &theme, QWidget *parent)
    : StripButton(std::move(face), theme, parent)
    , m_field(field)
    , m_set(set)
{
    setCheckable(true);
    setChecked(isShownOn(set, field));
    connect(&set, &LiveSet::changed, this, &SongToggle::follow);
    connect(this, &StripButton::pressed, &commands,
        [&set, &commands, field] { requestToggle(set, commands, field); });
}

void SongToggle::follow(const Changes &changes)
{
    if (concerns(changes, m_field))
        setChecked(isShownOn(m_set, m_field));
}

} // namespace clipdeck

#include "moc_songtoggle.cpp"
