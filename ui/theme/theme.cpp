// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/stylesheet.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

namespace clipdeck {

namespace {

struct ColorRow {
    Role role;
    QRgb dark;
    QRgb light;
};

constexpr std::array<ColorRow, roleCount> table{{
    {Role::Void, 0x0C0B0A, 0xB4AFA5},
    {Role::Ground, 0x171613, 0xD3CFC7},
    {Role::Panel, 0x171613, 0xE4E1DA},
    {Role::TabBar, 0x1F1D1A, 0xD3CFC7},
    {Role::Raised, 0x1F1D1A, 0xE4E1DA},
    {Role::Control, 0x2D2A26, 0xF3F1EC},
    {Role::Hover, 0x3B3732, 0xFFFFFF},
    {Role::Field, 0x0C0B0A, 0xFFFFFF},
    {Role::Line, 0x35322D, 0xB9B4AA},
    {Role::Edge, 0x716B60, 0x767065},
    {Role::Mark, 0x6C665B, 0x777165},
    {Role::Text, 0xF2EEE6, 0x14120F},
    {Role::Text2, 0xB9B3A7, 0x46423A},
    {Role::Text3, 0x999387, 0x5A554B},
    {Role::LampOff, 0x171613, 0xF3F1EC},
    {Role::Play, 0x35D07A, 0x0A7F3F},
    {Role::PlayLow, 0x219A57, 0x2E9860},
    {Role::OnPlay, 0x000000, 0xFFFFFF},
    {Role::Rec, 0xFF5146, 0xD2291E},
    {Role::RecLow, 0xC43F36, 0xDB564D},
    {Role::OnRec, 0x000000, 0xFFFFFF},
    {Role::Armed, 0xB5443B, 0xBB5850},
    {Role::Solo, 0x55A8FF, 0x1B66C4},
    {Role::OnSolo, 0x000000, 0xFFFFFF},
    {Role::Mute, 0xFFB638, 0xF2AE2E},
    {Role::OnMute, 0x000000, 0x000000},
    {Role::Warn, 0xFFB638, 0x8F5B00},
    {Role::OnWarn, 0x000000, 0xFFFFFF},
    {Role::Own, 0xB9A3FF, 0x6440D0},
    {Role::OnOwn, 0x000000, 0xFFFFFF},
    {Role::Select, 0xFFFFFF, 0x14120F},
    {Role::Meter, 0x6F9C7F, 0x4F8A63},
    {Role::MeterHi, 0xE0AC4B, 0xC98A16},
}};

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    const auto set
        = [&](QPalette::ColorRole where, Role role) { palette.setColor(where, theme.color(role)); };
    set(QPalette::Window, Role::Raised);
    set(QPalette::WindowText, Role::Text);
    set(QPalette::Base, Role::Field);
    set(QPalette::AlternateBase, Role::Raised);
    set(QPalette::Text, Role::Text);
    set(QPalette::Button, Role::Control);
    set(QPalette::ButtonText, Role::Text);
    set(QPalette::BrightText, Role::Rec);
    set(QPalette::PlaceholderText, Role::Text3);
    set(QPalette::Highlight, Role::Text);
    palette.setColor(QPalette::HighlightedText, theme.inkOn(Role::Text));
    set(QPalette::ToolTipBase, Role::Text);
    palette.setColor(QPalette::ToolTipText, theme.inkOn(Role::Text));
    set(QPalette::Link, Role::Text);
    set(QPalette::LinkVisited, Role::Text2);
    set(QPalette::Light, Role::Hover);
    set(QPalette::Midlight, Role::Control);
    set(QPalette::Mid, Role::Line);
    set(QPalette::Dark, Role::Line);
    set(QPalette::Shadow, Role::Void);
    for (QPalette::ColorRole where : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, where, theme.color(Role::Text3));
    return palette;
}

} // namespace

Theme::Theme(Kind kind, Density density, MotionSetting motion)
    : m_kind(kind)
    , m_density(density)
    , m_motion(motion)
{
    for (const ColorRow &row : table) {
        const QRgb color = kind == Kind::Dark ? row.dark : row.light;
        m_colors[static_cast<std::size_t>(row.role)] = 0xFF000000 | color;
    }
    for (int type = 0; type < typeCount; ++type)
        m_fonts[static_cast<std::size_t>(type)] = fontOf(static_cast<Type>(type), density);
}

const ClipColors &Theme::clip(int color) const
{
    const auto found = m_clips.constFind(color);
    if (found != m_clips.constEnd())
        return *found;
    const ClipGround ground{rgb(Role::Ground), rgb(Role::Text), rgb(Role::LampOff), isDark()};
    return *m_clips.insert(color, clipColors(static_cast<QRgb>(color), ground));
}

void Theme::applyTo(QApplication &app) const
{
    loadFonts();
    if (app.style()->name() != QLatin1String("fusion"))
        app.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    app.setPalette(paletteOf(*this));
    QToolTip::setPalette(paletteOf(*this));
    app.setFont(font(Type::Base));
    app.setStyleSheet(styleSheet(*this, paintStyleImages(*this, app)));
}

} // namespace clipdeck
