// SPDX-License-Identifier: GPL-3.0-or-later
// QueuePanel's picture.
#include "ui/session/queue/queuepanel.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/icons.h"

#include <QPainter>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int whoLeft = 26;
constexpr int whoWidth = 62;
constexpr int whatLeft = 92;

} // namespace

void QueuePanel::text(
    QPainter &painter, const QRectF &box, const QString &text, Type type, QColor color)
{
    m_texts.paint(painter, m_theme, box, text, type, color);
}

void QueuePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    fillBox(painter, rect(), m_theme.color(Role::Void));
    fillRounded(painter, rect(), measure::cellRadius, m_theme.color(Role::Raised));
    text(painter, QRectF(margin, 6, 90, 14), tr("Next change in"), Type::Micro,
        m_theme.color(Role::Text3));
    paintNext(painter);
    if (m_queue.empty()) {
        paintNow(painter);
        return;
    }
    const int shown = std::min(rowsInSight(), static_cast<int>(m_queue.size()));
    for (int i = 0; i < shown; ++i)
        paintRow(painter, row(i), m_queue[static_cast<std::size_t>(i)], i == m_marked);
}

void QueuePanel::paintNext(QPainter &painter)
{
    const bool counts = !m_next.isEmpty();
    const QString count = counts ? m_next : QStringLiteral("–");
    text(painter, QRectF(margin, 20, width() - 2 * margin, 34), count, Type::Count,
        m_theme.color(counts ? Role::Text : Role::Text3));
    if (m_queue.empty())
        return;
    const double after = margin + m_texts.width(m_theme, count, Type::Count) + 6;
    text(painter, QRectF(after, 33, 60, 16), tr("bars.beats"), Type::Micro,
        m_theme.color(Role::Text3));
    const int hidden = static_cast<int>(m_queue.size()) - rowsInSight();
    if (hidden > 0)
        text(painter, QRectF(after + 62, 33, 40, 16), tr("+%1").arg(hidden), Type::Micro,
            m_theme.color(Role::Text2));
}

// Nothing comes: then what is.
void QueuePanel::paintNow(QPainter &painter)
{
    const Scene *scene = m_current ? m_set.scene(*m_current) : nullptr;
    if (!scene || rowsInSight() < 1)
        return;
    const QRect box = row(0);
    paintGlyph(painter, Glyph::Triangle, {6, box.top() + (box.height() - 16) / 2.0}, 16,
        m_theme.color(Role::Play));
    text(painter, QRectF(whoLeft, box.top(), whoWidth, box.height()),
        tr("Scene %1").arg(m_current->value + 1), Type::Base, m_theme.color(Role::Text));
    text(painter, QRectF(whatLeft, box.top(), width() - whatLeft - margin, box.height()),
        scene->name, Type::Base, m_theme.color(Role::Text2));
}

void QueuePanel::paintRow(
    QPainter &painter, const QRect &box, const QueuedChange &change, bool hovered)
{
    Glyph glyph = Glyph::Triangle;
    Role role = Role::Play;
    if (change.kind == QueuedChange::Kind::Record) {
        glyph = Glyph::Record;
        role = Role::Rec;
    } else if (change.kind == QueuedChange::Kind::Stop) {
        glyph = Glyph::Stop;
        role = Role::Text;
    }
    if (hovered)
        fillBox(painter, box, m_theme.color(Role::Control));
    const double middle = box.top() + (box.height() - 16) / 2.0;
    paintGlyph(painter, glyph, {6, middle}, 16, m_theme.color(role));
    text(painter, QRectF(whoLeft, box.top(), whoWidth, box.height()), change.who, Type::Base,
        m_theme.color(Role::Text));
    text(painter, QRectF(whatLeft, box.top(), width() - whatLeft - crossWidth, box.height()),
        change.what, Type::Base, m_theme.color(Role::Text2));
    paintIcon(painter, Icon::Close,
        QRectF(width() - 20, box.top() + (box.height() - 12) / 2.0, 12, 12),
        m_theme.color(hovered ? Role::Text : Role::Text3));
}

} // namespace clipdeck
