// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/trackdata.h"

#include <QTest>

using namespace clipdeck;

class TestTrackData : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void askedAndTakenApart();
    void anotherShapeDoesNotFit();
    void isSplitToFitADatagram();
    void anotherTracksAnswerDoesNotFit();
    void aRefusedQuestionComesInHalves();
};

void TestTrackData::askedAndTakenApart()
{
    QStringList seen;
    bool isDone = false;
    const TrackDataAsk ask{
        TrackIndex(1), TrackIndex(3), {"track.name", "clip.color", "device.name"}};
    TrackDataShape shape;
    shape.scenes = 2;
    shape.devices = [](TrackIndex track) { return track.value == 1 ? 1 : 0; };
    const Query query = trackDataQuery(
        ask, shape,
        [&](std::size_t attribute, TrackIndex track, int row, const LiveValue &value) {
            seen.append(QStringLiteral("%1 %2 %3 %4")
                            .arg(attribute)
                            .arg(track.value)
                            .arg(row)
                            .arg(describe(value)));
        },
        [&] { isDone = true; }, {});
    QCOMPARE(describe(query.message),
        QStringLiteral(
            "/live/song/get/track_data 1 3 \"track.name\" \"clip.color\" \"device.name\""));
    QCOMPARE(query.reads, 19); // tracks and slots on the way, and clips in half of them
    const OscArguments answer{QStringLiteral("Bass"), qint32(1), OscNil{}, QStringLiteral("Eq"),
        QStringLiteral("Drums"), OscNil{}, qint32(2)};
    QVERIFY(query.fits(answer));
    query.answered(answer);
    QVERIFY(isDone);
    QCOMPARE(seen.join(u'|'),
        QStringLiteral("0 1 0 Bass|1 1 0 1|1 1 1 –|2 1 0 Eq|0 2 0 Drums|1 2 0 –|1 2 1 2"));
}

void TestTrackData::anotherShapeDoesNotFit()
{
    TrackDataShape shape;
    shape.scenes = 3;
    const Query query = trackDataQuery(
        {TrackIndex(0), TrackIndex(1), {"clip.name"}}, shape,
        [](std::size_t, TrackIndex, int, const LiveValue &) {}, [] {}, {});
    QVERIFY(!query.fits(OscArguments(2)));
    QVERIFY(query.fits(OscArguments(3)));
    QVERIFY(!query.fits(OscArguments(4)));
}

void TestTrackData::isSplitToFitADatagram()
{
    const std::vector<QByteArray> attributes{
        "clip.name", "clip.color", "clip.length", "clip.looping"};
    QCOMPARE(splitBySize(attributes, 32).size(), std::size_t(1));
    QVERIFY(splitBySize(attributes, 300).size() > 1);
    const auto parts = splitBySize(attributes, 100000); // beyond any datagram: one at a time
    QCOMPARE(parts.size(), attributes.size());
    std::vector<QByteArray> joined;
    for (const auto &part : splitBySize(attributes, 300))
        joined.insert(joined.end(), part.begin(), part.end());
    QCOMPARE(joined, attributes);
}

/// An answer proves which track and which question it is for: the identities stand in front and behind as often as the
/// code says.
void TestTrackData::anotherTracksAnswerDoesNotFit()
{
    const auto query = [](const char *identity, int code) {
        TrackDataAsk ask{TrackIndex(0), TrackIndex(1), {"track.mute"}, {}, code};
        ask.identities = {QString::fromLatin1(identity)};
        return trackDataQuery(
            ask, {}, [](std::size_t, TrackIndex, int, const LiveValue &) {}, nullptr, nullptr);
    };
    const qint64 one = 700001;
    const OscArguments answerOfCode5{one, one, true, one};
    QVERIFY(query("700001", 5).fits(answerOfCode5));
    QVERIFY(!query("700002", 5).fits(answerOfCode5));
    QVERIFY(!query("700001", 6).fits(answerOfCode5));
    QVERIFY(!query("700001", 1).fits(answerOfCode5));
}

void TestTrackData::aRefusedQuestionComesInHalves()
{
    TrackDataAsk ask{TrackIndex(0), TrackIndex(3), {"track.name", "track.arm"}};
    const auto halvesOf = [](const Query &query) {
        QStringList out;
        for (const Query &half : query.halves())
            out.append(describe(half.message).section(u' ', 1));
        return out;
    };
    const auto question = [](const TrackDataAsk &of) {
        return trackDataQuery(
            of, {}, [](std::size_t, TrackIndex, int, const LiveValue &) {}, nullptr, nullptr);
    };
    QCOMPARE(halvesOf(question(ask)),
        (QStringList{QStringLiteral("0 3 \"track.name\""), QStringLiteral("0 3 \"track.arm\"")}));
    ask.attributes = {"track.arm"};
    QCOMPARE(halvesOf(question(ask)),
        (QStringList{QStringLiteral("0 1 \"track.arm\""), QStringLiteral("1 3 \"track.arm\"")}));
    ask.end = TrackIndex(1);
    QVERIFY(question(ask).halves().empty()); // it is this attribute of this track
}

QTEST_GUILESS_MAIN(TestTrackData)
#include "tst_trackdata.moc"
