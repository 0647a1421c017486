// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are broken, or made to hurt: an error, soon, without filling the memory.
#include "core/sim/sets/als/document.h"
#include "core/sim/sets/als/reader.h"
#include "tests/core/sim/alsfile.h"
#include "tests/support/testclass.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace clipdeck;
using namespace clipdeck::sim;
using namespace Qt::StringLiterals;

namespace {

/// `head`, then `megabytes` of one byte, packed in no time: one packed megabyte is as good as the next.
QByteArray packedFlood(const QByteArray &head, char byte, int megabytes)
{
    constexpr qsizetype megabyte = 1 << 20;
    const auto raw = [](const QByteArray &plain) {
        z_stream z{};
        deflateInit2(&z, Z_BEST_SPEED, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
        QByteArray packed(plain.size() + 1024, Qt::Uninitialized);
        z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
        z.avail_in = static_cast<uInt>(plain.size());
        z.next_out = reinterpret_cast<Bytef *>(packed.data());
        z.avail_out = static_cast<uInt>(packed.size());
        deflate(&z, Z_FULL_FLUSH);
        packed.truncate(static_cast<qsizetype>(z.total_out));
        deflateEnd(&z);
        return packed;
    };
    const QByteArray gzipHeader("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
    return gzipHeader + raw(head) + raw(QByteArray(megabyte, byte)).repeated(megabytes);
}

QByteArray root(const QByteArray &content)
{
    return "<Ableton Creator=\"Ableton Live 12.1\"><LiveSet>" + content + "</LiveSet></Ableton>";
}

QByteArray scenes(int count)
{
    return "<Scenes>" + QByteArray("<Scene/>").repeated(count) + "</Scenes>";
}

QByteArray bomb()
{
    QByteArray entities = "<!ENTITY a \"aaaaaaaaaaaaaaaa\">";
    for (char name = 'b'; name < 'k'; ++name) {
        const QByteArray before = QByteArray("&") + static_cast<char>(name - 1) + ';';
        entities += QByteArray("<!ENTITY ") + name + " \"" + before.repeated(16) + "\">";
    }
    return "<?xml version=\"1.0\"?><!DOCTYPE Ableton [" + entities
        + "]><Ableton><LiveSet>&j;</LiveSet></Ableton>";
}

void addPackedRows()
{
    const QByteArray good = AlsShape{12}.file();
    const auto row = [](const char *name, const QByteArray &bytes, const char *error) {
        QTest::newRow(name) << bytes << QString::fromUtf8(error);
    };
    row("empty", {}, "It is empty.");
    row("no gzip", "RIFF....WAVEfmt ", "begins neither as a gzip file");
    row("zeros", QByteArray(1 << 20, '\0'), "begins neither as a gzip file");
    row("a page of the web", "\n<html><body>404</body></html>", "its root is");
    row("plain, truncated", AlsShape{12}.xml().left(4000), "Line");
    row("a header only", QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10), "breaks off");
    row("truncated", good.left(good.size() / 2), "breaks off");
    row("without its checksum", good.chopped(8), "breaks off");
    QByteArray damaged = good;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
    row("damaged", damaged, "");
    QByteArray wrongSum = good;
    wrongSum[wrongSum.size() - 6] = static_cast<char>(wrongSum[wrongSum.size() - 6] ^ 1);
    row("wrong checksum", wrongSum, "damaged");
    row("2 GB of zeros", packedFlood({}, '\0', 2048), "Line 1");
    row("2 GB of spaces", packedFlood("<Ableton>", ' ', 2048), "");
    row("a text of 2 GB", packedFlood("<Ableton><LiveSet><Annotation Value=\"", 'a', 2048), "");
    row("2 GB in a comment", packedFlood("<Ableton><!--", 'a', 2048), "");
}

void addXmlRows()
{
    const auto row = [](const char *name, const QByteArray &xml, const char *error) {
        QTest::newRow(name) << gzipped(xml) << QString::fromUtf8(error);
    };
    row("nothing", " ", "");
    row("wrong root", "<html><body/></html>", "its root is “html”");
    row("a preset", "<Ableton><GroupDevicePreset/></Ableton>", "another file of Live's");
    row("not closed", "<Ableton><LiveSet>", "Line 1");
    row("something behind it", root(scenes(1)) + "<more/>", "Line 1");
    row("an entity bomb", bomb(), "document type");
    row("a document from elsewhere", "<!DOCTYPE Ableton SYSTEM \"file:///etc/passwd\"><Ableton/>",
        "document type");
    row("too deep", root(QByteArray("<a>").repeated(300) + QByteArray("</a>").repeated(300)),
        "nested deeper");
    row("endlessly deep", "<Ableton>" + QByteArray("<a>").repeated(1'000'000), "nested deeper");
    row("no tracks", root(scenes(2)), "no track");
    row("no scenes", root("<Tracks><MidiTrack Id=\"1\"/></Tracks>"), "no track or no scene");
    row("tracks without end",
        root("<Tracks>" + QByteArray("<MidiTrack/>").repeated(1001) + "</Tracks>" + scenes(1)),
        "more tracks");
    row("scenes without end", root(scenes(10'001)), "more scenes");
    row("slots without end",
        root("<Tracks>" + QByteArray("<MidiTrack/>").repeated(900) + "</Tracks>" + scenes(2000)),
        "more slots");
    row("returns without end",
        root("<Tracks><MidiTrack/>" + QByteArray("<ReturnTrack/>").repeated(13) + "</Tracks>"
            + scenes(1)),
        "more returns");
    for (const char *number : {"1e400", "nan", "-inf", "", "0x10", "twelve", "1e300"})
        row(QByteArray("tempo ").append(number).constData(),
            root("<MainTrack><DeviceChain><Mixer><Tempo><Manual Value=\"" + QByteArray(number)
                + "\"/></Tempo></Mixer></DeviceChain></MainTrack>"),
            "a number is needed");
}

} // namespace

class TestAlsHostile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void endsInAnError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("error");
        addPackedRows();
        addXmlRows();
    }
    void endsInAnError();
    void numbersOutOfRangeAreBroughtBack();
    void aFolderIsNoFile();
    void takesLittleMemory();
};

void TestAlsHostile::endsInAnError()
{
    QFETCH(QByteArray, bytes);
    QFETCH(const QString, error);
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QElapsedTimer clock;
    clock.start();
    const AlsFile file = readAls(buffer);
    QVERIFY(!file.set);
    QVERIFY(!file.error.isEmpty());
    QVERIFY2(file.error.contains(error), qPrintable(file.error));
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
}

void TestAlsHostile::numbersOutOfRangeAreBroughtBack()
{
    QByteArray xml = AlsShape{12}.xml();
    xml.replace("<Manual Value=\"97.5\"/>", "<Manual Value=\"5000\"/>");
    xml.replace("<LoopEnd Value=\"12\"/>", "<LoopEnd Value=\"-3\"/>");
    xml.replace("<MidiKey Value=\"62\"/>", "<MidiKey Value=\"200\"/>");
    QBuffer buffer(&xml);
    buffer.open(QIODevice::ReadOnly);
    const AlsFile file = readUnpackedAls(buffer);
    QVERIFY2(file.set, qPrintable(file.error));
    QCOMPARE(file.set->song.tempo, 999.0);
    const Clip &clip = *file.set->tracks[1]->slots[0]->clip;
    QVERIFY(clip.loop.end > clip.loop.start);
    QCOMPARE(clip.notes.back().pitch, 127);
}

void TestAlsHostile::aFolderIsNoFile()
{
    QVERIFY(readAls(u"/"_s).error.contains("no such file"_L1));
    QVERIFY(readAls(u"/dev/zero"_s).error.contains("no such file"_L1));
}

void TestAlsHostile::takesLittleMemory()
{
#ifdef Q_OS_LINUX
    rusage usage{}; // the largest so far: after all the rows above
    QCOMPARE(getrusage(RUSAGE_SELF, &usage), 0);
    QVERIFY2(usage.ru_maxrss < 600 * 1024, qPrintable(QString::number(usage.ru_maxrss)));
#else
    QSKIP("Told by Linux only.");
#endif
}

int tst_alshostile(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestAlsHostile>(argc, argv);
}

#include "tst_alshostile.moc"
