// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/readoutcombo.h"

#include "core/commands/commands.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/transport/readout.h"
#include "ui/transport/songwish.h"
#include "ui/widgets/comboaccessible.h"
#include "ui/widgets/focusring.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <utility>

namespace clipdeck {

ReadoutCombo::ReadoutCombo(SongField field, const QString &label, const QStringList &names,
    LiveSet &set, Commands &commands, const Theme &theme, QWidget *parent)
    : QComboBox(parent)
    , m_field(field)
    , m_label(label)
    , m_set(set)
    , m_theme(theme)
{
    installComboAccessibility();
    addItems(names);
    setMaxVisibleItems(count());
    setFocusPolicy(Qt::TabFocus);
    FocusRing::wantedBy(this);
    setCurrentIndex(static_cast<int>(numberOr(shownSong(set, field), -1.0)));
    connect(&set, &LiveSet::changed, this, &ReadoutCombo::follow);
    connect(this, &QComboBox::activated, &commands,
        [&commands, field](int index) { commands.requestSong(field, index); });
}

void ReadoutCombo::setPending(bool pending)
{
    if (std::exchange(m_pending, pending) != pending)
        update();
}

void ReadoutCombo::follow(const Changes &changes)
{
    if (concerns(changes, m_field))
        setCurrentIndex(static_cast<int>(numberOr(shownSong(m_set, m_field), -1.0)));
}

void ReadoutCombo::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintReadout(
        painter, rect(), {m_label, currentText(), isEnabled(), m_pending, underMouse()}, m_theme);
    if (!isEnabled())
        return;
    const QRect value = readoutValueBox(rect());
    const Role role = underMouse() ? Role::Text : Role::Text2;
    paintIcon(painter, Icon::Down, QRectF(value.right() - 13, value.top() + 5, 14, 14),
        m_theme.color(role));
}

void ReadoutCombo::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void ReadoutCombo::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        showPopup();
    else
        QComboBox::keyPressEvent(event);
}

} // namespace clipdeck

#include "moc_readoutcombo.cpp"
