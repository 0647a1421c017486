// SPDX-License-Identifier: GPL-3.0-or-later
// The surface as it is painted: a few pixels of every state, in both themes and at two scales. With CLIPDECK_PICTURES
// set to a folder, the pictures are kept there for a designer's eye.
#include "tests/support/showset.h"
#include "tests/support/widgettestclass.h"
#include "ui/session/display/standing.h"
#include "ui/session/sessionview.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace clipdeck;

namespace {

QImage picture(SessionView &view, const GridContext &context, const Theme &theme,
    const SessionViewState &state, PaintCache &cache, double ratio)
{
    const QSize size = view.viewport()->size();
    QImage image(size * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    SessionLayout::Input input = view.sessionLayout().input();
    input.ratio = ratio;
    const SessionLayout layout(input);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    SessionCanvas(painter, theme, layout, view.model(), context, state, cache)
        .paint(QRect(QPoint(), size));
    return image;
}

void keep(const QImage &image, const QString &name)
{
    const QString folder = qEnvironmentVariable("CLIPDECK_PICTURES");
    if (!folder.isEmpty())
        image.save(folder + QLatin1Char('/') + name);
}

} // namespace

class TestSessionLook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(loadFonts()); }
    void pictures_data();
    void pictures();
    void emptyRoomIsDrawn();
    void withLiveGoneNothingIsLit();
    void theArrangementsSignComesAndGoes();
    void sceneNumbersHaveTheirRoom();
    void aFullRepaintIsQuick();
};

void TestSessionLook::pictures_data()
{
    QTest::addColumn<Theme::Kind>("kind");
    QTest::addColumn<Density>("density");
    QTest::addColumn<double>("ratio");
    QTest::newRow("dark") << Theme::Kind::Dark << Density::Compact << 1.0;
    QTest::newRow("dark@2x") << Theme::Kind::Dark << Density::Compact << 2.0;
    QTest::newRow("dark@1.25x") << Theme::Kind::Dark << Density::Compact << 1.25;
    QTest::newRow("light") << Theme::Kind::Light << Density::Compact << 1.0;
    QTest::newRow("light@2x") << Theme::Kind::Light << Density::Compact << 2.0;
    QTest::newRow("touch") << Theme::Kind::Dark << Density::Comfortable << 1.0;
}

void TestSessionLook::pictures()
{
    QFETCH(Theme::Kind, kind);
    QFETCH(Density, density);
    QFETCH(double, ratio);
    const Theme theme(kind, density);
    ShowSet show;
    SessionView view(
        show.set, show.clock, [] { return ShowSet::now; }, theme);
    view.resize(1600, density == Density::Compact ? 520 : 820);
    view.show();
    show.fill();
    PlayPositions positions;
    for (const Track &track : show.set.tracks()) {
        const SlotId id = slotId(int(&track - show.set.tracks().data()), track.playingSlot);
        if (const Clip *clip = show.set.clip(id))
            positions.hear(id, clip->playingPosition, show.clock.moment(ShowSet::now));
    }
    SessionViewState state = view.state();
    state.selection.select({GridSubject::Kind::Slot, TrackIndex(5), SceneIndex(5)});
    state.hover = {slotPlace(11, 12), Zone::Body};
    state.drag = LengthDrag{slotId(6, 7), {16}, {32}, {}, 98, 0};
    PaintCache cache;
    const GridContext context{show.set, show.clock, positions, ShowSet::now};
    const QImage image = picture(view, context, theme, state, cache, ratio);
    keep(image, QStringLiteral("grid-%1.png").arg(QLatin1String(QTest::currentDataTag())));

    const auto at = [&](QPointF p) { return image.pixel((p * ratio).toPoint()) | 0xFF000000; };
    const auto lampCorner = [&](Place place) { // away from the rounding and from every glyph
        const QRectF lamp = view.sessionLayout().lamp(place);
        return at(lamp.bottomRight() - QPointF(2, 2));
    };
    const auto bodyEnd = [&](Place place) {
        return at(view.sessionLayout().rect(place).bottomRight() - QPointF(4, 6));
    };
    const Motion motion = motionAt(show.clock, ShowSet::now, MotionSetting::Full);
    QCOMPARE(lampCorner(slotPlace(2, 6)), theme.rgb(Role::LampOff)); // pending
    QCOMPARE(lampCorner(slotPlace(8, 8)), theme.rgb(Role::Warn)); // refused
    QCOMPARE(lampCorner(slotPlace(1, 5)),
        mixColors(theme.rgb(Role::Play), theme.rgb(Role::PlayLow), motion.low));
    QCOMPARE(lampCorner(slotPlace(9, 5)),
        mixColors(theme.rgb(Role::Rec), theme.rgb(Role::RecLow), motion.low));
    QCOMPARE(
        lampCorner(slotPlace(3, 6)), theme.rgb(motion.next ? Role::Play : Role::LampOff)); // queued
    QCOMPARE(bodyEnd(slotPlace(1, 5)), theme.clip(0xFF3636).lit);
    QCOMPARE(bodyEnd(slotPlace(3, 6)) == theme.clip(0xFFA529).sunk, false);
    QCOMPARE(bodyEnd(slotPlace(5, 8)), theme.rgb(Role::Ground)); // deactivated
    const QRectF selected = view.sessionLayout().rect(slotPlace(5, 5));
    QCOMPARE(at({selected.center().x(), selected.top() - 1}), theme.rgb(Role::Select));
    QCOMPARE(
        at({selected.center().x() + 120, selected.top() - 1}), theme.rgb(Role::Void)); // the gap
}

