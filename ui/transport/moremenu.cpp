// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/moremenu.h"

#include "core/commands/commands.h"
#include "core/live/liveset.h"
#include "ui/transport/readoutstrip.h"
#include "ui/transport/signaturebox.h"
#include "ui/transport/songwish.h"
#include "ui/widgets/stripbutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QWidgetAction>

#include <array>

namespace clipdeck {

MoreMenu::MoreMenu(const TransportContext &context, QWidget *parent)
    : QMenu(parent)
    , m_context(context)
{
    setAccessibleName(tr("More of the transport"));
    connect(this, &QMenu::aboutToShow, this, &MoreMenu::fill);
}

void MoreMenu::fill()
{
    // Not clear(): it would delete what belongs to the strip.
    for (QAction *action : actions()) {
        removeAction(action);
        if (!m_folded.contains(action) && action->parent() == this)
            action->deleteLater();
    }
    for (ReadoutPart part : m_readouts)
        addReadout(part);
    addSeparator();
    addActions(m_folded);
    addSeparator();
    addNudge();
    addCues();
    addScale();
    addSeparator();
    const double load = m_context.set.song().averageProcessUsage;
    addAction(m_live ? tr("Live's CPU load: %1 %").arg(load, 0, 'f', 0)
                     : tr("Live's CPU load is not known"))
        ->setEnabled(false);
}

void MoreMenu::addReadout(ReadoutPart part)
{
    switch (part) {
    case ReadoutPart::Launch:
        addChoices(tr("Launch quantization"), ReadoutStrip::launchNames(),
            SongField::ClipTriggerQuantization);
        break;
    case ReadoutPart::Record:
        addChoices(tr("Record quantization"), ReadoutStrip::recordNames(),
            SongField::MidiRecordingQuantization);
        break;
    case ReadoutPart::Signature:
        addSignature();
        break;
    case ReadoutPart::Tap:
        addTap();
        break;
    case ReadoutPart::Tempo:
    case ReadoutPart::Position:
        break; // always in the strip
    }
}

void MoreMenu::addChoices(const QString &title, const QStringList &names, SongField field)
{
    QMenu *choices = addMenu(title);
    choices->menuAction()->setParent(this);
    choices->setEnabled(m_live);
    const int current = static_cast<int>(numberOr(shownSong(m_context.set, field), -1.0));
    Commands *commands = &m_context.commands;
    for (int i = 0; i < names.size(); ++i) {
        QAction *action = choices->addAction(
            names.at(i), commands, [commands, field, i] { commands->requestSong(field, i); });
        action->setCheckable(true);
        action->setChecked(i == current);
    }
}

void MoreMenu::addRow(QWidget *holder)
{
    auto *action = new QWidgetAction(this);
    action->setDefaultWidget(holder);
    addAction(action);
}

// Tapped in the menu, which stays open.
void MoreMenu::addTap()
{
    auto *holder = new QWidget;
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(12, 2, 12, 2);
    row->addWidget(new QLabel(tr("Tap tempo"), holder));
    row->addStretch(1);
    auto *tap = new StripButton(ButtonFace::of(tr("Tap")), m_context.theme, holder);
    tap->describe(tr("Tap tempo"), tr("Tap the beat three times or more and Live follows"));
    tap->setFixedSize(106, m_context.theme.metrics().buttonHeight + 4);
    tap->setEnabled(m_live);
    connect(tap, &StripButton::pressed, this, [this] {
        if (const std::optional<double> bpm = m_taps.tap(m_context.now()))
            m_context.commands.requestSong(SongField::Tempo, *bpm);
    });
    row->addWidget(tap);
    addRow(holder);
}

void MoreMenu::addSignature()
{
    auto *holder = new QWidget;
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(12, 2, 12, 2);
    auto *box = new SignatureBox(m_context.set, m_context.commands, m_context.theme, holder);
    box->setFixedSize(64, ReadoutLayout::height);
    box->setEnabled(m_live);
    row->addWidget(box);
    row->addStretch(1);
    addRow(holder);
}

// Held, not clicked: the tempo goes back when the finger leaves.
void MoreMenu::addNudge()
{
    auto *holder = new QWidget;
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(12, 2, 12, 2);
    row->addWidget(new QLabel(tr("Nudge"), holder));
    row->addStretch(1);
    const auto add = [&](const QString &word, const QString &name, SongField field) {
        auto *button = new StripButton(ButtonFace::of(word), m_context.theme, holder);
        button->describe(name, tr("%1 while it is held").arg(name));
        button->setFixedSize(52, m_context.theme.metrics().buttonHeight + 4);
        button->setEnabled(m_live);
        Commands *commands = &m_context.commands;
        connect(button, &StripButton::pressed, commands,
            [commands, field] { commands->requestSong(field, true); });
        connect(button, &StripButton::released, commands,
            [commands, field] { commands->requestSong(field, false); });
        row->addWidget(button);
    };
    add(QStringLiteral("−"), tr("Nudge down"), SongField::NudgeDown);
    add(QStringLiteral("+"), tr("Nudge up"), SongField::NudgeUp);
    addRow(holder);
}

// The song's key; Live's own list of scales is longer, and what it does not know it refuses.
void MoreMenu::addScale()
{
    static constexpr std::array notes{
        "C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B"};
    static constexpr std::array scales{"Major", "Minor", "Dorian", "Mixolydian", "Lydian",
        "Phrygian", "Locrian", "Whole Tone", "Major Pentatonic", "Minor Pentatonic"};
    const int root = static_cast<int>(numberOr(shownSong(m_context.set, SongField::RootNote), 0));
    const QString name = m_context.set.song().scaleName;
    const QString key = QString::fromUtf8(notes.at(static_cast<std::size_t>(root) % notes.size()));
    QMenu *menu = addMenu(tr("Scale: %1 %2").arg(key, name));
    menu->menuAction()->setParent(this);
    menu->setEnabled(m_live);
    Commands *commands = &m_context.commands;
    const auto add = [&](const QString &text, bool current, SongField field, LiveValue value) {
        QAction *action = menu->addAction(text, commands,
            [commands, field, value = std::move(value)] { commands->requestSong(field, value); });
        action->setCheckable(true);
        action->setChecked(current);
    };
    for (int note = 0; note < static_cast<int>(notes.size()); ++note)
        add(QString::fromUtf8(notes.at(static_cast<std::size_t>(note))), note == root,
            SongField::RootNote, note);
    menu->addSeparator();
    for (const char *scale : scales)
        add(QString::fromLatin1(scale), name == QLatin1String(scale), SongField::ScaleName,
            QString::fromLatin1(scale));
}

void MoreMenu::addCues()
{
    QMenu *cues = addMenu(tr("Cue points"));
    cues->menuAction()->setParent(this);
    Commands *commands = &m_context.commands;
    const Song &song = m_context.set.song();
    cues->setEnabled(m_live && !song.cuePoints.empty());
    if (song.cuePoints.empty()) {
        cues->setTitle(tr("No cue points"));
        return;
    }
    cues->addAction(tr("Previous"), commands, [commands] { commands->requestCueStep(-1); });
    cues->addAction(tr("Next"), commands, [commands] { commands->requestCueStep(1); });
    cues->addSeparator();
    for (std::size_t i = 0; i < song.cuePoints.size(); ++i) {
        const CuePoint &cue = song.cuePoints[i];
        const QString place = positionText({cue.time}, song.signature());
        cues->addAction(QStringLiteral("%1   %2").arg(place, cue.name), commands,
            [commands, cue = static_cast<int>(i)] { commands->requestCue(cue); });
    }
}

} // namespace clipdeck

#include "moc_moremenu.cpp"
