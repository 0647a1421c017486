// SPDX-License-Identifier: GPL-3.0-or-later
// Live on macOS, where a datagram holds 9,216 bytes: what is too large for one comes in other ways, and the mirror is
// complete only when it is.
#include "core/live/livesetjson.h"
#include "core/live/unknown.h"
#include "tests/support/comparedump.h"
#include "tests/support/enginesettings.h"
#include "tests/support/servertest.h"

#include <QJsonArray>
#include <QTest>

using namespace clipdeck;
using namespace Qt::StringLiterals;

namespace {

/// Long enough that a track's do not fit together where there are some hundred.
QString longName(int track, int scene)
{
    return u"%1 of %2, a name as long as songs are"_s.arg(scene).arg(track);
}

} // namespace

class TestSmallDatagrams : public ServerTest {
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void completeMeansComplete();
    void aThousandScenesAreFollowed();
    void whatIsTooLongComesInPieces();
    void whatCannotComeIsUnknown();

private:
    bool open(const GeneratedSet &set);

    std::unique_ptr<Engine> m_engine;
};

void TestSmallDatagrams::cleanup()
{
    m_engine.reset();
    ServerTest::cleanup();
}

bool TestSmallDatagrams::open(const GeneratedSet &set)
{
    if (!start(set) || !live().call(u"fault"_s, {{u"max_dgram"_s, macOsDatagram}}))
        return false;
    EngineSettings settings = settingsFor(*m_server);
    settings.readDevices = false;
    m_engine = std::make_unique<Engine>(settings);
    m_engine->setVisible(TrackIndex(0), 3, SceneIndex(0), 20);
    return true;
}

void TestSmallDatagrams::completeMeansComplete()
{
    constexpr int tracks = 3;
    constexpr int scenes = 320;
    QVERIFY(open({.tracks = tracks, .scenes = scenes, .fill = 0.9, .seed = 7}));
    int named = 0;
    for (int t = 0; t < tracks; ++t) {
        for (int s = 0; s < scenes; ++s)
            named += live().call(u"rename_clip"_s,
                         {{u"track"_s, t}, {u"scene"_s, s}, {u"name"_s, longName(t, s)}})
                ? 1
                : 0;
    }
    QVERIFY(named > tracks * scenes / 2);
    constexpr int asLongAsLyrics = 120;
    for (int s = 0; s < 150; ++s)
        QVERIFY(live().call(u"rename_scene"_s,
            {{u"index"_s, s},
                {u"name"_s, QString::number(s).leftJustified(asLongAsLyrics, u'a')}}));

    QStringList wrongNames;
    connect(&m_engine->liveSet(), &LiveSet::changed, this, [&](const Changes &changes) {
        for (const auto &[slot, fields] : changes.clips) {
            const Clip *clip = m_engine->liveSet().clip(slot);
            const QString right = longName(slot.track.value, slot.scene.value);
            if (clip && !clip->name.isEmpty() && clip->name != right)
                wrongNames.append(clip->name);
        }
    });
    QJsonObject whenComplete;
    connect(m_engine.get(), &Engine::mirrorCompleted, this,
        [&] { whenComplete = toJson(m_engine->liveSet()); });
    m_engine->start();
    QTRY_VERIFY_WITH_TIMEOUT(!whenComplete.isEmpty(), 60000);
    QJsonObject server = live().dump();
    QJsonArray ofServer = server.value(u"tracks"_s).toArray();
    for (int t = 0; t < tracks; ++t) {
        QJsonObject track = ofServer.at(t).toObject();
        track.insert(u"devices"_s, QJsonArray()); // not asked for
        ofServer.replace(t, track);
    }
    server.insert(u"tracks"_s, ofServer);
    const QStringList missing = differences(whenComplete, server);
    QVERIFY2(missing.isEmpty(),
        qPrintable(QString::number(missing.size()) + u'\n' + missing.mid(0, 12).join(u'\n')));
    QCOMPARE(wrongNames, QStringList());
    QVERIFY(comparedFields(whenComplete) > 10 * named);
}

