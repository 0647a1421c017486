// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/widgettestclass.h"
#include "tests/ui/transport/transportfixture.h"

#include <QAccessible>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSet>

using namespace clipdeck;

class TestTransportBar : public QObject, protected TransportFixture {
    Q_OBJECT

    /// What of a widget is to be seen at m_now: shown anew, it looks at the clock.
    static QString picture(QWidget *widget, const QRect &part)
    {
        widget->hide();
        widget->show();
        const QImage image = widget->grab(part).toImage();
        const auto bytes = QByteArrayView(image.constBits(), image.sizeInBytes());
        return QString::fromLatin1(
            QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Md5).toHex());
    }

private Q_SLOTS:
    void initTestCase() { start(); }
    void init() { open(); }
    void cleanup() { close(); }
    void cleanupTestCase() { end(); }

    void metronome()
    {
        const bool before = inLive("metronome").toBool();
        QCOMPARE(button("Metronome")->isChecked(), before);
        press("Metronome");
        QCOMPARE(button("Metronome")->isChecked(), !before); // As wished, at once
        QTRY_COMPARE(inLive("metronome").toBool(), !before);
        QTRY_VERIFY(m_engine->liveSet().wishes().empty());
        QCOMPARE(button("Metronome")->isChecked(), !before); // As Live has it

        QTest::keyClick(m_bar.get(), Qt::Key_O);
        QTRY_COMPARE(inLive("metronome").toBool(), before);
    }

    void assistiveTechnologyPresses()
    {
        const bool before = inLive("metronome").toBool();
        QAccessibleInterface *metronome
            = QAccessible::queryAccessibleInterface(button("Metronome"));
        QVERIFY(metronome && metronome->actionInterface());
        QCOMPARE(metronome->role(), QAccessible::CheckBox);
        QCOMPARE(bool(metronome->state().checked), before);
        metronome->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QTRY_COMPARE(inLive("metronome").toBool(), !before);
        QTRY_COMPARE(bool(metronome->state().checked), !before);
        metronome->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QTRY_COMPARE(inLive("metronome").toBool(), before);
    }

    void stillNothingMovesButNumbers_data()
    {
        QTest::addColumn<MotionSetting>("motion");
        QTest::newRow("with the beat") << MotionSetting::Full;
        QTest::newRow("still") << MotionSetting::Still;
    }

    void stillNothingMovesButNumbers()
    {
        QFETCH(MotionSetting, motion);
        m_theme.setMotion(motion);
        m_engine->commands().requestSong(SongField::Metronome, true);
        m_engine->commands().requestPlay();
        QTRY_VERIFY(inLive("metronome").toBool() && inLive("is_playing").toBool());
        QTRY_VERIFY(m_engine->songClock().isPlaying() && button("Metronome")->isChecked());

        auto *position = named<QWidget>("Song position");
        QSet<QString> icons;
        QSet<QString> beats;
        QSet<QString> counts;
        for (int ms = 0; ms < 3000; ms += 20) {
            m_now = m_engine->now() + ms;
            icons.insert(picture(button("Metronome"), button("Metronome")->rect()));
            // The blocks stand at the right end, behind the count.
            const int blocks = 54;
            const QRect all = position->rect();
            beats.insert(picture(position, all.adjusted(all.width() - blocks, 0, 0, 0)));
            counts.insert(picture(position, all.adjusted(0, 0, -blocks, 0)));
        }
        m_theme.setMotion(MotionSetting::Full);
        QVERIFY2(counts.size() > 10, qPrintable(QString::number(counts.size())));
        QCOMPARE(icons.size(), motion == MotionSetting::Still ? 1 : 2);
        QCOMPARE(beats.size(), motion == MotionSetting::Still ? 1 : 4);
        m_engine->commands().requestSong(SongField::Metronome, false);
        QTRY_VERIFY(m_engine->liveSet().wishes().empty());
    }

    void followsLive()
    {
        m_engine->commands().requestSong(SongField::IsAbletonLinkEnabled, true);
        QTRY_COMPARE(inLive("is_ableton_link_enabled").toBool(), true);
        QTRY_VERIFY(button("Link")->isChecked());
    }

    void playAndStop()
    {
        press("Stop");
        QTRY_COMPARE(inLive("is_playing").toBool(), false);
        QTRY_VERIFY(!button("Play")->isChecked());
        press("Play");
        QTRY_COMPARE(inLive("is_playing").toBool(), true);
        QTest::keyClick(m_bar.get(), Qt::Key_Space);
        QTRY_COMPARE(inLive("is_playing").toBool(), false);
        QTRY_VERIFY(m_engine->liveSet().wishes().empty());
        QTest::keyClick(m_bar.get(), Qt::Key_Space);
        QTRY_COMPARE(inLive("is_playing").toBool(), true);
    }

    void spacePlaysWhateverHasTheKeys_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"Metronome", "Tempo", "Launch quantization", "Undo"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void spacePlaysWhateverHasTheKeys()
    {
        QFETCH(QString, name);
        auto *widget = named<QWidget>(name.toLatin1().constData());
        widget->setFocus(Qt::TabFocusReason);
        const bool playing = inLive("is_playing").toBool();
        QTest::keyClick(widget, Qt::Key_Space);
        QTRY_COMPARE(inLive("is_playing").toBool(), !playing);
    }

    void returnPressesWhatHasTheKeys()
    {
        const bool before = inLive("metronome").toBool();
        button("Metronome")->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button("Metronome"), Qt::Key_Return);
        QTRY_COMPARE(inLive("metronome").toBool(), !before);
    }

    void tempoByDragging()
    {
        auto *tempo = named<QDoubleSpinBox>("Tempo");
        const double before = inLive("tempo").toDouble();
        QCOMPARE(tempo->value(), before);
        const QPoint at = tempo->rect().center();
        QTest::mousePress(tempo, Qt::LeftButton, {}, at);
        move(tempo, at - QPoint(0, 20));
        QCOMPARE(tempo->value(), before + 5);
        move(tempo, at - QPoint(0, 25), Qt::ShiftModifier);
        QTest::mouseRelease(tempo, Qt::LeftButton, {}, at - QPoint(0, 25));
        QTRY_VERIFY(qAbs(inLive("tempo").toDouble() - (before + 5.05)) < 0.001);
    }

    void escapeTakesADragBack()
    {
        auto *tempo = named<QDoubleSpinBox>("Tempo");
        const double before = inLive("tempo").toDouble();
        const QPoint at = tempo->rect().center();
        QTest::mousePress(tempo, Qt::LeftButton, {}, at);
        move(tempo, at - QPoint(0, 40));
        QTRY_COMPARE(inLive("tempo").toDouble(), before + 10);
        QTest::keyClick(tempo, Qt::Key_Escape);
        move(tempo, at - QPoint(0, 80)); // The hand goes on, the drag is over
        QTest::mouseRelease(tempo, Qt::LeftButton, {}, at);
        QTRY_COMPARE(inLive("tempo").toDouble(), before);
    }

    void tempoByTyping()
    {
        auto *tempo = named<QDoubleSpinBox>("Tempo");
        QTest::mouseDClick(tempo, Qt::LeftButton);
        auto *field = tempo->findChild<QLineEdit *>();
        QVERIFY(field->isVisible());
        QTest::keyClicks(tempo, QStringLiteral("98,5"));
        QTest::keyClick(tempo, Qt::Key_Return);
        QVERIFY(!field->isVisible());
        QTRY_COMPARE(inLive("tempo").toDouble(), 98.5);

        QTest::mouseDClick(tempo, Qt::LeftButton);
        QTest::keyClicks(tempo, QStringLiteral("150"));
        QTest::keyClick(tempo, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QCOMPARE(tempo->value(), 98.5);
        QCOMPARE(inLive("tempo").toDouble(), 98.5);
    }

    void tempoByKeys()
    {
        auto *tempo = named<QDoubleSpinBox>("Tempo");
        const double before = inLive("tempo").toDouble();
        tempo->setFocus(Qt::TabFocusReason);
        QTest::keyClick(tempo, Qt::Key_Up);
        QTest::keyClick(tempo, Qt::Key_Up);
        QTest::keyClick(tempo, Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY(qAbs(inLive("tempo").toDouble() - (before + 1.9)) < 0.001);
        QTest::keyClick(tempo, Qt::Key_1); // A digit begins to type
        QVERIFY(tempo->findChild<QLineEdit *>()->isVisible());
        QTest::keyClicks(tempo, QStringLiteral("00"));
        QTest::keyClick(tempo, Qt::Key_Return);
        QTRY_COMPARE(inLive("tempo").toDouble(), 100.0);
    }

    void tempoByTaps()
    {
        for (int tap = 0; tap < 4; ++tap) {
            m_now += 400;
            press("Tap tempo");
        }
        QTRY_COMPARE(inLive("tempo").toDouble(), 150.0);
    }

    void launchQuantization()
    {
        auto *combo = named<QComboBox>("Launch quantization");
        QCOMPARE(combo->count(), 14);
        QCOMPARE(combo->currentIndex(), inLive("clip_trigger_quantization").toInt());
        const int next = combo->currentIndex() + 1;
        combo->setFocus(Qt::TabFocusReason);
        QTest::keyClick(combo, Qt::Key_Down);
        QTRY_COMPARE(inLive("clip_trigger_quantization").toInt(), next);

        QWheelEvent brush(QPointF(5, 5), combo->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120),
            Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(combo, &brush);
        QCOMPARE(combo->currentIndex(), next);
    }

    void recordQuantization()
    {
        auto *record = named<QComboBox>("Record quantization");
        QCOMPARE(record->currentIndex(), inLive("midi_recording_quantization").toInt());
        constexpr int sixteenths = 5;
        Q_EMIT record->activated(sixteenths);
        QTRY_COMPARE(inLive("midi_recording_quantization").toInt(), sixteenths);
        QTRY_COMPARE(record->currentIndex(), sixteenths);
    }

    void tempoByWheel()
    {
        auto *tempo = named<QDoubleSpinBox>("Tempo");
        const double before = inLive("tempo").toDouble();
        const auto turn = [&](Qt::KeyboardModifiers keys) {
            const QPointF at = tempo->rect().center();
            QWheelEvent event(at, tempo->mapToGlobal(at), {}, QPoint(0, 120), Qt::NoButton, keys,
                Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(tempo, &event);
        };
        turn({});
        QTRY_COMPARE(inLive("tempo").toDouble(), before + 1.0);
        turn(Qt::ShiftModifier);
        QTRY_VERIFY(qAbs(inLive("tempo").toDouble() - before - 1.1) < 1e-4);
        m_engine->commands().requestSong(SongField::Tempo, before);
        QTRY_COMPARE(inLive("tempo").toDouble(), before);
    }

    void linkIsASwitch()
    {
        const bool before = inLive("is_ableton_link_enabled").toBool();
        press("Link");
        QTRY_COMPARE(inLive("is_ableton_link_enabled").toBool(), !before);
        QTRY_COMPARE(button("Link")->isChecked(), !before);
    }

    void livesLoadIsShown()
    {
        auto *load = named<QWidget>("Live's CPU load");
        QVERIFY(load);
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->liveSet().song().averageProcessUsage > 0, 10'000);
        QTRY_VERIFY(load->accessibleDescription().endsWith(QLatin1String(" %")));
    }

    void undoAndRedoAsLiveHasThem()
    {
        const double before = inLive("tempo").toDouble();
        m_engine->commands().requestSong(SongField::Tempo, 77.0);
        QTRY_COMPARE(inLive("tempo").toDouble(), 77.0);
        QTRY_VERIFY_WITH_TIMEOUT(button("Undo")->isEnabled(), 10'000);
        press("Undo");
        QTRY_COMPARE(inLive("tempo").toDouble(), before);
        QTRY_VERIFY_WITH_TIMEOUT(button("Redo")->isEnabled(), 10'000);
        press("Redo");
        QTRY_COMPARE(inLive("tempo").toDouble(), 77.0);
    }

    void theSecondStopEndsAllAndGoesToTheStart()
    {
        m_engine->commands().requestPlay();
        m_engine->commands().requestSceneLaunch(SceneIndex(2));
        QTRY_VERIFY(inLive("is_playing").toBool());
        QTRY_VERIFY(playingClips() > 0);
        press("Stop");
        QTRY_VERIFY(!inLive("is_playing").toBool());
        QTRY_VERIFY(m_engine->liveSet().wishes().empty());
        QVERIFY(playingClips() > 0); // the first stop leaves the clips as they are
        m_engine->commands().requestSong(SongField::CurrentSongTime, 8.0);
        QTRY_COMPARE(inLive("current_song_time").toDouble(), 8.0);
        QTRY_VERIFY(m_engine->liveSet().wishes().empty());
        press("Stop");
        QTRY_COMPARE(inLive("current_song_time").toDouble(), 0.0);
        QTRY_COMPARE(playingClips(), 0);
    }

    void signatureByTypingAndKeys()
    {
        auto *box = named<QWidget>("Signature");
        box->setFocus(Qt::TabFocusReason);
        QTest::keyClick(box, Qt::Key_7);
        auto *field = box->findChild<QLineEdit *>();
        QVERIFY(field->isVisible());
        QTest::keyClicks(field, QStringLiteral("/8"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(inLive("signature_numerator").toInt(), 7);
        QTRY_COMPARE(inLive("signature_denominator").toInt(), 8);
        QTRY_VERIFY(m_engine->liveSet().wishes().empty());
        QVERIFY(box->hasFocus());
        QTest::keyClick(box, Qt::Key_Down);
        QTest::keyClick(box, Qt::Key_Down, Qt::ShiftModifier);
        QTRY_COMPARE(inLive("signature_numerator").toInt(), 6);
        QTRY_COMPARE(inLive("signature_denominator").toInt(), 4);
        QTRY_VERIFY(m_engine->liveSet().wishes().empty());
        QTest::mouseDClick(box, Qt::LeftButton);
        QTest::keyClicks(field, QStringLiteral("4/3"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(m_engine->liveSet().wishes().empty()); // no such signature

        QTest::keyClick(box, Qt::Key_5);
        QTest::keyClicks(field, QStringLiteral(".8")); // as in Live: on to the next number
        QCOMPARE(field->text(), QStringLiteral("5/8"));
        QTest::keyClick(field, Qt::Key_Home);
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, QStringLiteral("9,16")); // over the old one
        QCOMPARE(field->text(), QStringLiteral("9/16"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(inLive("signature_numerator").toInt(), 9);
        QTRY_COMPARE(inLive("signature_denominator").toInt(), 16);
        QTRY_VERIFY(m_engine->liveSet().wishes().empty());
    }
    void backToTheArrangement()
    {
        m_engine->commands().requestSceneLaunch(SceneIndex(5));
        QTRY_VERIFY(inLive("back_to_arranger").toBool());
        QTRY_VERIFY(button("Back to Arrangement")->isEnabled());
        QTest::keyClick(m_bar.get(), Qt::Key_F10);
        QTRY_VERIFY(!inLive("back_to_arranger").toBool());
        QTRY_VERIFY(!button("Back to Arrangement")->isEnabled());
    }

    void sessionRecord()
    {
        QVERIFY(!inLive("session_record").toBool());
        press("Session record");
        QTRY_VERIFY(inLive("session_record").toBool());
        QTRY_VERIFY(button("Session record")->isChecked());
        QTRY_VERIFY(inLive("is_playing").toBool()); // Live starts the song for it
    }

    void nothingAnswers()
    {
        m_bar->setConnection({ConnectionState::NoAnswer, 12'000, -1, {}}, false);
        for (const char *name :
            {"Play", "Stop", "Session record", "Metronome", "Link", "Undo", "Tap tempo"})
            QVERIFY2(!button(name)->isEnabled(), name);
        QVERIFY(!named<QWidget>("Tempo")->isEnabled());
        QVERIFY(!button("Play")->isChecked());
        QVERIFY(button("Connection: no answer")->isEnabled());

        const bool playing = inLive("is_playing").toBool();
        QTest::keyClick(m_bar.get(), Qt::Key_Space);
        QTest::qWait(1);
        QCOMPARE(inLive("is_playing").toBool(), playing);
    }

    void everyControlIsNamedAndTellsWhatItDoes()
    {
        for (const QWidget *widget : m_bar->findChildren<QWidget *>()) {
            // The lists of combo boxes are windows of their own, which newer versions of Qt make at once.
            const bool isOfTheBar = widget->window() == m_bar->window();
            if (!isOfTheBar || widget->focusPolicy() == Qt::NoFocus
                || widget->inherits("QLineEdit"))
                continue;
            const QByteArray who = widget->metaObject()->className();
            QVERIFY2(!widget->accessibleName().isEmpty(), who.constData());
            QVERIFY2(!widget->toolTip().isEmpty(), who.constData());
            QVERIFY2(!widget->statusTip().isEmpty(), who.constData());
        }
    }
};

int tst_transportbar(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestTransportBar>(argc, argv);
}

#include "tst_transportbar.moc"
