// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/endpoint.h"
#include "core/live/fields.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <set>

using namespace clipdeck;

class TestEndpoint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addressesAreBuilt();
    void argumentsHaveTheTypeThatLiveWants_data();
    void argumentsHaveTheTypeThatLiveWants();
    void answersBecomeValues();
    void everyRowIsThereOnce();
    void everyFieldThatCanBeSetHasARow();
};

void TestEndpoint::addressesAreBuilt()
{
    QCOMPARE(describe(getMessage(ObjectKind::Clip, {3, 4}, "loop_end")),
        QStringLiteral("/live/clip/get/loop_end 3 4"));
    QCOMPARE(describe(callMessage(ObjectKind::ClipSlot, {3, 4}, "fire")),
        QStringLiteral("/live/clip_slot/fire 3 4"));
    QCOMPARE(describe(callMessage(ObjectKind::Song, {}, "stop_all_clips")),
        QStringLiteral("/live/song/stop_all_clips"));
    const Property *metronome = findProperty(ObjectKind::Song, "metronome");
    QVERIFY(metronome);
    QCOMPARE(describe(setMessage(*metronome, {}, true)),
        QStringLiteral("/live/song/set/metronome true"));
    QVERIFY(!findProperty(ObjectKind::Song, "no_such_thing"));
    QVERIFY(!findProperty(ObjectKind::Track, "metronome"));
}

void TestEndpoint::argumentsHaveTheTypeThatLiveWants_data()
{
    QTest::addColumn<LiveValue>("value");
    QTest::addColumn<ValueKind>("kind");
    QTest::addColumn<OscArgument>("argument");
    QTest::newRow("whole to float") << LiveValue(120) << ValueKind::Float << OscArgument(120.0F);
    QTest::newRow("number to int") << LiveValue(3.0) << ValueKind::Int << OscArgument(qint32(3));
    QTest::newRow("rounds to int") << LiveValue(3.6) << ValueKind::Int << OscArgument(qint32(4));
    QTest::newRow("number to bool") << LiveValue(1.0) << ValueKind::Bool << OscArgument(true);
    QTest::newRow("bool to int") << LiveValue(true) << ValueKind::Int << OscArgument(qint32(1));
    QTest::newRow("text") << LiveValue(QStringLiteral("x")) << ValueKind::Text
                          << OscArgument(QStringLiteral("x"));
    QTest::newRow("number as a name")
        << LiveValue(7) << ValueKind::Text << OscArgument(QStringLiteral("7"));
}

void TestEndpoint::argumentsHaveTheTypeThatLiveWants()
{
    QFETCH(LiveValue, value);
    QFETCH(ValueKind, kind);
    QFETCH(OscArgument, argument);
    QVERIFY(toArgument(value, kind) == argument);
}

void TestEndpoint::answersBecomeValues()
{
    QVERIFY(toValue(OscArgument(OscNil{})) == LiveValue());
    QVERIFY(toValue(OscArgument(true)) == LiveValue(true));
    QVERIFY(toValue(OscArgument(qint32(5))) == LiveValue(5));
    QVERIFY(toValue(OscArgument(qint64(5))) == LiveValue(5));
    QVERIFY(toValue(OscArgument(qint64(1) << 40)) == LiveValue(double(qint64(1) << 40)));
    QVERIFY(toValue(OscArgument(0.5F)) == LiveValue(0.5));
    QVERIFY(toValue(OscArgument(QStringLiteral("a"))) == LiveValue(QStringLiteral("a")));
}

void TestEndpoint::everyRowIsThereOnce()
{
    std::set<std::pair<ObjectKind, QByteArray>> seen;
    for (const Property &row : properties())
        QVERIFY2(seen.insert({row.object, row.name}).second, row.name);
}

void TestEndpoint::everyFieldThatCanBeSetHasARow()
{
    // Read through track_data only: AbletonOSC has no address of their own for them.
    const std::set<QByteArray> without{"group_track", "is_frozen", "muted_via_solo",
        "signature_numerator", "signature_denominator"};
    for (const auto &row : songFields())
        QVERIFY2(findProperty(ObjectKind::Song, row.name)
                || findProperty(ObjectKind::Application, row.name),
            row.name);
    for (const auto &row : trackFields())
        QVERIFY2(without.contains(row.name) || findProperty(ObjectKind::Track, row.name), row.name);
    for (const auto &row : sceneFields())
        QVERIFY2(findProperty(ObjectKind::Scene, row.name), row.name);
    for (const auto &row : clipFields())
        QVERIFY2(without.contains(row.name) || findProperty(ObjectKind::Clip, row.name), row.name);
}

int tst_endpoint(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestEndpoint>(argc, argv);
}

#include "tst_endpoint.moc"
