// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/readoutstrip.h"

#include "core/commands/commands.h"
#include "core/live/quantization.h"
#include "ui/theme/paint.h"
#include "ui/transport/positionview.h"
#include "ui/transport/readoutcombo.h"
#include "ui/transport/signaturebox.h"
#include "ui/transport/songwish.h"
#include "ui/transport/tempobox.h"
#include "ui/widgets/stripbutton.h"

#include <QPainter>

namespace clipdeck {

namespace {

void describe(QWidget *widget, const QString &name, const QString &sentence)
{
    widget->setAccessibleName(name);
    widget->setToolTip(sentence);
    widget->setStatusTip(sentence);
}

} // namespace

ReadoutStrip::ReadoutStrip(const TransportContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    addTempo();
    addTap();
    m_signature = new SignatureBox(context.set, context.commands, context.theme, this);
    add(ReadoutPart::Signature, m_signature);
    addQuantizations();
    add(ReadoutPart::Position,
        new PositionView(context.set, context.clock, context.now, context.theme, this));
    fitInto(layOutReadouts(0).width);
}

QStringList ReadoutStrip::launchNames()
{
    QStringList names;
    for (int value = 0; value < quantizationCount; ++value)
        names << quantizationName(value);
    return names;
}

// Live counts them so (Live Object Model, Song.RecordingQuantization).
QStringList ReadoutStrip::recordNames()
{
    return {tr("None"), QStringLiteral("1/4"), QStringLiteral("1/8"), QStringLiteral("1/8T"),
        QStringLiteral("1/8+T"), QStringLiteral("1/16"), QStringLiteral("1/16T"),
        QStringLiteral("1/16+T"), QStringLiteral("1/32")};
}

void ReadoutStrip::add(ReadoutPart part, QWidget *widget)
{
    m_parts[static_cast<std::size_t>(part)] = widget;
}

void ReadoutStrip::fitInto(int room)
{
    m_layout = readoutsThatFit(room);
    setFixedSize(m_layout.width, ReadoutLayout::height);
    for (int i = 0; i < readoutParts; ++i) {
        QWidget *part = m_parts[static_cast<std::size_t>(i)];
        const QRect box = m_layout.box(static_cast<ReadoutPart>(i));
        part->setVisible(!box.isEmpty());
        if (!box.isEmpty())
            part->setGeometry(box);
    }
    update();
}

void ReadoutStrip::addTempo()
{
    m_tempo = new TempoBox(m_context.set, m_context.commands, m_context.theme, this);
    add(ReadoutPart::Tempo, m_tempo);
    describe(
        m_tempo, tr("Tempo"), tr("Tempo: drag up or down, Shift is fine; double-click to type"));
}

void ReadoutStrip::addTap()
{
    auto *tap = new StripButton(ButtonFace::of(tr("Tap")), m_context.theme, this);
    add(ReadoutPart::Tap, tap);
    tap->describe(
        tr("Tap tempo"), tr("Tap tempo: tap the beat three times or more and Live follows"));
    connect(tap, &StripButton::pressed, this, &ReadoutStrip::tapped);
}

void ReadoutStrip::addQuantizations()
{
    m_launch = new ReadoutCombo(SongField::ClipTriggerQuantization, tr("Launch at"), launchNames(),
        m_context.set, m_context.commands, m_context.theme, this);
    add(ReadoutPart::Launch, m_launch);
    describe(m_launch, tr("Launch quantization"),
        tr("Launch quantization: clips begin at the next line of this grid"));
    m_record = new ReadoutCombo(SongField::MidiRecordingQuantization, tr("Record to"),
        recordNames(), m_context.set, m_context.commands, m_context.theme, this);
    add(ReadoutPart::Record, m_record);
    describe(m_record, tr("Record quantization"),
        tr("Record quantization: recorded notes move to this grid"));
}

void ReadoutStrip::tapped()
{
    if (const std::optional<double> bpm = m_taps.tap(m_context.now()))
        m_context.commands.requestSong(SongField::Tempo, *bpm);
}

void ReadoutStrip::refreshPending()
{
    const qint64 now = m_context.now();
    m_tempo->setPending(isPending(m_context.set, SongField::Tempo, now));
    m_signature->setPending(isPending(m_context.set, SongField::SignatureNumerator, now)
        || isPending(m_context.set, SongField::SignatureDenominator, now));
    m_launch->setPending(isPending(m_context.set, SongField::ClipTriggerQuantization, now));
    m_record->setPending(isPending(m_context.set, SongField::MidiRecordingQuantization, now));
}

void ReadoutStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    fillRounded(painter, rect(), measure::controlRadius, m_context.theme.color(Role::Field));
    for (int x : m_layout.separators)
        painter.fillRect(x, 6, 1, 28, m_context.theme.color(Role::Line));
}

} // namespace clipdeck

#include "moc_readoutstrip.cpp"
