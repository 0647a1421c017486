// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mapping/faderpadpanel.h"

#include "core/mapping/controllersetup.h"
#include "ui/mapping/faderstrip.h"
#include "ui/mapping/padpanel.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int faderMargin = measure::margin;
constexpr int stripGap = 4;
constexpr int stripMost = 110; ///< Pitch
constexpr int stripLeast = 80;
constexpr int padsLeast = 520; ///< The tool row's width
constexpr int ruleGap = 8;

int stripPitch(int width)
{
    const int room = width - padsLeast - 2 * faderMargin - 2 * ruleGap;
    return std::clamp(room / FaderBank::size, stripLeast, stripMost);
}

} // namespace

FaderPadPanel::FaderPadPanel(ControllerSetup &desk, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_theme(theme)
{
    for (int fader = 0; fader < FaderBank::size; ++fader)
        m_strips.push_back(new FaderStrip(desk.faders(), fader, theme, this));
    m_pads = new PadPanel(desk.pads(), desk.midi(), theme, this);
    connect(&desk.faders(), &FaderBank::notSent, this, &FaderPadPanel::tellNotSent);
    connect(&desk.pads(), &PadBank::notSent, this, &FaderPadPanel::tellNotSent);
}

void FaderPadPanel::tellNotSent()
{
    const QString why = m_desk.midi().sentence();
    Q_EMIT refused(why.isEmpty() ? tr("Nothing was sent: no MIDI output is chosen.") : why);
}

QSize FaderPadPanel::sizeHint() const
{
    return {2 * faderMargin + FaderBank::size * stripMost + 2 * ruleGap + padsLeast,
        std::max(250, minimumSizeHint().height())};
}

QSize FaderPadPanel::minimumSizeHint() const
{
    return {2 * faderMargin + FaderBank::size * stripLeast + 2 * ruleGap + padsLeast,
        std::max(190, m_pads->minimumSizeHint().height() + 2 * faderMargin)};
}

void FaderPadPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int pitch = stripPitch(width());
    const int inner = height() - 2 * faderMargin;
    for (int fader = 0; fader < FaderBank::size; ++fader)
        m_strips[static_cast<std::size_t>(fader)]->setGeometry(
            faderMargin + fader * pitch, faderMargin, pitch - stripGap, inner);
    m_ruleX = faderMargin + FaderBank::size * pitch - stripGap + ruleGap;
    const int padsLeft = m_ruleX + 1 + ruleGap;
    m_pads->setGeometry(padsLeft, faderMargin, width() - faderMargin - padsLeft, inner);
}

void FaderPadPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    fillBox(painter, rect(), m_theme.color(Role::Ground));
    fillBox(painter, QRectF(m_ruleX, 0, 1, height()), m_theme.color(Role::Line));
}

} // namespace clipdeck

#include "moc_faderpadpanel.cpp"
