// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/session/input/gridselection.h"

#include <QTest>

#include <algorithm>

using namespace clipdeck;
using Kind = GridSubject::Kind;

namespace {

// Track 2 is folded away.
const std::vector<TrackIndex> columns{TrackIndex(0), TrackIndex(1), TrackIndex(3), TrackIndex(4)};

/// "t3" is a track, "s2" a scene, "3/2" the slot of both.
GridSubject subjectOf(const QString &word)
{
    if (word.startsWith(u't'))
        return {Kind::Track, TrackIndex(word.mid(1).toInt()), {}};
    if (word.startsWith(u's'))
        return {Kind::Scene, {}, SceneIndex(word.mid(1).toInt())};
    return {Kind::Slot, TrackIndex(word.section(u'/', 0, 0).toInt()),
        SceneIndex(word.section(u'/', 1, 1).toInt())};
}

/// What is selected, in the same words.
QString describe(const GridSelection &selection, const GridSubject &last)
{
    QStringList out;
    for (SlotId slot : selection.slotIds(last))
        out.append(QStringLiteral("%1/%2").arg(slot.track.value).arg(slot.scene.value));
    for (TrackIndex track : selection.tracks(last))
        out.append(QStringLiteral("t%1").arg(track.value));
    for (SceneIndex scene : selection.scenes(last))
        out.append(QStringLiteral("s%1").arg(scene.value));
    return out.join(u' ');
}

} // namespace

class TestGridSelection : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clicks_data();
    void clicks();
    void whatIsKnownBesides();
    void allThatIsMarkedIsDrawnAgain();
};

/// Clicks one after the other: "+" is Shift, "^" is Ctrl.
void TestGridSelection::clicks_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("selected");
    const auto row = [](const char *words, const char *selected) {
        QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(selected);
    };
    row("1/2", "1/2");
    row("1/2 3/4", "3/4");
    row("1/2 t3", "t3");
    row("4/1 +1/2", "1/1 1/2 3/1 3/2 4/1 4/2"); // without the folded track
    row("4/1 +1/2 +3/1", "3/1 4/1"); // from where it began
    row("t4 +t1", "t1 t3 t4");
    row("s4 +s2", "s2 s3 s4");
    row("s4 +1/2", "1/2"); // of another kind: anew
    row("1/2 ^3/4", "1/2 3/4");
    row("1/2 ^3/4 ^1/2", "3/4");
    row("1/2 ^1/2", "1/2"); // the last one stays
    row("t1 ^t3 ^t4", "t1 t3 t4");
    row("t1 ^s3", "s3"); // never a mixture
    row("s1 ^s3 2/2", "2/2");
}

void TestGridSelection::clicks()
{
    QFETCH(QString, words);
    GridSelection selection;
    GridSubject anchor;
    GridSubject last;
    for (const QString &word : words.split(u' ')) {
        const bool extends = word.startsWith(u'+');
        const bool toggles = word.startsWith(u'^');
        const GridSubject subject = subjectOf(extends || toggles ? word.mid(1) : word);
        if (extends)
            selection.extendTo(anchor, subject, columns);
        else if (toggles)
            selection.toggle(subject, last);
        else
            selection.select(subject);
        if (!extends || anchor.kind != subject.kind)
            anchor = subject;
        last = subject;
    }
    QTEST(describe(selection, last), "selected");
}

void TestGridSelection::whatIsKnownBesides()
{
    GridSelection selection;
    QVERIFY(!selection.slot());
    QVERIFY(!selection.contains(TrackIndex()));
    selection.select(subjectOf(QStringLiteral("3/5")));
    QCOMPARE(selection.slot(), std::optional(slotId(3, 5)));
    QVERIFY(selection.contains(TrackIndex(3)) && selection.contains(SceneIndex(5)));
    selection.select(subjectOf(QStringLiteral("t1")));
    QVERIFY(!selection.slot());
    QVERIFY(!selection.contains(slotId(1, 5)));
    QCOMPARE(selection.track(), TrackIndex(1));
    QCOMPARE(selection.scene(), SceneIndex(5)); // chosen before, and still marked
    selection.extendTo(subjectOf(QStringLiteral("t1")), subjectOf(QStringLiteral("t3")), columns);
    QVERIFY(selection.isAmongSeveral(subjectOf(QStringLiteral("t1"))));
    QVERIFY(!selection.isAmongSeveral(subjectOf(QStringLiteral("s5"))));
    selection.clearRanges();
    QVERIFY(!selection.isAmongSeveral(subjectOf(QStringLiteral("t1"))));
}

void TestGridSelection::allThatIsMarkedIsDrawnAgain()
{
    GridSelection selection;
    selection.extendTo(subjectOf(QStringLiteral("0/0")), subjectOf(QStringLiteral("1/1")), columns);
    const std::vector<GridSubject> marked = selection.marked();
    for (const char *word : {"0/0", "0/1", "1/0", "1/1", "t1", "s1"})
        QVERIFY2(std::ranges::find(marked, subjectOf(QLatin1String(word))) != marked.end(), word);
}

int tst_gridselection(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestGridSelection>(argc, argv);
}

#include "tst_gridselection.moc"
