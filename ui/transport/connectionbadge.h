// SPDX-License-Identifier: GPL-3.0-or-later
// The badge that tells how we stand with Live.
#pragma once

#include "ui/transport/badgereading.h"
#include "ui/widgets/stripbutton.h"

namespace clipdeck {

/// A lamp, a word and the age of Live's last word. A press asks for the connection's settings.
class ConnectionBadge : public StripButton {
    Q_OBJECT
public:
    explicit ConnectionBadge(const Theme &theme, QWidget *parent = nullptr);

    /// `demo`: it is the built-in stand-in that answers.
    void setReport(const ConnectionReport &report, bool demo);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    BadgeReading m_reading;
};

} // namespace clipdeck
