// SPDX-License-Identifier: GPL-3.0-or-later
// The strip on a real engine, against the stand-in over real UDP: what counts is what the stand-in has in the end.
#include "core/engine.h"
#include "core/sim/simulator.h"
#include "ui/shell/demo.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/transport/moremenu.h"
#include "ui/transport/readoutstrip.h"
#include "ui/transport/signaturebox.h"
#include "ui/transport/transportbar.h"
#include "ui/widgets/stripbutton.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QLayout>
#include <QLineEdit>
#include <QTest>

using namespace clipdeck;

class TransportBarTest : public QObject {
    Q_OBJECT

    Theme m_theme;
    Demo m_demo;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<TransportBar> m_bar;
    qint64 m_now = 0; ///< The strip's clock, so that taps need no waiting

    QJsonValue inLive(const char *property) const
    {
        return m_demo.simulator->dump()
            .value(QLatin1String("song"))
            .toObject()
            .value(QLatin1String(property));
    }

    template <class Widget> Widget *named(const char *name) const
    {
        for (Widget *widget : m_bar->findChildren<Widget *>()) {
            if (widget->accessibleName() == QLatin1String(name))
                return widget;
        }
        qFatal("There is no %s", name);
        return nullptr;
    }
    QAbstractButton *button(const char *name) const { return named<QAbstractButton>(name); }

    void press(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }

    int playingClips() const
    {
        int playing = 0;
        for (const QJsonValue &track :
            m_demo.simulator->dump().value(QLatin1String("tracks")).toArray())
            playing += track.toObject().value(QLatin1String("playing_slot_index")).toInt() >= 0;
        return playing;
    }