/// Their identities are larger than a datagram.
void TestSmallDatagrams::aThousandScenesAreFollowed()
{
    QVERIFY(open({.tracks = 256, .scenes = 1024, .fill = 0.02, .seed = 7}));
    m_engine->start();
    const LiveSet &set = m_engine->liveSet();
    QTRY_COMPARE_WITH_TIMEOUT(set.trackCount(), 256, 30000);
    QCOMPARE(set.sceneCount(), 1024);
    const auto sceneIsNamed = [&](int scene, const QString &name) {
        const Scene *known = set.scene(SceneIndex(scene));
        return known && known->name == name;
    };
    QVERIFY(live().call(u"add_scene"_s, {{u"index"_s, 3}, {u"name"_s, u"Bridge"_s}}));
    QTRY_COMPARE_WITH_TIMEOUT(set.sceneCount(), 1025, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(sceneIsNamed(3, u"Bridge"_s), 20000);
    QVERIFY(live().call(u"delete_scene"_s, {{u"index"_s, 3}}));
    QVERIFY(live().call(u"delete_track"_s, {{u"index"_s, 1}}));
    QTRY_COMPARE_WITH_TIMEOUT(set.sceneCount(), 1024, 5000);
    QTRY_COMPARE_WITH_TIMEOUT(set.trackCount(), 255, 5000);
}

/// A set with little in it, but for a device whose parameters' names do not fit into one datagram.
void TestSmallDatagrams::whatIsTooLongComesInPieces()
{
    QVERIFY(start(GeneratedSet{2, 4, 0.5, 7}));
    const auto device
        = live().call(u"add_device"_s, {{u"track"_s, 0}, {u"device"_s, u"Operator"_s}});
    QVERIFY2(device, qPrintable(live().error()));
    const QJsonArray inLive = live()
                                  .track(0)["devices"_L1]
                                  .toArray()[device->toInt()]
                                  .toObject()["parameters"_L1]
                                  .toArray();
    QVERIFY(inLive.size() > 20);
    int bytes = 0;
    for (const QJsonValue &parameter : inLive)
        bytes += 5 + static_cast<int>(parameter.toObject()["name"_L1].toString().size());
    // What the names need does not fit, and what the values need does.
    QVERIFY(live().call(u"fault"_s, {{u"max_dgram"_s, std::max(400, bytes * 3 / 4)}}));
    m_engine = std::make_unique<Engine>(settingsFor(*m_server));
    m_engine->start();
    const LiveSet &set = m_engine->liveSet();
    QTRY_VERIFY_WITH_TIMEOUT(set.isComplete(), 30000);
    const Device *known = set.device(deviceId(0, device->toInt()));
    QVERIFY(known);
    QCOMPARE(std::ssize(known->parameters), inLive.size());
    for (int p = 0; p < inLive.size(); ++p)
        QCOMPARE(known->parameters[static_cast<std::size_t>(p)].name,
            inLive[p].toObject()["name"_L1].toString());
    QVERIFY(set.unknowns().empty());
}

void TestSmallDatagrams::whatCannotComeIsUnknown()
{
    QVERIFY(start(GeneratedSet{2, 4, 1.0, 7}));
    const QString endless(3000, u'x');
    QVERIFY(live().call(u"rename_scene"_s, {{u"index"_s, 1}, {u"name"_s, endless}}));
    QVERIFY(live().call(u"set"_s,
        {{u"path"_s, u"live_set"_s}, {u"prop"_s, u"current_song_time"_s}, {u"value"_s, 8}}));
    EngineSettings settings = settingsFor(*m_server);
    m_engine = std::make_unique<Engine>(settings);
    m_engine->start();
    const LiveSet &set = m_engine->liveSet();
    QTRY_VERIFY_WITH_TIMEOUT(set.isComplete(), 30000);
    QVERIFY(m_engine->sendRaw({u"/live/song/set_or_delete_cue"_s, {}}));
    QTRY_VERIFY_WITH_TIMEOUT(!set.song().cuePoints.empty(), 5000);
    QVERIFY(m_engine->sendRaw({u"/live/song/cue_point/set/name"_s, {qint32(0), endless}}));
    QTRY_VERIFY_WITH_TIMEOUT(set.song().cuePoints.front().name == endless, 5000);
    QVERIFY(set.unknowns().empty());

    QVERIFY(live().call(u"fault"_s, {{u"max_dgram"_s, 2000}}));
    QVERIFY(live().call(u"restart_script"_s, {}));
    const Target locators = Target::song(SongField::CuePoints);
    const Target name = Target::scene(SceneIndex(1), SceneField::Name);
    QTRY_VERIFY_WITH_TIMEOUT(set.isUnknown(locators) && set.isUnknown(name), 20000);
    const QJsonObject dump = toJson(set);
    QVERIFY(dump["song"_L1].toObject()["cue_points"_L1].isNull());
    QVERIFY(dump["scenes"_L1].toArray()[1].toObject()["name"_L1].isNull());
    QVERIFY(dump["scenes"_L1].toArray()[0].toObject()["name"_L1].isString());
    const QStringList sentences = Unknown::sentences(set);
    QCOMPARE(sentences.size(), qsizetype(set.unknowns().size()));
    QVERIFY2(sentences.join(u' ').contains(u"locators"_s), qPrintable(sentences.join(u'\n')));

    QVERIFY(live().call(u"fault"_s, {{u"max_dgram"_s, macOsDatagram}}));
    QTRY_VERIFY_WITH_TIMEOUT(set.unknowns().empty(), 30000);
    QVERIFY(toJson(set)["song"_L1].toObject()["cue_points"_L1].isArray());
}

int tst_smalldatagrams(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSmallDatagrams>(argc, argv);
}

#include "tests/support/testclass.h"
#include "tst_smalldatagrams.moc"
