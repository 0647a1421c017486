// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/session/display/lamp.h"

#include <QTest>

using namespace clipdeck;

namespace {

constexpr int blue = 0x5480E4;

/// "triangle, onPlay on play": the glyph, its role and its ground's, by the theme's names.
QString text(const Theme &theme, const LampLook &look)
{
    static const char *glyphs[] = {"nothing", "triangle", "hollow triangle", "group", "stop",
        "small stop", "disc", "circle", "pie", "dots", "!", "check", "cross"};
    const auto role = [&](const QColor &color, std::initializer_list<Role> candidates) {
        for (Role r : candidates) {
            if (color == theme.color(r))
                return roleName(r);
        }
        if (color.rgb() == theme.clip(blue).glyph)
            return QStringLiteral("clip");
        return color.rgb() == theme.clip(blue).sunk ? QStringLiteral("sunk") : color.name();
    };
    const auto grounds = {Role::LampOff, Role::Ground, Role::Raised, Role::Play, Role::PlayLow,
        Role::Rec, Role::RecLow, Role::Own, Role::Warn, Role::Text};
    // Inks before hues: onPlay, onRec, onOwn and onWarn are one black.
    const auto inks = {Role::OnPlay, Role::Text, Role::Text2, Role::Text3, Role::Play, Role::Rec,
        Role::Own, Role::Armed, Role::Mark};
    QString out = QStringLiteral("%1, %2 on %3")
                      .arg(QLatin1String(glyphs[static_cast<int>(look.glyph)]),
                          role(look.color, inks), role(look.ground, grounds));
    if (look.ring.isValid())
        out += QStringLiteral(", ring ") + role(look.ring, inks);
    return out;
}

Cell cell(SlotState state, SlotOverlay overlay = SlotOverlay::None, bool looping = true)
{
    Cell out;
    out.reading = {state, overlay};
    out.color = blue;
    out.looping = looping;
    return out;
}

Motion other()
{
    Motion motion;
    motion.next = false;
    motion.low = 1;
    return motion;
}

Motion calm()
{
    Motion motion;
    motion.setting = MotionSetting::FlashSafe;
    return motion;
}

} // namespace

class TestLamp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void states_data();
    void states();
    void overlaysComeFirst_data();
    void overlaysComeFirst();
    void handsShow();
    void aMixedGroupTellsWhatComes_data();
    void aMixedGroupTellsWhatComes();
    void pieHasItsPart();
    void scenes();
    void stops();
    void flashSafeGroundsNeverChange();
    void stillHasNoPie();
};

void TestLamp::states_data()
{
    QTest::addColumn<SlotState>("state");
    QTest::addColumn<QString>("now"); // a swap's other half
    QTest::addColumn<QString>("next");
    QTest::addColumn<QString>("safe");
    const auto steady = [](const char *name, SlotState state, const char *look) {
        QTest::newRow(name) << state << look << look << look;
    };
    steady("empty", SlotState::Empty, "small stop, mark on lampOff");
    steady("armed", SlotState::EmptyArmed, "disc, armed on lampOff");
    steady("stopped", SlotState::Stopped, "triangle, clip on lampOff");
    steady("deactivated", SlotState::Deactivated, "hollow triangle, text3 on lampOff");
    steady("group", SlotState::Group, "group, clip on lampOff");
    QTest::newRow("queued") << SlotState::Queued << "hollow triangle, play on lampOff"
                            << "triangle, onPlay on play"
                            << "triangle, play on lampOff, ring play";
    QTest::newRow("playing") << SlotState::Playing << "pie, onPlay on playLow"
                             << "pie, onPlay on play"
                             << "pie, onPlay on play";
    QTest::newRow("stopping") << SlotState::QueuedToStop << "pie, onPlay on playLow"
                              << "stop, text on lampOff"
                              << "stop, text on lampOff, ring text";
    QTest::newRow("recording") << SlotState::Recording << "disc, onPlay on recLow"
                               << "disc, onPlay on rec"
                               << "disc, onPlay on rec";
    QTest::newRow("queued to record") << SlotState::QueuedToRecord << "circle, rec on lampOff"
                                      << "disc, onPlay on rec"
                                      << "disc, rec on lampOff, ring rec";
    QTest::newRow("group playing") << SlotState::GroupPlaying << "group, onPlay on playLow"
                                   << "group, onPlay on play"
                                   << "group, onPlay on play";
    QTest::newRow("group queued") << SlotState::GroupQueued << "group, play on lampOff"
                                  << "group, onPlay on play"
                                  << "group, play on lampOff, ring play";
    QTest::newRow("group stopping") << SlotState::GroupStopping << "group, onPlay on playLow"
                                    << "stop, text on lampOff"
                                    << "stop, text on lampOff, ring text";
    QTest::newRow("group recording") << SlotState::GroupRecording << "group, onPlay on recLow"
                                     << "group, onPlay on rec"
                                     << "group, onPlay on rec";
}

