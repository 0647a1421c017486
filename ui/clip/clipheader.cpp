// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clip/clipheader.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int chip = 20;
constexpr int chipGap = 10;
constexpr int clipWidth = 272; // As wide as the two columns of fields below

} // namespace

ClipHeader::ClipHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(chip);
    setClip({});
}

void ClipHeader::setClip(const ClipReading &clip)
{
    m_clip = clip;
    setAccessibleName(
        clip.isClip ? tr("%1, %2").arg(clip.name, clip.where) : tr("No clip is selected"));
    update();
}

QSize ClipHeader::sizeHint() const
{
    return {clipWidth, chip};
}

void ClipHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_clip.isClip) {
        paintElided(painter, rect(),
            tr("No clip is selected: press one in the grid, with Ctrl to leave it as it plays."),
            m_theme.font(Type::Prose), m_theme.color(Role::Text2));
        return;
    }
    fillRounded(painter, QRectF(0, 0, chip, chip), measure::cellRadius,
        QColor(m_theme.clip(m_clip.color).lit));
    const QRectF line(chip + chipGap, 0, std::min(width(), clipWidth) - chip - chipGap, height());
    const double whereWidth = textWidth(m_clip.where, m_theme.font(Type::Base));
    paintElided(painter, line.adjusted(0, 0, -whereWidth - 12, 0), m_clip.name,
        m_theme.font(Type::Title), m_theme.color(Role::Text));
    paintText(painter, line, m_clip.where, m_theme.font(Type::Base), m_theme.color(Role::Text2),
        TextAlign::Right);
}

} // namespace clipdeck

#include "moc_clipheader.cpp"
