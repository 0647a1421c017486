// SPDX-License-Identifier: GPL-3.0-or-later
// Fingers on the mixer, in the density that is made for them.
#include "tests/support/widgettestclass.h"
#include "tests/ui/mixer/mixerfixture.h"

#include <QPointingDevice>
#include <QWindow>

using namespace clipdeck;

class TestMixerTouch : public QObject {
    Q_OBJECT

    std::unique_ptr<MixerFixture> m_bench;
    QPointingDevice *m_screen = QTest::createTouchDevice();

    MixerView &view() const { return *m_bench->view; }
    double volume(int track) const { return m_bench->number(track, "volume"); }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<MixerFixture>(Density::Comfortable);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->isRead(), 10'000);
    }
    void init()
    {
        m_bench->open();
        QVERIFY(QTest::qWaitForWindowActive(&view()));
        for (int track : {kick, snare})
            m_bench->engine->commands().requestTrack(TrackIndex(track), TrackField::Volume, 0.5);
        QTRY_VERIFY(near(volume(kick), 0.5) && near(volume(snare), 0.5));
        QTRY_VERIFY(m_bench->engine->liveSet().wishes().empty());
    }
    void cleanup()
    {
        QTRY_VERIFY(m_bench->engine->liveSet().wishes().empty());
        m_bench->view.reset();
    }

    void twoFingersHoldTwoFaders()
    {
        const QPoint a = m_bench->middle(StripControl::Volume, kick);
        const QPoint b = m_bench->middle(StripControl::Volume, snare);
        QTest::touchEvent(&view(), m_screen).press(1, a, &view()).press(2, b, &view());
        QTest::touchEvent(&view(), m_screen)
            .move(1, a - QPoint(0, 13), &view())
            .move(2, b + QPoint(0, 23), &view());
        const double way = view().mixerLayout().throwOf(kick).length();
        QVERIFY(view().reading(kick).volume.isHeld);
        QVERIFY(view().reading(snare).volume.isHeld);
        QTRY_VERIFY(near(volume(kick), 0.5 + 10 / way));
        QTRY_VERIFY(near(volume(snare), 0.5 - 20 / way));

        // One lets go; the other holds on, also beyond its own strip.
        QTest::touchEvent(&view(), m_screen).release(1, a - QPoint(0, 13), &view()).stationary(2);
        QVERIFY(!view().reading(kick).volume.isHeld);
        QTest::touchEvent(&view(), m_screen).move(2, a + QPoint(0, 3), &view());
        QTRY_VERIFY(near(volume(snare), 0.5 + (b.y() - a.y()) / way));
        QVERIFY(near(volume(kick), 0.5 + 10 / way));
        QTest::touchEvent(&view(), m_screen).release(2, a, &view());
    }

    void aFingerAnywhereInTheRightHalfTakesTheFader()
    {
        const QRectF strip = view().mixerLayout().strip(kick);
        const QPoint at(static_cast<int>(strip.right()) - 4, static_cast<int>(strip.center().y()));
        QTest::touchEvent(&view(), m_screen).press(1, at, &view());
        QTest::touchEvent(&view(), m_screen).move(1, at - QPoint(0, 30), &view());
        QTest::touchEvent(&view(), m_screen).release(1, at - QPoint(0, 30), &view());
        QTRY_VERIFY(volume(kick) > 0.6);
    }

    void aTapSwitchesAndTwoTapsReset()
    {
        const QPoint mute = m_bench->middle(StripControl::Mute, kick);
        QTest::touchEvent(&view(), m_screen).press(1, mute, &view());
        QTest::touchEvent(&view(), m_screen).release(1, mute, &view());
        QTRY_VERIFY(m_bench->isOn(kick, "mute"));

        const QPoint fader = m_bench->middle(StripControl::Volume, kick);
        for (int tap = 0; tap < 2; ++tap) {
            QTest::touchEvent(&view(), m_screen).press(1, fader, &view());
            QTest::touchEvent(&view(), m_screen).release(1, fader, &view());
        }
        QTRY_VERIFY(near(volume(kick), 0.85));
    }
};

int tst_mixertouch(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestMixerTouch>(argc, argv);
}

#include "tst_mixertouch.moc"
