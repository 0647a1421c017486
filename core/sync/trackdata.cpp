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

int valueCount(const TrackDataAsk &ask, const TrackDataShape &shape)
{
    int count = 0;
    for (int t = ask.first.value; t < ask.end.value; ++t) {
        for (const QByteArray &attribute : ask.attributes)
            count += rowsOf(attribute, TrackIndex(t), shape);
    }
    return count;
}

int bytesOf(const QByteArray &attribute)
{
    // A value's bytes and its type tag; an average name or path.
    if (attribute.endsWith(".file_path"))
        return 120;
    return attribute.endsWith(".name") || attribute.endsWith("_string") ? 25 : 5;
}

} // namespace

Query trackDataQuery(const TrackDataAsk &ask, const TrackDataShape &shape, TrackDataSink sink,
    std::function<void()> done, std::function<void(const QueryFailure &)> failed)
{
    Query query;
    query.message.address = QStringLiteral("/live/song/get/track_data");
    query.message.arguments = {qint32(ask.first.value), qint32(ask.end.value)};
    for (const QByteArray &attribute : ask.attributes)
        query.message.arguments.emplace_back(QString::fromLatin1(attribute));
    const auto expected = static_cast<std::size_t>(valueCount(ask, shape));
    query.reads = static_cast<int>(expected);
    query.fits = [expected](const OscArguments &values) { return values.size() == expected; };
    query.failed = std::move(failed);
    query.answered
        = [ask, shape, sink = std::move(sink), done = std::move(done)](const OscArguments &values) {
              std::size_t at = 0;
              for (int t = ask.first.value; t < ask.end.value; ++t) {
                  for (std::size_t a = 0; a < ask.attributes.size(); ++a) {
                      const int rows = rowsOf(ask.attributes[a], TrackIndex(t), shape);
                      for (int row = 0; row < rows && at < values.size(); ++row, ++at)
                          sink(a, TrackIndex(t), row, toValue(values[at]));
                  }
              }
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
