// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stripbuttonaccessible.h"

#include "ui/widgets/stripbutton.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace clipdeck {

namespace {

/// Qt's own only flips what a switch shows, and Live would never hear of it.
class StripButtonAccessible : public QAccessibleWidget {
public:
    explicit StripButtonAccessible(StripButton *button)
        : QAccessibleWidget(button)
    {
    }

    QAccessible::Role role() const override
    {
        return button().isCheckable() ? QAccessible::CheckBox : QAccessible::Button;
    }
    QAccessible::State state() const override
    {
        QAccessible::State out = QAccessibleWidget::state();
        out.checkable = button().isCheckable();
        out.checked = button().isChecked();
        out.pressed = button().isDown();
        return out;
    }
    QStringList actionNames() const override
    {
        return QStringList{button().isCheckable() ? toggleAction() : pressAction()}
        + QAccessibleWidget::actionNames();
    }
    void doAction(const QString &action) override
    {
        if (action == toggleAction() || action == pressAction())
            button().click();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    StripButton &button() const { return *static_cast<StripButton *>(widget()); }
};

QAccessibleInterface *describeStripButton(const QString &, QObject *object)
{
    auto *button = qobject_cast<StripButton *>(object);
    return button ? new StripButtonAccessible(button) : nullptr;
}

} // namespace

void installStripButtonAccessibility()
{
    QAccessible::installFactory(describeStripButton); // keeps each factory once
}

} // namespace clipdeck
