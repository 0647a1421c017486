// SPDX-License-Identifier: GPL-3.0-or-later
// Faults on request: what the schedule decides, what the wire makes of it, and what a client then sees.
#include "core/osc/osccodec.h"
#include "core/sim/network/cost.h"
#include "core/sim/simulatedlive.h"
#include "tests/core/sim/peers.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace clipdeck;
using namespace clipdeck::sim;
using namespace Qt::StringLiterals;

namespace {

constexpr int many = 20'000;

const FaultField &field(const char *name)
{
    const auto all = faultFields();
    return *std::find_if(all.begin(), all.end(),
        [&](const FaultField &each) { return qstrcmp(each.name, name) == 0; });
}

/// What became of many datagrams, one a millisecond.
struct Fates {
    int lost = 0;
    int doubled = 0;
    int overtaken = 0;
    double shortest = 1e9;
    double longest = 0.0;
};

Fates fates(const LinkFaults &link, quint32 seed = 7)
{
    FaultSchedule schedule(seed);
    Fates seen;
    double latest = 0.0;
    for (int i = 0; i < many; ++i) {
        const double now = i / 1000.0;
        const std::vector<double> times = schedule.arrivals(link, now);
        seen.lost += times.empty();
        seen.doubled += times.size() == 2;
        for (const double time : times) {
            seen.overtaken += time < latest;
            latest = std::max(latest, time);
            seen.shortest = std::min(seen.shortest, time - now);
            seen.longest = std::max(seen.longest, time - now);
        }
    }
    return seen;
}

/// A host, and what it sends as "time: text" in milliseconds.
struct FaultsFixture {
    QStringList sent;
    double now = 0.0;
    SimulatedLive host{SimSetChoice{SimSetChoice::Kind::Generated, 4, 4, 0.0, 1}, 0.0,
        [this](const QByteArray &datagram, const QHostAddress &) {
            for (const OscMessage &message : decodeOsc(datagram).messages)
                sent.append(QString(
                    QString::number(std::lround(now * 1000.0)) + u": " + describe(message)));
            return true;
        }};

    FaultsFixture()
    {
        host.tick(0.0);
        sent.clear();
    }
    void set(const char *name, double value)
    {
        Faults faults = host.faults();
        QVERIFY(setFault(faults, field(name), value));
        host.setFaults(faults);
    }
    /// On to `milliseconds`, in the stand-in's steps.
    QStringList until(int milliseconds)
    {
        for (int at = qRound(now * 1000.0) + 10; at <= milliseconds; at += 10) {
            now = at / 1000.0;
            host.step(now);
            if (at % 100 == 0)
                host.tick(now);
        }
        return std::exchange(sent, {});
    }
    void ask(int number) { host.receive(bytes(u"/live/song/get/tempo"_s, {number}), anna); }
};

} // namespace

class TestSimFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theScheduleKeepsItsShares_data();
    void theScheduleKeepsItsShares();
    void theSameSeedDecidesTheSame();
    void oneFaultDoesNotMoveAnother();
    void everySettingHasItsRange();
    void delaysBothWays();
    void doublesAndReorders();
    void losesAllOrNothing();
    void theReceiveBufferFills();
    void repliesHaveALargestSize();
    void costlyReadsTakeTheirTime();
    void accessesAreCounted_data();
    void accessesAreCounted();
    void emptySlotsCostLess();
    void aStolenFeedTakesThePushesOnly();
    void aScriptThatIsOffHearsNothing();
    void statsCount();
};

void TestSimFaults::theScheduleKeepsItsShares_data()
{
    QTest::addColumn<double>("drop");
    QTest::addColumn<double>("duplicate");
    QTest::addColumn<double>("reorder");
    QTest::newRow("nothing") << 0.0 << 0.0 << 0.0;
    QTest::newRow("loss") << 0.2 << 0.0 << 0.0;
    QTest::newRow("doubles") << 0.0 << 0.1 << 0.0;
    QTest::newRow("disorder") << 0.0 << 0.0 << 0.05;
    QTest::newRow("all") << 0.2 << 0.1 << 0.05;
    QTest::newRow("nothing gets through") << 1.0 << 0.5 << 0.5;
}

