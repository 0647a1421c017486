// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mapping/resolve.h"
#include "tests/support/bandset.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

QString text(const LivePlace &place)
{
    if (const auto *id = std::get_if<ParameterId>(&place))
        return QStringLiteral("%1/%2/%3")
            .arg(id->device.track.value)
            .arg(id->device.device.value)
            .arg(id->parameter.value);
    if (const auto *track = std::get_if<TrackIndex>(&place))
        return QStringLiteral("volume %1").arg(track->value);
    return QStringLiteral("-");
}

BandTrack &trackNamed(std::vector<BandTrack> &tracks, const QString &name)
{
    return *std::ranges::find(tracks, name, &BandTrack::name);
}

} // namespace

class tst_Resolve : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parameter_data()
    {
        using Tracks = std::vector<BandTrack>;
        QTest::addColumn<Tracks>("tracks");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("nearest");
        const QString none = QStringLiteral("-");
        const QString sub = QStringLiteral("Sub");
        Tracks tracks = bandTracks();
        QTest::newRow("in place") << tracks << "1/0/1" << none;

        std::swap(tracks[0], tracks[1]);
        QTest::newRow("track moved") << tracks << "0/0/1" << none;

        tracks = bandTracks();
        std::swap(trackNamed(tracks, sub).devices[0], trackNamed(tracks, sub).devices[1]);
        QTest::newRow("device moved") << tracks << "1/1/1" << none;

        tracks = bandTracks();
        tracks.push_back(trackNamed(tracks, sub));
        QTest::newRow("track duplicated: the one in place") << tracks << "1/0/1" << none;

        tracks.insert(tracks.begin(), {QStringLiteral("Click"), 0, {}});
        QTest::newRow("duplicates, none in place: no guess") << tracks << none << "2/0/1";

        tracks = bandTracks();
        trackNamed(tracks, sub).devices[0].name = QStringLiteral("Bass voice");
        QTest::newRow("device renamed") << tracks << none << "1/0/1";

        tracks = bandTracks();
        trackNamed(tracks, sub).devices[0].className = QStringLiteral("Sampler");
        QTest::newRow("another device of that name") << tracks << none << "1/0/1";

        tracks = bandTracks();
        trackNamed(tracks, sub).name = QStringLiteral("Sub bass");
        QTest::newRow("track renamed") << tracks << none << "1/0/1";

        tracks = bandTracks();
        tracks.erase(tracks.begin() + 1);
        QTest::newRow("gone, nothing like it") << tracks << none << none;

        QTest::newRow("empty set") << Tracks() << none << none;
    }
    void parameter()
    {
        QFETCH(std::vector<BandTrack>, tracks);
        LiveSet before;
        fillSet(before, bandTracks());
        const FaderTarget cutoff = targetAt(parameterId(1, 0, 1), before);
        LiveSet set;
        fillSet(set, tracks);
        const Resolution resolution = resolve(cutoff, set);
        QTEST(text(resolution.found), "found");
        QTEST(text(resolution.nearest), "nearest");
    }

    void nearestPrefersTheSameKindOfDeviceOnTheSameTrack()
    {
        LiveSet before;
        fillSet(before, bandTracks());
        const FaderTarget gain = targetAt(parameterId(1, 1, 1), before); // Sub, Tilt: Gain
        std::vector<BandTrack> tracks = bandTracks();
        tracks[1].devices[1].name = QStringLiteral("Tone");
        LiveSet set;
        fillSet(set, tracks);
        QCOMPARE(text(resolve(gain, set).nearest), QStringLiteral("1/1/1"));
        tracks[1].devices.pop_back();
        fillSet(set, tracks);
        QCOMPARE(text(resolve(gain, set).nearest), QStringLiteral("2/0/1")); // Keys, Tilt: Gain
    }

    void volume_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("nearest");
        const auto row
            = [](const char *name, const char *names, const char *found, const char *nearest) {
                  QTest::newRow(name) << QString::fromLatin1(names).split(QLatin1Char(' '))
                                      << QString::fromLatin1(found) << QString::fromLatin1(nearest);
              };
        row("in place", "Drums Sub Keys", "volume 1", "-");
        row("moved", "Sub Drums Keys", "volume 0", "-");
        row("duplicates elsewhere", "Sub Drums Sub", "-", "volume 0");
        row("renamed", "Drums Subbass Keys", "-", "volume 1");
        row("gone: what is in its place", "Drums Keys Vox", "-", "volume 1");
    }
    void volume()
    {
        QFETCH(QStringList, names);
        LiveSet set;
        std::vector<BandTrack> tracks;
        for (const QString &name : names)
            tracks.push_back({name, 0, {}});
        fillSet(set, tracks);
        const Resolution resolution
            = resolve(VolumeAnchor{{QStringLiteral("Sub"), TrackIndex(1)}}, set);
        QTEST(text(resolution.found), "found");
        QTEST(text(resolution.nearest), "nearest");
    }

    void controllersNeedNoSet()
    {
        const LiveSet set;
        QVERIFY(resolve(ControllerTarget{1, 7}, set) == Resolution());
        QVERIFY(resolve(FaderTarget(), set) == Resolution());
    }
};

int tst_resolve(int argc, char *argv[])
{
    return clipdeck::runTestClass<tst_Resolve>(argc, argv);
}

#include "tst_resolve.moc"
