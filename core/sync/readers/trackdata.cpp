// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readers/trackdata.h"

#include "core/abletonosc/endpoint.h"

namespace clipdeck {

namespace {

constexpr int answerBytes = 8000; // of macOS's 9,216: names may be longer than assumed

int rowsOf(const QByteArray &attribute, TrackIndex track, const TrackDataShape &shape)
{
    if (attribute.startsWith("clip.") || attribute.startsWith("clip_slot."))
        return shape.scenes;
    if (attribute.startsWith("device."))
        return shape.devices ? shape.devices(track) : 0;
    return 1;
}

const QByteArray identityAttribute = QByteArrayLiteral("track._live_ptr");

/// How often a track's identity is asked for, before its values and behind them.
struct Proof {
    int before = 0;
    int behind = 0;
};

Proof proofOf(const TrackDataAsk &ask)
{
    if (ask.identities.empty())
        return {};
    return {1 + ask.code % 4, ask.code / 4 % 4};
}

std::size_t valuesOf(const TrackDataAsk &ask, TrackIndex track, const TrackDataShape &shape)
{
    int count = 0;
    for (const QByteArray &attribute : ask.attributes)
        count += rowsOf(attribute, track, shape);
    return static_cast<std::size_t>(count);
}

/// Whether an answer is one to this question.
bool isAnswer(const TrackDataAsk &ask, const TrackDataShape &shape, const OscArguments &values)
{
    const Proof proof = proofOf(ask);
    std::size_t at = 0;
    const auto proves = [&](int times, std::size_t track) {
        for (int i = 0; i < times; ++i, ++at) {
            if (at >= values.size() || identityOf(toValue(values[at])) != ask.identities[track])
                return false;
        }
        return true;
    };
    for (int t = ask.first.value; t < ask.end.value; ++t) {
        const auto track = static_cast<std::size_t>(t - ask.first.value);
        if (!proves(proof.before, track))
            return false;
        at += valuesOf(ask, TrackIndex(t), shape);
        if (!proves(proof.behind, track))
            return false;
    }
    return at == values.size();
}

void handOut(const TrackDataAsk &ask, const TrackDataShape &shape, const OscArguments &values,
    const TrackDataSink &sink)
{
    const Proof proof = proofOf(ask);
    std::size_t at = 0;
    for (int t = ask.first.value; t < ask.end.value; ++t) {
        at += static_cast<std::size_t>(proof.before);
        for (std::size_t a = 0; a < ask.attributes.size(); ++a) {
            const int rows = rowsOf(ask.attributes[a], TrackIndex(t), shape);
            for (int row = 0; row < rows && at < values.size(); ++row, ++at)
                sink(a, TrackIndex(t), row, toValue(values[at]));
        }
        at += static_cast<std::size_t>(proof.behind);
    }
}

/// The track, the object on the way to each row, and the value: what the script touches.
int readsOf(const TrackDataAsk &ask, const TrackDataShape &shape)
{
    const Proof proof = proofOf(ask);
    int reads = 0;
    for (int t = ask.first.value; t < ask.end.value; ++t) {
        reads += 1 + proof.before + proof.behind;
        const int clips = shape.clips ? shape.clips(TrackIndex(t)) : shape.scenes / 2;
        for (const QByteArray &attribute : ask.attributes)
            reads += trackDataReads(attribute, rowsOf(attribute, TrackIndex(t), shape), clips);
    }
    return reads;
}

OscMessage messageOf(const TrackDataAsk &ask)
{
    OscMessage out{QStringLiteral("/live/song/get/track_data"),
        {qint32(ask.first.value), qint32(ask.end.value)}};
    const Proof proof = proofOf(ask);
    const auto add = [&out](const QByteArray &attribute) {
        out.arguments.emplace_back(QString::fromLatin1(attribute));
    };
    for (int i = 0; i < proof.before; ++i)
        add(identityAttribute);
    for (const QByteArray &attribute : ask.attributes)
        add(attribute);
    for (int i = 0; i < proof.behind; ++i)
        add(identityAttribute);
    return out;
}

/// A part of a question, and where its attributes begin among those of the whole.
struct Part {
    TrackDataAsk ask;
    std::size_t firstAttribute = 0;
};

std::vector<Part> halfTheAttributes(const TrackDataAsk &ask)
{
    const std::size_t middle = ask.attributes.size() / 2;
    const auto at = ask.attributes.begin() + static_cast<std::ptrdiff_t>(middle);
    Part first{ask, 0};
    Part second{ask, middle};
    first.ask.attributes.assign(ask.attributes.begin(), at);
    second.ask.attributes.assign(at, ask.attributes.end());
    return {std::move(first), std::move(second)};
}

std::vector<Part> halfTheTracks(const TrackDataAsk &ask)
{
    const int half = (ask.end.value - ask.first.value) / 2;
    Part first{ask, 0};
    Part second{ask, 0};
    first.ask.end = second.ask.first = TrackIndex(ask.first.value + half);
    if (!ask.identities.empty()) {
        const auto at = ask.identities.begin() + half;
        first.ask.identities.assign(ask.identities.begin(), at);
        second.ask.identities.assign(at, ask.identities.end());
    }
    return {std::move(first), std::move(second)};
}

/// What to ask instead of a question that was refused.
std::vector<Part> partsOf(const TrackDataAsk &ask)
{
    if (ask.attributes.size() > 1)
        return halfTheAttributes(ask);
    if (ask.end.value - ask.first.value > 1)
        return halfTheTracks(ask);
    if (ask.isRepeated)
        return {};
    Part again{ask, 0};
    again.ask.isRepeated = true;
    return {std::move(again)};
}

/// Hands out a part's values under the places of its attributes in the whole.
TrackDataSink sinkFor(const Part &part, const TrackDataSink &sink)
{
    if (part.firstAttribute == 0)
        return sink;
    return [sink, by = part.firstAttribute](std::size_t attribute, TrackIndex track, int row,
               const LiveValue &value) { sink(attribute + by, track, row, value); };
}

int bytesOf(const QByteArray &attribute)
{
    // A value's bytes and its type tag; an average name or path.
    if (attribute.endsWith(".file_path"))
        return 120;
    return attribute.endsWith(".name") || attribute.endsWith("_string") ? 25 : 5;
}

} // namespace

int trackDataReads(const QByteArray &attribute, int rows, int clips)
{
    return 1 + rows + (attribute.startsWith("clip.") ? 2 * clips : 0);
}

Query trackDataQuery(const TrackDataAsk &ask, const TrackDataShape &shape, TrackDataSink sink,
    std::function<void()> done, TrackDataRefused refused)
{
    Query query;
    query.message = messageOf(ask);
    query.reads = readsOf(ask, shape);
    query.match = ask.identities.empty() ? Match::ByShape : Match::ByIds;
    query.retries = 2; // by then it may be another shape that is wanted
    query.fits = [ask, shape](const OscArguments &values) { return isAnswer(ask, shape, values); };
    query.halves = [ask, shape, sink, done, refused] {
        std::vector<Query> out;
        for (const Part &part : partsOf(ask))
            out.push_back(trackDataQuery(part.ask, shape, sinkFor(part, sink), done, refused));
        return out;
    };
    if (refused && ask.isRepeated) {
        query.failed = [ask, refused = std::move(refused)](const QueryFailure &failure) {
            if (failure.refused && !isOutOfRange(failure.reason))
                refused(ask.first, ask.attributes.front(), failure.reason);
        };
    }
    query.answered
        = [ask, shape, sink = std::move(sink), done = std::move(done)](const OscArguments &values) {
              handOut(ask, shape, values, sink);
              if (done)
                  done();
          };
    return query;
}

std::vector<std::vector<QByteArray>> splitBySize(
    const std::vector<QByteArray> &attributes, int rowsPerAttribute)
{
    std::vector<std::vector<QByteArray>> out;
    int room = 0;
    for (const QByteArray &attribute : attributes) {
        const int bytes = bytesOf(attribute) * rowsPerAttribute;
        if (out.empty() || bytes > room) {
            out.emplace_back();
            room = answerBytes;
        }
        out.back().push_back(attribute);
        room -= bytes;
    }
    return out;
}

} // namespace clipdeck
