// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/valuerules.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace clipdeck;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

const Property &propertyOf(ObjectKind object, const char *name)
{
    return *findProperty(object, name);
}

} // namespace

class TestValueRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesTheWholeRangeAndNoMore_data();
    void takesTheWholeRangeAndNoMore();
    void everySettableNumberRefusesWhatIsNone();
    void typesMustFit();
    void roundingIsCut();
    void parametersHaveRangesOfTheirOwn();
    void messagesMustBeFinite();
};

void TestValueRules::takesTheWholeRangeAndNoMore_data()
{
    QTest::addColumn<int>("object");
    QTest::addColumn<double>("lowest");
    QTest::addColumn<double>("highest");
    const auto row = [](ObjectKind object, const char *name, double lowest, double highest) {
        QTest::addRow("%s.%s", pathOf(object), name) << int(object) << lowest << highest;
    };
    row(ObjectKind::Song, "tempo", 20, 999);
    row(ObjectKind::Song, "clip_trigger_quantization", 0, 13);
    row(ObjectKind::Song, "midi_recording_quantization", 0, 8);
    row(ObjectKind::Song, "groove_amount", 0, 1.3125);
    row(ObjectKind::Song, "current_song_time", 0, 1576800);
    row(ObjectKind::Song, "root_note", 0, 11);
    row(ObjectKind::Song, "metronome", 0, 1);
    row(ObjectKind::Track, "volume", 0, 1);
    row(ObjectKind::Track, "panning", -1, 1);
    row(ObjectKind::Track, "current_monitoring_state", 0, 2);
    row(ObjectKind::Track, "color", 0, 0xffffff);
    row(ObjectKind::Scene, "tempo", 20, 999);
    row(ObjectKind::Scene, "time_signature_numerator", 1, 99);
    row(ObjectKind::Clip, "loop_end", -1576800, 1576800);
    row(ObjectKind::Clip, "gain", 0, 1);
    row(ObjectKind::Clip, "launch_mode", 0, 3);
    row(ObjectKind::Clip, "launch_quantization", 0, 14);
    row(ObjectKind::Clip, "pitch_coarse", -48, 48);
    row(ObjectKind::Clip, "pitch_fine", -50, 50);
    row(ObjectKind::Clip, "warp_mode", 0, 6);
    row(ObjectKind::Clip, "velocity_amount", 0, 1);
}

void TestValueRules::takesTheWholeRangeAndNoMore()
{
    QFETCH(int, object);
    QFETCH(double, lowest);
    QFETCH(double, highest);
    const QByteArray name = QByteArray(QTest::currentDataTag()).split('.').last();
    const Property &row = propertyOf(ObjectKind(object), name.constData());
    const double beyond = std::max(1.0, 1e-5 * highest);
    QCOMPARE(ValueRules::complaint(row, lowest), QString());
    QCOMPARE(ValueRules::complaint(row, highest), QString());
    QVERIFY(!ValueRules::complaint(row, std::floor(lowest - beyond)).isEmpty());
    QVERIFY(!ValueRules::complaint(row, std::ceil(highest + beyond)).isEmpty());
}

void TestValueRules::everySettableNumberRefusesWhatIsNone()
{
    int count = 0;
    for (const Property &row : properties()) {
        if (!row.canSet || row.kind == ValueKind::Text)
            continue;
        ++count;
        for (double bad : {std::nan(""), infinite, -infinite, 1e300, -1e300})
            QVERIFY2(!ValueRules::complaint(row, bad).isEmpty(), row.name);
        QVERIFY2(!ValueRules::complaint(row, LiveValue()).isEmpty(), row.name);
        QVERIFY2(!ValueRules::complaint(row, QStringLiteral("7")).isEmpty(), row.name);
    }
    QVERIFY(count > 40);
}

void TestValueRules::typesMustFit()
{
    QVERIFY(!ValueRules::complaint(propertyOf(ObjectKind::Clip, "name"), 7).isEmpty());
    QCOMPARE(ValueRules::complaint(propertyOf(ObjectKind::Clip, "name"), QString()), QString());
    QVERIFY(!ValueRules::complaint(propertyOf(ObjectKind::Clip, "launch_mode"), 1.5).isEmpty());
    QVERIFY(!ValueRules::complaint(propertyOf(ObjectKind::Clip, "looping"), 0.5).isEmpty());
    QCOMPARE(ValueRules::complaint(propertyOf(ObjectKind::Clip, "looping"), true), QString());
    QCOMPARE(ValueRules::complaint(propertyOf(ObjectKind::Clip, "launch_mode"), 2.0), QString());
}

void TestValueRules::roundingIsCut()
{
    const Property &volume = propertyOf(ObjectKind::Track, "volume");
    QCOMPARE(ValueRules::complaint(volume, 1.0000001), QString());
    QCOMPARE(std::get<double>(ValueRules::fitted(volume, 1.0000001)), 1.0);
    QCOMPARE(std::get<double>(ValueRules::fitted(volume, -1e-9)), 0.0);
    QCOMPARE(std::get<double>(ValueRules::fitted(volume, 0.3)), 0.3);
}

void TestValueRules::parametersHaveRangesOfTheirOwn()
{
    const Parameter parameter{QStringLiteral("Freq"), 100, 20, 135, false, {}};
    QCOMPARE(ValueRules::complaint(parameter, 20), QString());
    QCOMPARE(ValueRules::complaint(parameter, 135.00001), QString());
    QCOMPARE(ValueRules::fitted(parameter, 135.00001), 135.0);
    QCOMPARE(ValueRules::complaint(parameter, 136), QStringLiteral("Freq goes from 20 to 135."));
    QVERIFY(!ValueRules::complaint(parameter, std::nan("")).isEmpty());
}

void TestValueRules::messagesMustBeFinite()
{
    const OscMessage well{QStringLiteral("/a"), {1, 0.5F, QStringLiteral("nan"), 1e300}};
    OscMessage bad = well;
    bad.arguments.emplace_back(std::numeric_limits<float>::infinity());
    QCOMPARE(ValueRules::complaint(std::vector{well}), QString());
    QVERIFY(!ValueRules::complaint(std::vector{well, bad}).isEmpty());
}

int tst_valuerules(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestValueRules>(argc, argv);
}

#include "tst_valuerules.moc"
