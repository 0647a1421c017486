// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/currentscene.h"
#include "tests/support/showset.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

namespace {

constexpr int none = -1;

/// A letter a slot, a word a track, a scene a place: `c` a clip, `P` one that plays, `.` nothing.
void fill(ShowSet &show, const QString &grid)
{
    const QStringList tracks = grid.split(QLatin1Char(' '));
    show.addTracks(static_cast<int>(tracks.size()), static_cast<int>(tracks.front().size()));
    for (int t = 0; t < tracks.size(); ++t) {
        for (int s = 0; s < tracks.at(t).size(); ++s) {
            if (tracks.at(t).at(s) != QLatin1Char('.'))
                show.putClip(t, s, "Clip", 0x123456);
            if (tracks.at(t).at(s) == QLatin1Char('P'))
                show.play(t, s, 0);
        }
    }
}

} // namespace

class TestCurrentScene : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isOn_data();
    void isOn();
    void groupsDoNotCount();
};

void TestCurrentScene::isOn_data()
{
    QTest::addColumn<QString>("grid");
    QTest::addColumn<int>("scene");
    QTest::newRow("nothing plays") << "cc cc" << none;
    QTest::newRow("all of one") << "Pc Pc Pc" << 0;
    QTest::newRow("a scene of one clip") << ".P .." << 1;
    QTest::newRow("one track is elsewhere") << "Pc Pc cP" << 0;
    QTest::newRow("half of its clips") << "P. P. c. c." << 0;
    QTest::newRow("less than half") << "P. c. c." << none;
    QTest::newRow("two scenes alike") << "Pc cP" << none;
    QTest::newRow("one more of the second") << "Pc cP cP" << 1;
    QTest::newRow("most of it, but of little") << "Pcc Pcc ccP ccP ccP" << 2;
    QTest::newRow("a loop from before goes on") << "cP. ..P ..P ..P" << 2;
}

void TestCurrentScene::isOn()
{
    QFETCH(QString, grid);
    ShowSet show;
    fill(show, grid);
    const std::optional<SceneIndex> scene = currentScene(show.set);
    QTEST(scene ? scene->value : none, "scene");
}

void TestCurrentScene::groupsDoNotCount()
{
    ShowSet show;
    fill(show, QStringLiteral("P. .P"));
    show.makeGroup(0, 1, 1);
    QCOMPARE(currentScene(show.set), std::optional(SceneIndex(1)));
}

int tst_currentscene(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestCurrentScene>(argc, argv);
}

#include "tst_currentscene.moc"
