// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/accessible/sessionaccessible.h"

#include "ui/session/accessible/placeaccessible.h"
#include "ui/session/sessionview.h"

#include <QAccessible>
#include <QAccessibleTableInterface>
#include <QAccessibleWidget>

namespace clipdeck {

namespace {

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
        if (!view()->sessionLayout().contains(place))
            return nullptr;
        const auto known = m_children.find(place);
        if (known != m_children.end())
            return QAccessible::accessibleInterface(known->second);
        QAccessibleInterface *made = makePlaceAccessible(*view(), place);
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
        return child(order().indexOf(view()->sessionLayout().hit(at).place));
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
        return view()->sessionLayout().contains(place) ? child(order().indexOf(place)) : nullptr;
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

QAccessibleInterface *sessionInterface(const QString &, QObject *object)
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
    QAccessible::installFactory(sessionInterface);
}

void tellChanged(SessionView &view, Place place)
{
    tell(view, place, QAccessible::NameChanged);
}

void tellStanding(SessionView &view, Place place)
{
    tell(view, place, QAccessible::DescriptionChanged);
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
