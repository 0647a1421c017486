// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/script/pythonvalue.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

std::optional<qint64> wholeNumber(const OscArgument &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? 1 : 0;
    if (const auto *number = std::get_if<qint32>(&value))
        return *number;
    if (const auto *number = std::get_if<qint64>(&value))
        return *number;
    return std::nullopt;
}

/// b'\x00text': printable ASCII as it is, all else in hex.
QString reprOf(const QByteArray &bytes)
{
    QString text;
    for (const char each : bytes) {
        if (each >= ' ' && each <= '~' && each != '\\' && each != '\'')
            text += QLatin1Char(each);
        else
            text += QString(u"\\x%1"_s).arg(static_cast<uchar>(each), 2, 16, QChar(u'0'));
    }
    return u"b'"_s + text + u'\'';
}

QString handleName(QLatin1String className)
{
    return className == "Track"_L1 ? u"TTrackPyHandle"_s
                                   : QString(u"TPyHandle<A"_s + className + u'>');
}

QString typeOfCode(QChar code)
{
    switch (code.unicode()) {
    case u'i':
        return u"int"_s;
    case u'f':
        return u"float"_s;
    case u'd':
        return u"double"_s;
    case u'b':
        return u"bool"_s;
    case u's':
        return u"TString"_s;
    default:
        return u"boost::python::api::object"_s;
    }
}

int narrowed(qint64 number)
{
    if (number > std::numeric_limits<int>::max() || number < std::numeric_limits<int>::min())
        throw Error(ErrorKind::Other,
            QString(u"bad numeric conversion: %1 overflow"_s)
                .arg(number > 0 ? "positive"_L1 : "negative"_L1));
    return static_cast<int>(number);
}

/// Whether Boost.Python has a converter for the value; if so, `converted` is what it makes of it.
bool convert(QChar code, const OscArgument &value, OscArgument &converted)
{
    const std::optional<qint64> whole = wholeNumber(value);
    switch (code.unicode()) {
    case u'i':
        if (whole)
            converted = narrowed(*whole);
        return whole.has_value();
    case u'f':
    case u'd': {
        const std::optional<double> number = toDouble(value);
        converted = number.value_or(0.0);
        return number.has_value();
    }
    case u'b':
        converted = whole.value_or(0) != 0;
        return whole || std::holds_alternative<OscNil>(value);
    case u's':
        converted = value;
        return std::holds_alternative<QString>(value);
    default:
        converted = value;
        return true;
    }
}

} // namespace

QString pythonTypeName(const OscArgument &value)
{
    static constexpr std::array names{
        "NoneType", "bool", "int", "int", "float", "float", "str", "bytes"};
    return QString::fromLatin1(names.at(value.index()));
}

QString pythonRepr(const OscArgument &value)
{
    if (std::holds_alternative<OscNil>(value))
        return u"None"_s;
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? u"True"_s : u"False"_s;
    if (const auto *text = std::get_if<QString>(&value)) {
        const QChar quote = text->contains(u'\'') && !text->contains(u'"') ? u'"' : u'\'';
        QString inner = *text;
        inner.replace(u'\\', "\\\\"_L1).replace(u'\n', "\\n"_L1);
        if (quote == u'\'')
            inner.replace(u'\'', "\\'"_L1);
        return quote + inner + quote;
    }
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return reprOf(*bytes);
    if (const std::optional<qint64> whole = wholeNumber(value))
        return QString::number(*whole);
    const QString real
        = QString::number(toDouble(value).value_or(0.0), 'g', QLocale::FloatingPointShortest);
    const bool marked
        = std::any_of(real.begin(), real.end(), [](QChar c) { return !c.isDigit() && c != u'-'; });
    return marked ? real : QString(real + ".0"_L1);
}

QString pythonRepr(const OscArguments &values)
{
    QStringList parts;
    for (const OscArgument &value : values)
        parts.append(pythonRepr(value));
    return u'(' + parts.join(", "_L1) + (values.size() == 1 ? ",)"_L1 : ")"_L1);
}

