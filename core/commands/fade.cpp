// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/fade.h"

#include "core/live/levels.h"

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr double silentDecibels = -70.0; // where Live's scale ends
constexpr double alike = 1e-4; // a 32-bit float's way to Live and back

} // namespace

double fadedVolume(double full, double share)
{
    if (share >= 1.0)
        return full;
    if (share <= 0.0 || full <= 0.0)
        return 0.0;
    const double top = decibelsOfVolume(full);
    return volumeOfDecibels(silentDecibels + share * (top - silentDecibels));
}

Fade::Fade(Way way, double full, qint64 durationMs, qint64 now)
    : m_way(way)
    , m_full(full)
    , m_durationMs(std::max<qint64>(1, durationMs))
    , m_from(way == Way::Out ? 1.0 : 0.0)
    , m_since(now)
    , m_own{full}
{
}

double Fade::share(qint64 now) const
{
    if (m_phase == Phase::Begins || m_phase == Phase::Waits)
        return m_from;
    const double gone = static_cast<double>(now - m_since) / static_cast<double>(m_durationMs);
    return std::clamp(m_from + (m_way == Way::In ? gone : -gone), 0.0, 1.0);
}

qint64 Fade::leftMs(qint64 now) const
{
    const double left = m_way == Way::In ? 1.0 - share(now) : share(now);
    return std::llround(left * static_cast<double>(m_durationMs));
}

void Fade::turn(qint64 now)
{
    if (m_phase == Phase::Stops || m_phase == Phase::Lost)
        return; // it is on its way back already
    m_from = share(now);
    m_since = now;
    m_phase = Phase::Moves;
    m_way = m_way == Way::In ? Way::Out : Way::In;
}

bool Fade::isOwn(double value) const
{
    return std::ranges::any_of(
        m_own, [value](double own) { return std::abs(own - value) < alike; });
}

bool Fade::isHandOn(const Sight &sight)
{
    if (sight.wish && !isOwn(*sight.wish))
        return true;
    if (!sight.volume)
        return false;
    m_isSeen = m_isSeen || isOwn(*sight.volume);
    return m_isSeen && !isOwn(*sight.volume);
}

Fade::Step Fade::write(double volume)
{
    m_own.push_back(volume);
    return {.volume = volume};
}

Fade::Step Fade::restore()
{
    return {.volume = m_full, .end = End::Done};
}

Fade::Step Fade::advance(const Sight &sight, qint64 now)
{
    if (sight.isGone) {
        m_phase = Phase::Lost;
        return {};
    }
    if (isHandOn(sight)) {
        // A value of ours that is still on its way would overtake what the hand did in Live.
        const bool isOvertaken = sight.wish && isOwn(*sight.wish) && sight.volume;
        return {.volume = isOvertaken ? sight.volume : std::nullopt, .end = End::Hand};
    }
    if (!sight.canTell)
        return {};
    switch (m_phase) {
    case Phase::Lost:
        return sight.volume ? restore() : Step();
    case Phase::Begins:
        m_phase = m_way == Way::In ? Phase::Waits : Phase::Moves;
        m_since = now;
        return m_way == Way::In ? write(0.0) : Step();
    case Phase::Waits:
        if (!sight.isPlaying)
            return sight.isQueued ? Step() : restore();
        m_phase = Phase::Moves;
        m_since = now;
        return {};
    case Phase::Moves:
        return move(sight, now);
    case Phase::Stops:
        if (!sight.isPlaying)
            return restore();
        if (sight.isStopping || now - m_since < stopPatienceMs)
            return {};
        return {.end = End::Unstopped};
    }
    Q_UNREACHABLE();
}

Fade::Step Fade::move(const Sight &sight, qint64 now)
{
    const double at = share(now);
    if (m_way == Way::Out && at <= 0.0) {
        m_phase = Phase::Stops;
        m_since = now;
        Step step = write(0.0);
        step.stops = true;
        return step;
    }
    if (!sight.isPlaying || (m_way == Way::In && at >= 1.0))
        return restore();
    if (now - m_writtenAt < spacingMs)
        return {};
    m_writtenAt = now;
    return write(fadedVolume(m_full, at));
}

} // namespace clipdeck
