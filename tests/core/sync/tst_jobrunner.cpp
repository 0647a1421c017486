// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readers/jobrunner.h"
#include "tests/support/fakescript.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

/// A reading whose questions are words: each letter an attribute. What Live does depends on the letters in it:
///
///     x   is refused
///     g   has gone: out of range
///     l   gets lost on the way, always
///     s   is answered in another shape
///     a…f are answered
///
/// A question in capitals can't be divided; one with a '?' in front may raise, and the reading knows it.
class Reading {
public:
    explicit Reading(const QString &questions)
    {
        std::vector<Query> queries;
        for (const QString &word : questions.split(u' ', Qt::SkipEmptyParts))
            queries.push_back(queryFor(word));
        runJob(m_end.pipe(), std::move(queries), [this](JobEnd end) { m_ends.push_back(end); });
        constexpr int ticks = 40;
        for (int i = 0; i < ticks; ++i) {
            QStringList asked;
            for (const OscMessage &message : m_end.tick())
                asked.append(message.address.mid(1));
            if (!asked.isEmpty())
                m_asked.append(asked.join(u' '));
        }
    }

    QString asked() const { return m_asked.join(QLatin1String(", ")); }
    QString read() const { return m_read.join(u' '); }
    QString told() const { return m_told.join(u' '); }
    const std::vector<JobEnd> &ends() const { return m_ends; }

private:
    static LiveReply replyTo(const OscMessage &message)
    {
        const QString letters = message.address.toLower();
        if (letters.contains(u'x'))
            return LiveReply::raise(QStringLiteral("no"));
        if (letters.contains(u'g'))
            return LiveReply::raise(QStringLiteral("Index out of range"));
        if (letters.contains(u'l'))
            return {};
        return LiveReply::answer(OscArguments(letters.contains(u's') ? 2 : 1));
    }

    Query queryFor(QString word)
    {
        const bool mayRaise = word.startsWith(u'?');
        word.remove(u'?');
        Query query{OscMessage{u'/' + word, {}}};
        query.mayRaise = mayRaise;
        query.retries = 1;
        query.fits = [](const OscArguments &values) { return values.size() == 1; };
        query.answered = [this, word](const OscArguments &) { m_read.append(word); };
        query.failed = [this, word](const QueryFailure &failure) {
            m_told.append(word + u':'
                + (failure.refused       ? failure.reason.section(u' ', 0, 0)
                        : failure.misfit ? QStringLiteral("misfit")
                                         : QStringLiteral("lost")));
        };
        if (word.size() > 1 && word != word.toUpper()) {
            query.halves = [this, word] {
                std::vector<Query> out;
                out.push_back(queryFor(word.first(word.size() / 2)));
                out.push_back(queryFor(word.mid(word.size() / 2)));
                return out;
            };
        }
        return query;
    }

    FakeScript m_end{replyTo};
    QStringList m_asked; ///< A tick's each
    QStringList m_read;
    QStringList m_told;
    std::vector<JobEnd> m_ends;
};

} // namespace

Q_DECLARE_METATYPE(clipdeck::JobEnd)

class TestJobRunner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void howAReadingEnds_data();
    void howAReadingEnds();
    void aResetLosesIt();
};

void TestJobRunner::howAReadingEnds_data()
{
    QTest::addColumn<QString>("questions");
    // What Live read, tick by tick: of a bundle no more than to its first error.
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("read");
    QTest::addColumn<QString>("told"); // to the question's own `failed`
    QTest::addColumn<JobEnd>("end");
    const auto row = [](const char *name, const char *questions, const char *asked,
                         const char *read, const char *told, JobEnd end) {
        QTest::newRow(name) << QString::fromLatin1(questions) << QString::fromLatin1(asked)
                            << QString::fromLatin1(read) << QString::fromLatin1(told) << end;
    };
    row("nothing to ask", "", "", "", "", JobEnd::Read);
    row("all answered", "ab c", "ab c", "ab c", "", JobEnd::Read);

    row("one bad attribute does not hide the others", "abxd", "abxd, ab, xd, x, d", "ab d", "x:no",
        JobEnd::Read);
    row("two bad ones", "xbcx", "xbcx, xb, x, b, cx, c, x", "b c", "x:no x:no", JobEnd::Read);
    row("can't be divided", "AX b", "AX, b", "b", "AX:no", JobEnd::Read);
    row("a single one refused", "?x", "x", "", "x:no", JobEnd::Read);

    row("gone: not asked in halves", "agcd", "agcd", "", "agcd:Index", JobEnd::Misfit);
    row("gone, and so is the rest of the bundle", "ab gd cd", "ab gd", "ab", "gd:Index cd:Index",
        JobEnd::Misfit);
    row("gone, where that was foreseen", "?g", "g", "", "g:Index", JobEnd::Read);

    row("another shape", "as", "as", "", "as:misfit", JobEnd::Misfit);
    row("lost, twice", "l", "l, l", "", "l:lost", JobEnd::Lost);
    row("the worst counts", "s l b", "s l b, l", "b", "s:misfit l:lost", JobEnd::Lost);
}

void TestJobRunner::howAReadingEnds()
{
    QFETCH(QString, questions);
    QFETCH(QString, asked);
    QFETCH(QString, read);
    QFETCH(QString, told);
    QFETCH(JobEnd, end);
    const Reading reading(questions);
    QCOMPARE(reading.asked(), asked);
    QCOMPARE(reading.read(), read);
    QCOMPARE(reading.told(), told);
    QCOMPARE(reading.ends(), std::vector{end}); // once
}

void TestJobRunner::aResetLosesIt()
{
    FakeScript end([](const OscMessage &) { return LiveReply(); });
    std::vector<JobEnd> ends;
    std::vector<Query> queries;
    queries.push_back(Query{OscMessage{QStringLiteral("/a"), {}}});
    queries.push_back(Query{OscMessage{QStringLiteral("/b"), {}}});
    runJob(end.pipe(), std::move(queries), [&](JobEnd how) { ends.push_back(how); });
    end.pipe().reset(QStringLiteral("another host"));
    QCOMPARE(ends, std::vector{JobEnd::Lost});
}

int tst_jobrunner(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestJobRunner>(argc, argv);
}

#include "tst_jobrunner.moc"
