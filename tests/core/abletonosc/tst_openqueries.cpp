// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/openqueries.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <map>

using namespace clipdeck;

namespace {

const QString fence = QStringLiteral("|");

/// A question in a word: signs, a letter for its address, a digit for its track, and what else tells it from others.
///
///     v1      untagged
///     #v1     tagged
///     ?v1     may raise
///     ~v1     wants an answer of another shape
///     !f1     a statement: no answer comes
///     !+f1    one that shows to be done
///     v1/A    in the bundle A
///     |       a fence
struct Word {
    QString name;
    QString signs;
    quint32 bundle = 0;

    explicit Word(QString text)
    {
        if (text.contains(u'/'))
            bundle = text.back().unicode();
        text = text.section(u'/', 0, 0);
        while (QStringLiteral("#?~!+").contains(text.front())) {
            signs += text.front();
            text.remove(0, 1);
        }
        name = text;
    }
};

OscMessage messageFor(const QString &name)
{
    if (name == fence)
        return {QStringLiteral("/fence"), {}};
    return {QStringLiteral("/") + name.front(), {qint32(name.at(1).digitValue())}};
}

/// Asks in words, and answers in words.
class Desk {
public:
    void ask(const QStringList &words)
    {
        for (const QString &text : words) {
            const Word word(text);
            OpenQueries::Open open{Query{messageFor(word.name)}};
            open.isFence = word.name == fence;
            open.query.ids = open.isFence ? 0 : 1;
            open.datagram = word.bundle != 0 ? word.bundle : firstAlone + m_count;
            open.query.isStatement = word.signs.contains(u'!');
            open.query.mayRaise = word.signs.contains(u'?');
            if (word.signs.contains(u'+'))
                open.query.isDone = [] { return true; };
            if (word.signs.contains(u'~'))
                open.query.fits = [](const OscArguments &values) { return values.size() == 2; };
            if (open.isFence || word.signs.contains(u'#'))
                open.tag = ++m_lastTag;
            m_tags[word.name] = open.tag;
            m_names[++m_count] = word.name; // as OpenQueries numbers them
            m_open.add(std::move(open));
        }
    }

    /// "E…" is an error with this text; else the answer to the question of that name. What it led to.
    QString arrive(const QString &name)
    {
        if (name.startsWith(u'E')) {
            m_open.handleError(name);
            return {};
        }
        OscMessage message = messageFor(name);
        message.arguments.emplace_back(0.5F);
        if (const qint32 tag = m_tags[name]; tag != 0)
            message.arguments.emplace_back(tag);
        const std::optional<OpenQueries::Answer> answer = m_open.take(message);
        if (!answer)
            return QStringLiteral("nothing");
        if (answer->values != OscArguments{0.5F})
            return QStringLiteral("wrong values");
        QStringList ended;
        for (const OpenQueries::Unanswered &one : answer->before)
            ended.append(m_names[one.open.number] + u' ' + howItEnded(one));
        const QString answered = m_names[answer->open.number];
        return ended.isEmpty() ? answered
                               : QStringLiteral("%1 (%2)").arg(answered, ended.join(u", "));
    }

    QString stillOpen()
    {
        QStringList out;
        for (const OpenQueries::Open &one : m_open.takeAll())
            out.append(m_names[one.number]);
        return out.join(u' ');
    }

private:
    static QString howItEnded(const OpenQueries::Unanswered &one)
    {
        if (one.unread)
            return QStringLiteral("unread");
        if (!one.error.isEmpty())
            return one.error;
        if (one.open.isMisfit)
            return QStringLiteral("misfit");
        return one.open.query.isStatement ? QStringLiteral("done") : QStringLiteral("lost");
    }

    OpenQueries m_open;
    static constexpr quint64 firstAlone = 1000; // beyond the letters

    std::map<quint64, QString> m_names;
    std::map<QString, qint32> m_tags;
    quint64 m_count = 0;
    qint32 m_lastTag = 1000;
};

} // namespace

