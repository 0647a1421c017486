// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/showset.h"
#include "tests/support/testclass.h"
#include "ui/session/input/clipdrag.h"

#include <QTest>

using namespace clipdeck;

class TestClipDrag : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whenAPressIsADrag_data();
    void whenAPressIsADrag();
    void saysWhatADropWouldDo_data();
    void saysWhatADropWouldDo();
};

void TestClipDrag::whenAPressIsADrag_data()
{
    QTest::addColumn<bool>("launched");
    QTest::addColumn<double>("moved");
    QTest::addColumn<bool>("overAnother");
    QTest::addColumn<int>("after");
    QTest::addColumn<bool>("drags");
    QTest::newRow("select, still") << false << 2.0 << false << 500 << false;
    QTest::newRow("select, moved") << false << 12.0 << false << 10 << true;
    QTest::newRow("launch, moved inside") << true << 30.0 << false << 900 << false;
    QTest::newRow("launch, slipped") << true << 30.0 << true << 120 << false;
    QTest::newRow("launch, meant") << true << 30.0 << true << 300 << true;
}

void TestClipDrag::whenAPressIsADrag()
{
    QFETCH(bool, launched);
    QFETCH(double, moved);
    QFETCH(bool, overAnother);
    QFETCH(int, after);
    QFETCH(bool, drags);
    ClipDrag drag;
    drag.pressedAt = {100, 100};
    drag.pressedSince = 1000;
    drag.launched = launched;
    QCOMPARE(beginsDrag(drag, {100 + moved, 100}, overAnother, 1000 + after, 10), drags);
}

void TestClipDrag::saysWhatADropWouldDo_data()
{
    QTest::addColumn<std::optional<SlotId>>("over");
    QTest::addColumn<bool>("copies");
    QTest::addColumn<QString>("words");
    QTest::newRow("nowhere") << std::optional<SlotId>() << false
                             << "Riff: drop on a slot moves, Ctrl copies, Esc cancels.";
    QTest::newRow("move") << std::optional(slotId(0, 1)) << false << "Move Riff to Keys, scene 2.";
    QTest::newRow("copy over another")
        << std::optional(slotId(0, 2)) << true << "Copy Riff to Keys, scene 3. Replaces Old.";
}

void TestClipDrag::saysWhatADropWouldDo()
{
    QFETCH(std::optional<SlotId>, over);
    QFETCH(bool, copies);
    QFETCH(QString, words);
    ShowSet show;
    show.addTracks(1, 3);
    show.nameTrack(0, "Keys", 0);
    show.putClip(0, 0, "Riff", 0);
    show.putClip(0, 2, "Old", 0);
    ClipDrag drag;
    drag.from = slotId(0, 0);
    drag.began = true;
    drag.over = over;
    drag.copies = copies;
    QCOMPARE(dragHint(show.set, drag), words);
}

int tst_clipdrag(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestClipDrag>(argc, argv);
}

#include "tst_clipdrag.moc"
