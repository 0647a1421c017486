// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/querypipe.h"

#include <QTest>

using namespace clipdeck;

namespace {

/// AbletonOSC's end of the pipe, in memory: keeps what was sent and answers what the test says.
struct FarEnd {
    std::vector<OscMessage> sent;
    QStringList log;
    qint64 now = 0;
    QueryPipe pipe{[this](const OscMessage &message) {
        sent.push_back(message);
        return true;
    }};

    Query query(const QString &address, bool tagged, int retries = 3)
    {
        Query out{OscMessage{address, {qint32(1)}}};
        out.ids = 1;
        out.tagged = tagged;
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
    void whatIsLostForGoodEnds();
    void anErrorEndsTheQuestionThatCausedIt();
    void anErrorIsBlamedOnTheRiskyOneFirst();
    void aStatementEndsWithTheFence();
    void silenceIsProbedAndNothingPilesUp();
    void resetEndsEverything();
    void aLateAnswerIsNobodys();
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
    live.pipe.askNow(live.query(mute, true), 0);
    live.pipe.askNow(live.query(mute, true), 0);
    QVERIFY(live.sent[0].arguments.back() != live.sent[1].arguments.back());
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
    QVERIFY(!live.pipe.take({volume, {qint32(1), 0.5F}}, 0)); // another shape
    QVERIFY(!live.pipe.take({mute, {qint32(1), 0.5F, 0.6F}}, 0)); // another address
    QVERIFY(live.pipe.take({volume, {qint32(1), 0.5F, 0.6F}}, 0));
}

void TestQueryPipe::whatWasLostIsAskedAgain()
{
    FarEnd live;
    live.pipe.ask(live.query(volume, false));
    live.pipe.advance(0);
    live.answerFence(1); // the fence came back, the answer did not
    QVERIFY(live.log.isEmpty());
    live.pipe.advance(100);
    QCOMPARE(live.sent.size(), std::size_t(4));
    QCOMPARE(live.sent[2], live.sent[0]);
    live.answer(2, 0.5F);
    QCOMPARE(live.log, QStringList{QStringLiteral("got ") + volume + QStringLiteral(" 0.5f")});
}

void TestQueryPipe::whatIsLostForGoodEnds()
{
    FarEnd live;
    live.pipe.ask(live.query(volume, false, 1));
    live.pipe.advance(0);
    live.answerFence(1);
    live.pipe.advance(100);
    live.answerFence(3);
    QCOMPARE(live.log,
        QStringList{QStringLiteral("lost ") + volume + QStringLiteral(" The answer was lost.")});
    QCOMPARE(live.pipe.pending(), 0);
}

void TestQueryPipe::anErrorEndsTheQuestionThatCausedIt()
{
    FarEnd live;
    live.pipe.ask(live.query(mute, true));
    live.pipe.ask(live.query(volume, false));
    live.pipe.advance(0);
    live.answer(0, true);
    live.pipe.takeError(QStringLiteral("Index out of range"));
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
    live.pipe.ask(live.query(mute, true)); // this one is lost on the way
    live.pipe.ask(std::move(risky));
    live.pipe.advance(0);
    live.pipe.takeError(QStringLiteral("Index out of range"));
    live.answerFence(2);
    QCOMPARE(live.log,
        QStringList{QStringLiteral("refused ") + volume + QStringLiteral(" Index out of range")});
    live.pipe.advance(QueryPipe::gapMs);
    QCOMPARE(live.sent[3].address, mute); // and asked again
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
    live.pipe.takeError(QStringLiteral("no"));
    live.answerFence(4);
    QCOMPARE(ended, (QStringList{QString(), QStringLiteral("no")}));

    live.pipe.tell(
        {fire}, note, 0); // a lost statement is not sent again: it might do its work twice
    live.answerFence(6);
    live.pipe.advance(1000);
    QCOMPARE(live.sent.size(), std::size_t(7));
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
    // One group of two, then a probe a second.
    QVERIFY2(live.sent.size() <= 2 + 11, qPrintable(QString::number(live.sent.size())));
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

void TestQueryPipe::groupsAreBounded()
{
    FarEnd live;
    for (int i = 0; i < 1000; ++i)
        live.pipe.ask(live.query(volume, false));
    live.pipe.advance(0);
    QCOMPARE(int(live.sent.size()), QueryPipe::mostMessagesInGroup + 1);
}

QTEST_GUILESS_MAIN(TestQueryPipe)
#include "tst_querypipe.moc"
