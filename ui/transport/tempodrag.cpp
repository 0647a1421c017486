// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/tempodrag.h"

#include "core/live/units.h"

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int pixelsPerBpm = 4;
constexpr double finePerPixel = 0.01;

} // namespace

TempoDrag::TempoDrag(double bpm)
    : m_start(bpm)
    , m_tempo(bpm)
{
}

double TempoDrag::move(int pixels, bool fine)
{
    if (fine) {
        m_rest = 0;
        m_tempo += pixels * finePerPixel;
    } else {
        m_rest += pixels;
        m_tempo += m_rest / pixelsPerBpm;
        m_rest %= pixelsPerBpm;
    }
    m_tempo = clampTempo(m_tempo);
    return m_tempo;
}

} // namespace clipdeck
