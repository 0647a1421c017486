// SPDX-License-Identifier: GPL-3.0-or-later
// A bank of faders: what each moves, what Live has there, and what the hand on it wants.
#pragma once

#include "core/mapping/liveaccess.h"
#include "core/mapping/resolve.h"
#include "core/midi/midiport.h"

#include <QObject>

#include <array>
#include <optional>

namespace clipdeck {

/// Everything a fader shows. Positions are 0..1 of the target's range.
struct FaderReading {
    enum class State {
        NotMapped,
        Waiting, ///< Mapped, and the mirror does not know the target yet
        Ready,
        Orphan, ///< Mapped to something that this set does not have
    };
    State state = State::NotMapped;
    TargetName name; ///< As mapped, also while it is not there
    std::optional<int> color; ///< The track's, 0xRRGGBB
    std::optional<double>
        live; ///< What Live has; for controllers what was last sent. Nothing: not known
    std::optional<double> wish; ///< Where the hand is, or was until Live confirms or refuses
    bool isHeld = false;
    QString valueText; ///< Live's own string where there is one
    int steps = 0; ///< Positions of a quantized target; 0: it moves freely
    std::optional<double> home; ///< Where a reset goes: 0 dB, or the value first seen
    std::optional<TargetName> nearest; ///< Orphans: the likeliest replacement
    std::optional<int> nearestColor;

    bool operator==(const FaderReading &) const = default;
};

/// The on-screen faders. What Live says never moves a fader that is held, and a fader never moves by itself before
/// Live has told a value. Lives on the event loop's thread.
class FaderBank : public QObject {
    Q_OBJECT
public:
    static constexpr int size = 8;
    using Targets = std::array<FaderTarget, size>;

    /// `set` is read, `live` does what the faders wish, `midi` takes what controllers send. All outlive the bank.
    FaderBank(const LiveSet &set, LiveAccess &live, MidiSender &midi, QObject *parent = nullptr);
    ~FaderBank() override;

    FaderReading reading(int fader) const;
    FaderTarget target(int fader) const { return at(fader).target; }
    Targets targets() const;
    const LiveSet &liveSet() const { return m_set; }

    void map(int fader, const FaderTarget &target);
    void map(int fader, ParameterId parameter); ///< Ignored where the set has no such parameter
    void mapVolume(int fader, TrackIndex track);
    void unmap(int fader) { map(fader, FaderTarget()); }
    /// An orphan takes the nearest match that its reading names.
    void relink(int fader);
    /// All at once, as loaded; announces readingChanged() only.
    void restore(const Targets &targets);

    /// A hand takes the fader. Ignored unless its state is Ready.
    void requestGrab(int fader);
    /// The hand moves it; takes the fader if no hand had it. Cut to 0..1.
    void requestMove(int fader, double position);
    void requestRelease(int fader);
    /// Lets go and puts back what Live had when the fader was taken.
    void requestCancel(int fader);
    /// Moves it to its home, if it has one.
    void requestReset(int fader);

Q_SIGNALS:
    void readingChanged(int fader);
    /// The user mapped or unmapped, or a mapping followed a renamed track: time to save.
    void mappingsChanged();
    /// A controller's message did not go out.
    void notSent(int fader);

private:
    struct Fader {
        FaderTarget target;
        Resolution resolution;
        std::optional<double> hand; ///< While held
        std::optional<double> atGrab;
        std::optional<double> firstSeen;
        std::optional<int> sent; ///< A controller's last value, 0..127
    };

    const Fader &at(int fader) const { return m_faders.at(static_cast<std::size_t>(fader)); }
    Fader &at(int fader) { return m_faders.at(static_cast<std::size_t>(fader)); }
    void follow(const Changes &changes);
    void followRename(const Changes &changes);
    bool concerns(const Changes &changes, const Fader &fader) const;
    void bind(int fader);
    void bindTo(Fader &fader, const Resolution &resolution);
    void unwatch(const Fader &fader);
    std::optional<double> livePosition(const Fader &fader) const;
    std::optional<double> wishPosition(const Fader &fader) const;
    void send(int fader, double position);
    void describeLive(const Fader &fader, FaderReading &reading) const;

    const LiveSet &m_set;
    LiveAccess &m_live;
    MidiSender &m_midi;
    std::array<Fader, size> m_faders;
    bool m_wasComplete = false; ///< The set was read at least once and is still there
    std::vector<QString> m_trackNames; ///< As of the last change, to tell a rename
};

} // namespace clipdeck
