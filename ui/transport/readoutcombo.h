// SPDX-License-Identifier: GPL-3.0-or-later
// A read-out of the transport strip that opens a list: launch quantization, record quantization.
#pragma once

#include "core/live/liveset.h"

#include <QComboBox>

namespace clipdeck {

class Commands;
class Theme;

/// Shows a song property that counts from 0 by the names of its values. A choice is a wish; the wheel does nothing, so that
/// a brush of the mouse never changes how the set launches.
class ReadoutCombo : public QComboBox {
    Q_OBJECT
public:
    ReadoutCombo(SongField field, const QString &label, const QStringList &names, LiveSet &set,
        Commands &commands, const Theme &theme, QWidget *parent = nullptr);

    void setPending(bool pending);

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void follow(const Changes &changes);

    SongField m_field;
    QString m_label;
    LiveSet &m_set;
    const Theme &m_theme;
    bool m_pending = false;
};

} // namespace clipdeck
