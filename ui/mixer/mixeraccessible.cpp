// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mixer/mixeraccessible.h"

#include "ui/mixer/mixerview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QPointer>

namespace clipdeck {

namespace {

/// Column by column: the fixed controls, then the sends.
constexpr std::array fixedControls{StripControl::Volume, StripControl::Pan, StripControl::Mute,
    StripControl::Solo, StripControl::Arm, StripControl::Meter};

class PartOrder {
public:
    explicit PartOrder(const MixerView &view)
        : m_columns(view.mixerLayout().columnCount())
        , m_sends(view.mixerLayout().input().sends)
    {
    }
    int count() const { return m_columns * perColumn(); }
    StripPart at(int index) const
    {
        if (index < 0 || index >= count())
            return {};
        const int place = index % perColumn();
        const int column = index / perColumn();
        const int fixed = static_cast<int>(fixedControls.size());
        if (place >= fixed)
            return {StripControl::Send, column, place - fixed};
        return {fixedControls.at(static_cast<std::size_t>(place)), column};
    }
    int indexOf(StripPart part) const
    {
        for (int place = 0; place < perColumn(); ++place) {
            const int index = part.column * perColumn() + place;
            if (at(index) == part)
                return index;
        }
        return -1;
    }

private:
    int perColumn() const { return static_cast<int>(fixedControls.size()) + m_sends; }

