// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/querypipe.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

/// AbletonOSC's end of the pipe, in memory: keeps what was sent and answers what the test says.
struct FarEnd {
    std::vector<OscMessage> sent;
    QStringList log;
    qint64 now = 0;
    std::vector<std::size_t> datagrams; ///< Messages in each
    QueryPipe pipe{[this](std::span<const OscMessage> messages) {
        sent.insert(sent.end(), messages.begin(), messages.end());
        datagrams.push_back(messages.size());
        return true;
    }};

    void askNow(Query query)
    {
        std::vector<Query> queries;
        queries.push_back(std::move(query));
        pipe.askNow(std::move(queries), now);
    }

    Query query(const QString &address, bool tagged, int retries = 3)
    {
        Query out{OscMessage{address, {qint32(1)}}};
        out.ids = 1;
        out.match = tagged ? Match::ByTag : Match::ByIds;
        out.retries = retries;
        out.answered = [this, address](const OscArguments &values) {
            QStringList words{QStringLiteral("got"), address};
            for (const OscArgument &value : values)
                words.append(describe(value));
            log.append(words.join(u' '));
        };
        out.failed = [this, address](const QueryFailure &failure) {
            log.append((failure.refused ? QStringLiteral("refused ") : QStringLiteral("lost "))
                + address + u' ' + failure.reason);
        };
        return out;
    }

    /// Answers the n-th message that was sent, with `value` between ids and tag.
    bool answer(std::size_t n, OscArgument value)
    {
        OscMessage reply = sent.at(n);
        if (reply.address == QLatin1String("/live/song/get/tempo")) {
            reply.arguments = {value, reply.arguments.back()};
        } else {
            reply.arguments.insert(reply.arguments.begin() + 1, value);
        }
        return pipe.take(reply, now);
    }
    bool answerFence(std::size_t n) { return answer(n, 120.0F); }
    bool isFence(std::size_t n) const
    {
        return sent.at(n).address == QLatin1String("/live/song/get/tempo");
    }
};

const QString volume = QStringLiteral("/live/track/get/volume");
const QString mute = QStringLiteral("/live/track/get/mute");

} // namespace

class TestQueryPipe : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aGroupIsClosedByAFence();
    void theNextGroupWaitsForTheFence();
    void aTaggedAnswerIsKnownByItsTag();
    void anUntaggedAnswerIsKnownByAddressIdsAndShape();
    void whatWasLostIsAskedAgain();
    void whatIsAskedAgain_data();
    void whatIsAskedAgain();
    void anAnswerThatDoesNotFitIsNoLoss();
    void aBundleCostsOneErrorWhenItsObjectIsGone();
    void anErrorBelongsBetweenTwoAnswers();
    void anErrorEndsTheQuestionThatCausedIt();
    void anErrorIsBlamedOnTheRiskyOneFirst();
    void aStatementEndsWithTheFence();
    void whatIsReadBackGoesOutWithWhatIsTold();
    void silenceIsProbedAndNothingPilesUp();
    void resetEndsEverything();
    void aLateAnswerIsNobodys();
    void whatIsFirstGoesAheadAndAlone();
    void whatHasMovedIsNotAskedAgain();
    void whatWillRaiseGoesBehindItsGroup();
    void groupsAreBounded();
};

void TestQueryPipe::aGroupIsClosedByAFence()
{
    FarEnd live;
    live.pipe.ask(live.query(volume, false));
    live.pipe.ask(live.query(mute, true));
    live.pipe.advance(live.now);
    QCOMPARE(live.sent.size(), std::size_t(3));
    QVERIFY(live.isFence(2));
    QVERIFY(!live.pipe.wantsMore(live.now + QueryPipe::gapMs));
    QVERIFY(live.answer(0, 0.5F));
    QVERIFY(live.answer(1, true));
    QVERIFY(live.answerFence(2));
    QCOMPARE(live.log,
        (QStringList{QStringLiteral("got ") + volume + QStringLiteral(" 0.5f"),
            QStringLiteral("got ") + mute + QStringLiteral(" true")}));
    QVERIFY(live.pipe.wantsMore(live.now + QueryPipe::gapMs));
    QCOMPARE(live.pipe.pending(), 0);
}

