// SPDX-License-Identifier: GPL-3.0-or-later
// Where each read-out stands in its strip, and which give way in a narrow window. Pure.
#pragma once

#include <QRect>

#include <array>
#include <vector>

namespace clipdeck {

enum class ReadoutPart { Tempo, Tap, Signature, Launch, Record, Position };
constexpr int readoutParts = 6;

/// Those that may fold, the first to go first. Tempo and position always stay.
inline constexpr std::array foldingReadouts{
    ReadoutPart::Record, ReadoutPart::Signature, ReadoutPart::Tap, ReadoutPart::Launch};

struct ReadoutLayout {
    static constexpr int height = 40;
    std::array<QRect, readoutParts> boxes; ///< By part; empty where it is folded
    std::vector<int> separators; ///< x
    int width = 0;

    QRect box(ReadoutPart part) const { return boxes[static_cast<std::size_t>(part)]; }
    bool shows(ReadoutPart part) const { return !box(part).isEmpty(); }
};

/// `folded`: how many of foldingReadouts give way.
ReadoutLayout layOutReadouts(int folded);
/// The most that have room in `room` px; at least tempo and position.
ReadoutLayout readoutsThatFit(int room);

} // namespace clipdeck
