// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

namespace clipdeck {

namespace {

/// Nearest rank.
double percentile(const std::vector<double> &sorted, double share)
{
    const auto rank = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
    return sorted[std::min(rank, sorted.size() - 1)];
}

} // namespace

qint64 steadyNow()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

void tell(const char *name, double value, const char *unit)
{
    std::printf("%-40s %10.3f %s\n", name, value, unit);
    std::fflush(stdout);
}

void tellSpread(const char *name, std::vector<double> values, const char *unit)
{
    const std::string base = name;
    tell((base + "_count").c_str(), static_cast<double>(values.size()), "presses");
    if (values.empty())
        return;
    std::sort(values.begin(), values.end());
    tell((base + "_p50").c_str(), percentile(values, 0.5), unit);
    tell((base + "_p99").c_str(), percentile(values, 0.99), unit);
    tell((base + "_max").c_str(), values.back(), unit);
}

void tellRuns(const char *name, std::vector<double> values, const char *unit)
{
    if (values.empty())
        return;
    const std::string base = name;
    std::sort(values.begin(), values.end());
    tell((base + "_median").c_str(), percentile(values, 0.5), unit);
    tell((base + "_max").c_str(), values.back(), unit);
}

} // namespace clipdeck