int pythonInt(const OscArgument &value)
{
    if (const std::optional<qint64> whole = wholeNumber(value))
        return narrowed(*whole);
    if (const std::optional<double> number = toDouble(value)) {
        if (!std::isfinite(*number))
            throw Error(std::isnan(*number) ? ErrorKind::Value : ErrorKind::Other,
                std::isnan(*number) ? u"cannot convert float NaN to integer"_s
                                    : u"cannot convert float infinity to integer"_s);
        return static_cast<int>(std::clamp(std::trunc(*number), -2147483648.0, 2147483647.0));
    }
    if (const auto *text = std::get_if<QString>(&value)) {
        bool ok = false;
        const int number = text->trimmed().toInt(&ok);
        if (ok)
            return number;
        throw Error(
            ErrorKind::Value, u"invalid literal for int() with base 10: '"_s + *text + u'\'');
    }
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        throw Error(ErrorKind::Value,
            u"invalid literal for int() with base 10: "_s + pythonRepr(OscArgument(*bytes)));
    throw Error(ErrorKind::Other,
        u"int() argument must be a string, a bytes-like object or a real number, not '"_s
            + pythonTypeName(value) + u'\'');
}

QString pythonKey(const OscArguments &values)
{
    QStringList parts;
    for (const OscArgument &value : values) {
        if (const std::optional<double> number = toDouble(value))
            parts.append(QString::number(*number, 'g', 17));
        else
            parts.append(describe(value));
    }
    return parts.join(u',');
}

std::size_t vectorIndex(int index, std::size_t size)
{
    const qint64 place = index < 0 ? index + static_cast<qint64>(size) : index;
    if (place < 0 || place >= static_cast<qint64>(size))
        throw Error(ErrorKind::Other, u"Index out of range"_s);
    return static_cast<std::size_t>(place);
}

std::size_t vectorIndex(const OscArgument &index, std::size_t size)
{
    const std::optional<qint64> whole = wholeNumber(index);
    if (!whole)
        throw Error(ErrorKind::Other, u"Invalid index type"_s);
    return vectorIndex(narrowed(*whole), size);
}

const OscArgument &pythonItem(const OscArguments &values, std::size_t at, bool list)
{
    if (at >= values.size())
        throw Error(
            ErrorKind::Other, list ? u"list index out of range"_s : u"tuple index out of range"_s);
    return values[at];
}

OscArguments pythonTail(const OscArguments &values, std::size_t count)
{
    if (values.size() <= count)
        return {};
    return {values.begin() + static_cast<std::ptrdiff_t>(count), values.end()};
}

void unpack(const OscArguments &values, std::size_t expected)
{
    if (values.size() < expected)
        throw Error(ErrorKind::Value,
            QString(u"not enough values to unpack (expected %1, got %2)"_s)
                .arg(expected)
                .arg(values.size()));
    if (values.size() > expected)
        throw Error(
            ErrorKind::Value, QString(u"too many values to unpack (expected %1)"_s).arg(expected));
}

bool Incoming::boolean() const
{
    return std::get<bool>(converted(u'b'));
}

int Incoming::integer() const
{
    return std::get<qint32>(converted(u'i'));
}

double Incoming::real() const
{
    return std::get<double>(converted(u'd'));
}

double Incoming::single() const
{
    return std::get<double>(converted(u'f'));
}

QString Incoming::text() const
{
    return std::get<QString>(converted(u's'));
}

bool Incoming::isWhole() const
{
    return wholeNumber(m_value).has_value();
}

OscArgument Incoming::converted(QChar code) const
{
    OscArgument result;
    if (!convert(code, m_value, result))
        throw Error(ErrorKind::Other,
            QString(
                u"Python argument types in\n    None.None(%1, %2)\ndid not match C++ signature:\n    None(%3, %4)"_s)
                .arg(m_className, pythonTypeName(m_value), handleName(m_className),
                    typeOfCode(code)));
    return result;
}

OscArguments convertCall(
    const OscArguments &given, QLatin1String codes, QLatin1String className, QLatin1String method)
{
    const QString all = QString(codes).remove(u'?');
    const auto required = static_cast<std::size_t>(all.size() - codes.count(u'?'));
    OscArguments converted;
    bool fits = given.size() >= required && given.size() <= static_cast<std::size_t>(all.size());
    for (std::size_t i = 0; fits && i < given.size(); ++i) {
        converted.emplace_back();
        fits = convert(all[static_cast<qsizetype>(i)], given[i], converted.back());
    }
    if (fits)
        return converted;
    QStringList have{className};
    for (const OscArgument &value : given)
        have.append(pythonTypeName(value));
    QStringList want{handleName(className)};
    for (QChar code : all)
        want.append(typeOfCode(code));
    throw Error(ErrorKind::Other,
        QString(
            u"Python argument types in\n    %1.%2(%3)\ndid not match C++ signature:\n    %2(%4)"_s)
            .arg(className, method, have.join(", "_L1), want.join(", "_L1)));
}

} // namespace clipdeck::sim
