// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/faderpaint.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fader.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr double grooveWidth = 8.0;
constexpr double grooveOver = 8.0; ///< How far the groove goes on beyond the throw
constexpr double tickReach = 34.0; ///< From the middle to a tick's outer end
constexpr int tickCount = 11;
constexpr int longTickEvery = 5;
constexpr int mostStepLines = 12; ///< More would be a grey field

class FaderPainter {
public:
    FaderPainter(QPainter &painter, const QSizeF &size, const FaderFace &face, const Theme &theme)
        : m_painter(painter)
        , m_size(size)
        , m_face(face)
        , m_theme(theme)
        , m_throw(faderThrow(size, theme.metrics().bankThumb))
    {
    }

    void ticks()
    {
        const double reach = std::min(tickReach, m_size.width() / 2.0 - 4.0);
        if (m_face.steps > 1 && m_face.steps <= mostStepLines) {
            for (int i = 0; i < m_face.steps; ++i)
                line(-reach, 2.0 * reach, double(i) / (m_face.steps - 1));
            return;
        }
        for (int i = 0; i < tickCount; ++i) {
            const double length = i % longTickEvery == 0 ? 12.0 : 6.0;
            const double position = double(i) / (tickCount - 1);
            line(-reach, length, position);
            line(reach - length, length, position);
        }
    }

    void groove()
    {
        fillRounded(m_painter,
            QRectF(m_throw.center - grooveWidth / 2.0, m_throw.top - grooveOver, grooveWidth,
                m_throw.length() + 2.0 * grooveOver),
            measure::controlRadius, m_theme.color(Role::Void));
    }

    void values()
    {
        if (m_face.live)
            fill(m_throw.at(*m_face.live), m_throw.bottom + grooveOver - 2.0, Role::Text2);
        if (!m_face.wish) {
            if (m_face.live)
                solidThumb(*m_face.live, Role::Text);
            return;
        }
        const double from = m_throw.at(m_face.live.value_or(0.0));
        const double to = m_throw.at(*m_face.wish);
        fill(std::min(from, to), std::max(from, to), Role::Own);
        if (m_face.live)
            hollowThumb(*m_face.live);
        if (m_face.isHeld)
            solidThumb(*m_face.wish, Role::Own);
        else
            waitingThumb(*m_face.wish);
    }

    void empty(bool isHovered)
    {
        const double middle = std::floor(m_size.height() / 2.0);
        const Role role = isHovered ? Role::Text : Role::Text2;
        paintIcon(m_painter, Icon::Plus,
            QRectF(std::floor(m_size.width() / 2.0) - 8.0, middle - 22.0, 16.0, 16.0),
            m_theme.color(isHovered ? Role::Text : Role::Text3));
        paintElided(m_painter, QRectF(4.0, middle, m_size.width() - 8.0, 18.0),
            QCoreApplication::translate("Fader", "Not mapped"), m_theme.font(Type::Base),
            m_theme.color(role), TextAlign::Center);
    }

    void gone()
    {
        hatch(m_painter, QRectF(QPointF(0.0, 0.0), m_size).adjusted(2.0, 0.0, -2.0, -2.0),
            m_theme.color(Role::Line), 8);
    }

private:
    void line(double from, double length, double position)
    {
        fillBox(m_painter, QRectF(m_throw.center + from, m_throw.at(position), length, 1.0),
            m_theme.color(Role::Edge));
    }
    void fill(double top, double bottom, Role role)
    {
        fillBox(m_painter,
            QRectF(m_throw.center - grooveWidth / 2.0, top, grooveWidth, bottom - top),
            m_theme.color(role));
    }
    QRectF thumbBox(double position) const
    {
        const QSizeF size(
            std::min<double>(m_theme.metrics().bankThumb.width(), m_size.width() - 8.0),
            m_theme.metrics().bankThumb.height());
        return {QPointF(std::floor(m_throw.center - size.width() / 2.0),
                    m_throw.at(position) - size.height() / 2.0),
            size};
    }
    void needle(const QRectF &box, double inset, Role role)
    {
        fillBox(m_painter,
            QRectF(box.left() + inset, box.center().y() - 1.0, box.width() - 2.0 * inset, 2.0),
            m_theme.color(role));
    }
    void solidThumb(double position, Role role)
    {
        const QRectF box = thumbBox(position);
        fillRounded(m_painter, box, measure::cellRadius, m_theme.color(role));
        m_painter.fillRect(QRectF(box.left() + 2.0, box.center().y() - 1.0, box.width() - 4.0, 2.0),
            m_theme.inkOn(role));
    }
    void hollowThumb(double position)
    {
        const QRectF box = thumbBox(position);
        fillRounded(m_painter, box, measure::controlRadius, m_theme.color(Role::Raised));
        strokeRounded(m_painter, box, measure::controlRadius, m_theme.color(Role::Text2), 2.0);
        needle(box, 6.0, Role::Text2);
    }
    /// Let go, and Live has not confirmed: dashed.
    void waitingThumb(double position)
    {
        const QRectF box = thumbBox(position);
        fillRounded(m_painter, box, measure::controlRadius, m_theme.color(Role::Raised));
        dashFrame(m_painter, box, 2, m_theme.color(Role::Own), {5, 3});
        needle(box, 6.0, Role::Own);
    }

    QPainter &m_painter;
    QSizeF m_size;
    const FaderFace &m_face;
    const Theme &m_theme;
    FaderThrow m_throw;
};

} // namespace

double FaderThrow::at(double position) const
{
    return std::round(bottom - position * length());
}

FaderThrow faderThrow(const QSizeF &size, const QSize &thumb)
{
    const double margin = thumb.height() / 2.0 + 4.0;
    const double bottom = std::max(margin + 1.0, std::floor(size.height()) - margin);
    return {std::floor(size.width() / 2.0), margin, bottom};
}

void paintFader(QPainter &painter, const QSizeF &size, const FaderFace &face, const Theme &theme,
    bool isHovered)
{
    FaderPainter fader(painter, size, face, theme);
    switch (face.kind) {
    case FaderFace::Kind::Empty:
        fader.empty(isHovered);
        return;
    case FaderFace::Kind::Gone:
        fader.gone();
        return;
    case FaderFace::Kind::Blank:
        fader.ticks();
        fader.groove();
        return;
    case FaderFace::Kind::Ready:
        fader.ticks();
        fader.groove();
        fader.values();
        return;
    }
}

} // namespace clipdeck
