// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/quantization.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace clipdeck {

namespace {

struct Row {
    const char *name;
    double bars; ///< In bars; 0 where it is in beats
    double beats;
};

constexpr std::array<Row, quantizationCount> rows{{
    {QT_TRANSLATE_NOOP("Quantization", "None"), 0, 0},
    {QT_TRANSLATE_NOOP("Quantization", "8 bars"), 8, 0},
    {QT_TRANSLATE_NOOP("Quantization", "4 bars"), 4, 0},
    {QT_TRANSLATE_NOOP("Quantization", "2 bars"), 2, 0},
    {QT_TRANSLATE_NOOP("Quantization", "1 bar"), 1, 0},
    {QT_TRANSLATE_NOOP("Quantization", "1/2"), 0, 2.0},
    {QT_TRANSLATE_NOOP("Quantization", "1/2T"), 0, 4.0 / 3.0},
    {QT_TRANSLATE_NOOP("Quantization", "1/4"), 0, 1.0},
    {QT_TRANSLATE_NOOP("Quantization", "1/4T"), 0, 2.0 / 3.0},
    {QT_TRANSLATE_NOOP("Quantization", "1/8"), 0, 0.5},
    {QT_TRANSLATE_NOOP("Quantization", "1/8T"), 0, 1.0 / 3.0},
    {QT_TRANSLATE_NOOP("Quantization", "1/16"), 0, 0.25},
    {QT_TRANSLATE_NOOP("Quantization", "1/16T"), 0, 1.0 / 6.0},
    {QT_TRANSLATE_NOOP("Quantization", "1/32"), 0, 0.125},
}};

bool isValue(int value)
{
    return value >= 0 && value < quantizationCount;
}

} // namespace

QString quantizationName(int value)
{
    return isValue(value)
        ? QCoreApplication::translate("Quantization", rows[static_cast<std::size_t>(value)].name)
        : QString();
}

std::optional<Beats> quantizationGrid(int value, Signature signature)
{
    if (!isValue(value) || value == 0)
        return std::nullopt;
    const Row &row = rows[static_cast<std::size_t>(value)];
    return row.bars > 0 ? signature.bar() * row.bars : Beats{row.beats};
}

int effectiveQuantization(int clipValue, int songValue)
{
    return clipValue <= 0 ? songValue : clipValue - 1;
}

Beats nextLine(Beats now, Beats grid)
{
    constexpr double tolerance = 1e-6;
    return grid * std::ceil(now / grid - tolerance);
}

} // namespace clipdeck
