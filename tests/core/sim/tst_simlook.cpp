// SPDX-License-Identifier: GPL-3.0-or-later
// The control channel's commands for looking: dumps in more or less detail, properties by path, faults, statistics.
#include "tests/core/sim/controlchannelfixture.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;
using namespace clipdeck::sim;
using namespace Qt::StringLiterals;

namespace {

/// Every slot that can has a clip.
struct LookFixture : ControlChannelFixture {
    LookFixture()
        : ControlChannelFixture(1.0)
    {
    }
};

} // namespace

class TestSimLook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dumpsInMoreOrLessDetail();
    void readsByPath_data();
    void readsByPath();
    void writesByPath_data();
    void writesByPath();
    void refusesByPath_data();
    void refusesByPath();
    void callsMethods();
    void aDisabledParameterCannotBeTurned();
    void faultsStayUntilTold();
    void statsAreReset();
};

void TestSimLook::dumpsInMoreOrLessDetail()
{
    LookFixture desk;
    const QJsonObject full = desk.result(R"({"cmd":"dump_track","index":2})").toObject();
    QCOMPARE(full["clip_slots"_L1].toObject().size(), 4);
    QVERIFY(full["clip_slots"_L1]["0"_L1]["clip"_L1]["notes"_L1].isArray());
    QVERIFY(full["devices"_L1][0]["parameters"_L1].isArray());
    const QJsonObject brief
        = desk.result(R"({"cmd":"dump_track","index":2,"notes":false,"params":false})").toObject();
    QCOMPARE(brief["clip_slots"_L1]["0"_L1]["clip"_L1]["num_notes"_L1].toInt(),
        full["clip_slots"_L1]["0"_L1]["clip"_L1]["notes"_L1].toArray().size());
    QVERIFY(brief["clip_slots"_L1]["0"_L1]["clip"_L1]["notes"_L1].isUndefined());
    QCOMPARE(brief["devices"_L1][0]["num_parameters"_L1].toInt(),
        full["devices"_L1][0]["parameters"_L1].toArray().size());
    desk.result(R"({"cmd":"delete_clip","track":2,"scene":1})");
    const auto rows = [&](const char *request) {
        return desk.result(request)["tracks"_L1][2]["clip_slots"_L1].toObject().keys();
    };
    QCOMPARE(rows(R"({"cmd":"dump"})"), (QStringList{u"0"_s, u"2"_s, u"3"_s}));
    QCOMPARE(rows(R"({"cmd":"dump","empty":true})").size(), 4);
    QCOMPARE(rows(R"({"cmd":"dump","clips":false})").size(), 0);
}

void TestSimLook::readsByPath_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("property");
    QTest::addColumn<QString>("inDump");
    QTest::newRow("song") << QByteArray("live_set") << u"tempo"_s << u"song"_s;
    QTest::newRow("track") << QByteArray("live_set tracks 2") << u"name"_s << u"tracks 2"_s;
    QTest::newRow("return") << QByteArray("live_set return_tracks 1") << u"color"_s
                            << u"return_tracks 1"_s;
    QTest::newRow("main") << QByteArray("live_set master_track") << u"name"_s << u"master_track"_s;
    QTest::newRow("scene") << QByteArray("live_set scenes 3") << u"name"_s << u"scenes 3"_s;
    QTest::newRow("slot") << QByteArray("live_set tracks 2 clip_slots 1") << u"has_clip"_s
                          << u"tracks 2 clip_slots 1"_s;
    QTest::newRow("clip") << QByteArray("live_set tracks 2 clip_slots 1 clip") << u"length"_s
                          << u"tracks 2 clip_slots 1 clip"_s;
    QTest::newRow("device") << QByteArray("live_set tracks 2 devices 0") << u"class_name"_s
                            << u"tracks 2 devices 0"_s;
    QTest::newRow("parameter") << QByteArray("live_set tracks 2 devices 0 parameters 1")
                               << u"display_value"_s << u"tracks 2 devices 0 parameters 1"_s;
}

void TestSimLook::readsByPath()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QString, property);
    QFETCH(const QString, inDump);
    LookFixture desk;
    QJsonValue place = desk.result(R"({"cmd":"dump"})");
    for (const QString &word : inDump.split(u' '))
        place = place.isArray() ? place[word.toInt()] : place[word];
    const QJsonValue wanted = place[property];
    QVERIFY(!wanted.isUndefined());
    const QByteArray line
        = "{\"cmd\":\"get\",\"path\":\"" + request + "\",\"prop\":\"" + property.toLatin1() + "\"}";
    QCOMPARE(desk.result(line.constData()), wanted);
}

void TestSimLook::writesByPath_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("property");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *path, const char *property, const char *value) {
        QTest::addRow("%s %s", path, property)
            << QByteArray(path) << QByteArray(property) << QByteArray(value);
    };
    row("live_set", "tempo", "93.5");
    row("live_set", "metronome", "true");
    row("live_set tracks 2", "name", "\"Vox\"");
    row("live_set tracks 2", "mute", "true");
    row("live_set tracks 2 mixer_device volume", "value", "0.5");
    row("live_set tracks 2 mixer_device sends 1", "value", "0.25");
    row("live_set tracks 2 clip_slots 1 clip", "launch_mode", "2");
    row("live_set tracks 2 clip_slots 1", "has_stop_button", "false");
    row("live_set scenes 1", "name", "\"Bridge\"");
    row("live_set tracks 2 devices 0 parameters 0", "value", "0");
}

