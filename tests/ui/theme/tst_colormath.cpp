// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/palette.h"
#include "tests/support/testclass.h"
#include "ui/theme/colormath.h"
#include "ui/theme/theme.h"

#include <QTest>

using namespace clipdeck;

namespace {

QRgb opaque(int color)
{
    return 0xFF000000 | QRgb(color);
}

} // namespace

class TestColorMath : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mixesPerChannel();
    void contrastIsSymmetric();
    void whiteInkGoesToTenOfLivesColors();
    void tightContrasts_data();
    void tightContrasts();
    void everyClipColorReads_data();
    void everyClipColorReads();
    void paleColorsSinkDeeper();
};

void TestColorMath::mixesPerChannel()
{
    QCOMPARE(mixColors(0xFF000000, 0xFFFFFFFF, 0.5), QRgb(0xFF808080));
    QCOMPARE(mixColors(0xFF171613, 0xFF5480E4, 0.0), QRgb(0xFF171613));
    QCOMPARE(mixColors(0xFF171613, 0xFF5480E4, 1.0), QRgb(0xFF5480E4));
    QCOMPARE(mixColors(0xFF000000, 0xFF0A6400, 0.25), QRgb(0xFF031900)); // 2.5 up, 25
}

void TestColorMath::contrastIsSymmetric()
{
    QCOMPARE(contrast(0xFF000000, 0xFFFFFFFF), 21.0);
    QCOMPARE(contrast(0xFFFFFFFF, 0xFF000000), 21.0);
    QCOMPARE(contrast(0xFF777777, 0xFF777777), 1.0);
}

void TestColorMath::whiteInkGoesToTenOfLivesColors()
{
    QList<int> white;
    for (int i = 0; i < int(livePalette.size()); ++i) {
        const QRgb color = opaque(livePalette[std::size_t(i)]);
        const QRgb ink = inkOn(color);
        QVERIFY(contrast(color, ink) >= 4.58);
        if (ink == QRgb(0xFFFFFFFF))
            white << i;
    }
    QCOMPARE(white, (QList<int>{56, 57, 58, 63, 64, 65, 66, 67, 68, 69}));
}

void TestColorMath::tightContrasts_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("ratio");
    QTest::newRow("007DC0") << 23 << "4.69";
    QTest::newRow("99724B") << 16 << "4.86";
    QTest::newRow("7B7B7B") << 55 << "4.96";
    QTest::newRow("CC2E6E") << 68 << "5.02";
    QTest::newRow("A34BAD") << 67 << "5.04";
    QTest::newRow("886CE4") << 24 << "5.31";
    QTest::newRow("A95131") << 57 << "5.37";
}

void TestColorMath::tightContrasts()
{
    QFETCH(int, index);
    const QRgb color = opaque(livePalette[std::size_t(index)]);
    QTEST(QString::number(contrast(color, inkOn(color)), 'f', 2), "ratio");
}

void TestColorMath::everyClipColorReads_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("color");
    for (bool dark : {true, false}) {
        for (int color : livePalette)
            QTest::addRow("%s %06X", dark ? "dark" : "light", color) << dark << color;
    }
}

void TestColorMath::everyClipColorReads()
{
    QFETCH(bool, dark);
    QFETCH(int, color);
    const Theme theme(dark ? Theme::Kind::Dark : Theme::Kind::Light);
    const ClipColors &c = theme.clip(color);
    QCOMPARE(c.lit, QRgb(0xFF000000 | uint(color)));
    QVERIFY(contrast(c.lit, c.litInk) >= 4.58);
    QVERIFY(contrast(c.half, c.halfInk) >= 4.6);
    QVERIFY(contrast(c.sunk, theme.rgb(Role::Text)) >= 4.6);
    QVERIFY(contrast(c.glyph, theme.rgb(Role::LampOff)) >= 3.5);
}

void TestColorMath::paleColorsSinkDeeper()
{
    const Theme theme;
    int deeper = 0;
    for (int live : livePalette) {
        const QRgb color = opaque(live);
        const QRgb usual = mixColors(theme.rgb(Role::Ground), color, 0.46);
        deeper += theme.clip(int(color & 0xFFFFFF)).sunk != usual;
    }
    QCOMPARE(deeper, 15);
    QCOMPARE(theme.clip(0xFFFFFF).sunk, mixColors(theme.rgb(Role::Ground), 0xFFFFFFFF, 0.36));
}

int tst_colormath(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestColorMath>(argc, argv);
}

#include "tst_colormath.moc"
