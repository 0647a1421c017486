// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/fields.h"
#include "tests/core/live/metatypes.h"
#include "tests/support/testclass.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <limits>

using namespace clipdeck;

Q_DECLARE_METATYPE(clipdeck::Applied)

namespace {

/// Every row: a name in Live's spelling, used once, a field used once; and what is got can be set again.
template <class Rows, class Owner> void checkTable(const Rows &rows, Owner owner)
{
    static const QRegularExpression spelling(QStringLiteral("^[a-z]+(_[a-z]+)*$"));
    QSet<QByteArray> names;
    QSet<int> fields;
    for (const auto &row : rows) {
        const QByteArray name(row.name);
        QVERIFY2(spelling.match(QString::fromLatin1(name)).hasMatch(), row.name);
        QVERIFY2(!names.contains(name), row.name);
        QVERIFY2(!fields.contains(static_cast<int>(row.field)), row.name);
        names.insert(name);
        fields.insert(static_cast<int>(row.field));
        QCOMPARE(row.set(owner, row.get(owner)), Applied::Same);
        QCOMPARE(rowNamed(rows, name), &row);
        QCOMPARE(&rowOf(rows, row.field), &row);
    }
    QCOMPARE(rowNamed(rows, "no_such_property"), nullptr);
}

} // namespace

class TestFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tablesAreSound();
    void everySongFieldHasARow();
    void setting_data();
    void setting();
    void someTracksLackAProperty();
    void floatsThatFitNowhere_data();
    void floatsThatFitNowhere();
};

void TestFields::tablesAreSound()
{
    checkTable(songFields(), Song{});
    checkTable(trackFields(), Track{});
    checkTable(sceneFields(), Scene{});
    checkTable(slotFields(), Slot{});
    checkTable(clipFields(), Clip{});
    checkTable(selectionFields(), Selection{});
}

void TestFields::everySongFieldHasARow()
{
    QCOMPARE(static_cast<int>(songFields().size()), static_cast<int>(SongField::CuePoints));
    QCOMPARE(static_cast<int>(trackFields().size()), static_cast<int>(TrackField::Sends));
    QCOMPARE(static_cast<int>(sceneFields().size()), static_cast<int>(SceneField::IsEmpty) + 1);
    QCOMPARE(static_cast<int>(slotFields().size()), static_cast<int>(SlotField::Clip));
    QCOMPARE(static_cast<int>(clipFields().size()), static_cast<int>(ClipField::Notes));
    QCOMPARE(
        static_cast<int>(selectionFields().size()), static_cast<int>(SelectionField::Device) + 1);
}

void TestFields::setting_data()
{
    QTest::addColumn<QByteArray>("property");
    QTest::addColumn<LiveValue>("value");
    QTest::addColumn<Applied>("applied");
    QTest::addColumn<LiveValue>("then");

    QTest::newRow("a number") << QByteArray("tempo") << LiveValue(98.5) << Applied::Changed
                              << LiveValue(98.5);
    QTest::newRow("a whole number where a real one is meant")
        << QByteArray("tempo") << LiveValue(98) << Applied::Changed << LiveValue(98.0);
    QTest::newRow("a bool as 1") << QByteArray("metronome") << LiveValue(1) << Applied::Changed
                                 << LiveValue(true);
    QTest::newRow("a bool as 1.0")
        << QByteArray("metronome") << LiveValue(1.0) << Applied::Changed << LiveValue(true);
    QTest::newRow("the same again")
        << QByteArray("metronome") << LiveValue(0) << Applied::Same << LiveValue(false);
    QTest::newRow("a whole number as a float")
        << QByteArray("root_note") << LiveValue(7.0) << Applied::Changed << LiveValue(7);
    QTest::newRow("text") << QByteArray("scale_name") << LiveValue(QStringLiteral("Dorian"))
                          << Applied::Changed << LiveValue(QStringLiteral("Dorian"));
    QTest::newRow("text where a number is meant")
        << QByteArray("tempo") << LiveValue(QStringLiteral("fast")) << Applied::Unfit
        << LiveValue(120.0);
    QTest::newRow("a number where text is meant")
        << QByteArray("scale_name") << LiveValue(3) << Applied::Unfit << LiveValue(QString());
    QTest::newRow("nothing where Live always has a value")
        << QByteArray("tempo") << LiveValue() << Applied::Unfit << LiveValue(120.0);
}

void TestFields::setting()
{
    QFETCH(QByteArray, property);
    QFETCH(LiveValue, value);
    Song song;
    const auto *row = rowNamed(songFields(), property);
    QVERIFY(row);
    QTEST(row->set(song, value), "applied");
    QTEST(row->get(song), "then");
}

void TestFields::someTracksLackAProperty()
{
    Track track;
    const auto &arm = rowOf(trackFields(), TrackField::Arm);
    QCOMPARE(arm.get(track), LiveValue());
    QCOMPARE(arm.set(track, {}), Applied::Same);
    QCOMPARE(arm.set(track, false), Applied::Changed); // lacking it is not the same as off
    QCOMPARE(track.arm, std::optional(false));
    QCOMPARE(arm.set(track, QStringLiteral("yes")), Applied::Unfit);
    QCOMPARE(track.arm, std::optional(false));
    QCOMPARE(arm.set(track, {}), Applied::Changed);
    QCOMPARE(track.arm, std::nullopt);
}

void TestFields::floatsThatFitNowhere_data()
{
    QTest::addColumn<double>("number");
    QTest::newRow("not a number") << qQNaN();
    QTest::newRow("infinite") << qInf();
    QTest::newRow("minus infinite") << -qInf();
}

void TestFields::floatsThatFitNowhere()
{
    QFETCH(double, number);
    Song song;
    QCOMPARE(rowOf(songFields(), SongField::Tempo).set(song, number), Applied::Unfit);
    QCOMPARE(rowOf(songFields(), SongField::RootNote).set(song, number), Applied::Unfit);
    QCOMPARE(rowOf(songFields(), SongField::Metronome).set(song, number), Applied::Unfit);
    QCOMPARE(song, Song{});

    Clip clip;
    const auto &color = rowOf(clipFields(), ClipField::Color);
    QCOMPARE(color.set(clip, 1e20), Applied::Unfit);
    QCOMPARE(
        color.set(clip, static_cast<double>(std::numeric_limits<int>::max())), Applied::Changed);
    QCOMPARE(clip.color, std::numeric_limits<int>::max());
}

int tst_fields(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestFields>(argc, argv);
}

#include "tst_fields.moc"