void TestSimFaults::theScheduleKeepsItsShares()
{
    QFETCH(const double, drop);
    QFETCH(const double, duplicate);
    QFETCH(const double, reorder);
    LinkFaults link;
    link.drop = drop;
    link.duplicate = duplicate;
    link.reorder = reorder;
    const Fates seen = fates(link);
    const auto near = [](int count, double share) {
        return std::abs(count / static_cast<double>(many) - share) < 0.01;
    };
    QVERIFY2(near(seen.lost, drop), qPrintable(QString::number(seen.lost)));
    QVERIFY2(
        near(seen.doubled, duplicate * (1.0 - drop)), qPrintable(QString::number(seen.doubled)));
    QCOMPARE(seen.overtaken > 0, reorder > 0.0 && drop < 1.0);
}

void TestSimFaults::theSameSeedDecidesTheSame()
{
    LinkFaults link;
    link.drop = link.duplicate = link.reorder = 0.3;
    link.jitter = 0.05;
    FaultSchedule a(5);
    FaultSchedule b(5);
    FaultSchedule c(6);
    bool differs = false;
    for (int i = 0; i < 100; ++i) {
        const auto wanted = a.arrivals(link, i);
        QCOMPARE(b.arrivals(link, i), wanted);
        differs = differs || c.arrivals(link, i) != wanted;
    }
    QVERIFY(differs);
}

void TestSimFaults::oneFaultDoesNotMoveAnother()
{
    LinkFaults lossy;
    lossy.drop = 0.3;
    LinkFaults worse = lossy;
    worse.duplicate = worse.reorder = 0.5;
    worse.jitter = 1.0;
    FaultSchedule a(5);
    FaultSchedule b(5);
    for (int i = 0; i < 200; ++i)
        QCOMPARE(b.arrivals(worse, i).empty(), a.arrivals(lossy, i).empty());
}

void TestSimFaults::everySettingHasItsRange()
{
    for (const FaultField &each : faultFields()) {
        Faults faults;
        QVERIFY2(setFault(faults, each, each.highest), each.name);
        QVERIFY2(!setFault(faults, each, each.highest * 1.01 + 1.0), each.name);
        QVERIFY2(!setFault(faults, each, -1.0), each.name);
        QVERIFY2(!setFault(faults, each, std::nan("")), each.name);
        const QJsonValue shown = dumpFaults(faults).value(QLatin1String(each.name));
        QVERIFY2(std::abs(shown.toDouble() - each.highest) < 1e-6 * each.highest, each.name);
    }
    LinkFaults late;
    late.delay = 0.02;
    late.jitter = 0.03;
    const Fates seen = fates(late);
    QVERIFY(seen.shortest >= 0.02 - 1e-9 && seen.longest <= 0.05 + 1e-9 && seen.longest > 0.049);
}

void TestSimFaults::delaysBothWays()
{
    FaultsFixture desk;
    desk.set("delay_in", 250.0);
    desk.ask(1);
    desk.until(210);
    QCOMPARE(desk.host.waiting(), std::size_t{0});
    QCOMPARE(desk.until(300), QStringList{u"300: /live/song/get/tempo 120f 1"_s});
    desk.set("delay_in", 0.0);
    desk.set("delay_out", 150.0);
    desk.ask(2);
    QCOMPARE(desk.until(600), QStringList{u"550: /live/song/get/tempo 120f 2"_s});
}

void TestSimFaults::doublesAndReorders()
{
    FaultsFixture desk;
    desk.set("duplicate_in", 100.0);
    desk.ask(1);
    QCOMPARE(desk.until(100).size(), 2);
    desk.set("duplicate_in", 0.0);
    desk.set("duplicate_out", 100.0);
    desk.ask(2);
    QCOMPARE(desk.until(200).size(), 2);
    desk.set("duplicate_out", 0.0);
    desk.set("reorder_in", 100.0);
    desk.ask(3); // held back …
    desk.set("reorder_in", 0.0);
    desk.ask(4); // … and overtaken
    QCOMPARE(desk.until(300),
        (QStringList{
            u"300: /live/song/get/tempo 120f 4"_s, u"300: /live/song/get/tempo 120f 3"_s}));
}

