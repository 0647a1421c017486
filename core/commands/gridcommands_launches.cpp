// SPDX-License-Identifier: GPL-3.0-or-later
// GridCommands' launches of a special kind: right now, for a fixed length, and taken back.
#include "core/abletonosc/endpoint.h"
#include "core/commands/commandqueue.h"
#include "core/commands/gridcommands.h"
#include "core/commands/valuerules.h"

namespace clipdeck {

namespace {

constexpr int songQuantizationNone = 0; // Song.clip_trigger_quantization
constexpr int clipQuantizationNone = 1; // Clip.launch_quantization: 0 global, 1 none

Target quantizationOf(SlotId slot, bool ofClip)
{
    return ofClip ? Target::clip(slot, ClipField::LaunchQuantization)
                  : Target::song(SongField::ClipTriggerQuantization);
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

void GridCommands::requestLaunchNow(SlotId slot)
{
    const Target target = Target::launch(slot);
    if (!m_set.slot(slot)) {
        m_queue.refuse(target, tr("There is no such slot."));
        return;
    }
    const Clip *clip = m_set.clip(slot);
    const bool ofClip = clip && clip->launchQuantization != 0;
    if (ofClip && clip->launchQuantization == clipQuantizationNone) {
        m_queue.request(target, {}, {slotCall(slot, "fire")});
        return;
    }
    const Target choice = quantizationOf(slot, ofClip);
    const int before = chosenQuantization(slot, choice);
    if (!ofClip) {
        m_songQuantization = before;
        m_isRestored = false;
    }
    m_queue.request(target, {},
        {quantizationSetter(slot, ofClip, ofClip ? clipQuantizationNone : songQuantizationNone),
            slotCall(slot, "fire")},
        [this, slot, ofClip, before, wishes = m_queue.wishesFor(choice)] {
            if (m_queue.wishesFor(quantizationOf(slot, ofClip)) == wishes)
                restoreQuantization(slot, ofClip, before);
            else if (!ofClip)
                m_songQuantization.reset(); // another was chosen meanwhile
        });
}

// What the user wants. While the last launch's value is on its way back, the mirror may have our "none".
int GridCommands::chosenQuantization(SlotId slot, const Target &choice) const
{
    const bool ofClip = choice.is<ClipProperty>();
    const int known = ofClip ? m_set.clip(slot)->launchQuantization
                             : m_songQuantization.value_or(m_set.song().clipTriggerQuantization);
    return static_cast<int>(numberOr(m_set.shown(choice, known), known));
}

// Live has had the launch; what it set in motion within that tick is done before the next one, which reads this.
void GridCommands::restoreQuantization(SlotId slot, bool ofClip, int value)
{
    const OscMessage setter = quantizationSetter(slot, ofClip, value);
    if (ofClip) {
        m_queue.requestPlain({setter});
        return;
    }
    m_queue.requestPlain({setter}, CommandQueue::Plain::NoEdit,
        [this] { m_queue.readBack(Target::song(SongField::ClipTriggerQuantization)); });
    m_isRestored = true;
}

void GridCommands::requestCancelLaunch(TrackIndex index)
{
    const Track *track = m_set.track(index);
    if (!track) {
        m_queue.refuse(Target::trackStop(index), tr("There is no such track."));
        return;
    }
    const SlotId playing{index, SceneIndex(track->playingSlot)};
    if (m_set.clip(playing)) {
        keepPlaying(playing);
        return;
    }
    requestTrackStopNow(index); // nothing sounds, so stopping need not wait for a line
}

void GridCommands::requestTrackStopNow(TrackIndex index)
{
    if (!m_set.track(index)) {
        m_queue.refuse(Target::trackStop(index), tr("There is no such track."));
        return;
    }
    OscMessage stop = callMessage(ObjectKind::Track, {index.value}, "stop_all_clips");
    stop.arguments.emplace_back(false);
    m_queue.request(Target::trackStop(index), {}, {std::move(stop)});
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
    m_queue.request(
        Target::launch(playing), {}, std::move(before), [this, after = std::move(after)] {
            m_queue.requestPlain(after, CommandQueue::Plain::NoEdit);
        });
}

void GridCommands::requestRecord(SlotId slot, Beats length, std::optional<int> quantization)
{
    const Target target = Target::launch(slot);
    const Track *track = m_set.track(slot.track);
    if (!track || !m_set.slot(slot)) {
        m_queue.refuse(target, tr("There is no such slot."));
    } else if (!(length.value > 0.0 && length.value <= farthestTime)) {
        m_queue.refuse(target, tr("That is no length for a clip."));
    } else if (m_set.clip(slot)) {
        m_queue.refuse(target, tr("A fixed length can only be recorded into an empty slot."));
    } else if (!track->arm.value_or(false)) {
        m_queue.refuse(target, tr("%1 is not armed.").arg(track->name));
    } else {
        OscMessage fire = slotCall(slot, "fire");
        fire.arguments.emplace_back(static_cast<float>(length.value));
        if (quantization)
            fire.arguments.emplace_back(qint32(*quantization));
        m_queue.request(target, {}, {std::move(fire)});
    }
}

void GridCommands::requestClipStop(SlotId slot)
{
    if (!m_set.clip(slot))
        return; // it went while the button was held
    m_queue.request(Target::trackStop(slot.track), {},
        {callMessage(ObjectKind::Clip, {slot.track.value, slot.scene.value}, "stop")});
}

} // namespace clipdeck