void TestSimLook::writesByPath()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, property);
    QFETCH(const QByteArray, value);
    LookFixture desk;
    const QByteArray target = ",\"path\":\"" + path + "\",\"prop\":\"" + property + "\"";
    const QByteArray write = "{\"cmd\":\"set\"" + target + ",\"value\":" + value + "}";
    const QByteArray read = "{\"cmd\":\"get\"" + target + "}";
    const QJsonValue wanted = QJsonDocument::fromJson("[" + value + "]").array()[0];
    QCOMPARE(desk.result(write.constData()), wanted);
    QCOMPARE(desk.result(read.constData()), wanted);
}

void TestSimLook::refusesByPath_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *rest, const char *error) {
        QTest::newRow(name) << QByteArray(rest) << QString::fromUtf8(error);
    };
    row("another root", R"({"cmd":"get","path":"live_app","prop":"name"})", "starts with live_set");
    row("no such track", R"({"cmd":"get","path":"live_set tracks 9","prop":"name"})", "at '9'");
    row("no index", R"({"cmd":"get","path":"live_set tracks","prop":"name"})", "at ''");
    row("no such word", R"({"cmd":"get","path":"live_set tracks 0 clips 1","prop":"name"})",
        "at 'clips'");
    row("no such property", R"({"cmd":"get","path":"live_set","prop":"mood"})", "'mood'");
    row("read only", R"({"cmd":"set","path":"live_set","prop":"is_playing","value":true})", "");
    row("out of range", R"({"cmd":"set","path":"live_set","prop":"tempo","value":5})", "");
    row("no value", R"({"cmd":"set","path":"live_set","prop":"tempo"})", "a number, a text");
    row("fault out of range", R"({"cmd":"fault","drop_in":120})", "drop_in is from 0 to 100");
    row("fault in words", R"({"cmd":"fault","drop_in":"much"})", "drop_in is from 0 to 100");
}

void TestSimLook::refusesByPath()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QString, error);
    LookFixture desk;
    const QJsonObject answer = desk.run(request.constData());
    QCOMPARE(answer["ok"_L1], QJsonValue(false));
    QVERIFY2(
        answer["error"_L1].toString().contains(error), qPrintable(answer["error"_L1].toString()));
}

void TestSimLook::callsMethods()
{
    LookFixture desk;
    desk.result(R"({"cmd":"delete_clip","track":2,"scene":1})");
    desk.result(
        R"({"cmd":"call","path":"live_set tracks 2 clip_slots 1","method":"create_clip","args":[6]})");
    const char *length
        = R"({"cmd":"get","path":"live_set tracks 2 clip_slots 1 clip","prop":"length"})";
    QCOMPARE(desk.result(length), QJsonValue(6.0));
    desk.result(
        R"({"cmd":"call","path":"live_set tracks 2 clip_slots 1 clip","method":"duplicate_loop"})");
    QCOMPARE(desk.result(length), QJsonValue(12.0));
    desk.result(R"({"cmd":"call","path":"live_set scenes 1","method":"fire"})");
    desk.host.step(0.02);
    QCOMPARE(
        desk.result(R"({"cmd":"get","path":"live_set","prop":"is_playing"})"), QJsonValue(true));
    QVERIFY(desk.run(R"({"cmd":"call","path":"live_set","method":"sing"})")["error"_L1]
                .toString()
                .contains("no method 'sing'"_L1));
    QVERIFY(
        desk.run(R"({"cmd":"call","path":"live_set tracks 2 devices 0","method":"x"})")["error"_L1]
            .toString()
            .contains("no methods there"_L1));
}

void TestSimLook::aDisabledParameterCannotBeTurned()
{
    LookFixture desk;
    const char *turn = R"({"cmd":"set_param","track":2,"device":0,"param":0,"value":0})";
    desk.result(R"({"cmd":"enable_param","track":2,"device":0,"param":0,"on":false})");
    QCOMPARE(desk.run(turn)["error"_L1].toString(),
        u"RuntimeError: Cannot set a value. The parameter is disabled"_s);
    QCOMPARE(
        desk.result(
                R"({"cmd":"get","path":"live_set tracks 2 devices 0 parameters 0","prop":"is_enabled"})")
            .toBool(true),
        false);
    desk.result(R"({"cmd":"enable_param","track":2,"device":0,"param":0})");
    QCOMPARE(desk.run(turn)["ok"_L1].toBool(), true);
}

void TestSimLook::faultsStayUntilTold()
{
    LookFixture desk;
    desk.result(R"({"cmd":"fault","drop_in":20,"max_dgram":9216})");
    const QJsonObject all = desk.result(R"({"cmd":"fault","stolen":true})").toObject();
    QCOMPARE(all["drop_in"_L1].toDouble(), 20.0);
    QCOMPARE(all["max_dgram"_L1].toDouble(), 9216.0);
    QCOMPARE(all["drop_out"_L1].toDouble(), 0.0);
    QCOMPARE(all["stolen"_L1].toBool(), true);
    QVERIFY(std::abs(desk.host.faults().in.drop - 0.2) < 1e-9);
}

void TestSimLook::statsAreReset()
{
    LookFixture desk;
    desk.host.tick(0.1);
    QCOMPARE(desk.result(R"({"cmd":"stats","reset":true})")["ticks"_L1].toInt(), 1);
    QCOMPARE(desk.result(R"({"cmd":"stats"})")["ticks"_L1].toInt(), 0);
    desk.result(R"({"cmd":"stop_script"})");
    QCOMPARE(desk.result(R"({"cmd":"stats"})")["script_alive"_L1], QJsonValue(false));
    desk.result(R"({"cmd":"midi_cc","channel":0,"cc":1,"value":1})");
    desk.result(R"({"cmd":"start_script"})");
    QCOMPARE(desk.result(R"({"cmd":"stats"})")["script_alive"_L1], QJsonValue(true));
}

int tst_simlook(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSimLook>(argc, argv);
}

#include "tst_simlook.moc"
