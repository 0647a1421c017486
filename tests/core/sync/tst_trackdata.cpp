// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readers/jobrunner.h"
#include "core/sync/readers/trackdata.h"
#include "tests/support/fakescript.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

class TestTrackData : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void askedAndTakenApart();
    void anotherShapeDoesNotFit();
    void isSplitToFitADatagram();
    void anotherTracksAnswerDoesNotFit();
    void oneBadAttributeIsFound_data();
    void oneBadAttributeIsFound();
    void onceRefusedIsNotUnreadable();
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

/// A letter is an attribute. Live refuses what has one of `bad` in it, for every track or one alone.
void TestTrackData::oneBadAttributeIsFound_data()
{
    QTest::addColumn<QString>("attributes");
    QTest::addColumn<int>("tracks");
    QTest::addColumn<QString>("bad");
    QTest::addColumn<int>("badTrack"); // −1: each
    QTest::addColumn<QString>("why");
    QTest::addColumn<QString>("read"); // attribute and track, in the order of their reading
    QTest::addColumn<QString>("unreadable");
    const auto row = [](const char *name, const char *attributes, int tracks, const char *bad,
                         int badTrack, const char *why, const char *read, const char *unreadable) {
        QTest::newRow(name) << QString::fromLatin1(attributes) << tracks << QString::fromLatin1(bad)
                            << badTrack << QString::fromLatin1(why) << QString::fromLatin1(read)
                            << QString::fromLatin1(unreadable);
    };
    row("none", "abc", 1, "", -1, "no", "a0 b0 c0", "");
    row("the first", "abc", 1, "a", -1, "no", "b0 c0", "a0");
    row("one in the middle", "abcd", 1, "c", -1, "no", "a0 b0 d0", "c0");
    row("the last", "abcde", 1, "e", -1, "no", "a0 b0 c0 d0", "e0");
    row("two", "abcd", 1, "bc", -1, "no", "a0 d0", "b0 c0");
    row("alone from the start", "a", 1, "a", -1, "no", "", "a0");
    row("of one track", "ab", 3, "b", 1, "no", "a0 a1 a2 b0 b2", "b1");
    row("of each track", "ab", 2, "b", -1, "no", "a0 a1", "b0 b1");
    row("too large together", "abcd", 1, "", -1, "too large", "a0 b0 c0 d0", "");
    row("the track has gone", "abcd", 1, "c", -1, "Index out of range", "", "");
}

void TestTrackData::oneBadAttributeIsFound()
{
    QFETCH(QString, attributes);
    QFETCH(int, tracks);
    QFETCH(QString, bad);
    QFETCH(int, badTrack);
    QFETCH(QString, why);
    QFETCH(QString, read);
    QFETCH(QString, unreadable);
    constexpr int mostValues = 2; // in one answer, where too many are too large
    FakeScript live([&](const OscMessage &message) {
        const int first = toInt(message.arguments[0]).value_or(0);
        const int end = toInt(message.arguments[1]).value_or(0);
        OscArguments values;
        for (int t = first; t < end; ++t) {
            for (std::size_t a = 2; a < message.arguments.size(); ++a) {
                const QString name = toText(message.arguments[a]).value_or(QString());
                if (bad.contains(name.back()) && (badTrack < 0 || badTrack == t))
                    return LiveReply::raise(why);
                values.emplace_back(name.back() + QString::number(t));
            }
        }
        if (why == QLatin1String("too large") && values.size() > mostValues)
            return LiveReply::raise(why);
        return LiveReply::answer(values);
    });
    TrackDataAsk ask{TrackIndex(0), TrackIndex(tracks), {}};
    for (const QChar letter : attributes)
        ask.attributes.push_back("track." + QByteArray(1, letter.toLatin1()));
    QStringList seen;
    QStringList remembered;
    std::vector<Query> questions;
    questions.push_back(trackDataQuery(
        ask, {},
        [&](std::size_t attribute, TrackIndex track, int, const LiveValue &value) {
            const QString place
                = attributes.at(qsizetype(attribute)) + QString::number(track.value);
            QCOMPARE(describe(value), place); // also in the halves each value has its attribute
            seen.append(place);
        },
        nullptr,
        [&](TrackIndex track, const QByteArray &attribute, const QString &words) {
            QCOMPARE(words, why);
            remembered.append(QLatin1Char(attribute.back()) + QString::number(track.value));
        }));
    int ends = 0;
    runJob(live.pipe(), std::move(questions), [&](JobEnd) { ++ends; });
    constexpr int ticks = 40;
    for (int i = 0; i < ticks; ++i)
        live.tick();
    seen.sort();
    QCOMPARE(seen.join(u' '), read);
    QCOMPARE(remembered.join(u' '), unreadable);
    QCOMPARE(ends, 1);
}

/// An error may have been another question's: so one is not enough.
void TestTrackData::onceRefusedIsNotUnreadable()
{
    int asked = 0;
    FakeScript live([&](const OscMessage &) {
        return ++asked == 1 ? LiveReply::raise(QStringLiteral("no")) : LiveReply::answer({true});
    });
    int read = 0;
    int unreadable = 0;
    std::vector<Query> questions;
    questions.push_back(trackDataQuery(
        {TrackIndex(0), TrackIndex(1), {"track.mute"}}, {},
        [&](std::size_t, TrackIndex, int, const LiveValue &) { ++read; }, nullptr,
        [&](TrackIndex, const QByteArray &, const QString &) { ++unreadable; }));
    runJob(live.pipe(), std::move(questions), [](JobEnd) {});
    for (int i = 0; i < 5; ++i)
        live.tick();
    QCOMPARE(asked, 2);
    QCOMPARE(read, 1);
    QCOMPARE(unreadable, 0);
}

int tst_trackdata(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestTrackData>(argc, argv);
}

#include "tst_trackdata.moc"
