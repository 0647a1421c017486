// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the window's foot: a hint for what is under the pointer, a refusal when there is one, and the mirror's state.
#pragma once

#include "ui/shell/traffichistory.h"

#include <QStringList>
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
    /// Left of that: what is asked of Live, against the most that is ever asked in one tick.
    void setTraffic(const TrafficHistory &history, int mostPerTick);
    /// At the far right: in how many values the mirror was wrong without a reason (core/sync/audit.h), of how many that
    /// were compared; with none compared nothing is shown.
    /// `unknown`: what Live has and can't tell, a sentence each.
    void setAudit(int compared, int divergences, const QStringList &unknown);

    /// What stands at the left now.
    QString text() const;

    QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    QString wordsAt(double x) const;
    double paintFigures(QPainter &painter, const QRectF &line);
    void paintBars(QPainter &painter, const QRectF &box) const;

    const Theme &m_theme;
    QString m_hint;
    QString m_refusal;
    QString m_mirror;
    TrafficHistory m_traffic;
    int m_mostPerTick = 0; ///< 0: not known, and not shown
    int m_audited = 0;
    QStringList m_unknown;
    int m_divergences = 0;
    double m_figuresLeft = 0; ///< As painted, for the tooltip
    double m_mirrorLeft = 0;
    double m_divergencesLeft = 0;
    QTimer m_refusalEnds;
};

/// "Mirror 0.3 s old", "Reading the set", "No mirror yet". `replyAgeMs` since Live's last word, -1 never.
QString mirrorText(bool hasTracks, bool complete, qint64 replyAgeMs);

} // namespace clipdeck
