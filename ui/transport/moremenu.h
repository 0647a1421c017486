// SPDX-License-Identifier: GPL-3.0-or-later
// What of the transport has no room in the strip, and what is too seldom used for it.
#pragma once

#include "core/live/fields.h"
#include "ui/transport/readoutlayout.h"
#include "ui/transport/taptempo.h"
#include "ui/transport/transportcontext.h"

#include <QMenu>

namespace clipdeck {

/// The read-outs and actions that are given to it, then nudging, cue points and Live's CPU load. Filled anew whenever it opens.
class MoreMenu : public QMenu {
    Q_OBJECT
public:
    MoreMenu(const TransportContext &context, QWidget *parent);

    /// What is not in the strip now.
    void setFolded(const QList<QAction *> &actions) { m_folded = actions; }
    void setFoldedReadouts(const std::vector<ReadoutPart> &parts) { m_readouts = parts; }
    void setLive(bool live) { m_live = live; }

private:
    void fill();
    void addReadout(ReadoutPart part);
    void addChoices(const QString &title, const QStringList &names, SongField field);
    void addRow(QWidget *holder);
    void addTap();
    void addSignature();
    void addNudge();
    void addCues();
    void addScale();

    TransportContext m_context;
    QList<QAction *> m_folded;
    std::vector<ReadoutPart> m_readouts; ///< Folded
    TapTempo m_taps;
    bool m_live = false;
};

} // namespace clipdeck
