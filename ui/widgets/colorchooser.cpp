// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/colorchooser.h"

#include "ui/theme/livepalette.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QWidgetAction>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int count = static_cast<int>(livePalette.size());
constexpr int margin = 6;
constexpr int gap = 2;

int colorAt(int index)
{
    return static_cast<int>(livePalette.at(static_cast<std::size_t>(index)) & 0xFFFFFF);
}

int indexOf(int color)
{
    for (int i = 0; i < count; ++i) {
        if (colorAt(i) == color)
            return i;
    }
    return -1;
}

} // namespace

ColorChooser::ColorChooser(int current, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_current(indexOf(current))
    , m_marked(std::max(0, m_current))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Colour"));
    setToolTip(tr("Live's colours: arrows move, Return chooses"));
    describe();
}

QSize ColorChooser::sizeHint() const
{
    const QRect last = swatch(count - 1);
    return {last.right() + 1 + margin, last.bottom() + 1 + margin};
}

QRect ColorChooser::swatch(int index) const
{
    const int side = m_theme.metrics().lamp - 2;
    const int pitch = side + gap;
    return {margin + (index % columns) * pitch, margin + (index / columns) * pitch, side, side};
}

int ColorChooser::at(QPoint position) const
{
    for (int i = 0; i < count; ++i) {
        if (swatch(i).contains(position))
            return i;
    }
    return -1;
}

void ColorChooser::describe()
{
    setAccessibleDescription(tr("Row %1, column %2: %3")
                                 .arg(m_marked / columns + 1)
                                 .arg(m_marked % columns + 1)
                                 .arg(QColor(livePalette.at(std::size_t(m_marked))).name()));
}

void ColorChooser::move(int by)
{
    m_marked = std::clamp(m_marked + by, 0, count - 1);
    describe();
    update();
}

void ColorChooser::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int i = 0; i < count; ++i) {
        const QRectF box(swatch(i));
        fillRounded(painter, box, measure::cellRadius, QColor(livePalette.at(std::size_t(i))));
        if (i == m_current)
            paintText(painter, box, QStringLiteral("•"), m_theme.font(Type::Strong),
                QColor(m_theme.clip(colorAt(i)).litInk), TextAlign::Center);
        if (i == m_marked && hasFocus())
            strokeRounded(painter, box.adjusted(-2, -2, 2, 2), measure::controlRadius,
                m_theme.color(Role::Own), 2);
    }
}

// A press takes the keys as well, or a menu would close without having heard it.
void ColorChooser::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void ColorChooser::mouseReleaseEvent(QMouseEvent *event)
{
    if (const int index = at(event->position().toPoint()); index >= 0)
        Q_EMIT chosen(colorAt(index));
}

void ColorChooser::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        move(-1);
        break;
    case Qt::Key_Right:
        move(1);
        break;
    case Qt::Key_Up:
        move(m_marked < columns ? 0 : -columns);
        break;
    case Qt::Key_Down:
        move(m_marked >= count - columns ? 0 : columns);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT chosen(colorAt(m_marked));
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

QMenu *addColorMenu(QMenu &menu, const QString &title, int current, const Theme &theme,
    std::function<void(int)> chosen)
{
    QMenu *colors = menu.addMenu(title);
    auto *chooser = new ColorChooser(current, theme);
    auto *action = new QWidgetAction(colors);
    action->setDefaultWidget(chooser);
    colors->addAction(action);
    QObject::connect(chooser, &ColorChooser::chosen, &menu,
        [&menu, colors, chosen = std::move(chosen)](int color) {
            chosen(color);
            colors->close();
            menu.close();
        });
    // The keys go to the swatches as soon as they are there.
    QObject::connect(colors, &QMenu::aboutToShow, chooser,
        [chooser] { chooser->setFocus(Qt::PopupFocusReason); });
    return colors;
}

} // namespace clipdeck
