// SPDX-License-Identifier: GPL-3.0-or-later
// The table of AbletonOSC's API against the running script: what it answers to each getter, whether it pushes, and that
// it takes back each value that it gave.
#include "core/abletonosc/api.h"
#include "core/osc/osccodec.h"
#include "tests/support/oscserver.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QTest>
#include <QUdpSocket>

using namespace clipdeck;

namespace {

constexpr int tag = 0x4242;

const QString fence = QStringLiteral("/live/song/get/tempo");

/// What one message brought: everything that came before its fence's answer.
struct Outcome {
    OscMessage sent;
    std::vector<OscMessage> heard = {};

    const OscMessage *at(const QString &address) const
    {
        for (const OscMessage &message : heard) {
            if (message.address == address)
                return &message;
        }
        return nullptr;
    }
    bool hasFailed() const { return at(QStringLiteral("/live/error")) != nullptr; }
};

bool isOfKind(const OscArgument &value, ValueKind kind)
{
    switch (kind) {
    case ValueKind::Bool:
        return std::holds_alternative<bool>(value);
    case ValueKind::Int:
        return std::holds_alternative<qint32>(value) || std::holds_alternative<qint64>(value);
    case ValueKind::Float:
        return toDouble(value).has_value() && !std::holds_alternative<bool>(value);
    case ValueKind::Text:
        return std::holds_alternative<QString>(value);
    case ValueKind::Any:
        return true;
    }
    return false;
}

/// What is wrong with an answer, or nothing.
QString complaint(const Endpoint &row, const OscMessage &answer, bool tagged)
{
    std::size_t count = answer.arguments.size();
    if (tagged) {
        if (count == 0 || toInt(answer.arguments.back()) != tag)
            return QStringLiteral("the tag did not come back");
        --count;
    }
    const auto &fixed = row.reply.values;
    const auto &repeated = row.reply.repeated;
    const bool fits = repeated.empty()
        ? count == fixed.size()
        : count >= fixed.size() && (count - fixed.size()) % repeated.size() == 0;
    if (!fits)
        return QStringLiteral("%1 values").arg(count);
    for (std::size_t i = 0; i < count; ++i) {
        const ApiValue &expected
            = i < fixed.size() ? fixed[i] : repeated[(i - fixed.size()) % repeated.size()];
        const bool isNone = std::holds_alternative<OscNil>(answer.arguments[i])
            && row.object == ObjectKind::Scene; // a scene without a colour of its own
        if (!isNone && !isOfKind(answer.arguments[i], expected.kind))
            return QStringLiteral("%1 is %2")
                .arg(QString::fromLatin1(expected.name), describe(answer.arguments[i]));
    }
    return {};
}

} // namespace

class TestApiTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void realAbletonOscIsTried();
    void gettersAnswerAsTheTableSays();
    void listenersPushAsTheTableSays();
    void settersTakeWhatTheGettersGave();

private:
    /// Indexes of an object that has the property, and what else the address needs.
    OscArguments argumentsFor(const Endpoint &row) const;
    int trackOf(const char *kind) const;
    /// Sends each message and a fence behind it, and sorts what comes by these fences.
    std::vector<Outcome> converse(const std::vector<OscMessage> &messages);

    std::unique_ptr<OscServer> m_server;
    std::unique_ptr<QUdpSocket> m_socket;
    QJsonArray m_tracks;
};

void TestApiTable::initTestCase_data()
{
    addServerRows();
}

void TestApiTable::init()
{
    QFETCH_GLOBAL(ServerKind, kind);
    QString error;
    m_server = OscServer::start(kind,
        QString(QStringLiteral("--tracks 6 --groups 1 --returns 2 --scenes 4 --fill 1 --devices 2 "
                               "--notes 8 --seed 3"))
            .split(u' '),
        &error);
    QVERIFY2(m_server, qPrintable(error));
    m_socket = std::make_unique<QUdpSocket>();
    QVERIFY(m_socket->bind(QHostAddress::LocalHost, m_server->replyPort()));
    m_tracks = m_server->control().dump().value(u"tracks").toArray();
    QVERIFY(trackOf("midi") >= 0 && trackOf("audio") >= 0 && trackOf("group") >= 0);
}

void TestApiTable::realAbletonOscIsTried()
{
    if (const QString reason = OscServer::unavailable(ServerKind::Rig); !reason.isEmpty())
        QSKIP(qPrintable(reason));
}

int TestApiTable::trackOf(const char *kind) const
{
    for (int t = 0; t < m_tracks.size(); ++t) {
        if (m_tracks.at(t).toObject().value(u"kind") == QLatin1String(kind))
            return t;
    }
    return -1;
}

OscArguments TestApiTable::argumentsFor(const Endpoint &row) const
{
    const Property *property = findProperty(row.object, row.name);
    const Only only = property ? property->only : Only::Every;
    const char *kind = "midi";
    if (only == Only::AudioClips)
        kind = "audio";
    else if (only == Only::Groups)
        kind = "group";
    OscArguments out;
    for (const ApiValue &value : row.arguments.values) {
        if (value.optional)
            break;
        out.emplace_back(qint32(value.name == "track" ? trackOf(kind) : 0));
        if (value.name == "end")
            out.back() = qint32(1);
    }
    if (row.name == "track_data")
        out.emplace_back(QStringLiteral("track.name"));
    return out;
}

