// SPDX-License-Identifier: GPL-3.0-or-later
// A small window that stays on top of others: one count, large enough for the other end of the stage.
#pragma once

#include "ui/session/counter/counterreading.h"
#include "ui/theme/textcache.h"

#include <QTimer>
#include <QWidget>

namespace clipdeck {

class SessionView;
class Theme;

/// Counts what is left of the clip on the track that is selected in the view, and says what comes next. Grows with the
/// window. View and theme outlive it. GUI thread.
class CounterWindow : public QWidget {
    Q_OBJECT
public:
    CounterWindow(const SessionView &view, const Theme &theme, QWidget *parent = nullptr);

    const Counter &counter() const { return m_counter; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void closed(); ///< By the user

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void tick();
    void paintName(QPainter &painter, const QRectF &box);
    void paintCount(QPainter &painter, const QRectF &box);
    void paintBar(QPainter &painter, const QRectF &box);
    void paintNext(QPainter &painter, const QRectF &box);
    QFont scaled(Type type, double height) const;

    const SessionView &m_view;
    const Theme &m_theme;
    Counter m_counter;
    QTimer m_ticker;
};

} // namespace clipdeck
