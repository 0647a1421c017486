// SPDX-License-Identifier: GPL-3.0-or-later
// One fade of one track's volume: where it is, and what comes of what the mirror shows. Pure.
#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace clipdeck {

/// The volume (0..1) at a share of the way from silence (0) to `full` (1): evenly in Live's decibels, so that it sounds even.
double fadedVolume(double full, double share);

/// Goes down, stops the track and puts the volume back; or waits for a clip to play and goes up. A value that is none of
/// its own means that a hand is on the fader: then the fade is over and the hand's value stays. `now` is the engine's clock
/// in ms.
class Fade {
public:
    enum class Way { In, Out };

    /// What the mirror shows of the track.
    struct Sight {
        bool isGone = false; ///< Live does not answer, or has not been read since
        bool canTell = true; ///< Live can be told something now
        std::optional<double> volume; ///< As Live has it
        std::optional<double> wish; ///< On its way to Live
        bool isPlaying = false; ///< For a fade in, until it moves: the clip that it launched
        bool isQueued = false; ///< That clip has still to begin
        bool isStopping = false; ///< The wish to stop has not been answered
    };
    enum class End {
        Done, ///< The volume is where it was
        Hand, ///< It is where a hand put it
        Unstopped, ///< The track did not stop: the volume stays down, as it would come back with a bang
    };
    /// What to do now, in this order.
    struct Step {
        std::optional<double> volume = {}; ///< To be written
        bool stops = false; ///< The track, at once
        std::optional<End> end = {};
    };

    /// `full` is the volume as it is before the fade, and to which it comes back.
    Fade(Way way, double full, qint64 durationMs, qint64 now);

    Way way() const { return m_way; }
    double full() const { return m_full; }
    qint64 leftMs(qint64 now) const; ///< As it stands; the whole while a clip is waited for
    /// Goes back from where it is, at the same pace.
    void turn(qint64 now);
    Step advance(const Sight &sight, qint64 now);

    static constexpr qint64 spacingMs = 100; ///< Live reads its socket no more often
    static constexpr qint64 stopPatienceMs = 3000;

private:
    enum class Phase { Begins, Waits, Moves, Stops, Lost };

    double share(qint64 now) const;
    bool isOwn(double value) const;
    bool isHandOn(const Sight &sight);
    Step write(double volume);
    Step restore();
    Step move(const Sight &sight, qint64 now);

    Way m_way;
    Phase m_phase = Phase::Begins;
    double m_full;
    qint64 m_durationMs;
    double m_from; ///< The share at m_since
    qint64 m_since;
    qint64 m_writtenAt = 0;
    bool m_isSeen
        = false; ///< Live has shown a value of the fade: what it had before no longer comes
    std::vector<double> m_own; ///< All that was written, and the first
};

} // namespace clipdeck