std::vector<Outcome> TestApiTable::converse(const std::vector<OscMessage> &messages)
{
    constexpr int firstFence = 0x10000;
    const auto send = [this](const OscMessage &message) {
        m_socket->writeDatagram(*encodeOsc(message), QHostAddress::LocalHost, m_server->port());
    };
    std::vector<Outcome> out;
    std::size_t answered = 0;
    const auto hear = [&] {
        while (m_socket->hasPendingDatagrams()) {
            QByteArray datagram(m_socket->pendingDatagramSize(), Qt::Uninitialized);
            m_socket->readDatagram(datagram.data(), datagram.size());
            for (const OscMessage &message : decodeOsc(datagram).messages) {
                const bool isFence = message.address == fence && message.arguments.size() == 2
                    && toInt(message.arguments[1]) == firstFence + int(answered);
                if (isFence)
                    ++answered;
                else if (answered < out.size())
                    out[answered].heard.push_back(message);
            }
        }
        return answered == out.size();
    };
    constexpr std::size_t atATime = 50; // Linux keeps about 256 small datagrams for a socket
    for (std::size_t i = 0; i < messages.size(); ++i) {
        send(messages[i]);
        send({fence, {qint32(firstFence + int(i))}});
        out.push_back({messages[i]});
        const bool isFull = out.size() % atATime == 0 || out.size() == messages.size();
        if (isFull && !QTest::qWaitFor(hear, 20000))
            qWarning() << "only" << answered << "of" << out.size() << "fences came back";
    }
    return out;
}

void TestApiTable::gettersAnswerAsTheTableSays()
{
    std::vector<OscMessage> messages;
    std::vector<const Endpoint *> rows;
    for (const Endpoint &row : endpoints()) {
        if (row.verb != Verb::Get || row.address == fence.toLatin1())
            continue;
        OscArguments arguments = argumentsFor(row);
        if (row.echoes)
            arguments.emplace_back(qint32(tag));
        messages.push_back({QString::fromLatin1(row.address), arguments});
        rows.push_back(&row);
    }
    QVERIFY(rows.size() > 140);
    QStringList wrong;
    converse({{QStringLiteral("/live/view/set/selected_device"), {qint32(trackOf("midi")), 0}}});
    const std::vector<Outcome> outcomes = converse(messages);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const OscMessage *answer = outcomes[i].at(outcomes[i].sent.address);
        const QString what = answer ? complaint(*rows[i], *answer, rows[i]->echoes)
            : outcomes[i].hasFailed()
            ? describe(outcomes[i].at(QStringLiteral("/live/error"))->arguments.front())
            : QStringLiteral("no answer");
        if (!what.isEmpty())
            wrong.append(describe(outcomes[i].sent) + QStringLiteral(": ") + what);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestApiTable::listenersPushAsTheTableSays()
{
    std::vector<OscMessage> messages;
    std::vector<const Endpoint *> rows;
    for (const Endpoint &row : endpoints()) {
        // The beat pushes with the song's time only, and tempo's answers are the fences.
        if (row.verb != Verb::StartListen || row.name == "beat" || row.address.endsWith("/tempo"))
            continue;
        OscArguments arguments = argumentsFor(row);
        arguments.emplace_back(qint32(tag));
        messages.push_back({QString::fromLatin1(row.address), arguments});
        rows.push_back(&row);
    }
    QVERIFY(rows.size() > 90);
    QStringList wrong;
    const std::vector<Outcome> outcomes = converse(messages);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QString address = outcomes[i].sent.address;
        address.replace(QStringLiteral("/start_listen/"), QStringLiteral("/get/"));
        const OscMessage *push = outcomes[i].at(address);
        const bool isOurs = push
            && std::ranges::find(push->arguments, OscArgument(qint32(tag)))
                != push->arguments.end();
        const bool raises = rows[i]->raises.testFlag(Raise::NotObservable);
        if (raises != outcomes[i].hasFailed() || raises == isOurs)
            wrong.append(describe(outcomes[i].sent)
                + (isOurs ? QStringLiteral(": pushes") : QStringLiteral(": does not push")));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestApiTable::settersTakeWhatTheGettersGave()
{
    std::vector<OscMessage> getters;
    std::vector<const Endpoint *> rows;
    for (const Property &property : properties()) {
        const Endpoint *get = findEndpoint(property.object, Verb::Get, property.name);
        if (!property.canSet || get->address == fence.toLatin1())
            continue;
        getters.push_back({QString::fromLatin1(get->address), argumentsFor(*get)});
        rows.push_back(get);
    }
    const std::vector<Outcome> values = converse(getters);
    std::vector<OscMessage> setters;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const OscMessage *answer = values[i].at(values[i].sent.address);
        QVERIFY2(answer, qPrintable(values[i].sent.address));
        const std::optional<double> number = toDouble(answer->arguments.back());
        const bool isUnset = std::holds_alternative<OscNil>(answer->arguments.back())
            || (rows[i]->object == ObjectKind::Scene && number && *number < 0);
        if (isUnset)
            continue; // a scene without a colour, tempo or signature of its own
        const Endpoint *set = findEndpoint(rows[i]->object, Verb::Set, rows[i]->name);
        setters.push_back({QString::fromLatin1(set->address), answer->arguments});
    }
    QVERIFY(setters.size() > 50);
    QStringList wrong;
    for (const Outcome &outcome : converse(setters)) {
        if (outcome.hasFailed())
            wrong.append(describe(outcome.sent) + QStringLiteral(": ")
                + describe(*outcome.at(QStringLiteral("/live/error"))));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

int tst_apitable(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestApiTable>(argc, argv);
}

#include "tst_apitable.moc"
