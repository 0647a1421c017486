// SPDX-License-Identifier: GPL-3.0-or-later
// The panel by mouse, wheel, keys and accessible names, over a real bank and a MIDI system in memory.
#include "core/mapping/controllersetup.h"
#include "tests/support/bandset.h"
#include "tests/support/fakemididriver.h"
#include "tests/support/recordinglive.h"
#include "tests/support/widgettestclass.h"
#include "ui/mapping/controllerdialog.h"
#include "ui/mapping/faderpadpanel.h"
#include "ui/mapping/pad.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fader.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace clipdeck;

namespace {

const ParameterId cutoff = parameterId(1, 0, 1); // 20..220, at 120

QAction *actionNamed(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

/// Opens the submenu as the pointer would.
QMenu *submenuNamed(const QMenu &menu, const QString &text)
{
    QAction *action = actionNamed(menu, text);
    if (!action || !action->menu())
        return nullptr;
    Q_EMIT action->menu()->aboutToShow();
    return action->menu();
}

void mouse(QWidget &widget, QEvent::Type type, QPoint at, Qt::KeyboardModifiers keys = {})
{
    const Qt::MouseButtons held
        = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, widget.mapToGlobal(at),
        type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held, keys);
    QApplication::sendEvent(&widget, &event);
}

} // namespace