void TestQueryPipe::theNextGroupWaitsForTheFence()
{
    FarEnd live;
    live.pipe.ask(live.query(mute, true));
    live.pipe.advance(0);
    live.pipe.ask(live.query(volume, false));
    live.pipe.advance(50);
    QCOMPARE(live.sent.size(), std::size_t(2));
    live.now = 100;
    live.answer(0, true);
    live.answerFence(1);
    QCOMPARE(live.pipe.roundTripMs(), 100);
    live.pipe.advance(101); // Live may still be reading
    QCOMPARE(live.sent.size(), std::size_t(2));
    live.pipe.advance(100 + QueryPipe::gapMs);
    QCOMPARE(live.sent.size(), std::size_t(4));
}

void TestQueryPipe::aTaggedAnswerIsKnownByItsTag()
{
    FarEnd live;
    live.askNow(live.query(mute, true));
    live.askNow(live.query(mute, true)); // each with a fence behind it
    QVERIFY(live.sent[0].arguments.back() != live.sent[2].arguments.back());
    OscMessage stranger{mute, {qint32(1), true, qint32(77)}};
    QVERIFY(!live.pipe.take(stranger, 0));
    QVERIFY(live.answer(0, false));
    QCOMPARE(live.log, QStringList{QStringLiteral("got ") + mute + QStringLiteral(" false")});
}

void TestQueryPipe::anUntaggedAnswerIsKnownByAddressIdsAndShape()
{
    FarEnd live;
    Query two = live.query(volume, false);
    two.fits = [](const OscArguments &values) { return values.size() == 2; };
    live.pipe.ask(std::move(two));
    live.pipe.advance(0);
    QVERIFY(!live.pipe.take({volume, {qint32(2), 0.5F, 0.6F}}, 0)); // another track
    QVERIFY(!live.pipe.take({volume, {qint32(1), 0.5F, 0.6F, 0.7F}}, 0)); // another shape
    QVERIFY(!live.pipe.take({mute, {qint32(1), 0.5F, 0.6F}}, 0)); // another address
    // One that does not fit may have been a stranger's: its own may still come.
    QVERIFY(live.pipe.take({volume, {qint32(1), 0.5F, 0.6F}}, 0));
}

void TestQueryPipe::whatWasLostIsAskedAgain()
{
    FarEnd live;
    live.pipe.ask(live.query(volume, false));
    live.pipe.advance(0);
    live.answerFence(1); // the fence came back, the answer did not
    QVERIFY(live.log.isEmpty());
    QCOMPARE(live.pipe.lost(), 1);
    live.pipe.advance(100);
    QCOMPARE(live.sent.size(), std::size_t(6)); // and three fences now, as datagrams get lost
    QCOMPARE(live.sent[2], live.sent[0]);
    live.answer(2, 0.5F);
    QCOMPARE(live.log, QStringList{QStringLiteral("got ") + volume + QStringLiteral(" 0.5f")});
    live.answerFence(5); // the last of the three ends the group as well
    QVERIFY(live.pipe.wantsMore(live.now + QueryPipe::gapMs));
}

/// A question that may be lost seven times, or a statement, and what becomes of it each time that it is sent:
///
///     answer   Live answers
///     lost     the question or its answer is lost on the way; the fence behind it comes back
///     error    Live raises
///     behind   Live raises at a message before it in the same datagram, and so does not read it
///     misfit   an answer comes that does not fit
///     moved    lost, and meanwhile its index has become another's
void TestQueryPipe::whatIsAskedAgain_data()
{
    QTest::addColumn<bool>("isStatement");
    QTest::addColumn<QString>("fates");
    QTest::addColumn<QString>("waits"); // in ms, from the fence that tells until it is sent again
    QTest::addColumn<QString>("end");
    const auto row = [](const char *name, bool isStatement, const char *fates, const char *waits,
                         const char *end) {
        QTest::newRow(name) << isStatement << QString::fromLatin1(fates)
                            << QString::fromLatin1(waits) << QString::fromLatin1(end);
    };
    row("answered", false, "answer", "", "got");
    row("lost: at once", false, "lost answer", "0", "got");
    row("lost on and on: ever more seldom", false, "lost lost lost lost lost lost answer",
        "0 100 200 400 800 800", "got");
    row("until it is given up", false, "lost lost lost lost lost lost lost lost",
        "0 100 200 400 800 800 800", "lost");
    row("refused: never", false, "error", "", "refused");
    row("lost, then refused", false, "lost error", "0", "refused");
    row("not read: at once, and that is no loss", false, "behind lost answer", "0 0", "got");
    row("answered otherwise: never", false, "misfit", "", "misfit");
    row("moved meanwhile: never", false, "moved", "", "lost");
    row("a statement: never, lost or done", true, "lost", "", "got");
    row("a statement that is refused: never", true, "error", "", "refused");
    row("a statement that was not read: at once", true, "behind lost", "0", "got");
}

