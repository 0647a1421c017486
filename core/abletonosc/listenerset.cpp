// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/listenerset.h"

#include <QRandomGenerator>

#include <utility>

namespace clipdeck {

namespace {

const QString valueProperty = QStringLiteral("parameter/value");
const QString textProperty = QStringLiteral("parameter/value_string");

/// Whether an address is "/live/OBJECT/get/PROPERTY" of this key.
bool isAddressOf(const ListenerKey &key, QStringView property, QStringView address)
{
    constexpr QLatin1String root("/live/");
    constexpr QLatin1String verb("/get/");
    return address.size() == root.size() + key.object.size() + verb.size() + property.size()
        && address.startsWith(root) && address.sliced(root.size()).startsWith(key.object)
        && address.sliced(root.size() + key.object.size()).startsWith(verb)
        && address.endsWith(property);
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
        return message("stop_listen", key, held.epoch);
    ++m_leftBehind;
    return std::nullopt;
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
            out.push_back(message("stop_listen", key, held.epoch));
        else
            ++m_leftBehind;
    }
    m_byEpoch.erase(held.epoch);
    held.epoch = ++m_epoch;
    held.bornAt = key.ids;
    held.isHeard = false;
    m_byEpoch[held.epoch] = key;
    out.push_back(message("start_listen", key, held.epoch));
    return out;
}

std::vector<ListenerKey> ListenerSet::follow(const Moved &moved, bool known, qint32 sure)
{
    std::map<ListenerKey, Held> wanted = std::exchange(m_wanted, {});
    m_byEpoch.clear();
    std::vector<ListenerKey> again;
    for (auto &[key, held] : wanted) {
        const std::optional<ListenerKey> now = moved(key);
        if (!now)
            continue;
        const bool isUncertain = held.epoch > sure || (!known && *now != key);
        if (isUncertain && held.epoch != 0) {
            again.push_back(*now);
            held.bornAt.clear(); // wherever it is, it is not to be stopped at this place
        } else if (held.epoch != 0) {
            m_byEpoch[held.epoch] = *now;
        }
        m_wanted[*now] = std::move(held);
    }
    return again;
}

std::vector<OscMessage> ListenerSet::stopAll() const
{
    std::vector<OscMessage> out;
    for (const auto &[key, held] : m_wanted) {
        if (held.epoch != 0 && held.bornAt == key.ids)
            out.push_back(message("stop_listen", key, held.epoch));
    }
    return out;
}

std::vector<ListenerKey> ListenerSet::keys() const
{
    std::vector<ListenerKey> out;
    out.reserve(m_wanted.size());
    for (const auto &[key, held] : m_wanted)
        out.push_back(key);
    return out;
}

bool ListenerSet::isHeard(const ListenerKey &key) const
{
    const auto it = m_wanted.find(key);
    return it != m_wanted.end() && it->second.isHeard;
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
    if (found == m_byEpoch.end()) {
        ++m_dropped;
        return std::nullopt;
    }
    Push out{found->second, {}, false};
    // A parameter's listener pushes Live's text for the value under a second address.
    const bool isText
        = out.key.property == valueProperty && isAddressOf(out.key, textProperty, message.address);
    if (!isText && !isAddressOf(out.key, out.key.property, message.address)) {
        ++m_dropped;
        return std::nullopt;
    }
    Held &held = m_wanted.at(out.key);
    out.isFirst = !std::exchange(held.isHeard, true);
    if (isText)
        out.key.property = textProperty;
    const auto rest = message.arguments.begin() + static_cast<std::ptrdiff_t>(*epochAt) + 1;
    out.values = OscArguments(rest, message.arguments.end());
    return out;
}

} // namespace clipdeck
