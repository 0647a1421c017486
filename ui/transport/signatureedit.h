// SPDX-License-Identifier: GPL-3.0-or-later
// How a time signature is typed and stepped. Pure.
#pragma once

#include "core/live/units.h"

#include <QString>

#include <optional>

namespace clipdeck {

/// `7/8`, `3 / 4`, `5` (the denominator stays): nothing where Live would not take it.
std::optional<Signature> signatureTyped(const QString &text, Signature before);
/// What a field shows once `.` or `,` was typed into it: as in Live they go on to the next number, so a `/` stands there,
/// and where one stands already, what is behind it is selected to be typed over.
struct SignatureText {
    QString text;
    int cursor = 0;
    int selected = 0; ///< Characters from the cursor on

    bool operator==(const SignatureText &) const = default;
};
std::optional<SignatureText> nextSignatureField(const QString &typed);
/// The numerator goes by one; the denominator to the next of 1, 2, 4, 8, 16.
Signature steppedNumerator(Signature signature, int by);
Signature steppedDenominator(Signature signature, int by);

} // namespace clipdeck
