// SPDX-License-Identifier: GPL-3.0-or-later
// Between the search field and the grid: what is looked at is shown, what is left is put back.
#pragma once

#include "ui/session/gridaction.h"

#include <QObject>

namespace clipdeck {

class LiveSet;
class SearchField;
class SessionView;
struct SearchHit;

/// Lives with the view; the set outlives both.
class GridFinder : public QObject {
    Q_OBJECT
public:
    GridFinder(SearchField &field, SessionView &view, const LiveSet &set);

private:
    void look(const SearchHit &hit);
    void leave();
    GridSubject shownFor(const GridSubject &subject) const;

    SessionView &m_view;
    const LiveSet &m_set;
    GridSubject m_before; ///< Where one was when the search began
    bool m_isLooking = false;
};

} // namespace clipdeck
