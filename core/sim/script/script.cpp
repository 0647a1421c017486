// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/script/script.h"

#include "core/sim/script/datagram.h"
#include "core/sim/script/pythonvalue.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

/// As python-osc writes values: reals as f, whole numbers as i where they fit.
OscArguments onTheWire(OscArguments arguments)
{
    for (OscArgument &argument : arguments) {
        if (const auto *real = std::get_if<double>(&argument))
            argument = static_cast<float>(*real);
        else if (const auto *whole = std::get_if<qint64>(&argument);
                 whole && *whole == qint32(*whole))
            argument = static_cast<qint32>(*whole);
    }
    return arguments;
}

} // namespace

Script::Script(Live &live, Send send, const Quirks &quirks)
    : m_live(live)
    , m_send(std::move(send))
    , m_quirks(quirks)
    , m_listeners(live.observers(), quirks)
{
    addHandlers();
}

void Script::addHandlers()
{
    // In the order of manager.py.
    addApiHandlers(*this);
    addSongHandlers(*this);
    addApplicationHandlers(*this);
    addClipHandlers(*this);
    addSlotHandlers(*this);
    addTrackHandlers(*this);
    addRoutingHandlers(*this);
    addDeviceHandlers(*this);
    addViewHandlers(*this);
    addSceneHandlers(*this);
    addMidiMapHandlers(*this);
}

void Script::reload()
{
    m_handlers.clear();
    m_order.clear();
    m_listeners.clear();
    addHandlers();
}

Script::~Script()
{
    m_live.observers().clear(); // the callbacks refer to this script
}

void Script::add(const QString &address, Handler handler)
{
    if (!m_handlers.contains(address))
        m_order.append(address);
    m_handlers.insert(address, std::move(handler));
}

void Script::push(const QString &address, OscArguments arguments)
{
    if (!m_send({address, onTheWire(std::move(arguments))}))
        throw Error(ErrorKind::Socket, u"[Errno 90] Message too long"_s);
}

void Script::reportError(const QString &text)
{
    m_send({u"/live/error"_s, {text}});
}

bool Script::receive(QByteArrayView datagram)
{
    std::vector<OscMessage> messages;
    if (!attempt([&] { messages = readDatagram(datagram); }))
        return false;
    return std::all_of(messages.begin(), messages.end(),
        [this](const OscMessage &message) { return handle(message); });
}

bool Script::handle(const OscMessage &message)
{
    return attempt([&] { process(message); });
}

/// osc_server.py process(): an exception leaves the loop that reads the socket, but for one.
bool Script::attempt(const std::function<void()> &action)
{
    try {
        action();
        return true;
    } catch (const Error &error) {
        const auto prefix = error.kind() == ErrorKind::Parse ? "Error parsing OSC message: "_L1
            : error.kind() == ErrorKind::Socket              ? "Socket error: "_L1
                                                             : "Error handling OSC message: "_L1;
        reportError(prefix + error.text());
        return error.kind() == ErrorKind::Parse || !has(Quirk::FailureEndsTick);
    }
}

void Script::processForEachTrack(const OscMessage &message)
{
    OscMessage single = message;
    for (const auto &track : m_live.set().tracks) {
        single.arguments.front() = track->index;
        process(single);
    }
}

void Script::process(const OscMessage &message)
{
    const bool everyTrack = !has(Quirk::FirstTrackOnly) && !message.arguments.empty()
        && message.address.startsWith("/live/track/get/"_L1)
        && toText(message.arguments.front()) == u"*"_s;
    if (everyTrack) {
        processForEachTrack(message);
        return;
    }
    const auto found = m_handlers.constFind(message.address);
    if (found != m_handlers.cend()) {
        const Handler handler = *found; // a reload takes the original away while it runs
        if (std::optional<OscArguments> answer = handler(message.arguments))
            push(message.address, std::move(*answer));
    } else if (message.address.contains(u'*')) {
        processWildcard(message);
    } else {
        reportError("Unknown OSC address: "_L1 + message.address);
    }
}

void Script::processWildcard(const OscMessage &message)
{
    QString pattern = message.address;
    pattern.replace(u'*', "[^/]+"_L1);
    // The end is not anchored: /live/song/get/* also finds /live/song/get/scenes/name.
    const QRegularExpression matches(
        has(Quirk::OpenEndedWildcards) ? pattern : QString(pattern + u'$'));
    const QHash<QString, Handler> handlers = m_handlers; // one of them may be a reload
    const QStringList order = m_order;
    for (const QString &address : order) {
        if (!matches
                 .match(address, 0, QRegularExpression::NormalMatch,
                     QRegularExpression::AnchorAtOffsetMatchOption)
                 .hasMatch())
            continue;
        try {
            if (std::optional<OscArguments> answer = handlers.value(address)(message.arguments))
                push(address, std::move(*answer));
        } catch (const Error &error) {
            if (error.kind() != ErrorKind::Value && error.kind() != ErrorKind::Attribute)
                throw;
        }
    }
}

} // namespace clipdeck::sim
