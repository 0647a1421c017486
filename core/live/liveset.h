// SPDX-License-Identifier: GPL-3.0-or-later
// The mirror: what Live has, as far as it told us, and the wishes it has not confirmed yet.
#pragma once

#include "core/live/changes.h"
#include "core/live/track.h"

#include <QObject>

#include <map>
#include <set>
#include <vector>

namespace clipdeck {

/// The one owner of the mirror's values. Lives on the event loop's thread.
///
/// `apply…` says what Live said and is for core/sync alone; `request`, `confirm` and `refuse` are for core/commands
/// alone; everybody may read. Differences pile up until publish(), which announces them in one signal.
/// Out-of-range ids are ignored by `apply…` and give null from the finders: a late answer about a track that is gone
/// is no error.
class LiveSet : public QObject {
    Q_OBJECT
public:
    explicit LiveSet(QObject *parent = nullptr);

    const Song &song() const { return m_song; }
    const Selection &selection() const { return m_selection; }
    int trackCount() const { return static_cast<int>(m_tracks.size()); }
    int sceneCount() const { return static_cast<int>(m_scenes.size()); }
    const std::vector<Track> &tracks() const { return m_tracks; }
    const std::vector<Scene> &scenes() const { return m_scenes; }
    const Track *track(TrackIndex index) const;
    const Scene *scene(SceneIndex index) const;
    const Slot *slot(SlotId id) const;
    const Clip *clip(SlotId id) const; ///< Null for an empty slot too
    const Device *device(DeviceId id) const;
    const Parameter *parameter(ParameterId id) const;

    /// True when every object has been read at least once since clear().
    bool isComplete() const { return m_complete; }
    /// True while Live is gone: what it last told stands here, and none of it can be trusted.
    bool isStale() const { return m_stale; }

    /// What Live has and can't tell (core/live/unknown.h). Elsewhere the value is what it was before, or blank.
    const std::set<Target> &unknowns() const { return m_unknowns; }
    bool isUnknown(const Target &target) const { return m_unknowns.contains(target); }

    /// The wish on a target, or null.
    const Wish *wish(const Target &target) const;
    const std::map<Target, Wish> &wishes() const { return m_wishes; }
    /// The value to show for a number or switch: the wish's while one is on its way, else `confirmed`.
    LiveValue shown(const Target &target, const LiveValue &confirmed) const;

    // What Live says.
    void clear(); ///< Another set, or no Live: nothing is known any more
    void applyStructure(int tracks, int scenes); ///< Grows with blanks, or cuts
    void applyComplete(bool complete);
    /// Live can't tell it. Every value that is applied is known from then on by itself.
    void applyUnknown(const Target &target, bool unknown);
    void applyStale(bool stale); ///< Announced as a change of structure: everything looks different
    void apply(SongField field, const LiveValue &value);
    void applyCuePoints(std::vector<CuePoint> cuePoints); ///< In any order
    void apply(SelectionField field, const LiveValue &value);
    void apply(TrackIndex track, TrackField field, const LiveValue &value);
    void applySends(TrackIndex track, const std::vector<double> &sends);
    void applySend(
        TrackIndex track, SendIndex send, double value); ///< Ignored where there is no such send
    void applyDevices(TrackIndex track, std::vector<Device> devices);
    void applyRoutingChoices(TrackIndex track, const RoutingChoices &choices);
    void apply(SceneIndex scene, SceneField field, const LiveValue &value);
    void apply(SlotId slot, SlotField field, const LiveValue &value);
    void applyHasClip(SlotId slot, bool hasClip); ///< True makes a blank clip where there was none
    /// Ignored where there is no clip.
    void apply(SlotId slot, ClipField field, const LiveValue &value);
    void applyNotes(SlotId slot, std::vector<Note> notes);
    void applyRead(SlotId slot, qint64 now); ///< Live told of all of this slot by now; silent
    void applyOverdue(SlotId slot, bool overdue);
    /// Another value: its text is unknown until it is applied.
    void applyParameter(ParameterId parameter, double value);
    void applyParameterText(ParameterId parameter, const QString &valueString);
    /// Tracks or scenes moved, came or went: for each new place, the old place of what is there now, or −1 for a blank.
    /// Wishes are forgotten: what they were about is elsewhere. So is what was unknown. So are parameters' texts, which may be another one's.
    void applyTrackOrder(const std::vector<int> &oldPlaces);
    void applySceneOrder(const std::vector<int> &oldPlaces);

    // What the user wants.
    void request(const Target &target, LiveValue value, qint64 now);
    void confirm(const Target &target); ///< Confirmed, or no longer wanted
    void refuse(const Target &target, const QString &reason, qint64 now);

    /// Announces what differs since the last call, if anything does, and then what those who heard of it have changed: at
    /// its end everything in the mirror has been announced.
    void publish();

Q_SIGNALS:
    /// One batch of differences. The mirror already has them.
    void changed(const clipdeck::Changes &changes);

private:
    void forgetWishes();
    void forgetUnknowns();
    Track *trackAt(TrackIndex index);
    Slot *slotAt(SlotId id);
    Parameter *parameterAt(ParameterId id);
    /// What changed first and went away later in the same batch is no change of the mirror as it stands.
    void dropVanished();

    Song m_song;
    Selection m_selection;
    std::vector<Track> m_tracks;
    std::vector<Scene> m_scenes;
    std::map<Target, Wish> m_wishes;
    std::set<Target> m_unknowns;
    Changes m_changes;
    bool m_complete = false;
    bool m_stale = false;
};

} // namespace clipdeck
