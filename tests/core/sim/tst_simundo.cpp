// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo of whatever a client or the user does to the set: structure, clips, notes, parameters, properties.
#include "core/osc/osccodec.h"
#include "core/sim/control/control.h"
#include "core/sim/control/dump.h"
#include "core/sim/sets/generated.h"
#include "core/sim/simulatedlive.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace clipdeck;
using namespace clipdeck::sim;
using namespace Qt::StringLiterals;

namespace {

SimSetChoice smallChoice(quint32 seed)
{
    SimSetChoice choice;
    choice.kind = SimSetChoice::Kind::Generated;
    choice.tracks = 8;
    choice.scenes = 6;
    choice.groups = 2;
    choice.seed = seed;
    return choice;
}

/// A Live with its script that somebody edits at random; the same seed does the same.
class Editor {
public:
    explicit Editor(quint32 seed)
        : m_dice(seed)
        , m_host(
              smallChoice(seed), 0.0, [](const QByteArray &, const QHostAddress &) { return true; })
    {
    }

    void edit()
    {
        static constexpr int kinds = 5;
        switch (below(kinds)) {
        case 0:
            say("/live/song/",
                {u"create_midi_track"_s, u"create_audio_track"_s, u"delete_track"_s,
                    u"duplicate_track"_s, u"create_scene"_s, u"delete_scene"_s,
                    u"duplicate_scene"_s, u"delete_return_track"_s},
                {below(8)});
            break;
        case 1:
            say("/live/clip_slot/", {u"create_clip"_s, u"delete_clip"_s},
                {below(8), below(6), 4.0F});
            say("/live/clip_slot/", {u"delete_clip"_s}, {below(8), below(6)});
            break;
        case 2:
            say("/live/clip/set/",
                {u"loop_end"_s, u"loop_start"_s, u"position"_s, u"start_marker"_s, u"end_marker"_s},
                {below(8), below(6), static_cast<float>(below(12))});
            say("/live/clip/add/", {u"notes"_s},
                {below(8), below(6), 40 + below(20), static_cast<float>(below(8)), 0.5F, 90,
                    false});
            break;
        case 3:
            say("/live/track/set/", {u"volume"_s, u"panning"_s, u"color_index"_s, u"mute"_s},
                {below(8), below(2)});
            say("/live/device/set/parameter/", {u"value"_s}, {below(8), below(2), 1, 0.5F});
            break;
        default:
            move();
        }
    }

    int steps() const { return static_cast<int>(m_host.live().history().undoable()); }
    void undo() { m_host.live().history().undo(); }
    void redo() { m_host.live().history().redo(); }

    /// What undo is to bring back, line by line: all but what it never touches.
    QStringList dump() const
    {
        QJsonObject all = dumpSet(m_host.live());
        for (const char *part : {"view", "song", "listeners"})
            all.remove(QLatin1String(part));
        return QString::fromUtf8(QJsonDocument(all).toJson()).split(u'\n');
    }

private:
    int below(int end) { return static_cast<int>(m_dice.bounded(end)); }

    void say(const char *prefix, const QStringList &verbs, OscArguments arguments)
    {
        const QString verb = verbs[below(static_cast<int>(verbs.size()))];
        if (verb == "delete_clip"_L1)
            arguments.resize(2);
        m_host.script().handle({QLatin1String(prefix) + verb, std::move(arguments)});
    }

    void move()
    {
        const QString what = below(2) == 0 ? u"move_track"_s : u"move_scene"_s;
        runCommand(m_host, 0.0, {{u"cmd"_s, what}, {u"index"_s, below(6)}, {u"to"_s, below(6)}});
    }

    QRandomGenerator m_dice;
    SimulatedLive m_host;
};

} // namespace

class TestSimUndo : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesEverythingBack_data();
    void takesEverythingBack();
};

void TestSimUndo::takesEverythingBack_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 30; ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

void TestSimUndo::takesEverythingBack()
{
    QFETCH(const quint32, seed);
    Editor editor(seed);
    const QStringList before = editor.dump();
    for (int i = 0; i < 60; ++i)
        editor.edit();
    const QStringList after = editor.dump();
    const int steps = editor.steps();
    QVERIFY(steps > 10);
    for (int i = 0; i < steps; ++i)
        editor.undo();
    QCOMPARE(editor.dump(), before);
    for (int i = 0; i < steps; ++i)
        editor.redo();
    QCOMPARE(editor.dump(), after);
    editor.undo();
    editor.redo();
    QCOMPARE(editor.dump(), after);
}

int tst_simundo(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSimUndo>(argc, argv);
}

#include "tst_simundo.moc"
