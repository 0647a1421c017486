// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readers/trackreader.h"

#include "core/abletonosc/endpoint.h"
#include "core/live/unknown.h"
#include "core/sync/readers/trackdata.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <span>

namespace clipdeck {

namespace {

/// What every track has, so that one question may cover many. Arm, fold state and the mixer's values are not among them.
constexpr std::array commonFields{TrackField::Name, TrackField::Color, TrackField::IsFoldable,
    TrackField::IsGrouped, TrackField::IsVisible, TrackField::HasMidiInput,
    TrackField::HasAudioInput, TrackField::CanBeArmed, TrackField::GroupTrack, TrackField::Mute,
    TrackField::Solo, TrackField::PlayingSlotIndex, TrackField::FiredSlotIndex,
    TrackField::HasMidiOutput, TrackField::HasAudioOutput, TrackField::IsFrozen,
    TrackField::MutedViaSolo, TrackField::OutputMeterLevel};
constexpr std::array stateFields{TrackField::PlayingSlotIndex, TrackField::FiredSlotIndex};

/// One of a track's four routing choosers.
struct RoutingChooser {
    TrackField field;
    const char *choices; ///< The getter of what it offers
    std::vector<QString> RoutingChoices::*list;
};
constexpr std::array routingChoosers{
    RoutingChooser{
        TrackField::InputRoutingType, "available_input_routing_types", &RoutingChoices::inputTypes},
    RoutingChooser{TrackField::InputRoutingChannel, "available_input_routing_channels",
        &RoutingChoices::inputChannels},
    RoutingChooser{TrackField::OutputRoutingType, "available_output_routing_types",
        &RoutingChoices::outputTypes},
    RoutingChooser{TrackField::OutputRoutingChannel, "available_output_routing_channels",
        &RoutingChoices::outputChannels},
};
static_assert(routingChoosers.size() == routingChooserCount);

/// Live makes the list of choices to tell them, and on the rig also to tell which one is chosen: every other track is one,
/// or half of them where the kinds must agree.
int routingReads(const RoutingChooser &chooser, int tracks)
{
    const bool isInput = chooser.field == TrackField::InputRoutingType
        || chooser.field == TrackField::InputRoutingChannel;
    return 4 + (isInput ? 3 * tracks / 4 : tracks / 2);
}

QByteArray attributeOf(TrackField field)
{
    return QByteArray("track.") + nameOf(field);
}

using Fields = std::vector<TrackField>;

/// Those of `fields` that Live has not refused to tell of a track.
Fields readable(const ReaderContext &context, TrackIndex track, std::span<const TrackField> fields)
{
    Fields out;
    std::ranges::copy_if(fields, std::back_inserter(out),
        [&](TrackField field) { return context.canRead(track, attributeOf(field)); });
    return out;
}

Query blockQuery(
    const ReaderContext &context, TrackIndex first, TrackIndex end, const Fields &fields, int code)
{
    TrackDataAsk ask{first, end, {}, context.identities(first, end), code};
    std::ranges::transform(fields, std::back_inserter(ask.attributes), attributeOf);
    return trackDataQuery(
        ask, {},
        [&set = context.set, fields](std::size_t attribute, TrackIndex track, int,
            const LiveValue &value) { set.apply(track, fields.at(attribute), value); },
        nullptr, context.cannotRead);
}

/// One question for all of the tracks, or one for each row of them that Live tells the same of.
std::vector<Query> blockQueries(const ReaderContext &context, TrackIndex first, TrackIndex end,
    std::span<const TrackField> fields)
{
    const auto code = static_cast<int>(fields.size() % 4);
    std::vector<Query> out;
    for (int from = first.value; from < end.value;) {
        const Fields common = readable(context, TrackIndex(from), fields);
        int to = from + 1;
        while (to < end.value && readable(context, TrackIndex(to), fields) == common)
            ++to;
        if (!common.empty())
            out.push_back(blockQuery(context, TrackIndex(from), TrackIndex(to), common, code));
        from = to;
    }
    return out;
}

Query getterQuery(LiveSet &set, TrackIndex track, TrackField field)
{
    const Property *property = findProperty(ObjectKind::Track, nameOf(field));
    Query query = getQuery(ObjectKind::Track, {track.value}, nameOf(field));
    query.match = property && property->echoes ? Match::ByTag : Match::ByIds;
    query.answered = [&set, track, field](const OscArguments &values) {
        if (!values.empty())
            set.apply(track, field, toValue(values.front()));
    };
    return query;
}

} // namespace

int readsPerTrack()
{
    return static_cast<int>(commonFields.size());
}

std::vector<Query> readTracks(const ReaderContext &context, TrackIndex first, TrackIndex end)
{
    return blockQueries(context, first, end, commonFields);
}

std::vector<Query> readTrackStates(const ReaderContext &context, TrackIndex first, TrackIndex end)
{
    return blockQueries(context, first, end, stateFields);
}

std::vector<Query> readMixer(const ReaderContext &context, TrackIndex track)
{
    std::vector<Query> out;
    const Track *known = context.set.track(track);
    if (!known)
        return out;
    const auto ask
        = [&](TrackField field) { out.push_back(getterQuery(context.set, track, field)); };
    ask(TrackField::Volume);
    ask(TrackField::Panning);
    if (known->canBeArmed) {
        ask(TrackField::Arm);
        ask(TrackField::CurrentMonitoringState);
    }
    if (known->hasAudioOutput) {
        ask(TrackField::OutputMeterLeft);
        ask(TrackField::OutputMeterRight);
    }
    return out;
}

std::vector<Query> readRouting(const ReaderContext &context, TrackIndex track, int chooser)
{
    const RoutingChooser &wanted = routingChoosers.at(static_cast<std::size_t>(chooser));
    Query chosen = getterQuery(context.set, track, wanted.field);
    chosen.reads += routingReads(wanted, context.set.trackCount());
    std::vector<Query> out;
    out.push_back(std::move(chosen));
    if (!context.canRead(track, wanted.choices))
        return out;
    Query choices = getQuery(ObjectKind::Track, {track.value}, wanted.choices);
    const Target unknown = Target::routingList(track, chooser);
    choices.reads = routingReads(wanted, context.set.trackCount());
    choices.answered
        = [&set = context.set, track, list = wanted.list, unknown](const OscArguments &values) {
              const Track *known = set.track(track);
              if (!known)
                  return;
              RoutingChoices now = known->routingChoices;
              (now.*list).clear();
              for (const OscArgument &value : values)
                  (now.*list).push_back(toText(value).value_or(QString()));
              set.applyRoutingChoices(track, now);
              set.applyUnknown(unknown, false);
          };
    choices.failed = [context, track, wanted, unknown](const QueryFailure &failure) {
        // The names of other tracks are among them, and stay as long as they are.
        if (!isTooLarge(failure.reason))
            return;
        context.cannotRead(track, wanted.choices, failure.reason);
        context.set.applyUnknown(unknown, true);
    };
    out.push_back(std::move(choices));
    return out;
}

int readsOfRouting(int chooser, int tracks)
{
    return 2 * routingReads(routingChoosers.at(static_cast<std::size_t>(chooser)), tracks) + 2;
}

std::vector<Query> readFold(const ReaderContext &context, TrackIndex track)
{
    const Track *known = context.set.track(track);
    std::vector<Query> out;
    if (known && known->isFoldable)
        out.push_back(getterQuery(context.set, track, TrackField::FoldState));
    return out;
}

std::vector<Query> readTrackField(const ReaderContext &context, TrackIndex track, TrackField field)
{
    const Track *known = context.set.track(track);
    const bool lacks = !known || (field == TrackField::Arm && !known->canBeArmed)
        || (field == TrackField::FoldState && !known->isFoldable);
    std::vector<Query> out;
    if (!lacks && findProperty(ObjectKind::Track, nameOf(field)))
        out.push_back(getterQuery(context.set, track, field));
    return out;
}

std::vector<Query> readSend(const ReaderContext &context, TrackIndex track, SendIndex send)
{
    Query query = getQuery(ObjectKind::Track, {track.value, send.value}, "send");
    query.answered = [&set = context.set, track, send](const OscArguments &answer) {
        const std::optional<double> value
            = answer.empty() ? std::nullopt : toDouble(answer.front());
        if (value)
            set.applySend(track, send, *value);
    };
    std::vector<Query> out;
    out.push_back(std::move(query));
    return out;
}

std::vector<Query> readSends(const ReaderContext &context, TrackIndex track, int sends)
{
    std::vector<Query> out;
    struct Gathered {
        std::vector<double> values;
        int missing;
    };
    const auto gathered = std::make_shared<Gathered>(
        Gathered{std::vector<double>(static_cast<std::size_t>(sends)), sends});
    for (int s = 0; s < sends; ++s) {
        Query query = getQuery(ObjectKind::Track, {track.value, s}, "send");
        query.answered = [&set = context.set, track, gathered, s](const OscArguments &answer) {
            gathered->values[static_cast<std::size_t>(s)]
                = answer.empty() ? 0.0 : toDouble(answer.front()).value_or(0.0);
            if (--gathered->missing == 0)
                set.applySends(track, gathered->values);
        };
        out.push_back(std::move(query));
    }
    if (sends == 0)
        context.set.applySends(track, {});
    return out;
}

} // namespace clipdeck
