// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clip/clippage.h"

#include "core/commands/commands.h"
#include "ui/clip/clipheader.h"
#include "ui/theme/theme.h"
#include "ui/widgets/stripbutton.h"
#include "ui/widgets/valuefield.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int pageMargin = 8;
constexpr int columnGap = 16;
constexpr int buttonHeight = 26;

} // namespace

ClipPage::ClipPage(LiveSet &set, Commands &commands, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_set(set)
    , m_commands(commands)
    , m_theme(theme)
    , m_header(new ClipHeader(theme, this))
    , m_body(new QWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, pageMargin);
    column->setSpacing(pageMargin);
    column->addWidget(m_header);
    column->addWidget(m_body);
    column->addStretch(1);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(pageMargin);
    addFields(*body);
    addLength(*body);
    connect(&set, &LiveSet::changed, this, &ClipPage::follow);
    refresh();
}

void ClipPage::addFields(QVBoxLayout &column)
{
    m_start = new ValueField(tr("Start"), m_theme, m_body);
    m_end = new ValueField(tr("End"), m_theme, this);
    m_loopStart = new ValueField(tr("Loop at"), m_theme, this);
    m_loopEnd = new ValueField(tr("Loop end"), m_theme, this);
    m_length = new ValueField(tr("Length"), m_theme, this);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(columnGap);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_start, 0, 0);
    grid->addWidget(m_end, 0, 1);
    grid->addWidget(m_loopStart, 1, 0);
    grid->addWidget(m_loopEnd, 1, 1);
    grid->addWidget(m_length, 2, 0);
    grid->setColumnStretch(2, 1);
    column.addLayout(grid);
}

void ClipPage::addLength(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2);
    m_loop = addButton(*row, tr("Loop"), tr("Loop"), tr("Loop: the clip begins again at its end"));
    m_loop->setCheckable(true);
    connect(m_loop, &StripButton::pressed, this, &ClipPage::toggleLoop);
    row->addSpacing(6);
    addLengthButton(*row, tr("÷ 2"), tr("Half the length"), 0.5, 0);
    addLengthButton(*row, tr("× 2"), tr("Double the length"), 2.0, 0);
    addLengthButton(*row, tr("− 1 bar"), tr("A bar shorter"), 1.0, -1);
    addLengthButton(*row, tr("+ 1 bar"), tr("A bar longer"), 1.0, 1);
    row->addStretch(1);
    column.addLayout(row);
}

StripButton *ClipPage::addButton(
    QHBoxLayout &row, const QString &word, const QString &name, const QString &sentence)
{
    auto *button = new StripButton(ButtonFace::of(word), m_theme, this);
    button->describe(name, sentence);
    button->setFixedSize(std::max(48, button->sizeHint().width()),
        std::max(buttonHeight, m_theme.metrics().leastTarget));
    row.addWidget(button);
    return button;
}

void ClipPage::addLengthButton(
    QHBoxLayout &row, const QString &word, const QString &name, double factor, double bars)
{
    StripButton *button = addButton(
        row, word, name, tr("%1: the right end moves, as by dragging the clip's edge").arg(name));
    connect(button, &StripButton::pressed, this, [this, factor, bars] {
        m_commands.requestClipLength(m_slot, m_reading.span * factor + m_reading.bar * bars);
    });
}

void ClipPage::toggleLoop()
{
    m_commands.requestClip(m_slot, ClipField::Looping, !m_reading.looping);
}

void ClipPage::setSlot(SlotId slot)
{
    m_slot = slot;
    refresh();
}

void ClipPage::follow(const Changes &changes)
{
    const auto isOurs = [this](const Target &target) {
        return target.is<ClipProperty>() && target.ownerSlot() == m_slot;
    };
    if (changes.structure || changes.clips.contains(m_slot) || changes.slotFields.contains(m_slot)
        || changes.tracks.contains(m_slot.track)
        || std::any_of(changes.wishes.begin(), changes.wishes.end(), isOurs))
        refresh();
}

void ClipPage::refresh()
{
    const ClipReading reading = readClip(m_set, m_slot);
    m_header->setClip(reading);
    m_start->setValue(reading.start);
    m_end->setValue(reading.end);
    m_loopStart->setValue(reading.loopStart);
    m_loopEnd->setValue(reading.loopEnd);
    m_length->setValue(reading.length);
    m_length->setPending(reading.lengthPending);
    m_loop->setChecked(reading.looping);
    m_body->setVisible(reading.isClip);
    m_reading = reading;
}

} // namespace clipdeck

#include "moc_clippage.cpp"
