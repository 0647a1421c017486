// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mapping/targetbutton.h"

#include "ui/theme/glyphs.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/focusring.h"

#include <QKeyEvent>
#include <QPainter>

namespace clipdeck {

namespace {

/// "Device: Parameter" for a narrow strip: the device's name gives way, since several faders often share one.
QString fitting(const QString &what, const QFontMetricsF &metrics, double width)
{
    const auto colon = what.indexOf(QLatin1String(": "));
    if (colon < 0 || metrics.horizontalAdvance(what) <= width)
        return what;
    const QString parameter = what.mid(colon);
    const double room = width - metrics.horizontalAdvance(parameter);
    constexpr double leastRoom = 20; // a letter or two and the dots
    if (room < leastRoom)
        return what.mid(colon + 2);
    return QString(metrics.elidedText(what.left(colon), Qt::ElideRight, room) + parameter);
}

} // namespace

TargetButton::TargetButton(int fader, const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_fader(fader)
    , m_theme(theme)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    FocusRing::wantedBy(this);
    setAccessibleName(tr("Choose what fader %1 moves").arg(fader + 1));
}

void TargetButton::setReading(const FaderReading &reading)
{
    m_reading = reading;
    const bool isMappedNow = reading.state != FaderReading::State::NotMapped;
    const QString tip = isMappedNow ? tr("Fader %1: %2, %3. Click to choose something else.")
                                          .arg(m_fader + 1)
                                          .arg(reading.name.track, reading.name.what)
                                    : tr("Choose what fader %1 moves").arg(m_fader + 1);
    setToolTip(tip);
    setStatusTip(tip);
    update();
}

void TargetButton::setLayout(const StripLayout &layout)
{
    m_layout = layout;
    setGeometry(layout.head);
    update();
}

void TargetButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void TargetButton::paintEvent(QPaintEvent *)
{
    using State = FaderReading::State;
    QPainter painter(this);
    const bool isLive = m_reading.state == State::Ready;
    const bool isHovered = underMouse() || isDown();
    if (isHovered)
        fillRounded(
            painter, rect(), measure::controlRadius, m_theme.color(Role::Control), Corners::All);
    const bool isOrphan = m_reading.state == State::Orphan;
    if (!isOrphan || !m_layout.isLow())
        paintText(painter, m_layout.number, QString::number(m_fader + 1),
            m_theme.font(Type::Strong), m_theme.color(Role::Text3),
            m_layout.isLow() ? TextAlign::Right : TextAlign::Left);
    if (isHovered && !m_layout.isLow())
        paintIcon(painter, Icon::Down, QRectF(width() - 22, m_layout.number.top() + 2, 14, 14),
            m_theme.color(Role::Text2));
    if (m_reading.state == State::NotMapped)
        return;
    if (m_reading.color && isLive)
        fillBox(painter, m_layout.color, QColor(m_theme.clip(*m_reading.color).lit));
    if (isOrphan) {
        const QRectF lamp(m_layout.isLow() ? width() - 24 : width() - 26, 4, 20, 20);
        fillRounded(painter, lamp, measure::cellRadius, m_theme.color(Role::Warn));
        paintGlyph(painter, Glyph::Fault, lamp.topLeft(), 20, m_theme.color(Role::OnWarn));
    }
    const int indent = isLive ? 0 : m_layout.track.left() - m_layout.color.left();
    paintElided(painter,
        m_layout.track.adjusted(-indent, 0, isOrphan && m_layout.isLow() ? -6 : 0, 0),
        m_reading.name.track, m_theme.font(Type::Strong),
        m_theme.color(isLive ? Role::Text : Role::Text3));
    const QRectF whatBox = m_layout.what.adjusted(-indent, 0, 0, 0);
    const QFont &font = m_theme.font(Type::Base);
    paintElided(painter, whatBox,
        fitting(m_reading.name.what, QFontMetricsF(font), whatBox.width()), font,
        m_theme.color(isLive ? Role::Text2 : Role::Text3));
}

} // namespace clipdeck

#include "moc_targetbutton.cpp"
