// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/listenerset.h"

#include <QRandomGenerator>

namespace clipdeck {

namespace {

/// The key that an address "/live/OBJECT/get/PROPERTY" stands for, without ids.
std::optional<ListenerKey> keyOf(const QString &address)
{
    const QString root = QStringLiteral("/live/");
    const QString verb = QStringLiteral("/get/");
    const auto at = address.indexOf(verb, root.size());
    if (!address.startsWith(root) || at < 0)
        return std::nullopt;
    return ListenerKey{
        address.mid(root.size(), at - root.size()), address.mid(at + verb.size()), {}};
}

} // namespace

OscMessage ListenerSet::message(const char *verb, const ListenerKey &key, qint32 epoch)
{
    OscMessage out{
        QStringLiteral("/live/%1/%2/%3").arg(key.object, QLatin1String(verb), key.property), {}};
    for (int id : key.ids)
        out.arguments.emplace_back(qint32(id));
    out.arguments.emplace_back(epoch);
    return out;
}

qint32 ListenerSet::startingEpoch()
{
    return firstEpoch + QRandomGenerator::global()->bounded((pastEpochs - firstEpoch) / 2);
}

std::optional<OscMessage> ListenerSet::add(const ListenerKey &key)
{
    const auto [it, isNew] = m_wanted.try_emplace(key);
    if (!isNew) {
        ++it->second.users;
        return std::nullopt;
    }
    it->second.epoch = ++m_epoch;
    return message("start_listen", key, it->second.epoch);
}

std::optional<OscMessage> ListenerSet::remove(const ListenerKey &key)
{
    const auto it = m_wanted.find(key);
    if (it == m_wanted.end() || --it->second.users > 0)
        return std::nullopt;
    const OscMessage stop = message("stop_listen", key, it->second.epoch);
    m_wanted.erase(it);
    return stop;
}

std::vector<OscMessage> ListenerSet::rename(
    const std::function<std::optional<ListenerKey>(const ListenerKey &)> &rename)
{
    std::map<ListenerKey, Held> renamed;
    std::vector<OscMessage> out;
    for (const auto &[key, held] : m_wanted) {
        const std::optional<ListenerKey> now = rename(key);
        if (!now)
            continue;
        Held &place = renamed[*now];
        place = held;
        if (*now != key) {
            place.epoch = ++m_epoch;
            out.push_back(message("start_listen", *now, place.epoch));
        }
    }
    m_wanted = std::move(renamed);
    return out;
}

std::vector<OscMessage> ListenerSet::startAll()
{
    std::vector<OscMessage> out;
    for (auto &[key, held] : m_wanted) {
        held.epoch = ++m_epoch;
        out.push_back(message("start_listen", key, held.epoch));
    }
    return out;
}

std::vector<OscMessage> ListenerSet::stopAll()
{
    std::vector<OscMessage> out;
    for (const auto &[key, held] : m_wanted)
        out.push_back(message("stop_listen", key, held.epoch));
    return out;
}

std::optional<std::size_t> ListenerSet::epochPosition(const OscMessage &message)
{
    constexpr std::size_t mostIds = 3; // track, device, parameter
    for (std::size_t i = 0; i < message.arguments.size() && i <= mostIds; ++i) {
        const auto *number = std::get_if<qint32>(&message.arguments[i]);
        if (number && *number > firstEpoch && *number < pastEpochs)
            return i;
    }
    return std::nullopt;
}

bool ListenerSet::isPush(const OscMessage &message)
{
    return epochPosition(message).has_value();
}

std::optional<ListenerSet::Push> ListenerSet::read(const OscMessage &message)
{
    std::optional<ListenerKey> key = keyOf(message.address);
    const std::optional<std::size_t> epochAt = epochPosition(message);
    if (!key || !epochAt)
        return std::nullopt;
    for (std::size_t i = 0; i < *epochAt; ++i)
        key->ids.push_back(toInt(message.arguments[i]).value_or(-1));
    // A parameter's listener pushes Live's text for the value under a second address.
    ListenerKey wanted = *key;
    if (wanted.property == QLatin1String("parameter/value_string"))
        wanted.property = QStringLiteral("parameter/value");
    const auto held = m_wanted.find(wanted);
    if (held == m_wanted.end() || toInt(message.arguments[*epochAt]) != held->second.epoch) {
        ++m_dropped;
        return std::nullopt;
    }
    const auto rest = message.arguments.begin() + static_cast<std::ptrdiff_t>(*epochAt) + 1;
    return Push{*key, OscArguments(rest, message.arguments.end())};
}

} // namespace clipdeck