class TestOpenQueries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatAnArrivalDoes_data();
    void whatAnArrivalDoes();
    void takingAllForgetsTheErrors();
    void anErrorWithNothingOpenIsNobodys();
    void aServerGoneWildDoesNotFillTheMemory();
    void theOldestTellsSinceWhen();
};

void TestOpenQueries::whatAnArrivalDoes_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("arrives");
    QTest::addColumn<QString>(
        "leadsTo"); // answered, and in brackets what ended with it; errors lead to nothing yet
    QTest::addColumn<QString>("staysOpen");
    const auto row = [](const char *name, const char *asked, const char *arrives,
                         const char *leadsTo, const char *staysOpen) {
        QTest::newRow(name) << QString::fromLatin1(asked) << QString::fromLatin1(arrives)
                            << QString::fromLatin1(leadsTo) << QString::fromLatin1(staysOpen);
    };

    // Whose answer it is.
    row("address and index", "v1 m1", "m1", "m1", "v1");
    row("another index", "v1", "v2", "nothing", "v1");
    row("another address", "v1", "m1", "nothing", "v1");
    row("the oldest of one kind", "v1 v1b", "v1b", "v1", "v1b");
    row("an answer of another shape is a misfit", "~v1 |", "v1 |", "nothing; | (v1 misfit)", "");
    row("the oldest that it fits", "~v1 v1b", "v1b", "v1b", "v1");
    row("its tag, not its age", "#v1 #v1b", "v1b", "v1b (v1 lost)", "");
    row("a tagged one takes no untagged answer", "#v1", "v1c", "nothing", "v1");
    row("a statement has none", "!v1 v1b", "v1b", "v1b", "v1");
    row("no second one", "#v1", "v1 v1", "v1; nothing", "");
    row("late", "v1 |", "| v1", "| (v1 lost); nothing", "");

    // What ends with it.
    row("untagged ends only its own", "v1 v2 v3", "v3", "v3", "v1 v2");
    row("tagged ends all before it", "v1 #m1 v2", "m1", "m1 (v1 lost)", "v2");
    row("a statement had its turn", "!f1 v1 |", "v1 |", "v1; | (f1 done)", "");
    row("an older fence is lost", "v1 | v2 #m2", "m2", "m2 (v1 lost, | lost, v2 lost)", "");

    // Whose error it is.
    row("the one before the fence", "v1 |", "E |", "| (v1 E)", "");
    row("of many, the first", "v1 v2 |", "E |", "| (v1 E, v2 lost)", "");
    row("the risky one first", "v1 ?v2 |", "E |", "| (v1 lost, v2 E)", "");
    row("one each", "v1 v2 |", "E1 E2 |", "| (v1 E1, v2 E2)", "");
    row("a statement's", "!f1 !f2 |", "E |", "| (f1 E, f2 done)", "");
    row("after an answer, behind it", "v1 #m1 v2 |", "m1 E |", "m1 (v1 lost); | (v2 E)", "");
    row("before an answer, before it", "v1 #m1 v2 |", "E m1 |", "m1 (v1 E); | (v2 lost)", "");
    row("untagged answers narrow too", "v1 m1 v2 |", "m1 E |", "m1; | (v1 lost, v2 E)", "");
    row("between two untagged", "v1 m1 v2 m3 v4 |", "m1 E m3 |",
        "m1; m3; | (v1 lost, v2 E, v4 lost)", "");
    row("delayed: the risky one after all", "?v1 m1 |", "m1 E |", "m1; | (v1 E)", "");
    row("delayed: no other one", "v1 m1 |", "m1 E |", "m1; | (v1 lost)", "");
    row("never the fence's", "| v1 #m1", "E m1", "m1 (| lost, v1 E)", "");
    row("nobody's", "|", "E |", "|", "");
    row("nobody's, and not the next one's", "| v1 #m1", "E | m1", "|; m1 (v1 lost)", "");

    // A bundle is read no further than its first error.
    row("the rest is unread", "v1/A v2/A v3/A |", "E |", "| (v1 E, v2 unread, v3 unread)", "");
    row("so it was the first, risky or not", "v1/A ?v2/A v3/A |", "E |",
        "| (v1 E, v2 unread, v3 unread)", "");
    row("a statement may stand before it", "!f1/A ?v2/A v3/A |", "E |",
        "| (f1 done, v2 E, v3 unread)", "");
    row("nor is it one that was done", "!+f1/A !f2/A !f3/A |", "E |",
        "| (f1 done, f2 E, f3 unread)", "");
    row("but no misfit, which was answered", "~v1/A v2/A v3/A |", "v1 E |",
        "nothing; | (v1 misfit, v2 E, v3 unread)", "");
    row("answered in front", "v1/A v2/A v3/A |", "v1 E |", "v1; | (v2 E, v3 unread)", "");
    row("another datagram is read", "v1/A v2/A v3 |", "E |", "| (v1 E, v2 unread, v3 lost)", "");
    row("an error each", "v1/A v2/A v3/B v4/B |", "E1 E2 |",
        "| (v1 E1, v2 unread, v3 E2, v4 unread)", "");
}

