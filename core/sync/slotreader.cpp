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

/// At about 0.06 ms of Live's time a touch, so many keep it busy for 15 ms.
constexpr int readsInPart = 250;

/// A clip's fields that an edit of its length or a wish may change.
constexpr std::array editFields{ClipField::Length, ClipField::Looping, ClipField::LoopStart,
    ClipField::LoopEnd, ClipField::StartMarker, ClipField::EndMarker};

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
    const int each = trackDataReads(QByteArrayLiteral("clip.name"), scenes);
    const auto most = static_cast<std::size_t>(std::max(1, readsInPart / each));
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

Query partQuery(
    const ReaderContext &context, TrackIndex track, std::vector<QByteArray> attributes, int code)
{
    std::erase_if(attributes,
        [&](const QByteArray &attribute) { return !context.canRead(track, attribute); });
    const TrackIndex end(track.value + 1);
    const TrackDataAsk ask{track, end, attributes, context.identities(track, end), code};
    TrackDataShape shape;
    shape.scenes = context.set.sceneCount();
    return trackDataQuery(
        ask, shape,
        [&set = context.set, attributes](
            std::size_t attribute, TrackIndex owner, int row, const LiveValue &value) {
            applySlotValue(set, attributes[attribute], {owner, SceneIndex(row)}, value);
        },
        nullptr, nullptr);
}

std::vector<Query> readPart(const ReaderContext &context, TrackIndex track,
    const std::vector<QByteArray> &attributes, int part)
{
    auto parts = partsFor(attributes, context.set.sceneCount());
    std::vector<Query> out;
    if (part < static_cast<int>(parts.size()))
        out.push_back(
            partQuery(context, track, std::move(parts[static_cast<std::size_t>(part)]), part));
    return out;
}

Query clipQuery(LiveSet &set, SlotId slot, ClipField field)
{
    Query query{getMessage(ObjectKind::Clip, {slot.track.value, slot.scene.value}, nameOf(field))};
    query.ids = 2;
    query.tagged = true;
    query.mayRaise = true; // where the clip has gone
    query.retries = 1;
    query.reads = 5;
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
    return std::max(readsInPart, trackDataReads(QByteArrayLiteral("clip.name"), scenes)) + 4;
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
    int reads = 4;
    for (const QByteArray &attribute : parts.at(static_cast<std::size_t>(part)))
        reads += trackDataReads(attribute, scenes);
    return reads;
}

std::vector<Query> readSlots(const ReaderContext &context, TrackIndex track, int part)
{
    return readPart(context, track, clipAttributes(), part);
}

std::vector<Query> readAudioClips(const ReaderContext &context, TrackIndex track, int part)
{
    std::vector<Query> out = readPart(context, track, audioAttributes(), part);
    for (Query &query : out)
        query.halves = nullptr; // refused as a whole, where another track has come to this place
    return out;
}

std::vector<Query> readGroupSlots(const ReaderContext &context, TrackIndex track, int part)
{
    return readPart(context, track, groupAttributes(), part);
}

std::vector<Query> readCell(
    const ReaderContext &context, SlotId slot, std::function<void()> isThere)
{
    std::vector<Query> out;
    if (!context.set.clip(slot))
        return out;
    out.push_back(clipQuery(context.set, slot, ClipField::Name));
    out.back().answered = [use = std::move(out.back().answered), isThere = std::move(isThere)](
                              const OscArguments &values) {
        use(values);
        isThere();
    };
    return out;
}

std::vector<Query> readCellRest(const ReaderContext &context, SlotId slot)
{
    std::vector<Query> out;
    if (!context.set.clip(slot))
        return out;
    for (ClipField field : commonFields) {
        if (field != ClipField::Name && findProperty(ObjectKind::Clip, nameOf(field)))
            out.push_back(clipQuery(context.set, slot, field));
    }
    return out;
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