    /// An entry of the menu as it would open now, or null.
    QAction *moreAction(const QString &name) const
    {
        auto *menu = m_bar->findChild<MoreMenu *>();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text() == name)
                return action;
        }
        return nullptr;
    }

    static void move(QWidget *widget, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QMouseEvent event(QEvent::MouseMove, to, widget->mapToGlobal(to), Qt::NoButton,
            Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(widget, &event);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme.applyTo(*qApp);
        m_demo = startDemo({}, {});
        QVERIFY2(m_demo.simulator, qPrintable(m_demo.problem));
        m_demo.settings.readDevices = false;
        m_engine = std::make_unique<Engine>(m_demo.settings);
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(
            m_engine->liveSet().trackCount() > 0 && m_engine->liveSet().isComplete(), 10'000);
    }

    void init()
    {
        m_bar = std::make_unique<TransportBar>(TransportContext{m_engine->liveSet(),
            m_engine->commands(), m_engine->songClock(), [this] { return m_now; }, m_theme});
        m_bar->setConnection(m_engine->connection(), false);
        m_bar->resize(1600, 52);
        m_bar->show();
        QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
    }

    void cleanup()
    {
        QTRY_VERIFY(m_engine->liveSet().wishes().empty());
        m_bar.reset();
    }

    void cleanupTestCase()
    {
        m_engine.reset();
        m_demo = {};
    }

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
    }

    void keysOfWhatHasNoRoom()
    {
        m_bar->resize(m_bar->minimumSizeHint().width(), 52);
        QTRY_VERIFY(!button("Arrangement record")->isVisible());
        QTest::keyClick(m_bar.get(), Qt::Key_F9);
        QTRY_VERIFY(inLive("record_mode").toBool());
        QTest::keyClick(m_bar.get(), Qt::Key_F9);
        QTRY_VERIFY(!inLive("record_mode").toBool());
    }

    void whatHasNoRoomIsInTheMenu_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("property");
        const auto row = [](const char *name, const char *property) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(property);
        };
        row("Arrangement loop", "loop");
        row("Overdub", "arrangement_overdub");
        row("Punch in", "punch_in");
        row("Punch out", "punch_out");
    }
    void whatHasNoRoomIsInTheMenu()
    {
        QFETCH(QString, name);
        QFETCH(QString, property);
        const QByteArray key = property.toLatin1();
        const bool before = inLive(key.constData()).toBool();
        m_bar->resize(m_bar->minimumSizeHint().width(), 52);
        QTRY_VERIFY(!button(name.toLatin1().constData())->isVisible());
        QAction *action = moreAction(name);
        QVERIFY(action);
        QCOMPARE(action->isChecked(), before);
        action->trigger();
        QCOMPARE(action->isChecked(), !before); // as wished, at once
        QTRY_COMPARE(inLive(key.constData()).toBool(), !before);
    }

    void narrowStripsFoldAndNeverClip_data()
    {
        QTest::addColumn<int>("width");
        for (int width : {1200, 1280, 1400, 1600, 1920, 2560})
            QTest::addRow("%d px", width) << width;
    }
    void narrowStripsFoldAndNeverClip()
    {
        QFETCH(int, width);
        m_bar->resize(width, 52);
        m_bar->setEnd(width - 6);
        QVERIFY(m_bar->minimumSizeHint().width() <= 1200);
        QCoreApplication::processEvents();
        const auto shown = m_bar->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
        for (const QWidget *a : shown) {
            if (!a->isVisible() || a->isWindow())
                continue;
            QVERIFY2(m_bar->rect().contains(a->geometry()), qPrintable(a->accessibleName()));
            for (const QWidget *b : shown)
                QVERIFY2(a == b || !b->isVisible() || b->isWindow()
                        || !a->geometry().intersects(b->geometry()),
                    qPrintable(
                        a->accessibleName() + QStringLiteral(" and ") + b->accessibleName()));
        }
        // What is not in the strip is in the menu, and the other way round.
        for (const TransportItem &item : transportItems()) {
            const QString name = QString::fromLatin1(item.name);
            QVERIFY2(button(item.name)->isVisible() != (moreAction(name) != nullptr), item.name);
        }
    }

    void nothingIsCutAtAnyWidth()
    {
        m_bar->setFinder(new QWidget(m_bar.get()));
        const auto fitsIn = [](const QWidget &parent) {
            QRegion taken;
            for (QWidget *child : parent.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
                if (!child->isVisible() || child->isWindow())
                    continue;
                if (!parent.rect().contains(child->geometry())
                    || taken.intersects(child->geometry()))
                    return child->accessibleName();
                if (qobject_cast<StripButton *>(child)
                    && !child->accessibleName().startsWith(QLatin1String("Connection"))
                    && child->width() < child->sizeHint().width() - 12) // of its margins
                    return child->accessibleName();
                taken += child->geometry();
            }
            return QStringLiteral("all");
        };
        const int least = m_bar->minimumSizeHint().width();
        QVERIFY2(least < 900, qPrintable(QString::number(least)));
        for (int width = least; width < 1900; width += 3) {
            m_bar->resize(width, 52);
            m_bar->layout()->activate();
            QCOMPARE(fitsIn(*m_bar), QStringLiteral("all"));
            QCOMPARE(fitsIn(*m_bar->findChild<ReadoutStrip *>()), QStringLiteral("all"));
        }
    }

    void readoutsHaveRoomForWhatTheyCanSay()
    {
        const auto room = [](ReadoutPart part) { return layOutReadouts(0).box(part).width(); };
        const auto wide
            = [&](const QString &text, Type type) { return textWidth(text, m_theme.font(type)); };
        constexpr int arrow = 14;
        for (const QString &name : ReadoutStrip::launchNames())
            QVERIFY2(
                wide(name, Type::Readout) + arrow <= room(ReadoutPart::Launch), qPrintable(name));
        for (const QString &name : ReadoutStrip::recordNames())
            QVERIFY2(
                wide(name, Type::Readout) + arrow <= room(ReadoutPart::Record), qPrintable(name));
        QVERIFY(wide(QStringLiteral("12 / 16"), Type::Readout) <= room(ReadoutPart::Signature));
        QVERIFY(wide(QStringLiteral("999.00"), Type::Readout) <= room(ReadoutPart::Tempo));
        constexpr int blocks = 54;
        QVERIFY(
            wide(QStringLiteral("1999.4.4"), Type::Count) + blocks <= room(ReadoutPart::Position));
    }

    void whatFoldsIsInTheMenu()
    {
        m_bar->resize(m_bar->minimumSizeHint().width(), 52);
        m_bar->layout()->activate();
        QVERIFY(!named<QComboBox>("Launch quantization")->isVisible());
        QVERIFY(named<QDoubleSpinBox>("Tempo")->isVisible());
        QAction *launch = moreAction(QStringLiteral("Launch quantization"));
        QVERIFY(launch && launch->menu());
        launch->menu()->actions().at(7)->trigger();
        QTRY_COMPARE(inLive("clip_trigger_quantization").toInt(), 7);
        auto *tap = m_bar->findChild<MoreMenu *>()->findChild<StripButton *>();
        QCOMPARE(tap->accessibleName(), QStringLiteral("Tap tempo"));
        for (m_now = 1000; m_now <= 2500; m_now += 500)
            QTest::mouseClick(tap, Qt::LeftButton);
        QTRY_COMPARE(inLive("tempo").toDouble(), 120.0);
        auto *signature = m_bar->findChild<MoreMenu *>()->findChild<SignatureBox *>();
        const int numerator = inLive("signature_numerator").toInt();
        QTest::keyClick(signature, Qt::Key_Down);
        QTRY_COMPARE(inLive("signature_numerator").toInt(), numerator - 1);
        QTest::keyClick(signature, Qt::Key_Up);
        QTRY_COMPARE(inLive("signature_numerator").toInt(), numerator);
        m_bar->resize(1600, 52);
        m_bar->layout()->activate();
        QVERIFY(named<QComboBox>("Launch quantization")->isVisible());
        QVERIFY(!moreAction(QStringLiteral("Launch quantization")));
    }

    void scaleFromTheMenu()
    {
        const auto choose = [&](const QString &choice) {
            QMenu *scale = nullptr;
            moreAction({}); // the menu is filled
            for (QAction *action : m_bar->findChild<MoreMenu *>()->actions()) {
                if (action->text().startsWith(QLatin1String("Scale: ")))
                    scale = action->menu();
            }
            for (QAction *action : scale ? scale->actions() : QList<QAction *>()) {
                if (action->text() == choice)
                    action->trigger();
            }
        };
        choose(QStringLiteral("D"));
        QTRY_COMPARE(inLive("root_note").toInt(), 2);
        choose(QStringLiteral("Dorian"));
        QTRY_COMPARE(inLive("scale_name").toString(), QStringLiteral("Dorian"));
        QTRY_VERIFY(m_engine->liveSet().wishes().empty());
        QVERIFY(moreAction(QStringLiteral("Scale: D Dorian")));
    }

    void nudgeWhileItIsHeld()
    {
        moreAction({}); // the menu is filled
        auto *up = named<QAbstractButton>("Nudge up");
        QTest::mousePress(up, Qt::LeftButton);
        QTRY_VERIFY(inLive("nudge_up").toBool());
        QTest::mouseRelease(up, Qt::LeftButton);
        QTRY_VERIFY(!inLive("nudge_up").toBool());
    }

    void cuePointsAreListedByTimeAndJumpedTo()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!m_engine->liveSet().song().cuePoints.empty(), 10'000);
        const std::vector<CuePoint> cues = m_engine->liveSet().song().cuePoints;
        QVERIFY(std::is_sorted(cues.begin(), cues.end(),
            [](const CuePoint &a, const CuePoint &b) { return a.time < b.time; }));
        moreAction({});
        QMenu *list = nullptr;
        for (QMenu *menu : m_bar->findChildren<QMenu *>()) {
            if (menu->title() == QLatin1String("Cue points"))
                list = menu;
        }
        QVERIFY(list);
        QCOMPARE(list->actions().size(), static_cast<qsizetype>(cues.size()) + 3);
        m_engine->commands().requestStopPlaying();
        QTRY_VERIFY(!inLive("is_playing").toBool());
        list->actions().last()->trigger();
        QTRY_COMPARE(inLive("current_song_time").toDouble(), cues.back().time);
        list->actions().first()->trigger(); // previous
        QTRY_VERIFY(inLive("current_song_time").toDouble() < cues.back().time);
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
            if (widget->focusPolicy() == Qt::NoFocus || widget->inherits("QLineEdit"))
                continue;
            const QByteArray who = widget->metaObject()->className();
            QVERIFY2(!widget->accessibleName().isEmpty(), who.constData());
            QVERIFY2(!widget->toolTip().isEmpty(), who.constData());
            QVERIFY2(!widget->statusTip().isEmpty(), who.constData());
        }
    }
};

QTEST_MAIN(TransportBarTest)
#include "tst_transportbar.moc"
