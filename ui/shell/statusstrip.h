// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the window's foot: a hint for what is under the pointer, a refusal when there is one, and the mirror's state.
#pragma once

#include <QTimer>
#include <QWidget>

namespace clipdeck {

class Theme;

/// A refusal stays for some seconds whatever the pointer does; then hints are shown again.
class StatusStrip : public QWidget {
    Q_OBJECT
public:
    explicit StatusStrip(const Theme &theme, QWidget *parent = nullptr);

    void setHint(const QString &hint);
    /// Something the user wished for did not come to be: why, in a sentence.
    void showRefusal(const QString &reason);
    /// At the right: how far and how fresh the mirror is.
    void setMirror(const QString &text);

    /// What stands at the left now.
    QString text() const;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    const Theme &m_theme;
    QString m_hint;
    QString m_refusal;
    QString m_mirror;
    QTimer m_refusalEnds;
};

/// "Mirror 0.3 s old", "Reading the set", "No mirror yet". `replyAgeMs` since Live's last word, -1 never.
QString mirrorText(bool hasTracks, bool complete, qint64 replyAgeMs);

} // namespace clipdeck
