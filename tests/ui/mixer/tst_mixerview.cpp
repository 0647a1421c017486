// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/levels.h"
#include "tests/support/widgettestclass.h"
#include "tests/ui/mixer/mixerfixture.h"

#include <QAccessible>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>

using namespace clipdeck;

namespace {

// Of the demo set.

} // namespace

class TestMixerView : public QObject {
    Q_OBJECT

    std::unique_ptr<MixerFixture> m_bench;

    MixerView &view() const { return *m_bench->view; }
    const LiveSet &mirror() const { return m_bench->engine->liveSet(); }
    double volume(int track) const { return m_bench->number(track, "volume"); }

    void move(QPoint to, Qt::KeyboardModifiers modifiers = {}) const
    {
        QMouseEvent event(
            QEvent::MouseMove, to, view().mapToGlobal(to), Qt::NoButton, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(&view(), &event);
    }
    void turn(StripControl control, int column, int notches, Qt::KeyboardModifiers keys = {}) const
    {
        const QPointF at = m_bench->middle(control, column);
        QWheelEvent event(at, view().mapToGlobal(at), {}, QPoint(0, 120 * notches), Qt::NoButton,
            keys, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view(), &event);
    }
    void click(StripControl control, int column, Qt::KeyboardModifiers keys = {}) const
    {
        QTest::mouseClick(&view(), Qt::LeftButton, keys, m_bench->middle(control, column));
    }
    MixerContext contextOf(LiveSet &set) const
    {
        return {set, m_bench->engine->commands(), [this] { return m_bench->engine->now(); },
            m_bench->theme};
    }
    void showTwoTracks(LiveSet &set, MixerView &mixer) const
    {
        set.applyStructure(2, 1);
        set.publish();
        SessionLayout::Input in;
        in.metrics = m_bench->theme.metrics();
        in.viewport = {800, 400};
        in.columns = 2;
        in.rows = 1;
        mixer.resize(800, mixer.sizeHint().height());
        mixer.follow(SessionLayout(in), {TrackIndex(0), TrackIndex(1)});
    }
    std::vector<TrackIndex> mirrorTracks() const
    {
        std::vector<TrackIndex> tracks;
        for (int t = 0; t < mirror().trackCount(); ++t)
            tracks.emplace_back(t);
        return tracks;
    }
    void setVolume(int track, double value) const
    {
        m_bench->engine->commands().requestTrack(TrackIndex(track), TrackField::Volume, value);
        QTRY_VERIFY(near(volume(track), value));
        QTRY_VERIFY(mirror().wishes().empty());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<MixerFixture>();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->isRead(), 10'000);
    }
    void init()
    {
        m_bench->open();
        QVERIFY(QTest::qWaitForWindowActive(&view()));
        for (int track : {kick, snare, hats}) {
            for (TrackField field : {TrackField::Arm, TrackField::Solo, TrackField::Mute})
                m_bench->engine->commands().requestTrack(TrackIndex(track), field, false);
            m_bench->engine->commands().requestTrack(
                TrackIndex(track), TrackField::Volume, 0.7); // −6 dB
        }
        QTRY_VERIFY(mirror().wishes().empty());
    }
    void cleanup()
    {
        QTRY_VERIFY(mirror().wishes().empty());
        m_bench->view.reset();
    }

    void aDragIsRelative()
    {
        const QPoint at = m_bench->middle(StripControl::Volume, kick) - QPoint(0, 20);
        QTest::mousePress(&view(), Qt::LeftButton, {}, at);
        QTest::qWait(0);
        QVERIFY(near(volume(kick), 0.7)); // where it is touched does not matter
        move(at - QPoint(0, 3 + 8));
        const double way = view().mixerLayout().throwOf(kick).length();
        QTRY_VERIFY(near(volume(kick), 0.7 + 8 / way));
        move(at - QPoint(0, 3 + 8 + 10), Qt::ShiftModifier);
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(near(volume(kick), 0.7 + 9 / way));
    }

    void theHandAndLiveAreBothShown()
    {
        const QPoint at = m_bench->middle(StripControl::Volume, kick);
        QTest::mousePress(&view(), Qt::LeftButton, {}, at);
        move(at + QPoint(0, 20));
        const LevelReading level = view().reading(kick).volume;
        QVERIFY(level.isHeld);
        QVERIFY(near(*level.live, 0.7)); // Live has not answered yet
        QVERIFY(*level.wish < 0.6);
        QTRY_VERIFY(near(*view().reading(kick).volume.live, *level.wish));
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(!view().reading(kick).volume.wish);
    }

    void escapePutsBack()
    {
        const QPoint at = m_bench->middle(StripControl::Volume, kick);
        QTest::mousePress(&view(), Qt::LeftButton, {}, at);
        move(at + QPoint(0, 30));
        QTRY_VERIFY(volume(kick) < 0.6);
        QTest::keyClick(&view(), Qt::Key_Escape);
        move(at + QPoint(0, 50)); // the hand goes on, the drag is over
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(near(volume(kick), 0.7));
    }

    void theWheelGoesByDecibels()
    {
        turn(StripControl::Volume, kick, 2);
        QTRY_COMPARE(decibelsText(decibelsOfVolume(volume(kick))), QStringLiteral("−4.0"));
        turn(StripControl::Volume, kick, -1, Qt::ShiftModifier);
        QTRY_COMPARE(decibelsText(decibelsOfVolume(volume(kick))), QStringLiteral("−4.1"));
        const QSignalSpy scrolled(&view(), &MixerView::scrolled);
        turn(StripControl::Mute, kick, 1); // no level there: the grid is meant
        QCOMPARE(scrolled.count(), 1);
    }

    void keysStepResetAndType()
    {
        view().setFocus(Qt::TabFocusReason);
        view().focusOn({StripControl::Volume, kick});
        QTest::keyClick(&view(), Qt::Key_Down);
        QTRY_COMPARE(decibelsText(decibelsOfVolume(volume(kick))), QStringLiteral("−7.0"));
        QTest::keyClick(&view(), Qt::Key_Delete);
        QTRY_VERIFY(near(volume(kick), 0.85));
        QTest::keyClick(&view(), Qt::Key_Minus);
        auto *editor = view().findChild<QLineEdit *>();
        QVERIFY(editor && editor->hasFocus());
        QTest::keyClicks(editor, QStringLiteral("12 dB"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(near(volume(kick), 0.55));
        QVERIFY(view().hasFocus());
    }

    void keysGoToEveryControl()
    {
        view().setFocus(Qt::TabFocusReason);
        view().focusOn({StripControl::Volume, kick});
        QTest::keyClick(&view(), Qt::Key_Tab);
        QCOMPARE(view().focusPart(), (StripPart{StripControl::Pan, kick}));
        QTest::keyClick(&view(), Qt::Key_Tab);
        QCOMPARE(view().focusPart(), (StripPart{StripControl::Send, kick, 0}));
        QTest::keyClick(&view(), Qt::Key_Right);
        QCOMPARE(view().focusPart(), (StripPart{StripControl::Send, snare, 0}));
        QTest::keyClick(&view(), Qt::Key_Tab);
        QTest::keyClick(&view(), Qt::Key_Tab);
        QCOMPARE(view().focusPart(), (StripPart{StripControl::Mute, snare}));
        QTest::keyClick(&view(), Qt::Key_Return);
        QTRY_VERIFY(m_bench->isOn(snare, "mute"));
        QTest::keyClick(&view(), Qt::Key_Backtab);
        QCOMPARE(view().focusPart(), (StripPart{StripControl::Send, snare, 1}));
    }

    void decibelsAreTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("volume");
        QTest::newRow("decibels") << QStringLiteral("-6,5 dB") << 0.6875;
        QTest::newRow("silence") << QStringLiteral("-inf") << 0.0;
        QTest::newRow("nonsense changes nothing") << QStringLiteral("loud") << 0.7;
    }
    void decibelsAreTyped()
    {
        QFETCH(QString, text);
        QFETCH(double, volume);
        click(StripControl::Value, kick);
        auto *editor = view().findChild<QLineEdit *>();
        QVERIFY(editor && editor->isVisible());
        QCOMPARE(editor->text(), QStringLiteral("−6.0"));
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(near(this->volume(kick), volume));
    }

    void escapeLeavesTheValueAsItIs()
    {
        click(StripControl::Value, kick);
        auto *editor = view().findChild<QLineEdit *>();
        QTest::keyClicks(editor, QStringLiteral("0"));
        QTest::keyClick(editor, Qt::Key_Escape);
        QVERIFY(mirror().wishes().empty());
        QVERIFY(near(volume(kick), 0.7));
    }

    void aDoubleClickResets()
    {
        QTest::mouseDClick(
            &view(), Qt::LeftButton, {}, m_bench->middle(StripControl::Volume, kick));
        QTRY_VERIFY(near(volume(kick), 0.85));
        m_bench->engine->commands().requestTrack(TrackIndex(kick), TrackField::Panning, -0.5);
        QTRY_VERIFY(near(m_bench->number(kick, "panning"), -0.5));
        QTRY_VERIFY(mirror().wishes().empty());
        QTest::mouseDClick(&view(), Qt::LeftButton, {}, m_bench->middle(StripControl::Pan, kick));
        QTRY_VERIFY(near(m_bench->number(kick, "panning"), 0.0));
    }

    void panAndSendsGoSideways()
    {
        for (StripControl control : {StripControl::Pan, StripControl::Send}) {
            const QPoint at
                = m_bench->middle(control, snare, control == StripControl::Send ? 1 : -1);
            QTest::mousePress(&view(), Qt::LeftButton, {}, at);
            move(at + QPoint(18, 0));
            QTest::mouseRelease(&view(), Qt::LeftButton, {}, at);
        }
        QTRY_VERIFY(near(m_bench->number(snare, "panning"), 0.2)
            || m_bench->number(snare, "panning") > 0.1);
        const double wished = *view().reading(snare).sends.at(1).shown();
        QTRY_VERIFY(near(m_bench->send(snare, 1), wished));
        // Sends are not pushed: that it was confirmed means that it was read.
        QTRY_VERIFY(mirror().wishes().empty());
        QVERIFY(near(mirror().track(TrackIndex(snare))->sends.at(1), wished));
        QCOMPARE(mirror().track(TrackIndex(snare))->sends.size(), 2U);
    }

    void muteIsASwitch()
    {
        click(StripControl::Mute, kick);
        QVERIFY(view().reading(kick).mute.on); // as wished, at once
        QTRY_VERIFY(m_bench->isOn(kick, "mute"));
        QTRY_VERIFY(mirror().wishes().empty());
        click(StripControl::Mute, kick);
        QTRY_VERIFY(!m_bench->isOn(kick, "mute"));
    }

    void soloAndArmAreExclusive_data()
    {
        QTest::addColumn<int>("control");
        QTest::addColumn<QString>("property");
        QTest::newRow("solo") << static_cast<int>(StripControl::Solo) << QStringLiteral("solo");
        QTest::newRow("arm") << static_cast<int>(StripControl::Arm) << QStringLiteral("arm");
    }
    void soloAndArmAreExclusive()
    {
        QFETCH(int, control);
        QFETCH(QString, property);
        const QByteArray name = property.toLatin1();
        const auto on = [&](int track) { return m_bench->isOn(track, name.constData()); };
        click(static_cast<StripControl>(control), kick);
        QTRY_VERIFY(on(kick));
        click(static_cast<StripControl>(control), snare);
        QTRY_VERIFY(on(snare) && !on(kick));
        QTRY_VERIFY(mirror().wishes().empty());
        click(static_cast<StripControl>(control), hats, Qt::ControlModifier);
        QTRY_VERIFY(on(snare) && on(hats));
    }

    void armingSelects()
    {
        const QSignalSpy selected(&view(), &MixerView::trackSelected);
        click(StripControl::Arm, snare);
        QCOMPARE(selected.count(), 1);
        QTRY_VERIFY(m_bench->isOn(snare, "arm"));
    }

    void aGroupHasNoArm()
    {
        QVERIFY(!view().reading(group).arm.has);
        click(StripControl::Arm, group);
        QVERIFY(mirror().wishes().empty());
    }

    void livesKeys()
    {
        QTest::keyClick(&view(), Qt::Key_F2); // the second track
        QTRY_VERIFY(m_bench->isOn(kick, "mute"));
        view().setSelected(TrackIndex(snare));
        QTest::keyClick(&view(), Qt::Key_S);
        QTRY_VERIFY(m_bench->isOn(snare, "solo"));
        QTest::keyClick(&view(), Qt::Key_C);
        QTRY_VERIFY(m_bench->isOn(snare, "arm"));
    }

    void aKeyThatIsHeldIsMomentary()
    {
        view().setSelected(TrackIndex(snare));
        m_bench->engine->commands().requestTrack(TrackIndex(kick), TrackField::Solo, true);
        QTRY_VERIFY(m_bench->isOn(kick, "solo") && mirror().wishes().empty());
        qint64 later = 0;
        MixerContext context = contextOf(m_bench->engine->liveSet());
        context.now = [&] { return m_bench->engine->now() + later; };
        MixerView other(context);
        other.follow(view().mixerLayout().input().columns, mirrorTracks());
        other.setSelected(TrackIndex(snare));
        m_bench->view.reset(); // its keys would be the same
        other.show();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QTest::keyPress(&other, Qt::Key_S);
        QTRY_VERIFY(m_bench->isOn(snare, "solo") && !m_bench->isOn(kick, "solo"));
        later = MomentarySwitch::momentaryMs;
        QTest::keyRelease(&other, Qt::Key_S);
        QTRY_VERIFY(!m_bench->isOn(snare, "solo") && m_bench->isOn(kick, "solo"));

        QTest::keyPress(&other, Qt::Key_F2);
        QTRY_VERIFY(m_bench->isOn(kick, "mute"));
        later += MomentarySwitch::momentaryMs;
        QTest::keyRelease(&other, Qt::Key_F2);
        QTRY_VERIFY(!m_bench->isOn(kick, "mute"));
    }

    void aLongPressOnArmPutsTheInputOff()
    {
        const auto monitoring = [&] {
            return m_bench->inLive(snare)
                .value(QLatin1String("current_monitoring_state"))
                .toInt(-1);
        };
        QTRY_VERIFY(mirror().track(TrackIndex(snare))->monitoringState);
        m_bench->engine->commands().requestTrack(TrackIndex(kick), TrackField::Arm, true);
        QTRY_VERIFY(m_bench->isOn(kick, "arm") && mirror().wishes().empty());
        const QPoint at = m_bench->middle(StripControl::Arm, snare);
        QTest::mousePress(&view(), Qt::LeftButton, {}, at);
        QVERIFY(view().reading(snare).arm.on); // at once, as any press
        QTRY_COMPARE(monitoring(), 2);
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(m_bench->isOn(kick, "arm") && !m_bench->isOn(snare, "arm")); // as it was
        QVERIFY(view().reading(snare).isInputOff);
        QTRY_VERIFY(mirror().wishes().empty());
        QTest::mousePress(&view(), Qt::LeftButton, {}, at);
        QTRY_COMPARE(monitoring(), 1); // auto
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(!view().reading(snare).isInputOff);
        QTRY_VERIFY(mirror().wishes().empty());

        QTest::mouseClick(&view(), Qt::LeftButton, {}, at); // a short one only arms
        QTRY_VERIFY(m_bench->isOn(snare, "arm") && !m_bench->isOn(kick, "arm"));
        QTest::qWait(MomentarySwitch::momentaryMs + 100); // nothing may come after it
        QCOMPARE(monitoring(), 1);
    }

    void followsLive()
    {
        setVolume(kick, 0.25);
        QVERIFY(near(*view().reading(kick).volume.live, 0.25));
        const QString text = levelText({StripControl::Volume, kick}, 0.25);
        QCOMPARE(text, QStringLiteral("−28.8 dB"));
    }

    void metersShowWhatLiveHears()
    {
        // The demo plays: its kick is heard, and Live is told to push only what is in sight.
        const auto level = [&] { return view().meterText(kick).section(QLatin1Char(' '), 0, 0); };
        QTRY_VERIFY(level() != QStringLiteral("−∞"));
        QTRY_VERIFY(m_bench->number(kick, "output_meter_left") > 0.1);
        m_bench->engine->commands().requestStopPlaying();
        QTRY_COMPARE_WITH_TIMEOUT(level(), QStringLiteral("−∞"), 10'000);
        m_bench->engine->commands().requestContinue();
        QTRY_VERIFY(level() != QStringLiteral("−∞"));
    }

    void stillNoMeterMoves()
    {
        const auto metersWith = [this](double level, MotionSetting motion) {
            m_bench->theme.setMotion(motion);
            LiveSet set;
            MixerView other(contextOf(set));
            showTwoTracks(set, other);
            set.apply(TrackIndex(0), TrackField::OutputMeterLeft, level);
            set.apply(TrackIndex(0), TrackField::OutputMeterRight, level);
            set.publish();
            const QImage picture = static_cast<QWidget &>(other).grab().toImage();
            m_bench->theme.setMotion(MotionSetting::Full);
            return picture;
        };
        QVERIFY(metersWith(0.5, MotionSetting::Full) != metersWith(0.1, MotionSetting::Full));
        QCOMPARE(metersWith(0.5, MotionSetting::Still), metersWith(0.1, MotionSetting::Still));
        // What was too loud stays lit: it is a state.
        QVERIFY(metersWith(0.99, MotionSetting::Still) != metersWith(0.1, MotionSetting::Still));
    }

    void assistiveTechnologyReadsAndMoves()
    {
        QAccessibleInterface *mixer = QAccessible::queryAccessibleInterface(&view());
        QVERIFY(mixer);
        const auto find = [&](const QString &name) -> QAccessibleInterface * {
            for (int i = 0; i < mixer->childCount(); ++i) {
                if (mixer->child(i)->text(QAccessible::Name) == name)
                    return mixer->child(i);
            }
            return nullptr;
        };
        const QString track = mirror().track(TrackIndex(kick))->name;
        QAccessibleInterface *slider = find(track + QStringLiteral(" volume"));
        QVERIFY(slider);
        QCOMPARE(slider->role(), QAccessible::Slider);
        QCOMPARE(slider->text(QAccessible::Value), QStringLiteral("−6.0 dB"));
        slider->valueInterface()->setCurrentValue(0.4);
        QTRY_VERIFY(near(volume(kick), 0.4));
        QVERIFY(find(track + QStringLiteral(" pan")));
        QVERIFY(find(track + QStringLiteral(" send B")));
        QAccessibleInterface *mute = find(track + QStringLiteral(" mute"));
        QVERIFY(mute && !mute->state().checked);
        mute->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_VERIFY(m_bench->isOn(kick, "mute"));
        QTRY_VERIFY(mute->state().checked);
        QAccessibleInterface *arm
            = find(mirror().track(TrackIndex(group))->name + QStringLiteral(" arm"));
        QVERIFY(arm && arm->state().invisible);
    }

    void theClipLightIsPutOutByAClick()
    {
        LiveSet set;
        MixerView other(contextOf(set));
        showTwoTracks(set, other);
        set.apply(TrackIndex(0), TrackField::OutputMeterLeft, 0.99);
        set.apply(TrackIndex(0), TrackField::OutputMeterRight, 0.5);
        set.publish();
        QVERIFY(other.meterText(0).contains(QStringLiteral("clipped")));
        const QPoint meter
            = other.mixerLayout().target({StripControl::Meter, 0}).center().toPoint();
        QTest::mouseClick(&other, Qt::LeftButton, {}, meter);
        QVERIFY(!other.meterText(0).contains(QStringLiteral("clipped")));
        QVERIFY(set.wishes().empty()); // and no fader moved
    }

    void withLiveGoneNothingIsLit()
    {
        LiveSet set;
        MixerView other(contextOf(set));
        showTwoTracks(set, other);
        const TrackIndex first(0);
        set.apply(first, TrackField::CanBeArmed, true);
        for (TrackField field : {TrackField::Arm, TrackField::Solo, TrackField::Mute})
            set.apply(first, field, field != TrackField::Mute);
        set.apply(first, TrackField::Volume, 0.7);
        set.apply(first, TrackField::Panning, 0.5);
        set.applySends(first, {0.5});
        set.publish();
        other.show();
        const auto shows = [&](StripPart part, Role role) {
            const QRect box = other.mixerLayout().box(part).toAlignedRect();
            const QImage image
                = static_cast<QWidget &>(other).grab(box.adjusted(0, 2, 0, -2)).toImage();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if ((image.pixel(x, y) | 0xFF000000) == m_bench->theme.rgb(role))
                        return true;
                }
            }
            return false;
        };
        const StripPart pan{StripControl::Pan, 0};
        const StripPart send{StripControl::Send, 0, 0};
        const StripPart volume{StripControl::Volume, 0};
        for (const StripPart &part : {pan, send, volume})
            QVERIFY(shows(part, Role::Text));
        QVERIFY(
            shows({StripControl::Arm, 0}, Role::Rec) && shows({StripControl::Solo, 0}, Role::Solo));
        set.applyStale(true);
        set.publish();
        for (const StripPart &part : {pan, send, volume})
            QVERIFY(!shows(part, Role::Text) && shows(part, Role::Text3));
        QVERIFY(!shows({StripControl::Arm, 0}, Role::Rec)
            && !shows({StripControl::Solo, 0}, Role::Solo));
    }

    void nothingMovesThatLiveHasNotTold()
    {
        LiveSet blank;
        MixerView empty(contextOf(blank));
        showTwoTracks(blank, empty);
        empty.step({StripControl::Volume, 0}, LevelStep::Up, false);
        empty.setLevel({StripControl::Pan, 0}, 0.5);
        empty.beginTyping({StripControl::Volume, 0});
        QVERIFY(!empty.findChild<QLineEdit *>()->isVisible());
        QVERIFY(blank.wishes().empty() && mirror().wishes().empty());
    }
};

int tst_mixerview(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestMixerView>(argc, argv);
}

#include "tst_mixerview.moc"
