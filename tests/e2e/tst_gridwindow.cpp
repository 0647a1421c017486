// SPDX-License-Identifier: GPL-3.0-or-later
// The grid of the real window under a real X server: edits by pointer and keys, and all of it for assistive technology.
// What counts is the far end's own state.
#include "tests/support/runningwindow.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace clipdeck;

namespace {

const QString clipdeck_ = QStringLiteral("clipdeck"); // as assistive technology knows it

/// A clip of the server's set, and where its cell is on the screen.
struct PlayingClip {
    int track = -1;
    int scene = -1;
    QString trackName;
    QString name;
    QRect cell;
};

} // namespace

class TestGridWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void initTestCase() { openDesktop(m_desktop); }
    void init();
    void cleanup();

    void keysRenameAndTheMenuDeletes();
    void shiftDragMovesAndUndoTakesItBack();
    void theMiddleButtonActsRightNow();
    void searchFindsAndEnterLaunches();
    void earsReadEveryCellAndLaunch();
    void earsCancelWhatIsQueued();

private:
    void earsReadEveryCell();
    QString nameInLive(int track, int scene)
    {
        return m_window->server().clip(track, scene).value(u"name").toString();
    }
    /// A looping clip of a track with an empty slot below it, all on the screen.
    PlayingClip clipAboveAnEmptySlot();
    /// The n-th clip of the first scenes that is on the screen.
    PlayingClip shownClip(int which = 0);

    std::unique_ptr<DesktopSession> m_desktop;
    std::unique_ptr<RunningWindow> m_window;
};

void TestGridWindow::initTestCase_data()
{
    addServerRows();
}

