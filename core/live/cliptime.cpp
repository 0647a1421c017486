// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/cliptime.h"

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr double secondsAMinute = 60.0;
constexpr double hair = 1e-4; // of a count: float positions come a hair beside the line

} // namespace

ClipTimeScale::ClipTimeScale(ClipTimeUnit unit, Signature signature, double tempo)
    : m_unit(unit)
    , m_signature(signature)
    , m_tempo(clampTempo(tempo))
{
}

Beats ClipTimeScale::beats(ClipTime time) const
{
    const bool isBeats = m_unit == ClipTimeUnit::Beat;
    return {isBeats ? time.value : time.value * m_tempo / secondsAMinute};
}

Seconds ClipTimeScale::seconds(ClipTime time) const
{
    const bool isSeconds = m_unit == ClipTimeUnit::Second;
    return {isSeconds ? time.value : time.value * secondsAMinute / m_tempo};
}

ClipTime ClipTimeScale::from(Beats time) const
{
    const bool isBeats = m_unit == ClipTimeUnit::Beat;
    return {isBeats ? time.value : time.value * secondsAMinute / m_tempo};
}

QString ClipTimeScale::positionText(ClipTime position) const
{
    return m_unit == ClipTimeUnit::Beat ? clipdeck::positionText(beats(position), m_signature)
                                        : clipdeck::positionText(seconds(position));
}

QString ClipTimeScale::lengthText(ClipTime length) const
{
    return m_unit == ClipTimeUnit::Beat ? clipdeck::lengthText(beats(length), m_signature)
                                        : clipdeck::lengthText(seconds(length));
}

QString ClipTimeScale::leftText(ClipTime left) const
{
    if (m_unit == ClipTimeUnit::Beat)
        return countText(beats(left), m_signature);
    return clipdeck::lengthText(Seconds{std::ceil(std::max(0.0, seconds(left).value) - hair)});
}

QString ClipTimeScale::passedText(ClipTime passed) const
{
    const double value = std::max(0.0, passed.value);
    if (m_unit == ClipTimeUnit::Second)
        return clipdeck::lengthText(Seconds{std::floor(value + hair)});
    const double count = m_signature.count().value;
    return countText({std::floor(value / count + hair) * count}, m_signature);
}

} // namespace clipdeck
