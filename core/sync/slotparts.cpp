// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/slotparts.h"

#include "core/live/fields.h"
#include "core/sync/trackdata.h"

#include <algorithm>
#include <array>

namespace clipdeck {

namespace {

constexpr std::array clipFieldsRead{ClipField::Name, ClipField::Color, ClipField::Muted,
    ClipField::Length, ClipField::Looping, ClipField::LoopStart, ClipField::LoopEnd,
    ClipField::StartMarker, ClipField::EndMarker, ClipField::SignatureNumerator,
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

} // namespace

std::vector<std::vector<QByteArray>> slotParts(SlotsOf what, const PartSize &size)
{
    const std::vector<QByteArray> attributes = attributesOf(what);
    const int each = trackDataReads(QByteArrayLiteral("clip.name"), size.scenes, size.scenes / 2);
    const auto most = static_cast<std::size_t>(std::max(1, size.mostReads / each));
    std::vector<std::vector<QByteArray>> out;
    for (std::size_t from = 0; from < attributes.size(); from += most) {
        const std::size_t end = std::min(attributes.size(), from + most);
        const std::vector<QByteArray> chunk(attributes.begin() + static_cast<std::ptrdiff_t>(from),
            attributes.begin() + static_cast<std::ptrdiff_t>(end));
        for (auto &part : splitBySize(chunk, size.scenes))
            out.push_back(std::move(part));
    }
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
