// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/gridcommands.h"

#include "core/abletonosc/endpoint.h"
#include "core/commands/commandqueue.h"
#include "core/commands/valuerules.h"

#include <algorithm>
#include <utility>

namespace clipdeck {

namespace {

Target hasClip(SlotId slot)
{
    return Target::slot(slot, SlotField::Clip);
}

OscMessage songCall(const char *method, int argument)
{
    OscMessage message = callMessage(ObjectKind::Song, {}, method);
    message.arguments.emplace_back(qint32(argument));
    return message;
}

OscMessage viewSet(const char *what, std::initializer_list<int> indexes)
{
    OscMessage message{QStringLiteral("/live/view/set/") + QLatin1String(what), {}};
    for (int index : indexes)
        message.arguments.emplace_back(qint32(index));
    return message;
}

} // namespace

GridCommands::GridCommands(LiveSet &set, CommandQueue &queue)
    : m_set(set)
    , m_queue(queue)
{
    queue.setOwnUndo([this] { return undoMove(); });
}

OscMessage GridCommands::slotCall(SlotId slot, const char *method)
{
    return callMessage(ObjectKind::ClipSlot, {slot.track.value, slot.scene.value}, method);
}

// Clips

bool GridCommands::refuseUnlessClip(SlotId slot)
{
    if (m_set.clip(slot))
        return false;
    m_queue.refuse(hasClip(slot), tr("There is no clip in this slot."));
    return true;
}

void GridCommands::requestDeleteClip(SlotId slot)
{
    if (!refuseUnlessClip(slot))
        m_queue.request(hasClip(slot), false, {slotCall(slot, "delete_clip")});
}

void GridCommands::requestCopyClip(SlotId from, SlotId to)
{
    const QString obstacle = whyNotThere(m_set, from, to);
    if (!obstacle.isEmpty()) {
        m_queue.refuse(hasClip(to), obstacle);
        return;
    }
    OscMessage message = slotCall(from, "duplicate_clip_to");
    message.arguments.emplace_back(qint32(to.track.value));
    message.arguments.emplace_back(qint32(to.scene.value));
    m_queue.request(hasClip(to), true, {std::move(message)});
}

void GridCommands::requestMoveClip(SlotId from, SlotId to)
{
    if (from == to)
        return;
    const bool possible = whyNotThere(m_set, from, to).isEmpty();
    if (possible)
        m_moves.emplace_back(m_set, from, to, m_queue.now());
    requestCopyClip(from, to);
}

std::optional<SlotId> GridCommands::requestDuplicateClip(SlotId slot)
{
    if (refuseUnlessClip(slot))
        return std::nullopt;
    for (int scene = slot.scene.value + 1; scene < m_set.sceneCount(); ++scene) {
        const SlotId below{slot.track, SceneIndex(scene)};
        if (m_set.clip(below))
            continue;
        requestCopyClip(slot, below);
        return below;
    }
    m_queue.refuse(hasClip(slot), tr("There is no empty slot below: insert a scene first."));
    return std::nullopt;
}

void GridCommands::requestStopButton(SlotId slot, bool has)
{
    const Target target = Target::slot(slot, SlotField::HasStopButton);
    if (!m_set.slot(slot)) {
        m_queue.refuse(target, tr("There is no such slot."));
        return;
    }
    const Property *property = findProperty(ObjectKind::ClipSlot, nameOf(SlotField::HasStopButton));
    m_queue.request(
        target, has, {setMessage(*property, {slot.track.value, slot.scene.value}, has)});
}

// Scenes

void GridCommands::requestScene(SceneIndex scene, SceneField field, const LiveValue &value)
{
    const Target target = Target::scene(scene, field);
    const Property *property = findProperty(ObjectKind::Scene, nameOf(field));
    if (!m_set.scene(scene))
        m_queue.refuse(target, tr("There is no such scene."));
    else if (!property || !property->canSet)
        m_queue.refuse(target, tr("Live does not let this be set."));
    else if (const QString complaint = ValueRules::complaint(*property, value);
             !complaint.isEmpty())
        m_queue.refuse(target, complaint);
    else {
        const LiveValue wanted = ValueRules::fitted(*property, value);
        m_queue.request(target, wanted, {setMessage(*property, {scene.value}, wanted)});
    }
}

void GridCommands::requestInsertScene(SceneIndex at)
{
    m_queue.requestPlain({songCall("create_scene", at.value)});
}

void GridCommands::requestDuplicateScene(SceneIndex scene)
{
    if (m_set.scene(scene))
        m_queue.requestPlain({songCall("duplicate_scene", scene.value)});
}

void GridCommands::requestDeleteScene(SceneIndex scene)
{
    if (m_set.sceneCount() == 1)
        m_queue.refuse(Target::sceneLaunch(scene), tr("A set has at least one scene."));
    else if (m_set.scene(scene))
        m_queue.requestPlain({songCall("delete_scene", scene.value)});
}

// Live captures behind the scene that it has selected.
void GridCommands::requestCaptureScene(SceneIndex after)
{
    std::vector<OscMessage> messages;
    if (m_set.scene(after))
        messages.push_back(viewSet("selected_scene", {after.value}));
    messages.push_back(callMessage(ObjectKind::Song, {}, "capture_and_insert_scene"));
    m_queue.requestPlain(std::move(messages));
}

// Selection

void GridCommands::requestSelectSlot(SlotId slot)
{
    if (m_set.slot(slot))
        m_queue.requestPlain({viewSet("selected_clip", {slot.track.value, slot.scene.value})},
            CommandQueue::Plain::NoEdit);
}

void GridCommands::requestSelectTrack(TrackIndex track)
{
    if (m_set.track(track))
        m_queue.requestPlain(
            {viewSet("selected_track", {track.value})}, CommandQueue::Plain::NoEdit);
}

void GridCommands::requestSelectScene(SceneIndex scene)
{
    if (m_set.scene(scene))
        m_queue.requestPlain(
            {viewSet("selected_scene", {scene.value})}, CommandQueue::Plain::NoEdit);
}

// Moves

bool GridCommands::undoMove()
{
    if (!m_lastMove || m_queue.edits() != m_editsAtMove)
        return false;
    m_moves.push_back(*m_lastMove);
    m_lastMove.reset();
    m_moves.back().startUndo(m_queue.now());
    m_queue.requestPlain({callMessage(ObjectKind::Song, {}, "undo")});
    m_queue.readBack(hasClip(m_moves.back().from()));
    m_queue.readBack(hasClip(m_moves.back().to()));
    return true;
}

// True while the move goes on.
bool GridCommands::step(ClipMove &move, qint64 now)
{
    const bool isUndo = move.isUndo();
    switch (move.advance(m_set, now)) {
    case ClipMove::Step::Wait:
        return true;
    case ClipMove::Step::Delete:
        m_queue.request(hasClip(move.from()), false, {slotCall(move.from(), "delete_clip")});
        return true;
    case ClipMove::Step::Undo:
        m_queue.requestPlain({callMessage(ObjectKind::Song, {}, "undo")});
        m_queue.readBack(hasClip(move.to()));
        return true;
    case ClipMove::Step::Done:
        if (!isUndo) {
            m_lastMove = move;
            m_editsAtMove = m_queue.edits();
        }
        return false;
    case ClipMove::Step::Failed:
        return false; // the queue tells why
    }
    Q_UNREACHABLE();
}

void GridCommands::advance(qint64 now)
{
    // The mirror has Live's word that the value is back; before, it may still have the one from before the launch.
    if (m_isRestored && m_set.song().clipTriggerQuantization == m_songQuantization)
        m_songQuantization.reset();
    std::vector<ClipMove> moves = std::exchange(m_moves, {});
    std::erase_if(moves, [&](ClipMove &move) { return !step(move, now); });
    m_moves.insert(m_moves.begin(), moves.begin(), moves.end());
}

} // namespace clipdeck
