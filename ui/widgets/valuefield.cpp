// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/valuefield.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <utility>

namespace clipdeck {

namespace {

constexpr int labelWidth = 56;
constexpr int fieldWidth = 72;
constexpr int fieldPadding = 6;

} // namespace

ValueField::ValueField(const QString &label, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_label(label)
    , m_theme(theme)
{
    setAccessibleName(label);
    setFixedSize(sizeHint());
}

void ValueField::setValue(const QString &value)
{
    if (value == m_value)
        return;
    m_value = value;
    setAccessibleDescription(value);
    update();
}

void ValueField::setPending(bool pending)
{
    if (std::exchange(m_pending, pending) != pending)
        update();
}

QSize ValueField::sizeHint() const
{
    return {labelWidth + fieldWidth, m_theme.metrics().buttonHeight};
}

void ValueField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintText(painter, rect(), m_label, m_theme.font(Type::Base), m_theme.color(Role::Text2));
    const QRectF field(labelWidth, 0, fieldWidth, height());
    fillRounded(painter, field, measure::controlRadius, m_theme.color(Role::Field));
    const QRectF text = field.adjusted(fieldPadding, 0, -fieldPadding, 0);
    paintText(painter, text, m_value, m_theme.font(Type::Base), m_theme.color(Role::Text),
        TextAlign::Right);
    if (m_pending)
        fillBox(painter, QRectF(text.left(), field.bottom() - 3, text.width(), 2),
            m_theme.color(Role::Own));
}

} // namespace clipdeck

#include "moc_valuefield.cpp"