void TestQueryPipe::whatIsAskedAgain()
{
    QFETCH(bool, isStatement);
    QFETCH(QString, fates);
    QFETCH(QString, waits);
    QFETCH(QString, end);
    FarEnd live;
    QStringList ended;
    Query query = live.query(volume, false, 7);
    query.isStatement = isStatement;
    query.fits = [](const OscArguments &values) { return values.size() == 1; };
    query.answered = [&](const OscArguments &) { ended.append(QStringLiteral("got")); };
    query.failed = [&](const QueryFailure &failure) {
        ended.append(failure.refused ? QStringLiteral("refused")
                : failure.misfit     ? QStringLiteral("misfit")
                                     : QStringLiteral("lost"));
    };
    if (fates.startsWith(QLatin1String("behind")))
        live.pipe.ask(live.query(mute, false));
    live.pipe.ask(std::move(query));
    QStringList waited;
    const QStringList words = fates.split(u' ');
    for (int i = 0; i < words.size(); ++i) {
        const std::size_t before = live.sent.size();
        const qint64 since = live.now;
        constexpr qint64 longest = 2000;
        while (live.sent.size() == before && live.now < since + longest)
            live.pipe.advance(++live.now);
        if (i > 0) // what is due at once goes after the usual pause
            waited.append(
                QString::number(live.now - since <= QueryPipe::gapMs ? 0 : live.now - since));
        const bool isBehind = words[i] == QLatin1String("behind");
        const std::size_t asked = before + (isBehind ? 1 : 0);
        QCOMPARE(live.sent.at(asked).address, volume);
        if (words[i] == QLatin1String("answer"))
            live.answer(asked, 0.5F);
        else if (words[i] == QLatin1String("misfit"))
            live.pipe.take({volume, {qint32(1), 0.5F, 0.5F}}, live.now);
        else if (words[i] == QLatin1String("moved"))
            live.pipe.endWaiting(QStringLiteral("moved"));
        else if (isBehind || words[i] == QLatin1String("error"))
            live.pipe.handleError(QStringLiteral("no"));
        live.answerFence(live.sent.size() - 1);
    }
    QCOMPARE(waited.join(u' '), waits);
    QCOMPARE(ended.join(u' '), end);
    const std::size_t sent = live.sent.size();
    for (int i = 0; i < 2000; ++i)
        live.pipe.advance(++live.now);
    QCOMPARE(live.sent.size(), sent);
}

void TestQueryPipe::anAnswerThatDoesNotFitIsNoLoss()
{
    FarEnd live;
    Query two = live.query(volume, false);
    two.fits = [](const OscArguments &values) { return values.size() == 2; };
    live.pipe.ask(std::move(two));
    live.pipe.advance(0);
    QVERIFY(!live.pipe.take({volume, {qint32(1), 0.5F}}, 0)); // Live has changed since
    live.answerFence(1);
    QCOMPARE(live.log.size(), 1);
    QVERIFY(live.log.front().startsWith(QStringLiteral("lost ")));
    QCOMPARE(live.pipe.lost(), 0);
}

void TestQueryPipe::aBundleCostsOneErrorWhenItsObjectIsGone()
{
    for (const bool gone : {true, false}) {
        FarEnd live;
        const quint32 object = live.pipe.newObject();
        for (int i = 0; i < 3; ++i) {
            Query query = live.query(i == 0 ? volume : mute, i > 0);
            query.object = object;
            live.pipe.ask(std::move(query));
        }
        live.pipe.advance(0);
        QCOMPARE(live.datagrams, (std::vector<std::size_t>{3, 1}));
        live.pipe.handleError(gone ? QStringLiteral("Index out of range") : QStringLiteral("no"));
        live.answerFence(3);
        // Gone: all three are refused by the one error. Else the others are asked once more.
        QCOMPARE(live.log.size(), gone ? 3 : 1);
        QCOMPARE(live.pipe.pending(), gone ? 0 : 2);
        QCOMPARE(live.pipe.lost(), 0);
    }
}

