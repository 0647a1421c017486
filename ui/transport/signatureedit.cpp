// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/signatureedit.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int mostNumerator = 99; // Live Object Model, Song.signature_numerator
constexpr int mostDenominator = 16;

bool isDenominator(int value)
{
    return value >= 1 && value <= mostDenominator && (value & (value - 1)) == 0;
}

} // namespace

std::optional<Signature> signatureTyped(const QString &text, Signature before)
{
    const QStringList parts = text.split(QLatin1Char('/'));
    bool isNumber = false;
    Signature out = before;
    out.numerator = parts.first().trimmed().toInt(&isNumber);
    if (!isNumber || parts.size() > 2 || out.numerator < 1 || out.numerator > mostNumerator)
        return std::nullopt;
    if (parts.size() == 2)
        out.denominator = parts.last().trimmed().toInt(&isNumber);
    return isNumber && isDenominator(out.denominator) ? std::optional(out) : std::nullopt;
}

std::optional<SignatureText> nextSignatureField(const QString &typed)
{
    static const QRegularExpression stop(QStringLiteral("[.,]"));
    const qsizetype at = typed.indexOf(stop);
    if (at < 0)
        return std::nullopt;
    QString text = typed;
    text.remove(at, 1);
    const qsizetype slash = text.indexOf(QLatin1Char('/'));
    if (slash < 0)
        return SignatureText{text.insert(at, QLatin1Char('/')), static_cast<int>(at) + 1, 0};
    qsizetype begin = slash + 1;
    while (begin < text.size() && text.at(begin).isSpace())
        ++begin;
    return SignatureText{text, static_cast<int>(begin), static_cast<int>(text.size() - begin)};
}

Signature steppedNumerator(Signature signature, int by)
{
    signature.numerator = std::clamp(signature.numerator + by, 1, mostNumerator);
    return signature;
}

Signature steppedDenominator(Signature signature, int by)
{
    const int next = by > 0 ? signature.denominator * 2 : signature.denominator / 2;
    signature.denominator = std::clamp(next, 1, mostDenominator);
    return signature;
}

} // namespace clipdeck
