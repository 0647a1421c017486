// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mapping/controllersetup.h"
#include "tests/support/bandset.h"
#include "tests/support/fakemididriver.h"
#include "tests/support/recordinglive.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace clipdeck;

namespace {

const QDateTime now(QDate(2026, 12, 31), QTime(12, 0));

} // namespace

class tst_ControlDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_system = std::make_shared<FakeMidiSystem>();
        m_system->outputs = QStringList{QStringLiteral("Synth"), QStringLiteral("Drums")};
        m_set = std::make_unique<LiveSet>();
        fillSet(*m_set, bandTracks());
        m_live = std::make_unique<RecordingLive>(*m_set);
    }

    void firstRunOffersTheVirtualPort()
    {
        const auto desk = started();
        QCOMPARE(m_system->open, QStringList{QStringLiteral("virtual Clipdeck")});
        desk->pads().press(0);
        QCOMPARE(m_system->sent,
            QStringList{QStringLiteral("virtual Clipdeck: note on ch 1 C1 vel 100")});
    }

    void everythingIsThereAfterARestart()
    {
        {
            const auto desk = started();
            desk->faders().map(4, parameterId(1, 0, 1));
            desk->pads().setSettings({48, 10, 90});
            QVERIFY(desk->midi().chooseOutput(QStringLiteral("Drums")));
        }
        const auto desk = started();
        QCOMPARE(desk->faders().reading(4).name.what, QStringLiteral("Voice: Cutoff"));
        QCOMPARE(desk->pads().settings().channel, 10);
        QCOMPARE(m_system->open, QStringList{QStringLiteral("Drums")});
    }

    void restartWithoutThePortKeepsTheChoice()
    {
        {
            const auto desk = started();
            QVERIFY(desk->midi().chooseOutput(QStringLiteral("Drums")));
        }
        m_system->outputs.removeOne(QStringLiteral("Drums"));
        {
            const auto desk = started();
            QVERIFY(desk->midi().outputState() == MidiPorts::OutputState::Waiting);
        }
        m_system->outputs.append(QStringLiteral("Drums"));
        const auto desk = started();
        QCOMPARE(m_system->open, QStringList{QStringLiteral("Drums")});
    }

    void notesEndBeforeTheOutputCloses()
    {
        const auto desk = started();
        desk->pads().press(0);
        QVERIFY(desk->midi().chooseOutput(QStringLiteral("Synth")));
        QCOMPARE(m_system->sent.last(), QStringLiteral("virtual Clipdeck: note off ch 1 C1 vel 0"));
    }

    void brokenFileIsTold()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not JSON");
        file.close();
        ControllerSetup desk(*m_set, *m_live, std::make_unique<FakeMidiDriver>(m_system), path());
        const QSignalSpy trouble(&desk, &ControllerSetup::trouble);
        desk.start(now);
        QCOMPARE(trouble.count(), 1);
        QVERIFY(
            trouble.at(0).at(0).toString().contains(QStringLiteral(".corrupt-20261231-120000")));
    }

private:
    QString path() const { return m_dir->filePath(QStringLiteral("mappings.json")); }
    std::unique_ptr<ControllerSetup> started()
    {
        auto desk = std::make_unique<ControllerSetup>(
            *m_set, *m_live, std::make_unique<FakeMidiDriver>(m_system), path());
        desk->start(now);
        return desk;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::shared_ptr<FakeMidiSystem> m_system;
    std::unique_ptr<LiveSet> m_set;
    std::unique_ptr<RecordingLive> m_live;
};

int tst_controldesk(int argc, char *argv[])
{
    return clipdeck::runTestClass<tst_ControlDesk>(argc, argv);
}

#include "tst_controldesk.moc"
