// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/session/paint/backingimage.h"

#include <QPainter>
#include <QTest>

using namespace clipdeck;

class TestSurfaceBuffer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void paintsAllAtFirst();
    void paintsOnlyWhatDiffers();
    void aBoxInABoxIsPaintedOnce();
    void manyBoxesAreOnePaint();
    void stopsWhenItsTimeIsUp();
    void anotherSizeOrRatioPaintsAll();
    void nothingPaintsPastItsBox();
    void boxesAreWholePixelsAtOddRatios();
    void copiesPixelByPixel();

private:
    std::vector<QRect> refresh(
        QSize size = {100, 50}, double ratio = 1, qint64 mostNs = 1'000'000'000)
    {
        std::vector<QRect> painted;
        const std::vector<QRect> told = m_buffer.refresh(
            size, ratio,
            [&](QPainter &painter, const QRect &box) {
                painted.push_back(box);
                painter.fillRect(QRect(-1000, -1000, 5000, 5000), m_color);
            },
            mostNs);
        return told == painted ? painted : std::vector{QRect()};
    }
    BackingImage m_buffer;
    QColor m_color = Qt::red;
};

void TestSurfaceBuffer::paintsAllAtFirst()
{
    QCOMPARE(refresh(), std::vector{QRect(0, 0, 100, 50)});
    QVERIFY(refresh().empty());
}

void TestSurfaceBuffer::paintsOnlyWhatDiffers()
{
    m_buffer.invalidate(QRect(10, 10, 20, 20));
    m_buffer.invalidate(QRect(50, 10, 20, 20));
    QCOMPARE(refresh(), (std::vector{QRect(10, 10, 20, 20), QRect(50, 10, 20, 20)}));
}

void TestSurfaceBuffer::aBoxInABoxIsPaintedOnce()
{
    m_buffer.invalidate(QRect(10, 10, 20, 20));
    m_buffer.invalidate(QRect(12, 12, 4, 4));
    m_buffer.invalidate(QRect());
    QCOMPARE(refresh(), std::vector{QRect(10, 10, 20, 20)});
}

void TestSurfaceBuffer::manyBoxesAreOnePaint()
{
    for (int i = 0; i < 300; ++i)
        m_buffer.invalidate(QRect(i % 100, i / 100 * 3, 1, 1));
    QVERIFY(m_buffer.isBlank());
    QCOMPARE(refresh(), std::vector{QRect(0, 0, 100, 50)});
}

void TestSurfaceBuffer::stopsWhenItsTimeIsUp()
{
    refresh();
    for (int i = 0; i < 3; ++i)
        m_buffer.invalidate(QRect(20 * i, 0, 10, 10));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!m_buffer.isFresh());
        QCOMPARE(refresh({100, 50}, 1, 0), std::vector{QRect(20 * i, 0, 10, 10)});
    }
    QVERIFY(m_buffer.isFresh());
}

void TestSurfaceBuffer::anotherSizeOrRatioPaintsAll()
{
    QCOMPARE(refresh({120, 50}), std::vector{QRect(0, 0, 120, 50)});
    QCOMPARE(refresh({120, 50}, 2), std::vector{QRect(0, 0, 120, 50)});
    QCOMPARE(m_buffer.image().size(), QSize(240, 100));
}

void TestSurfaceBuffer::nothingPaintsPastItsBox()
{
    m_color = Qt::red;
    refresh({100, 50});
    m_color = Qt::blue;
    m_buffer.invalidate(QRect(10, 10, 20, 20));
    refresh({100, 50});
    QCOMPARE(m_buffer.image().pixelColor(9, 15), QColor(Qt::red));
    QCOMPARE(m_buffer.image().pixelColor(10, 15), QColor(Qt::blue));
    QCOMPARE(m_buffer.image().pixelColor(30, 15), QColor(Qt::red));
}

void TestSurfaceBuffer::boxesAreWholePixelsAtOddRatios()
{
    refresh({100, 50}, 1.5);
    m_buffer.invalidate(QRect(9, 9, 5, 5)); // 13.5 to 21 device pixels
    const std::vector<QRect> painted = refresh({100, 50}, 1.5);
    QCOMPARE(painted, std::vector{QRect(8, 8, 8, 8)}); // 12 to 24
}

void TestSurfaceBuffer::copiesPixelByPixel()
{
    m_color = Qt::green;
    m_buffer.invalidate();
    refresh({40, 20}, 2);
    QImage target(80, 40, QImage::Format_RGB32);
    target.setDevicePixelRatio(2);
    target.fill(Qt::black);
    QPainter painter(&target);
    m_buffer.copyTo(painter);
    painter.end();
    for (QPoint at : {QPoint(0, 0), QPoint(79, 39), QPoint(41, 20)})
        QCOMPARE(target.pixelColor(at), m_buffer.image().pixelColor(at));
}

int tst_surfacebuffer(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSurfaceBuffer>(argc, argv);
}

#include "tst_surfacebuffer.moc"
