// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/osc/osccodec.h"
#include "tests/support/testclass.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace clipdeck;

namespace {

QByteArray bundle(const QList<QByteArray> &elements)
{
    QByteArray bytes("#bundle\0\0\0\0\0\0\0\0\1", 16);
    for (const QByteArray &element : elements) {
        const auto size = static_cast<quint32>(element.size());
        for (int shift : {24, 16, 8, 0})
            bytes.append(static_cast<char>((size >> shift) & 0xff));
        bytes.append(element);
    }
    return bytes;
}

OscMessage message(const char *address, OscArguments arguments = {})
{
    return {QString::fromLatin1(address), std::move(arguments)};
}

} // namespace

class TestOscCodec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void bytesAreAsTheSpecificationSays();
    void bundlesAreOpened();
    void malformedIsRefused_data();
    void malformedIsRefused();
    void aZeroWithinTextIsDropped();
    void tooLargeIsNotEncoded();
    void randomBytesDoNoHarm();
};

void TestOscCodec::roundTrip_data()
{
    QTest::addColumn<OscArguments>("arguments");
    QTest::newRow("none") << OscArguments{};
    QTest::newRow("int32 limits") << OscArguments{
        std::numeric_limits<qint32>::min(), -1, 0, std::numeric_limits<qint32>::max()};
    QTest::newRow("int64") << OscArguments{qint64(-1) << 40, std::numeric_limits<qint64>::max()};
    QTest::newRow("floats") << OscArguments{0.85F, -0.0F, 1e-38F, 0.1, 1e300};
    QTest::newRow("bools and nil") << OscArguments{true, false, OscNil{}};
    QTest::newRow("text") << OscArguments{
        QString(), QStringLiteral("abc"), QStringLiteral("Grüße ♪ 日本")};
    QTest::newRow("text that begins with a byte order mark")
        << OscArguments{QStringLiteral("\ufeffKick"), QStringLiteral("\ufeff")};
    QTest::newRow("text that is hard to show")
        << OscArguments{QStringLiteral("a\tb\n\u001b[31m\u202e\u200d e\u0301 \ufffe")};
    QTest::newRow("blob") << OscArguments{QByteArray(), QByteArray("\0\1\2\3\4", 5)};
    QTest::newRow("mixed") << OscArguments{
        1, QStringLiteral("x"), 0.5F, OscNil{}, QByteArray("ab"), true};
}

void TestOscCodec::roundTrip()
{
    QFETCH(OscArguments, arguments);
    const OscMessage sent = message("/live/test", arguments);
    const std::optional<QByteArray> bytes = encodeOsc(sent);
    QVERIFY(bytes);
    QCOMPARE(bytes->size() % 4, 0);
    const OscDecoded decoded = decodeOsc(*bytes);
    QCOMPARE(decoded.error, QString());
    QCOMPARE(decoded.messages, std::vector{sent});
}

void TestOscCodec::bytesAreAsTheSpecificationSays()
{
    const auto bytes = encodeOsc(message("/a", {qint32(258), 1.0F, QStringLiteral("hi")}));
    QCOMPARE(bytes->toHex(' '),
        QByteArray("2f 61 00 00 2c 69 66 73 00 00 00 00 00 00 01 02 3f 80 00 00 68 69 00 00"));
}

void TestOscCodec::bundlesAreOpened()
{
    const OscMessage one = message("/one", {1});
    const OscMessage two = message("/two");
    const QByteArray nested = bundle({*encodeOsc(one), bundle({*encodeOsc(two)}), *encodeOsc(one)});
    const OscDecoded decoded = decodeOsc(nested);
    QCOMPARE(decoded.error, QString());
    QCOMPARE(decoded.messages, (std::vector{one, two, one}));
    QVERIFY(decodeOsc(bundle({})).messages.empty());
    QVERIFY(decodeOsc(bundle({})).error.isEmpty());
}

