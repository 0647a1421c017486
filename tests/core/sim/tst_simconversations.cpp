// SPDX-License-Identifier: GPL-3.0-or-later
// Plays to the stand-in what was once said to the real AbletonOSC (tests/data/conversations) and compares the answers.
#include "core/osc/osccodec.h"
#include "core/sim/control/control.h"
#include "tests/support/conversation.h"
#include "tests/support/testclass.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace clipdeck {

namespace {

using Step = ConversationStep;

constexpr double engineStep = 0.02;
constexpr int stepsPerTick = 5;

/// The stand-in on the clock of the recordings: the same steps and ticks as the real script had.
class Stage {
public:
    void act(const Step &step)
    {
        m_heard.clear();
        switch (step.kind) {
        case Step::Kind::Set:
            open();
            break;
        case Step::Kind::Burst:
            for (const QByteArray &datagram : step.datagrams)
                m_host->receive(datagram, QHostAddress::LocalHost);
            do {
                tick();
            } while (m_host->waiting() > 0);
            break;
        case Step::Kind::Run:
            for (int i = 0; i < step.number; ++i)
                tick();
            break;
        case Step::Kind::User: {
            const QJsonObject answer = sim::runCommand(*m_host, m_now, step.request);
            if (!answer.value("ok"_L1).toBool())
                m_heard.append(answer.value("error"_L1).toString());
            break;
        }
        case Step::Kind::Limit: {
            sim::Faults faults = m_host->faults();
            faults.largestDatagram = step.number;
            m_host->setFaults(faults);
            break;
        }
        }
    }

    const QStringList &heard() const { return m_heard; }

private:
    void open()
    {
        SimSetChoice choice;
        choice.kind = SimSetChoice::Kind::Empty;
        m_host = std::make_unique<sim::SimulatedLive>(
            choice, m_now, [this](const QByteArray &datagram, const QHostAddress &) {
                for (const OscMessage &message : decodeOsc(datagram).messages)
                    m_heard.append(noteMessage(message));
                return true;
            });
        tick();
        tick();
        m_heard.clear();
    }

    void tick()
    {
        for (int i = 0; i < stepsPerTick; ++i) {
            m_now += engineStep;
            m_host->step(m_now);
        }
        m_host->tick(m_now);
    }

    std::unique_ptr<sim::SimulatedLive> m_host;
    QStringList m_heard;
    double m_now = 1000.0;
};

bool agree(const QStringList &expected, const QStringList &found)
{
    return std::equal(expected.begin(), expected.end(), found.begin(), found.end(), sameAnswer);
}

QString comparison(const QString &file, const Step &step, const QStringList &found)
{
    const QStringList &expected = step.differs ? step.ownAnswers : step.answers;
    QStringList lines{QString(u"%1:%2"_s).arg(file).arg(step.line)};
    for (qsizetype i = 0; i < std::max(expected.size(), found.size()); ++i) {
        const QString wanted = expected.value(i, u"(nothing)"_s);
        const QString got = found.value(i, u"(nothing)"_s);
        if (!sameAnswer(wanted, got))
            lines << "  real: "_L1 + wanted << "  here: "_L1 + got;
    }
    return lines.join(u'\n');
}

QDir conversations()
{
    return QDir(qEnvironmentVariable("CLIPDECK_SOURCE") + "/tests/data/conversations"_L1);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSimConversations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        qputenv("TMPDIR", m_folder.path().toUtf8()); // the export writes there
    }

    void answersAsTheRealScript_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &name : conversations().entryList({u"*.txt"_s}, QDir::Files))
            QTest::newRow(qPrintable(name)) << conversations().filePath(name);
    }

    void answersAsTheRealScript()
    {
        QFETCH(QString, file);
        const Conversation conversation = readConversation(contentOf(file));
        QVERIFY2(conversation.error.isEmpty(), qPrintable(conversation.error));
        QVERIFY(!conversation.steps.empty());
        Stage stage;
        int differences = 0;
        for (const Step &step : conversation.steps) {
            stage.act(step);
            if (agree(step.differs ? step.ownAnswers : step.answers, stage.heard()))
                continue;
            ++differences;
            qWarning().noquote() << comparison(QFileInfo(file).fileName(), step, stage.heard());
        }
        QCOMPARE(differences, 0);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace clipdeck

int tst_simconversations(int argc, char *argv[])
{
    return clipdeck::runTestClass<clipdeck::TestSimConversations>(argc, argv);
}

#include "tst_simconversations.moc"
