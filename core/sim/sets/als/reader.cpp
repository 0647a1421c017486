// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/sets/als/reader.h"

#include "core/sim/live/words.h"
#include "core/sim/sets/als/document.h"
#include "core/sim/sets/als/gunzip.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

/// Live 11 and later: <Scene><Name Value="…"/><Color Value="-1"/>…</Scene>; before: <Scene Value="…">, and colour 0 for
/// none.
void readScene(AlsXml &xml, AlsDocument &document)
{
    if (document.scenes.size() >= AlsLimits::scenes) {
        xml.fail(SimWords::tr("it has more scenes than any Live Set."));
        return;
    }
    Scene scene;
    scene.name = xml.text();
    xml.children([&](QStringView name) {
        if (name == u"Name") {
            scene.name = xml.text();
        } else if (name == u"Color") {
            if (const int color = xml.whole(-1, 9999); color >= 0)
                scene.color = alsColor(color);
        } else if (name == u"ColorIndex") {
            if (const int color = xml.whole(-1, 9999); color > 0)
                scene.color = alsColor(color);
        } else if (name == u"Tempo") {
            scene.tempo = xml.real({20.0, 999.0});
        } else if (name == u"IsTempoEnabled") {
            scene.tempoEnabled = xml.flag();
        } else if (name == u"TimeSignatureId") {
            readSignature(
                xml.whole(0, 99 * 5 - 1), scene.signatureNumerator, scene.signatureDenominator);
        } else if (name == u"IsTimeSignatureEnabled") {
            scene.signatureEnabled = xml.flag();
        }
    });
    document.scenes.push_back(std::move(scene));
}

void readTransport(AlsXml &xml, Song &song)
{
    xml.children([&](QStringView name) {
        if (name == u"LoopOn")
            song.loop = xml.flag();
        else if (name == u"LoopStart")
            song.loopStart = xml.real({0.0, alsTimes.highest});
        else if (name == u"LoopLength")
            song.loopLength = xml.real({1e-3, alsTimes.highest});
        else if (name == u"PunchIn")
            song.punchIn = xml.flag();
        else if (name == u"PunchOut")
            song.punchOut = xml.flag();
    });
}

void readLocators(AlsXml &xml, AlsDocument &document)
{
    xml.children([&](QStringView locator) {
        if (locator == u"Locators") { // a list in a list
            readLocators(xml, document);
            return;
        }
        if (locator != u"Locator")
            return;
        if (document.cuePoints.size() >= AlsLimits::cuePoints) {
            xml.fail(SimWords::tr("it has more locators than any Live Set."));
            return;
        }
        CuePoint &cue = document.cuePoints.emplace_back();
        xml.children([&](QStringView name) {
            if (name == u"Time")
                cue.time = xml.real({0.0, alsTimes.highest});
            else if (name == u"Name")
                cue.name = xml.text();
        });
    });
}

void readScale(AlsXml &xml, Song &song)
{
    xml.children([&](QStringView name) {
        if (name == u"RootNote" || name == u"Root")
            song.rootNote = xml.whole(0, 11);
    });
}

void readSong(AlsXml &xml, QStringView name, AlsDocument &document)
{
    if (name == u"GlobalQuantisation")
        document.song.clipTriggerQuantization = xml.whole(0, 13);
    else if (name == u"AutoQuantisation")
        document.song.midiRecordingQuantization = xml.whole(0, 8);
    else if (name == u"ArrangementOverdub")
        document.song.arrangementOverdub = xml.flag();
    else if (name == u"Transport")
        readTransport(xml, document.song);
    else if (name == u"Locators")
        readLocators(xml, document);
    else if (name == u"ScaleInformation")
        readScale(xml, document.song);
}

void readLiveSet(AlsXml &xml, AlsDocument &document)
{
    xml.children([&](QStringView name) {
        if (name == u"Tracks")
            xml.children([&](QStringView) { readTrack(xml, document); });
        else if (name == u"MainTrack" || name == u"MasterTrack")
            readMainTrack(xml, document);
        else if (name == u"Scenes" || name == u"SceneNames")
            xml.children([&](QStringView scene) {
                if (scene == u"Scene")
                    readScene(xml, document);
            });
        else
            readSong(xml, name, document);
    });
}

