// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/osc/oscmessage.h"

#include <QStringList>

#include <cmath>
#include <limits>

namespace clipdeck {

namespace {

template <class... Ts> struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts> Overloaded(Ts...) -> Overloaded<Ts...>;

std::optional<int> wholeNumber(double value)
{
    if (!std::isfinite(value) || std::trunc(value) != value
        || std::abs(value) > std::numeric_limits<int>::max())
        return std::nullopt;
    return static_cast<int>(value);
}

/// What would move a terminal's cursor, turn the direction of its line, or not be seen at all.
bool isUnshowable(QChar c)
{
    const char16_t code = c.unicode();
    const bool turns = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    const bool isBreak = code == 0x2028 || code == 0x2029;
    return c.category() == QChar::Other_Control || c == QChar::ByteOrderMark || turns || isBreak;
}

QString quoted(const QString &text)
{
    QString out;
    for (QChar c : text) {
        if (c == u'\\' || c == u'"')
            out += u'\\' + QString(c);
        else if (c == u'\n')
            out += QLatin1String("\\n");
        else if (isUnshowable(c))
            out += QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return u'"' + out + u'"';
}

} // namespace

std::optional<int> toInt(const OscArgument &argument)
{
    return std::visit(Overloaded{
                          [](bool v) { return std::optional<int>(v ? 1 : 0); },
                          [](qint32 v) { return std::optional<int>(v); },
                          [](qint64 v) { return wholeNumber(static_cast<double>(v)); },
                          [](float v) { return wholeNumber(static_cast<double>(v)); },
                          [](double v) { return wholeNumber(v); },
                          [](const auto &) { return std::optional<int>(); },
                      },
        argument);
}

std::optional<double> toDouble(const OscArgument &argument)
{
    return std::visit(Overloaded{
                          [](bool v) { return std::optional<double>(v ? 1.0 : 0.0); },
                          [](qint32 v) { return std::optional<double>(v); },
                          [](qint64 v) { return std::optional<double>(static_cast<double>(v)); },
                          [](float v) { return std::optional<double>(static_cast<double>(v)); },
                          [](double v) { return std::optional<double>(v); },
                          [](const auto &) { return std::optional<double>(); },
                      },
        argument);
}

std::optional<bool> toBool(const OscArgument &argument)
{
    const std::optional<double> number = toDouble(argument);
    if (!number)
        return std::nullopt;
    return *number != 0.0;
}

bool isFinite(const OscArgument &argument)
{
    const auto *single = std::get_if<float>(&argument);
    const auto *wide = std::get_if<double>(&argument);
    return (!single || std::isfinite(*single)) && (!wide || std::isfinite(*wide));
}

std::optional<QString> toText(const OscArgument &argument)
{
    if (const auto *text = std::get_if<QString>(&argument))
        return *text;
    return std::nullopt;
}

QString describe(const OscArgument &argument)
{
    return std::visit(
        Overloaded{
            [](OscNil) { return QStringLiteral("nil"); },
            [](bool v) { return v ? QStringLiteral("true") : QStringLiteral("false"); },
            [](qint32 v) { return QString::number(v); },
            [](qint64 v) { return QString(QString::number(v) + u'L'); },
            [](float v) { return QString(QString::number(static_cast<double>(v)) + u'f'); },
            [](double v) { return QString(QString::number(v) + u'd'); },
            [](const QString &v) { return quoted(v); },
            [](const QByteArray &v) { return QString(u"blob:" + QString::fromLatin1(v.toHex())); },
        },
        argument);
}

QString describe(const OscMessage &message)
{
    QStringList words{message.address};
    for (const OscArgument &argument : message.arguments)
        words.append(describe(argument));
    return words.join(u' ');
}

} // namespace clipdeck
