// SPDX-License-Identifier: GPL-3.0-or-later
// The panel's page for the selected clip: what it is, where it runs, and how long.
#pragma once

#include "ui/clip/clipreading.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace clipdeck {

class ClipHeader;
class Commands;
class StripButton;
class Theme;
class ValueField;

/// Follows the mirror; edits are wishes. Set, commands and theme outlive it.
class ClipPage : public QWidget {
    Q_OBJECT
public:
    ClipPage(LiveSet &set, Commands &commands, const Theme &theme, QWidget *parent = nullptr);

    void setSlot(SlotId slot);

private:
    void addFields(QVBoxLayout &column);
    void addLength(QVBoxLayout &column);
    StripButton *addButton(
        QHBoxLayout &row, const QString &word, const QString &name, const QString &sentence);
    void addLengthButton(
        QHBoxLayout &row, const QString &word, const QString &name, double factor, double bars);
    void toggleLoop();
    void follow(const Changes &changes);
    void refresh();

    LiveSet &m_set;
    Commands &m_commands;
    const Theme &m_theme;
    SlotId m_slot;
    ClipReading m_reading;
    ClipHeader *m_header = nullptr;
    QWidget *m_body = nullptr; ///< All that needs a clip
    ValueField *m_start = nullptr;
    ValueField *m_end = nullptr;
    ValueField *m_loopStart = nullptr;
    ValueField *m_loopEnd = nullptr;
    ValueField *m_length = nullptr;
    StripButton *m_loop = nullptr;
};

} // namespace clipdeck
