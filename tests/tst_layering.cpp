// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the sources and the pages: the arrows between the rooms, third-party names behind their one wall, and that every
// file they refer to is there.
#include "tests/support/testclass.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>

namespace {

struct Source {
    QString path; ///< From the project's root
    QStringList lines;
};

/// What a room may include besides itself.
const std::map<QString, QStringList> &arrows()
{
    static const auto list = [](const char *rooms) {
        return QString::fromLatin1(rooms).split(u' ', Qt::SkipEmptyParts);
    };
    static const std::map<QString, QStringList> table{
        {QStringLiteral("core/logging"), {}},
        {QStringLiteral("core/live"), {}},
        {QStringLiteral("core/session"), list("core/live")},
        {QStringLiteral("core/osc"), {}},
        {QStringLiteral("core/midi"), list("core/logging")},
        {QStringLiteral("core/sim"), list("core/osc")},
        {QStringLiteral("core/abletonosc"), list("core/live core/logging core/osc")},
        // What abletonosc takes and gives are osc's messages.
        {QStringLiteral("core/sync"), list("core/abletonosc core/live core/logging core/osc")},
        {QStringLiteral("core/commands"), list("core/abletonosc core/live core/osc")},
        {QStringLiteral("core/mapping"), list("core/commands core/live core/midi")},
        // The composition root and whatever else lies in core itself.
        {QStringLiteral("core"), list("core/*")},
        {QStringLiteral("ui"), list("core core/* ui")},
        {QStringLiteral("app"), list("core core/* ui app")},
    };
    return table;
}

/// "core/live" for core/live/ids.h, "core" for core/engine.h, "ui" for all of ui.
QString roomOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (parts.first() == QLatin1String("core") && parts.size() > 2)
        return parts.mid(0, 2).join(u'/');
    return parts.first();
}

bool mayInclude(const QString &room, const QString &other)
{
    const auto row = arrows().find(room);
    if (row == arrows().end())
        return false;
    return other == room || row->second.contains(other)
        || (other.startsWith(QLatin1String("core/"))
            && row->second.contains(QLatin1String("core/*")));
}

/// The files of `folder` whose names match one of `names`.
std::vector<Source> filesUnder(const QString &folder, const QStringList &names)
{
    const QDir root(qEnvironmentVariable("CLIPDECK_SOURCE"));
    std::vector<Source> found;
    QDirIterator files(root.filePath(folder), names, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        found.push_back({root.relativeFilePath(file.fileName()),
            QString::fromUtf8(file.readAll()).split(u'\n')});
    }
    return found;
}

std::vector<Source> sourcesUnder(const QString &folder)
{
    return filesUnder(folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")});
}

std::vector<Source> productSources()
{
    std::vector<Source> all;
    for (const char *folder : {"core", "ui", "app"}) {
        for (Source &source : sourcesUnder(QString::fromLatin1(folder)))
            all.push_back(std::move(source));
    }
    return all;
}

/// What a reader of the repository reads: sources, scripts, manual pages, and pages.
std::vector<Source> readableFiles()
{
    const QStringList names{QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.md"),
        QStringLiteral("*.py"), QStringLiteral("*.sh"), QStringLiteral("*.cmake"),
        QStringLiteral("CMakeLists.txt"), QStringLiteral("*.1"), QStringLiteral("run")};
    std::vector<Source> all;
    for (const char *folder : {"core", "ui", "app", "tests", "docs", "packaging", "resources"}) {
        for (Source &source : filesUnder(QString::fromLatin1(folder), names))
            all.push_back(std::move(source));
    }
    const QDir root(qEnvironmentVariable("CLIPDECK_SOURCE"));
    for (const QString &name : root.entryList(names, QDir::Files)) {
        QFile file(root.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all.push_back({name, QString::fromUtf8(file.readAll()).split(u'\n')});
    }
    return all;
}

/// The pages and the paths below docs/ that a line refers to; those in addresses of the network are left out.
QStringList referencesIn(const QString &line)
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<![\\w/:.-])(?:[\\w./-]*\\w\\.md\\b|docs/[\\w./-]*\\w)"));
    QStringList references;
    for (auto it = pattern.globalMatch(line); it.hasNext();)
        references << it.next().captured();
    return references;
}

/// Whether a file at `reference` is there, as seen from the project's root or from the folder of `path`.
bool isThere(const QString &reference, const QString &path)
{
    const QDir root(qEnvironmentVariable("CLIPDECK_SOURCE"));
    const QDir own(QFileInfo(root.filePath(path)).absolutePath());
    return QFileInfo::exists(root.filePath(reference))
        || QFileInfo::exists(own.filePath(reference));
}