/// "Ableton Live 11.3.42" → 11; 0 where it does not say.
int madeBy(AlsXml &xml)
{
    static const QRegularExpression version(u"Live (\\d{1,4})"_s);
    return version.match(xml.attribute(QLatin1String("Creator"))).captured(1).toInt();
}

void readRoot(AlsXml &xml, AlsDocument &document)
{
    if (!xml.start())
        return;
    if (xml.name() != u"Ableton") {
        xml.fail(SimWords::tr("it is no Live Set: its root is “%1”.")
                     .arg(xml.name().left(40).toString()));
        return;
    }
    const int live = madeBy(xml);
    if (live < 8 || live > 12)
        xml.leaveOut(
            QString(u"what Live %1 does otherwise than Live 8 to 12, by which it is read"_s)
                .arg(live));
    bool found = false;
    xml.children([&](QStringView name) {
        if (name == u"LiveSet" && !std::exchange(found, true))
            readLiveSet(xml, document);
    });
    xml.finish();
    if (!found)
        xml.fail(SimWords::tr("it is no Live Set, but another file of Live's."));
}

void check(AlsXml &xml, const AlsDocument &document)
{
    const auto plain = std::count_if(document.tracks.begin(), document.tracks.end(),
        [](const AlsTrack &track) { return track.kind != TrackKind::Return; });
    const auto returns = document.tracks.size() - static_cast<std::size_t>(plain);
    if (plain == 0 || document.scenes.empty())
        xml.fail(SimWords::tr("it has no track or no scene."));
    else if (returns > AlsLimits::returns)
        xml.fail(SimWords::tr("it has more returns than any Live Set."));
    else if (document.tracks.size() * document.scenes.size() > AlsLimits::slots)
        xml.fail(SimWords::tr("it has more slots than any Live Set."));
}

AlsFile read(QIODevice &unpacked, const QString &path)
{
    AlsXml xml(unpacked);
    AlsDocument document;
    document.song.path = path;
    readRoot(xml, document);
    if (!xml.failed())
        check(xml, document);
    if (xml.failed())
        return {std::nullopt, xml.error(), {}};
    QStringList leftOut;
    for (auto it = xml.leftOut().begin(); it != xml.leftOut().end(); ++it)
        leftOut.append(QString(it.key() + u": "_s + QString::number(it.value())));
    return {buildSet(std::move(document)), {}, leftOut};
}

/// As Live writes it, or an editor: perhaps with a mark of its encoding in front.
bool isXml(QByteArray head)
{
    if (head.startsWith("\xef\xbb\xbf"))
        head.remove(0, 3);
    return head.trimmed().startsWith('<');
}

AlsFile readPlain(QIODevice &xml, const QString &path)
{
    if (xml.size() > Gunzip::largest)
        return {std::nullopt, SimWords::tr("It is larger than any Live Set."), {}};
    return read(xml, path);
}

AlsFile readPacked(QIODevice &packed, const QString &path)
{
    Gunzip unpacked(packed);
    AlsFile file = read(unpacked, path);
    if (!unpacked.problem().isEmpty())
        return {std::nullopt, unpacked.problem(), {}}; // it comes before what the XML then lacks
    return file;
}

AlsFile readEither(QIODevice &file, const QString &path)
{
    constexpr qint64 enough = 64;
    const QByteArray head = file.peek(enough);
    return isXml(head) ? readPlain(file, path) : readPacked(file, path);
}

} // namespace

AlsFile readAls(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile()) // a pipe or a device may never end
        return {std::nullopt, SimWords::tr("There is no such file."), {}};
    if (!file.open(QIODevice::ReadOnly))
        return {std::nullopt, file.errorString(), {}};
    return readEither(file, QFileInfo(path).absoluteFilePath());
}

AlsFile readAls(QIODevice &file)
{
    return readEither(file, {});
}

AlsFile readUnpackedAls(QIODevice &xml)
{
    return read(xml, {});
}

} // namespace clipdeck::sim
