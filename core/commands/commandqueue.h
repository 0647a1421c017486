// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a wish: proposed to the mirror, sent at once, then confirmed by what Live says, or refused with a reason.
#pragma once

#include "core/commands/confirmation.h"
#include "core/osc/oscmessage.h"

#include <QCoreApplication>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace clipdeck {

/// What a command needs of the world; the engine wires it.
struct CommandOutlet {
    /// Sends setters or methods at once, in order; `ended` is called once when Live is known to have had them, with the
    /// error that it raised or an empty text. The value behind `readBack`, if given, is asked for along with them.
    std::function<void(std::vector<OscMessage>, std::function<void(const QString &error)> ended,
        const std::optional<Target> &readBack)>
        tell;
    /// Has Live asked for the value behind a target, at once.
    std::function<void(const Target &)> readBack;
    /// Why nothing can be sent now, for the user; empty if it can.
    std::function<QString()> obstacle;
    std::function<qint64()> now; ///< The engine's clock, ms
    /// A wish was refused.
    std::function<void(const Target &, const QString &reason)> refused;
    /// Live has not answered for longer than a tick takes, without being given up yet: values are kept back then, so that
    /// no old gestures pile up in its socket. Null: never.
    std::function<bool()> isSilent = {};
    /// Something is on its way to Live that may change more than its target, or has none: what that is, is read next.
    /// `isEdit`: a step in Live's undo.
    std::function<void(const std::optional<Target> &, bool isEdit)> wrote = {};
};

/// Keeps the wishes that are on their way. One a target: a newer one replaces the older, and a moving fader is sent at
/// most every `spacingMs`, always with its last value. Not a QObject; driven by check(). Single-threaded.
class CommandQueue {
    Q_DECLARE_TR_FUNCTIONS(CommandQueue)
public:
    CommandQueue(LiveSet &set, CommandOutlet outlet);

    /// Proposes `value` (nothing for an action) and sends `messages` in order, all before this returns.
    /// `had` is called when Live has had them, whatever came of it.
    void request(const Target &target, LiveValue value, std::vector<OscMessage> messages,
        std::function<void()> had = {});
    enum class Plain {
        Edit, ///< Undo, delete a scene: what Live's undo may take back
        NoEdit, ///< Select, stop all: it leaves no step in Live's undo
    };
    /// Sends what has no target to show it on.
    void requestPlain(
        std::vector<OscMessage> messages, Plain kind = Plain::Edit, std::function<void()> had = {});
    /// Has Live asked for the value behind a target.
    void readBack(const Target &target) { m_outlet.readBack(target); }
    qint64 now() const { return m_outlet.now(); }
    /// Why nothing can be sent now, for the user; empty if it can.
    QString obstacle() const { return m_outlet.obstacle(); }
    /// What is asked first when the user undoes: true if it was a step of ours that Live does not know as one.
    void setOwnUndo(std::function<bool()> undo) { m_ownUndo = std::move(undo); }
    bool undoOwn() { return m_ownUndo && m_ownUndo(); }
    /// How many wishes for the target there were so far: whether somebody has chosen anew since one looked.
    int wishesFor(const Target &target) const;
    /// How many edits were sent: steps in Live's undo, as far as they are ours.
    int edits() const { return m_edits; }
    /// Refuses before anything is sent.
    void refuse(const Target &target, const QString &reason);

    /// Confirms, sends again what was held back, asks again, and refuses what Live did not take in time.
    void check();

    static constexpr qint64 spacingMs = 40; ///< Between two values of one moving control
    static constexpr qint64 readAgainMs = 120; ///< A tick and a bit
    static constexpr qint64 patienceMs
        = 700; ///< From when Live had an action to when it must show (retryrules.h)
    static constexpr qint64 staleMs
        = 2000; ///< A value that was kept back for so long is no longer what a hand wants
    static constexpr qint64 silenceMs = 10000; ///< Without any answer

private:
    struct UnderWay {
        LiveValue value;
        Before before;
        std::vector<OscMessage> messages; ///< As sent last
        int repeats = 0; ///< How often they were sent again
        qint64 heldAt = 0;
        std::vector<OscMessage> held; ///< A newer value, kept until the spacing is over
        qint64 sentAt = 0;
        qint64 hadAt = -1; ///< When Live was known to have had it; −1 not yet
        qint64 readAt = 0; ///< When its value was asked for last
        int generation = 0; ///< Of the value; an old one's end says nothing about the new one
        QString error;
    };

    void send(const Target &target, UnderWay &command, std::vector<OscMessage> messages,
        std::function<void()> had = {});
    void ended(const Target &target, int generation, const QString &error);
    void note(const std::optional<Target> &written, bool isEdit);
    void askForUndo();
    enum class Step { GoesOn, Settled, Refused };
    Step advanceHeld(const Target &target, UnderWay &command, qint64 now);
    Step advance(const Target &target, UnderWay &command, qint64 now);
    void forgetOldRefusals(qint64 now);
    QString whyRefused(const Target &target, const UnderWay &command) const;

    LiveSet &m_set;
    CommandOutlet m_outlet;
    std::map<Target, UnderWay> m_underWay;
    std::map<Target, int> m_wishes; ///< How many there were
    int m_generation = 0;
    int m_edits = 0;
    std::function<bool()> m_ownUndo;
};

} // namespace clipdeck