void TestSessionLook::emptyRoomIsDrawn()
{
    const Theme theme;
    ShowSet show;
    SessionView view(
        show.set, show.clock, [] { return ShowSet::now; }, theme);
    view.resize(900, 300);
    view.show();
    const QImage image = view.grab().toImage();
    keep(image, QStringLiteral("grid-empty.png"));
    QCOMPARE(image.pixel(60, 60), theme.rgb(Role::Ground));
}

void TestSessionLook::withLiveGoneNothingIsLit()
{
    const Theme theme;
    ShowSet show;
    SessionView view(
        show.set, show.clock, [] { return ShowSet::now; }, theme);
    view.resize(1900, 520);
    view.show();
    show.fill();
    const auto shows = [&](const QRectF &box, Role role) {
        const QImage image = view.viewport()->grab(box.toAlignedRect()).toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if ((image.pixel(x, y) | 0xFF000000) == theme.rgb(role))
                    return true;
            }
        }
        return false;
    };
    const QRectF all = view.viewport()->rect();
    const QRectF stopAll = view.sessionLayout().rect(stopAllPlace());
    const QRectF armed = view.sessionLayout().rect(headerPlace(9)); // Guitar Ana
    QVERIFY(shows(armed, Role::Rec) && shows(all, Role::Armed));
    QVERIFY(shows(stopAll, Role::Text));
    show.set.applyStale(true);
    show.set.publish();
    for (Role role : {Role::Play, Role::PlayLow, Role::Rec, Role::RecLow, Role::Armed})
        QVERIFY2(!shows(all, role), qPrintable(roleName(role)));
    QVERIFY(!shows(stopAll, Role::Text) && shows(stopAll, Role::Mark));
    keep(view.viewport()->grab().toImage(), QStringLiteral("grid-lost.png"));
}

// What is kept as a picture must not outlive what it tells.
void TestSessionLook::theArrangementsSignComesAndGoes()
{
    const Theme theme;
    ShowSet show;
    show.addTracks(2, 4);
    show.makeGroup(0, 1, 1);
    show.arm(1);
    qint64 now = ShowSet::now;
    SessionView view(
        show.set, show.clock, [&now] { return now; }, theme);
    view.resize(900, 300);
    view.show();
    show.set.publish();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto header = [&](int column) {
        return view.viewport()
            ->grab(view.sessionLayout().rect(headerPlace(column)).toAlignedRect())
            .toImage();
    };
    const QImage group = header(0);
    const QImage armed = header(1);
    const auto isShown = [&] { return header(0) != group && header(1) != armed; };
    const auto isGone = [&] { return header(0) == group && header(1) == armed; };
    const auto frames = [&](const auto &is) {
        return QTest::qWaitFor([&] {
            now += 40;
            return is();
        });
    };
    show.set.apply(SongField::IsPlaying, true);
    show.set.publish();
    QVERIFY(frames(isShown));
    QCOMPARE(headerStanding(view.context(), TrackIndex(1)),
        QStringLiteral("plays the Arrangement, armed"));
    show.set.apply(TrackIndex(1), TrackField::PlayingSlotIndex, stopFired); // the Session has it
    show.set.publish();
    QVERIFY(frames(isGone));
    show.set.apply(TrackIndex(1), TrackField::PlayingSlotIndex, noSlot); // F10
    show.set.publish();
    QVERIFY(frames(isShown));
    show.set.apply(SongField::IsPlaying, false);
    show.set.publish();
    QVERIFY(frames(isGone));
    QCOMPARE(headerStanding(view.context(), TrackIndex(0)), QString());
}

void TestSessionLook::sceneNumbersHaveTheirRoom()
{
    const Theme theme;
    const double few = sceneNumberWidth(theme, 9);
    QCOMPARE(sceneNumberWidth(theme, 99), few); // names stand where they stood
    for (int scenes : {100, 888, 1000, 10000}) {
        const double needed = textWidth(QString::number(scenes), theme.font(Type::Base));
        QVERIFY(sceneNumberWidth(theme, scenes) >= needed);
        QVERIFY(sceneNumberWidth(theme, scenes) < needed + 12);
    }
}

void TestSessionLook::aFullRepaintIsQuick()
{
    const Theme theme;
    ShowSet show;
    show.addTracks(20, 40);
    for (int t = 0; t < 20; ++t) {
        show.nameTrack(t, "A track", 0x3DC300);
        for (int s = 0; s < 40; ++s)
            show.putClip(
                t, s, (t + s) % 3 ? "Short" : "A name that is too long for its cell", 0x886CE4);
        show.play(t, t % 40, 3);
    }
    show.set.publish();
    SessionView view(
        show.set, show.clock, [] { return ShowSet::now; }, theme);
    view.resize(2200, 960);
    view.show();
    PaintCache cache;
    const GridContext context{show.set, show.clock, {}, ShowSet::now};
    picture(view, context, theme, view.state(), cache, 1);
    double best = 1e9; // the least of many: other programs may take their share of the rest
    for (int i = 0; i < 20; ++i) {
        QElapsedTimer timer;
        timer.start();
        picture(view, context, theme, view.state(), cache, 1);
        best = std::min(best, double(timer.nsecsElapsed()) / 1e6);
    }
    qInfo("800 cells: %.2f ms", best);
    QVERIFY(best < 1000); // a guard against the absurd, on slow and instrumented machines too
}

int tst_sessionlook(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestSessionLook>(argc, argv);
}

#include "tst_sessionlook.moc"
