// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mapping/pad.h"

#include "core/mapping/padbank.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/focusring.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace clipdeck {

namespace {

bool isPlayKey(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Space || event.key() == Qt::Key_Return
        || event.key() == Qt::Key_Enter;
}

} // namespace

Pad::Pad(PadBank &pads, int pad, const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_pads(pads)
    , m_index(pad)
    , m_theme(theme)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    FocusRing::wantedBy(this);
    connect(this, &Pad::pressed, this, [this] { m_pads.press(m_index, m_velocity); });
    connect(this, &Pad::released, this, [this] { m_pads.release(m_index); });
    connect(&pads, &PadBank::padChanged, this, [this](int changed) {
        if (changed == m_index)
            update();
    });
    connect(&pads, &PadBank::settingsChanged, this, &Pad::rename);
    rename();
}

void Pad::setLow(bool isLow)
{
    if (std::exchange(m_isLow, isLow) != isLow)
        update();
}

void Pad::rename()
{
    setAccessibleName(tr("Pad %1: note %2").arg(m_index + 1).arg(noteName(m_pads.note(m_index))));
    const QString tip = tr("Plays %1 (%2); the higher the hit, the louder")
                            .arg(noteName(m_pads.note(m_index)))
                            .arg(m_pads.note(m_index));
    setToolTip(tip);
    setStatusTip(tip);
    update();
}

int Pad::velocityAt(double y, int height)
{
    const double up = height > 1 ? 1.0 - std::clamp(y / (height - 1), 0.0, 1.0) : 1.0;
    return 1 + static_cast<int>(std::lround(126.0 * up));
}

void Pad::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || isDown())
        return;
    m_velocity = velocityAt(event->position().y(), height());
    setDown(true);
    Q_EMIT pressed();
    m_velocity.reset();
}

void Pad::mouseMoveEvent(QMouseEvent *event)
{
    event->accept(); // a finger that slides off goes on holding the note
}

void Pad::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        letGo();
}

void Pad::keyPressEvent(QKeyEvent *event)
{
    if (!isPlayKey(*event)) {
        QAbstractButton::keyPressEvent(event);
        return;
    }
    if (event->isAutoRepeat() || isDown())
        return;
    setDown(true);
    Q_EMIT pressed();
}

void Pad::keyReleaseEvent(QKeyEvent *event)
{
    if (!isPlayKey(*event))
        QAbstractButton::keyReleaseEvent(event);
    else if (!event->isAutoRepeat())
        letGo();
}

void Pad::focusOutEvent(QFocusEvent *event)
{
    letGo();
    QAbstractButton::focusOutEvent(event);
}

void Pad::hideEvent(QHideEvent *event)
{
    letGo();
    QAbstractButton::hideEvent(event);
}

void Pad::letGo()
{
    if (!isDown())
        return;
    setDown(false);
    Q_EMIT released();
}

void Pad::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const std::optional<int> sounding = m_pads.sounding(m_index);
    const QRectF box = rect();
    const Role ground = sounding ? Role::Own : underMouse() ? Role::Hover : Role::Control;
    fillRounded(painter, box, measure::controlRadius, m_theme.color(ground));
    const QColor ink = sounding ? m_theme.color(Role::OnOwn) : m_theme.color(Role::Text);
    const QColor soft = sounding ? ink : m_theme.color(Role::Text2);
    const QRectF lower(8, box.height() - 24, box.width() - 16, 18);
    const QRectF nameBox
        = m_isLow ? QRectF(8, (box.height() - 18) / 2, box.width() - 16, 18) : lower;
    const QRectF numberBox = m_isLow ? nameBox : QRectF(8, 5, box.width() - 16, 16);
    paintText(painter, nameBox, noteName(m_pads.note(m_index)),
        m_theme.font(sounding ? Type::Strong : Type::Base), ink);
    const QString number = QString::number(sounding ? *sounding : m_pads.note(m_index));
    paintText(painter, numberBox, number, m_theme.font(Type::Micro), soft,
        m_isLow || sounding ? TextAlign::Right : TextAlign::Left);
}

} // namespace clipdeck

#include "moc_pad.cpp"
