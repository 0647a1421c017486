// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/signaturebox.h"

#include "core/commands/commands.h"
#include "ui/theme/theme.h"
#include "ui/transport/readout.h"
#include "ui/transport/signatureedit.h"
#include "ui/transport/songwish.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/inlineedit.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <utility>

namespace clipdeck {

SignatureBox::SignatureBox(LiveSet &set, Commands &commands, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_set(set)
    , m_commands(commands)
    , m_theme(theme)
    , m_editor(new InlineEdit(this))
{
    setFocusPolicy(Qt::TabFocus);
    FocusRing::wantedBy(this);
    setAccessibleName(tr("Signature"));
    setToolTip(tr("Time signature: double-click to type, such as 7/8; wheel and arrows step it, "
                  "with Shift the lower number"));
    setStatusTip(toolTip());
    m_editor->setAccessibleName(tr("Signature"));
    connect(m_editor, &InlineEdit::entered, this, [this](const QString &text) {
        if (const std::optional<Signature> typed = signatureTyped(text, shown()))
            request(*typed);
    });
    connect(m_editor, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (const std::optional<SignatureText> next = nextSignatureField(text)) {
            m_editor->setText(next->text);
            m_editor->setSelection(next->cursor, next->selected);
        }
    });
    connect(&set, &LiveSet::changed, this, &SignatureBox::follow);
    refresh();
}

void SignatureBox::setPending(bool pending)
{
    if (std::exchange(m_pending, pending) != pending)
        update();
}

Signature SignatureBox::shown() const
{
    return {static_cast<int>(numberOr(shownSong(m_set, SongField::SignatureNumerator), 4)),
        static_cast<int>(numberOr(shownSong(m_set, SongField::SignatureDenominator), 4))};
}

void SignatureBox::follow(const Changes &changes)
{
    if (concerns(changes, SongField::SignatureNumerator)
        || concerns(changes, SongField::SignatureDenominator))
        refresh();
}

void SignatureBox::refresh()
{
    const Signature signature = shown();
    m_text = QStringLiteral("%1 / %2").arg(signature.numerator).arg(signature.denominator);
    setAccessibleDescription(m_text);
    update();
}

void SignatureBox::request(Signature wanted)
{
    const Signature before = shown();
    if (wanted.numerator != before.numerator)
        m_commands.requestSong(SongField::SignatureNumerator, wanted.numerator);
    if (wanted.denominator != before.denominator)
        m_commands.requestSong(SongField::SignatureDenominator, wanted.denominator);
}

void SignatureBox::step(int by, bool denominator)
{
    request(denominator ? steppedDenominator(shown(), by) : steppedNumerator(shown(), by));
}

void SignatureBox::beginTyping(const QString &text)
{
    m_editor->open(readoutValueBox(rect()), text.isEmpty() ? m_text : text, text.isEmpty());
}

void SignatureBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintReadout(
        painter, rect(), {tr("Signature"), m_text, isEnabled(), m_pending, underMouse()}, m_theme);
}

void SignatureBox::mouseDoubleClickEvent(QMouseEvent *)
{
    beginTyping({});
}

void SignatureBox::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    const int way = turned.y() != 0 ? turned.y() : turned.x();
    if (way != 0)
        step(way > 0 ? 1 : -1, event->modifiers() & Qt::ShiftModifier);
    event->accept();
}

void SignatureBox::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const QString text = event->text();
    if (key == Qt::Key_Up || key == Qt::Key_Down)
        step(key == Qt::Key_Up ? 1 : -1, event->modifiers() & Qt::ShiftModifier);
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        beginTyping({});
    else if (text.size() == 1 && text.at(0).isDigit())
        beginTyping(text);
    else
        QWidget::keyPressEvent(event);
}

} // namespace clipdeck

#include "moc_signaturebox.cpp"
