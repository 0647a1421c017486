// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/search/gridfinder.h"

#include "ui/session/search/searchfield.h"
#include "ui/session/sessionview.h"

namespace clipdeck {

GridFinder::GridFinder(SearchField &field, SessionView &view, const LiveSet &set)
    : QObject(&view)
    , m_view(view)
    , m_set(set)
{
    connect(&field, &SearchField::looked, this, &GridFinder::look);
    connect(&field, &SearchField::chosen, this, [this](const SearchHit &hit) {
        look(hit);
        m_isLooking = false;
    });
    connect(&field, &SearchField::left, this, &GridFinder::leave);
}

// What lies in a folded group is shown by the group.
GridSubject GridFinder::shownFor(const GridSubject &subject) const
{
    GridSubject shown = subject;
    for (int depth = 0; depth < m_set.trackCount(); ++depth) {
        const Track *track = m_set.track(shown.track);
        if (m_view.placeOf(shown).isValid()
            && m_view.sessionLayout().contains(m_view.placeOf(shown)))
            return shown;
        if (!track || !track->groupTrack)
            break;
        shown.track = TrackIndex(*track->groupTrack);
    }
    return shown;
}

void GridFinder::look(const SearchHit &hit)
{
    if (!m_isLooking)
        m_before = m_view.selection();
    m_isLooking = true;
    m_view.focusPlace(m_view.placeOf(shownFor(hit.subject)));
}

void GridFinder::leave()
{
    if (m_isLooking && m_before.kind != GridSubject::Kind::None)
        m_view.focusPlace(m_view.placeOf(m_before));
    m_isLooking = false;
    m_view.setFocus(Qt::OtherFocusReason);
}

} // namespace clipdeck

#include "moc_gridfinder.cpp"
