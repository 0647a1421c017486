// SPDX-License-Identifier: GPL-3.0-or-later
// How Python and Live's Boost.Python binding take the arguments of a message: which types convert, and the words of a refusal.
#pragma once

#include "core/osc/oscmessage.h"
#include "core/sim/live/error.h"

#include <cstddef>

namespace clipdeck::sim {

/// Python's name for the type of a value: NoneType, bool, int, float, str, bytes.
QString pythonTypeName(const OscArgument &value);
/// repr() of a value, and of a tuple.
QString pythonRepr(const OscArgument &value);
QString pythonRepr(const OscArguments &values);
/// int(value): floats are cut, text is parsed. Throws where Python raises.
int pythonInt(const OscArgument &value);
/// Equal exactly when the two tuples are equal in Python, where 1 == 1.0 == True.
QString pythonKey(const OscArguments &values);

/// The place in a vector of Live: whole numbers only, negative ones count from the end. Throws beyond either end.
std::size_t vectorIndex(int index, std::size_t size);
std::size_t vectorIndex(const OscArgument &index, std::size_t size);

/// values[at]; `list` says whether Python's text speaks of a list or a tuple.
const OscArgument &pythonItem(const OscArguments &values, std::size_t at, bool list = false);
/// The values behind the first `count`, none if there are fewer: values[count:].
OscArguments pythonTail(const OscArguments &values, std::size_t count);
/// Throws, as unpacking into `expected` names does, unless there are just as many.
void unpack(const OscArguments &values, std::size_t expected);

/// One value on its way into a property of Live: converts as Boost.Python does. int does not take a float, bool takes
/// int and nil but no float, text only text.
class Incoming {
public:
    Incoming(const OscArgument &value, QLatin1String className)
        : m_value(value)
        , m_className(className)
    {
    }

    bool boolean() const;
    int integer() const;
    double real() const; ///< A C++ double
    double single() const; ///< A C++ float; differs in the words of a refusal only
    QString text() const;
    const OscArgument &value() const { return m_value; }
    /// isinstance(value, int)
    bool isWhole() const;
    /// By the codes of convertCall.
    OscArgument converted(QChar code) const;

private:
    const OscArgument &m_value;
    QLatin1String m_className;
};

/// The arguments of a method of Live, converted by codes: d (real), i (int), b (bool), s (text), o (anything); optional
/// behind a '?'.
OscArguments convertCall(
    const OscArguments &given, QLatin1String codes, QLatin1String className, QLatin1String method);

} // namespace clipdeck::sim