void TestQueryPipe::anErrorEndsTheQuestionThatCausedIt()
{
    FarEnd live;
    live.pipe.ask(live.query(mute, true));
    live.pipe.ask(live.query(volume, false));
    live.pipe.advance(0);
    live.answer(0, true);
    live.pipe.handleError(QStringLiteral("Index out of range"));
    live.answerFence(2);
    QCOMPARE(live.log.last(),
        QStringLiteral("refused ") + volume + QStringLiteral(" Index out of range"));
    QCOMPARE(live.pipe.pending(), 0);
}

void TestQueryPipe::anErrorIsBlamedOnTheRiskyOneFirst()
{
    FarEnd live;
    Query risky = live.query(volume, false);
    risky.mayRaise = true;
    Query lost = live.query(mute, true); // on the way, in a datagram of its own
    lost.message.arguments.emplace_back(QString(QueryPipe::mostBytesTogether, u'x'));
    live.pipe.ask(std::move(lost));
    live.pipe.ask(std::move(risky));
    live.pipe.advance(0);
    live.pipe.handleError(QStringLiteral("Index out of range"));
    live.answerFence(2);
    QCOMPARE(live.log,
        QStringList{QStringLiteral("refused ") + volume + QStringLiteral(" Index out of range")});
    live.pipe.advance(QueryPipe::gapMs);
    QCOMPARE(live.sent[3].address, mute); // and asked again
}

void TestQueryPipe::anErrorBelongsBetweenTwoAnswers()
{
    FarEnd live;
    live.pipe.ask(live.query(volume, false)); // lost
    live.pipe.ask(live.query(mute, true));
    live.pipe.ask(live.query(volume, false)); // raises
    live.pipe.advance(0);
    live.answer(1, true);
    live.pipe.handleError(QStringLiteral("no")); // came after the answer: not the first one's
    live.answerFence(3);
    QCOMPARE(live.log.last(), QStringLiteral("refused ") + volume + QStringLiteral(" no"));
    QCOMPARE(live.pipe.lost(), 1);
    QCOMPARE(live.pipe.pending(), 1);
}

void TestQueryPipe::aStatementEndsWithTheFence()
{
    FarEnd live;
    const OscMessage fire{QStringLiteral("/live/clip_slot/fire"), {qint32(0), qint32(0)}};
    QStringList ended;
    const auto note = [&](const QString &error) { ended.append(error); };
    live.pipe.tell({fire, fire}, note, 0);
    QCOMPARE(live.sent.size(), std::size_t(3));
    live.answerFence(2);
    QCOMPARE(ended, QStringList{QString()});

    live.pipe.tell({fire}, note, 0);
    live.pipe.handleError(QStringLiteral("no"));
    live.answerFence(4);
    QCOMPARE(ended, (QStringList{QString(), QStringLiteral("no")}));

    live.pipe.tell(
        {fire}, note, 0); // a lost statement is not sent again: it might do its work twice
    live.answerFence(6);
    live.pipe.advance(1000);
    QCOMPARE(live.sent.size(), std::size_t(7));
}

void TestQueryPipe::whatIsReadBackGoesOutWithWhatIsTold()
{
    FarEnd live;
    QStringList ended;
    std::vector<Query> readBack;
    readBack.push_back(live.query(volume, false, 0));
    const OscMessage set{QStringLiteral("/live/track/set/volume"), {qint32(1), 0.5F}};
    live.pipe.tell(
        {set, set}, [&](const QString &error) { ended.append(error); }, 0, std::move(readBack));
    QCOMPARE(live.datagrams, (std::vector<std::size_t>{1, 2, 1}));
    live.pipe.handleError(QStringLiteral("Index out of range"));
    live.answerFence(3);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(live.log.size(), 1); // nothing is left open
    QCOMPARE(live.pipe.pending(), 0);
}

