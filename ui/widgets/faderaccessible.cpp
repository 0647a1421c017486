// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/faderaccessible.h"

#include "ui/widgets/fader.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace clipdeck {

namespace {

class FaderAccessible : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit FaderAccessible(Fader *fader)
        : QAccessibleWidget(fader, QAccessible::Slider)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        // AT-SPI has no text for values: the description carries it there.
        return kind == QAccessible::Value || kind == QAccessible::Description
            ? fader().face().valueText
            : QAccessibleWidget::text(kind);
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QVariant currentValue() const override { return fader().position(); }
    void setCurrentValue(const QVariant &value) override { fader().nudgeTo(value.toDouble()); }
    QVariant maximumValue() const override { return 1.0; }
    QVariant minimumValue() const override { return 0.0; }
    QVariant minimumStepSize() const override
    {
        const int steps = fader().face().steps;
        return steps > 1 ? 1.0 / (steps - 1) : 0.01;
    }

private:
    Fader &fader() const { return *static_cast<Fader *>(widget()); }
};

QAccessibleInterface *describeFader(const QString &, QObject *object)
{
    auto *fader = qobject_cast<Fader *>(object);
    return fader ? new FaderAccessible(fader) : nullptr;
}

} // namespace

void installFaderAccessibility()
{
    QAccessible::installFactory(describeFader); // keeps each factory once
}

} // namespace clipdeck
