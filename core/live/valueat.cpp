// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/valueat.h"

namespace clipdeck {

namespace {

using Value = std::optional<LiveValue>;

template <class Owner, class Field> Value fieldOf(const Owner *owner, Field field)
{
    return owner ? Value(valueOf(*owner, field)) : std::nullopt;
}

Value sendOf(const Track *track, SendIndex send)
{
    const auto place = static_cast<std::size_t>(send.value);
    return track && send.isValid() && place < track->sends.size() ? Value(track->sends[place])
                                                                  : std::nullopt;
}

Value fieldOf(const Slot *slot, SlotField field)
{
    if (!slot)
        return std::nullopt;
    return field == SlotField::Clip ? slot->clip.has_value() : slot->hasStopButton;
}

Value valueOfParameter(const Parameter *parameter)
{
    return parameter ? Value(parameter->value) : std::nullopt;
}

} // namespace

Value valueAt(const LiveSet &set, const Target &target)
{
    return std::visit(
        Overloaded{
            [&](const SongProperty &of) { return fieldOf(&set.song(), of.field); },
            [&](const TrackProperty &of) { return fieldOf(set.track(of.track), of.field); },
            [&](const SendLevel &of) { return sendOf(set.track(of.track), of.send); },
            [&](const SceneProperty &of) { return fieldOf(set.scene(of.scene), of.field); },
            [&](const ClipProperty &of) { return fieldOf(set.clip(of.slot), of.field); },
            [&](const SlotProperty &of) { return fieldOf(set.slot(of.slot), of.field); },
            [&](const ParameterId &of) { return valueOfParameter(set.parameter(of)); },
            [](const auto &) { return Value(); },
        },
        target.subject);
}

} // namespace clipdeck