void TestSimFaults::losesAllOrNothing()
{
    FaultsFixture desk;
    desk.set("drop_in", 100.0);
    desk.ask(1);
    QCOMPARE(desk.until(100), QStringList());
    desk.set("drop_in", 0.0);
    desk.set("drop_out", 100.0);
    desk.ask(2);
    QCOMPARE(desk.until(200), QStringList());
    const QJsonObject stats = desk.host.stats(false);
    QCOMPARE(stats["in"_L1]["dropped_by_fault"_L1].toInt(), 1);
    QCOMPARE(stats["out"_L1]["dropped_by_fault"_L1].toInt(), 1);
}

void TestSimFaults::theReceiveBufferFills()
{
    FaultsFixture desk;
    const QByteArray one = bytes(u"/live/song/get/tempo"_s, {0});
    desk.set("rcvbuf", static_cast<double>(one.size() + 16) * 10.0);
    for (int i = 0; i < 25; ++i)
        desk.ask(i);
    QCOMPARE(desk.until(100).size(), 10);
    QCOMPARE(desk.host.stats(false)["in"_L1]["dropped_buffer_full"_L1].toInt(), 15);
    desk.set("rcvbuf", 0.0);
    for (int i = 0; i < 2000; ++i)
        desk.ask(i);
    QCOMPARE(desk.until(200).size(), 2000);
}

void TestSimFaults::repliesHaveALargestSize()
{
    FaultsFixture desk;
    desk.set("max_dgram", 64.0);
    desk.ask(1);
    desk.host.receive(bytes(u"/live/song/get/track_names"_s), anna);
    const QStringList sent = desk.until(100);
    QCOMPARE(sent.first(), u"100: /live/song/get/tempo 120f 1"_s);
    QCOMPARE(sent.mid(1),
        QStringList{u"100: /live/error \"Socket error: [Errno 90] Message too long\""_s});
    QCOMPARE(desk.host.stats(false)["out"_L1]["oversize"_L1].toInt(), 1);
}

