// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readers/selectionreader.h"

#include "core/abletonosc/endpoint.h"
#include "core/sync/readers/trackdata.h"

namespace clipdeck {

namespace {

constexpr int roundsAfterRefusal = 8;

/// A getter of the view: no indexes, no echo, and `numbers` whole numbers for an answer.
Query viewQuery(const char *name, std::size_t numbers)
{
    Query query{getMessage(ObjectKind::View, {}, name)};
    query.reads = 4;
    query.fits = [numbers](const OscArguments &values) {
        return values.size() == numbers && toInt(values.back()).has_value();
    };
    return query;
}

/// Live may have several tracks selected; the one that was known stays as long as it is among them.
std::optional<int> selectedOf(const std::vector<bool> &selected, const std::optional<int> &known)
{
    const auto isSelected = [&](int track) {
        return track >= 0 && track < static_cast<int>(selected.size())
            && selected[static_cast<std::size_t>(track)];
    };
    if (known && isSelected(*known))
        return known;
    for (int t = 0; t < static_cast<int>(selected.size()); ++t) {
        if (isSelected(t))
            return t;
    }
    return std::nullopt;
}

void applyTrack(LiveSet &set, const std::optional<int> &track)
{
    if (set.selection().track != track)
        set.apply(SelectionField::Device, LiveValue()); // of the other track
    set.apply(SelectionField::Track, track ? LiveValue(*track) : LiveValue());
}

Query askTracks(LiveSet &set)
{
    const auto selected = std::make_shared<std::vector<bool>>(set.trackCount());
    return trackDataQuery(
        {TrackIndex(0), TrackIndex(set.trackCount()),
            {QByteArrayLiteral("track.is_part_of_selection")}},
        {},
        [selected](std::size_t, TrackIndex track, int, const LiveValue &value) {
            (*selected)[static_cast<std::size_t>(track.value)] = numberOr(value, 0.0) != 0.0;
        },
        [&set, selected] { applyTrack(set, selectedOf(*selected, set.selection().track)); }, {});
}

} // namespace

std::vector<Query> SelectionReader::queries(const ReaderContext &context)
{
    LiveSet &set = context.set;
    std::vector<Query> out;
    out.push_back(viewQuery("selected_scene", 1));
    out.back().answered = [&set](const OscArguments &values) {
        set.apply(SelectionField::Scene, toValue(values.front()));
    };
    if (m_tracksTell) {
        out.push_back(askTracks(set));
        out.back().failed = [this](const QueryFailure &failure) {
            if (failure.refused)
                m_tracksTell = false; // this Live does not say
        };
    } else {
        out.push_back(viewQuery("selected_track", 1));
        out.back().mayRaise = true;
        out.back().answered
            = [&set](const OscArguments &values) { applyTrack(set, toInt(values.front())); };
        out.back().failed = [&set](const QueryFailure &failure) {
            if (failure.refused)
                applyTrack(set, std::nullopt);
        };
    }
    const Track *track = set.track(TrackIndex(set.selection().track.value_or(-1)));
    if (!track || track->devices.empty()) {
        set.apply(SelectionField::Device, LiveValue());
    } else if (m_roundsToSkip > 0) {
        --m_roundsToSkip;
    } else {
        out.push_back(viewQuery("selected_device", 2));
        out.back().mayRaise = true;
        out.back().answered = [&set](const OscArguments &values) {
            if (set.selection().track == toInt(values.front()))
                set.apply(SelectionField::Device, toValue(values.back()));
        };
        out.back().failed = [this, &set](const QueryFailure &failure) {
            if (!failure.refused)
                return;
            set.apply(SelectionField::Device, LiveValue());
            m_roundsToSkip = roundsAfterRefusal;
        };
    }
    return out;
}

} // namespace clipdeck
