// SPDX-License-Identifier: GPL-3.0-or-later
// The table of AbletonOSC's API against the list of addresses that the running script registers, both ways, and what
// some rows say.
#include "core/abletonosc/api.h"
#include "tests/support/testclass.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace clipdeck;

Q_DECLARE_METATYPE(clipdeck::Raises)

namespace {

/// "track:i value:f?", "|name:t" for a shape.
QByteArray text(const std::vector<ApiValue> &values)
{
    static const char letters[] = "biftv";
    QByteArrayList words;
    for (const ApiValue &value : values)
        words.append(
            value.name + ':' + letters[static_cast<int>(value.kind)] + (value.optional ? "?" : ""));
    return words.join(' ');
}

QByteArray text(const ApiShape &shape)
{
    return text(shape.values) + (shape.repeated.empty() ? "" : "|") + text(shape.repeated);
}

} // namespace

class TestApi : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyAddressHasItsRow();
    void everyRowHasItsAddress();
    void rowsSayWhatTheScriptDoes_data();
    void rowsSayWhatTheScriptDoes();
    void lookingUp();
    void propertiesAreThereOnce();

private:
    static QSet<QByteArray> listed();
};

/// As AbletonOSC 0ca6821 registers them (tests/data/README.md).
QSet<QByteArray> TestApi::listed()
{
    QFile file(qEnvironmentVariable("CLIPDECK_SOURCE")
        + QStringLiteral("/tests/data/abletonosc-addresses.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSet<QByteArray> out;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty())
            out.insert(line);
    }
    return out;
}

void TestApi::everyAddressHasItsRow()
{
    const QSet<QByteArray> addresses = listed();
    QCOMPARE(addresses.size(), 494);
    QByteArrayList missing;
    for (const QByteArray &address : addresses) {
        if (!findEndpoint(address))
            missing.append(address);
    }
    QVERIFY2(missing.isEmpty(), missing.join('\n').constData());
}

void TestApi::everyRowHasItsAddress()
{
    const QSet<QByteArray> addresses = listed();
    QByteArrayList wrong;
    QSet<QByteArray> seen;
    for (const Endpoint &row : endpoints()) {
        if (!addresses.contains(row.address) || seen.contains(row.address))
            wrong.append(row.address);
        seen.insert(row.address);
    }
    QVERIFY2(wrong.isEmpty(), wrong.join('\n').constData());
    QCOMPARE(endpoints().size(), std::size_t(494));
}

void TestApi::rowsSayWhatTheScriptDoes_data()
{
    using enum Raise;
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<bool>("echoes");
    QTest::addColumn<bool>("canListen");
    QTest::addColumn<int>("reads");
    QTest::addColumn<Raises>("raises");

    constexpr bool echoes = true;
    constexpr bool not_ = false;
    constexpr bool listens = true;
    const auto row = [](const char *address, const char *arguments, const char *reply, bool echo,
                         bool listen, int reads, Raises raises) {
        QTest::newRow(address) << QByteArray(arguments) << QByteArray(reply) << echo << listen
                               << reads << raises;
    };
    row("/live/song/get/tempo", "", "value:f", echoes, listens, 1, {});
    row("/live/song/set/tempo", "value:f", "", not_, listens, 1, Raises(WrongType) | OutOfRange);
    row("/live/song/start_listen/can_undo", "", "value:b", echoes, not_, 1, NotObservable);
    row("/live/song/create_scene", "index:i", "", not_, not_, 1, OutOfRange);
    row("/live/song/get/track_data", "first:i end:i|attribute:t", "|value:v", not_, not_, 1,
        Raises(NoObject) | Lacking | TooLarge);
    row("/live/song/get/cue_points", "", "|name:t time:f", not_, not_, 1, TooLarge);
    row("/live/track/get/arm", "track:i", "track:i value:b", echoes, listens, 2, NoObject);
    row("/live/track/set/arm", "track:i value:b", "", not_, listens, 2,
        Raises(NoObject) | Lacking | WrongType | OutOfRange);
    row("/live/track/start_listen/arm", "track:i", "track:i value:b", echoes, listens, 2,
        Raises(NoObject) | Lacking);
    row("/live/track/get/volume", "track:i", "track:i value:f", not_, listens, 4, NoObject);
    row("/live/track/stop_listen/volume", "track:i", "", not_, listens, 4,
        Raises(NoObject) | Moved);
    row("/live/track/get/send", "track:i send:i", "track:i send:i value:f", not_, not_, 5,
        Raises(NoObject) | WrongType);
    row("/live/clip/get/gain", "track:i scene:i", "track:i scene:i value:f", echoes, listens, 4,
        Raises(NoObject) | EmptySlot);
    row("/live/clip/get/notes",
        "track:i scene:i pitch_start:i? pitch_span:i? time_start:f? time_span:f?",
        "track:i scene:i|pitch:i start:f duration:f velocity:f mute:b", not_, not_, 4,
        Raises(NoObject) | EmptySlot | Lacking | TooLarge);
    row("/live/clip_slot/fire", "track:i scene:i record_length:f? launch_quantization:i?", "", not_,
        not_, 3, NoObject);
    row("/live/scene/fire_selected", "", "", not_, not_, 2, {});
    row("/live/device/get/parameter/value_string", "track:i device:i parameter:i",
        "track:i device:i parameter:i value_string:t", not_, not_, 7, NoObject);
    row("/live/device/start_listen/parameter/value", "track:i device:i parameter:i",
        "track:i device:i parameter:i value:f", echoes, listens, 6, Raises(NoObject) | Moved);
    row("/live/view/get/selected_track", "", "value:i", not_, listens, 1, Unselected);
    row("/live/test", "", "ok:t", not_, not_, 0, {});
}

void TestApi::rowsSayWhatTheScriptDoes()
{
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, reply);
    QFETCH(bool, echoes);
    QFETCH(bool, canListen);
    QFETCH(int, reads);
    QFETCH(Raises, raises);
    const Endpoint *row = findEndpoint(QTest::currentDataTag());
    QVERIFY(row);
    QCOMPARE(text(row->arguments), arguments);
    QCOMPARE(text(row->reply), reply);
    QCOMPARE(row->echoes, echoes);
    QCOMPARE(row->canListen, canListen);
    QCOMPARE(row->reads, reads);
    QCOMPARE(row->raises, raises);
}

void TestApi::lookingUp()
{
    QVERIFY(!findEndpoint("/live/song/get/no_such_thing"));
    QVERIFY(!findEndpoint("/live/song/get/"));
    QVERIFY(!findEndpoint(""));
    const Endpoint *fire = findEndpoint(ObjectKind::ClipSlot, Verb::Call, "fire");
    QVERIFY(fire);
    QCOMPARE(fire->address, QByteArray("/live/clip_slot/fire"));
    QCOMPARE(findEndpoint("/live/clip_slot/fire"), fire);
    QVERIFY(!findEndpoint(ObjectKind::Song, Verb::Set, "is_playing")); // read-only
}

void TestApi::propertiesAreThereOnce()
{
    QSet<QByteArray> seen;
    for (const Property &row : properties()) {
        const QByteArray name = QByteArray(pathOf(row.object)) + '/' + row.name;
        QVERIFY2(!seen.contains(name), name.constData());
        seen.insert(name);
    }
}

int tst_api(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestApi>(argc, argv);
}

#include "tst_api.moc"
