// SPDX-License-Identifier: GPL-3.0-or-later
// What a handler of the stand-in throws where AbletonOSC's Python would raise.
#pragma once

#include <QString>

#include <exception>

namespace clipdeck::sim {

/// The Python exception classes that AbletonOSC itself tells apart.
enum class ErrorKind {
    Runtime, ///< RuntimeError: a plain getter answers nil instead (handler.py)
    Attribute, ///< AttributeError: skipped when an address holds a wildcard (osc_server.py)
    Value, ///< ValueError: likewise
    Parse, ///< ParseError of a lone message: reported, and the tick's reading goes on
    Socket, ///< OSError: the datagram could not be sent
    Other,
};

/// Thrown by handlers and by writes that Live refuses; caught in Script only. It never leaves the stand-in: the text
/// goes out as `/live/error`, and the tick's reading ends.
class Error : public std::exception {
public:
    Error(ErrorKind kind, QString text)
        : m_kind(kind)
        , m_text(std::move(text))
    {
    }

    ErrorKind kind() const { return m_kind; }
    const QString &text() const { return m_text; }
    const char *what() const noexcept override { return "raised by a handler of the stand-in"; }

private:
    ErrorKind m_kind;
    QString m_text;
};

/// Live refuses: a value out of range, a property that the object lacks.
[[noreturn]] inline void refuse(const QString &text)
{
    throw Error(ErrorKind::Runtime, text);
}

} // namespace clipdeck::sim
