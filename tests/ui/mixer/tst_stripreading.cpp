// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/mixer/stripreading.h"

#include <QTest>

using namespace clipdeck;

namespace {

constexpr TrackIndex kickTrack(0);

/// `live → wish`, as a strip shows it.
QString text(const LevelReading &level)
{
    const auto number = [](std::optional<double> value) {
        return value ? QString::number(*value) : QStringLiteral("?");
    };
    return level.wish ? number(level.live) + QStringLiteral(" → ") + number(level.wish)
                      : number(level.live);
}

} // namespace

class TestStripReading : public QObject {
    Q_OBJECT

    LiveSet m_set;

private Q_SLOTS:
    void init()
    {
        m_set.clear();
        m_set.applyStructure(2, 1);
        m_set.apply(kickTrack, TrackField::Name, QStringLiteral("Kick"));
    }

    void whatLiveHasNotToldIsNotKnown()
    {
        const StripReading strip = readStrip(m_set, kickTrack, 0);
        QCOMPARE(text(strip.volume), QStringLiteral("?"));
        QCOMPARE(text(strip.pan), QStringLiteral("?"));
        QVERIFY(strip.sends.empty());
        QCOMPARE(levelText({StripControl::Volume, 0}, strip.volume.live),
            QStringLiteral("not known yet"));
        QCOMPARE(readStrip(m_set, TrackIndex(9), 0), StripReading());
    }

    void aWishStandsBesideWhatLiveHas()
    {
        m_set.apply(kickTrack, TrackField::Volume, 0.5);
        m_set.applySends(kickTrack, {0.25, 0.0});
        m_set.request(Target::track(kickTrack, TrackField::Volume), 0.75, 0);
        m_set.request(Target::send(kickTrack, SendIndex(1)), 1.0, 0);
        StripReading strip = readStrip(m_set, kickTrack, 0);
        QCOMPARE(text(strip.volume), QStringLiteral("0.5 → 0.75"));
        QCOMPARE(text(strip.sends.at(0)), QStringLiteral("0.25"));
        QCOMPARE(text(strip.sends.at(1)), QStringLiteral("0 → 1"));
        QCOMPARE(*strip.volume.shown(), 0.75);

        m_set.apply(kickTrack, TrackField::Volume, 0.75); // they meet
        QCOMPARE(text(readStrip(m_set, kickTrack, 0).volume), QStringLiteral("0.75"));

        m_set.refuse(Target::send(kickTrack, SendIndex(1)), QStringLiteral("no"), 0);
        strip = readStrip(m_set, kickTrack, 0);
        QCOMPARE(text(strip.sends.at(1)), QStringLiteral("0"));
        QVERIFY(strip.sends.at(1).isRefused);
    }

    void switchesShowTheWishAndSayWhenLiveOwesAnAnswer()
    {
        m_set.request(Target::track(kickTrack, TrackField::Mute), true, 1000);
        const SwitchReading fresh = readStrip(m_set, kickTrack, 1100).mute;
        QVERIFY(fresh.on && !fresh.isPending);
        QVERIFY(readStrip(m_set, kickTrack, 1000 + pendingAfterMs).mute.isPending);
        m_set.refuse(Target::track(kickTrack, TrackField::Mute), QStringLiteral("no"), 1500);
        const SwitchReading refused = readStrip(m_set, kickTrack, 1500).mute;
        QVERIFY(!refused.on && refused.isRefused);
    }

    void whatCannotBeArmedHasNoArmButton()
    {
        QVERIFY(!readStrip(m_set, kickTrack, 0).arm.has);
        m_set.apply(kickTrack, TrackField::CanBeArmed, true);
        m_set.apply(kickTrack, TrackField::Arm, true);
        const SwitchReading arm = readStrip(m_set, kickTrack, 0).arm;
        QVERIFY(arm.has && arm.on);
    }

    void namesAreFixed()
    {
        const QString track = QStringLiteral("Kick");
        QCOMPARE(partName(track, {StripControl::Volume, 0}), QStringLiteral("Kick volume"));
        QCOMPARE(partName(track, {StripControl::Pan, 0}), QStringLiteral("Kick pan"));
        QCOMPARE(partName(track, {StripControl::Send, 0, 1}), QStringLiteral("Kick send B"));
        QCOMPARE(partName(track, {StripControl::Arm, 0}), QStringLiteral("Kick arm"));
        QCOMPARE(levelText({StripControl::Volume, 0}, 0.85), QStringLiteral("0.0 dB"));
        QCOMPARE(levelText({StripControl::Send, 0, 0}, 1.0), QStringLiteral("0.0 dB"));
        QCOMPARE(levelText({StripControl::Pan, 0}, -0.5), QStringLiteral("25L"));
    }
};

int tst_stripreading(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestStripReading>(argc, argv);
}

#include "tst_stripreading.moc"
