// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/oscarguments.h"

#include "app/clipdeckctl/ctlwords.h"

#include <cmath>

namespace clipdeck {

namespace {

std::optional<OscArgument> intFrom(const QString &text)
{
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    return isNumber ? std::optional<OscArgument>(qint32(value)) : std::nullopt;
}

std::optional<OscArgument> floatFrom(const QString &text)
{
    bool isNumber = false;
    const float value = text.toFloat(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional<OscArgument>(value) : std::nullopt;
}

std::optional<OscArgument> boolFrom(const QString &text)
{
    if (text == QLatin1String("true") || text == QLatin1String("1"))
        return true;
    if (text == QLatin1String("false") || text == QLatin1String("0"))
        return false;
    return std::nullopt;
}

QString printed(const OscArgument &argument)
{
    if (std::holds_alternative<float>(argument) || std::holds_alternative<double>(argument))
        return QString::number(*toDouble(argument), 'g', 9);
    if (const auto *wide = std::get_if<qint64>(&argument))
        return QString::number(*wide);
    return describe(argument);
}

} // namespace

std::optional<OscArgument> argumentFrom(const QString &word)
{
    if (word.size() >= 2 && word[1] == u':') {
        const QString rest = word.mid(2);
        switch (word[0].unicode()) {
        case u'i':
            return intFrom(rest);
        case u'f':
            return floatFrom(rest);
        case u's':
            return rest;
        case u'b':
            return boolFrom(rest);
        default:
            break;
        }
    }
    if (word == QLatin1String("true") || word == QLatin1String("false"))
        return boolFrom(word);
    if (const auto whole = intFrom(word))
        return whole;
    if (const auto number = floatFrom(word))
        return number;
    return word;
}

std::optional<OscMessage> messageFrom(const QStringList &words, QString *why)
{
    if (words.isEmpty() || !words.front().startsWith(u'/')) {
        *why = CtlWords::tr("An OSC address begins with a slash.");
        return std::nullopt;
    }
    OscMessage message{words.front(), {}};
    for (const QString &word : words.mid(1)) {
        std::optional<OscArgument> argument = argumentFrom(word);
        if (!argument) {
            *why = CtlWords::tr("%1 is not of the type that it names.").arg(word);
            return std::nullopt;
        }
        message.arguments.push_back(std::move(*argument));
    }
    return message;
}

QString printed(const OscArguments &arguments)
{
    QStringList out;
    for (const OscArgument &argument : arguments)
        out.append(printed(argument));
    return out.join(u' ');
}

} // namespace clipdeck
