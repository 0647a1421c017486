// SPDX-License-Identifier: GPL-3.0-or-later
// Questions that are under way, and which of them a message answers. Pure.
#pragma once

#include "core/abletonosc/query.h"

#include <QtGlobal>

#include <deque>
#include <optional>

namespace clipdeck {

/// The rules, in the order in which they are tried:
///
/// | what arrives | what it answers |
/// |---|---|
/// | its last argument is a tag of ours | the question of that tag and address |
/// | no tag | the oldest untagged question of that address whose ids it repeats and whose shape it fits |
/// | no tag, and it fits none of them | none, but the oldest untagged one of that address is a misfit: Live has changed |
/// | else | nothing: late, or somebody else's |
///
/// AbletonOSC answers in the order of the questions. So an answer with a tag, which is known for certain, ends all the
/// questions before it: a statement has had its turn, and a question was refused, if an error is left that can be its
/// own, or lost. An error names neither address nor arguments; it came between two answers, so it belongs to a question
/// between these two: to one that may raise, before any other, and to no statement that shows to be done.
class OpenQueries {
public:
    struct Open {
        Query query;
        qint32 tag = 0; ///< 0: not tagged
        qint64 sentAt = 0;
        bool inGroup = false;
        bool isFence = false;
        quint64 datagram = 0; ///< Which one it went out in, with others or alone
        int generation = 0; ///< Of the indexes that it names (QueryPipe::endWaiting())
        quint64 number = 0; ///< Counts up; set by add()
        bool isMisfit = false; ///< Live answered it, but about something else than it asked for
    };
    /// A question that ended without an answer: with Live's error, or with an empty text when it was lost.
    struct Unanswered {
        Open open;
        QString error;
        /// It stood in a datagram behind the one that caused the error, and was never read: AbletonOSC reads no further in a
        /// bundle when one of its messages raises.
        bool unread = false;
        bool sharesObject = false; ///< …and is about the same object as that one
    };
    /// What a message answers, and what thereby ended before it.
    struct Answer {
        Open open;
        OscArguments values; ///< Without ids and tag
        std::vector<Unanswered> before;
    };

    void add(Open open);
    std::optional<Answer> take(const OscMessage &message);
    void handleError(const QString &text);

    /// Everything, oldest first; nothing is open any more.
    std::deque<Open> takeAll();

    bool isEmpty() const { return m_open.empty(); }
    std::size_t count() const { return m_open.size(); }
    /// When the oldest question was sent; −1: none is open.
    qint64 oldestSentAt() const { return m_open.empty() ? -1 : m_open.front().sentAt; }

private:
    struct Error {
        QString text;
        quint64 after = 0; ///< It came after the answer to this question…
        quint64 before = 0; ///< …and before the answer to this one; 0: none came since
    };
    using List = std::deque<Open>;

    List::iterator find(const OscMessage &message);
    void noteMisfit(const OscMessage &message);
    std::vector<Unanswered> endBefore(List::iterator answered);
    /// Whose error it most likely is; null: nobody's.
    static Unanswered *queryOfError(std::vector<Unanswered> &ended, const Error &error);
    static void attribute(std::vector<Unanswered> &ended, const Error &error);
    void closeErrorWindows(quint64 answered);

    List m_open; ///< In order of sending
    std::deque<Error> m_errors;
    quint64 m_lastNumber = 0;
    quint64 m_lastAnswered = 0;
};

} // namespace clipdeck
