// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/endpoint.h"

#include <cmath>

namespace clipdeck {

namespace {

const Endpoint &rowOf(ObjectKind object, Verb verb, const char *name)
{
    const Endpoint *endpoint = findEndpoint(object, verb, name);
    Q_ASSERT_X(endpoint, "endpoint", name);
    return *endpoint;
}

OscMessage startOf(const Endpoint &endpoint, Ids ids)
{
    OscMessage out{QString::fromLatin1(endpoint.address), {}};
    for (int id : ids)
        out.arguments.emplace_back(qint32(id));
    return out;
}

ValueKind kindAt(const ApiShape &shape, std::size_t position)
{
    if (position < shape.values.size())
        return shape.values[position].kind;
    if (shape.repeated.empty())
        return ValueKind::Any;
    return shape.repeated[(position - shape.values.size()) % shape.repeated.size()].kind;
}

} // namespace

OscMessage getMessage(ObjectKind object, Ids ids, const char *name)
{
    return startOf(rowOf(object, Verb::Get, name), ids);
}

OscMessage setMessage(const Property &property, Ids ids, const LiveValue &value)
{
    OscMessage out = startOf(rowOf(property.object, Verb::Set, property.name), ids);
    out.arguments.push_back(toArgument(value, property.kind));
    return out;
}

OscMessage callMessage(ObjectKind object, Ids ids, const char *method)
{
    return startOf(rowOf(object, Verb::Call, method), ids);
}

Query getQuery(ObjectKind object, Ids ids, const char *name)
{
    const Endpoint &getter = rowOf(object, Verb::Get, name);
    Query query{startOf(getter, ids)};
    query.ids = static_cast<int>(ids.size());
    query.reads = getter.reads;
    return query;
}

OscMessage message(const Endpoint &endpoint, const std::vector<LiveValue> &arguments)
{
    OscMessage out{QString::fromLatin1(endpoint.address), {}};
    for (std::size_t i = 0; i < arguments.size(); ++i)
        out.arguments.push_back(toArgument(arguments[i], kindAt(endpoint.arguments, i)));
    return out;
}

LiveValue toValue(const OscArgument &argument)
{
    if (const auto *b = std::get_if<bool>(&argument))
        return *b;
    if (const auto *text = std::get_if<QString>(&argument))
        return *text;
    if (std::holds_alternative<qint32>(argument) || std::holds_alternative<qint64>(argument)) {
        if (const std::optional<int> whole = toInt(argument))
            return *whole;
    }
    const std::optional<double> number = toDouble(argument);
    return number ? LiveValue(*number) : LiveValue();
}

OscArgument toArgument(const LiveValue &value, ValueKind kind)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    const double number = numberOr(value, 0.0);
    switch (kind) {
    case ValueKind::Bool:
        return number != 0.0;
    case ValueKind::Int:
        return static_cast<qint32>(std::lround(number));
    case ValueKind::Float:
        return static_cast<float>(number);
    case ValueKind::Text:
        return describe(value);
    case ValueKind::Any:
        if (isNothing(value))
            return OscNil{};
        if (const auto *flag = std::get_if<bool>(&value))
            return *flag;
        if (const auto *whole = std::get_if<int>(&value))
            return qint32(*whole);
        return static_cast<float>(number);
    }
    Q_UNREACHABLE();
}

} // namespace clipdeck
