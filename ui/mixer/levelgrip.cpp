// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mixer/levelgrip.h"

#include "core/live/levels.h"

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr double lowestDecibels = -69.0; // of a volume: what silence steps up to
constexpr double fineness = 0.1;
constexpr double panWay = 150.0; // px from left to right, whatever the groove's width
constexpr double sendWay = 100.0;

double sizeOf(LevelStep step)
{
    return step == LevelStep::PageUp || step == LevelStep::PageDown ? 6.0 : 1.0;
}

bool isUp(LevelStep step)
{
    return step == LevelStep::Up || step == LevelStep::PageUp;
}

double steppedPan(double value, LevelStep step, bool fine)
{
    const double size = (sizeOf(step) > 1.0 ? 10.0 : 1.0) / 50.0 * (fine ? fineness : 1.0);
    return value + (isUp(step) ? size : -size);
}

/// Volumes; a send's law is a volume's with another name for each value.
double steppedVolume(double value, LevelStep step, bool fine)
{
    const double size = sizeOf(step) * (fine ? fineness : 1.0);
    const double from = decibelsOfVolume(value);
    if (isUp(step))
        return volumeOfDecibels(std::max(lowestDecibels, from + size));
    return from - size < lowestDecibels ? 0.0 : volumeOfDecibels(from - size);
}

} // namespace

LevelRange rangeOf(StripControl control)
{
    if (control == StripControl::Pan)
        return {-1.0, 1.0, 0.0};
    return {0.0, 1.0, control == StripControl::Volume ? unityVolume : 0.0};
}

double stepped(StripControl control, double value, LevelStep step, bool fine)
{
    const LevelRange range = rangeOf(control);
    switch (step) {
    case LevelStep::Least:
        return range.minimum;
    case LevelStep::Most:
        return range.maximum;
    case LevelStep::Home:
        return range.home;
    default:
        break;
    }
    const double to = control == StripControl::Pan ? steppedPan(value, step, fine)
                                                   : steppedVolume(value, step, fine);
    return std::clamp(to, range.minimum, range.maximum);
}

double alongWith(StripControl control, double from, double by)
{
    const LevelRange range = rangeOf(control);
    return std::clamp(from + by, range.minimum, range.maximum);
}

std::optional<double> typedLevel(StripControl control, const QString &text)
{
    if (control == StripControl::Pan)
        return panTyped(text);
    const std::optional<double> decibels = decibelsTyped(text);
    if (!decibels)
        return std::nullopt;
    return control == StripControl::Send ? sendOfDecibels(*decibels) : volumeOfDecibels(*decibels);
}

LevelGrip::LevelGrip(
    StripPart part, double value, QPointF at, double way, std::vector<Companion> companions)
    : m_part(part)
    , m_start(value)
    , m_value(value)
    , m_at(at)
    , m_way(std::max(1.0, way))
    , m_companions(std::move(companions))
{
}

std::optional<double> LevelGrip::moveTo(QPointF at, bool fine)
{
    double px = m_part.control == StripControl::Volume ? m_at.y() - at.y() : at.x() - m_at.x();
    if (!m_moved) {
        if (std::abs(px) < m_slack)
            return std::nullopt;
        m_moved = true;
        px -= std::copysign(m_slack, px); // what was let pass must not come as a jump
    }
    m_at = at;
    double way = m_way;
    if (m_part.control == StripControl::Pan)
        way = panWay / 2.0;
    else if (m_part.control == StripControl::Send)
        way = sendWay;
    const LevelRange range = rangeOf(m_part.control);
    const double to
        = std::clamp(m_value + px / way * (fine ? fineness : 1.0), range.minimum, range.maximum);
    if (to == m_value)
        return std::nullopt;
    m_value = to;
    return to;
}

} // namespace clipdeck
