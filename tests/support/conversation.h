// SPDX-License-Identifier: GPL-3.0-or-later
// A recorded conversation with AbletonOSC as text: what was sent, what came back (see tests/conversations/README.md).
#pragma once

#include "core/osc/oscmessage.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace clipdeck {

/// One thing that happens, with the answers up to the next one.
struct ConversationStep {
    enum class Kind {
        Set, ///< A fresh set is opened
        Burst, ///< Datagrams arrive between two ticks; time goes on until all of them are read
        Run, ///< So many ticks pass
        User, ///< Somebody does something in Live
        Limit, ///< The system sends no datagram larger than so many bytes (0: its own limit)
    };

    Kind kind = Kind::Set;
    int line = 0; ///< Where it stands in the file, from 1
    int number = 0; ///< Ticks, or bytes
    QJsonObject request; ///< The user's
    std::vector<QByteArray> datagrams;
    QStringList answers; ///< Of the real script, in order
    bool differs = false; ///< The stand-in is known to answer otherwise:
    QStringList ownAnswers;
};

struct Conversation {
    std::vector<ConversationStep> steps;
    QString error; ///< Of the file; empty if it could be read
};

Conversation readConversation(const QByteArray &text);

/// A message in the notation of the files: `/live/clip/get/name 1 2 "Bass"`.
QString noteMessage(const OscMessage &message);

/// Whether two noted messages say the same: types must agree, reals within single precision; `*` stands for anything,
/// text that ends in … for any that begins so.
bool sameAnswer(const QString &expected, const QString &found);

} // namespace clipdeck
