// SPDX-License-Identifier: GPL-3.0-or-later
// The fades that are under way: looks at the mirror, and does what each of them says.
#pragma once

#include "core/commands/fade.h"
#include "core/live/liveset.h"

#include <QCoreApplication>

#include <map>

namespace clipdeck {

class CommandQueue;

/// One fade a track, driven by advance(). Where Live goes away, the volume is put back once it has come back and has been
/// read; what can't be put back is refused with the reason. Single-threaded.
class Fades {
    Q_DECLARE_TR_FUNCTIONS(Fades)
public:
    Fades(LiveSet &set, CommandQueue &queue);

    /// The track goes down, stops at once, and has its volume back. Where it fades already: goes back.
    void fadeOut(TrackIndex track, double seconds);
    /// Silences the track, launches the clip as a press does, and goes up once it plays. Where this clip fades in already:
    /// goes back, and stops. Where the track fades out: goes back up, and launches the clip if another one plays.
    void fadeIn(SlotId slot, double seconds);

    const Fade *of(TrackIndex track) const; ///< Null where there is none
    bool isEmpty() const { return m_underWay.empty(); }

    void advance(qint64 now);
    /// Tracks came, went or moved: each fade looks for its track by the name.
    void relocate();

    static constexpr double longest = 600.0; ///< Seconds

private:
    struct UnderWay {
        Fade fade;
        SceneIndex scene; ///< Of the clip that is faded in
        QString name; ///< Of the track
    };

    std::optional<double> fullVolume(TrackIndex track) const;
    bool refuseUnless(bool possible, TrackIndex track, const QString &reason);
    bool begin(TrackIndex track, Fade::Way way, SceneIndex scene, double seconds);
    void launch(SlotId slot);
    Fade::Sight look(TrackIndex track, const UnderWay &one) const;
    void act(TrackIndex track, const QString &name, const Fade::Step &step);
    void write(TrackIndex track, double volume);
    void stop(TrackIndex track);

    LiveSet &m_set;
    CommandQueue &m_queue;
    std::map<TrackIndex, UnderWay> m_underWay;
    bool m_isLost = false; ///< Live was away, and has not been read since
};

} // namespace clipdeck
