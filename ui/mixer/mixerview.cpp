// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mixer/mixerview.h"

#include "core/commands/commands.h"
#include "core/live/levels.h"
#include "ui/mixer/mixeraccessible.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inlineedit.h"

#include <algorithm>

namespace clipdeck {

namespace {

constexpr int pendingPollMs = 100;

/// The fields that a strip shows, besides its meter.
constexpr std::array shownFields{TrackField::Name, TrackField::IsFoldable, TrackField::CanBeArmed,
    TrackField::Mute, TrackField::Solo, TrackField::Arm, TrackField::Volume, TrackField::Panning,
    TrackField::Sends, TrackField::CurrentMonitoringState};

bool isStripWish(const Target &target)
{
    return target.is<TrackProperty, SendLevel>();
}

} // namespace

MixerView::MixerView(const MixerContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_editor(new InlineEdit(this))
{
    installMixerAccessibility();
    setAccessibleName(tr("Mixer"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_AcceptTouchEvents);
    m_pendingTimer.setInterval(pendingPollMs);
    m_editor->setAlignment(Qt::AlignRight);
    connect(m_editor, &InlineEdit::entered, this, [this](const QString &text) {
        if (const std::optional<double> value = typedLevel(m_typed.control, text))
            setLevel(m_typed, *value);
    });
    connect(&m_pendingTimer, &QTimer::timeout, this, &MixerView::checkPending);
    m_longPress.setSingleShot(true);
    connect(&m_longPress, &QTimer::timeout, this, &MixerView::switchInput);
    connect(&context.set, &LiveSet::changed, this, &MixerView::onChanged);
    addKeys();
    countSends();
}

MixerView::~MixerView() = default;

QSize MixerView::sizeHint() const
{
    const Metrics &m = m_context.theme.metrics();
    return {8 * m.columnPitch, MixerLayout::heightOf(m)};
}

QSize MixerView::minimumSizeHint() const
{
    return {2 * m_context.theme.metrics().columnPitch, sizeHint().height()};
}

// Which track is where

void MixerView::follow(const SessionLayout &columns, const std::vector<TrackIndex> &tracks)
{
    if (tracks != m_tracks) {
        m_editor->close(false);
        m_grips.clear(); // what they held is elsewhere
        m_longPress.stop();
        m_hover = {};
        m_pressed = {};
    }
    m_tracks = tracks;
    m_editor->close(true);
    m_layout = MixerLayout({columns, m_sends, m_firstSend});
    if (!m_layout.strip(m_focus.column).isValid())
        m_focus = {};
    wantMeters();
    run();
    update();
}

void MixerView::relayout()
{
    m_layout = MixerLayout({m_layout.input().columns, m_sends, m_firstSend});
    m_firstSend = m_layout.input().firstSend;
    update();
}

void MixerView::countSends()
{
    std::size_t sends = 0;
    for (const Track &track : m_context.set.tracks())
        sends = std::max(sends, track.sends.size());
    if (std::exchange(m_sends, static_cast<int>(sends)) != m_sends)
        relayout();
}

TrackIndex MixerView::trackAt(int column) const
{
    const auto place = static_cast<std::size_t>(column);
    return column >= 0 && place < m_tracks.size() ? m_tracks[place] : TrackIndex();
}

int MixerView::columnOf(TrackIndex track) const
{
    // Columns are in the order of tracks.
    const auto found = std::lower_bound(m_tracks.begin(), m_tracks.end(), track);
    return found != m_tracks.end() && *found == track ? static_cast<int>(found - m_tracks.begin())
                                                      : -1;
}

void MixerView::setSelected(TrackIndex track, std::set<TrackIndex> all)
{
    m_selected = track;
    m_allSelected = std::move(all);
}

StripReading MixerView::reading(int column) const
{
    StripReading out = readStrip(m_context.set, trackAt(column), m_context.now());
    if (const Fade *fade = m_context.commands.fades().of(trackAt(column)))
        out.fade = readFade(*fade, m_context.now());
    for (const auto &[finger, grip] : m_grips) {
        const StripPart part = grip.part();
        if (part.column != column || !grip.hasMoved())
            continue;
        LevelReading &level = part.control == StripControl::Volume ? out.volume
            : part.control == StripControl::Pan                    ? out.pan
                                                : out.sends.at(static_cast<std::size_t>(part.send));
        level.wish = grip.value();
        level.isHeld = true;
    }
    return out;
}

QString MixerView::meterText(int column) const
{
    const StereoLook look = m_meters.look(trackAt(column), m_context.now());
    const double level = std::max(look[0].level, look[1].level);
    const double peak = std::max(look[0].peak, look[1].peak);
    const QString text
        = tr("%1 dB, peak %2 dB")
              .arg(decibelsText(decibelsOfVolume(level)), decibelsText(decibelsOfVolume(peak)));
    return look[0].clipped || look[1].clipped ? tr("%1, clipped").arg(text) : text;
}

// Live's news

void MixerView::onChanged(const Changes &changes)
{
    if (changes.structure) {
        m_editor->close(false);
        m_grips.clear();
        m_longPress.stop();
        m_meters.clear();
        countSends();
        update();
        return;
    }
    for (const auto &[track, fields] : changes.tracks)
        onTrack(track, fields);
    for (const Target &target : changes.wishes) {
        if (isStripWish(target))
            updateTrack(*target.ownerTrack());
    }
    const auto &wishes = m_context.set.wishes();
    const bool waiting = std::any_of(
        wishes.begin(), wishes.end(), [](const auto &entry) { return isStripWish(entry.first); });
    if (waiting != m_pendingTimer.isActive())
        waiting ? m_pendingTimer.start() : m_pendingTimer.stop();
}

void MixerView::onTrack(TrackIndex track, FieldSet<TrackField> fields)
{
    if (fields.has(TrackField::Sends))
        countSends();
    const bool strip = std::any_of(shownFields.begin(), shownFields.end(),
        [&](TrackField field) { return fields.has(field); });
    if (strip) {
        updateTrack(track);
        tellChanged(columnOf(track), fields);
    }
    if (fields.has(TrackField::OutputMeterLevel) || fields.has(TrackField::OutputMeterLeft)
        || fields.has(TrackField::OutputMeterRight))
        hearMeter(track);
}

// To assistive technology.
void MixerView::tellChanged(int column, FieldSet<TrackField> fields)
{
    if (column < 0)
        return;
    for (StripControl control : {StripControl::Volume, StripControl::Pan, StripControl::Mute,
             StripControl::Solo, StripControl::Arm}) {
        if (fields.has(fieldOf(control)))
            tellValue(*this, {control, column});
    }
    for (int send = 0; fields.has(TrackField::Sends) && send < m_sends; ++send)
        tellValue(*this, {StripControl::Send, column, send});
}

void MixerView::checkPending()
{
    for (const auto &[target, wish] : m_context.set.wishes()) {
        if (isStripWish(target))
            updateTrack(*target.ownerTrack());
    }
}

void MixerView::updateTrack(TrackIndex track)
{
    updateStrip(columnOf(track));
}

void MixerView::updateStrip(int column)
{
    const SessionLayout::Range range = m_layout.visible();
    if (column >= range.firstColumn && column < range.endColumn)
        update(m_layout.strip(column).adjusted(-2, -2, 2, 4).toAlignedRect());
}

void MixerView::showEvent(QShowEvent *)
{
    wantMeters();
    run();
}

void MixerView::hideEvent(QHideEvent *)
{
    wantMeters();
    m_frames.stop();
    m_editor->close(false);
    m_grips.clear();
    m_longPress.stop();
}

void MixerView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        m_texts.clear();
        updateGeometry();
        relayout();
    }
}

} // namespace clipdeck

#include "moc_mixerview.cpp"
