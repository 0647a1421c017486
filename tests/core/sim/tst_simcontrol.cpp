// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sim/controlchannelfixture.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace clipdeck;
using namespace clipdeck::sim;
using namespace Qt::StringLiterals;

using Desk = ControlChannelFixture;

class TestSimControl : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersCarryTheId();
    void refusalsSayWhy_data();
    void refusalsSayWhy();
    void theUserCanEditTheSet();
    void theUserCanLaunch();
    void anotherSetCanBeOpened();
    void speaksLinesOverTcp();
};

void TestSimControl::answersCarryTheId()
{
    Desk desk;
    QCOMPARE(desk.run(R"({"cmd":"ping","id":"a7"})"),
        (QJsonObject{{u"ok"_s, true}, {u"result"_s, u"pong"_s}, {u"id"_s, u"a7"_s}}));
    QVERIFY(desk.result(R"({"cmd":"help"})").toObject().contains("fire_clip"_L1));
}

void TestSimControl::refusalsSayWhy_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("error");
    QTest::newRow("no command") << QByteArray("{}")
                                << u"ValueError: unknown command ''; see 'help'"_s;
    QTest::newRow("no such track")
        << QByteArray(R"({"cmd":"rename_track","index":9})") << u"ValueError: no such index"_s;
    QTest::newRow("argument missing") << QByteArray(R"({"cmd":"fire_clip","track":1})")
                                      << u"ValueError: 'scene' is missing or not a number"_s;
    QTest::newRow("Live refuses") << QByteArray(R"({"cmd":"delete_clip","track":1,"scene":0})")
                                  << u"RuntimeError: The clip slot has no clip"_s;
    QTest::newRow("Live Set") << QByteArray(R"({"cmd":"load_set","als":"x.als"})")
                              << u"ValueError: x.als: There is no such file."_s;
}

void TestSimControl::refusalsSayWhy()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QString, error);
    Desk desk;
    QCOMPARE(desk.run(request.constData()), (QJsonObject{{u"ok"_s, false}, {u"error"_s, error}}));
}

void TestSimControl::theUserCanEditTheSet()
{
    Desk desk;
    desk.result(R"({"cmd":"rename_track","index":1,"name":"Vox"})");
    desk.result(
        R"({"cmd":"create_clip","track":2,"scene":1,"length":8,"name":"hook","notes":[[60,0,1,100,false]]})");
    desk.result(R"({"cmd":"arm","index":2})");
    QCOMPARE(desk.track(1)["name"_L1].toString(), u"Vox"_s);
    QCOMPARE(desk.track(2)["arm"_L1].toBool(), true);
    const QJsonObject clip = desk.track(2)["clip_slots"_L1]["1"_L1]["clip"_L1].toObject();
    QCOMPARE(clip["name"_L1].toString(), u"hook"_s);
    QCOMPARE(clip["length"_L1].toDouble(), 8.0);
    QCOMPARE(clip["notes"_L1].toArray().size(), 1);
    QCOMPARE(desk.result(R"({"cmd":"add_track","kind":"audio","name":"New"})").toInt(), 4);
    desk.result(R"({"cmd":"move_track","index":4,"to":0})");
    QCOMPARE(desk.track(0)["name"_L1].toString(), u"New"_s);
    QCOMPARE(desk.track(3)["group_index"_L1].toInt(), 1);
    desk.result(R"({"cmd":"delete_track","index":1})"); // the group, its tracks with it
    QCOMPARE(desk.dump()["tracks"_L1].toArray().size(), 1);
}

void TestSimControl::theUserCanLaunch()
{
    Desk desk;
    desk.result(R"({"cmd":"create_clip","track":2,"scene":0})");
    desk.result(R"({"cmd":"fire_clip","track":2,"scene":0})");
    desk.host.step(0.02);
    QCOMPARE(desk.track(2)["playing_slot_index"_L1].toInt(), 0);
    QCOMPARE(desk.dump()["song"_L1]["is_playing"_L1].toBool(), true);
    desk.result(R"({"cmd":"transport","action":"stop"})");
    desk.host.step(0.04);
    QCOMPARE(desk.dump()["song"_L1]["is_playing"_L1].toBool(), false);
}

void TestSimControl::anotherSetCanBeOpened()
{
    Desk desk;
    QCOMPARE(
        desk.result(R"({"cmd":"load_set","tracks":8,"scenes":12,"fill":1,"seed":4})").toObject(),
        (QJsonObject{{u"tracks"_s, 8}, {u"scenes"_s, 12}}));
    QCOMPARE(desk.dump()["scenes"_L1].toArray().size(), 12);
}

void TestSimControl::speaksLinesOverTcp()
{
    Desk desk;
    Control control(desk.host, [] { return 0.0; });
    QVERIFY(control.listen(0));
    QSignalSpy quit(&control, &Control::quitRequested);
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, control.port());
    QVERIFY(client.waitForConnected());
    client.write("{\"cmd\":\"ping\"}\nnonsense\n{\"cmd\":");
    client.write("\"quit\",\"id\":3}\n");
    QTRY_COMPARE(quit.count(), 1);
    QByteArray received;
    QTRY_VERIFY((received += client.readAll()).count('\n') == 3);
    const QList<QByteArray> lines = received.split('\n');
    QCOMPARE(lines[0], QByteArray(R"({"ok":true,"result":"pong"})"));
    QVERIFY(lines[1].contains("ValueError"));
    QCOMPARE(lines[2], QByteArray(R"({"id":3,"ok":true,"result":null})"));
}

int tst_simcontrol(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSimControl>(argc, argv);
}

#include "tst_simcontrol.moc"
