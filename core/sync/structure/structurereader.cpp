// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/structure/structurereader.h"

#include "core/abletonosc/endpoint.h"

#include <algorithm>
#include <memory>

namespace clipdeck {

namespace {

constexpr int convincing = 2; // an error may be another question's
constexpr int surelySent = 900; // scenes: nine bytes each, of macOS' 9,216

std::optional<Identity> identityOf(const OscArgument &argument)
{
    return clipdeck::identityOf(toValue(argument));
}

Query trackData(const OscArguments &arguments)
{
    return Query{OscMessage{QStringLiteral("/live/song/get/track_data"), arguments}};
}

/// No other answer about tracks consists of identities alone.
Query trackIdentities()
{
    Query query = trackData({0, -1, QStringLiteral("track._live_ptr")});
    query.mayRaise = true;
    query.fits = [](const OscArguments &values) {
        return !values.empty()
            && std::all_of(values.begin(), values.end(),
                [](const OscArgument &value) { return identityOf(value).has_value(); });
    };
    return query;
}

/// How many scenes there are, where their identities are too large.
Query sceneCount()
{
    Query query{OscMessage{QStringLiteral("/live/song/get/num_scenes"), {}}};
    query.fits = [](const OscArguments &values) { return values.size() == 1; };
    return query;
}

int countIn(const OscArguments &values)
{
    return values.empty() ? 0 : toInt(values.front()).value_or(0);
}

/// The slots of a track stand for the scenes: they move with them. The switch in front tells the answer from others, and
/// the identity behind it whose slots these are.
Query slotIdentities(int track)
{
    Query query = trackData({track, track + 1, QStringLiteral("track.is_foldable"),
        QStringLiteral("track._live_ptr"), QStringLiteral("clip_slot._live_ptr")});
    query.mayRaise = true;
    query.fits = [](const OscArguments &values) {
        return values.size() >= 3 && std::holds_alternative<bool>(values[0])
            && std::all_of(values.begin() + 1, values.end(),
                [](const OscArgument &value) { return identityOf(value).has_value(); });
    };
    return query;
}

std::vector<Identity> identitiesFrom(const OscArguments &values, std::size_t first)
{
    std::vector<Identity> out;
    for (std::size_t i = first; i < values.size(); ++i)
        out.push_back(identityOf(values[i]).value_or(Identity()));
    return out;
}

} // namespace

Query StructureReader::scenesOf(
    int track, const Identity &expected, std::function<void(const std::vector<Identity> &)> seen)
{
    Query query = slotIdentities(track);
    query.order = Order::First;
    query.answered = [expected, seen = std::move(seen)](const OscArguments &values) {
        const bool isThere = identityOf(values[1]) == expected;
        seen(isThere ? identitiesFrom(values, 2) : std::vector<Identity>());
    };
    return query;
}

struct StructureReader::Gathered {
    SeenStructure structure;
    Identity firstTrack; ///< Whose slots told of the scenes
    int scenes = 0; ///< Where they are counted
    int missing = 0;
};

std::vector<Query> StructureReader::queries(std::function<void(const SeenStructure &)> seen)
{
    const auto gathered = std::make_shared<Gathered>();
    const auto answered = [gathered, seen = std::move(seen)] {
        if (--gathered->missing > 0)
            return;
        SeenStructure &structure = gathered->structure;
        // The two may have been answered in different ticks, and Live changed between: the next look will tell.
        if (structure.byIdentity && structure.scenesByIdentity
            && (structure.tracks.empty() || structure.tracks.front() != gathered->firstTrack))
            return;
        if (!structure.byIdentity || !structure.scenesByIdentity) {
            for (int s = 0; s < gathered->scenes; ++s)
                structure.scenes.push_back(QString::number(s));
        }
        seen(structure);
    };

    std::vector<Query> out;
    if (m_hasIdentities) {
        gathered->structure.byIdentity = true;
        out.push_back(trackIdentities());
        out.back().reads = 1 + m_tracks; // the way to each
        out.back().answered = [this, gathered, answered](const OscArguments &values) {
            m_sawIdentities = true;
            gathered->structure.tracks = identitiesFrom(values, 0);
            m_tracks = static_cast<int>(gathered->structure.tracks.size());
            answered();
        };
        out.push_back(scenes(*gathered));
        const bool areCounted = !gathered->structure.scenesByIdentity;
        out.back().answered = [this, gathered, answered, areCounted](const OscArguments &values) {
            if (areCounted) {
                gathered->scenes = countIn(values);
                if (gathered->scenes <= surelySent)
                    m_tooLarge = 0;
            } else {
                gathered->firstTrack = identityOf(values[1]).value_or(Identity());
                gathered->structure.scenes = identitiesFrom(values, 2);
                m_tooLarge = 0;
            }
            answered();
        };
    } else {
        out.push_back(Query{OscMessage{QStringLiteral("/live/song/get/track_names"), {}}});
        out.back().answered = [gathered, answered](const OscArguments &values) {
            for (const OscArgument &value : values)
                gathered->structure.tracks.push_back(toText(value).value_or(QString()));
            answered();
        };
        out.push_back(sceneCount());
        out.back().answered = [gathered, answered](const OscArguments &values) {
            gathered->scenes = countIn(values);
            answered();
        };
    }
    gathered->missing = static_cast<int>(out.size());
    for (Query &query : out) {
        query.order = Order::First;
        query.retries = 1; // it is asked again soon anyway
        query.failed = [this](const QueryFailure &failure) {
            if (failure.refused)
                noteRefusal(failure);
        };
    }
    return out;
}

Query StructureReader::scenes(Gathered &gathered) const
{
    if (m_tooLarge < convincing) {
        Query query = slotIdentities(0);
        query.reads = 5;
        return query;
    }
    gathered.structure.scenesByIdentity = false;
    return sceneCount();
}

void StructureReader::noteRefusal(const QueryFailure &failure)
{
    if (isTooLarge(failure.reason))
        ++m_tooLarge;
    else if (!m_sawIdentities && ++m_refusals >= convincing)
        m_hasIdentities = false; // this Live does not give them away
}

} // namespace clipdeck
