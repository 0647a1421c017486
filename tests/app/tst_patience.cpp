// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/patience.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

class TestPatience : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runsOutWithoutProgress();
    void progressRenewsIt();
    void whatGoesBackIsNoProgress();
};

void TestPatience::runsOutWithoutProgress()
{
    Patience patience(300, 1000);
    QVERIFY(!patience.isOver(0, 1000));
    QVERIFY(!patience.isOver(0, 1299));
    QVERIFY(patience.isOver(0, 1300));
}

void TestPatience::progressRenewsIt()
{
    Patience patience(300, 1000);
    QVERIFY(!patience.isOver(1, 1200));
    QVERIFY(!patience.isOver(1, 1499));
    QVERIFY(patience.isOver(1, 1500));
    QVERIFY(!patience.isOver(2, 1501));
}

void TestPatience::whatGoesBackIsNoProgress()
{
    Patience patience(300, 0);
    QVERIFY(!patience.isOver(5, 100));
    QVERIFY(!patience.isOver(3, 300));
    QVERIFY(patience.isOver(5, 400));
}

int tst_patience(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestPatience>(argc, argv);
}

#include "tst_patience.moc"
