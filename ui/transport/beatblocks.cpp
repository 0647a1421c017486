// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/beatblocks.h"

#include <algorithm>
#include <cmath>

namespace clipdeck {

int beatOfBar(Beats position, Signature signature)
{
    const double count = std::floor(position / signature.count() + 1e-6);
    const double beat = std::fmod(count, signature.numerator);
    return static_cast<int>(beat < 0 ? beat + signature.numerator : beat);
}

bool isOnBeat(Beats position, Signature signature, double bpm)
{
    constexpr double litSeconds = 0.08;
    const double counts = position / signature.count();
    const double since = (counts - std::floor(counts)) * signature.count().value;
    return since * 60.0 / bpm < litSeconds;
}

std::vector<QRect> beatBlocks(const QRect &area, Signature signature)
{
    constexpr int widest = 12;
    const int count = signature.numerator;
    const int gap = count > 8 ? 1 : 2;
    const int width = std::min(widest, (area.width() + gap) / count - gap);
    if (width < 2)
        return {};
    std::vector<QRect> blocks;
    const int top = area.top() + (area.height() - widest) / 2;
    for (int i = 0; i < count; ++i)
        blocks.emplace_back(area.left() + i * (width + gap), top, width, widest);
    return blocks;
}

} // namespace clipdeck
