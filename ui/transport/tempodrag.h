// SPDX-License-Identifier: GPL-3.0-or-later
// What a vertical drag makes of a tempo. Pure.
#pragma once

namespace clipdeck {

/// A relative drag: up is faster. Steps of 1 BPM, so that a drag keeps the tempo's fraction; fine steps of 0.01.
/// Switching between the two on the way never makes the value jump.
class TempoDrag {
public:
    explicit TempoDrag(double bpm);

    double startTempo() const { return m_start; }
    /// The pointer went up by `pixels` (down: negative) since the last call. The tempo to set, within 20..999.
    double move(int pixels, bool fine);

private:
    double m_start;
    double m_tempo;
    int m_rest = 0; ///< Pixels that were too few for a coarse step
};

} // namespace clipdeck
