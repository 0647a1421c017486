// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mixer/mixerlayout.h"

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr int stripsTop = 2; // below the stop row's own
constexpr int stripsBottom = 0; // the splitter stands below
constexpr int inset = 6; // of a strip's content
constexpr int rightBlock = 44; // field, fader and meter
constexpr int fieldWidth = 39;
constexpr int fieldRight = 5;
constexpr int fieldTop = 5;
constexpr int leftTop = 6;
constexpr int leftLeast = 10; // a groove still shows a value on so much
constexpr int wordsLeast = 34; // "A" and "−12" beside each other
constexpr int buttonGap = 1;
constexpr int throwMargin = 9; // from field and buttons to the thumb's middle, less half a thumb
constexpr int meterBarWidth = 4;
constexpr int meterRight = 14;

} // namespace

double MixerLayout::Throw::at(double position) const
{
    return std::round(bottom - position * length());
}

MixerLayout::MixerLayout(const Input &input)
    : m_in(input)
{
    const Metrics &m = metrics();
    const int room = m.mixerHeight - leftTop - m.stripButton - inset;
    const int tallRows = room / m.stripRow;
    const int wanted = 1 + m_in.sends;
    m_rows = wanted <= tallRows ? tallRows : std::max(tallRows, room / m.stripRowLeast);
    // The last line turns the page where not all have room.
    m_shownSends = wanted <= m_rows ? m_in.sends : std::max(1, m_rows - 2);
    m_in.firstSend = std::clamp(m_in.firstSend, 0, std::max(0, m_in.sends - m_shownSends));
}

int MixerLayout::heightOf(const Metrics &metrics)
{
    return stripsTop + metrics.mixerHeight + stripsBottom;
}

double MixerLayout::pitch() const
{
    return isTall() ? metrics().stripRow : metrics().stripRowLeast;
}

bool MixerLayout::isTall() const
{
    const Metrics &m = metrics();
    return (m.mixerHeight - leftTop - m.stripButton - inset) / m.stripRow >= m_rows;
}

int MixerLayout::endSend() const
{
    return std::min(m_in.sends, m_in.firstSend + m_shownSends);
}

QRectF MixerLayout::area() const
{
    return {0, 0, m_in.columns.grid().right(), double(heightOf(metrics()))};
}

QRectF MixerLayout::strip(int column) const
{
    const QRectF head = m_in.columns.rect(headerPlace(column));
    return head.isEmpty() ? QRectF()
                          : QRectF(head.left(), stripsTop, head.width(), metrics().mixerHeight);
}

int MixerLayout::columnAt(double x) const
{
    const SessionLayout::Input &in = m_in.columns.input();
    const auto column = static_cast<int>(
        std::floor((x + in.scroll.x() - measure::margin) / metrics().columnPitch));
    return x >= 0 && x < area().right() && column >= 0 && column < in.columns ? column : -1;
}

QRectF MixerLayout::unreachable() const
{
    const int columns = columnCount();
    if (columns == 0)
        return {};
    const QRectF last = strip(columns - 1);
    const double left = last.right() + metrics().gap;
    return {left, last.top(), std::max(0.0, area().right() - metrics().gap - left), last.height()};
}

QRectF MixerLayout::leftRow(int column, int row) const
{
    const QRectF s = strip(column);
    const double width = s.width() - inset - rightBlock - inset;
    if (width < leftLeast || row >= m_rows)
        return {};
    return {s.left() + inset, s.top() + leftTop + row * pitch(), width,
        isTall() ? 28.0 : double(metrics().stripRowLeast - 2)};
}

bool MixerLayout::isWide(int column) const
{
    return leftRow(column, 0).width() >= wordsLeast;
}