void TestOscCodec::malformedIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one byte") << QByteArray("/");
    QTest::newRow("not a multiple of four") << QByteArray("/abc\0\0\0", 7);
    QTest::newRow("no end of the address") << QByteArray("/abcdefg");
    QTest::newRow("no slash") << QByteArray("abc\0,\0\0\0", 8);
    QTest::newRow("type tags without a comma") << QByteArray("/a\0\0i\0\0\0\0\0\0\1", 12);
    QTest::newRow("missing argument") << QByteArray("/a\0\0,ii\0\0\0\0\1", 12);
    QTest::newRow("text without an end") << QByteArray("/a\0\0,s\0\0abcd", 12);
    QTest::newRow("blob longer than the packet")
        << QByteArray("/a\0\0,b\0\0\x7f\xff\xff\xfcxxxx", 16);
    QTest::newRow("blob of negative size") << QByteArray("/a\0\0,b\0\0\xff\xff\xff\xff", 12);
    QTest::newRow("type tags padded with letters, a blob behind")
        << QByteArray("/a\0\0,hdb\0\0\0ve/cl", 16) + QByteArray(24, '\0');
    QTest::newRow("address padded with letters") << QByteArray("/a\0x,i\0\0\0\0\0\1", 12);
    QTest::newRow("text padded with letters") << QByteArray("/a\0\0,s\0\0a\0xx", 12);
    QTest::newRow("an array without an end") << QByteArray("/a\0\0,[i\0\0\0\0\1", 12);
    QTest::newRow("a type nobody sends") << QByteArray("/a\0\0,m\0\0\1\2\3\4", 12);
    QTest::newRow("bundle cut short") << bundle({*encodeOsc(message("/one", {1}))}).chopped(4);
    QTest::newRow("bundle header only in part") << QByteArray("#bundle\0\0\0\0\0", 12);
    QTest::newRow("element of enormous size")
        << QByteArray("#bundle\0\0\0\0\0\0\0\0\1\xff\xff\xff\xf0/one", 24);
    QByteArray deep = *encodeOsc(message("/deep"));
    for (int i = 0; i < 20; ++i)
        deep = bundle({deep});
    QTest::newRow("bundles nested 20 deep") << deep;
}

void TestOscCodec::malformedIsRefused()
{
    QFETCH(QByteArray, bytes);
    const OscDecoded decoded = decodeOsc(bytes);
    QVERIFY2(!decoded.error.isEmpty(), "malformed bytes were taken");
    QVERIFY(decoded.messages.empty());
}

void TestOscCodec::aZeroWithinTextIsDropped()
{
    const QString text = QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b");
    const OscDecoded decoded = decodeOsc(*encodeOsc(message("/t", {text, 5})));
    QCOMPARE(decoded.messages, std::vector{message("/t", {QStringLiteral("ab"), 5})});
}

void TestOscCodec::tooLargeIsNotEncoded()
{
    QVERIFY(encodeOsc(message("/big", {QByteArray(65000, 'x')})));
    QVERIFY(!encodeOsc(message("/big", {QByteArray(70000, 'x')})));
}

void TestOscCodec::randomBytesDoNoHarm()
{
    QRandomGenerator random(20); // a fixed seed: a failure comes back
    const QByteArray good = *encodeOsc(message(
        "/live/song/get/track_data", {0, QStringLiteral("track.name"), 0.5F, OscNil{}, true}));
    for (int i = 0; i < 50000; ++i) {
        QByteArray bytes = i % 2 ? bundle({good, good}) : good;
        for (int flips = random.bounded(1, 6); flips > 0; --flips)
            bytes[random.bounded(static_cast<int>(bytes.size()))]
                = static_cast<char>(random.bounded(256));
        bytes.truncate(random.bounded(static_cast<int>(bytes.size()) + 1));
        const OscDecoded decoded = decodeOsc(bytes);
        QVERIFY(decoded.messages.size() <= 2);
    }
}

int tst_osccodec(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestOscCodec>(argc, argv);
}

#include "tst_osccodec.moc"
