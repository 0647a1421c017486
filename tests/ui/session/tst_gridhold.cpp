// SPDX-License-Identifier: GPL-3.0-or-later
// Launches whose release counts, and those that act right now, by every way that hands have; asserted on the stand-in.
#include "core/commands/commands.h"
#include "tests/support/widgettestclass.h"
#include "tests/ui/session/gridfixture.h"
#include "ui/session/gridmenu.h"

#include <QMenu>

using namespace clipdeck;

namespace {

enum class Way {
    Alt,
    Middle,
    AltEnter,
    EnterOnTwo,
    AltEnterOnTwo,
    Scene,
    SceneByEnter,
    SceneByShiftEnter,
    Group
};

constexpr int eightBars
    = 1; // Song.clip_trigger_quantization: waiting would take a quarter of a minute
constexpr int gate = 1; // Clip.launch_mode

} // namespace

Q_DECLARE_METATYPE(Way)

class TestGridHold : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void aGateClipStopsWithTheHand_data();
    void aGateClipStopsWithTheHand();
    void aGateClipIsLetGoBeforeItBegins();
    void aMenuHoldsNothing();
    void theFocusThatGoesLetsGo();
    void theMiddleButtonStopsRightNow_data();
    void theMiddleButtonStopsRightNow();
    void anotherKeyForRightNow();
    void theMiddleButtonDragsAnEdgeFreely();

private:
    Commands &commands() { return m_bench.engine().commands(); }
    void setQuantization(int value);
    void setMode(SlotId slot, int mode);
    void hold(Way way);
    void letGo(Way way);

    GridFixture m_bench;
    SlotId m_slot; ///< On Kick, in the group BEATS
    SlotId m_other; ///< On Hats, in the same scene
};

void TestGridHold::initTestCase()
{
    QVERIFY(m_bench.start());
    m_other = m_bench.clipNamed(QStringLiteral("Hats"), QStringLiteral("Offbeat"));
    m_slot = {m_bench.trackNamed(QStringLiteral("Kick")), m_other.scene};
    QVERIFY(m_bench.hasClip(m_slot));
}

void TestGridHold::cleanup()
{
    commands().requestStopAllNow();
    setMode(m_slot, 0);
    setMode(m_other, 0);
    setQuantization(0);
    QTRY_VERIFY(m_bench.isSettled());
    QTRY_VERIFY(!m_bench.plays(m_slot) && !m_bench.plays(m_other));
}

void TestGridHold::setQuantization(int value)
{
    commands().requestSong(SongField::ClipTriggerQuantization, value);
    QTRY_COMPARE(m_bench.set().song().clipTriggerQuantization, value);
}

void TestGridHold::setMode(SlotId slot, int mode)
{
    commands().requestClip(slot, ClipField::LaunchMode, mode);
    QTRY_COMPARE(m_bench.set().clip(slot)->launchMode, mode);
}

void TestGridHold::aGateClipStopsWithTheHand_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<bool>("isNow");
    QTest::addColumn<bool>("both");
    QTest::newRow("Alt and the left button") << Way::Alt << true << false;
    QTest::newRow("middle button") << Way::Middle << true << false;
    QTest::newRow("Alt+Enter") << Way::AltEnter << true << false;
    QTest::newRow("Enter on two") << Way::EnterOnTwo << false << true;
    QTest::newRow("Alt+Enter on two") << Way::AltEnterOnTwo << true << true;
    QTest::newRow("scene") << Way::Scene << false << true;
    QTest::newRow("scene by Enter") << Way::SceneByEnter << false << true;
    QTest::newRow("scene by Shift+Enter") << Way::SceneByShiftEnter << false << true;
    QTest::newRow("group") << Way::Group << false << true;
}

void TestGridHold::hold(Way way)
{
    const bool two = way == Way::EnterOnTwo || way == Way::AltEnterOnTwo;
    const bool now = way == Way::AltEnter || way == Way::AltEnterOnTwo;
    switch (way) {
    case Way::Alt:
        m_bench.press(m_bench.place(m_slot), Qt::AltModifier);
        break;
    case Way::Middle:
        QTest::mousePress(
            m_bench.view().viewport(), Qt::MiddleButton, {}, m_bench.at(m_bench.place(m_slot)));
        break;
    case Way::AltEnter:
    case Way::EnterOnTwo:
    case Way::AltEnterOnTwo:
        m_bench.focus(m_slot);
        if (two)
            m_bench.click(m_bench.place(m_other), Qt::ControlModifier);
        QTest::keyPress(&m_bench.view(), Qt::Key_Return, now ? Qt::AltModifier : Qt::NoModifier);
        break;
    case Way::Scene:
        m_bench.press(scenePlace(m_slot.scene.value));
        break;
    case Way::SceneByEnter:
    case Way::SceneByShiftEnter:
        m_bench.view().focusPlace(scenePlace(m_slot.scene.value));
        QTest::keyPress(&m_bench.view(), Qt::Key_Return,
            way == Way::SceneByShiftEnter ? Qt::ShiftModifier : Qt::NoModifier);
        break;
    case Way::Group:
        m_bench.press(m_bench.place({m_bench.trackNamed(QStringLiteral("BEATS")), m_slot.scene}));
        break;
    }
}

void TestGridHold::letGo(Way way)
{
    if (way == Way::Alt || way == Way::Scene || way == Way::Group)
        m_bench.release(m_bench.place(m_slot));
    else if (way == Way::Middle)
        QTest::mouseRelease(
            m_bench.view().viewport(), Qt::MiddleButton, {}, m_bench.at(m_bench.place(m_slot)));
    else
        QTest::keyRelease(&m_bench.view(), Qt::Key_Return);
}

