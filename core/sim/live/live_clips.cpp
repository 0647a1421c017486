// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Live that makes, copies, replaces and deletes clips.
#include "core/sim/live/cliprules.h"
#include "core/sim/live/live.h"
#include "core/sim/live/range.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

std::unique_ptr<Clip> cloneClip(const Clip &clip, Slot &slot, ObjectId id)
{
    auto copy = std::make_unique<Clip>(clip);
    copy->id = id;
    copy->slot = &slot;
    copy->recording = false;
    return copy;
}

Clip &Live::createClip(Slot &slot, double length)
{
    if (slot.track->kind != TrackKind::Midi)
        refuse(u"Only MIDI tracks can hold new MIDI clips"_s);
    return addClip(slot, {}, length);
}

Clip &Live::addClip(Slot &slot, const QString &name, double length)
{
    if (slot.clip)
        refuse(u"The clip slot already has a clip"_s);
    if (!(finite(length) > 0.0))
        refuse(u"The clip length must be greater than zero"_s);
    Clip &clip = m_set.addClip(slot, name, length);
    announceClip(slot);
    rememberClip(slot, nullptr, slot.clip.get());
    return clip;
}

void Live::deleteClip(Slot &slot)
{
    if (!slot.clip)
        refuse(u"The clip slot has no clip"_s);
    rememberClip(slot, slot.clip.get(), nullptr);
    putClip(slot, nullptr);
}

void Live::duplicateClip(Slot &from, Slot &to)
{
    if (!from.clip)
        refuse(u"The source clip slot has no clip"_s);
    if (from.track->kind == TrackKind::Group || to.track->kind == TrackKind::Group)
        refuse(u"Group slots cannot be duplicated"_s);
    if (from.clip->midi != (to.track->kind == TrackKind::Midi))
        refuse(u"The source and target tracks are of different types"_s);
    auto copy = cloneClip(*from.clip, to, m_set.newId());
    rememberClip(to, to.clip.get(), copy.get());
    putClip(to, std::move(copy));
}

void Live::setNotes(Clip &clip, std::vector<Note> notes)
{
    const auto write = [this, id = clip.id](const std::vector<Note> &wanted) {
        if (Clip *alive = m_set.findClip(id)) {
            alive->notes = wanted;
            notify(id, "notes"_L1);
        }
    };
    const std::vector<Note> old = std::exchange(clip.notes, std::move(notes));
    numberNotes(clip);
    m_history.push([=] { write(old); }, [=, young = clip.notes] { write(young); });
    notify(clip.id, "notes"_L1);
}

void Live::putClip(Slot &slot, std::unique_ptr<Clip> clip)
{
    dropClip(slot);
    const bool had = slot.clip != nullptr;
    slot.clip = std::move(clip);
    if (slot.clip)
        slot.clip->slot = &slot;
    if (had || slot.clip)
        announceClip(slot);
}

void Live::announceClip(const Slot &slot)
{
    notify(slot.id, "has_clip"_L1);
    for (const Track *group = slot.track->group; group; group = group->group)
        notify(group->slots[static_cast<std::size_t>(slot.index)]->id, "controls_other_clips"_L1);
}

void Live::rememberClip(const Slot &slot, const Clip *before, const Clip *after)
{
    const auto kept
        = [](const Clip *clip) { return clip ? std::make_shared<const Clip>(*clip) : nullptr; };
    const auto restore = [this, id = slot.id](const std::shared_ptr<const Clip> &clip) {
        if (Slot *alive = m_set.findSlot(id))
            putClip(*alive, clip ? cloneClip(*clip, *alive, clip->id) : nullptr);
    };
    m_history.push(
        [=, old = kept(before)] { restore(old); }, [=, young = kept(after)] { restore(young); });
}

void Live::dropClip(const Slot &slot)
{
    if (!slot.clip)
        return;
    m_launcher.forget(*slot.clip->slot);
    m_observers.drop(slot.clip->id);
}

} // namespace clipdeck::sim
