// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/plan/slotparts.h"

#include "core/abletonosc/api.h"
#include "core/sync/push/setlisteners.h"
#include "core/sync/readers/trackdata.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace clipdeck {

namespace {

constexpr std::array clipFieldsSeen{ClipField::Name, ClipField::Color, ClipField::Muted};
constexpr std::array clipFieldsRead{ClipField::Length, ClipField::Looping, ClipField::LoopStart,
    ClipField::LoopEnd, ClipField::StartMarker, ClipField::EndMarker, ClipField::SignatureNumerator,
    ClipField::SignatureDenominator, ClipField::LaunchMode, ClipField::LaunchQuantization,
    ClipField::Legato, ClipField::VelocityAmount};
constexpr std::array slotFieldsRead{SlotField::HasStopButton};
constexpr std::array groupFieldsRead{SlotField::IsGroupSlot, SlotField::ControlsOtherClips,
    SlotField::PlayingStatus, SlotField::IsTriggered};

template <class Fields>
void add(std::vector<QByteArray> &out, const char *object, const Fields &fields)
{
    for (const auto field : fields)
        out.push_back(QByteArray(object) + nameOf(field));
}

std::vector<QByteArray> attributesOf(SlotsOf what)
{
    std::vector<QByteArray> out;
    switch (what) {
    case SlotsOf::Track:
        add(out, "clip.", clipFieldsSeen);
        add(out, "clip.", clipFieldsRead);
        add(out, "clip_slot.", slotFieldsRead);
        break;
    case SlotsOf::AudioTrack:
        add(out, "clip.", audioClipFields);
        break;
    case SlotsOf::GroupTrack:
        add(out, "clip_slot.", groupFieldsRead);
        break;
    }
    return out;
}

/// The clip's field that an attribute is; nothing if it is the slot's.
std::optional<ClipField> clipFieldOf(const QByteArray &attribute)
{
    constexpr QByteArrayView prefix("clip.");
    const QByteArrayView view(attribute);
    const auto *row
        = view.startsWith(prefix) ? rowNamed(clipFields(), view.sliced(prefix.size())) : nullptr;
    return row ? std::optional(row->field) : std::nullopt;
}

} // namespace

bool isSeen(const QByteArray &attribute)
{
    const std::optional<ClipField> field = clipFieldOf(attribute);
    return field && std::ranges::find(clipFieldsSeen, *field) != clipFieldsSeen.end();
}

bool isPushedOnScreen(const QByteArray &attribute)
{
    const std::optional<ClipField> field = clipFieldOf(attribute);
    // The length has no listener; it is read when its ends are pushed.
    return field == ClipField::Length
        || (field && std::ranges::find(clipFieldsListened, *field) != clipFieldsListened.end());
}

std::optional<ClipField> clipFieldWithAddress(const QByteArray &attribute)
{
    const std::optional<ClipField> field = clipFieldOf(attribute);
    return field && findProperty(ObjectKind::Clip, nameOf(*field)) ? field : std::nullopt;
}

std::vector<std::vector<QByteArray>> slotParts(SlotsOf what, const PartSize &size)
{
    const std::vector<QByteArray> attributes = attributesOf(what);
    const int each = trackDataReads(QByteArrayLiteral("clip.name"), size.scenes, size.scenes / 2);
    const auto most = static_cast<std::size_t>(std::max(1, size.mostReads / each));
    std::vector<std::vector<QByteArray>> chunks;
    for (const QByteArray &attribute : attributes) {
        const bool isNew = chunks.empty() || chunks.back().size() >= most
            || isSeen(chunks.back().front()) != isSeen(attribute)
            || isPushedOnScreen(chunks.back().front()) != isPushedOnScreen(attribute);
        if (isNew)
            chunks.emplace_back();
        chunks.back().push_back(attribute);
    }
    std::vector<std::vector<QByteArray>> out;
    for (const auto &chunk : chunks)
        std::ranges::move(splitBySize(chunk, size.scenes), std::back_inserter(out));
    return out;
}

int readsOfPart(const std::vector<QByteArray> &attributes, int scenes, int clips)
{
    constexpr int way = 4; // to the track, and its identity before and behind
    int reads = way;
    for (const QByteArray &attribute : attributes)
        reads += trackDataReads(attribute, scenes, clips);
    return reads;
}

} // namespace clipdeck
