// SPDX-License-Identifier: GPL-3.0-or-later
// What a mixer strip is asked, beyond its single properties.
#include "core/abletonosc/endpoint.h"
#include "core/commands/commandqueue.h"
#include "core/commands/commands.h"
#include "core/commands/stripswitch.h"
#include "core/commands/valuerules.h"

#include <algorithm>

namespace clipdeck {

void Commands::requestStripSwitch(
    const std::vector<TrackIndex> &tracks, TrackField field, bool isExclusive)
{
    const std::vector<SwitchWrite> writes = stripSwitch(m_set, tracks, field, isExclusive);
    if (writes.empty() && !tracks.empty())
        requestTrack(tracks.front(), field, true); // tells why it can't be
    for (const SwitchWrite &write : writes)
        requestTrack(write.track, field, write.on);
}

void Commands::requestFadeOut(TrackIndex track, double seconds)
{
    m_fades.fadeOut(track, seconds);
}

void Commands::requestFadeIn(SlotId slot, double seconds)
{
    m_fades.fadeIn(slot, seconds);
}

void Commands::requestSend(TrackIndex track, SendIndex send, double value)
{
    const Target target = Target::send(track, send);
    const Track *owner = m_set.track(track);
    const auto sends = owner ? static_cast<int>(owner->sends.size()) : 0;
    const bool isThere = send.isValid() && send.value < sends;
    const QString complaint
        = isThere ? ValueRules::complaintAboutSend(value) : tr("There is no such send.");
    if (!complaint.isEmpty()) {
        m_queue.refuse(target, complaint);
        return;
    }
    const double wanted = std::clamp(value, 0.0, 1.0); // of a float's rounding
    OscMessage message{QStringLiteral("/live/track/set/send"),
        {qint32(track.value), qint32(send.value), static_cast<float>(wanted)}};
    m_queue.request(target, wanted, {std::move(message)});
}

void Commands::requestTrackDuplicate(TrackIndex track)
{
    if (m_set.track(track))
        m_queue.requestPlain({callMessage(ObjectKind::Song, {track.value}, "duplicate_track")});
}

void Commands::requestTrackDelete(TrackIndex track)
{
    if (!m_set.track(track))
        return;
    if (m_set.trackCount() == 1) {
        Q_EMIT refused({}, tr("Live keeps its last track."));
        return;
    }
    m_queue.requestPlain({callMessage(ObjectKind::Song, {track.value}, "delete_track")});
}

void Commands::requestTrackInsert(TrackKind kind, TrackIndex place)
{
    const int index = m_set.track(place) ? place.value : -1; // −1: at the end (Live Object Model)
    const char *method = kind == TrackKind::Audio ? "create_audio_track" : "create_midi_track";
    m_queue.requestPlain({callMessage(ObjectKind::Song, {index}, method)});
}

} // namespace clipdeck