class tst_FaderPadPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.applyTo(*qApp); }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_system = std::make_shared<FakeMidiSystem>();
        m_system->outputs = QStringList{QStringLiteral("Synth"), QStringLiteral("Drums")};
        m_set = std::make_unique<LiveSet>();
        fillSet(*m_set, bandTracks());
        m_live = std::make_unique<RecordingLive>(*m_set);
        m_desk = std::make_unique<ControllerSetup>(*m_set, *m_live,
            std::make_unique<FakeMidiDriver>(m_system),
            m_dir->filePath(QStringLiteral("mappings.json")));
        m_desk->start(QDateTime(QDate(2026, 12, 31), QTime(12, 0)));
        m_desk->faders().map(0, cutoff);
        m_panel = std::make_unique<FaderPadPanel>(*m_desk, m_theme);
        m_panel->resize(1400, 300);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_desk.reset();
    }

    void dragIsRelativeAndFollowsTheHand()
    {
        Fader &first = fader(0);
        const QPoint somewhere(
            10, first.height() / 4); // not on the thumb: a drag starts from where the fader is
        mouse(first, QEvent::MouseButtonPress, somewhere);
        QVERIFY(m_desk->faders().reading(0).isHeld);
        QCOMPARE(m_live->wishes, QStringList());
        mouse(first, QEvent::MouseMove, somewhere - QPoint(0, 20));
        const double up = *m_desk->faders().reading(0).wish;
        QVERIFY2(up > 0.55 && up < 0.75, qPrintable(QString::number(up)));
        QCOMPARE(m_live->wishes.size(), 1);
        mouse(first, QEvent::MouseMove, somewhere - QPoint(0, 10), Qt::ShiftModifier);
        const double fine = *m_desk->faders().reading(0).wish;
        QVERIFY2(qAbs((up - 0.5) / (up - fine) - 20.0) < 0.1,
            qPrintable(QString::number(fine))); // half the way, a tenth
        mouse(first, QEvent::MouseButtonRelease, somewhere);
        QVERIFY(!m_desk->faders().reading(0).isHeld);
    }

    void twoFingersHoldTwoFaders()
    {
        m_desk->faders().mapVolume(1, TrackIndex(0));
        QPointingDevice *screen = QTest::createTouchDevice();
        const QPoint at(10, 60);
        QTest::touchEvent(m_panel.get(), screen).press(1, at, &fader(0)).press(2, at, &fader(1));
        QVERIFY(m_desk->faders().reading(0).isHeld && m_desk->faders().reading(1).isHeld);
        QTest::touchEvent(m_panel.get(), screen)
            .move(1, at - QPoint(0, 20), &fader(0))
            .move(2, at + QPoint(0, 20), &fader(1));
        QVERIFY(*m_desk->faders().reading(0).wish > 0.55);
        QVERIFY(*m_desk->faders().reading(1).wish < *m_desk->faders().reading(1).live);
        QTest::touchEvent(m_panel.get(), screen).release(1, at, &fader(0)).stationary(2);
        QVERIFY(!m_desk->faders().reading(0).isHeld);
        QVERIFY(m_desk->faders().reading(1).isHeld);
        QTest::touchEvent(m_panel.get(), screen).release(2, at, &fader(1));
        QVERIFY(!m_desk->faders().reading(1).isHeld);
    }

    void escapeDuringADragPutsBack()
    {
        Fader &first = fader(0);
        mouse(first, QEvent::MouseButtonPress, QPoint(10, 60));
        mouse(first, QEvent::MouseMove, QPoint(10, 20));
        QTest::keyClick(&first, Qt::Key_Escape);
        QCOMPARE(m_live->wishes.last(), QStringLiteral("1/0/1 = 120"));
        mouse(first, QEvent::MouseMove, QPoint(10, 90));
        mouse(first, QEvent::MouseButtonRelease, QPoint(10, 90));
        QCOMPARE(m_live->wishes.last(), QStringLiteral("1/0/1 = 120"));
    }

    void keysAndWheelStep_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("shift");
        QTest::addColumn<QString>("wish");
        QTest::newRow("up") << int(Qt::Key_Up) << false << QStringLiteral("1/0/1 = 122");
        QTest::newRow("shift down") << int(Qt::Key_Down) << true << QStringLiteral("1/0/1 = 119.8");
        QTest::newRow("page up") << int(Qt::Key_PageUp) << false << QStringLiteral("1/0/1 = 140");
        QTest::newRow("home") << int(Qt::Key_Home) << false << QStringLiteral("1/0/1 = 20");
        QTest::newRow("end") << int(Qt::Key_End) << false << QStringLiteral("1/0/1 = 220");
        QTest::newRow("wheel") << 0 << false << QStringLiteral("1/0/1 = 125");
        QTest::newRow("shift wheel") << 0 << true << QStringLiteral("1/0/1 = 120.5");
    }
    void keysAndWheelStep()
    {
        QFETCH(int, key);
        QFETCH(bool, shift);
        const Qt::KeyboardModifiers keys = shift ? Qt::ShiftModifier : Qt::NoModifier;
        if (key) {
            QTest::keyClick(&fader(0), Qt::Key(key), keys);
        } else {
            QWheelEvent turn(QPointF(10, 10), fader(0).mapToGlobal(QPointF(10, 10)), QPoint(),
                QPoint(0, 120), Qt::NoButton, keys, Qt::NoScrollPhase, false);
            QApplication::sendEvent(&fader(0), &turn);
        }
        QCOMPARE(m_live->wishes.size(), 1);
        QTEST(m_live->wishes.first(), "wish");
        QVERIFY(!m_desk->faders().reading(0).isHeld);
    }

    void quantizedFaderStepsByWholeSteps()
    {
        m_desk->faders().map(1, parameterId(0, 0, 1)); // 0..4, at 1
        QTest::keyClick(&fader(1), Qt::Key_Up);
        QCOMPARE(m_live->wishes, QStringList{QStringLiteral("0/0/1 = 2")});
    }

    void doubleClickResets()
    {
        m_live->confirm(cutoff, 20.0, {});
        QTest::mouseDClick(&fader(0), Qt::LeftButton);
        QCOMPARE(m_live->wishes.last(), QStringLiteral("1/0/1 = 120"));
    }

    void unmappedAndOrphanFadersDoNothing()
    {
        std::vector<BandTrack> tracks = bandTracks();
        tracks[1].devices[0].name = QStringLiteral("Bass voice");
        fillSet(*m_set, tracks);
        for (const int index : {0, 3}) {
            QTest::keyClick(&fader(index), Qt::Key_Up);
            mouse(fader(index), QEvent::MouseButtonPress, QPoint(10, 10));
            mouse(fader(index), QEvent::MouseMove, QPoint(10, 2));
        }
        QCOMPARE(m_live->wishes, QStringList());
    }

    void orphanIsRelinkedByItsButton()
    {
        std::vector<BandTrack> tracks = bandTracks();
        tracks[1].devices[0].name = QStringLiteral("Bass voice");
        fillSet(*m_set, tracks);
        QCOMPARE(fader(0).accessibleName(),
            QStringLiteral("Fader 1: Sub, Voice: Cutoff (not in this set)"));
        auto *relink = named<QPushButton>(QStringLiteral("Re-link fader 1"));
        QVERIFY(relink && relink->isVisible());
        QTest::mouseClick(relink, Qt::LeftButton);
        QCOMPARE(fader(0).accessibleName(), QStringLiteral("Fader 1: Sub, Bass voice: Cutoff"));
        QVERIFY(!relink->isVisible());
    }

    void targetIsChosenByMenu()
    {
        QTest::mouseClick(&fader(2), Qt::LeftButton); // not mapped: the click asks
        QMenu *menu = openMenu();
        QVERIFY(menu);
        QMenu *sub = submenuNamed(*menu, QStringLiteral("Sub"));
        QVERIFY(sub);
        QMenu *tilt = submenuNamed(*sub, QStringLiteral("Tilt"));
        QVERIFY(tilt);
        actionNamed(*tilt, QStringLiteral("Gain"))->trigger();
        QCOMPARE(fader(2).accessibleName(), QStringLiteral("Fader 3: Sub, Tilt: Gain"));
        menu->close();
    }

    void volumeAndUnmapAreInTheMenu()
    {
        QTest::keyClick(&fader(2), Qt::Key_Return);
        QMenu *menu = openMenu();
        QVERIFY(menu);
        actionNamed(*submenuNamed(*menu, QStringLiteral("Keys")), QStringLiteral("Volume"))
            ->trigger();
        menu->close();
        QCOMPARE(fader(2).accessibleName(), QStringLiteral("Fader 3: Keys, Volume"));
        QTest::mouseClick(
            named<QAbstractButton>(QStringLiteral("Choose what fader 3 moves")), Qt::LeftButton);
        menu = openMenu();
        QVERIFY(menu);
        actionNamed(*menu, QStringLiteral("Unmap"))->trigger();
        menu->close();
        QCOMPARE(fader(2).accessibleName(), QStringLiteral("Fader 3: not mapped"));
    }

    void controllerIsAskedFor()
    {
        ControllerDialog::ask(m_desk->faders(), 4, m_panel.get());
        auto *dialog = m_panel->findChild<ControllerDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->findChildren<QSpinBox *>().at(0)->setValue(2);
        dialog->findChildren<QSpinBox *>().at(1)->setValue(74);
        dialog->accept();
        QCOMPARE(fader(4).accessibleName(), QStringLiteral("Fader 5: MIDI ch 2, CC 74"));
        QTest::keyClick(&fader(4), Qt::Key_End);
        QCOMPARE(m_system->sent, QStringList{QStringLiteral("virtual Clipdeck: cc ch 2 74 = 127")});
    }

    void faderIsASliderWithLivesOwnText()
    {
        m_live->confirm(cutoff, 170.0, QStringLiteral("170 Hz"));
        QAccessibleInterface *slider = QAccessible::queryAccessibleInterface(&fader(0));
        QVERIFY(slider);
        QCOMPARE(slider->role(), QAccessible::Slider);
        QCOMPARE(slider->text(QAccessible::Name), QStringLiteral("Fader 1: Sub, Voice: Cutoff"));
        QCOMPARE(slider->text(QAccessible::Value), QStringLiteral("170 Hz"));
        QAccessibleValueInterface *value = slider->valueInterface();
        QVERIFY(value);
        QCOMPARE(value->currentValue().toDouble(), 0.75);
        value->setCurrentValue(0.0);
        QCOMPARE(m_live->wishes, QStringList{QStringLiteral("1/0/1 = 20")});
        QCOMPARE(fader(7).accessibleName(), QStringLiteral("Fader 8: not mapped"));
    }

    void padSoundsWhileItIsHeldLouderFurtherUp()
    {
        Pad &kick = *named<Pad>(QStringLiteral("Pad 1: note C1"));
        QCOMPARE(QAccessible::queryAccessibleInterface(&kick)->role(), QAccessible::Button);
        mouse(kick, QEvent::MouseButtonPress, QPoint(5, 0));
        mouse(kick, QEvent::MouseMove, QPoint(-50, 300));
        QCOMPARE(m_system->sent,
            QStringList{QStringLiteral("virtual Clipdeck: note on ch 1 C1 vel 127")});
        mouse(kick, QEvent::MouseButtonRelease, QPoint(-50, 300));
        QCOMPARE(m_system->sent.last(), QStringLiteral("virtual Clipdeck: note off ch 1 C1 vel 0"));
        mouse(kick, QEvent::MouseButtonPress, QPoint(5, kick.height() - 1));
        QCOMPARE(m_system->sent.last(), QStringLiteral("virtual Clipdeck: note on ch 1 C1 vel 1"));
        mouse(kick, QEvent::MouseButtonRelease, QPoint(5, 5));
    }

    void padsArePlayedByKey()
    {
        Pad &last = *named<Pad>(QStringLiteral("Pad 16: note D#2"));
        QTest::keyPress(&last, Qt::Key_Space);
        QTest::keyPress(&last, Qt::Key_Space); // as a key that repeats without saying so
        QCOMPARE(m_system->sent,
            QStringList{QStringLiteral("virtual Clipdeck: note on ch 1 D#2 vel 100")});
        QTest::keyRelease(&last, Qt::Key_Space);
        QCOMPARE(m_system->sent.size(), 2);
        last.click(); // what assistive technology does
        QCOMPARE(m_system->sent.size(), 4);
    }

    void hiddenPanelLeavesNoNoteSounding()
    {
        Pad &kick = *named<Pad>(QStringLiteral("Pad 1: note C1"));
        mouse(kick, QEvent::MouseButtonPress, QPoint(5, 5));
        m_panel->hide();
        QCOMPARE(m_system->sent.last(), QStringLiteral("virtual Clipdeck: note off ch 1 C1 vel 0"));
    }

    void octaveChannelAndVelocityAreSet()
    {
        QTest::mouseClick(named<QPushButton>(QStringLiteral("Pads an octave up")), Qt::LeftButton);
        named<QSpinBox>(QStringLiteral("MIDI channel of the pads"))->setValue(10);
        named<QSpinBox>(QStringLiteral("Velocity of pads that are played by key"))->setValue(64);
        Pad *first = named<Pad>(QStringLiteral("Pad 1: note C2"));
        QVERIFY(first);
        QTest::keyClick(first, Qt::Key_Return);
        QCOMPARE(
            m_system->sent.first(), QStringLiteral("virtual Clipdeck: note on ch 10 C2 vel 64"));
    }

    void outputIsChosenAndItsLossIsTold()
    {
        auto *output = named<QComboBox>(QStringLiteral("MIDI output"));
        QStringList choices;
        for (int i = 0; i < output->count(); ++i)
            choices.append(output->itemText(i));
        QCOMPARE(choices,
            (QStringList{QStringLiteral("No output"), QStringLiteral("Clipdeck (own)"),
                QStringLiteral("Synth"), QStringLiteral("Drums")}));
        QCOMPARE(output->currentText(), QStringLiteral("Clipdeck (own)"));
        output->setCurrentIndex(3);
        Q_EMIT output->activated(3);
        QCOMPARE(m_system->open, QStringList{QStringLiteral("Drums")});
        m_system->outputs.removeLast();
        m_desk->midi().refresh();
        QCOMPARE(output->currentText(), QStringLiteral("Drums (not there)"));
        const QSignalSpy refused(m_panel.get(), &FaderPadPanel::refused);
        QTest::keyClick(named<Pad>(QStringLiteral("Pad 1: note C1")), Qt::Key_Space);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(refused.at(0).at(0).toString(),
            QStringLiteral("The MIDI port “Drums” is not there. It is opened as soon as it is."));
    }

    void velocityGoesByHeight_data()
    {
        QTest::addColumn<double>("y");
        QTest::addColumn<int>("velocity");
        QTest::newRow("above") << -5.0 << 127;
        QTest::newRow("top") << 0.0 << 127;
        QTest::newRow("middle") << 50.0 << 64;
        QTest::newRow("bottom") << 100.0 << 1;
        QTest::newRow("below") << 130.0 << 1;
    }
    void velocityGoesByHeight()
    {
        QFETCH(double, y);
        QTEST(Pad::velocityAt(y, 101), "velocity");
    }

