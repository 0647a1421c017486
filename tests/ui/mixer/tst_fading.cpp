// SPDX-License-Identifier: GPL-3.0-or-later
// A track faded from the strip's menu and from the grid; asserted on the stand-in.
#include "tests/support/widgettestclass.h"
#include "tests/ui/mixer/mixerfixture.h"
#include "ui/session/sessioncontroller.h"
#include "ui/session/sessionview.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>

using namespace clipdeck;

namespace {

constexpr double full = 0.7;

} // namespace

class TestFading : public QObject {
    Q_OBJECT

    std::unique_ptr<MixerFixture> m_bench;

    MixerView &view() const { return *m_bench->view; }
    LiveSet &mirror() const { return m_bench->engine->liveSet(); }
    Commands &commands() const { return m_bench->engine->commands(); }
    double volume() const { return m_bench->number(kick, "volume"); }
    int playing() const { return m_bench->inLive(kick).value(u"playing_slot_index").toInt(-1); }
    bool isFading() const { return commands().fades().of(TrackIndex(kick)); }

    QMenu *open() const
    {
        delete view().findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
        const QPoint at = view().mixerLayout().strip(kick).center().toPoint();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view().mapToGlobal(at));
        QCoreApplication::sendEvent(&view(), &event);
        return view().findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    }
    static QAction *entry(const QMenu &menu, const QString &text)
    {
        for (QAction *action : menu.actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }
    /// As typed into the menu's field.
    void fadeOut(const QString &seconds) const
    {
        QMenu *choices = entry(*open(), QStringLiteral("Fade out and stop"))->menu();
        choices->popup(view().mapToGlobal(QPoint(0, 0)));
        auto *field = choices->findChild<QLineEdit *>();
        field->setFocus();
        QTest::keyClicks(field, seconds);
        QTest::keyClick(field, Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<MixerFixture>();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->isRead(), 10'000);
        commands().requestSong(SongField::ClipTriggerQuantization, 0);
        m_bench->open();
        QVERIFY(QTest::qWaitForWindowActive(&view()));
    }
    void init()
    {
        commands().requestTrack(TrackIndex(kick), TrackField::Volume, full);
        if (playing() < 0)
            commands().requestLaunch(slotId(kick, m_scene));
        QTRY_VERIFY(playing() >= 0 && near(volume(), full));
        QTRY_VERIFY(mirror().track(TrackIndex(kick))->playingSlot >= 0);
        QTRY_VERIFY(mirror().wishes().empty());
        m_scene = playing();
    }
    void cleanup()
    {
        QTRY_VERIFY(!isFading() && mirror().wishes().empty());
        delete view().findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    }

    void outThenStopThenTheVolumeIsBack()
    {
        fadeOut(QStringLiteral("1,5"));
        QVERIFY(view().reading(kick).fade && view().reading(kick).fade->isOut);
        QTRY_VERIFY(volume() < full - 0.1);
        QVERIFY(playing() >= 0); // still heard
        QAccessibleInterface *mixer = QAccessible::queryAccessibleInterface(&view());
        bool isSaid = false;
        for (int i = 0; i < mixer->childCount(); ++i)
            isSaid = isSaid
                || mixer->child(i)->text(QAccessible::Value).contains(QStringLiteral("fades out"));
        QVERIFY(isSaid);
        QTRY_VERIFY_WITH_TIMEOUT(playing() < 0, 20'000);
        QTRY_VERIFY(near(volume(), full));
        QTRY_VERIFY(!view().reading(kick).fade);
    }

    void aHandOnTheFaderEndsIt()
    {
        fadeOut(QStringLiteral("60"));
        QTRY_VERIFY(volume() < full - 0.01);
        view().setFocus(Qt::TabFocusReason);
        view().focusOn({StripControl::Volume, kick});
        QTest::keyClick(&view(), Qt::Key_Delete); // 0 dB
        QTRY_VERIFY(near(volume(), 0.85));
        QTRY_VERIFY(!isFading());
        QTRY_VERIFY(mirror().wishes().empty());
        QVERIFY(near(volume(), 0.85) && playing() >= 0);
    }

    void aSecondPressGoesBack()
    {
        fadeOut(QStringLiteral("20"));
        QTRY_VERIFY_WITH_TIMEOUT(volume() < full - 0.02, 10'000);
        entry(*open(), QStringLiteral("Fade back"))->trigger();
        QVERIFY(view().reading(kick).fade && !view().reading(kick).fade->isOut);
        QTRY_VERIFY_WITH_TIMEOUT(!isFading(), 20'000);
        QTRY_VERIFY(near(volume(), full));
        QVERIFY(playing() >= 0);
    }

    void theGridsKeyFadesInAndOut()
    {
        SessionView grid(
            mirror(), m_bench->engine->songClock(), [this] { return m_bench->engine->now(); },
            m_bench->theme);
        auto *desk = new SessionController(
            grid, {mirror(), commands(), m_bench->engine->gridCommands(), m_bench->theme});
        grid.resize(1000, 600);
        grid.show();
        commands().requestTrackStop(TrackIndex(kick));
        QTRY_VERIFY(playing() < 0 && mirror().wishes().empty());
        QTRY_VERIFY(mirror().track(TrackIndex(kick))->playingSlot < 0);
        grid.selectSlot(slotId(kick, m_scene));
        desk->fadeIn(1.0);
        QVERIFY(isFading());
        QTRY_VERIFY(near(volume(), 0.0) || volume() < full - 0.05);
        QTRY_COMPARE(playing(), m_scene);
        QTRY_VERIFY_WITH_TIMEOUT(!isFading(), 20'000);
        QTRY_VERIFY(near(volume(), full));
        QTRY_VERIFY(mirror().wishes().empty());

        grid.setFocus();
        QTest::keyClick(&grid, Qt::Key_F, Qt::ControlModifier | Qt::AltModifier); // out again, 1 s
        QVERIFY(isFading());
        QTRY_VERIFY_WITH_TIMEOUT(playing() < 0, 20'000);
        QTRY_VERIFY(near(volume(), full));
    }

private:
    int m_scene = 0;
};

int tst_fading(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestFading>(argc, argv);
}

#include "tst_fading.moc"
