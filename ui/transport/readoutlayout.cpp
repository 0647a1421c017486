// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/readoutlayout.h"

#include <algorithm>

namespace clipdeck {

namespace {

struct Row {
    ReadoutPart part;
    int width;
    int after; ///< To the separator
    int inset = 0; ///< Above and below
    bool apart = true; ///< With a separator before it
};

constexpr int margin = 12;
constexpr int beside = 8; // to what stands before without a separator

constexpr std::array rows{Row{ReadoutPart::Tempo, 62, 12}, Row{ReadoutPart::Tap, 42, 12, 3, false},
    Row{ReadoutPart::Signature, 64, 6}, Row{ReadoutPart::Launch, 70, 8},
    Row{ReadoutPart::Record, 80, 8}, Row{ReadoutPart::Position, 162, 12}};

} // namespace

ReadoutLayout layOutReadouts(int folded)
{
    const auto end = foldingReadouts.begin() + folded;
    ReadoutLayout out;
    int x = 0; // of the next separator
    for (const Row &row : rows) {
        if (std::find(foldingReadouts.begin(), end, row.part) != end)
            continue;
        if (x > 0 && row.apart)
            out.separators.push_back(x);
        // What is not apart goes into the room before its separator.
        const int left = row.apart ? x + margin : x - margin + beside;
        out.boxes[static_cast<std::size_t>(row.part)]
            = {left, row.inset, row.width, ReadoutLayout::height - 2 * row.inset};
        x = left + row.width + row.after;
    }
    out.width = x;
    return out;
}

ReadoutLayout readoutsThatFit(int room)
{
    int folded = 0;
    while (folded < static_cast<int>(foldingReadouts.size()) && layOutReadouts(folded).width > room)
        ++folded;
    return layOutReadouts(folded);
}

} // namespace clipdeck