void TestLamp::states()
{
    QFETCH(SlotState, state);
    const Theme theme;
    QTEST(text(theme, Lamps(theme, other()).of(cell(state), {})), "now");
    QTEST(text(theme, Lamps(theme, Motion()).of(cell(state), {})), "next");
    QTEST(text(theme, Lamps(theme, calm()).of(cell(state), {})), "safe");
}

void TestLamp::overlaysComeFirst_data()
{
    QTest::addColumn<SlotState>("state");
    QTest::addColumn<SlotOverlay>("overlay");
    QTest::addColumn<QString>("look");
    QTest::newRow("refused") << SlotState::Playing << SlotOverlay::Refused << "!, onPlay on warn";
    QTest::newRow("pressed clip") << SlotState::Stopped << SlotOverlay::Pressed
                                  << "triangle, onPlay on own";
    QTest::newRow("pressed group")
        << SlotState::Group << SlotOverlay::Pressed << "group, onPlay on own";
    QTest::newRow("pressed empty")
        << SlotState::Empty << SlotOverlay::Pressed << "stop, onPlay on own";
    QTest::newRow("pressed armed")
        << SlotState::EmptyArmed << SlotOverlay::Pressed << "disc, onPlay on own";
    QTest::newRow("pending") << SlotState::Queued << SlotOverlay::Pending << "dots, own on lampOff";
    QTest::newRow("stale") << SlotState::Playing << SlotOverlay::Stale
                           << "hollow triangle, text3 on lampOff";
    QTest::newRow("stale armed") << SlotState::EmptyArmed << SlotOverlay::Stale
                                 << "disc, mark on lampOff";
    QTest::newRow("stale empty") << SlotState::Empty << SlotOverlay::Stale
                                 << "small stop, mark on lampOff";
}

void TestLamp::overlaysComeFirst()
{
    QFETCH(SlotState, state);
    QFETCH(SlotOverlay, overlay);
    const Theme theme;
    QTEST(text(theme, Lamps(theme, Motion()).of(cell(state, overlay), {})), "look");
}

void TestLamp::handsShow()
{
    const Theme theme;
    const Lamps lamps(theme, Motion());
    Attention hand;
    hand.hovered = true;
    QCOMPARE(text(theme, lamps.of(cell(SlotState::Stopped), hand)),
        QStringLiteral("triangle, text on lampOff"));
    hand.pressed = true;
    QCOMPARE(text(theme, lamps.of(cell(SlotState::Stopped), hand)),
        QStringLiteral("triangle, onPlay on own"));
    QCOMPARE(text(theme, lamps.of(cell(SlotState::Stopped, SlotOverlay::Refused), hand)),
        QStringLiteral("!, onPlay on warn"));
}

void TestLamp::aMixedGroupTellsWhatComes_data()
{
    QTest::addColumn<QList<SlotState>>("children");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("next");
    using S = SlotState;
    const char *plays = "group, onPlay on playLow";
    QTest::newRow("one plays, one waits")
        << QList<S>{S::Playing, S::Queued} << plays << "group, play on lampOff";
    QTest::newRow("one plays, one stops")
        << QList<S>{S::Playing, S::QueuedToStop} << plays << "stop, text on lampOff";
    QTest::newRow("one plays, one records")
        << QList<S>{S::Playing, S::Recording} << "group, onPlay on recLow"
        << "group, onPlay on rec";
}

