// SPDX-License-Identifier: GPL-3.0-or-later
// AbletonOSC's end of a QueryPipe, in memory: for tests of what asks through one.
#pragma once

#include "core/abletonosc/querypipe.h"

#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace clipdeck {

/// What Live does with one message.
struct LiveReply {
    enum class Kind {
        Silence, ///< A setter or method, or the answer is lost
        Answer, ///< Under the question's address
        Error, ///< It raises: what stands behind it in its bundle is not read
    };
    Kind kind = Kind::Silence;
    OscArguments arguments = {};
    QString error = {};

    static LiveReply answer(OscArguments arguments)
    {
        return {Kind::Answer, std::move(arguments), {}};
    }
    static LiveReply raise(QString error) { return {Kind::Error, {}, std::move(error)}; }
};

/// Takes what the pipe sends, and answers it a tick at a time, in order. Fences are answered by themselves.
class FakeScript {
public:
    explicit FakeScript(std::function<LiveReply(const OscMessage &)> live)
        : m_live(std::move(live))
    {
    }

    QueryPipe &pipe() { return m_pipe; }
    qint64 now() const { return m_now; }

    /// 100 ms go by: what is due is sent, and answered. What was asked, fences left out.
    std::vector<OscMessage> tick()
    {
        m_now += 100;
        m_pipe.advance(m_now);
        std::vector<OscMessage> asked;
        for (const std::vector<OscMessage> &datagram : std::exchange(m_sent, {}))
            read(datagram, asked);
        return asked;
    }

    double tempo = 120.0; ///< What a fence's answer carries

private:
    void read(const std::vector<OscMessage> &datagram, std::vector<OscMessage> &asked)
    {
        for (const OscMessage &message : datagram) {
            if (message.address == QLatin1String("/live/song/get/tempo")) {
                m_pipe.take(
                    {message.address, {static_cast<float>(tempo), message.arguments.back()}},
                    m_now);
                continue;
            }
            asked.push_back(message);
            const LiveReply reply = m_live(message);
            if (reply.kind == LiveReply::Kind::Answer)
                m_pipe.take({message.address, reply.arguments}, m_now);
            if (reply.kind == LiveReply::Kind::Error) {
                m_pipe.handleError(reply.error);
                return;
            }
        }
    }

    std::function<LiveReply(const OscMessage &)> m_live;
    std::vector<std::vector<OscMessage>> m_sent;
    qint64 m_now = 0;
    QueryPipe m_pipe{[this](std::span<const OscMessage> messages) {
        m_sent.emplace_back(messages.begin(), messages.end());
        return true;
    }};
};

} // namespace clipdeck
