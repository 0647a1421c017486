// SPDX-License-Identifier: GPL-3.0-or-later
// One place of the session surface for assistive technology, and the order in which the table has them.
#pragma once

#include "ui/session/layout/gridplace.h"

class QAccessibleInterface;

namespace clipdeck {

class SessionModel;
class SessionView;

/// Places in the order of children.
class ChildOrder {
public:
    explicit ChildOrder(const SessionModel &model);

    int count() const { return 2 * m_columns + m_rows * m_columns + m_rows + 1; }

    Place at(int index) const; ///< Nowhere outside
    int indexOf(Place place) const; ///< -1 for places that are no children

private:
    int m_columns;
    int m_rows;
};

/// A header, slot, scene or stop cell. Holds no data: it asks the view each time, so it cannot be wrong for long.
/// The caller registers it with QAccessible, which then owns it.
QAccessibleInterface *makePlaceAccessible(SessionView &view, Place place);

} // namespace clipdeck
