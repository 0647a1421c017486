// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/structurereader.h"

#include "core/abletonosc/endpoint.h"

#include <memory>

namespace clipdeck {

namespace {

struct Gathered {
    SeenStructure structure;
    int scenes = 0;
    int missing = 0;
};

std::optional<Identity> identityOf(const OscArgument &argument)
{
    return clipdeck::identityOf(toValue(argument));
}

Query trackData(const OscArguments &arguments)
{
    return Query{OscMessage{QStringLiteral("/live/song/get/track_data"), arguments}};
}

/// Each identity is asked for twice: no other answer about tracks consists of equal pairs, and this one's length is not
/// known beforehand.
Query trackIdentities()
{
    const QString attribute = QStringLiteral("track._live_ptr");
    Query query = trackData({0, -1, attribute, attribute});
    query.reads = 64;
    query.mayRaise = true;
    query.fits = [](const OscArguments &values) {
        if (values.empty() || values.size() % 2 != 0)
            return false;
        for (std::size_t i = 0; i < values.size(); i += 2) {
            if (!identityOf(values[i]) || values[i] != values[i + 1])
                return false;
        }
        return true;
    };
    return query;
}

/// The slots of the first track stand for the scenes: they move with them. The switch in front tells the answer from the
/// tracks'.
Query slotIdentities()
{
    Query query = trackData(
        {0, 1, QStringLiteral("track.is_foldable"), QStringLiteral("clip_slot._live_ptr")});
    query.reads = 64;
    query.fits = [](const OscArguments &values) {
        return values.size() >= 2 && std::holds_alternative<bool>(values[0])
            && identityOf(values[1]);
    };
    return query;
}

} // namespace

std::vector<Query> StructureReader::queries(std::function<void(const SeenStructure &)> seen)
{
    const auto gathered = std::make_shared<Gathered>();
    const auto answered = [gathered, seen = std::move(seen)] {
        if (--gathered->missing > 0)
            return;
        SeenStructure &structure = gathered->structure;
        if (!structure.byIdentity) {
            for (int s = 0; s < gathered->scenes; ++s)
                structure.scenes.push_back(QString::number(s));
        }
        seen(structure);
    };

    std::vector<Query> out;
    if (m_hasIdentities) {
        gathered->structure.byIdentity = true;
        out.push_back(trackIdentities());
        out.back().answered = [gathered, answered](const OscArguments &values) {
            for (std::size_t i = 0; i < values.size(); i += 2)
                gathered->structure.tracks.push_back(identityOf(values[i]).value_or(QString()));
            answered();
        };
        out.push_back(slotIdentities());
        out.back().answered = [gathered, answered](const OscArguments &values) {
            for (std::size_t i = 1; i < values.size(); ++i)
                gathered->structure.scenes.push_back(identityOf(values[i]).value_or(QString()));
            answered();
        };
    } else {
        out.push_back(Query{OscMessage{QStringLiteral("/live/song/get/track_names"), {}}});
        out.back().answered = [gathered, answered](const OscArguments &values) {
            for (const OscArgument &value : values)
                gathered->structure.tracks.push_back(toText(value).value_or(QString()));
            answered();
        };
        out.push_back(Query{OscMessage{QStringLiteral("/live/song/get/num_scenes"), {}}});
        out.back().answered = [gathered, answered](const OscArguments &values) {
            gathered->scenes = values.empty() ? 0 : toInt(values.front()).value_or(0);
            answered();
        };
    }
    gathered->missing = static_cast<int>(out.size());
    for (Query &query : out) {
        query.failed = [this](const QueryFailure &failure) {
            if (failure.refused)
                m_hasIdentities = false; // this Live does not give them away
        };
    }
    return out;
}

} // namespace clipdeck