void TestOpenQueries::whatAnArrivalDoes()
{
    QFETCH(QString, asked);
    QFETCH(QString, arrives);
    QFETCH(QString, leadsTo);
    QFETCH(QString, staysOpen);
    Desk desk;
    desk.ask(asked.split(u' '));
    QStringList seen;
    for (const QString &name : arrives.split(u' ')) {
        if (const QString event = desk.arrive(name); !event.isEmpty())
            seen.append(event);
    }
    QCOMPARE(seen.join(u"; "), leadsTo);
    QCOMPARE(desk.stillOpen(), staysOpen);
}

void TestOpenQueries::takingAllForgetsTheErrors()
{
    Desk desk;
    desk.ask({QStringLiteral("v1"), QStringLiteral("|")});
    desk.arrive(QStringLiteral("E"));
    QCOMPARE(desk.stillOpen(), QStringLiteral("v1 |"));
    desk.ask({QStringLiteral("v1"), QStringLiteral("|")});
    QCOMPARE(desk.arrive(fence), QStringLiteral("| (v1 lost)"));
}

void TestOpenQueries::anErrorWithNothingOpenIsNobodys()
{
    Desk desk;
    desk.arrive(QStringLiteral("E"));
    desk.ask({QStringLiteral("v1"), QStringLiteral("|")});
    QCOMPARE(desk.arrive(fence), QStringLiteral("| (v1 lost)"));
}

void TestOpenQueries::aServerGoneWildDoesNotFillTheMemory()
{
    Desk desk;
    QStringList asked;
    for (int i = 0; i < 100; ++i)
        asked.append(QStringLiteral("v1"));
    desk.ask(asked << fence);
    for (int i = 0; i < 1000; ++i)
        desk.arrive(QStringLiteral("E"));
    QCOMPARE(desk.arrive(fence).count(u'E'), 64);
}

void TestOpenQueries::theOldestTellsSinceWhen()
{
    OpenQueries open;
    QCOMPARE(open.oldestSentAt(), qint64(-1));
    open.add({Query{messageFor(QStringLiteral("v1"))}, 0, 100});
    open.add({Query{messageFor(QStringLiteral("m1"))}, 7, 200});
    QCOMPARE(open.oldestSentAt(), qint64(100));
    QVERIFY(open.take({QStringLiteral("/v"), {0.5F}})); // without an index it asks for
    QCOMPARE(open.oldestSentAt(), qint64(200));
    QVERIFY(!open.isEmpty());
    QCOMPARE(open.count(), std::size_t(1));
}

int tst_openqueries(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestOpenQueries>(argc, argv);
}

#include "tst_openqueries.moc"
