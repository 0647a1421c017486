// SPDX-License-Identifier: GPL-3.0-or-later
// Launching and stopping clips: what was fired waits for its beat, then plays, records or stops.
#pragma once

#include "core/sim/live/clock.h"
#include "core/sim/live/observers.h"

namespace clipdeck::sim {

/// The audio engine's side of the set. Nothing here runs by itself: advance() plays up to a moment and stops at every
/// launch, stop and end on the way, so that the outcome depends on `now` alone.
class Launcher {
public:
    Launcher(Set &set, Clock &clock, const Observers &observers)
        : m_set(set)
        , m_clock(clock)
        , m_observers(observers)
    {
    }

    /// Plays on to `now` (seconds).
    void advance(double now);
    /// Carries out what is due at the present beat.
    /// Carries out what the present beat has reached; whether there was anything.
    bool runDue();

    void startPlaying(bool fromStart);
    /// Stops the transport; if it stands already, returns to the beginning.
    void stopPlaying();

    /// Clicks a slot: launches its clip, records into an empty one of an armed track, else stops the track.
    void fire(Slot &slot, std::optional<double> recordLength = {},
        std::optional<int> quantization = {}, bool legato = false);
    void fireScene(Scene &scene, bool legato = false);
    /// Clicks a slot's stop button: stops what its track plays.
    void stopSlot(Slot &slot);
    /// Stops this slot's clip only if it is the one that plays or is fired.
    void stopClip(Slot &slot);
    void stopTrack(Track &track, bool quantized = true, std::optional<int> quantization = {});
    void stopAll(bool quantized);
    void backToArranger(const std::vector<Track *> &tracks);
    /// The slot's clip is about to go: it stops, or its launch is cancelled.
    void forget(Slot &slot);

    /// Tells if the session's record status is another one than before.
    void recordStatusChanged();

    /// A recording clip grows: brings its length up to date.
    void growRecordings();

private:
    void stop(Track &track, Slot *slot, bool quantized, std::optional<int> quantization);
    void queue(Track &track, Launch launch);
    void execute(Track &track, const Launch &launch);
    void beginRecording(Track &track, Slot &slot);
    void finishRecording(Track &track);
    void grow(Clip &clip, const Running &running) const;
    void halt(Track &track, bool byStopButton);
    void clearLaunch(Track &track);
    void clearScenes();
    void announceFired(Track &track, Slot *before, Slot *after);
    void announcePlaying(Track &track, Slot *before, Slot *after);
    void announceArranger(Track &track);
    void applyScene(const Scene &scene);
    int quantizationOf(const Clip *clip, std::optional<int> wanted) const;
    double nextEvent() const;
    std::optional<double> oneShotEnd(const Track &track) const;
    void notify(ObjectId object, const char *property) const;
    template <class Action> void forEachAncestor(const Track &track, Action action) const
    {
        for (Track *group = track.group; group; group = group->group)
            action(*group);
    }

    Set &m_set;
    Clock &m_clock;
    const Observers &m_observers;
    int m_takes = 0;
    int m_recordStatus = 0; ///< As it was told last
};

} // namespace clipdeck::sim
