// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/stripswitch.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

/// `Ab-` is three tracks: armed, not armed, and one that has no such switch.
void fill(LiveSet &set, const QString &switches)
{
    set.applyStructure(static_cast<int>(switches.size()), 1);
    for (int t = 0; t < switches.size(); ++t) {
        const bool has = switches.at(t) != QLatin1Char('-');
        set.apply(TrackIndex(t), TrackField::CanBeArmed, has);
        if (has)
            set.apply(TrackIndex(t), TrackField::Arm, switches.at(t).isUpper());
    }
}

QString text(const std::vector<SwitchWrite> &writes)
{
    QStringList out;
    for (const SwitchWrite &write : writes)
        out << QStringLiteral("%1 %2")
                   .arg(write.track.value)
                   .arg(write.on ? QStringLiteral("on") : QStringLiteral("off"));
    return out.join(QStringLiteral(", "));
}

} // namespace

class TestStripSwitch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writes_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QList<int>>("pressed");
        QTest::addColumn<bool>("adds");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *name, const char *before, QList<int> pressed, bool adds,
                             const char *written) {
            QTest::newRow(name) << QString::fromLatin1(before) << pressed << adds
                                << QString::fromLatin1(written);
        };
        row("the only one", "aaa", {1}, false, "1 on");
        row("instead of the other", "Aaa", {1}, false, "1 on, 0 off");
        row("instead of two", "AaA", {1}, false, "1 on, 0 off, 2 off");
        row("with Ctrl it joins", "Aaa", {1}, true, "1 on");
        row("off again", "aAa", {1}, false, "1 off");
        row("off, and the others with it", "AAa", {1}, false, "1 off, 0 off");
        row("with Ctrl it leaves", "AAa", {1}, true, "1 off");
        row("what has no switch is left alone", "A-a", {2}, false, "2 on, 0 off");
        row("what has no switch can't be pressed", "A-a", {1}, false, "");
        row("all that are selected", "aaa", {1, 2}, false, "1 on, 2 on");
        row("all become what the pressed one becomes", "aaA", {1, 2}, false, "1 on");
        row("the others go off", "Aaa", {1, 2}, false, "1 on, 2 on, 0 off");
        row("off together", "aAA", {1, 2}, false, "1 off, 2 off");
        row("with Ctrl the others stay", "Aaa", {2, 1}, true, "2 on, 1 on");
        row("one of several has no switch", "aa-", {0, 1, 2}, false, "0 on, 1 on");
        row("no such track", "Aa", {7}, false, "");
    }
    void writes()
    {
        QFETCH(QString, before);
        QFETCH(QList<int>, pressed);
        QFETCH(bool, adds);
        LiveSet set;
        fill(set, before);
        std::vector<TrackIndex> tracks;
        for (int track : pressed)
            tracks.emplace_back(track);
        QTEST(text(stripSwitch(set, tracks, TrackField::Arm, !adds)), "written");
    }

    void aWishOnItsWayCounts()
    {
        LiveSet set;
        fill(set, QStringLiteral("aa"));
        set.request(Target::track(TrackIndex(0), TrackField::Arm), true, 0);
        QCOMPARE(text(stripSwitch(set, {TrackIndex(0)}, TrackField::Arm, true)),
            QStringLiteral("0 off"));
        QCOMPARE(text(stripSwitch(set, {TrackIndex(1)}, TrackField::Arm, true)),
            QStringLiteral("1 on, 0 off"));
    }
};

int tst_stripswitch(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestStripSwitch>(argc, argv);
}

#include "tst_stripswitch.moc"
