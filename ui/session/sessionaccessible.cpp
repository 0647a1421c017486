// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sessionaccessible.h"

#include "ui/session/sessionview.h"

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QAccessibleTableCellInterface>
#include <QAccessibleTableInterface>
#include <QAccessibleWidget>
#include <QPointer>

namespace clipdeck {

namespace {

/// Places in the order of children.
class ChildOrder {
public:
    explicit ChildOrder(const SessionModel &model)
        : m_columns(model.columnCount())
        , m_rows(model.rowCount())
    {
    }

    int count() const { return 2 * m_columns + m_rows * m_columns + m_rows + 1; }

    Place at(int index) const
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

    int indexOf(Place place) const
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

private:
    int m_columns;
    int m_rows;
};

/// One place of the surface. Holds no data: it asks the view each time, so it cannot be wrong for long.
class PlaceAccessible : public QAccessibleInterface,
                        public QAccessibleTableCellInterface,
                        public QAccessibleActionInterface {
public:
    PlaceAccessible(SessionView &view, Place place)
        : m_view(&view)
        , m_place(place)
    {
    }

    bool isValid() const override { return m_view && m_view->surface().contains(m_place); }
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
        return kind == QAccessible::Name && isValid() ? name() : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_view->surface().rect(m_place).toAlignedRect();
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
        const SurfaceState &view = m_view->state();
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
        const SurfaceState &view = m_view->state();
        if (m_place.area == Area::Slot)
            return m_view->selectedSlot() == std::optional(slot());
        if (m_place.area == Area::Scene)
            return view.scene == SceneIndex(m_place.row);
        return m_place.area == Area::Header && view.track == slot().track;
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
        const SessionLayout::Range range = m_view->surface().visible();
        const bool column = m_place.column < 0
            || (m_place.column >= range.firstColumn && m_place.column < range.endColumn);
        const bool row
            = m_place.row < 0 || (m_place.row >= range.firstRow && m_place.row < range.endRow);
        return column && row;
    }
    QString name() const
    {
        const SessionModel &model = m_view->model();
        switch (m_place.area) {
        case Area::Header:
            return model.trackName(slot().track);
        case Area::Slot:
            return model.cellName(slot());
        case Area::Scene:
            return model.sceneName(SceneIndex(m_place.row));
        case Area::Stop:
            return SessionView::tr("Stop %1").arg(
                model.headerData(m_place.column, Qt::Horizontal, Qt::DisplayRole).toString());
        case Area::StopAll:
            return SessionView::tr("Stop all clips");
        default:
            return {};
        }
    }
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

/// The table itself.
class SessionAccessible : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit SessionAccessible(SessionView *view)
        : QAccessibleWidget(view, QAccessible::Table)
    {
    }
    ~SessionAccessible() override { forgetChildren(); }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableInterface)
            return static_cast<QAccessibleTableInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    int childCount() const override { return order().count(); }
    QAccessibleInterface *child(int index) const override
    {
        const Place place = order().at(index);
        if (!view()->surface().contains(place))
            return nullptr;
        const auto known = m_children.find(place);
        if (known != m_children.end())
            return QAccessible::accessibleInterface(known->second);
        auto *made = new PlaceAccessible(*view(), place);
        m_children[place] = QAccessible::registerAccessibleInterface(made); // Qt owns it from here
        return made;
    }
    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (const auto &[place, id] : m_children) {
            if (QAccessible::accessibleInterface(id) == wanted)
                return order().indexOf(place);
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint at = view()->viewport()->mapFromGlobal(QPoint(x, y));
        return child(order().indexOf(view()->surface().hit(at).place));
    }
    QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? child(order().indexOf(view()->state().focus)) : nullptr;
    }

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override
    {
        const Place place = slotPlace(column, row);
        return view()->surface().contains(place) ? child(order().indexOf(place)) : nullptr;
    }
    int columnCount() const override { return view()->model().columnCount(); }
    int rowCount() const override { return view()->model().rowCount(); }
    QString columnDescription(int column) const override
    {
        return view()->model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    QString rowDescription(int row) const override
    {
        return view()->model().headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
    }
    int selectedCellCount() const override { return view()->selectedSlot() ? 1 : 0; }
    QList<QAccessibleInterface *> selectedCells() const override
    {
        const std::optional<SlotId> slot = view()->selectedSlot();
        QAccessibleInterface *cell
            = slot ? cellAt(slot->scene.value, view()->model().columnOf(slot->track)) : nullptr;
        return cell ? QList<QAccessibleInterface *>{cell} : QList<QAccessibleInterface *>{};
    }
    // Whole rows and columns are never selected.
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { forgetChildren(); }

private:
    SessionView *view() const { return static_cast<SessionView *>(widget()); }
    ChildOrder order() const { return ChildOrder(view()->model()); }
    void forgetChildren()
    {
        for (const auto &[place, id] : m_children)
            QAccessible::deleteAccessibleInterface(id);
        m_children.clear();
    }

    mutable std::map<Place, QAccessible::Id> m_children;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<SessionView *>(object);
    return view ? new SessionAccessible(view) : nullptr;
}

void tell(SessionView &view, Place place, QAccessible::Event what)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(&view, what);
    event.setChild(ChildOrder(view.model()).indexOf(place));
    QAccessible::updateAccessibility(&event);
}

} // namespace

void installSessionAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

void tellChanged(SessionView &view, Place place)
{
    tell(view, place, QAccessible::NameChanged);
}

void tellFocus(SessionView &view, Place place)
{
    tell(view, place, QAccessible::Focus);
}

void tellReset(SessionView &view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleTableModelChangeEvent event(&view, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&event);
}

} // namespace clipdeck
