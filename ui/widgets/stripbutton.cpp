// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stripbutton.h"

#include "ui/theme/paint.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/stripbuttonaccessible.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>
#include <utility>

namespace clipdeck {

namespace {

constexpr int wordMargin = 12;

} // namespace

StripButton::StripButton(ButtonFace face, const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_face(std::move(face))
{
    installStripButtonAccessibility();
    setFocusPolicy(Qt::TabFocus);
    FocusRing::wantedBy(this);
}

void StripButton::setFace(ButtonFace face)
{
    m_face = std::move(face);
    updateGeometry();
    update();
}

void StripButton::describe(
    const QString &name, const QString &sentence, const QKeySequence &shortcut)
{
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    const QString tip = keys.isEmpty() ? sentence : tr("%1 (%2)").arg(sentence, keys);
    setAccessibleName(name);
    setAccessibleDescription(sentence);
    setToolTip(tip);
    setStatusTip(tip);
    setShortcut(shortcut);
}

void StripButton::setOnRoles(Role ground, Role ink)
{
    m_onGround = ground;
    m_onInk = ink;
    update();
}

void StripButton::setRestRole(Role role)
{
    m_rest = role;
    update();
}

void StripButton::setGroundRole(Role role)
{
    m_ground = role;
    update();
}

void StripButton::setDim(bool dim)
{
    if (std::exchange(m_dim, dim) != dim)
        update();
}

void StripButton::setPending(bool pending)
{
    if (std::exchange(m_pending, pending) != pending)
        update();
}

QSize StripButton::sizeHint() const
{
    const int height = m_theme.metrics().transportHeight - 16;
    if (m_face.word.isEmpty())
        return {m_face.glyph ? 46 : 38, height};
    const double word = textWidth(m_face.word, m_theme.font(Type::Strong));
    return {static_cast<int>(std::ceil(word)) + 2 * wordMargin, height};
}

QColor StripButton::groundColor() const
{
    if (!isEnabled())
        return m_theme.color(m_ground);
    if (isChecked())
        return m_theme.color(m_onGround);
    if (isDown())
        return m_theme.color(Role::Line);
    return m_theme.color(underMouse() ? Role::Hover : m_ground);
}

QColor StripButton::faceColor() const
{
    if (!isEnabled())
        return m_theme.color(Role::Text3);
    const QColor face = !isChecked() ? m_theme.color(m_rest)
        : m_onInk                    ? m_theme.color(*m_onInk)
                                     : m_theme.inkOn(m_onGround);
    return m_dim ? QColor(mixColors(groundColor().rgb(), face.rgb(), 0.5)) : face;
}

void StripButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF box(rect());
    fillRounded(painter, box, measure::controlRadius, groundColor());
    const QPointF middle = box.center();
    const auto corner = [&](int side) {
        return QPointF(std::floor(middle.x() - side / 2.0), std::floor(middle.y() - side / 2.0));
    };
    if (m_face.glyph) {
        const int side = height() >= 24 ? 20 : 16;
        paintGlyph(painter, *m_face.glyph, corner(side), side, faceColor());
    } else if (m_face.icon) {
        paintIcon(painter, *m_face.icon, QRectF(corner(16), QSizeF(16, 16)), faceColor());
    } else {
        const QFont &font = m_theme.font(isChecked() ? Type::Strong : Type::Base);
        paintText(painter, box, m_face.word, font, faceColor(), TextAlign::Center);
    }
    if (m_pending && isEnabled())
        painter.fillRect(
            QRectF(box.left() + 4, box.bottom() - 4, box.width() - 8, 2), m_theme.color(Role::Own));
}

void StripButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!event->isAutoRepeat())
            click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void StripButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void StripButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace clipdeck

#include "moc_stripbutton.cpp"
