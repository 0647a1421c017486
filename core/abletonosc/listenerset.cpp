// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/listenerset.h"

#include <QHashFunctions>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace clipdeck {

namespace {

bool isPushedUnder(const ListenerKey &key, const QString &address)
{
    // A parameter's listener pushes Live's text for the value under a second address.
    static const Endpoint *value = findEndpoint("/live/device/get/parameter/value");
    return address == QLatin1String(key.getter->address)
        || (key.getter == value
            && address == QLatin1String("/live/device/get/parameter/value_string"));
}

} // namespace

ListenerKey listenerKey(ObjectKind object, const char *property, std::initializer_list<int> ids)
{
    ListenerKey out{findEndpoint(object, Verb::Get, property)};
    Q_ASSERT_X(
        out.getter && findEndpoint(object, Verb::StartListen, property), "listenerKey", property);
    Q_ASSERT(ids.size() <= out.ids.size());
    std::ranges::copy(ids, out.ids.begin());
    return out;
}

std::size_t ListenerKeyHash::operator()(const ListenerKey &key) const
{
    return qHashMulti(0, key.getter, key.ids[0], key.ids[1], key.ids[2]);
}

OscMessage ListenerSet::message(Verb verb, const ListenerKey &key, qint32 epoch)
{
    const Endpoint *endpoint = findEndpoint(key.getter->object, verb, key.getter->name);
    OscMessage out{QString::fromLatin1(endpoint->address), {}};
    for (int id : key.ids) {
        if (id >= 0)
            out.arguments.emplace_back(qint32(id));
    }
    out.arguments.emplace_back(epoch);
    return out;
}

qint32 ListenerSet::startingEpoch()
{
    return firstEpoch + QRandomGenerator::global()->bounded((pastEpochs - firstEpoch) / 2);
}

bool ListenerSet::want(const ListenerKey &key)
{
    const auto [it, isNew] = m_wanted.try_emplace(key);
    if (!isNew)
        ++it->second.users;
    return isNew;
}

std::optional<OscMessage> ListenerSet::drop(const ListenerKey &key)
{
    const auto it = m_wanted.find(key);
    if (it == m_wanted.end() || --it->second.users > 0)
        return std::nullopt;
    const Held held = it->second;
    m_byEpoch.erase(held.epoch);
    m_wanted.erase(it);
    if (held.epoch == 0)
        return std::nullopt;
    if (held.bornAt == key.ids)
        return message(Verb::StopListen, key, held.epoch);
    ++m_leftBehind;
    return std::nullopt;
}

void ListenerSet::forget(const ListenerKey &key)
{
    const auto it = m_wanted.find(key);
    if (it == m_wanted.end())
        return;
    m_byEpoch.erase(it->second.epoch);
    m_wanted.erase(it);
}

std::vector<OscMessage> ListenerSet::start(const ListenerKey &key)
{
    std::vector<OscMessage> out;
    const auto it = m_wanted.find(key);
    if (it == m_wanted.end())
        return out;
    Held &held = it->second;
    if (held.epoch != 0) {
        // Stopping one that is not there does no harm, as long as its place still is its object's.
        if (held.bornAt == key.ids)
            out.push_back(message(Verb::StopListen, key, held.epoch));
        else
            ++m_leftBehind;
    }
    m_byEpoch.erase(held.epoch);
    held.epoch = ++m_epoch;
    held.bornAt = key.ids;
    held.hasPushed = false;
    m_byEpoch[held.epoch] = &*it;
    out.push_back(message(Verb::StartListen, key, held.epoch));
    return out;
}

std::vector<ListenerKey> ListenerSet::follow(const Moved &moved, bool known, qint32 sure)
{
    Wanted wanted = std::exchange(m_wanted, {});
    m_byEpoch.clear();
    std::vector<ListenerKey> again;
    for (auto &[key, held] : wanted) {
        const std::optional<ListenerKey> now = moved(key);
        if (!now)
            continue;
        Wanted::value_type &placed = *m_wanted.insert_or_assign(*now, held).first;
        const bool isUncertain = held.epoch > sure || (!known && *now != key);
        if (isUncertain && held.epoch != 0) {
            again.push_back(*now);
            placed.second.bornAt
                = ListenerKey::noIds; // wherever it is, it is not to be stopped here
        } else if (held.epoch != 0) {
            m_byEpoch[held.epoch] = &placed;
        }
    }
    std::ranges::sort(again);
    return again;
}

std::vector<OscMessage> ListenerSet::stopAll() const
{
    std::vector<OscMessage> out;
    for (const ListenerKey &key : keys()) {
        const Held &held = m_wanted.at(key);
        if (held.epoch != 0 && held.bornAt == key.ids)
            out.push_back(message(Verb::StopListen, key, held.epoch));
    }
    return out;
}

std::vector<ListenerKey> ListenerSet::keys() const
{
    std::vector<ListenerKey> out;
    out.reserve(m_wanted.size());
    for (const auto &[key, held] : m_wanted)
        out.push_back(key);
    std::ranges::sort(out);
    return out;
}

bool ListenerSet::hasPushed(const ListenerKey &key) const
{
    const auto it = m_wanted.find(key);
    return it != m_wanted.end() && it->second.hasPushed;
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
    const std::optional<std::size_t> epochAt = epochPosition(message);
    if (!epochAt)
        return std::nullopt;
    const auto found = m_byEpoch.find(std::get<qint32>(message.arguments[*epochAt]));
    if (found == m_byEpoch.end() || !isPushedUnder(found->second->first, message.address)) {
        ++m_dropped;
        return std::nullopt;
    }
    auto &[key, held] = *found->second;
    const bool isFirst = !std::exchange(held.hasPushed, true);
    return Push{key, std::span(message.arguments).subspan(*epochAt + 1), isFirst};
}

} // namespace clipdeck