void TestSimFaults::costlyReadsTakeTheirTime()
{
    FaultsFixture desk;
    desk.set("getattr_us", 10'000.0);
    for (int i = 0; i < 3; ++i)
        desk.ask(i); // each two accesses
    QCOMPARE(desk.until(200),
        (QStringList{u"120: /live/song/get/tempo 120f 0"_s, u"140: /live/song/get/tempo 120f 1"_s,
            u"160: /live/song/get/tempo 120f 2"_s}));
    for (int i = 0; i < 20; ++i)
        desk.host.receive(bytes(u"/live/song/set/metronome"_s, {i % 2}), anna);
    desk.until(300);
    desk.ask(9); // Live is busy for 400 ms: the next ticks are late
    QCOMPARE(desk.until(690), QStringList());
    QCOMPARE(desk.until(800), QStringList{u"720: /live/song/get/tempo 120f 9"_s});
    const QJsonObject busy = desk.host.stats(false)["tick_busy_ms"_L1].toObject();
    QVERIFY(std::abs(busy["max"_L1].toDouble() - 400.0) < 20.0);
}

void TestSimFaults::accessesAreCounted_data()
{
    // Seen with the unmodified script, each access made to take a millisecond.
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("property");
    QTest::addColumn<int>("values");
    QTest::addColumn<double>("seen");
    const auto row = [](const char *address, int values, double seen, const char *property = "") {
        QTest::addRow("%s %s", address, property)
            << QString::fromLatin1(address) << QString::fromLatin1(property) << values << seen;
    };
    row("/live/test", 1, 0.0);
    row("/live/song/get/tempo", 1, 2.1);
    row("/live/song/get/track_names", 8, 21.5);
    row("/live/track/get/name", 2, 3.1);
    row("/live/track/get/clips/name", 101, 318.9);
    row("/live/clip/get/name", 3, 5.2);
    row("/live/clip/set/name", 0, 6.1);
    row("/live/clip_slot/get/has_clip", 3, 5.1);
    row("/live/scene/get/name", 2, 3.1);
    row("/live/device/get/parameters/value", 20, 25.9);
    row("/live/track/start_listen/mute", 0, 7.5);
    row("/live/song/get/track_data", 100, 328.8, "clip.name");
    row("/live/song/get/track_data", 100, 112.4, "clip_slot.has_clip");
}

void TestSimFaults::accessesAreCounted()
{
    QFETCH(const QString, address);
    QFETCH(const QString, property);
    QFETCH(const int, values);
    QFETCH(const double, seen);
    OscMessage request{address, {0, 1}};
    if (!property.isEmpty())
        request.arguments.emplace_back(property);
    const int counted = objectAccesses(request, OscArguments(static_cast<std::size_t>(values), 1));
    QVERIFY2(std::abs(counted - seen) <= std::max(1.2, 0.15 * seen),
        qPrintable(QString::number(counted)));
}

void TestSimFaults::emptySlotsCostLess()
{
    // 128 names, half of them nil: 62 ms for 4 of these on the rig, at 60 us an access.
    OscArguments half(128, OscNil{});
    std::fill_n(half.begin(), 64, OscArgument(1));
    const int counted
        = objectAccesses({u"/live/song/get/track_data"_s, {1, 2, u"clip.name"_s}}, half);
    QVERIFY2(std::abs(counted - 62.1 / 4.0 / 0.06) < 30.0, qPrintable(QString::number(counted)));
}

void TestSimFaults::aStolenFeedTakesThePushesOnly()
{
    FaultsFixture desk;
    desk.host.receive(bytes(u"/live/song/start_listen/is_playing"_s), anna);
    desk.until(100);
    Faults faults = desk.host.faults();
    faults.feedStolen = true;
    desk.host.setFaults(faults);
    desk.host.receive(bytes(u"/live/song/start_playing"_s), anna);
    QCOMPARE(desk.until(300), QStringList()); // the push went elsewhere
    desk.host.receive(bytes(u"/live/song/get/is_playing"_s), anna);
    QCOMPARE(desk.until(400), QStringList{u"400: /live/song/get/is_playing true"_s});
    QVERIFY(desk.host.stats(false)["out"_L1]["stolen"_L1].toInt() >= 1);
}

void TestSimFaults::aScriptThatIsOffHearsNothing()
{
    FaultsFixture desk;
    desk.ask(1);
    desk.host.stopScript();
    desk.ask(2);
    QCOMPARE(desk.until(200), QStringList());
    QCOMPARE(desk.host.stats(false)["script_alive"_L1].toBool(), false);
    desk.host.startScript();
    desk.until(300); // its first tick reads nothing
    desk.ask(3);
    QCOMPARE(desk.until(400), QStringList{u"400: /live/song/get/tempo 120f 3"_s});
}

void TestSimFaults::statsCount()
{
    FaultsFixture desk;
    desk.host.stats(true);
    desk.ask(1);
    desk.ask(2);
    desk.host.receive(bytes(u"/live/track/get/name"_s, {99}), anna);
    desk.until(300);
    const QJsonObject stats = desk.host.stats(true);
    QCOMPARE(stats["ticks"_L1].toInt(), 3);
    QCOMPARE(stats["in"_L1]["datagrams"_L1].toInt(), 3);
    QCOMPARE(stats["out"_L1]["datagrams"_L1].toInt(), 3);
    QCOMPARE(stats["datagrams_per_tick_max"_L1].toInt(), 3);
    QCOMPARE(stats["incoming_addresses"_L1]["/live/song/get/tempo"_L1].toInt(), 2);
    QCOMPARE(stats["outgoing_addresses"_L1]["/live/error"_L1].toInt(), 1);
    QVERIFY(stats["live_errors"_L1].toArray()[0].toString().contains("out of range"_L1));
    QCOMPARE(desk.host.stats(false)["in"_L1]["datagrams"_L1].toInt(), 0);
}

int tst_simfaults(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSimFaults>(argc, argv);
}

#include "tst_simfaults.moc"