/// The header of an #include line; empty for any other line.
QString includedBy(const QString &line)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)"));
    return pattern.match(line).captured(1);
}

QString withoutComment(const QString &line)
{
    return line.section(QLatin1String("//"), 0, 0);
}

/// "path:line" for every line that `matches`.
template <class Predicate>
QStringList placesWhere(const std::vector<Source> &sources, Predicate matches)
{
    QStringList places;
    for (const Source &source : sources) {
        for (qsizetype i = 0; i < source.lines.size(); ++i) {
            if (matches(source, source.lines.at(i)))
                places << QStringLiteral("%1:%2: %3")
                              .arg(source.path)
                              .arg(i + 1)
                              .arg(source.lines.at(i).trimmed());
        }
    }
    return places;
}

} // namespace

class TestLayering : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void arrowsPointInwards();
    void coreKnowsNoWidgets();
    void thirdPartiesStayBehindOneFile_data();
    void thirdPartiesStayBehindOneFile();
    void noReferenceToMissingFiles();
    void filesNameTheirLicence();
};

void TestLayering::initTestCase()
{
    QVERIFY2(productSources().size() > 20, "CLIPDECK_SOURCE does not name the project's root");
}

void TestLayering::arrowsPointInwards()
{
    const QStringList wrong
        = placesWhere(productSources(), [](const Source &source, const QString &line) {
              const QString header = includedBy(line);
              const QString top = header.section(u'/', 0, 0);
              const bool ours = header.contains(u'/')
                  && (top == QLatin1String("core") || top == QLatin1String("ui")
                      || top == QLatin1String("app") || top == QLatin1String("tests"));
              return ours && !mayInclude(roomOf(source.path), roomOf(header));
          });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestLayering::coreKnowsNoWidgets()
{
    // QtGui's and QtWidgets' own folders hold a forwarding header for each of their classes.
    QSet<QString> forbidden;
    for (const char *module : {"QtGui", "QtWidgets"}) {
        const QDir headers(
            QLibraryInfo::path(QLibraryInfo::HeadersPath) + u'/' + QString::fromLatin1(module));
        for (const QString &name : headers.entryList(QDir::Files))
            forbidden.insert(name);
    }
    const QStringList wrong = placesWhere(
        sourcesUnder(QStringLiteral("core")), [&](const Source &, const QString &line) {
            const QString header = includedBy(line);
            return header.startsWith(QLatin1String("QtGui"))
                || header.startsWith(QLatin1String("QtWidgets")) || forbidden.contains(header);
        });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestLayering::thirdPartiesStayBehindOneFile_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("files");
    QTest::newRow("oscpack") << QStringLiteral("\\bosc::|oscpack/")
                             << QStringList{QStringLiteral("core/osc/osccodec.cpp")};
    QTest::newRow("RtMidi") << QStringLiteral("\\bRtMidi(In|Out|Error)?\\b|RtMidi\\.h")
                            << QStringList{QStringLiteral("core/midi/rtmidiports.cpp")};
    QTest::newRow("QUdpSocket") << QStringLiteral("\\bQUdpSocket\\b")
                                << QStringList{QStringLiteral("core/osc/udpsocket.cpp"),
                                       QStringLiteral("core/osc/udpsocket.h")};
}

void TestLayering::thirdPartiesStayBehindOneFile()
{
    QFETCH(QString, pattern);
    QFETCH(QStringList, files);
    const QRegularExpression name(pattern);
    static const QRegularExpression text(QStringLiteral("\"[^\"]*\""));
    const QStringList wrong
        = placesWhere(productSources(), [&](const Source &source, const QString &line) {
              // Comments and what the user reads may speak of it.
              QString code = withoutComment(line);
              if (includedBy(line).isEmpty())
                  code.remove(text);
              return !files.contains(source.path) && name.match(code).hasMatch();
          });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestLayering::noReferenceToMissingFiles()
{
    int references = 0;
    const QStringList wrong
        = placesWhere(readableFiles(), [&references](const Source &source, const QString &line) {
              const QStringList named = referencesIn(line);
              references += static_cast<int>(named.size());
              return !std::ranges::all_of(
                  named, [&](const QString &reference) { return isThere(reference, source.path); });
          });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QVERIFY2(references > 50, "the pattern finds no references any more");
}

void TestLayering::filesNameTheirLicence()
{
    QStringList wrong;
    for (const Source &source : productSources()) {
        if (source.lines.first() != QLatin1String("// SPDX-License-Identifier: GPL-3.0-or-later"))
            wrong << source.path;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

int tst_layering(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestLayering>(argc, argv);
}

#include "tst_layering.moc"
