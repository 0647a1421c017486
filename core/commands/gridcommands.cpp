// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/gridcommands.h"

#include "core/abletonosc/endpoint.h"
#include "core/commands/commandqueue.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace clipdeck {

namespace {

constexpr double slowestTempo = 20.0; // BPM, Live manual
constexpr double fastestTempo = 999.0;
constexpr int clipQuantizationNone = 1; // Clip.launch_quantization: 0 global, 1 none

QString words(const char *text)
{
    return QCoreApplication::translate("GridCommands", text);
}

Target hasClip(SlotId slot)
{
    return Target::slot(slot, SlotField::Clip);
}

OscMessage slotCall(SlotId slot, const char *method)
{
    return callMessage(ObjectKind::ClipSlot, {slot.track.value, slot.scene.value}, method);
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

OscMessage quantizationSetter(SlotId slot, bool ofClip, int value)
{
    if (ofClip)
        return setMessage(*findProperty(ObjectKind::Clip, nameOf(ClipField::LaunchQuantization)),
            {slot.track.value, slot.scene.value}, value);
    return setMessage(
        *findProperty(ObjectKind::Song, nameOf(SongField::ClipTriggerQuantization)), {}, value);
}

} // namespace

GridCommands::GridCommands(LiveSet &set, CommandQueue &queue)
    : m_set(set)
    , m_queue(queue)
{
    queue.setOwnUndo([this] { return undoMove(); });
}

// Launches

void GridCommands::requestLaunchNow(SlotId slot)
{
    const Target target = Target::launch(slot);
    if (!m_set.slot(slot)) {
        m_queue.refuse(target, words("There is no such slot."));
        return;
    }
    const Clip *clip = m_set.clip(slot);
    const bool ofClip = clip && clip->launchQuantization != 0;
    if (ofClip && clip->launchQuantization == clipQuantizationNone) {
        m_queue.submit(target, {}, {slotCall(slot, "fire")});
        return;
    }
    const int none = ofClip ? clipQuantizationNone : 0;
    // While the last launch's value is still on its way back, the mirror may have our "none".
    const int before = ofClip ? clip->launchQuantization
                              : m_songQuantization.value_or(m_set.song().clipTriggerQuantization);
    if (!ofClip) {
        m_songQuantization = before;
        m_isRestored = false;
    }
    m_queue.submit(target, {}, {quantizationSetter(slot, ofClip, none), slotCall(slot, "fire")},
        [this, slot, ofClip, before] { restoreQuantization(slot, ofClip, before); });
}

// Live has had the launch; what it set in motion within that tick is done before the next one, which reads this.
void GridCommands::restoreQuantization(SlotId slot, bool ofClip, int value)
{
    if (ofClip) {
        m_queue.submitPlain({quantizationSetter(slot, true, value)});
        return;
    }
    m_queue.submitPlain({quantizationSetter(slot, false, value)}, CommandQueue::Plain::NoEdit,
        [this] { m_queue.readBack(Target::song(SongField::ClipTriggerQuantization)); });
    m_isRestored = true;
}

void GridCommands::requestCancelLaunch(TrackIndex index)
{
    const Track *track = m_set.track(index);
    if (!track) {
        m_queue.refuse(Target::trackStop(index), words("There is no such track."));
        return;
    }
    const SlotId playing{index, SceneIndex(track->playingSlot)};
    if (m_set.clip(playing)) {
        keepPlaying(playing);
        return;
    }
    // Nothing sounds, so stopping need not wait for a line.
    OscMessage stop = callMessage(ObjectKind::Track, {index.value}, "stop_all_clips");
    stop.arguments.emplace_back(false);
    m_queue.submit(Target::trackStop(index), {}, {std::move(stop)});
}

void GridCommands::keepPlaying(SlotId playing)
{
    constexpr int trigger = 0;
    constexpr int toggle = 2; // a fire would stop it
    const Clip &clip = *m_set.clip(playing);
    const auto setter = [&](const char *name, int value) {
        return setMessage(*findProperty(ObjectKind::Clip, name),
            {playing.track.value, playing.scene.value}, value);
    };
    const bool isToggle = clip.launchMode == toggle;
    const char *legato = nameOf(ClipField::Legato);
    std::vector<OscMessage> before{setter(legato, 1)};
    std::vector<OscMessage> after{setter(legato, clip.legato)};
    if (isToggle) {
        before.push_back(setter(nameOf(ClipField::LaunchMode), trigger));
        after.push_back(setter(nameOf(ClipField::LaunchMode), toggle));
    }
    before.push_back(slotCall(playing, "fire"));
    m_queue.submit(
        Target::launch(playing), {}, std::move(before), [this, after = std::move(after)] {
            m_queue.submitPlain(after, CommandQueue::Plain::NoEdit);
        });
}

void GridCommands::requestRecord(SlotId slot, Beats length)
{
    const Target target = Target::launch(slot);
    const Track *track = m_set.track(slot.track);
    if (!track || !m_set.slot(slot)) {
        m_queue.refuse(target, words("There is no such slot."));
    } else if (m_set.clip(slot)) {
        m_queue.refuse(target, words("A fixed length can only be recorded into an empty slot."));
    } else if (!track->arm.value_or(false)) {
        m_queue.refuse(target, words("%1 is not armed.").arg(track->name));
    } else {
        OscMessage fire = slotCall(slot, "fire");
        fire.arguments.emplace_back(static_cast<float>(length.value));
        m_queue.submit(target, {}, {std::move(fire)});
    }
}

void GridCommands::requestClipStop(SlotId slot)
{
    if (!m_set.clip(slot))
        return; // it went while the button was held
    m_queue.submit(Target::trackStop(slot.track), {},
        {callMessage(ObjectKind::Clip, {slot.track.value, slot.scene.value}, "stop")});
}

// Clips

bool GridCommands::refuseUnlessClip(SlotId slot)
{
    if (m_set.clip(slot))
        return false;
    m_queue.refuse(hasClip(slot), words("There is no clip in this slot."));
    return true;
}

void GridCommands::requestDeleteClip(SlotId slot)
{
    if (!refuseUnlessClip(slot))
        m_queue.submit(hasClip(slot), false, {slotCall(slot, "delete_clip")});
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
    m_queue.submit(hasClip(to), true, {std::move(message)});
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
    m_queue.refuse(hasClip(slot), words("There is no empty slot below: insert a scene first."));
    return std::nullopt;
}

void GridCommands::requestStopButton(SlotId slot, bool has)
{
    const Target target = Target::slot(slot, SlotField::HasStopButton);
    if (!m_set.slot(slot)) {
        m_queue.refuse(target, words("There is no such slot."));
        return;
    }
    const Property *property = findProperty(ObjectKind::ClipSlot, nameOf(SlotField::HasStopButton));
    m_queue.submit(target, has, {setMessage(*property, {slot.track.value, slot.scene.value}, has)});
}

// Scenes

void GridCommands::requestScene(SceneIndex scene, SceneField field, const LiveValue &value)
{
    const Target target = Target::scene(scene, field);
    const Property *property = findProperty(ObjectKind::Scene, nameOf(field));
    LiveValue wanted = value;
    if (field == SceneField::Tempo)
        wanted = std::clamp(numberOr(value, slowestTempo), slowestTempo, fastestTempo);
    if (!m_set.scene(scene))
        m_queue.refuse(target, words("There is no such scene."));
    else if (!property || !property->canSet)
        m_queue.refuse(target, words("Live does not let this be set."));
    else
        m_queue.submit(target, wanted, {setMessage(*property, {scene.value}, wanted)});
}

void GridCommands::requestInsertScene(SceneIndex at)
{
    m_queue.submitPlain({songCall("create_scene", at.value)});
}

void GridCommands::requestDuplicateScene(SceneIndex scene)
{
    if (m_set.scene(scene))
        m_queue.submitPlain({songCall("duplicate_scene", scene.value)});
}

void GridCommands::requestDeleteScene(SceneIndex scene)
{
    if (m_set.sceneCount() == 1)
        m_queue.refuse(Target::sceneLaunch(scene), words("A set has at least one scene."));
    else if (m_set.scene(scene))
        m_queue.submitPlain({songCall("delete_scene", scene.value)});
}

// Live captures behind the scene that it has selected.
void GridCommands::requestCaptureScene(SceneIndex after)
{
    std::vector<OscMessage> messages;
    if (m_set.scene(after))
        messages.push_back(viewSet("selected_scene", {after.value}));
    messages.push_back(callMessage(ObjectKind::Song, {}, "capture_and_insert_scene"));
    m_queue.submitPlain(std::move(messages));
}

// Selection

void GridCommands::requestSelectSlot(SlotId slot)
{
    if (m_set.slot(slot))
        m_queue.submitPlain({viewSet("selected_clip", {slot.track.value, slot.scene.value})},
            CommandQueue::Plain::NoEdit);
}

void GridCommands::requestSelectTrack(TrackIndex track)
{
    if (m_set.track(track))
        m_queue.submitPlain(
            {viewSet("selected_track", {track.value})}, CommandQueue::Plain::NoEdit);
}

void GridCommands::requestSelectScene(SceneIndex scene)
{
    if (m_set.scene(scene))
        m_queue.submitPlain(
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
    m_queue.submitPlain({callMessage(ObjectKind::Song, {}, "undo")});
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
        m_queue.submit(hasClip(move.from()), false, {slotCall(move.from(), "delete_clip")});
        return true;
    case ClipMove::Step::Undo:
        m_queue.submitPlain({callMessage(ObjectKind::Song, {}, "undo")});
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
