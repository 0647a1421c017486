// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/conversation.h"

#include "core/osc/osccodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace clipdeck {

namespace {

QStringList tokensOf(const QString &line)
{
    static const QRegularExpression token(uR"("(?:[^"\\]|\\.)*"|\S+)"_s);
    QStringList tokens;
    for (auto match = token.globalMatch(line); match.hasNext();)
        tokens.append(match.next().captured());
    return tokens;
}

QString unquoted(const QString &token)
{
    const QByteArray json = '[' + token.toUtf8() + ']';
    return QJsonDocument::fromJson(json).array().at(0).toString();
}

OscArgument readValue(const QString &token)
{
    if (token.startsWith(u'"'))
        return unquoted(token);
    if (token == "nil"_L1)
        return OscNil{};
    if (token == "true"_L1 || token == "false"_L1)
        return token == "true"_L1;
    if (token.startsWith("h:"_L1))
        return token.mid(2).toLongLong();
    if (token.startsWith("b:"_L1))
        return QByteArray::fromHex(token.mid(2).toLatin1());
    bool whole = false;
    const int number = token.toInt(&whole);
    return whole ? OscArgument(number) : OscArgument(token.toFloat());
}

QByteArray readMessage(const QString &text)
{
    const QStringList tokens = tokensOf(text);
    OscMessage message{tokens.value(0), {}};
    for (qsizetype i = 1; i < tokens.size(); ++i)
        message.arguments.push_back(readValue(tokens[i]));
    return encodeOsc(message).value_or(QByteArray());
}

void append32(QByteArray &bytes, qsizetype number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.append(static_cast<char>(number >> shift & 0xFF));
}

QByteArray readDatagram(const QString &text)
{
    if (text.startsWith("hex "_L1))
        return QByteArray::fromHex(text.mid(4).toLatin1());
    const QStringList parts = text.split(u" ; "_s);
    if (parts.size() == 1)
        return readMessage(text);
    QByteArray bundle("#bundle\0\0\0\0\0\0\0\0\1", 16);
    for (const QString &part : parts) {
        const QByteArray message = readMessage(part);
        append32(bundle, message.size());
        bundle.append(message);
    }
    return bundle;
}

QString noteReal(double value)
{
    return QString::number(value, 'g', 9);
}

QString noteValue(const OscArgument &value)
{
    if (std::holds_alternative<OscNil>(value))
        return u"nil"_s;
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? u"true"_s : u"false"_s;
    if (const auto *number = std::get_if<qint32>(&value))
        return QString::number(*number);
    if (const auto *number = std::get_if<qint64>(&value))
        return u"h:"_s + QString::number(*number);
    if (const auto *text = std::get_if<QString>(&value)) {
        const QByteArray json = QJsonDocument(QJsonArray{*text}).toJson(QJsonDocument::Compact);
        return QString::fromUtf8(json.mid(1, json.size() - 2));
    }
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return u"b:"_s + QString::fromLatin1(bytes->toHex());
    const QString text = noteReal(toDouble(value).value_or(0.0));
    static const QRegularExpression whole(u"^-?\\d+$"_s);
    return whole.match(text).hasMatch() ? QString(text + u".0"_s) : text;
}

bool sameToken(const QString &expected, const QString &found)
{
    if (expected == found || expected == u'*')
        return true;
    if (expected.startsWith(u'"') && found.startsWith(u'"')) {
        const QString wanted = unquoted(expected);
        return wanted.endsWith(u'\u2026') ? unquoted(found).startsWith(wanted.chopped(1))
                                          : wanted == unquoted(found);
    }
    if (expected.startsWith(u'"') || found.startsWith(u'"'))
        return false;
    const OscArgument a = readValue(expected);
    const OscArgument b = readValue(found);
    if (!std::holds_alternative<float>(a) || !std::holds_alternative<float>(b))
        return false;
    const float left = std::get<float>(a);
    const float right = std::get<float>(b);
    return std::abs(left - right) <= 1e-6F * std::max(1.0F, std::abs(left));
}

bool readStep(const QString &word, const QString &rest, ConversationStep &step)
{
    using Kind = ConversationStep::Kind;
    if (word == "set"_L1) {
        step.kind = Kind::Set;
    } else if (word == "run"_L1 || word == "limit"_L1) {
        step.kind = word == "run"_L1 ? Kind::Run : Kind::Limit;
        step.number = rest.toInt();
    } else if (word == "user"_L1) {
        step.kind = Kind::User;
        step.request = QJsonDocument::fromJson(rest.toUtf8()).object();
        return !step.request.isEmpty();
    } else {
        return false;
    }
    return true;
}

} // namespace

QString noteMessage(const OscMessage &message)
{
    QString line = message.address;
    for (const OscArgument &value : message.arguments)
        line += u' ' + noteValue(value);
    return line;
}

bool sameAnswer(const QString &expected, const QString &found)
{
    const QStringList a = tokensOf(expected);
    const QStringList b = tokensOf(found);
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), sameToken);
}

Conversation readConversation(const QByteArray &text)
{
    Conversation read;
    bool inBurst = false;
    int number = 0;
    for (const QString &line : QString::fromUtf8(text).split(u'\n')) {
        ++number;
        const QString word = line.section(u' ', 0, 0);
        const QString rest = line.section(u' ', 1);
        const bool sent = word == u'>';
        if (word == u'<' || word == u'=') {
            if (read.steps.empty()) {
                read.error = QString(u"line %1: an answer to nothing"_s).arg(number);
                return read;
            }
            ConversationStep &step = read.steps.back();
            step.differs = step.differs || word == u'=';
            if (!rest.isEmpty())
                (word == u'<' ? step.answers : step.ownAnswers).append(rest);
        } else if (sent) {
            if (!inBurst)
                read.steps.push_back(
                    {ConversationStep::Kind::Burst, number, 0, {}, {}, {}, false, {}});
            read.steps.back().datagrams.push_back(readDatagram(rest));
        } else if (!line.isEmpty() && !line.startsWith(u'#')) {
            ConversationStep step;
            step.line = number;
            if (!readStep(word, rest, step)) {
                read.error = QString(u"line %1: not understood: %2"_s).arg(number).arg(line);
                return read;
            }
            read.steps.push_back(step);
        }
        inBurst = sent;
    }
    return read;
}

} // namespace clipdeck
