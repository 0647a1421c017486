// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/audit.h"

#include "core/abletonosc/endpoint.h"
#include "core/live/valueat.h"
#include "core/logging/logging.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace clipdeck {

namespace {

// What is looked at, by turns. What moves by itself (song time, positions, meters) is not among it.
constexpr std::array songTurns{SongField::Tempo, SongField::Metronome, SongField::IsPlaying,
    SongField::ClipTriggerQuantization, SongField::SessionRecord, SongField::Loop,
    SongField::RecordMode, SongField::SignatureNumerator};
constexpr std::array trackTurns{TrackField::Name, TrackField::Volume, TrackField::Mute,
    TrackField::PlayingSlotIndex, TrackField::Solo, TrackField::Panning, TrackField::Color,
    TrackField::FiredSlotIndex};
constexpr std::array sceneTurns{SceneField::Name, SceneField::Color, SceneField::IsTriggered};
constexpr std::array clipTurns{ClipField::Name, ClipField::LoopEnd, ClipField::Color,
    ClipField::Looping, ClipField::Muted, ClipField::Length, ClipField::IsPlaying};

template <class Turns> auto fieldOf(const Turns &turns, int turn)
{
    return turns[static_cast<std::size_t>(turn) % turns.size()];
}

Query getter(ObjectKind kind, Ids ids, const char *name)
{
    const Property *property = findProperty(kind, name);
    Query query{getMessage(kind, ids, name)};
    query.ids = static_cast<int>(ids.size());
    query.match = property && property->echoes ? Match::ByTag : Match::ByIds;
    return query;
}

Query questionFor(const Target &target)
{
    return std::visit(
        Overloaded{
            [](const SongProperty &of) { return getter(ObjectKind::Song, {}, nameOf(of.field)); },
            [](const TrackProperty &of) {
                return getter(ObjectKind::Track, {of.track.value}, nameOf(of.field));
            },
            [](const SceneProperty &of) {
                return getter(ObjectKind::Scene, {of.scene.value}, nameOf(of.field));
            },
            [](const ClipProperty &of) {
                Query query = getter(
                    ObjectKind::Clip, {of.slot.track.value, of.slot.scene.value}, nameOf(of.field));
                query.mayRaise = true; // where the clip has gone
                return query;
            },
            [](const ParameterId &of) {
                return getter(ObjectKind::Device,
                    {of.device.track.value, of.device.device.value, of.parameter.value},
                    "parameter/value");
            },
            [](const auto &) -> Query { Q_UNREACHABLE(); },
        },
        target.subject);
}

} // namespace

Audit::Audit(LiveSet &set, QueryPipe &pipe)
    : m_set(set)
    , m_pipe(pipe)
{
}

void Audit::forget()
{
    m_suspects.clear();
    m_unreadable.clear();
    ++m_generation;
}

void Audit::advance(qint64 now, const std::function<qint64(const Target &)> &readAt)
{
    m_now = now;
    m_readAt = readAt;
    if (!m_set.isComplete() || now - m_slicedAt < everyMs)
        return;
    m_slicedAt = now;
    for (const Target &target : slice())
        ask(target);
    constexpr int mostSuspects = 4; // at a time, so that the audit stays small
    int asked = 0;
    for (auto &[target, suspect] : m_suspects) {
        if (now - suspect.lookedAt < lookAgainMs || ++asked > mostSuspects)
            continue;
        suspect.lookedAt = now;
        ask(target);
    }
}

std::vector<Target> Audit::slice()
{
    const int turn = m_turn++;
    std::vector<Target> out{Target::song(fieldOf(songTurns, turn))};
    const int tracks = m_set.trackCount();
    const int scenes = m_set.sceneCount();
    if (tracks == 0 || scenes == 0)
        return out;
    // Each time round it is another field's turn. What turns within another thing counts how often that had its own turn,
    // or numbers that divide each other would leave some of it out.
    const TrackIndex track(turn % tracks);
    const int visit = turn / tracks;
    const SceneIndex scene(turn % scenes);
    out.push_back(Target::track(track, fieldOf(trackTurns, visit)));
    out.push_back(Target::scene(scene, fieldOf(sceneTurns, turn / scenes)));
    const int firstScene = visit % scenes;
    for (int s = 0; s < scenes; ++s) {
        const SlotId slot{track, SceneIndex((firstScene + s) % scenes)};
        if (!m_set.clip(slot))
            continue;
        out.push_back(Target::clip(slot, fieldOf(clipTurns, visit / scenes + firstScene)));
        break;
    }
    const auto &devices = m_set.track(track)->devices;
    if (!devices.empty()) {
        const auto deviceCount = static_cast<int>(devices.size());
        const int device = visit % deviceCount;
        const auto count
            = static_cast<int>(devices[static_cast<std::size_t>(device)].parameters.size());
        if (count > 0)
            out.push_back(
                Target::parameter(parameterId(track.value, device, visit / deviceCount % count)));
    }
    return out;
}

void Audit::ask(const Target &target)
{
    if (m_unreadable.contains(target))
        return;
    Query query = questionFor(target);
    query.retries = 0; // another turn comes
    query.failed = [this, target, generation = m_generation](const QueryFailure &failure) {
        if (generation == m_generation && failure.refused && !isOutOfRange(failure.reason))
            m_unreadable.insert(target);
    };
    query.answered = [this, target, generation = m_generation](const OscArguments &values) {
        if (generation == m_generation && !values.empty())
            compare(target, toValue(values.front()));
    };
    m_pipe.ask(std::move(query));
}

void Audit::compare(const Target &target, const LiveValue &live)
{
    const std::optional<LiveValue> ours = valueAt(m_set, target);
    if (!ours)
        return;
    ++m_compared;
    if (sameValue(*ours, live) || m_set.wish(target))
        m_suspects.erase(target);
    else
        judge(target, live, *ours);
}

void Audit::judge(const Target &target, const LiveValue &live, const LiveValue &ours)
{
    constexpr qint64 readingMs = 1000; // from asking to the end of a reading
    const auto [it, isNew] = m_suspects.try_emplace(target, Suspect{live, m_now, m_now});
    Suspect &suspect = it->second;
    if (isNew)
        return;
    if (!sameValue(suspect.live, live)) {
        suspect = {live, m_now, m_now}; // it moves: nothing can be said yet
        return;
    }
    const bool wasTold = m_readAt(target) >= suspect.since + readingMs;
    if (!wasTold && m_now - suspect.since < patienceMs)
        return;
    ++m_divergences;
    m_last = QStringLiteral("%1: ours %2, Live %3")
                 .arg(describe(target), clipdeck::describe(ours), clipdeck::describe(live));
    qCWarning(lcAudit) << "the mirror differs from Live:" << m_last;
    m_suspects.erase(it);
    if (diverged)
        diverged(target);
}

} // namespace clipdeck