/// Each test has a server and a window of its own.
void TestGridWindow::init()
{
    QFETCH_GLOBAL(ServerKind, kind);
    if (const QString reason = OscServer::unavailable(kind); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    QString error;
    m_window = RunningWindow::start(
        *m_desktop, kind, GeneratedSet{.tracks = 8, .scenes = 8, .fill = 0.7, .seed = 5}, &error);
    QVERIFY2(m_window, qPrintable(error));
}

void TestGridWindow::cleanup()
{
    m_window.reset();
}

PlayingClip TestGridWindow::shownClip(int which)
{
    const QJsonArray tracks = m_window->server().dump().value(u"tracks").toArray();
    for (int t = 0; t < tracks.size(); ++t) {
        const QJsonObject track = tracks.at(t).toObject();
        const QJsonObject clip = m_window->server().clip(t, 0);
        if (track.value(u"kind") == QLatin1String("group") || clip.isEmpty() || which-- > 0)
            continue;
        const QString trackName = track.value(u"name").toString();
        const QString name = clip.value(u"name").toString();
        const auto cell
            = m_window->waitFor(QStringLiteral("%1, scene 1: %2,").arg(trackName, name));
        return cell ? PlayingClip{t, 0, trackName, name, cell->place} : PlayingClip();
    }
    return {};
}

PlayingClip TestGridWindow::clipAboveAnEmptySlot()
{
    const QJsonArray tracks = m_window->server().dump().value(u"tracks").toArray();
    for (int t = 0; t < tracks.size(); ++t) {
        const QJsonObject track = tracks.at(t).toObject();
        for (int s = 0; s < 7 && track.value(u"kind") != QLatin1String("group"); ++s) {
            const QString name = nameInLive(t, s);
            if (name.isEmpty() || !m_window->server().clip(t, s + 1).isEmpty())
                continue;
            const QString trackName = track.value(u"name").toString();
            const auto cell = m_window->waitFor(
                QStringLiteral("%1, scene %2: %3,").arg(trackName).arg(s + 1).arg(name));
            return cell ? PlayingClip{t, s, trackName, name, cell->place} : PlayingClip();
        }
    }
    return {};
}

void TestGridWindow::keysRenameAndTheMenuDeletes()
{
    const PlayingClip clip = shownClip();
    QVERIFY(clip.track >= 0);
    QVERIFY(m_desktop->click(clip.cell.center()));
    QVERIFY(m_desktop->pressKey(QStringLiteral("ctrl+r")));
    QVERIFY(m_desktop->type(QStringLiteral("Anthem")));
    QVERIFY(m_desktop->pressKey(QStringLiteral("Return")));
    QTRY_COMPARE(nameInLive(clip.track, clip.scene), QStringLiteral("Anthem"));
    QVERIFY(m_window->waitFor(QStringLiteral("%1, scene 1: Anthem,").arg(clip.trackName)));

    QVERIFY(m_desktop->click(clip.cell.center(), DesktopSession::Button::Right));
    constexpr int itemsToDelete = 5; // from the last, "Capture and insert scene", upwards
    for (int i = 0; i < itemsToDelete; ++i)
        QVERIFY(m_desktop->pressKey(QStringLiteral("Up")));
    QVERIFY(m_desktop->pressKey(QStringLiteral("Return")));
    QTRY_VERIFY(m_window->server().clip(clip.track, clip.scene).isEmpty());
}

void TestGridWindow::shiftDragMovesAndUndoTakesItBack()
{
    const PlayingClip clip = clipAboveAnEmptySlot();
    QVERIFY(clip.track >= 0);
    const QPoint below(0, clip.cell.height() + 2);
    QVERIFY(
        m_desktop->drag(clip.cell.center(), clip.cell.center() + below, QStringLiteral("shift")));
    QTRY_COMPARE(nameInLive(clip.track, clip.scene + 1), clip.name);
    QTRY_VERIFY(m_window->server().clip(clip.track, clip.scene).isEmpty());
    QVERIFY(m_window->server().track(clip.track).value(u"playing_slot_index").toInt() < 0);
    QVERIFY(m_window->waitFor(
        QStringLiteral("%1, scene %2: empty").arg(clip.trackName).arg(clip.scene + 1)));
    QVERIFY(m_desktop->pressKey(QStringLiteral("ctrl+z")));
    QTRY_COMPARE(nameInLive(clip.track, clip.scene), clip.name);
    QTRY_VERIFY(m_window->server().clip(clip.track, clip.scene + 1).isEmpty());
}

// The window manager of this desktop keeps Alt and click for itself.
void TestGridWindow::theMiddleButtonActsRightNow()
{
    const PlayingClip first = shownClip();
    const PlayingClip second = shownClip(1);
    QVERIFY(first.track >= 0 && second.track >= 0);
    m_window->server().call(QStringLiteral("set"),
        {{QStringLiteral("path"), QStringLiteral("live_set")},
            {QStringLiteral("prop"), QStringLiteral("clip_trigger_quantization")},
            {QStringLiteral("value"), 1}}); // 8 bars: waiting would take a quarter of a minute
    QTRY_COMPARE(m_window->server().song().value(u"clip_trigger_quantization").toInt(), 1);
    const auto playing = [&](const PlayingClip &clip) {
        return m_window->server().track(clip.track).value(u"playing_slot_index").toInt();
    };
    QVERIFY(m_desktop->click(first.cell.center())); // at once, as nothing plays
    QTRY_COMPARE(playing(first), first.scene);
    QVERIFY(m_desktop->click(second.cell.center(), DesktopSession::Button::Middle));
    QTRY_COMPARE(playing(second), second.scene);
    const auto stopAll = m_window->waitFor(QStringLiteral("Stop all clips"));
    QVERIFY(stopAll);
    QVERIFY(m_desktop->click(stopAll->place.center(), DesktopSession::Button::Middle));
    QTRY_VERIFY(playing(first) < 0 && playing(second) < 0);
}

void TestGridWindow::searchFindsAndEnterLaunches()
{
    const PlayingClip clip = shownClip(1);
    QVERIFY(clip.track >= 0);
    if (!m_window->waitFor(QStringLiteral("Find")))
        QSKIP("The search field is not in the window yet.");
    QVERIFY(m_desktop->pressKey(QStringLiteral("ctrl+f")));
    QVERIFY(m_desktop->type(clip.name + u' ' + clip.trackName));
    QVERIFY(m_desktop->pressKey(QStringLiteral("Return"))); // goes there
    QVERIFY(m_desktop->pressKey(QStringLiteral("Return"))); // launches
    QTRY_COMPARE(
        m_window->server().track(clip.track).value(u"playing_slot_index").toInt() >= 0, true);
}

void TestGridWindow::earsReadEveryCell()
{
    QVERIFY(shownClip().track >= 0);
    static const QRegularExpression form(
        QStringLiteral("^.+, scene \\d+: (empty(, queued)?|.*, (stopped|queued|playing|recording|"
                       "stopping|mixed|pending|refused|stale|deactivated))$"));
    QStringList cells;
    for (const AccessibleThing &thing : m_desktop->things(clipdeck_)) {
        if (thing.role == QLatin1String("table cell"))
            cells.append(thing.name);
    }
    const QJsonArray tracks = m_window->server().dump().value(u"tracks").toArray();
    for (int t = 0; t < tracks.size(); ++t) {
        const QJsonObject track = tracks.at(t).toObject();
        if (!track.value(u"is_visible").toBool(true))
            continue; // inside a folded group
        for (int s = 0; s < 8; ++s) {
            const QString where
                = QStringLiteral("%1, scene %2: ").arg(track.value(u"name").toString()).arg(s + 1);
            const QStringList here = cells.filter(where);
            QVERIFY2(here.size() == 1, qPrintable(where));
            QVERIFY2(form.match(here.first()).hasMatch(), qPrintable(here.first()));
            const QString name = nameInLive(t, s);
            QVERIFY2(name.isEmpty() || here.first().contains(name), qPrintable(here.first()));
        }
    }
}

void TestGridWindow::earsReadEveryCellAndLaunch()
{
    earsReadEveryCell();
    const PlayingClip first = shownClip(0);
    const PlayingClip second = shownClip(1);
    QVERIFY(first.track >= 0 && second.track >= 0 && first.track != second.track);
    const auto cell = [](const PlayingClip &clip) {
        return QStringLiteral("%1, scene 1: %2").arg(clip.trackName, clip.name);
    };
    QVERIFY(m_desktop->act(clipdeck_, cell(first), QStringLiteral("Press")));
    QTRY_COMPARE(m_window->server().track(first.track).value(u"playing_slot_index").toInt(), 0);
    QVERIFY(m_window->waitFor(cell(first) + QStringLiteral(", playing")));
    QVERIFY(m_desktop->act(clipdeck_, cell(second), QStringLiteral("Press")));
    QTRY_COMPARE(m_window->server().track(second.track).value(u"playing_slot_index").toInt(), 0);
}

void TestGridWindow::earsCancelWhatIsQueued()
{
    const PlayingClip first = shownClip(0);
    const PlayingClip second = shownClip(1);
    QVERIFY(first.track >= 0 && second.track >= 0);
    const auto inLive = [&](const PlayingClip &clip, QStringView property) {
        return m_window->server().track(clip.track).value(property).toInt();
    };
    QVERIFY(m_desktop->click(first.cell.center())); // the song plays from here on
    QTRY_COMPARE(inLive(first, u"playing_slot_index"), 0);
    constexpr int eightBars = 1;
    QVERIFY(m_window->server().call(QStringLiteral("set"),
        {{QStringLiteral("path"), QStringLiteral("live_set")},
            {QStringLiteral("prop"), QStringLiteral("clip_trigger_quantization")},
            {QStringLiteral("value"), eightBars}}));
    QVERIFY(m_desktop->click(second.cell.center()));
    QTRY_COMPARE(inLive(second, u"fired_slot_index"), 0);
    const QString row = QStringLiteral("%1 plays %2, in ").arg(second.trackName, second.name);
    QVERIFY(m_window->waitFor(row, QStringLiteral("list item")));
    QVERIFY(m_desktop->act(clipdeck_, row, QStringLiteral("cancel")));
    QTRY_COMPARE(inLive(second, u"fired_slot_index"), -1);
    QVERIFY(inLive(second, u"playing_slot_index") < 0);
}

int tst_gridwindow(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestGridWindow>(argc, argv);
}

#include "tst_gridwindow.moc"
