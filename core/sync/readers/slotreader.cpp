// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readers/slotreader.h"

#include "core/abletonosc/endpoint.h"
#include "core/sync/plan/slotparts.h"
#include "core/sync/readers/trackdata.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <ranges>

namespace clipdeck {

namespace {

/// What only the clip that plays can do: whether it records, and is overdubbed.
constexpr std::array takeFields{
    ClipField::IsRecording, ClipField::IsOverdubbing, ClipField::WillRecordOnStart};
/// And how far it has grown by that.
constexpr std::array growingFields{ClipField::Length, ClipField::LoopEnd, ClipField::EndMarker};

/// A clip's fields that an edit of its length or a wish may change.
constexpr std::array editFields{ClipField::Length, ClipField::Looping, ClipField::LoopStart,
    ClipField::LoopEnd, ClipField::StartMarker, ClipField::EndMarker};

const QByteArray slotPrefix = QByteArrayLiteral("clip_slot.");
const QByteArray clipPrefix = QByteArrayLiteral("clip.");
const QByteArray nameAttribute = QByteArrayLiteral("clip.name");
const QByteArray hasClipAttribute = QByteArrayLiteral("clip_slot.has_clip");

void applySlotValue(LiveSet &set, const QByteArray &attribute, SlotId slot, const LiveValue &value)
{
    if (attribute == hasClipAttribute) {
        set.applyHasClip(slot, numberOr(value, 0.0) != 0.0);
        return;
    }
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

Query partQuery(const ReaderContext &context, TrackIndex track,
    const std::vector<QByteArray> &attributes, int code)
{
    const TrackIndex end(track.value + 1);
    const TrackDataAsk ask{track, end, attributes, context.identities(track, end), code};
    TrackDataShape shape;
    shape.scenes = context.set.sceneCount();
    shape.clips = context.expectedClips;
    return trackDataQuery(
        ask, shape,
        [&set = context.set, attributes, namesTurn = context.namesTurn](
            std::size_t attribute, TrackIndex owner, int row, const LiveValue &value) {
            const SlotId slot{owner, SceneIndex(row)};
            const bool hadClip = set.clip(slot);
            applySlotValue(set, attributes[attribute], slot, value);
            if (attributes[attribute] == hasClipAttribute && !hadClip && set.clip(slot)) {
                NamesTurn &turn = namesTurn(owner); // its name is to be asked for, too
                turn = {std::min(turn.nextScene, row), false};
            }
        },
        nullptr, context.cannotRead);
}

Query clipQuery(LiveSet &set, SlotId slot, ClipField field)
{
    Query query = getQuery(ObjectKind::Clip, {slot.track.value, slot.scene.value}, nameOf(field));
    query.match = Match::ByTag;
    query.mayRaise = true; // where the clip has gone
    query.retries = 1;
    query.answered = [&set, slot, field](const OscArguments &values) {
        if (!values.empty())
            set.apply(slot, field, toValue(values.front()));
    };
    query.failed = [&set, slot, field](const QueryFailure &failure) {
        if (isTooLarge(failure.reason))
            set.applyUnknown(Target::clip(slot, field), true);
    };
    return query;
}

/// The next of a track's names: many until all are known, then few at a time.
std::vector<Query> readNamesInTurn(const ReaderContext &context, TrackIndex track)
{
    constexpr std::size_t manyAtOnce = 100;
    constexpr std::size_t fewAtOnce = 20;
    NamesTurn &turn = context.namesTurn(track);
    const std::size_t most = turn.isWhole ? fewAtOnce : manyAtOnce;
    std::vector<Query> out;
    for (; turn.nextScene < context.set.sceneCount() && out.size() < most; ++turn.nextScene) {
        if (const SlotId slot{track, SceneIndex(turn.nextScene)}; context.set.clip(slot))
            out.push_back(clipQuery(context.set, slot, ClipField::Name));
    }
    if (turn.nextScene >= context.set.sceneCount())
        turn = {0, true};
    return out;
}

std::vector<Query> readPart(const ReaderContext &context, TrackIndex track, SlotsOf what, int part)
{
    auto parts = slotParts(what, context.partSize());
    std::vector<Query> out;
    if (part >= static_cast<int>(parts.size()))
        return out;
    std::vector<QByteArray> attributes = std::move(parts[static_cast<std::size_t>(part)]);
    const auto unreadable
        = [&](const QByteArray &attribute) { return !context.canRead(track, attribute); };
    const bool lacksNames = std::ranges::find(attributes, nameAttribute) != attributes.end()
        && unreadable(nameAttribute);
    std::erase_if(attributes, unreadable);
    if (lacksNames) // in front: what a clip has is taken only where one is known to be
        attributes.insert(attributes.begin(), hasClipAttribute);
    if (!attributes.empty())
        out.push_back(partQuery(context, track, attributes, part));
    if (!lacksNames)
        return out;
    std::ranges::move(readNamesInTurn(context, track), std::back_inserter(out));
    return out;
}

} // namespace

std::vector<Query> readClips(const ReaderContext &context, TrackIndex track, ClipField field,
    SceneIndex first, SceneIndex end)
{
    std::vector<Query> out;
    for (int s = first.value; s < end.value; ++s) {
        if (const SlotId slot{track, SceneIndex(s)}; context.set.clip(slot))
            out.push_back(clipQuery(context.set, slot, field));
    }
    return out;
}

std::vector<Query> readSlots(const ReaderContext &context, TrackIndex track, int part)
{
    return readPart(context, track, SlotsOf::Track, part);
}

std::vector<Query> readAudioClips(const ReaderContext &context, TrackIndex track, int part)
{
    std::vector<Query> out = readPart(context, track, SlotsOf::AudioTrack, part);
    for (Query &query : out)
        query.halves = nullptr; // refused as a whole, where another track has come to this place
    return out;
}

std::vector<Query> readGroupSlots(const ReaderContext &context, TrackIndex track, int part)
{
    return readPart(context, track, SlotsOf::GroupTrack, part);
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
    const auto parts = slotParts(SlotsOf::Track, {context.set.sceneCount(), PartSize::cheapReads});
    for (const QByteArray &attribute : std::views::join(parts)) {
        const std::optional<ClipField> field = clipFieldWithAddress(attribute);
        if (field && field != ClipField::Name)
            out.push_back(clipQuery(context.set, slot, *field));
    }
    return out;
}

std::vector<Query> readTake(const ReaderContext &context, TrackIndex track)
{
    std::vector<Query> out;
    const Track *owner = context.set.track(track);
    const SlotId slot{track, SceneIndex(owner ? owner->playingSlot : noSlot)};
    const Clip *clip = context.set.clip(slot);
    if (!clip)
        return out;
    for (ClipField field : takeFields)
        out.push_back(clipQuery(context.set, slot, field));
    if (!clip->isRecording)
        return out;
    for (ClipField field : growingFields)
        out.push_back(clipQuery(context.set, slot, field));
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
        const auto parts = slotParts(SlotsOf::Track, context.partSize());
        for (int part = 0; part < static_cast<int>(parts.size()); ++part) {
            for (Query &query : readSlots(context, slot.track, part))
                out.push_back(std::move(query));
        }
        return out;
    }
    Query query
        = getQuery(ObjectKind::ClipSlot, {slot.track.value, slot.scene.value}, nameOf(wanted));
    query.match = Match::ByTag;
    query.answered = [&set = context.set, slot, wanted](const OscArguments &values) {
        if (!values.empty())
            set.apply(slot, wanted, toValue(values.front()));
    };
    out.push_back(std::move(query));
    return out;
}

} // namespace clipdeck