void TestQueryPipe::silenceIsProbedAndNothingPilesUp()
{
    FarEnd live;
    live.pipe.ask(live.query(mute, true));
    live.pipe.advance(0);
    for (int i = 0; i < 50; ++i)
        live.pipe.ask(live.query(volume, false));
    for (qint64 now = 10; now <= 10000; now += 10)
        live.pipe.advance(now);
    // One group of two, then probes: four in the first second and a half, then one a second.
    QVERIFY2(live.sent.size() <= 2 + 14, qPrintable(QString::number(live.sent.size())));
    QCOMPARE(live.pipe.silentSince(), qint64(0));
    live.now = 10010;
    live.answerFence(live.sent.size() - 1);
    QCOMPARE(live.pipe.silentSince(), qint64(-1));
    live.pipe.advance(10010 + QueryPipe::gapMs);
    QVERIFY(live.sent.size() > 50); // all that waited, and what was lost in the silence
}

void TestQueryPipe::resetEndsEverything()
{
    FarEnd live;
    live.pipe.ask(live.query(mute, true));
    live.pipe.advance(0);
    live.pipe.ask(live.query(volume, false));
    live.pipe.reset(QStringLiteral("gone"));
    QCOMPARE(live.log,
        (QStringList{QStringLiteral("lost ") + mute + QStringLiteral(" gone"),
            QStringLiteral("lost ") + volume + QStringLiteral(" gone")}));
    QVERIFY(live.pipe.wantsMore(live.now + QueryPipe::gapMs));
}

void TestQueryPipe::aLateAnswerIsNobodys()
{
    FarEnd live;
    live.pipe.ask(live.query(mute, true, 0));
    live.pipe.advance(0);
    live.answerFence(1);
    QVERIFY(!live.answer(0, true));
    QCOMPARE(live.log.size(), 1);
}

void TestQueryPipe::whatHasMovedIsNotAskedAgain()
{
    FarEnd live;
    live.pipe.ask(live.query(volume, false));
    live.pipe.advance(0);
    live.pipe.ask(live.query(mute, true));
    live.pipe.endWaiting(QStringLiteral("moved"));
    QCOMPARE(live.log, QStringList{QStringLiteral("lost ") + mute + QStringLiteral(" moved")});
    live.answerFence(1); // and the one under way was lost
    QCOMPARE(live.log.size(), 2);
    QCOMPARE(live.pipe.pending(), 0);
}

void TestQueryPipe::whatIsFirstGoesAheadAndAlone()
{
    FarEnd live;
    live.pipe.ask(live.query(mute, true));
    Query first = live.query(volume, false);
    first.order = Order::First;
    live.pipe.ask(std::move(first));
    live.pipe.advance(0, true);
    QCOMPARE(live.sent.front().address, volume); // alone: the other one is held back
    QCOMPARE(live.datagrams, (std::vector<std::size_t>{1, 1}));
    live.answer(0, 0.5F);
    live.answerFence(1);
    live.pipe.advance(QueryPipe::gapMs);
    QCOMPARE(live.sent.at(2).address, mute);
}

void TestQueryPipe::whatWillRaiseGoesBehindItsGroup()
{
    FarEnd live;
    Query last = live.query(volume, false);
    last.order = Order::Last;
    last.mayRaise = true;
    live.pipe.ask(std::move(last));
    live.pipe.ask(live.query(mute, true));
    live.pipe.advance(0);
    // The group and its fence, then what may raise and a fence of its own.
    QCOMPARE(live.datagrams, (std::vector<std::size_t>{1, 1, 1, 1}));
    QCOMPARE(live.sent.at(0).address, mute);
    QCOMPARE(live.sent.at(2).address, volume);
    live.answer(0, 0.5F);
    live.answerFence(1);
    QVERIFY(live.pipe.wantsMore(
        QueryPipe::gapMs)); // the group has ended, whatever comes of the last one
    live.pipe.handleError(QStringLiteral("Index out of range"));
    live.answerFence(3);
    QVERIFY(live.log.contains(
        QStringLiteral("refused ") + volume + QStringLiteral(" Index out of range")));
    QCOMPARE(live.pipe.pending(), 0);
}

void TestQueryPipe::groupsAreBounded()
{
    FarEnd live;
    for (int i = 0; i < 1000; ++i)
        live.pipe.ask(live.query(volume, false));
    live.pipe.advance(0);
    QCOMPARE(int(live.sent.size()), QueryPipe::mostMessagesInGroup + 1);
}

int tst_querypipe(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestQueryPipe>(argc, argv);
}

#include "tst_querypipe.moc"
