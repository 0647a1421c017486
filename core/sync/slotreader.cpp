// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a track's slots and clips.
#include "core/abletonosc/endpoint.h"
#include "core/sync/readers.h"
#include "core/sync/trackdata.h"

#include <algorithm>
#include <array>
#include <memory>

namespace clipdeck {

namespace {

/// What MIDI and audio clips both have, what is looked for first in front. The name is nil just where there is no clip.
constexpr std::array commonFields{ClipField::Name, ClipField::Color, ClipField::IsPlaying,
    ClipField::IsTriggered, ClipField::IsRecording, ClipField::Muted, ClipField::Length,
    ClipField::Looping, ClipField::LoopStart, ClipField::LoopEnd, ClipField::StartMarker,
    ClipField::EndMarker, ClipField::IsMidiClip, ClipField::SignatureNumerator,
    ClipField::SignatureDenominator, ClipField::LaunchMode, ClipField::LaunchQuantization,
    ClipField::Legato, ClipField::VelocityAmount, ClipField::IsOverdubbing,
    ClipField::WillRecordOnStart};
constexpr std::array audioFields{ClipField::Warping, ClipField::WarpMode, ClipField::Gain,
    ClipField::GainDisplayString, ClipField::PitchCoarse, ClipField::PitchFine, ClipField::RamMode,
    ClipField::FilePath, ClipField::SampleLength};
constexpr std::array groupFields{SlotField::IsGroupSlot, SlotField::ControlsOtherClips,
    SlotField::PlayingStatus, SlotField::IsTriggered};

/// At about 0.1 ms of Live's time a property, so many keep it busy for 30 ms.
constexpr int readsInPart = 300;

/// A clip's fields that an edit of its length or a wish may change.
constexpr std::array editFields{ClipField::Length, ClipField::Looping, ClipField::LoopStart,
    ClipField::LoopEnd, ClipField::StartMarker, ClipField::EndMarker};

const QByteArray identityAttribute = QByteArrayLiteral("track._live_ptr");
const QByteArray slotPrefix = QByteArrayLiteral("clip_slot.");
const QByteArray clipPrefix = QByteArrayLiteral("clip.");

void applySlotValue(LiveSet &set, const QByteArray &attribute, SlotId slot, const LiveValue &value)
{
    const QByteArrayView view(attribute);
    if (view.startsWith(slotPrefix)) {
        set.apply(slot, rowNamed(slotFields(), view.sliced(slotPrefix.size()))->field, value);
        return;
    }
    const auto *row = rowNamed(clipFields(), view.sliced(clipPrefix.size()));
    if (row->field == ClipField::Name)
        set.applyHasClip(slot, !isNothing(value));
    set.apply(slot, row->field, value);
}

std::vector<QByteArray> clipAttributes()
{
    std::vector<QByteArray> out;
    for (ClipField field : commonFields)
        out.push_back(clipPrefix + nameOf(field));
    out.push_back(slotPrefix + nameOf(SlotField::HasStopButton));
    return out;
}

std::vector<QByteArray> audioAttributes()
{
    std::vector<QByteArray> out;
    for (ClipField field : audioFields)
        out.push_back(clipPrefix + nameOf(field));
    return out;
}

std::vector<QByteArray> groupAttributes()
{
    std::vector<QByteArray> out;
    for (SlotField field : groupFields)
        out.push_back(slotPrefix + nameOf(field));
    return out;
}

/// Attributes of slots in parts that neither keep Live busy for long nor outgrow a datagram.
std::vector<std::vector<QByteArray>> partsFor(const std::vector<QByteArray> &attributes, int scenes)
{
    const auto most = static_cast<std::size_t>(std::max(1, readsInPart / std::max(1, scenes)));
    std::vector<std::vector<QByteArray>> out;
    for (std::size_t from = 0; from < attributes.size(); from += most) {
        const std::size_t end = std::min(attributes.size(), from + most);
        const std::vector<QByteArray> chunk(attributes.begin() + static_cast<std::ptrdiff_t>(from),
            attributes.begin() + static_cast<std::ptrdiff_t>(end));
        for (auto &part : splitBySize(chunk, scenes))
            out.push_back(std::move(part));
    }
    return out;
}

/// A slot counts as read when its last part is: until then a clip has blanks, and an edit must not start from them.
Query partQuery(
    const ReaderContext &context, TrackIndex track, std::vector<QByteArray> attributes, bool isLast)
{
    if (context.hasIdentities())
        attributes.insert(attributes.begin(), identityAttribute);
    const auto misplaced = std::make_shared<bool>(false);
    TrackDataShape shape;
    shape.scenes = context.set.sceneCount();
    const TrackDataAsk ask{track, TrackIndex(track.value + 1), attributes};
    return trackDataQuery(
        ask, shape,
        [context, attributes, misplaced](
            std::size_t attribute, TrackIndex owner, int row, const LiveValue &value) {
            const QByteArray &name = attributes[attribute];
            if (name == identityAttribute)
                *misplaced = context.isMisplaced(owner, value);
            else if (!*misplaced)
                applySlotValue(context.set, name, {owner, SceneIndex(row)}, value);
        },
        [context, track, misplaced, isLast, scenes = shape.scenes] {
            for (int s = 0; s < scenes && !*misplaced; ++s) {
                const SlotId id{track, SceneIndex(s)};
                const Slot *slot = context.set.slot(id);
                if (isLast || (slot && slot->readAt >= 0))
                    context.set.applyRead(id, context.now());
            }
        },
        {});
}

std::vector<Query> readPart(const ReaderContext &context, TrackIndex track,
    const std::vector<QByteArray> &attributes, int part, bool lastMakesWhole)
{
    auto parts = partsFor(attributes, context.set.sceneCount());
    std::vector<Query> out;
    if (part < static_cast<int>(parts.size())) {
        const bool isLast = lastMakesWhole && part + 1 == static_cast<int>(parts.size());
        out.push_back(
            partQuery(context, track, std::move(parts[static_cast<std::size_t>(part)]), isLast));
    }
    return out;
}

Query clipQuery(LiveSet &set, SlotId slot, ClipField field)
{
    Query query{getMessage(ObjectKind::Clip, {slot.track.value, slot.scene.value}, nameOf(field))};
    query.ids = 2;
    query.tagged = true;
    query.answered = [&set, slot, field](const OscArguments &values) {
        if (!values.empty())
            set.apply(slot, field, toValue(values.front()));
    };
    return query;
}

} // namespace

int slotParts(int scenes)
{
    return static_cast<int>(partsFor(clipAttributes(), scenes).size());
}

int mostReadsOfPart(int scenes)
{
    return std::max(readsInPart, scenes) + 1;
}

int audioClipParts(int scenes)
{
    return static_cast<int>(partsFor(audioAttributes(), scenes).size());
}

int groupSlotParts(int scenes)
{
    return static_cast<int>(partsFor(groupAttributes(), scenes).size());
}

int readsOfSlotPart(int part, int scenes)
{
    const auto parts = partsFor(clipAttributes(), scenes);
    return static_cast<int>(parts.at(static_cast<std::size_t>(part)).size()) * scenes + 1;
}

std::vector<Query> readSlots(const ReaderContext &context, TrackIndex track, int part)
{
    return readPart(context, track, clipAttributes(), part, true);
}

std::vector<Query> readAudioClips(const ReaderContext &context, TrackIndex track, int part)
{
    return readPart(context, track, audioAttributes(), part, false);
}

std::vector<Query> readGroupSlots(const ReaderContext &context, TrackIndex track, int part)
{
    return readPart(context, track, groupAttributes(), part, false);
}

std::vector<Query> readPosition(const ReaderContext &context, TrackIndex track)
{
    std::vector<Query> out;
    const Track *owner = context.set.track(track);
    const SlotId slot{track, SceneIndex(owner ? owner->playingSlot : noSlot)};
    if (context.set.clip(slot)) // a clip's getter raises on an empty slot
        out.push_back(clipQuery(context.set, slot, ClipField::PlayingPosition));
    return out;
}

std::vector<Query> readClip(const ReaderContext &context, SlotId slot, ClipField wanted)
{
    if (!context.set.clip(slot))
        return {};
    const bool isEdge = std::ranges::find(editFields, wanted) != std::end(editFields);
    std::vector<Query> out;
    if (!isEdge)
        out.push_back(clipQuery(context.set, slot, wanted));
    for (ClipField field : editFields) {
        if (isEdge)
            out.push_back(clipQuery(context.set, slot, field));
    }
    return out;
}

std::vector<Query> readSlot(const ReaderContext &context, SlotId slot, SlotField wanted)
{
    std::vector<Query> out;
    if (wanted == SlotField::Clip) {
        for (int part = 0; part < slotParts(context.set.sceneCount()); ++part) {
            for (Query &query : readSlots(context, slot.track, part))
                out.push_back(std::move(query));
        }
        return out;
    }
    Query query{
        getMessage(ObjectKind::ClipSlot, {slot.track.value, slot.scene.value}, nameOf(wanted))};
    query.ids = 2;
    query.tagged = true;
    query.answered = [&set = context.set, slot, wanted](const OscArguments &values) {
        if (!values.empty())
            set.apply(slot, wanted, toValue(values.front()));
    };
    out.push_back(std::move(query));
    return out;
}

} // namespace clipdeck
