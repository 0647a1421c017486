// SPDX-License-Identifier: GPL-3.0-or-later
// Several tracks selected in the grid or the mixer: what is done to one of them is done to all. Asserted on the stand-in.
#include "core/live/levels.h"
#include "tests/support/widgettestclass.h"
#include "tests/ui/mixer/mixerfixture.h"
#include "ui/session/sessionview.h"
#include "ui/shell/livepage.h"
#include "ui/shell/settings.h"
#include "ui/widgets/colorgrid.h"

#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>

using namespace clipdeck;

class TestMultiSelect : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<MixerFixture> m_bench;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<LivePage> m_livePage;
    SessionView *m_grid = nullptr;
    MixerView *m_mixer = nullptr;

    LiveSet &mirror() const { return m_bench->engine->liveSet(); }
    double volume(int track) const { return m_bench->number(track, "volume"); }
    bool isOn(int track, const char *property) const { return m_bench->isOn(track, property); }
    int column(int track) const { return m_grid->model().columnOf(TrackIndex(track)); }

    void clickHeader(int track, Qt::KeyboardModifiers keys = {}) const
    {
        const QRectF box = m_grid->sessionLayout().rect(headerPlace(column(track)));
        QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, keys, box.center().toPoint());
    }
    QPoint middle(StripControl control, int track) const
    {
        return m_mixer->mixerLayout().target({control, column(track)}).center().toPoint();
    }
    void click(StripControl control, int track, Qt::KeyboardModifiers keys = {}) const
    {
        QTest::mouseClick(m_mixer, Qt::LeftButton, keys, middle(control, track));
    }
    /// A strip's ground, beside its controls.
    void clickStrip(int track, Qt::KeyboardModifiers keys) const
    {
        const QRectF strip = m_mixer->mixerLayout().strip(column(track));
        for (double y = strip.bottom() - 1; y > strip.top(); --y) {
            const QPointF at(strip.left() + 1, y);
            if (m_mixer->mixerLayout().hit(at) != StripPart{StripControl::None, column(track)})
                continue;
            QTest::mouseClick(m_mixer, Qt::LeftButton, keys, at.toPoint());
            return;
        }
        QFAIL("there is no ground to click on");
    }
    void move(QPoint to) const
    {
        QMouseEvent event(
            QEvent::MouseMove, to, m_mixer->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_mixer, &event);
    }
    QMenu *openMenu(int track) const
    {
        delete m_mixer->findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
        const QPoint at = m_mixer->mixerLayout().strip(column(track)).center().toPoint();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_mixer->mapToGlobal(at));
        QCoreApplication::sendEvent(m_mixer, &event);
        return m_mixer->findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<MixerFixture>();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->isRead(), 10'000);
        m_settings = std::make_unique<Settings>(m_dir.path());
        m_livePage
            = std::make_unique<LivePage>(*m_bench->engine, true, m_bench->theme, *m_settings);
        m_livePage->resize(1600, 900);
        m_livePage->show();
        QVERIFY(QTest::qWaitForWindowActive(m_livePage.get()));
        m_grid = m_livePage->findChild<SessionView *>();
        m_mixer = m_livePage->findChild<MixerView *>();
        QVERIFY(m_grid && m_mixer && m_mixer->isVisible());
    }
    void init()
    {
        clickHeader(kick);
        Commands &commands = m_bench->engine->commands();
        for (int track : {kick, snare, hats}) {
            for (TrackField field : {TrackField::Arm, TrackField::Solo, TrackField::Mute})
                commands.requestTrack(TrackIndex(track), field, false);
            commands.requestTrack(TrackIndex(track), TrackField::Panning, 0.1 * track);
            commands.requestTrack(TrackIndex(track), TrackField::Volume, 0.5 + 0.1 * track);
        }
        QTRY_VERIFY(mirror().wishes().empty());
    }
    void cleanup()
    {
        delete m_mixer->findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_VERIFY(mirror().wishes().empty());
    }

    void headersAreSelectedByControlAndShift()
    {
        clickHeader(hats, Qt::ControlModifier);
        QCOMPARE(m_grid->selectedTracks(), (std::vector{TrackIndex(kick), TrackIndex(hats)}));
        clickHeader(hats, Qt::ControlModifier);
        QCOMPARE(m_grid->selectedTracks(), std::vector{TrackIndex(kick)});
        clickHeader(kick);
        clickHeader(hats, Qt::ShiftModifier);
        QCOMPARE(m_grid->selectedTracks(),
            (std::vector{TrackIndex(kick), TrackIndex(snare), TrackIndex(hats)}));
        clickHeader(snare);
        QCOMPARE(m_grid->selectedTracks(), std::vector{TrackIndex(snare)});
        QTest::keyClick(m_grid, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_grid->selectedTracks(), (std::vector{TrackIndex(snare), TrackIndex(hats)}));
    }

    void stripsSelectAsHeadersDo()
    {
        clickStrip(snare, {});
        clickStrip(hats, Qt::ControlModifier);
        QCOMPARE(m_grid->selectedTracks(), (std::vector{TrackIndex(snare), TrackIndex(hats)}));
        click(StripControl::Mute, snare);
        QTRY_VERIFY(isOn(snare, "mute") && isOn(hats, "mute"));
        QVERIFY(!isOn(kick, "mute"));
    }

    void muteActsOnAll()
    {
        clickHeader(hats, Qt::ControlModifier);
        click(StripControl::Mute, hats);
        QTRY_VERIFY(isOn(kick, "mute") && isOn(hats, "mute"));
        QVERIFY(!isOn(snare, "mute"));
        QTRY_VERIFY(mirror().wishes().empty());
        click(StripControl::Mute, snare); // is none of them
        QTRY_VERIFY(isOn(snare, "mute"));
        QTRY_VERIFY(mirror().wishes().empty());
        click(StripControl::Mute, kick);
        QTRY_VERIFY(!isOn(kick, "mute") && !isOn(hats, "mute"));
        QVERIFY(isOn(snare, "mute"));
    }

    void soloAndArmActOnAllAndPutTheOthersOut_data()
    {
        QTest::addColumn<int>("control");
        QTest::addColumn<QByteArray>("property");
        QTest::newRow("solo") << static_cast<int>(StripControl::Solo) << QByteArray("solo");
        QTest::newRow("arm") << static_cast<int>(StripControl::Arm) << QByteArray("arm");
    }
    void soloAndArmActOnAllAndPutTheOthersOut()
    {
        QFETCH(int, control);
        QFETCH(QByteArray, property);
        const auto on = [&](int track) { return isOn(track, property.constData()); };
        click(static_cast<StripControl>(control), snare);
        QTRY_VERIFY(on(snare));
        clickHeader(kick);
        clickHeader(hats, Qt::ControlModifier);
        click(static_cast<StripControl>(control), hats);
        QTRY_VERIFY(on(kick) && on(hats) && !on(snare));
        QCOMPARE(m_grid->selectedTracks().size(), std::size_t(2)); // arming one of them keeps them
    }

    void aDraggedFaderTakesTheOthersAlong()
    {
        clickHeader(hats, Qt::ShiftModifier);
        const QPoint at = middle(StripControl::Volume, snare) - QPoint(0, 10);
        const double way = m_mixer->mixerLayout().throwOf(column(snare)).length();
        QTest::mousePress(m_mixer, Qt::LeftButton, {}, at);
        move(at - QPoint(0, 3 + qRound(0.3 * way))); // farther than the hats can go
        QTRY_VERIFY(near(volume(hats), 1.0));
        move(at - QPoint(0, 3 + qRound(0.1 * way)));
        QTest::mouseRelease(m_mixer, Qt::LeftButton, {}, at);
        const double by = qRound(0.1 * way) / way;
        QTRY_VERIFY(qAbs(volume(snare) - (0.7 + by)) < 0.01);
        QTRY_VERIFY(mirror().wishes().empty());
        QVERIFY(near(volume(kick), volume(snare) - 0.1));
        QVERIFY(near(volume(hats), volume(snare) + 0.1));
    }

    void escapePutsAllBack()
    {
        clickHeader(snare, Qt::ControlModifier);
        const QPoint at = middle(StripControl::Volume, snare);
        QTest::mousePress(m_mixer, Qt::LeftButton, {}, at);
        move(at + QPoint(0, 20));
        QTRY_VERIFY(volume(kick) < 0.55 && volume(snare) < 0.65);
        QTest::keyClick(m_mixer, Qt::Key_Escape);
        QTest::mouseRelease(m_mixer, Qt::LeftButton, {}, at);
        QTRY_VERIFY(near(volume(kick), 0.6) && near(volume(snare), 0.7));
    }

    void stepsAndTypedValuesKeepTheDistance()
    {
        clickHeader(snare, Qt::ControlModifier);
        m_mixer->setFocus(Qt::TabFocusReason);
        m_mixer->focusOn({StripControl::Volume, column(snare)});
        QTest::keyClick(m_mixer, Qt::Key_Down); // a decibel
        QTRY_VERIFY(near(volume(snare), 0.675) && near(volume(kick), 0.575));
        QTRY_VERIFY(mirror().wishes().empty());
        m_mixer->focusOn({StripControl::Pan, column(snare)});
        QTest::keyClick(m_mixer, Qt::Key_2);
        auto *editor = m_mixer->findChild<QLineEdit *>();
        QTest::keyClicks(editor, QStringLiteral("5R"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(near(m_bench->number(snare, "panning"), 0.5));
        QTRY_VERIFY(near(m_bench->number(kick, "panning"), 0.4));
        QTRY_VERIFY(mirror().wishes().empty());
        QTest::keyClick(m_mixer, Qt::Key_Delete); // each to its own middle
        QTRY_VERIFY(near(m_bench->number(snare, "panning"), 0.0));
        QTRY_VERIFY(near(m_bench->number(kick, "panning"), 0.0));
    }

    void theMenuColoursAndMonitorsAll()
    {
        QTRY_VERIFY(mirror().track(TrackIndex(kick))->monitoringState);
        clickHeader(group, Qt::ControlModifier); // has no monitoring, which must not matter
        clickHeader(snare, Qt::ControlModifier);
        QMenu *menu = openMenu(kick);
        Q_EMIT menu->findChild<ColorGrid *>()->chosen(0x1A2F96);
        for (int track : {group, kick, snare})
            QTRY_COMPARE(m_bench->number(track, "color"), double(0x1A2F96));
        for (QAction *action : openMenu(kick)->actions()) {
            if (action->text() == QStringLiteral("Monitor"))
                action->menu()->actions().front()->trigger();
        }
        for (int track : {kick, snare})
            QTRY_COMPARE(m_bench->inLive(track).value(u"current_monitoring_state").toInt(-1), 0);
        QVERIFY(m_bench->inLive(hats).value(u"current_monitoring_state").toInt(-1) != 0);
    }

    void fadingBackIsForThoseThatFade()
    {
        Commands &commands = m_bench->engine->commands();
        clickHeader(snare, Qt::ControlModifier);
        const auto choose = [&](const char *text) {
            for (QAction *action : openMenu(kick)->actions()) {
                if (action->text() == QLatin1String(text))
                    return action;
            }
            return static_cast<QAction *>(nullptr);
        };
        QTRY_VERIFY(mirror().track(TrackIndex(kick))->playingSlot >= 0);
        commands.requestFadeOut(TrackIndex(kick), 60.0);
        QTRY_VERIFY(volume(kick) < 0.59);
        QAction *back = choose("Fade back");
        QVERIFY(back);
        back->trigger();
        QVERIFY(!commands.fades().of(TrackIndex(snare)));
        QTRY_VERIFY_WITH_TIMEOUT(commands.fades().isEmpty(), 20'000);
        QTRY_VERIFY(near(volume(kick), 0.6) && near(volume(snare), 0.7));
    }

    void theGridsOwnKeysActOnAll()
    {
        clickHeader(hats, Qt::ControlModifier);
        m_grid->setFocus();
        QTest::keyClick(m_grid, Qt::Key_0); // deactivates
        QTRY_VERIFY(isOn(kick, "mute") && isOn(hats, "mute"));
        QVERIFY(!isOn(snare, "mute"));
    }
};

int tst_multiselect(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestMultiSelect>(argc, argv);
}

#include "tst_multiselect.moc"
