// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/mapping/striplayout.h"

#include <QTest>

using namespace clipdeck;

class tst_StripLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partsStayInsideAndApart_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size :
            {QSize(76, 178), QSize(106, 238), QSize(106, 299), QSize(106, 300), QSize(106, 480)})
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }
    void partsStayInsideAndApart()
    {
        QFETCH(QSize, size);
        const StripLayout box = stripLayout(size);
        const QRect all(QPoint(0, 0), size);
        for (const QRect &part :
            {box.head, box.number, box.color, box.track, box.what, box.value, box.fader}) {
            QVERIFY(!part.isEmpty());
            QVERIFY2(all.contains(part),
                qPrintable(QStringLiteral("y %1, height %2").arg(part.y()).arg(part.height())));
        }
        QVERIFY(!box.number.intersects(box.track));
        QVERIFY(!box.track.intersects(box.what));
        QVERIFY(!box.value.intersects(box.head));
        QVERIFY(!box.fader.intersects(box.value));
        QVERIFY(!box.note.intersects(box.fader));
        QCOMPARE(box.isLow(), size.height() < 300);
    }

    void throwGetsTheRoom()
    {
        QVERIFY(stripLayout({106, 238}).fader.height() > 140);
        QVERIFY(stripLayout({106, 480}).fader.height() > 300);
    }
};

int tst_striplayout(int argc, char *argv[])
{
    return clipdeck::runTestClass<tst_StripLayout>(argc, argv);
}

#include "tst_striplayout.moc"