void TestLamp::aMixedGroupTellsWhatComes()
{
    QFETCH(QList<SlotState>, children);
    Cell mixed = cell(SlotState::GroupMixed);
    for (SlotState child : children)
        mixed.chips.push_back({true, child, blue});
    const Theme theme;
    QTEST(text(theme, Lamps(theme, other()).of(mixed, {})), "now");
    QTEST(text(theme, Lamps(theme, Motion()).of(mixed, {})), "next");
}

void TestLamp::pieHasItsPart()
{
    const Theme theme;
    const Lamps lamps(theme, Motion());
    Cell playing = cell(SlotState::Playing);
    playing.part = 0.75;
    QCOMPARE(lamps.of(playing, {}).part, 0.75);
    playing.looping = false;
    QCOMPARE(lamps.of(playing, {}).glyph, Glyph::Triangle);
}

void TestLamp::scenes()
{
    const Theme theme;
    const Lamps lamps(theme, Motion());
    SceneCell scene;
    QCOMPARE(text(theme, lamps.of(scene, {})), QStringLiteral("triangle, text2 on lampOff"));
    scene.color = blue;
    QCOMPARE(text(theme, lamps.of(scene, {})), QStringLiteral("triangle, text2 on lampOff"));
    scene.tempo = 128;
    QCOMPARE(text(theme, lamps.of(scene, {})), QStringLiteral("triangle, text on sunk"));
    scene.isCurrent = true;
    QCOMPARE(text(theme, lamps.of(scene, {})), QStringLiteral("triangle, onPlay on play"));
    scene.isCurrent = false;
    scene.queued = true;
    QCOMPARE(text(theme, lamps.of(scene, {})), QStringLiteral("triangle, onPlay on play"));
    scene.overlay = SlotOverlay::Pending;
    QCOMPARE(text(theme, lamps.of(scene, {})), QStringLiteral("dots, own on lampOff"));
}

void TestLamp::stops()
{
    const Theme theme;
    StopCell stop;
    QCOMPARE(
        text(theme, Lamps(theme, Motion()).of(stop, {})), QStringLiteral("stop, mark on raised"));
    stop.sounds = true;
    QCOMPARE(
        text(theme, Lamps(theme, Motion()).of(stop, {})), QStringLiteral("stop, text on raised"));
    stop.queued = true;
    QCOMPARE(
        text(theme, Lamps(theme, Motion()).of(stop, {})), QStringLiteral("stop, onPlay on text"));
    QCOMPARE(
        text(theme, Lamps(theme, other()).of(stop, {})), QStringLiteral("stop, text on raised"));
    stop.queued = false;
    stop.wish = SlotOverlay::Pressed;
    QCOMPARE(
        text(theme, Lamps(theme, Motion()).of(stop, {})), QStringLiteral("stop, onPlay on own"));
    stop.wish = SlotOverlay::Pending;
    QCOMPARE(
        text(theme, Lamps(theme, Motion()).of(stop, {})), QStringLiteral("dots, own on lampOff"));
}

void TestLamp::flashSafeGroundsNeverChange()
{
    const Theme theme;
    for (int s = 0; s <= static_cast<int>(SlotState::GroupMixed); ++s) {
        const Cell shown = cell(static_cast<SlotState>(s));
        Motion begin = calm();
        begin.fade = 0;
        QCOMPARE(
            Lamps(theme, begin).of(shown, {}).ground, Lamps(theme, calm()).of(shown, {}).ground);
    }
}

void TestLamp::stillHasNoPie()
{
    const Theme theme;
    Motion motion;
    motion.setting = MotionSetting::Still;
    Cell playing = cell(SlotState::Playing);
    const QString look = text(theme, Lamps(theme, motion).of(playing, {}));
    QCOMPARE(look, QStringLiteral("triangle, onPlay on play"));
    playing.part = 0.7;
    QCOMPARE(text(theme, Lamps(theme, motion).of(playing, {})), look);
    // What is to stop says so, and a one-shot shows no way either.
    QCOMPARE(text(theme, Lamps(theme, motion).of(cell(SlotState::QueuedToStop), {})),
        QStringLiteral("stop, text on lampOff, ring text"));
}

int tst_lamp(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestLamp>(argc, argv);
}

#include "tst_lamp.moc"
