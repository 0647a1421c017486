// SPDX-License-Identifier: GPL-3.0-or-later
// What of the transport has no room in the strip, and what is too seldom used for it.
#pragma once

#include "ui/transport/transportcontext.h"

#include <QMenu>

namespace clipdeck {

/// The actions that are given to it, then nudging, cue points and Live's CPU load. Filled anew whenever it opens.
class MoreMenu : public QMenu {
    Q_OBJECT
public:
    MoreMenu(const TransportContext &context, QWidget *parent);

    /// What is not in the strip now.
    void setFolded(const QList<QAction *> &actions) { m_folded = actions; }
    void setLive(bool live) { m_live = live; }

private:
    void fill();
    void addNudge();
    void addCues();

    TransportContext m_context;
    QList<QAction *> m_folded;
    bool m_live = false;
};

} // namespace clipdeck
