// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/commandqueue.h"

#include "core/commands/retryrules.h"
#include "core/commands/valuerules.h"

#include <utility>

namespace clipdeck {

namespace {

bool isEdit(const Target &target)
{
    return !target.is<SlotLaunch, SceneLaunch, TrackStop>();
}

// A moving fader's value is pushed, and would cost a question for each of its many values.
// A send's is not, and is asked for when Live has had the last of them.
bool moves(const Target &target)
{
    if (const auto *track = target.as<TrackProperty>())
        return track->field == TrackField::Volume || track->field == TrackField::Panning;
    return target.is<ParameterId, SendLevel>();
}

} // namespace

CommandQueue::CommandQueue(LiveSet &set, CommandOutlet outlet)
    : m_set(set)
    , m_outlet(std::move(outlet))
{
}

void CommandQueue::request(const Target &target, LiveValue value, std::vector<OscMessage> messages,
    std::function<void()> had)
{
    QString obstacle = m_outlet.obstacle();
    if (obstacle.isEmpty())
        obstacle = ValueRules::complaint(messages);
    if (!obstacle.isEmpty()) {
        refuse(target, obstacle);
        return;
    }
    m_edits += isEdit(target) ? 1 : 0;
    ++m_wishes[target];
    const qint64 now = m_outlet.now();
    const auto [it, isNew] = m_underWay.try_emplace(target);
    UnderWay &command = it->second;
    if (isNew)
        command.before = before(m_set, target);
    command.value = value;
    const bool isAction = isNothing(value);
    m_set.request(target, std::move(value), now);
    command.repeats = 0;
    const bool isSilent = m_outlet.isSilent && m_outlet.isSilent();
    if (!isNew && !isAction && (isSilent || now - command.sentAt < spacingMs)) {
        command.heldAt = now;
        command.held = std::move(messages);
    } else
        send(target, command, std::move(messages), std::move(had));
    m_set.publish();
}

int CommandQueue::wishesFor(const Target &target) const
{
    const auto it = m_wishes.find(target);
    return it == m_wishes.end() ? 0 : it->second;
}

void CommandQueue::requestPlain(
    std::vector<OscMessage> messages, Plain kind, std::function<void()> had)
{
    QString obstacle = m_outlet.obstacle();
    if (obstacle.isEmpty())
        obstacle = ValueRules::complaint(messages);
    if (!obstacle.isEmpty()) {
        m_outlet.refused({}, obstacle);
        return;
    }
    const bool isAnEdit = kind == Plain::Edit;
    m_edits += isAnEdit ? 1 : 0;
    m_outlet.tell(
        std::move(messages),
        [this, isAnEdit, had = std::move(had)](const QString &error) {
            if (!error.isEmpty())
                m_outlet.refused({}, error);
            if (isAnEdit)
                askForUndo();
            if (had)
                had();
        },
        std::nullopt);
    note(std::nullopt, isAnEdit);
}

void CommandQueue::note(const std::optional<Target> &written, bool isEdit)
{
    if (m_outlet.wrote)
        m_outlet.wrote(written, isEdit);
}

void CommandQueue::refuse(const Target &target, const QString &reason)
{
    m_underWay.erase(target);
    m_set.refuse(target, reason, m_outlet.now());
    m_set.publish();
    m_outlet.refused(target, reason);
}

void CommandQueue::send(const Target &target, UnderWay &command, std::vector<OscMessage> messages,
    std::function<void()> had)
{
    const int generation = ++m_generation;
    command.held.clear();
    command.generation = generation;
    command.sentAt = m_outlet.now();
    command.readAt = command.sentAt;
    command.hadAt = -1;
    command.error.clear();
    command.messages = messages;
    m_outlet.tell(
        std::move(messages),
        [this, target, generation, had = std::move(had)](const QString &error) {
            ended(target, generation, error);
            if (had)
                had();
        },
        moves(target) ? std::nullopt : std::optional(target));
    note(target, isEdit(target));
}

void CommandQueue::ended(const Target &target, int generation, const QString &error)
{
    const auto it = m_underWay.find(target);
    if (it == m_underWay.end() || it->second.generation != generation)
        return;
    it->second.error = error;
    it->second.hadAt = m_outlet.now();
    if (isEdit(target) && !moves(target))
        askForUndo();
}

// Live does not tell when there is something to undo, and a hand that sees its mistake is quick.
void CommandQueue::askForUndo()
{
    m_outlet.readBack(Target::song(SongField::CanUndo));
    m_outlet.readBack(Target::song(SongField::CanRedo));
}

void CommandQueue::check()
{
    const qint64 now = m_outlet.now();
    std::vector<std::pair<Target, QString>> refused;
    for (auto it = m_underWay.begin(); it != m_underWay.end();) {
        const Step step = advance(it->first, it->second, now);
        if (step == Step::Refused)
            refused.emplace_back(it->first, whyRefused(it->first, it->second));
        else if (step == Step::Settled)
            m_set.confirm(it->first);
        it = step == Step::GoesOn ? std::next(it) : m_underWay.erase(it);
    }
    // Told at the end: whoever hears of it may make the next wish.
    for (const auto &[target, reason] : refused)
        refuse(target, reason);
    forgetOldRefusals(now);
}

CommandQueue::Step CommandQueue::advanceHeld(const Target &target, UnderWay &command, qint64 now)
{
    if (now - command.heldAt >= staleMs)
        return Step::Refused;
    const bool isSilent = m_outlet.isSilent && m_outlet.isSilent();
    if (!isSilent && now - command.sentAt >= spacingMs)
        send(target, command, std::exchange(command.held, {}));
    return Step::GoesOn;
}

CommandQueue::Step CommandQueue::advance(const Target &target, UnderWay &command, qint64 now)
{
    if (!m_set.wish(target))
        return Step::Settled; // the set changed under it
    if (!command.held.empty())
        return advanceHeld(target, command, now);
    if (!command.error.isEmpty())
        return Step::Refused;
    const Verdict verdict = judge(m_set, target, command.value, command.before);
    const bool had = command.hadAt >= 0;
    // What Live newly shows it also has. What the mirror had before, perhaps only because nothing was read yet, must have
    // been read again since. What Live need not show, it must at least have had.
    const bool isNews = isNothing(command.value) || !sameValue(command.before.value, command.value);
    const bool readSince = had && now - command.hadAt >= readAgainMs;
    if (verdict == Verdict::Confirmed ? isNews || readSince : had && verdict == Verdict::Unseen)
        return Step::Settled;
    if (!had)
        return now - command.sentAt >= silenceMs ? Step::Refused : Step::GoesOn;
    switch (
        nextStep(repeatOf(target, command.value), verdict, command.repeats, now - command.hadAt)) {
    case NextStep::SendAgain:
        ++command.repeats;
        send(target, command, std::vector<OscMessage>(command.messages));
        return Step::GoesOn;
    case NextStep::Believe:
        return Step::Settled;
    case NextStep::Refuse:
        return Step::Refused;
    case NextStep::Wait:
        break;
    }
    if (now - command.readAt >= readAgainMs) {
        command.readAt = now;
        m_outlet.readBack(target);
    }
    return Step::GoesOn;
}

void CommandQueue::forgetOldRefusals(qint64 now)
{
    std::vector<Target> old;
    for (const auto &[target, wish] : m_set.wishes()) {
        if (wish.isOver(now))
            old.push_back(target);
    }
    for (const Target &target : old)
        m_set.confirm(target);
}

QString CommandQueue::whyRefused(const Target &target, const UnderWay &command) const
{
    if (!command.error.isEmpty())
        return tr("Live refused: %1").arg(command.error);
    if (command.hadAt < 0)
        return tr("Live did not answer in time.");
    const LiveValue kept = confirmedValue(m_set, target);
    if (isNothing(kept))
        return tr("Live did not take it.");
    return tr("Live kept %1 instead of %2.").arg(describe(kept), describe(command.value));
}

} // namespace clipdeck
