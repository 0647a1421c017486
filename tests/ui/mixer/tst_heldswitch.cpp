// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/mixer/momentaryswitch.h"

#include <QTest>

using namespace clipdeck;

namespace {

constexpr int key = Qt::Key_S;
constexpr qint64 down = 1000;

} // namespace

class TestMomentarySwitch : public QObject {
    Q_OBJECT

    LiveSet m_set;
    MomentarySwitch m_held;

    /// A letter a track: `S` soloed.
    void solo(const QString &tracks)
    {
        for (int t = 0; t < tracks.size(); ++t)
            m_set.apply(TrackIndex(t), TrackField::Solo, tracks.at(t) == QLatin1Char('S'));
    }
    static QString text(const std::vector<MomentarySwitch::State> &states)
    {
        QStringList out;
        for (const MomentarySwitch::State &state : states)
            out.append(QStringLiteral("%1 %2")
                           .arg(state.track.value)
                           .arg(state.on ? QStringLiteral("on") : QStringLiteral("off")));
        return out.join(QStringLiteral(", "));
    }

private Q_SLOTS:
    void init()
    {
        m_set.clear();
        m_set.applyStructure(3, 1);
        m_held = {};
    }

    void releases_data()
    {
        QTest::addColumn<int>("released");
        QTest::addColumn<qint64>("after");
        QTest::addColumn<QString>("back");
        QTest::newRow("a tap stays") << key << qint64(499) << "";
        QTest::newRow("held: back to what it was") << key << qint64(500) << "0 on, 1 off";
        QTest::newRow("another key") << int(Qt::Key_F1) << qint64(900) << "";
    }
    void releases()
    {
        QFETCH(int, released);
        QFETCH(qint64, after);
        solo(QStringLiteral("S.."));
        m_held.press(key, TrackField::Solo, m_set, down);
        solo(QStringLiteral(".S.")); // exclusive: the first went out
        QTEST(text(m_held.release(released, m_set, down + after)), "back");
    }

    void aWishOnItsWayCounts()
    {
        m_held.press(key, TrackField::Mute, m_set, down);
        m_set.request(Target::track(TrackIndex(2), TrackField::Mute), true, down);
        QCOMPARE(text(m_held.release(key, m_set, down + 600)), QStringLiteral("2 off"));
        QVERIFY(!m_held.isDown());
    }

    void tracksThatMovedAreLeftAlone()
    {
        m_held.press(key, TrackField::Solo, m_set, down);
        m_set.applyStructure(4, 1);
        solo(QStringLiteral("SSSS"));
        QCOMPARE(text(m_held.release(key, m_set, down + 600)), QString());
    }
};

int tst_heldswitch(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestMomentarySwitch>(argc, argv);
}

#include "tst_heldswitch.moc"