    int m_columns;
    int m_sends;
};

/// One control. Holds no data: it asks the view each time.
class PartAccessible : public QAccessibleInterface,
                       public QAccessibleActionInterface,
                       public QAccessibleValueInterface {
public:
    PartAccessible(MixerView &view, StripPart part)
        : m_view(&view)
        , m_part(part)
    {
    }

    bool isValid() const override { return m_view && m_view->trackAt(m_part.column).isValid(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return parent() ? parent()->window() : nullptr; }
    QAccessibleInterface *parent() const override
    {
        return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        const StripReading strip = m_view->reading(m_part.column);
        if (kind == QAccessible::Name)
            return partName(strip.name, m_part);
        // AT-SPI has no text for values: the description carries it there.
        if (kind != QAccessible::Value && kind != QAccessible::Description)
            return {};
        if (m_part.control == StripControl::Meter)
            return m_view->meterText(m_part.column);
        if (m_part.control == StripControl::Arm && strip.isInputOff)
            return QCoreApplication::translate("MixerView", "input off");
        if (!m_part.isLevel())
            return {};
        const QString level = levelText(m_part, levelOf(strip, m_part).live);
        return strip.fade && m_part.control == StripControl::Volume
            ? QStringLiteral("%1, %2").arg(level, fadeText(*strip.fade))
            : level;
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        // All that takes the press, not only what is painted of it.
        const QRect box = m_view->mixerLayout().target(m_part).toAlignedRect();
        return box.isEmpty() ? QRect() : QRect(m_view->mapToGlobal(box.topLeft()), box.size());
    }
    QAccessible::Role role() const override
    {
        if (m_part.control == StripControl::Meter)
            return QAccessible::Indicator;
        return m_part.isLevel() ? QAccessible::Slider : QAccessible::CheckBox;
    }
    QAccessible::State state() const override
    {
        QAccessible::State out;
        if (!isValid()) {
            out.invalid = true;
            return out;
        }
        const StripReading strip = m_view->reading(m_part.column);
        const SessionLayout::Range range = m_view->mixerLayout().visible();
        out.focusable = m_part.control != StripControl::Meter;
        out.focused = m_view->hasFocus() && m_view->focusPart() == m_part;
        out.offscreen = m_part.column < range.firstColumn || m_part.column >= range.endColumn;
        if (m_part.isSwitch()) {
            const SwitchReading one = switchOf(strip, m_part.control);
            out.checkable = true;
            out.checked = one.on;
            out.disabled = !one.has;
            out.invisible = !one.has;
        } else if (m_part.isLevel()) {
            out.disabled = !levelOf(strip, m_part).live;
        }
        return out;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface *>(this);
        if (type == QAccessible::ValueInterface && m_part.isLevel())
            return static_cast<QAccessibleValueInterface *>(this);
        return nullptr;
    }

    QStringList actionNames() const override
    {
        if (m_part.isLevel())
            return {increaseAction(), decreaseAction(), setFocusAction()};
        return {pressAction(), setFocusAction()};
    }
    void doAction(const QString &action) override
    {
        if (!isValid())
            return;
        if (action == pressAction())
            m_view->press(m_part);
        else if (action == setFocusAction())
            m_view->focusOn(m_part);
        else if (action == increaseAction() || action == decreaseAction())
            m_view->step(
                m_part, action == increaseAction() ? LevelStep::Up : LevelStep::Down, false);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

    QVariant currentValue() const override
    {
        return isValid()
            ? levelOf(m_view->reading(m_part.column), m_part).shown().value_or(minimum())
            : 0.0;
    }
    void setCurrentValue(const QVariant &value) override
    {
        if (isValid())
            m_view->setLevel(m_part, std::clamp(value.toDouble(), minimum(), 1.0));
    }
    QVariant maximumValue() const override { return 1.0; }
    QVariant minimumValue() const override { return minimum(); }
    QVariant minimumStepSize() const override { return 0.01; }

private:
    double minimum() const { return rangeOf(m_part.control).minimum; }

    QPointer<MixerView> m_view;
    StripPart m_part;
};

class MixerAccessible : public QAccessibleWidget {
public:
    explicit MixerAccessible(MixerView *view)
        : QAccessibleWidget(view, QAccessible::Grouping)
    {
    }
    ~MixerAccessible() override { forgetChildren(); }

    int childCount() const override { return PartOrder(*view()).count(); }
    QAccessibleInterface *child(int index) const override
    {
        const StripPart part = PartOrder(*view()).at(index);
        if (!part.isValid())
            return nullptr;
        const auto known = m_children.find(part);
        if (known != m_children.end())
            return QAccessible::accessibleInterface(known->second);
        QAccessibleInterface *made = new PartAccessible(*view(), part);
        m_children[part] = QAccessible::registerAccessibleInterface(made); // Qt owns it from here
        return made;
    }
    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (const auto &[part, id] : m_children) {
            if (QAccessible::accessibleInterface(id) == wanted)
                return PartOrder(*view()).indexOf(part);
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const StripPart part = view()->mixerLayout().hit(view()->mapFromGlobal(QPoint(x, y)));
        return child(PartOrder(*view()).indexOf(part));
    }
    QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? child(PartOrder(*view()).indexOf(view()->focusPart()))
                                  : nullptr;
    }

private:
    MixerView *view() const { return static_cast<MixerView *>(widget()); }
    void forgetChildren()
    {
        for (const auto &[part, id] : m_children)
            QAccessible::deleteAccessibleInterface(id);
        m_children.clear();
    }

    mutable std::map<StripPart, QAccessible::Id> m_children;
};

QAccessibleInterface *mixerInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<MixerView *>(object);
    return view ? new MixerAccessible(view) : nullptr;
}

} // namespace

void installMixerAccessibility()
{
    QAccessible::installFactory(mixerInterface);
}

void tellValue(MixerView &view, StripPart part)
{
    if (!QAccessible::isActive())
        return;
    const int child = PartOrder(view).indexOf(part);
    if (part.isLevel()) {
        QAccessibleValueChangeEvent event(
            &view, levelOf(view.reading(part.column), part).shown().value_or(0.0));
        event.setChild(child);
        QAccessible::updateAccessibility(&event);
        return;
    }
    QAccessible::State changed;
    changed.checked = true;
    QAccessibleStateChangeEvent event(&view, changed);
    event.setChild(child);
    QAccessible::updateAccessibility(&event);
}

void tellFocus(MixerView &view, StripPart part)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(PartOrder(view).indexOf(part));
    QAccessible::updateAccessibility(&event);
}

} // namespace clipdeck
