// SPDX-License-Identifier: GPL-3.0-or-later
// How a time signature is typed and stepped. Pure.
#pragma once

#include "core/live/units.h"

#include <optional>

namespace clipdeck {

/// `7/8`, `3 / 4`, `5` (the denominator stays): nothing where Live would not take it.
std::optional<Signature> signatureTyped(const QString &text, Signature before);
/// The numerator goes by one; the denominator to the next of 1, 2, 4, 8, 16.
Signature steppedNumerator(Signature signature, int by);
Signature steppedDenominator(Signature signature, int by);

} // namespace clipdeck
