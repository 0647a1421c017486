// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/push/meterwatch.h"
#include "core/sync/push/setlisteners.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

/// `level 0, left 1, right 1`
QString text(const std::vector<ListenerKey> &keys)
{
    QStringList out;
    for (const ListenerKey &key : keys)
        out << QStringLiteral("%1 %2").arg(
            QString::fromLatin1(key.getter->name.split('_').last()), QString::number(key.ids[0]));
    return out.join(QStringLiteral(", "));
}

} // namespace

class TestMeterWatch : public QObject {
    Q_OBJECT

    LiveSet m_set;

private Q_SLOTS:
    void init()
    {
        m_set.clear();
        m_set.applyStructure(4, 1);
        for (int t : {1, 2, 3})
            m_set.apply(TrackIndex(t), TrackField::HasAudioOutput, true);
    }

    void nothingIsWantedAtFirst()
    {
        MeterWatch watch;
        QCOMPARE(text(watch.update(m_set).start), QString());
    }

    void onlyTheDifferenceIsToldAgain()
    {
        MeterWatch watch;
        watch.setWanted(TrackIndex(0), 2);
        MeterWatch::Difference first = watch.update(m_set);
        QCOMPARE(text(first.start), QStringLiteral("left 1, level 0, right 1"));
        QCOMPARE(text(first.stop), QString());

        watch.setWanted(TrackIndex(1), 2);
        const MeterWatch::Difference next = watch.update(m_set);
        QCOMPARE(text(next.start), QStringLiteral("left 2, right 2"));
        QCOMPARE(text(next.stop), QStringLiteral("level 0"));

        watch.setWanted(TrackIndex(0), 0);
        QCOMPARE(
            text(watch.update(m_set).stop), QStringLiteral("left 1, left 2, right 1, right 2"));
    }

    void aTrackThatGetsAnInstrumentHasTwoSides()
    {
        MeterWatch watch;
        watch.setWanted(TrackIndex(0), 1);
        (void)watch.update(m_set);
        m_set.apply(TrackIndex(0), TrackField::HasAudioOutput, true);
        const MeterWatch::Difference difference = watch.update(m_set);
        QCOMPARE(text(difference.start), QStringLiteral("left 0, right 0"));
        QCOMPARE(text(difference.stop), QStringLiteral("level 0"));
    }

    void followsMovedTracks()
    {
        MeterWatch watch;
        watch.setWanted(TrackIndex(1), 2);
        (void)watch.update(m_set);
        // Track 1 is deleted: what was 2 is 1 now.
        watch.rename([](const ListenerKey &key) {
            return keyAfterMove(
                key, [](int old) { return old == 1 ? -1 : old - 1; },
                [](int scene) { return scene; });
        });
        m_set.applyStructure(3, 1);
        const MeterWatch::Difference difference = watch.update(m_set);
        QCOMPARE(text(difference.start), QStringLiteral("left 2, right 2"));
        QCOMPARE(text(difference.stop), QString());
    }

    void tracksThatAreNotThereAreNotAskedFor()
    {
        MeterWatch watch;
        watch.setWanted(TrackIndex(3), 20);
        QCOMPARE(text(watch.update(m_set).start), QStringLiteral("left 3, right 3"));
    }
};

int tst_meterwatch(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestMeterWatch>(argc, argv);
}

#include "tst_meterwatch.moc"
