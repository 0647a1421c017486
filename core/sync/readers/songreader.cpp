// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readers/songreader.h"

#include "core/abletonosc/endpoint.h"

namespace clipdeck {

namespace {

Query songQuery(LiveSet &set, SongField field)
{
    const bool isOfApplication = field == SongField::AverageProcessUsage;
    const ObjectKind object = isOfApplication ? ObjectKind::Application : ObjectKind::Song;
    Query query = getQuery(object, {}, nameOf(field));
    query.match = !isOfApplication ? Match::ByTag : Match::ByIds;
    query.fits = [](const OscArguments &values) { return !values.empty(); };
    query.answered = [&set, field](const OscArguments &values) {
        if (!values.empty())
            set.apply(field, toValue(values.front()));
    };
    return query;
}

Query sceneQuery(LiveSet &set, SceneIndex scene, SceneField field)
{
    Query query = getQuery(ObjectKind::Scene, {scene.value}, nameOf(field));
    query.match = Match::ByTag;
    query.answered = [&set, scene, field](const OscArguments &values) {
        if (!values.empty())
            set.apply(scene, field, toValue(values.front()));
    };
    return query;
}

/// A block of scenes; in halves where its names are too long for one answer.
Query sceneNamesQuery(LiveSet &set, int first, int count)
{
    Query query{OscMessage{
        QStringLiteral("/live/song/get/scenes/name"), {qint32(first), qint32(first + count)}}};
    query.reads = 2 * count;
    query.fits = [count](const OscArguments &values) { return int(values.size()) == count; };
    query.answered = [&set, first](const OscArguments &values) {
        for (std::size_t s = 0; s < values.size(); ++s) {
            const SceneIndex scene(first + static_cast<int>(s));
            set.apply(scene, SceneField::Name, toValue(values[s]));
        }
    };
    query.failed = [&set, first, count](const QueryFailure &failure) {
        if (count == 1 && isTooLarge(failure.reason))
            set.applyUnknown(Target::scene(SceneIndex(first), SceneField::Name), true);
    };
    query.halves = [&set, first, count] {
        std::vector<Query> out;
        if (const int half = count / 2; half > 0) {
            out.push_back(sceneNamesQuery(set, first, half));
            out.push_back(sceneNamesQuery(set, first + half, count - half));
        }
        return out;
    };
    return query;
}

/// A scene without a tempo or signature of its own answers −1 for it.
bool isSceneTime(SceneField field)
{
    return field == SceneField::Tempo || field == SceneField::TimeSignatureNumerator
        || field == SceneField::TimeSignatureDenominator;
}

Query cuePointQuery(LiveSet &set)
{
    Query query = getQuery(ObjectKind::Song, {}, "cue_points");
    query.reads = 8;
    if (set.isUnknown(Target::song(SongField::CuePoints)))
        query.order = Order::Last; // it will raise again
    query.fits = [](const OscArguments &values) { return values.size() % 2 == 0; };
    query.answered = [&set](const OscArguments &values) {
        std::vector<CuePoint> cuePoints;
        for (std::size_t i = 0; i + 1 < values.size(); i += 2)
            cuePoints.push_back(
                {toText(values[i]).value_or(QString()), toDouble(values[i + 1]).value_or(0.0)});
        set.applyCuePoints(std::move(cuePoints));
    };
    query.failed = [&set](const QueryFailure &failure) {
        if (isTooLarge(failure.reason)) // and no address tells of one alone
            set.applyUnknown(Target::song(SongField::CuePoints), true);
    };
    return query;
}

} // namespace

std::vector<Query> readSong(const ReaderContext &context)
{
    std::vector<Query> out;
    for (const auto &row : songFields()) {
        if (row.field != SongField::CurrentSongTime) // read on its own, and more often
            out.push_back(songQuery(context.set, row.field));
    }
    return out;
}

std::vector<Query> readLocators(const ReaderContext &context)
{
    return {cuePointQuery(context.set)};
}

std::vector<Query> readSongTime(const ReaderContext &context)
{
    std::vector<Query> out;
    // Whether there is something to undo has no listener, and changes with every edit.
    for (SongField field :
        {SongField::CanUndo, SongField::CanRedo, SongField::IsPlaying, SongField::CurrentSongTime})
        out.push_back(songQuery(context.set, field));
    out.back().answered
        = [&set = context.set, heard = context.heardSongTime](const OscArguments &values) {
              const std::optional<double> beats
                  = values.empty() ? std::nullopt : toDouble(values.front());
              if (!beats)
                  return;
              set.apply(SongField::CurrentSongTime, *beats);
              heard({*beats});
          };
    return out;
}

std::vector<Query> readSceneNames(const ReaderContext &context)
{
    // In blocks that macOS's datagrams hold even with long names. Only its size tells a block's answer from another's, so
    // each is smaller than the one before.
    constexpr int largest = 100;
    std::vector<Query> out;
    int size = largest;
    for (int first = 0; first < context.set.sceneCount(); first += size--) {
        const int count = std::min(size, context.set.sceneCount() - first);
        out.push_back(sceneNamesQuery(context.set, first, count));
        if (size == 1)
            break; // beyond 5,050 scenes
    }
    return out;
}

std::vector<Query> readScene(const ReaderContext &context, SceneIndex scene)
{
    std::vector<Query> out;
    for (const auto &row : sceneFields()) {
        if (row.field != SceneField::Name && !isSceneTime(row.field))
            out.push_back(sceneQuery(context.set, scene, row.field));
    }
    return out;
}

std::vector<Query> readSceneTimes(const ReaderContext &context, SceneIndex scene)
{
    std::vector<Query> out;
    const Scene *known = context.set.scene(scene);
    const auto ask
        = [&](SceneField field) { out.push_back(sceneQuery(context.set, scene, field)); };
    if (known && known->tempoEnabled)
        ask(SceneField::Tempo);
    if (known && known->timeSignatureEnabled) {
        ask(SceneField::TimeSignatureNumerator);
        ask(SceneField::TimeSignatureDenominator);
    }
    return out;
}

std::vector<Query> readSongField(const ReaderContext &context, SongField field)
{
    // The position is read with what belongs to it.
    return field == SongField::CurrentSongTime ? readSongTime(context)
                                               : std::vector<Query>{songQuery(context.set, field)};
}

std::vector<Query> readSceneField(const ReaderContext &context, SceneIndex scene, SceneField field)
{
    return {sceneQuery(context.set, scene, field)};
}

} // namespace clipdeck
