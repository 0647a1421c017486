// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/structure/structurefollower.h"
#include "tests/support/identities.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

/// "abc/12": tracks a to c; scenes as the slots of the first one tell them. "abc/#01": scenes that are but counted.
SeenStructure seen(const QString &text, bool byIdentity)
{
    QString scenes = text.section(u'/', 1);
    const bool areCounted = scenes.startsWith(u'#');
    scenes.remove(u'#');
    return {identitiesOf(text.section(u'/', 0, 0)), identitiesOf(scenes), byIdentity, !areCounted};
}

QString places(const std::vector<int> &old)
{
    QStringList out;
    for (int place : old)
        out.append(place < 0 ? QStringLiteral("new") : QString::number(place));
    return out.join(u' ');
}

QString words(const StructureMove &move)
{
    QStringList out;
    if (move.isNothing())
        out.append(QStringLiteral("nothing moved"));
    if (move.tracksMoved)
        out.append(QStringLiteral("tracks moved"));
    if (move.scenesMoved)
        out.append(QStringLiteral("scenes moved"));
    if (move.anotherSet)
        out.append(QStringLiteral("another set"));
    if (!move.isKnown)
        out.append(QStringLiteral("by name"));
    else if (!move.scenesAreKnown)
        out.append(QStringLiteral("scenes guessed"));
    return out.join(QLatin1String(", "));
}

} // namespace

class TestStructureFollower : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fromOneLookToTheNext_data();
    void fromOneLookToTheNext();
    void whereThingsAreNow();
    void whoseSlotsTellTheScenes_data();
    void whoseSlotsTellTheScenes();
};

/// Tracks are letters. A scene is what the slot of the first track is called there: 1, 2, 3 of track a, 7, 8, 9 of b.
void TestStructureFollower::fromOneLookToTheNext_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>(
        "oldFirst"); // the scenes, as the track tells them that was first before
    QTest::addColumn<bool>("byIdentity");
    QTest::addColumn<QString>("tracks"); // where each track was
    QTest::addColumn<QString>("scenes");
    QTest::addColumn<QString>("what");
    const auto row
        = [](const char *name, const char *before, const char *now, const char *oldFirst,
              const char *tracks, const char *scenes, const char *what, bool byIdentity = true) {
              QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(now)
                                  << QString::fromLatin1(oldFirst) << byIdentity
                                  << QString::fromLatin1(tracks) << QString::fromLatin1(scenes)
                                  << QString::fromLatin1(what);
          };
    row("nothing", "abc/12", "abc/12", "", "0 1 2", "0 1", "nothing moved");
    row("a track inserted", "abc/12", "axbc/12", "", "0 new 1 2", "0 1", "tracks moved");
    row("a track deleted", "abc/12", "ac/12", "", "0 2", "0 1", "tracks moved");
    row("two tracks swapped", "abc/12", "acb/12", "", "0 2 1", "0 1", "tracks moved");
    row("a scene inserted", "ab/12", "ab/152", "", "0 1", "0 new 1", "scenes moved");
    row("a scene deleted", "ab/123", "ab/13", "", "0 1", "0 2", "scenes moved");
    row("scenes swapped", "ab/12", "ab/21", "", "0 1", "1 0", "scenes moved");
    row("both at once", "abc/12", "ac/21", "", "0 2", "1 0", "tracks moved, scenes moved");

    row("another track is first", "ab/12", "ba/78", "12", "1 0", "0 1", "tracks moved");
    row("… and a scene is new", "ab/12", "ba/798", "152", "1 0", "0 new 1",
        "tracks moved, scenes moved");
    row("the first one is gone", "abc/12", "bc/78", "", "1 2", "0 1",
        "tracks moved, scenes guessed");
    row("… and there are more scenes", "abc/12", "bc/789", "", "1 2", "0 1 new",
        "tracks moved, scenes moved, scenes guessed");
    row("… and fewer", "abc/123", "bc/78", "", "1 2", "0 1",
        "tracks moved, scenes moved, scenes guessed");

    row("another set", "ab/12", "xy/34", "", "new new", "0 1",
        "tracks moved, another set, scenes guessed");
    row("the first look", "/", "ab/12", "", "new new", "new new",
        "tracks moved, scenes moved, another set, scenes guessed");
    row("scenes counted: nothing", "ab/#01", "ab/#01", "", "0 1", "0 1",
        "nothing moved, scenes guessed");
    row("scenes counted: one more", "ab/#01", "ab/#012", "", "0 1", "0 1 new",
        "scenes moved, scenes guessed");
    row("scenes counted: another track is first", "ab/#01", "ba/#01", "", "1 0", "0 1",
        "tracks moved, scenes guessed");
    row("counted from now on", "ab/12", "ab/#01", "", "0 1", "0 1",
        "nothing moved, scenes guessed");
    row("by name: nothing", "ab/01", "ab/01", "", "0 1", "0 1", "nothing moved, by name", false);
    row("by name: two of a name", "aa/01", "aaa/01", "", "0 1 new", "0 1", "tracks moved, by name",
        false);
    row("by number: a scene more", "ab/01", "ab/012", "", "0 1", "0 1 new", "scenes moved, by name",
        false);
}

