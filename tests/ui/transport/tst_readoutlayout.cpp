// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/transport/readoutlayout.h"

#include <QTest>

using namespace clipdeck;

class TestReadoutLayout : public QObject {
    Q_OBJECT

    /// A letter each, in the order in which they stand.
    static QString shown(const ReadoutLayout &layout)
    {
        const QString letters = QStringLiteral("TtSLRP");
        QString out;
        for (int i = 0; i < readoutParts; ++i) {
            if (layout.shows(static_cast<ReadoutPart>(i)))
                out += letters.at(i);
        }
        return out;
    }

private Q_SLOTS:
    void giveWayInTheirOrder_data()
    {
        QTest::addColumn<int>("room");
        QTest::addColumn<QString>("parts");
        QTest::newRow("plenty") << 2000 << "TtSLRP";
        QTest::newRow("just") << 594 << "TtSLRP";
        QTest::newRow("a pixel less") << 593 << "TtSLP";
        QTest::newRow("without the signature") << 493 << "TtLP";
        QTest::newRow("without the tap") << 411 << "TLP";
        QTest::newRow("tempo and position") << 360 << "TP";
        QTest::newRow("no room at all") << -50 << "TP";
    }
    void giveWayInTheirOrder()
    {
        QFETCH(int, room);
        QTEST(shown(readoutsThatFit(room)), "parts");
    }

    void nothingOverlaps()
    {
        for (int folded = 0; folded <= static_cast<int>(foldingReadouts.size()); ++folded) {
            const ReadoutLayout layout = layOutReadouts(folded);
            int end = 0;
            for (const QRect &box : layout.boxes) {
                if (box.isEmpty())
                    continue;
                QVERIFY(box.left() >= end + 8);
                end = box.right() + 1;
            }
            QCOMPARE(layout.width, end + 12);
            for (int x : layout.separators) {
                for (const QRect &box : layout.boxes)
                    QVERIFY(box.isEmpty() || x < box.left() || x > box.right());
            }
        }
    }
};

int tst_readoutlayout(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestReadoutLayout>(argc, argv);
}

#include "tst_readoutlayout.moc"
