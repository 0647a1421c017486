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

AimCount counted; // of this process, which tells its figures in one thread

} // namespace

qint64 steadyNow()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

void tell(const char *name, double value, const char *unit, std::optional<Aim> aim)
{
    std::printf("%-44s %12.3f %-12s", name, value, unit);
    if (aim) {
        const bool isMet = aim->isMet(value);
        std::printf(" %s %g%s", aim->isFloor ? ">=" : "<=", aim->value, isMet ? "" : "  MISSED");
        ++counted.told;
        counted.missed += isMet ? 0 : 1;
    }
    std::printf("\n");
    std::fflush(stdout);
}

AimCount aimCount()
{
    return counted;
}

void progress(const char *text)
{
    std::fprintf(stderr, "... %s\n", text);
}

void tellSpread(
    const char *name, std::vector<double> values, const char *unit, std::optional<Aim> aimOfP99)
{
    const std::string base = name;
    tell((base + "_count").c_str(), static_cast<double>(values.size()), "presses");
    if (values.empty())
        return;
    std::sort(values.begin(), values.end());
    tell((base + "_p50").c_str(), percentile(values, 0.5), unit);
    tell((base + "_p99").c_str(), percentile(values, 0.99), unit, aimOfP99);
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
