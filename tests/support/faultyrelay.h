// SPDX-License-Identifier: GPL-3.0-or-later
// A server that fails as a test wants it: what stands between one client and a real one.
#pragma once

#include "core/osc/oscmessage.h"

#include <QStringList>
#include <QUdpSocket>

#include <optional>
#include <vector>

namespace clipdeck {

class OscServer;

/// Passes datagrams between a client and a server on this machine, and loses what it is told to lose. Lives on the event
/// loop of the test: the client must be another process that runs while the loop does.
class FaultyRelay {
public:
    explicit FaultyRelay(const OscServer &server);

    /// `--port N --reply-port M`, for the client.
    QStringList clientArguments() const;

    void answerNothing() { m_isSilent = true; }
    /// Its port is closed after so many answers.
    void dieAfter(int answers) { m_livesFor = answers; }
    /// Answers to questions of this kind never arrive; see answered().
    void lose(const QString &kind) { m_lost = kind; }

    /// How many answers the client was sent.
    int answers() const { return m_answers; }
    /// The kinds of questions that were answered, in the order of their first answers: the address, and the indexes of the
    /// object that it is about.
    const std::vector<QString> &answered() const { return m_answered; }

private:
    void passQuestions();
    void passAnswers();
    bool mayPass(const QByteArray &answer);

    QUdpSocket m_front; ///< Where the client believes the server to be
    QUdpSocket m_back; ///< Where the server believes the client to be
    quint16 m_serverPort;
    quint16 m_clientPort;
    bool m_isSilent = false;
    std::optional<int> m_livesFor;
    QString m_lost;
    int m_answers = 0;
    std::vector<QString> m_answered;
};

} // namespace clipdeck
