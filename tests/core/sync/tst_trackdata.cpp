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
    QCOMPARE(query.reads, 7);
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

QTEST_GUILESS_MAIN(TestTrackData)
#include "tst_trackdata.moc"