QRectF MixerLayout::box(StripPart part) const
{
    const QRectF s = strip(part.column);
    if (s.isEmpty())
        return {};
    const Metrics &m = metrics();
    const double buttonTop = s.bottom() - m.stripButton - 4;
    const double buttonWidth = std::floor((s.width() - 2 * inset - 2 * buttonGap) / 3);
    const auto button = [&](int place) {
        return QRectF(s.left() + inset + place * (buttonWidth + buttonGap), buttonTop, buttonWidth,
            m.stripButton);
    };
    switch (part.control) {
    case StripControl::Pan:
        return leftRow(part.column, 0);
    case StripControl::Send:
        return part.send >= m_in.firstSend && part.send < endSend()
            ? leftRow(part.column, 1 + part.send - m_in.firstSend)
            : QRectF();
    case StripControl::MoreSends:
        return turnsSends() ? leftRow(part.column, 1 + m_shownSends) : QRectF();
    case StripControl::Value:
        return {s.right() - fieldRight - fieldWidth, s.top() + fieldTop, fieldWidth,
            double(m.stripField)};
    case StripControl::Volume: {
        const Throw t = throwOf(part.column);
        const double half = m.mixerThumb.width() / 2.0;
        return {t.center - half, t.top - 5, 2 * half, t.length() + 10};
    }
    case StripControl::Meter:
        return meterBar(part.column, 0).united(meterBar(part.column, 1));
    case StripControl::Mute:
        return button(0);
    case StripControl::Solo:
        return button(1);
    case StripControl::Arm:
        return button(2);
    case StripControl::None:
        break;
    }
    return {};
}

QRectF MixerLayout::target(StripPart part) const
{
    const QRectF s = strip(part.column);
    const QRectF painted = box(part);
    if (painted.isEmpty())
        return {};
    const QRectF field = box({StripControl::Value, part.column});
    const double top = field.bottom() + 1;
    const double bottom = box({StripControl::Mute, part.column}).top() - 1;
    switch (part.control) {
    case StripControl::Volume: // all of the right half: a hand on stage does not aim
        return {field.left() - 2, top, s.right() - field.left() + 2, bottom - top};
    case StripControl::Meter:
        return {painted.left() - 1, top, s.right() - painted.left() + 1, bottom - top};
    case StripControl::Pan:
    case StripControl::Send:
    case StripControl::MoreSends:
        return {s.left(), painted.top() - 2, field.left() - 2 - s.left(), pitch()};
    default:
        return painted;
    }
}

MixerLayout::Throw MixerLayout::throwOf(int column) const
{
    const QRectF s = strip(column);
    const Metrics &m = metrics();
    const QRectF field = box({StripControl::Value, column});
    const double reach = throwMargin + std::max(0, m.mixerThumb.height() / 2 - 5);
    return {field.left() + 14, field.bottom() + reach, s.bottom() - m.stripButton - 4 - reach - 1};
}

QRectF MixerLayout::meterBar(int column, int side) const
{
    const QRectF s = strip(column);
    const Throw t = throwOf(column);
    return {s.right() - meterRight + side * (meterBarWidth + 1), t.top - 5, meterBarWidth,
        t.length() + 10};
}

std::vector<StripPart> MixerLayout::parts(int column) const
{
    std::vector<StripPart> out;
    const auto add = [&](StripPart part) {
        if (!box(part).isEmpty())
            out.push_back(part);
    };
    add({StripControl::Volume, column});
    add({StripControl::Pan, column});
    for (int send = m_in.firstSend; send < endSend(); ++send)
        add({StripControl::Send, column, send});
    add({StripControl::MoreSends, column});
    add({StripControl::Mute, column});
    add({StripControl::Solo, column});
    add({StripControl::Arm, column});
    return out;
}

StripPart MixerLayout::hit(QPointF position) const
{
    const int column = columnAt(position.x());
    if (!strip(column).contains(position))
        return {};
    std::vector<StripPart> all = parts(column);
    all.push_back({StripControl::Value, column});
    for (const StripPart &part : all) {
        if (target(part).contains(position))
            return part;
    }
    return {StripControl::None, column};
}

} // namespace clipdeck
