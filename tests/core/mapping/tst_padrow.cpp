// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mapping/padbank.h"
#include "tests/support/recordinglive.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

using namespace clipdeck;

class tst_PadRow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void padPlaysItsNote()
    {
        RecordingSender midi;
        PadBank pads(midi);
        pads.press(0, 112);
        QCOMPARE(pads.sounding(0).value(), 112);
        pads.release(0);
        pads.release(0);
        pads.press(15);
        QCOMPARE(midi.sent,
            (QStringList{QStringLiteral("note on ch 1 C1 vel 112"),
                QStringLiteral("note off ch 1 C1 vel 0"),
                QStringLiteral("note on ch 1 D#2 vel 100")}));
    }

    void noteEndsAsItBegan()
    {
        RecordingSender midi;
        PadBank pads(midi);
        pads.press(0);
        pads.setSettings({60, 10, 90});
        pads.release(0);
        pads.press(0);
        QCOMPARE(midi.sent,
            (QStringList{QStringLiteral("note on ch 1 C1 vel 100"),
                QStringLiteral("note off ch 1 C1 vel 0"),
                QStringLiteral("note on ch 10 C3 vel 90")}));
    }

    void pressedTwiceEndsFirst()
    {
        RecordingSender midi;
        PadBank pads(midi);
        pads.press(3, 10);
        pads.press(3, 20);
        QCOMPARE(midi.sent,
            (QStringList{QStringLiteral("note on ch 1 D#1 vel 10"),
                QStringLiteral("note off ch 1 D#1 vel 0"),
                QStringLiteral("note on ch 1 D#1 vel 20")}));
    }

    void nothingSoundsOnAfterItsEnd()
    {
        RecordingSender midi;
        {
            PadBank pads(midi);
            pads.press(1);
        }
        QCOMPARE(midi.sent.last(), QStringLiteral("note off ch 1 C#1 vel 0"));
    }

    void withoutAnOutputThePadDoesNotLight()
    {
        RecordingSender midi;
        midi.isOpen = false;
        PadBank pads(midi);
        const QSignalSpy notSent(&pads, &PadBank::notSent);
        pads.press(0);
        QVERIFY(!pads.sounding(0));
        QCOMPARE(notSent.count(), 1);
    }

    void settingsAreCut()
    {
        RecordingSender midi;
        PadBank pads(midi);
        pads.setSettings({126, 0, 200});
        QVERIFY((pads.settings() == PadSettings{112, 1, 127}));
        QCOMPARE(pads.note(15), 127);
    }
};

int tst_padrow(int argc, char *argv[])
{
    return clipdeck::runTestClass<tst_PadRow>(argc, argv);
}

#include "tst_padrow.moc"
