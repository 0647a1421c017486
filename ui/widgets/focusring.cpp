// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/focusring.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace clipdeck {

namespace {

constexpr auto wantedProperty = "clipdeckFocusRing";

} // namespace

FocusRing::FocusRing(const Theme &theme, QWidget *window)
    : QWidget(window)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    qApp->installEventFilter(this);
    connect(
        qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

void FocusRing::wantedBy(QWidget *control)
{
    control->setProperty(wantedProperty, true);
}

void FocusRing::follow(QWidget *control)
{
    const bool wanted = control && control->window() == parentWidget()
        && control->property(wantedProperty).toBool();
    m_control = wanted ? control : nullptr;
    place();
}

void FocusRing::place()
{
    setVisible(m_control && m_byKey && m_control->isVisible());
    if (!isVisible())
        return;
    const QPoint corner = m_control->mapTo(parentWidget(), QPoint(0, 0));
    setGeometry(QRect(corner, m_control->size())
                    .adjusted(-measure::frame, -measure::frame, measure::frame, measure::frame));
    raise();
    update();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
        if (watched->isWidgetType() && m_byKey != (event->type() == QEvent::KeyPress)) {
            m_byKey = !m_byKey;
            place();
        }
        break;
    case QEvent::Move:
    case QEvent::Resize:
        if (watched == m_control || watched == parentWidget())
            place();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    strokeRounded(
        painter, rect(), measure::controlRadius + 1, m_theme.color(Role::Own), measure::frame);
}

} // namespace clipdeck

#include "moc_focusring.cpp"
