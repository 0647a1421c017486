// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/tempobox.h"

#include "core/commands/commands.h"
#include "core/live/units.h"
#include "ui/theme/theme.h"
#include "ui/transport/readout.h"
#include "ui/transport/songwish.h"
#include "ui/widgets/focusring.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace clipdeck {

namespace {

constexpr double keyStep = 1.0;
constexpr double fineKeyStep = 0.1;

bool beginsNumber(const QKeyEvent &event)
{
    return event.text().size() == 1 && event.text().at(0).isDigit()
        && !(event.modifiers() & Qt::ControlModifier);
}

} // namespace

TempoBox::TempoBox(LiveSet &set, Commands &commands, const Theme &theme, QWidget *parent)
    : QDoubleSpinBox(parent)
    , m_set(set)
    , m_commands(commands)
    , m_theme(theme)
{
    setLocale(QLocale::c());
    setRange(slowestTempo, fastestTempo);
    setDecimals(2);
    setSingleStep(keyStep);
    setKeyboardTracking(false);
    setFocusPolicy(Qt::TabFocus);
    FocusRing::wantedBy(this);
    setCursor(Qt::SizeVerCursor);
    setContextMenuPolicy(Qt::PreventContextMenu);
    lineEdit()->hide();
    show(numberOr(shownSong(set, SongField::Tempo), 120.0));
    connect(&set, &LiveSet::changed, this, &TempoBox::follow);
    connect(this, &QDoubleSpinBox::valueChanged, &commands,
        [&commands](double bpm) { commands.requestSong(SongField::Tempo, bpm); });
    connect(this, &QDoubleSpinBox::editingFinished, this, &TempoBox::endTyping);
}

void TempoBox::setPending(bool pending)
{
    if (std::exchange(m_pending, pending) != pending)
        update();
}

void TempoBox::follow(const Changes &changes)
{
    if (concerns(changes, SongField::Tempo) && !isTyping() && !m_drag)
        show(numberOr(shownSong(m_set, SongField::Tempo), value()));
}

void TempoBox::show(double bpm)
{
    const QSignalBlocker quiet(this);
    setValue(bpm);
    update();
}

bool TempoBox::isTyping() const
{
    return !lineEdit()->isHidden();
}

void TempoBox::beginTyping()
{
    takeFocus();
    lineEdit()->show();
    lineEdit()->selectAll();
}

void TempoBox::takeFocus()
{
    if (hasFocus())
        return;
    m_focusBefore = QApplication::focusWidget();
    setFocus(Qt::OtherFocusReason);
}

void TempoBox::giveFocusBack()
{
    if (hasFocus() && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_focusBefore.clear();
}

void TempoBox::endTyping()
{
    if (!isTyping())
        return;
    lineEdit()->hide();
    giveFocusBack();
    show(numberOr(shownSong(m_set, SongField::Tempo), value()));
}

bool TempoBox::event(QEvent *event)
{
    // The hidden field would claim every letter for itself, and with it the shortcuts of the window.
    if (event->type() == QEvent::ShortcutOverride && !isTyping()) {
        event->setAccepted(beginsNumber(*static_cast<QKeyEvent *>(event)));
        return event->isAccepted();
    }
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QDoubleSpinBox::event(event);
}

void TempoBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintReadout(painter, rect(),
        {tr("Tempo"), isTyping() ? QString() : text(), isEnabled(), m_pending && !isTyping(),
            underMouse()},
        m_theme);
}

void TempoBox::resizeEvent(QResizeEvent *)
{
    lineEdit()->setGeometry(readoutValueBox(rect()));
}

void TempoBox::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || isTyping())
        return;
    takeFocus(); // For Esc and Shift
    m_drag.emplace(value());
    m_dragY = event->globalPosition().y();
}

void TempoBox::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag)
        return;
    const int up = static_cast<int>(std::lround(m_dragY - event->globalPosition().y()));
    m_dragY -= up;
    setValue(m_drag->move(up, event->modifiers() & Qt::ShiftModifier));
}

void TempoBox::mouseReleaseEvent(QMouseEvent *)
{
    m_drag.reset();
    if (!isTyping())
        giveFocusBack();
}

void TempoBox::mouseDoubleClickEvent(QMouseEvent *)
{
    beginTyping();
}

void TempoBox::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (isTyping() || notches == 0.0)
        return;
    setValue(value() + notches * (event->modifiers() & Qt::ShiftModifier ? fineKeyStep : keyStep));
    event->accept();
}

void TempoBox::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Escape) {
        if (m_drag)
            setValue(std::exchange(m_drag, std::nullopt)->startTempo());
        if (isTyping()) {
            lineEdit()->setText(textFromValue(value()));
            endTyping();
        }
        return;
    }
    if (!isTyping() && (key == Qt::Key_Up || key == Qt::Key_Down)
        && (event->modifiers() & Qt::ShiftModifier)) {
        setValue(value() + (key == Qt::Key_Up ? fineKeyStep : -fineKeyStep));
        return;
    }
    if (!isTyping() && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        beginTyping();
        return;
    }
    if (!isTyping() && beginsNumber(*event))
        beginTyping();
    QDoubleSpinBox::keyPressEvent(event);
}

void TempoBox::focusOutEvent(QFocusEvent *event)
{
    QDoubleSpinBox::focusOutEvent(event);
    endTyping();
}

QValidator::State TempoBox::validate(QString &text, int &position) const
{
    text.replace(QLatin1Char(','), QLatin1Char('.'));
    return QDoubleSpinBox::validate(text, position);
}

} // namespace clipdeck

#include "moc_tempobox.cpp"
