// SPDX-License-Identifier: GPL-3.0-or-later
// The song's time signature, shown.
#pragma once

#include "core/live/liveset.h"

#include <QWidget>

namespace clipdeck {

class Theme;

class SignatureView : public QWidget {
    Q_OBJECT
public:
    SignatureView(const LiveSet &set, const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(const Changes &changes);
    void refresh();

    const LiveSet &m_set;
    const Theme &m_theme;
    QString m_text;
};

} // namespace clipdeck