void TestGridHold::aGateClipStopsWithTheHand()
{
    QFETCH(Way, way);
    QFETCH(bool, isNow);
    QFETCH(bool, both);
    setMode(m_slot, gate);
    setMode(m_other, gate);
    setQuantization(isNow ? eightBars : 0);
    hold(way);
    const auto inMirror = [&](SlotId slot) {
        return m_bench.set().track(slot.track)->playingSlot == slot.scene.value;
    };
    QTRY_VERIFY(m_bench.plays(m_slot) && inMirror(m_slot));
    QTRY_VERIFY(!both || (m_bench.plays(m_other) && inMirror(m_other)));
    QTest::qWait(150); // it plays on while it is held
    QVERIFY(m_bench.plays(m_slot));
    letGo(way);
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench.plays(m_slot), 1500);
    QTRY_VERIFY_WITH_TIMEOUT(!both || !m_bench.plays(m_other), 1500);
    QTRY_VERIFY(!m_bench.view().isAnimating() || m_bench.set().song().isPlaying);
}

// What plays in its place until then goes on: only the clip itself is stopped, once it has begun.
void TestGridHold::aGateClipIsLetGoBeforeItBegins()
{
    setMode(m_slot, gate);
    setQuantization(eightBars);
    QTest::mouseClick(
        m_bench.view().viewport(), Qt::MiddleButton, {}, m_bench.at(m_bench.place(m_slot)));
    QTRY_VERIFY(m_bench.isSettled());
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench.plays(m_slot), 1500);
    QTRY_COMPARE(m_bench.song().value(u"clip_trigger_quantization").toInt(), eightBars);
}

void TestGridHold::aMenuHoldsNothing()
{
    constexpr int repeat = 3;
    setMode(m_slot, repeat);
    setQuantization(9); // an eighth
    m_bench.focus(m_slot);
    const std::unique_ptr<QMenu> menu(makeGridMenu(m_bench.desk(), nullptr));
    menu->actions().first()->trigger(); // launches
    QTRY_VERIFY(m_bench.plays(m_slot));
    // Were it held, it would never come past its first eighth.
    QTRY_VERIFY(m_bench.clip(m_slot).value(u"playing_position").toDouble() > 1.0);
}

void TestGridHold::theFocusThatGoesLetsGo()
{
    setMode(m_slot, gate);
    m_bench.focus(m_slot);
    QTest::keyPress(&m_bench.view(), Qt::Key_Return);
    QTRY_VERIFY(m_bench.plays(m_slot));
    QTRY_COMPARE(m_bench.set().track(m_slot.track)->playingSlot, m_slot.scene.value);
    m_bench.view().clearFocus();
    QTRY_VERIFY(!m_bench.plays(m_slot));
    m_bench.view().setFocus();
}

void TestGridHold::theMiddleButtonStopsRightNow_data()
{
    QTest::addColumn<bool>("all");
    QTest::newRow("one track") << false;
    QTest::newRow("all clips") << true;
}

void TestGridHold::theMiddleButtonStopsRightNow()
{
    QFETCH(bool, all);
    commands().requestLaunch(m_slot);
    commands().requestLaunch(m_other);
    QTRY_VERIFY(m_bench.plays(m_slot) && m_bench.plays(m_other));
    setQuantization(eightBars);
    const Place place
        = all ? stopAllPlace() : stopPlace(m_bench.view().model().columnOf(m_slot.track));
    QTest::mouseClick(m_bench.view().viewport(), Qt::MiddleButton, {}, m_bench.at(place));
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench.plays(m_slot), 1500);
    QCOMPARE(m_bench.plays(m_other), !all);
}

void TestGridHold::anotherKeyForRightNow()
{
    m_bench.view().setNowKey(NowKey::ControlShift);
    setQuantization(eightBars);
    QString hint;
    connect(&m_bench.view(), &SessionView::hint, this, [&](const QString &text) { hint = text; });
    m_bench.move(m_bench.at(m_bench.place(m_slot)));
    QVERIFY2(hint.contains(QStringLiteral("Ctrl+Shift or the middle button right now")),
        qPrintable(hint));
    m_bench.click(m_bench.place(m_slot), Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench.plays(m_slot), 1500);
    QCOMPARE(m_bench.view().selectedSlots(), std::vector{m_slot}); // neither key alone
    m_bench.view().setNowKey(NowKey::Alt);
    disconnect(&m_bench.view(), &SessionView::hint, this, nullptr);
}

void TestGridHold::theMiddleButtonDragsAnEdgeFreely()
{
    const double length = m_bench.clip(m_slot).value(u"length").toDouble();
    const Place place = m_bench.place(m_slot);
    const double edge = m_bench.view().sessionLayout().rect(place).width() - 3;
    QWidget *viewport = m_bench.view().viewport();
    QTest::mousePress(viewport, Qt::MiddleButton, {}, m_bench.at(place, edge));
    m_bench.move(m_bench.at(place, edge + 5));
    QTest::mouseRelease(viewport, Qt::MiddleButton, {}, m_bench.at(place, edge + 5));
    const auto now = [&] { return m_bench.clip(m_slot).value(u"length").toDouble(); };
    QTRY_VERIFY(now() > length);
    QVERIFY(std::abs(now() - std::round(now())) > 0.01); // on no beat
    QVERIFY(!m_bench.plays(m_slot));
    commands().requestClipLength(m_slot, {length});
    QTRY_COMPARE(now(), length);
}

int tst_gridhold(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestGridHold>(argc, argv);
}

#include "tst_gridhold.moc"
