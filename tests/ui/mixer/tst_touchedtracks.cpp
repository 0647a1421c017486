// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/mixer/levelgrip.h"
#include "ui/mixer/touchedtracks.h"

#include <QTest>

using namespace clipdeck;

class TestTouchedTracks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void touches_data()
    {
        QTest::addColumn<int>("touched");
        QTest::addColumn<QList<int>>("selected");
        QTest::addColumn<QList<int>>("all");
        const auto row = [](const char *name, int touched, QList<int> selected, QList<int> all) {
            QTest::newRow(name) << touched << selected << all;
        };
        row("nothing is selected", 2, {}, {2});
        row("the one that is selected", 2, {2}, {2});
        row("one of several, which comes first", 3, {1, 3, 4}, {3, 1, 4});
        row("none of several", 2, {1, 3, 4}, {2});
        row("no track", -1, {1, 3}, {});
    }
    void touches()
    {
        QFETCH(int, touched);
        QFETCH(QList<int>, selected);
        std::set<TrackIndex> set;
        for (int track : selected)
            set.insert(TrackIndex(track));
        QList<int> all;
        for (TrackIndex track : touchedTracks(TrackIndex(touched), set))
            all.append(track.value);
        QTEST(all, "all");
    }

    void levelsGoAlong_data()
    {
        QTest::addColumn<int>("control");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("by");
        QTest::addColumn<double>("to");
        const auto row
            = [](const char *name, StripControl control, double from, double by, double to) {
                  QTest::newRow(name) << static_cast<int>(control) << from << by << to;
              };
        row("at the same distance", StripControl::Volume, 0.5, 0.2, 0.7);
        row("down", StripControl::Volume, 0.5, -0.2, 0.3);
        row("to the end of a volume", StripControl::Volume, 0.5, -0.7, 0.0);
        row("to the end of a send", StripControl::Send, 0.5, 0.7, 1.0);
        row("a pan has two sides", StripControl::Pan, -0.5, -0.25, -0.75);
        row("to the side of a pan", StripControl::Pan, -0.5, -0.75, -1.0);
    }
    void levelsGoAlong()
    {
        QFETCH(int, control);
        QFETCH(double, from);
        QFETCH(double, by);
        QFETCH(double, to);
        const double gone = alongWith(static_cast<StripControl>(control), from, by);
        QVERIFY2(qAbs(gone - to) < 1e-9, qPrintable(QString::number(gone)));
    }
};

int tst_touchedtracks(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestTouchedTracks>(argc, argv);
}

#include "tst_touchedtracks.moc"
