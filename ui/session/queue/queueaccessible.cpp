// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/queue/queueaccessible.h"

#include "ui/session/queue/queuepanel.h"

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QAccessibleWidget>
#include <QPointer>

#include <map>

namespace clipdeck {

namespace {

/// A row by its place. Holds no data: it asks the panel each time.
class RowAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    RowAccessible(QueuePanel &panel, int row)
        : m_panel(&panel)
        , m_row(row)
    {
    }

    bool isValid() const override { return m_panel && !m_panel->rowText(m_row).isEmpty(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return parent() ? parent()->window() : nullptr; }
    QAccessibleInterface *parent() const override
    {
        return m_panel ? QAccessible::queryAccessibleInterface(m_panel) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && m_panel ? m_panel->rowText(m_row) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_panel->row(m_row);
        return {m_panel->mapToGlobal(box.topLeft()), box.size()};
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State out;
        if (!isValid()) {
            out.invalid = true;
            return out;
        }
        out.focusable = true;
        out.focused = m_panel->hasFocus() && m_panel->markedRow() == m_row;
        out.offscreen = m_row >= m_panel->rowsInSight();
        return out;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }

    QStringList actionNames() const override { return {cancel(), pressAction()}; }
    QString localizedActionName(const QString &action) const override
    {
        return action == cancel() ? QueuePanel::tr("Cancel")
                                  : QAccessibleActionInterface::localizedActionName(action);
    }
    void doAction(const QString &action) override
    {
        if (!isValid())
            return;
        if (action == cancel())
            m_panel->cancelRow(m_row);
        else if (action == pressAction())
            m_panel->showRow(m_row);
    }
    QStringList keyBindingsForAction(const QString &action) const override
    {
        return action == cancel() ? QStringList{QStringLiteral("Del")} : QStringList();
    }

private:
    static QString cancel() { return QStringLiteral("cancel"); }

    QPointer<QueuePanel> m_panel;
    int m_row;
};

/// The rows first, then the panel's own widgets.
class QueueAccessible : public QAccessibleWidget {
public:
    explicit QueueAccessible(QueuePanel *panel)
        : QAccessibleWidget(panel, QAccessible::List)
    {
    }
    ~QueueAccessible() override
    {
        for (const auto &[row, id] : m_rows)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return rows() + QAccessibleWidget::childCount(); }
    QAccessibleInterface *child(int index) const override
    {
        if (index >= rows())
            return QAccessibleWidget::child(index - rows());
        if (index < 0)
            return nullptr;
        const auto known = m_rows.find(index);
        if (known != m_rows.end())
            return QAccessible::accessibleInterface(known->second);
        QAccessibleInterface *made = new RowAccessible(*panel(), index);
        m_rows[index] = QAccessible::registerAccessibleInterface(made); // Qt owns it from here
        return made;
    }
    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (const auto &[row, id] : m_rows) {
            if (QAccessible::accessibleInterface(id) == wanted)
                return row;
        }
        const int widget = QAccessibleWidget::indexOfChild(wanted);
        return widget < 0 ? widget : rows() + widget;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int row = 0; row < rows(); ++row) {
            if (child(row)->rect().contains(x, y))
                return child(row);
        }
        return QAccessibleWidget::childAt(x, y);
    }
    QAccessibleInterface *focusChild() const override
    {
        return panel()->hasFocus() && panel()->markedRow() >= 0 ? child(panel()->markedRow())
                                                                : QAccessibleWidget::focusChild();
    }

private:
    QueuePanel *panel() const { return static_cast<QueuePanel *>(widget()); }
    int rows() const { return static_cast<int>(panel()->queue().size()); }

    mutable std::map<int, QAccessible::Id> m_rows;
};

QAccessibleInterface *queueInterface(const QString &, QObject *object)
{
    auto *panel = qobject_cast<QueuePanel *>(object);
    return panel ? new QueueAccessible(panel) : nullptr;
}

} // namespace

void installQueueAccessibility()
{
    QAccessible::installFactory(queueInterface);
}

void tellReordered(QueuePanel &panel)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(&panel, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void tellFocus(QueuePanel &panel, int row)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(&panel, QAccessible::Focus);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

} // namespace clipdeck
