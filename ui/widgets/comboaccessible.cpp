// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/comboaccessible.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QComboBox>

namespace clipdeck {

namespace {

class ComboAccessible : public QAccessibleWidget {
public:
    explicit ComboAccessible(QComboBox *combo)
        : QAccessibleWidget(combo, QAccessible::ComboBox)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value || kind == QAccessible::Description
            ? combo().currentText()
            : QAccessibleWidget::text(kind);
    }
    QStringList actionNames() const override { return {showMenuAction(), pressAction()}; }
    void doAction(const QString &action) override
    {
        if (action == showMenuAction() || action == pressAction())
            combo().showPopup();
    }

private:
    QComboBox &combo() const { return *static_cast<QComboBox *>(widget()); }
};

QAccessibleInterface *describeCombo(const QString &, QObject *object)
{
    auto *combo = qobject_cast<QComboBox *>(object);
    return combo ? new ComboAccessible(combo) : nullptr;
}

} // namespace

void installComboAccessibility()
{
    QAccessible::installFactory(describeCombo); // keeps each factory once
}

} // namespace clipdeck