void TestStructureFollower::fromOneLookToTheNext()
{
    QFETCH(QString, before);
    QFETCH(QString, now);
    QFETCH(QString, oldFirst);
    QFETCH(bool, byIdentity);
    QFETCH(QString, tracks);
    QFETCH(QString, scenes);
    QFETCH(QString, what);
    const StructureMove move
        = moveBetween(seen(before, byIdentity), seen(now, byIdentity), identitiesOf(oldFirst));
    QCOMPARE(places(move.tracks), tracks);
    QCOMPARE(places(move.scenes), scenes);
    QCOMPARE(words(move), what);
}

void TestStructureFollower::whereThingsAreNow()
{
    const StructureMove move = moveBetween(seen(QStringLiteral("abc/12"), true),
        seen(QStringLiteral("cxa/21"), true), identitiesOf(QStringLiteral("21")));
    QCOMPARE(move.trackNow(0), 2);
    QCOMPARE(move.trackNow(1), -1); // gone
    QCOMPARE(move.trackNow(2), 0);
    QCOMPARE(move.trackNow(7), -1); // never was
    QCOMPARE(move.sceneNow(0), 1);
    QCOMPARE(move.sceneNow(1), 0);
}

void TestStructureFollower::whoseSlotsTellTheScenes_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("now");
    QTest::addColumn<bool>("byIdentity");
    QTest::addColumn<int>("place"); // −1: those of the first one, or nobody's
    QTest::newRow("the first one's")
        << QStringLiteral("abc/1") << QStringLiteral("abc/1") << true << -1;
    QTest::newRow("it moved") << QStringLiteral("abc/1") << QStringLiteral("bca/7") << true << 2;
    QTest::newRow("it is gone") << QStringLiteral("abc/1") << QStringLiteral("bc/7") << true << -1;
    QTest::newRow("the first look") << QStringLiteral("/") << QStringLiteral("ab/1") << true << -1;
    QTest::newRow("nothing left") << QStringLiteral("ab/1") << QStringLiteral("/") << true << -1;
    QTest::newRow("who are but counted need nobody")
        << QStringLiteral("abc/#0") << QStringLiteral("bca/#0") << true << -1;
    QTest::newRow("numbers need nobody")
        << QStringLiteral("abc/1") << QStringLiteral("bca/1") << false << -1;
}

void TestStructureFollower::whoseSlotsTellTheScenes()
{
    QFETCH(QString, before);
    QFETCH(QString, now);
    QFETCH(bool, byIdentity);
    QFETCH(int, place);
    QCOMPARE(placeOfOldFirst(seen(before, byIdentity), seen(now, byIdentity)), place);
}

int tst_structurefollower(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestStructureFollower>(argc, argv);
}

#include "tst_structurefollower.moc"
