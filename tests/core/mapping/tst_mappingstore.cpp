// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mapping/mappingstore.h"
#include "tests/support/testclass.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace clipdeck;

namespace {

const QDateTime newYearsEve(QDate(2026, 12, 31), QTime(23, 59, 58));

Mappings someMappings()
{
    Mappings mappings;
    mappings.faders[0] = VolumeAnchor{{QStringLiteral("Sub “low”"), TrackIndex(1)}};
    mappings.faders[7] = ControllerTarget{16, 127};
    mappings.pads = {48, 10, 64};
    mappings.output = {OutputChoice::Kind::Port, QStringLiteral("IAC Bus 1")};
    return mappings;
}

} // namespace

class tst_MappingStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void savedAndLoadedAgain()
    {
        MappingStore store(path());
        QVERIFY(store.load(newYearsEve) == Mappings());
        QCOMPARE(store.sentence(), QString());
        QVERIFY(store.save(someMappings()));
        QVERIFY(MappingStore(path()).load(newYearsEve) == someMappings());
        QCOMPARE(files(), QStringList{QStringLiteral("mappings.json")});
    }

    void folderIsMadeWhenNeeded()
    {
        MappingStore store(m_dir->filePath(QStringLiteral("a/b/mappings.json")));
        QVERIFY(store.save(someMappings()));
        QVERIFY(store.load(newYearsEve) == someMappings());
    }

    void corruptFileIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << QByteArray("{\"format\": 1, \"fad");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("another file") << QByteArray("{\"hello\": []}");
        QTest::newRow("bytes") << QByteArray("\xff\xfe\x00\x01", 4);
    }
    void corruptFileIsKeptAside()
    {
        QFETCH(QByteArray, text);
        write(text);
        MappingStore store(path());
        QVERIFY(store.load(newYearsEve) == Mappings());
        QVERIFY2(store.sentence().contains(QStringLiteral("mappings.json.corrupt-20261231-235958")),
            qPrintable(store.sentence()));
        QVERIFY(store.save(someMappings()));
        QCOMPARE(files(),
            (QStringList{QStringLiteral("mappings.json"),
                QStringLiteral("mappings.json.corrupt-20261231-235958")}));
        QCOMPARE(read(path() + QStringLiteral(".corrupt-20261231-235958")), text);
    }

    void secondCorruptFileOfTheSameSecondIsKeptToo()
    {
        for (const char *text : {"first", "second"}) {
            write(text);
            MappingStore(path()).load(newYearsEve);
        }
        QCOMPARE(files().size(), 2);
        QCOMPARE(read(path() + QStringLiteral(".corrupt-20261231-235958-2")), QByteArray("second"));
    }

    void oneBadFaderLeavesTheOthers()
    {
        QByteArray text = toText(someMappings());
        text.replace("\"volume\"", "\"vollume\"");
        write(text);
        MappingStore store(path());
        const Mappings loaded = store.load(newYearsEve);
        QVERIFY(!isMapped(loaded.faders[0]));
        QVERIFY(loaded.faders[7] == someMappings().faders[7]);
        QVERIFY2(
            store.sentence().contains(QStringLiteral("fader 1")), qPrintable(store.sentence()));
        QCOMPARE(read(path() + QStringLiteral(".corrupt-20261231-235958")), text);
    }

    void fileOfANewerClipdeckIsLeftAlone()
    {
        const QByteArray newer = "{\"format\": 2, \"faders\": {}}";
        write(newer);
        MappingStore store(path());
        QVERIFY(store.load(newYearsEve) == Mappings());
        QVERIFY2(store.sentence().contains(QStringLiteral("newer Clipdeck")),
            qPrintable(store.sentence()));
        QVERIFY(!store.save(someMappings()));
        QVERIFY(!store.sentence().isEmpty());
        QCOMPARE(read(path()), newer);
        QCOMPARE(files().size(), 1);
    }

    void failedSaveLeavesWhatWasThere()
    {
        MappingStore store(path());
        QVERIFY(store.save(someMappings()));
        QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("folder")));
        MappingStore onFolder(m_dir->filePath(QStringLiteral("folder")));
        QVERIFY(!onFolder.save(Mappings()));
        QVERIFY(!onFolder.sentence().isEmpty());
        QVERIFY(store.load(newYearsEve) == someMappings());
    }

private:
    QString path() const { return m_dir->filePath(QStringLiteral("mappings.json")); }
    QStringList files() const
    {
        return QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    void write(const QByteArray &text) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    static QByteArray read(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

int tst_mappingstore(int argc, char *argv[])
{
    return clipdeck::runTestClass<tst_MappingStore>(argc, argv);
}

#include "tst_mappingstore.moc"