private:
    Fader &fader(int index) const
    {
        const QString start = QStringLiteral("Fader %1: ").arg(index + 1);
        const QList<Fader *> all = m_panel->findChildren<Fader *>();
        const auto it = std::ranges::find_if(
            all, [&](const Fader *one) { return one->accessibleName().startsWith(start); });
        Q_ASSERT(it != all.end());
        return **it;
    }
    template <class Widget> Widget *named(const QString &name) const
    {
        const QList<Widget *> all = m_panel->findChildren<Widget *>();
        const auto it = std::ranges::find(all, name, &QWidget::accessibleName);
        return it == all.end() ? nullptr : *it;
    }
    /// The menu that chooses a target, open.
    QMenu *openMenu() const
    {
        return QTest::qWaitFor([] {
            return qobject_cast<QMenu *>(QApplication::activePopupWidget()) != nullptr;
        })
            ? qobject_cast<QMenu *>(QApplication::activePopupWidget())
            : nullptr;
    }

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::shared_ptr<FakeMidiSystem> m_system;
    std::unique_ptr<LiveSet> m_set;
    std::unique_ptr<RecordingLive> m_live;
    std::unique_ptr<ControllerSetup> m_desk;
    std::unique_ptr<FaderPadPanel> m_panel;
};

int tst_faderpadpanel(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<tst_FaderPadPanel>(argc, argv);
}

#include "tst_faderpadpanel.moc"
