// SPDX-License-Identifier: GPL-3.0-or-later
// The real window under a real X server with a real pointer. What it did is asserted on the far end's own state, not on
// ours; things on the screen are found by their accessible names, as assistive technology finds them.
#include "tests/support/runningwindow.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace clipdeck;

namespace {

/// A clip of the server's set, and where its cell is on the screen.
struct ShownClip {
    int track = -1;
    int scene = -1;
    QRect cell;
};

} // namespace

class TestWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void initTestCase() { openDesktop(m_desktop); }
    void init();
    void cleanup();

    void realAbletonOscIsTried();
    void aClickLaunchesTheClip();
    void draggingTheEdgeSetsTheLength();
    void theMetronomeButtonSwitchesTheMetronome();
    void spacePlaysAndStops();
    void theBadgeSaysConnected();
    void aLargerScaleOpensTheWindowAnew();

private:
    std::optional<AccessibleThing> waitFor(const QString &prefix)
    {
        return m_window->waitFor(prefix);
    }
    /// The first clip of the set that is on the screen, waited for.
    ShownClip shownClip();

    std::unique_ptr<DesktopSession> m_desktop;
    std::unique_ptr<RunningWindow> m_window;
};

void TestWindow::initTestCase_data()
{
    addServerRows();
}

/// Each test has a server and a window of its own.
void TestWindow::init()
{
    QFETCH_GLOBAL(ServerKind, kind);
    QString error;
    m_window = RunningWindow::start(
        *m_desktop, kind, GeneratedSet{.tracks = 8, .scenes = 8, .fill = 0.7, .seed = 5}, &error);
    QVERIFY2(m_window, qPrintable(error));
}

void TestWindow::cleanup()
{
    m_window.reset();
}

ShownClip TestWindow::shownClip()
{
    const QJsonArray tracks = m_window->server().dump().value(u"tracks").toArray();
    for (int t = 0; t < tracks.size(); ++t) {
        const QJsonObject track = tracks.at(t).toObject();
        const QJsonObject clip = m_window->server().clip(t, 0);
        if (track.value(u"kind") == QLatin1String("group") || !clip.value(u"looping").toBool())
            continue;
        const auto cell
            = waitFor(QStringLiteral("%1, scene 1: %2,")
                          .arg(track.value(u"name").toString(), clip.value(u"name").toString()));
        if (cell)
            return {t, 0, cell->place};
    }
    return {};
}

void TestWindow::realAbletonOscIsTried()
{
    if (const QString reason = OscServer::unavailable(ServerKind::Rig); !reason.isEmpty())
        QSKIP(qPrintable(reason));
}

void TestWindow::aClickLaunchesTheClip()
{
    const ShownClip clip = shownClip();
    QVERIFY(clip.track >= 0);
    QVERIFY(
        m_window->server().track(clip.track).value(u"playing_slot_index").toInt() != clip.scene);

    QVERIFY(m_desktop->click(clip.cell.center()));

    QTRY_COMPARE(
        m_window->server().track(clip.track).value(u"playing_slot_index").toInt(), clip.scene);
    QVERIFY(m_window->server().song().value(u"is_playing").toBool());
}

void TestWindow::draggingTheEdgeSetsTheLength()
{
    const ShownClip clip = shownClip();
    QVERIFY(clip.track >= 0);
    const QJsonObject before = m_window->server().clip(clip.track, clip.scene);
    const QPoint edge(clip.cell.right() - 2, clip.cell.center().y());

    QVERIFY(m_desktop->drag(edge, edge + QPoint(40, 0)));

    const double old = before.value(u"length").toDouble();
    QTRY_VERIFY(m_window->server().clip(clip.track, clip.scene).value(u"length").toDouble() > old);
    const QJsonObject after = m_window->server().clip(clip.track, clip.scene);
    const double length = after.value(u"length").toDouble();
    QCOMPARE(length, std::round(length)); // snapped to beats
    QCOMPARE(after.value(u"loop_start"), before.value(u"loop_start"));
    QCOMPARE(after.value(u"loop_end").toDouble(), before.value(u"loop_start").toDouble() + length);
    QVERIFY(after.value(u"end_marker").toDouble() >= after.value(u"loop_end").toDouble());
    // The drag was no click.
    QVERIFY(m_window->server().track(clip.track).value(u"playing_slot_index").toInt() < 0);
}

void TestWindow::theMetronomeButtonSwitchesTheMetronome()
{
    QVERIFY(shownClip().track >= 0); // connected, and the mirror is there
    const auto button = waitFor(QStringLiteral("Metronome"));
    QVERIFY(button);
    QVERIFY(!m_window->server().song().value(u"metronome").toBool());
    QVERIFY(m_desktop->click(button->place.center()));
    QTRY_VERIFY(m_window->server().song().value(u"metronome").toBool());
    QVERIFY(m_desktop->click(button->place.center()));
    QTRY_VERIFY(!m_window->server().song().value(u"metronome").toBool());
}

void TestWindow::spacePlaysAndStops()
{
    QVERIFY(shownClip().track >= 0);
    QVERIFY(m_desktop->pressKey(QStringLiteral("space")));
    QTRY_VERIFY(m_window->server().song().value(u"is_playing").toBool());
    QVERIFY(m_desktop->pressKey(QStringLiteral("space")));
    QTRY_VERIFY(!m_window->server().song().value(u"is_playing").toBool());
}

void TestWindow::theBadgeSaysConnected()
{
    QVERIFY(waitFor(QStringLiteral("Connection: connected")));
    m_window->endServer();
    QVERIFY(waitFor(QStringLiteral("Connection: no answer")));
}

/// The whole window is larger, and everything works as before: for the pointer, for assistive technology, and for Live.
void TestWindow::aLargerScaleOpensTheWindowAnew()
{
    const auto before = waitFor(QStringLiteral("Menu"));
    QVERIFY(before);
    QVERIFY(m_desktop->pressKey(QStringLiteral("ctrl+alt+equal")));
    // Places are told in the window's own pixels: on the same screen there are fewer of them now.
    constexpr double factor = 1.25;
    const auto isLarger = [&] {
        const auto now = m_desktop->find(QStringLiteral("clipdeck"), QStringLiteral("Menu"));
        return now && now->place.right() < before->place.right() / 1.1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isLarger(), 20'000);
    const ShownClip clip = shownClip();
    QVERIFY(clip.track >= 0);
    QVERIFY(m_desktop->click((QPointF(clip.cell.center()) * factor).toPoint()));
    QTRY_COMPARE(
        m_window->server().track(clip.track).value(u"playing_slot_index").toInt(), clip.scene);
    QVERIFY(m_desktop->act(
        QStringLiteral("clipdeck"), QStringLiteral("Metronome"), QStringLiteral("Toggle")));
    QTRY_VERIFY(m_window->server().song().value(u"metronome").toBool());
}

int tst_window(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestWindow>(argc, argv);
}

#include "tst_window.moc"
