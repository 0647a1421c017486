// SPDX-License-Identifier: GPL-3.0-or-later
// The mixer and the transport of the real window, with a real pointer and real keys; asserted on the far end's own state.
#include "tests/support/runningwindow.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QTest>

using namespace clipdeck;

class TestMixer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addServerRows(); }
    void initTestCase() { openDesktop(m_desktop); }
    void init();
    void cleanup() { m_window.reset(); }

    void aFaderIsDragged();
    void muteSoloAndArm();
    void decibelsAreTyped();
    void keysOfTheTransport();

private:
    /// A control of track `m_track` by its name, once Live's value is known.
    std::optional<AccessibleThing> control(const QString &what);
    QJsonValue inLive(const QString &property)
    {
        return m_window->server().track(m_track).value(property);
    }
    double volume() { return inLive(QStringLiteral("volume")).toDouble(); }

    std::unique_ptr<DesktopSession> m_desktop;
    std::unique_ptr<RunningWindow> m_window;
    int m_track = -1;
    QString m_name;
};

void TestMixer::init()
{
    QFETCH_GLOBAL(ServerKind, kind);
    QString error;
    m_window = RunningWindow::start(
        *m_desktop, kind, {.tracks = 4, .scenes = 4, .fill = 0.5, .seed = 5}, &error);
    QVERIFY2(m_window, qPrintable(error));
    const QJsonArray tracks = m_window->server().dump().value(u"tracks").toArray();
    for (m_track = 0; m_track < tracks.size(); ++m_track) {
        if (tracks.at(m_track).toObject().value(u"kind") != QLatin1String("group"))
            break;
    }
    m_name = tracks.at(m_track).toObject().value(u"name").toString();
}

std::optional<AccessibleThing> TestMixer::control(const QString &what)
{
    constexpr int patienceMs = 15000;
    std::optional<AccessibleThing> found;
    const QString name = QStringLiteral("%1 %2").arg(m_name, what);
    [[maybe_unused]] const bool came = QTest::qWaitFor(
        [&] {
            found = m_desktop->find(QStringLiteral("clipdeck"), name);
            return found && !found->place.isEmpty()
                && found->text != QLatin1String("not known yet");
        },
        patienceMs);
    return found;
}

void TestMixer::aFaderIsDragged()
{
    const auto fader = control(QStringLiteral("volume"));
    QVERIFY(fader);
    QCOMPARE(fader->role, QStringLiteral("slider"));
    const double before = volume();
    const int by = before > 0.5 ? 30 : -30;
    const QPoint at = fader->place.center();
    QVERIFY(m_desktop->drag(at, at + QPoint(0, by)));
    QTRY_VERIFY(by > 0 ? volume() < before - 0.2 : volume() > before + 0.2);
}

void TestMixer::muteSoloAndArm()
{
    for (const QString &what :
        {QStringLiteral("mute"), QStringLiteral("solo"), QStringLiteral("arm")}) {
        const auto button = control(what);
        QVERIFY2(button, qPrintable(what));
        const bool before = inLive(what).toBool();
        QVERIFY(m_desktop->click(button->place.center()));
        QTRY_COMPARE(inLive(what).toBool(), !before);
    }
}

void TestMixer::decibelsAreTyped()
{
    const auto fader = control(QStringLiteral("volume"));
    QVERIFY(fader);
    // The field stands above the throw.
    QVERIFY(m_desktop->click(QPoint(fader->place.center().x(), fader->place.top() - 8)));
    for (const char *key : {"minus", "1", "2", "Return"})
        QVERIFY(m_desktop->pressKey(QString::fromLatin1(key)));
    QTRY_VERIFY(qAbs(volume() - 0.55) < 1e-3);
}

void TestMixer::keysOfTheTransport()
{
    QVERIFY(control(QStringLiteral("volume"))); // connected, and the mirror is there
    const auto song = [&](const char *property) {
        return m_window->server().song().value(QLatin1String(property)).toBool();
    };
    QVERIFY(m_desktop->pressKey(QStringLiteral("o")));
    QTRY_VERIFY(song("metronome"));
    QVERIFY(m_desktop->pressKey(QStringLiteral("F9")));
    QTRY_VERIFY(song("record_mode"));
    QVERIFY(m_desktop->pressKey(QStringLiteral("F9")));
    QTRY_VERIFY(!song("record_mode"));
}

int tst_mixer(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestMixer>(argc, argv);
}

#include "tst_mixer.moc"
