// SPDX-License-Identifier: GPL-3.0-or-later
// From the pad under the finger to another program: real panel, real RtMidi, real JACK server.
#include "core/mapping/controllersetup.h"
#include "core/midi/rtmidiports.h"
#include "tests/support/jackdummy.h"
#include "tests/support/recordinglive.h"
#include "tests/support/widgettestclass.h"
#include "ui/mapping/faderpadpanel.h"
#include "ui/mapping/pad.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fader.h"

#include <QApplication>
#include <QComboBox>
#include <QTemporaryDir>
#include <QTest>

#include <RtMidi.h>

#include <vector>

using namespace clipdeck;

namespace {

/// What arrived at `in` so far and, if need be, what arrives until there are `count` messages.
QStringList arrived(RtMidiIn &in, int count)
{
    QStringList lines;
    const bool came = QTest::qWaitFor([&] {
        std::vector<unsigned char> bytes;
        for (in.getMessage(&bytes); !bytes.empty(); in.getMessage(&bytes))
            lines.append(MidiMessage::parse(bytes) ? describe(*MidiMessage::parse(bytes))
                                                   : QStringLiteral("other"));
        return lines.size() >= count;
    });
    return came ? lines : lines << QStringLiteral("and no more");
}

} // namespace

class tst_PadSound : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void padAndFaderAreHeardByAnotherProgram()
    {
        if (QString why; !JackDummy::canRun(&why))
            QSKIP(qPrintable(why));
        JackDummy jack;
        QVERIFY(jack.start());
        RtMidiIn synth(RtMidi::UNIX_JACK, "Synth");
        synth.openVirtualPort("keys");

        const QTemporaryDir dir;
        LiveSet set;
        RecordingLive live(set);
        ControllerSetup desk(
            set, live, makeRtMidiDriver(), dir.filePath(QStringLiteral("mappings.json")));
        desk.start(QDateTime::currentDateTime());
        desk.faders().map(0, ControllerTarget{3, 74});
        const Theme theme;
        theme.applyTo(*qApp);
        FaderPadPanel panel(desk, theme);
        panel.resize(1400, 300);
        panel.show();

        auto *output = panel.findChild<QComboBox *>();
        QCOMPARE(output->accessibleName(), QStringLiteral("MIDI output"));
        const int row = output->findText(QStringLiteral("Synth:keys"));
        QVERIFY(row >= 0);
        output->setCurrentIndex(row);
        Q_EMIT output->activated(row);

        Pad *pad = panel.findChildren<Pad *>().first();
        QTest::mouseClick(pad, Qt::LeftButton, {}, QPoint(5, 0));
        QTest::keyClick(panel.findChildren<Fader *>().first(), Qt::Key_End);
        QCOMPARE(arrived(synth, 3),
            (QStringList{QStringLiteral("note on ch 1 C1 vel 127"),
                QStringLiteral("note off ch 1 C1 vel 0"), QStringLiteral("cc ch 3 74 = 127")}));
    }
};

int tst_padsound(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<tst_PadSound>(argc, argv);
}

#include "tst_padsound.moc"
