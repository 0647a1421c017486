// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/session/gridfixture.h"

#include "tests/support/testports.h"

#include <QApplication>
#include <QLineEdit>

namespace clipdeck {

bool GridFixture::start()
{
    loadFonts();
    SimOptions options;
    options.port = 0;
    options.replyPort = freeUdpPort();
    options.tickMs = 20; // five times Live's pace: a test need not wait for its ticks
    m_simulator = std::make_unique<Simulator>(options);
    if (!m_simulator->start())
        return false;
    EngineSettings settings;
    settings.port = m_simulator->port();
    settings.replyPort = m_simulator->replyPort();
    settings.bindAddress = QHostAddress(QHostAddress::LocalHost);
    settings.readDevices = false;
    m_engine = std::make_unique<Engine>(settings);
    QObject::connect(&m_engine->commands(), &Commands::refused, m_engine.get(),
        [](const Target &, const QString &reason) { qWarning() << "refused:" << reason; });
    m_engine->start();
    m_view = std::make_unique<SessionView>(
        m_engine->liveSet(), m_engine->songClock(), [this] { return m_engine->now(); }, m_theme);
    m_desk = new SessionController(
        *m_view, {m_engine->liveSet(), m_engine->commands(), m_engine->gridCommands(), m_theme});
    m_view->resize(1600, 640);
    m_view->show();
    m_view->activateWindow();
    m_view->setFocus();
    if (!QTest::qWaitFor([this] { return set().trackCount() > 0 && set().isComplete(); }, 20'000))
        return false;
    m_engine->commands().requestSong(SongField::ClipTriggerQuantization, 0);
    return QTest::qWaitFor(
        [this] { return isSettled() && set().song().clipTriggerQuantization == 0; });
}

// Tests look every fiftieth of a second or so: parameters and notes, which none of them asks for, would take most of the time.
QJsonObject GridFixture::dump() const
{
    return m_simulator->dump({.parameters = false, .notes = false});
}

QJsonObject GridFixture::song() const
{
    return dump().value(QLatin1String("song")).toObject();
}

QJsonObject GridFixture::track(TrackIndex track) const
{
    return dump().value(QLatin1String("tracks")).toArray().at(track.value).toObject();
}

QJsonObject GridFixture::slot(SlotId slot) const
{
    return track(slot.track)
        .value(QLatin1String("clip_slots"))
        .toObject()
        .value(QString::number(slot.scene.value))
        .toObject();
}

QJsonObject GridFixture::clip(SlotId id) const
{
    return slot(id).value(QLatin1String("clip")).toObject();
}

QJsonObject GridFixture::scene(int index) const
{
    return dump().value(QLatin1String("scenes")).toArray().at(index).toObject();
}

int GridFixture::sceneCount() const
{
    return static_cast<int>(m_simulator->dump().value(QLatin1String("scenes")).toArray().size());
}

int GridFixture::selectedScene() const
{
    const QJsonObject view = dump().value(QLatin1String("view")).toObject();
    return view.value(QLatin1String("selected_scene")).toInt(-1);
}

QString GridFixture::selectedTrack() const
{
    const QJsonObject view = dump().value(QLatin1String("view")).toObject();
    const QJsonObject selected = view.value(QLatin1String("selected_track")).toObject();
    return selected.value(QLatin1String("name")).toString();
}

bool GridFixture::plays(SlotId slot) const
{
    return track(slot.track).value(QLatin1String("playing_slot_index")).toInt(-1)
        == slot.scene.value;
}

bool GridFixture::isInStep() const
{
    const LiveSet &mirror = m_engine->liveSet();
    const QJsonObject live = dump();
    const QJsonArray tracks = live.value(QLatin1String("tracks")).toArray();
    if (live.value(QLatin1String("scenes")).toArray().size() != mirror.sceneCount())
        return false;
    for (int t = 0; t < mirror.trackCount(); ++t) {
        const QJsonObject slotList
            = tracks.at(t).toObject().value(QLatin1String("clip_slots")).toObject();
        for (int s = 0; s < mirror.sceneCount(); ++s) {
            const QJsonObject known = slotList.value(QString::number(s)).toObject();
            const QString name = known.value(QLatin1String("clip"))
                                     .toObject()
                                     .value(QLatin1String("name"))
                                     .toString();
            const Clip *clip = mirror.clip(slotId(t, s));
            if ((clip ? clip->name : QString()) != name)
                return false;
        }
    }
    return true;
}

TrackIndex GridFixture::trackNamed(const QString &name) const
{
    const LiveSet &mirror = m_engine->liveSet();
    for (int t = 0; t < mirror.trackCount(); ++t) {
        if (mirror.track(TrackIndex(t))->name == name)
            return TrackIndex(t);
    }
    qFatal("There is no track %s", qPrintable(name));
}

SlotId GridFixture::clipNamed(const QString &track, const QString &name) const
{
    const TrackIndex index = trackNamed(track);
    const LiveSet &mirror = m_engine->liveSet();
    for (int s = 0; s < mirror.sceneCount(); ++s) {
        const Clip *clip = mirror.clip({index, SceneIndex(s)});
        if (clip && clip->name == name)
            return {index, SceneIndex(s)};
    }
    qFatal("There is no clip %s on %s", qPrintable(name), qPrintable(track));
}

Place GridFixture::place(SlotId slot) const
{
    return slotPlace(m_view->model().columnOf(slot.track), slot.scene.value);
}

QPoint GridFixture::at(Place place, double x) const
{
    const QRectF box = m_view->sessionLayout().rect(place);
    return (box.topLeft() + QPointF(x, box.height() / 2)).toPoint();
}

void GridFixture::click(Place place, Qt::KeyboardModifiers modifiers, double x)
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers, at(place, x));
}

void GridFixture::press(Place place, Qt::KeyboardModifiers modifiers, double x)
{
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, modifiers, at(place, x));
}

void GridFixture::release(Place place, Qt::KeyboardModifiers modifiers, double x)
{
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, modifiers, at(place, x));
}

void GridFixture::move(QPoint to, Qt::KeyboardModifiers modifiers)
{
    QMouseEvent event(QEvent::MouseMove, to, m_view->viewport()->mapToGlobal(to), Qt::NoButton,
        Qt::LeftButton, modifiers);
    QApplication::sendEvent(m_view->viewport(), &event);
}

void GridFixture::key(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = m_view.get();
    if (auto *editor = m_view->findChild<QLineEdit *>(); editor && editor->isVisible())
        target = editor;
    QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
}

void GridFixture::type(const QString &text)
{
    auto *editor = m_view->findChild<QLineEdit *>();
    QVERIFY(editor && editor->isVisible());
    QTest::keyClicks(editor, text); // replaces, as all is selected
}

void GridFixture::focus(SlotId slot)
{
    m_view->focusPlace(place(slot));
}

} // namespace clipdeck
