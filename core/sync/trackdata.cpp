// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/trackdata.h"

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

/// The question in two: half of the attributes each, or, when it is about one, half of the tracks.
std::vector<TrackDataAsk> halvesOf(const TrackDataAsk &ask)
{
    TrackDataAsk first = ask;
    TrackDataAsk second = ask;
    if (ask.attributes.size() > 1) {
        const auto middle = static_cast<std::ptrdiff_t>(ask.attributes.size() / 2);
        first.attributes.erase(first.attributes.begin() + middle, first.attributes.end());
        second.attributes.erase(second.attributes.begin(), second.attributes.begin() + middle);
        return {std::move(first), std::move(second)};
    }
    const int tracks = ask.end.value - ask.first.value;
    if (tracks < 2)
        return {};
    const TrackIndex middle(ask.first.value + tracks / 2);
    first.end = middle;
    second.first = middle;
    if (!ask.identities.empty()) {
        first.identities.resize(static_cast<std::size_t>(tracks / 2));
        second.identities.erase(second.identities.begin(), second.identities.begin() + tracks / 2);
    }
    return {std::move(first), std::move(second)};
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
    std::function<void()> done, std::function<void(const QueryFailure &)> failed)
{
    Query query;
    query.message = messageOf(ask);
    query.reads = readsOf(ask, shape);
    query.fenced = ask.identities.empty();
    query.retries = 2; // by then it may be another shape that is wanted
    query.fits = [ask, shape](const OscArguments &values) { return isAnswer(ask, shape, values); };
    query.halves = [ask, shape, sink, done, failed] {
        std::vector<Query> out;
        for (const TrackDataAsk &half : halvesOf(ask))
            out.push_back(trackDataQuery(half, shape, sink, done, failed));
        return out;
    };
    query.failed = std::move(failed);
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
