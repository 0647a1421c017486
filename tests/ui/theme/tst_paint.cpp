// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/widgettestclass.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace clipdeck;

namespace {

QImage canvas(int width, int height, double ratio = 1)
{
    QImage image(qRound(width * ratio), qRound(height * ratio), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::black);
    return image;
}

/// A row of pixels as text: '#' white, '.' black, '+' between.
QString row(const QImage &image, int y)
{
    QString out;
    for (int x = 0; x < image.width(); ++x) {
        const int v = qGray(image.pixel(x, y));
        out += QLatin1Char(v > 250 ? '#' : v < 5 ? '.' : '+');
    }
    return out;
}

int inkOf(const QImage &image)
{
    int sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += qGray(image.pixel(x, y)) > 127;
    }
    return sum;
}

} // namespace

class TestPaint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void snaps();
    void halfRoundedCorners();
    void dashedSidesBeginAndEndWithADash();
    void ringLeavesTheCellAlone();
    void textSitsOnTheBaseline();
    void elides();
    void pieGrows();
    void everyGlyphAndIconDraws();
};

void TestPaint::snaps()
{
    QCOMPARE(snapToDevice(10.3, 1), 10.0);
    QCOMPARE(snapToDevice(10.3, 2), 10.5);
    QCOMPARE(snapToDevice(10.3, 1.25), 10.4);
}

void TestPaint::halfRoundedCorners()
{
    QImage image = canvas(10, 6);
    QPainter painter(&image);
    fillRounded(painter, QRectF(1, 1, 8, 4), 2, Qt::white, Corners::Left);
    painter.end();
    QCOMPARE(row(image, 0), QStringLiteral(".........."));
    QVERIFY(row(image, 1).at(1) != QLatin1Char('#')); // rounded
    QCOMPARE(row(image, 1).at(8), QLatin1Char('#')); // square
    QCOMPARE(row(image, 4).at(8), QLatin1Char('#'));
}

void TestPaint::dashedSidesBeginAndEndWithADash()
{
    QImage image = canvas(29, 13);
    QPainter painter(&image);
    dashFrame(painter, QRectF(0, 0, 29, 13), 2, Qt::white, {5, 3});
    painter.end();
    QCOMPARE(row(image, 0), QStringLiteral("#####...#####...#####...#####"));
    QCOMPARE(row(image, 1), row(image, 0));
    QCOMPARE(row(image, 5), QStringLiteral("...............") + QStringLiteral(".............."));
    QCOMPARE(row(image, 8), QStringLiteral("##.........................##"));
}

void TestPaint::ringLeavesTheCellAlone()
{
    QImage image = canvas(24, 16);
    QPainter painter(&image);
    fillRing(painter, QRectF(4, 4, 16, 8), 2, Qt::white, Qt::black);
    painter.end();
    QCOMPARE(row(image, 8), QStringLiteral("..##................##.."));
}

void TestPaint::textSitsOnTheBaseline()
{
    loadFonts();
    const Theme theme;
    QImage image = canvas(40, 20);
    QPainter painter(&image);
    paintText(
        painter, QRectF(0, 0, 40, 20), QStringLiteral("H"), theme.font(Type::Base), Qt::white);
    painter.end();
    // round((20 + 0.711·13) / 2) = 15: nothing of an H below it, its foot right above.
    QVERIFY(
        !row(image, 15).contains(QLatin1Char('#')) && !row(image, 15).contains(QLatin1Char('+')));
    QVERIFY(row(image, 14).contains(QLatin1Char('+')) || row(image, 14).contains(QLatin1Char('#')));
}

void TestPaint::elides()
{
    loadFonts();
    const QFont font = Theme().font(Type::Clip);
    const QString name = QStringLiteral("A rather long name of a clip");
    QCOMPARE(elideRight(name, font, 400), name);
    const QString cut = elideRight(name, font, 60);
    QVERIFY(cut.endsWith(QChar(0x2026)));
    QVERIFY(textWidth(cut, font) <= 60);
}

void TestPaint::pieGrows()
{
    int last = -1;
    for (double part : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        QImage image = canvas(20, 20);
        QPainter painter(&image);
        paintGlyph(painter, Glyph::Pie, {0, 0}, 20, Qt::white, part);
        painter.end();
        const int ink = inkOf(image);
        QVERIFY(ink > last);
        last = ink;
    }
    QImage quarter = canvas(20, 20);
    QPainter painter(&quarter);
    paintWedge(painter, {10, 10}, 8, Qt::white, 0.25);
    painter.end();
    QCOMPARE(quarter.pixel(12, 7), QRgb(0xFFFFFFFF)); // clockwise from twelve
    QCOMPARE(quarter.pixel(7, 7), QRgb(0xFF000000));
}

void TestPaint::everyGlyphAndIconDraws()
{
    for (int g = static_cast<int>(Glyph::Triangle); g <= static_cast<int>(Glyph::Cross); ++g) {
        QImage image = canvas(20, 20);
        QPainter painter(&image);
        paintGlyph(painter, static_cast<Glyph>(g), {0, 0}, 20, Qt::white, 0.3);
        painter.end();
        QVERIFY2(inkOf(image) > 4, qPrintable(QString::number(g)));
    }
    for (int i = 0; i <= static_cast<int>(Icon::Check); ++i) {
        QImage image = canvas(16, 16);
        QPainter painter(&image);
        paintIcon(painter, static_cast<Icon>(i), QRectF(0, 0, 16, 16), Qt::white);
        painter.end();
        QVERIFY2(inkOf(image) > 4, qPrintable(QString::number(i)));
    }
}

int tst_paint(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestPaint>(argc, argv);
}

#include "tst_paint.moc"
