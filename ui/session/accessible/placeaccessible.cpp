// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/accessible/placeaccessible.h"

#include "ui/session/display/standing.h"
#include "ui/session/sessionview.h"

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QAccessibleTableCellInterface>
#include <QPointer>

namespace clipdeck {

namespace {

class PlaceAccessible : public QAccessibleInterface,
                        public QAccessibleTableCellInterface,
                        public QAccessibleActionInterface {
public:
    PlaceAccessible(SessionView &view, Place place)
        : m_view(&view)
        , m_place(place)
    {
    }

    bool isValid() const override { return m_view && m_view->sessionLayout().contains(m_place); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        return kind == QAccessible::Name       ? name()
            : kind == QAccessible::Description ? standing()
                                               : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_view->sessionLayout().rect(m_place).toAlignedRect();
        return {m_view->viewport()->mapToGlobal(box.topLeft()), box.size()};
    }

    QAccessible::Role role() const override
    {
        switch (m_place.area) {
        case Area::Header:
            return QAccessible::ColumnHeader;
        case Area::Scene:
            return QAccessible::RowHeader;
        case Area::Slot:
            return QAccessible::Cell;
        default:
            return QAccessible::Button;
        }
    }

    QAccessible::State state() const override
    {
        QAccessible::State out;
        if (!isValid()) {
            out.invalid = true;
            return out;
        }
        const SessionViewState &view = m_view->state();
        out.focusable = true;
        out.selectable = true;
        out.focused = m_view->hasFocus() && view.focus == m_place;
        out.selected = isSelected();
        out.offscreen = !inSight();
        return out;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface *>(this);
        if (type == QAccessible::TableCellInterface && isCell())
            return static_cast<QAccessibleTableCellInterface *>(this);
        return nullptr;
    }

    // As a cell
    bool isSelected() const override
    {
        if (!isValid())
            return false;
        const GridSelection &selection = m_view->state().selection;
        if (m_place.area == Area::Slot)
            return m_view->selectedSlot() == std::optional(slot());
        if (m_place.area == Area::Scene)
            return selection.scene() == SceneIndex(m_place.row);
        return m_place.area == Area::Header && selection.contains(slot().track);
    }
    QList<QAccessibleInterface *> columnHeaderCells() const override
    {
        return other(headerPlace(m_place.column));
    }
    QList<QAccessibleInterface *> rowHeaderCells() const override
    {
        return other(scenePlace(m_place.row));
    }
    int columnIndex() const override { return m_place.column; }
    int rowIndex() const override { return m_place.row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

    // As something to press
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &action) override
    {
        if (!isValid())
            return;
        if (action == pressAction())
            m_view->activate(m_place);
        else if (action == setFocusAction())
            m_view->focusPlace(m_place);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    bool isCell() const { return m_place.area == Area::Slot; }
    SlotId slot() const { return m_view->model().slotAt(m_place.column, m_place.row); }
    bool inSight() const
    {
        const SessionLayout::Range range = m_view->sessionLayout().visible();
        const bool column = m_place.column < 0
            || (m_place.column >= range.firstColumn && m_place.column < range.endColumn);
        const bool row
            = m_place.row < 0 || (m_place.row >= range.firstRow && m_place.row < range.endRow);
        return column && row;
    }
    QString standing() const
    {
        const GridContext now = m_view->context();
        switch (m_place.area) {
        case Area::Scene:
            return sceneStanding(now, SceneIndex(m_place.row));
        case Area::Header:
            return headerStanding(now, slot().track);
        case Area::Slot:
            return groupStanding(now, slot());
        case Area::Stop:
            return stopStanding(readStopCell(now, slot().track));
        case Area::StopAll:
            return stopStanding(readStopAll(now.set));
        default:
            return {};
        }
    }
    QString name() const { return m_view->model().placeName(m_place); }
    QList<QAccessibleInterface *> other(Place place) const
    {
        QAccessibleInterface *table = parent();
        if (!table || !isValid())
            return {};
        return {table->child(ChildOrder(m_view->model()).indexOf(place))};
    }

    QPointer<SessionView> m_view;
    Place m_place;
};

} // namespace

ChildOrder::ChildOrder(const SessionModel &model)
    : m_columns(model.columnCount())
    , m_rows(model.rowCount())
{
}

Place ChildOrder::at(int index) const
{
    if (index < 0 || index >= count())
        return {};
    if (index < m_columns)
        return headerPlace(index);
    index -= m_columns;
    if (index < m_rows * m_columns)
        return slotPlace(index % m_columns, index / m_columns);
    index -= m_rows * m_columns;
    if (index < m_rows)
        return scenePlace(index);
    index -= m_rows;
    return index < m_columns ? stopPlace(index) : stopAllPlace();
}

int ChildOrder::indexOf(Place place) const
{
    const int cells = m_columns + m_rows * m_columns;
    switch (place.area) {
    case Area::Header:
        return place.column;
    case Area::Slot:
        return m_columns + place.row * m_columns + place.column;
    case Area::Scene:
        return cells + place.row;
    case Area::Stop:
        return cells + m_rows + place.column;
    case Area::StopAll:
        return cells + m_rows + m_columns;
    default:
        return -1;
    }
}

QAccessibleInterface *makePlaceAccessible(SessionView &view, Place place)
{
    return new PlaceAccessible(view, place);
}

} // namespace clipdeck
