// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readers/sendcounter.h"

#include "core/abletonosc/endpoint.h"

#include <utility>

namespace clipdeck {

namespace {

constexpr int mostSends = 12; // Live's limit of return tracks

} // namespace

std::vector<Query> SendCounter::queries(std::function<void(int)> counted)
{
    Query query = getQuery(ObjectKind::Track, {0, m_found}, "send");
    query.mayRaise = true;
    query.order = Order::Last;
    query.answered = [this, counted](const OscArguments &) {
        if (++m_found == mostSends)
            end(counted);
    };
    query.failed = [this, counted](const QueryFailure &failure) {
        if (failure.refused)
            end(counted);
    };
    std::vector<Query> out;
    out.push_back(std::move(query));
    return out;
}

void SendCounter::end(const std::function<void(int)> &counted)
{
    counted(std::exchange(m_found, 0));
}

} // namespace clipdeck
