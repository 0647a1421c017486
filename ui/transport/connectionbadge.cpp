// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/connectionbadge.h"

#include "ui/theme/glyphs.h"
#include "ui/theme/paint.h"

#include <QPainter>

#include <cmath>

namespace clipdeck {

namespace {

struct BadgeLook {
    Glyph glyph;
    Role ground;
    std::optional<Role> ink; ///< Else what reads on the ground
};

BadgeLook lookOf(BadgeLamp lamp)
{
    switch (lamp) {
    case BadgeLamp::Waiting:
        return {Glyph::Dots, Role::LampOff, Role::Text2};
    case BadgeLamp::Check:
        return {Glyph::Check, Role::Text, std::nullopt};
    case BadgeLamp::Warning:
        return {Glyph::Fault, Role::Warn, Role::OnWarn};
    case BadgeLamp::Cross:
        return {Glyph::Cross, Role::Rec, Role::OnRec};
    case BadgeLamp::Demo:
        return {Glyph::Triangle, Role::Own, Role::OnOwn};
    }
    Q_UNREACHABLE();
}

constexpr int lampSide = 20;
constexpr int wordLeft = 38;
constexpr int ageRight = 10;

} // namespace

ConnectionBadge::ConnectionBadge(const Theme &theme, QWidget *parent)
    : StripButton({}, theme, parent)
    , m_theme(theme)
{
    setReport({}, false);
}

void ConnectionBadge::setReport(const ConnectionReport &report, bool demo)
{
    const BadgeReading reading = readBadge(report, demo);
    if (reading == m_reading)
        return;
    m_reading = reading;
    setAccessibleName(reading.accessibleName);
    const QString age = reading.age.isEmpty() ? tr("Live has not been heard.")
                                              : tr("Live was last heard %1 ago.").arg(reading.age);
    const QString sentence = report.sentence.isEmpty() ? age : report.sentence;
    setAccessibleDescription(sentence);
    setToolTip(sentence);
    setStatusTip(tr("%1. %2 Press to say where Live is.").arg(reading.word, sentence));
    update();
}

QSize ConnectionBadge::sizeHint() const
{
    return {m_theme.metrics().sceneWidth, m_theme.metrics().transportHeight - 16};
}

void ConnectionBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF box(rect());
    fillRounded(painter, box, measure::controlRadius,
        m_theme.color(underMouse() ? Role::Hover : Role::Control));

    const BadgeLook look = lookOf(m_reading.lamp);
    const QPointF corner(8, std::floor((box.height() - lampSide) / 2));
    fillRounded(painter, QRectF(corner, QSizeF(lampSide, lampSide)), measure::cellRadius,
        m_theme.color(look.ground));
    paintGlyph(painter, look.glyph, corner, lampSide,
        look.ink ? m_theme.color(*look.ink) : m_theme.inkOn(look.ground));

    const QRectF text = box.adjusted(wordLeft, 0, -ageRight, 0);
    paintText(painter, text, m_reading.age, m_theme.font(Type::Base), m_theme.color(Role::Text2),
        TextAlign::Right);
    const double room = text.width() - textWidth(m_reading.age, m_theme.font(Type::Base)) - 4;
    paintElided(painter, QRectF(text.topLeft(), QSizeF(room, text.height())), m_reading.word,
        m_theme.font(Type::Strong), m_theme.color(Role::Text));
}

} // namespace clipdeck

#include "moc_connectionbadge.cpp"
