// SPDX-License-Identifier: GPL-3.0-or-later
// What cannot be recorded: datagrams over which the real script would hang or use up its stack. The others are in
// tests/data/conversations/garbage.txt.
#include "core/osc/osccodec.h"
#include "core/sim/live/error.h"
#include "core/sim/script/datagram.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;
using namespace clipdeck::sim;
using namespace Qt::StringLiterals;

namespace {

const QByteArray header("#bundle\0\0\0\0\0\0\0\0\1", 16);

QByteArray bigEndian(qint32 number)
{
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.append(static_cast<char>(number >> shift & 0xFF));
    return bytes;
}

QByteArray element(const QByteArray &content)
{
    return bigEndian(static_cast<qint32>(content.size())) + content;
}

QString failureOf(const QByteArray &bytes)
{
    try {
        readDatagram(bytes);
    } catch (const Error &error) {
        return error.text();
    }
    return {};
}

} // namespace

class TestSimDatagram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatTheCodecWrites();
    void bundlesKeepTheirOrder();
    void aNegativeSizeIsAnError();
    void depthIsBounded();
    void anythingIsSurvived();
};

void TestSimDatagram::readsWhatTheCodecWrites()
{
    const OscMessage message{u"/live/x"_s,
        {1, qint64{1} << 40, 0.5F, 0.25, true, false, OscNil{}, u"ä\U0001F3B9"_s,
            QByteArray("blob", 4)}};
    const std::vector<OscMessage> read = readDatagram(*encodeOsc(message));
    QCOMPARE(read.size(), std::size_t{1});
    QCOMPARE(describe(read.front()), describe(message));
}

void TestSimDatagram::bundlesKeepTheirOrder()
{
    const QByteArray one = element(*encodeOsc({u"/one"_s, {}}));
    const QByteArray two = element(*encodeOsc({u"/two"_s, {2}}));
    const QByteArray inner = element(header + two);
    QStringList addresses;
    const QByteArray bundle = header + one + inner + one;
    for (const OscMessage &message : readDatagram(bundle))
        addresses.append(message.address);
    QCOMPARE(addresses, QStringList({u"/one"_s, u"/two"_s, u"/one"_s}));
}

void TestSimDatagram::aNegativeSizeIsAnError()
{
    QVERIFY(failureOf(header + bigEndian(-4) + bigEndian(0)).contains("negative"_L1));
}

void TestSimDatagram::depthIsBounded()
{
    QByteArray nested = header;
    for (int i = 0; i < 3000; ++i)
        nested = header + element(nested);
    QCOMPARE(failureOf(nested), u"maximum recursion depth exceeded"_s);
}

void TestSimDatagram::anythingIsSurvived()
{
    QByteArray good = *encodeOsc({u"/live/clip/add/notes"_s, {0, 0, 60, 0.0F, u"é"_s, true}});
    good = header + element(good) + element(good);
    for (qsizetype size = 0; size < good.size(); ++size)
        failureOf(good.first(size));
    for (qsizetype at = 0; at < good.size(); ++at) {
        for (const int value : {0x00, 0x7F, 0x80, 0xFF}) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(value);
            failureOf(bad);
        }
    }
}

int tst_simdatagram(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSimDatagram>(argc, argv);
}

#include "tst_simdatagram.moc"
