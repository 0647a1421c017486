// SPDX-License-Identifier: GPL-3.0-or-later
// A painted button of the transport strip and the tab row: a glyph, an icon or a word on the control's ground.
#pragma once

#include "ui/theme/glyphs.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

#include <optional>

namespace clipdeck {

/// What is painted on a button: exactly one of these.
struct ButtonFace {
    std::optional<Glyph> glyph;
    std::optional<Icon> icon;
    QString word;

    static ButtonFace of(Glyph glyph) { return {glyph, std::nullopt, {}}; }
    static ButtonFace of(Icon icon) { return {std::nullopt, icon, {}}; }
    static ButtonFace of(const QString &word) { return {std::nullopt, std::nullopt, word}; }
};

/// Acts on pressed(), not on the release: a transport button must not wait for the finger to leave. Its checked state is
/// what Live has, so a click alone never changes it; set it with setChecked(). Return presses it, as Space belongs to play.
class StripButton : public QAbstractButton {
    Q_OBJECT
public:
    StripButton(ButtonFace face, const Theme &theme, QWidget *parent = nullptr);

    void setFace(ButtonFace face);
    /// The name for assistive technology, the sentence for tooltip and status bar, and a shortcut that is named in both.
    void describe(const QString &name, const QString &sentence, const QKeySequence &shortcut = {});
    /// The ground while checked, and the colour on it. Else the text's colour with ink on it.
    void setOnRoles(Role ground, Role ink);
    /// The face's colour at rest, if not that of text.
    void setRestRole(Role role);
    /// The ground at rest, if not that of a control.
    void setGroundRole(Role role);
    /// Paints the face half-way into its ground: between two beats of a metronome.
    void setDim(bool dim);
    /// Marks that Live has not confirmed the wish yet.
    void setPending(bool pending);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void nextCheckState() override { }

private:
    QColor groundColor() const;
    QColor faceColor() const;

    const Theme &m_theme;
    ButtonFace m_face;
    Role m_onGround = Role::Text;
    std::optional<Role> m_onInk;
    Role m_rest = Role::Text;
    Role m_ground = Role::Control;
    bool m_pending = false;
    bool m_dim = false;
};

} // namespace clipdeck
