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

constexpr QSize stripSize{586, 40};
constexpr QRect tempoBox{12, 0, 62, 40};
constexpr QRect tapBox{82, 5, 42, 30};
constexpr QRect signatureBox{148, 0, 56, 40};
constexpr QRect launchBox{222, 0, 70, 40};
constexpr QRect recordBox{312, 0, 80, 40};
constexpr QRect positionBox{412, 0, 162, 40};
constexpr int separators[]{136, 210, 300, 400};

QStringList launchNames()
{
    QStringList names;
    for (int value = 0; value < quantizationCount; ++value)
        names << quantizationName(value);
    return names;
}

/// song.midi_recording_quantization counts them so (Live Object Model, Song.RecordingQuantization).
QStringList recordNames()
{
    return {ReadoutStrip::tr("None"), QStringLiteral("1/4"), QStringLiteral("1/8"),
        QStringLiteral("1/8T"), QStringLiteral("1/8+T"), QStringLiteral("1/16"),
        QStringLiteral("1/16T"), QStringLiteral("1/16+T"), QStringLiteral("1/32")};
}

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
    setFixedSize(stripSize);
    addTempo();
    addTap();
    m_signature = new SignatureBox(context.set, context.commands, context.theme, this);
    m_signature->setGeometry(signatureBox);
    addQuantizations();
    auto *position = new PositionView(context.set, context.clock, context.now, context.theme, this);
    position->setGeometry(positionBox);
}

void ReadoutStrip::addTempo()
{
    m_tempo = new TempoBox(m_context.set, m_context.commands, m_context.theme, this);
    m_tempo->setGeometry(tempoBox);
    describe(
        m_tempo, tr("Tempo"), tr("Tempo: drag up or down, Shift is fine; double-click to type"));
}

void ReadoutStrip::addTap()
{
    auto *tap = new StripButton(ButtonFace::of(tr("Tap")), m_context.theme, this);
    tap->setGeometry(tapBox);
    tap->describe(
        tr("Tap tempo"), tr("Tap tempo: tap the beat three times or more and Live follows"));
    connect(tap, &StripButton::pressed, this, &ReadoutStrip::tapped);
}

void ReadoutStrip::addQuantizations()
{
    m_launch = new ReadoutCombo(SongField::ClipTriggerQuantization, tr("Launch at"), launchNames(),
        m_context.set, m_context.commands, m_context.theme, this);
    m_launch->setGeometry(launchBox);
    describe(m_launch, tr("Launch quantization"),
        tr("Launch quantization: clips begin at the next line of this grid"));
    m_record = new ReadoutCombo(SongField::MidiRecordingQuantization, tr("Record to"),
        recordNames(), m_context.set, m_context.commands, m_context.theme, this);
    m_record->setGeometry(recordBox);
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

QSize ReadoutStrip::sizeHint() const
{
    return stripSize;
}

void ReadoutStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    fillRounded(painter, rect(), measure::controlRadius, m_context.theme.color(Role::Field));
    for (int x : separators)
        painter.fillRect(x, 6, 1, 28, m_context.theme.color(Role::Line));
}

} // namespace clipdeck
