// SPDX-License-Identifier: GPL-3.0-or-later
// The strip at the top of the window: what the song does, and how we stand with Live.
#pragma once

#include "core/abletonosc/connectionstate.h"
#include "core/live/liveset.h"
#include "ui/transport/transportcontext.h"
#include "ui/transport/transportitem.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace clipdeck {

class ConnectionBadge;
class CpuView;
class MoreMenu;
class ReadoutStrip;
class SongToggle;
class StripButton;

/// Every control shows the mirror, or the user's wish while one is on its way, and calls Commands. While nothing answers
/// the controls are off and show dashes.
class TransportBar : public QWidget {
    Q_OBJECT
public:
    explicit TransportBar(const TransportContext &context, QWidget *parent = nullptr);

    /// `demo`: it is the built-in stand-in that answers.
    void setConnection(const ConnectionReport &report, bool demo);

    /// Where the badge ends: the scene column's right edge, in px from the strip's left.
    void setEnd(int x);
    /// A field that takes the room between the buttons and the menu, where there is enough of it.
    void setFinder(QWidget *finder);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void connectionSettingsRequested();
    /// The window's menu is wanted at this global position.
    void menuRequested(const QPoint &at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int iconWidth = 38;
    static constexpr int gap = 2;

    void addPlaying(QHBoxLayout &row);
    void addSwitches(QHBoxLayout &row);
    void addHistory(QHBoxLayout &row);
    void addItems(QHBoxLayout &row);
    void addItem(QHBoxLayout &row, const TransportItem &item);
    void addMore(QHBoxLayout &row);
    void addEnd(QHBoxLayout &row);
    void addKeys();
    StripButton *add(QHBoxLayout &row, StripButton *button, int width);
    SongToggle *addToggle(QHBoxLayout &row, SongToggle *toggle, SongField field, int width);
    void togglePlaying();
    void follow(const Changes &changes);
    void refresh();
    void refreshItems(bool live);
    void refreshPending();
    void fit();
    void fold();

    struct Watched {
        SongField field;
        StripButton *button;
    };
    /// One that may fold into the menu.
    struct Folding {
        const TransportItem *item;
        QAction *action;
        StripButton *button;
        int width;
    };

    TransportContext m_context;
    bool m_answered = false;
    bool m_fitting = false;
    bool m_fitAgain = false;
    int m_coreWidth = 0; ///< Of what never folds, the read-outs left out
    StripButton *m_play = nullptr;
    StripButton *m_undo = nullptr;
    StripButton *m_redo = nullptr;
    std::vector<Folding> m_items;
    CpuView *m_cpu = nullptr;
    StripButton *m_more = nullptr;
    MoreMenu *m_moreMenu = nullptr;
    ReadoutStrip *m_readouts = nullptr;
    QWidget *m_finder = nullptr;
    int m_finderAt = 0; ///< In the row
    ConnectionBadge *m_badge = nullptr;
    std::vector<StripButton *> m_songButtons; ///< All that need Live
    std::vector<Watched> m_watched; ///< Those that show whether Live owes an answer
    QTimer m_pendingTimer; ///< Runs only while a wish is on its way
};

} // namespace clipdeck
