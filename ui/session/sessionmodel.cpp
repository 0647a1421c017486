// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sessionmodel.h"

#include "ui/session/display/lamp.h"

#include <algorithm>
#include <utility>

namespace clipdeck {

namespace {

std::vector<TrackIndex> visibleTracks(const LiveSet &set)
{
    std::vector<TrackIndex> out;
    for (int t = 0; t < set.trackCount(); ++t) {
        if (set.track(TrackIndex(t))->isVisible)
            out.push_back(TrackIndex(t));
    }
    return out;
}

/// Levels, sends and meters change many times a second, and no header tells them.
bool showsInHeader(const FieldSet<TrackField> &fields)
{
    for (TrackField field : {TrackField::Name, TrackField::Color, TrackField::FoldState,
             TrackField::Arm, TrackField::PlayingSlotIndex, TrackField::FiredSlotIndex,
             TrackField::IsFoldable, TrackField::IsGrouped, TrackField::GroupTrack,
             TrackField::HasMidiInput, TrackField::HasAudioInput}) {
        if (fields.has(field))
            return true;
    }
    return false;
}

} // namespace

SessionModel::SessionModel(const LiveSet &set, std::function<qint64()> now, QObject *parent)
    : QAbstractTableModel(parent)
    , m_set(set)
    , m_now(std::move(now))
    , m_columns(visibleTracks(set))
    , m_rows(set.sceneCount())
{
    connect(&m_set, &LiveSet::changed, this, &SessionModel::onChanged);
}

int SessionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int SessionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

TrackIndex SessionModel::trackAt(int column) const
{
    const bool inside = column >= 0 && column < columnCount();
    return inside ? m_columns[static_cast<std::size_t>(column)] : TrackIndex();
}

int SessionModel::columnOf(TrackIndex track) const
{
    const auto at = std::lower_bound(m_columns.begin(), m_columns.end(), track);
    return at != m_columns.end() && *at == track ? static_cast<int>(at - m_columns.begin()) : -1;
}

QVariant SessionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SlotId id = slotAt(index.column(), index.row());
    const Clip *clip = m_set.clip(id);
    switch (role) {
    case Qt::DisplayRole:
        return clip ? clip->name : QString();
    case Qt::AccessibleTextRole:
        return cellName(id);
    case SlotRole:
        return QVariant::fromValue(id);
    case StateRole:
        return static_cast<int>(readSlot(m_set, id, m_now()).state);
    case OverlayRole:
        return static_cast<int>(readSlot(m_set, id, m_now()).overlay);
    case ColorRole:
        return clip ? QVariant(clip->color) : QVariant();
    default:
        return {};
    }
}

QVariant SessionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal) {
        const Track *track = m_set.track(trackAt(section));
        if (!track)
            return {};
        if (role == Qt::DisplayRole)
            return track->name;
        if (role == Qt::AccessibleTextRole)
            return trackName(trackAt(section));
        return role == ColorRole ? QVariant(track->color) : QVariant();
    }
    const Scene *scene = m_set.scene(SceneIndex(section));
    if (!scene)
        return {};
    if (role == Qt::DisplayRole)
        return scene->name;
    if (role == Qt::AccessibleTextRole)
        return sceneName(SceneIndex(section));
    return role == ColorRole && scene->color ? QVariant(*scene->color) : QVariant();
}

QString SessionModel::cellName(SlotId id) const
{
    const Track *track = m_set.track(id.track);
    if (!track)
        return {};
    const SlotReading reading = readSlot(m_set, id, m_now());
    const QString where = tr("%1, scene %2: ").arg(track->name).arg(id.scene.value + 1);
    const QString state = stateName(reading);
    const Clip *clip = m_set.clip(id);
    if (clip)
        return where + tr("%1, %2").arg(clip->name, state);
    if (!isEmptyState(reading.state))
        return where + tr("%1, %2").arg(tr("group"), state);
    const bool wished
        = reading.overlay != SlotOverlay::None && reading.overlay != SlotOverlay::Stale;
    return where + (wished ? tr("empty, %1").arg(state) : state);
}

QString SessionModel::trackName(TrackIndex track) const
{
    const Track *found = m_set.track(track);
    return found ? tr("Track %1").arg(found->name) : QString();
}

QString SessionModel::sceneName(SceneIndex scene) const
{
    const Scene *found = m_set.scene(scene);
    return found ? tr("Scene %1: %2").arg(scene.value + 1).arg(found->name) : QString();
}

QString SessionModel::placeName(Place place) const
{
    switch (place.area) {
    case Area::Header:
        return trackName(trackAt(place.column));
    case Area::Slot:
        return cellName(slotAt(place.column, place.row));
    case Area::Scene:
        return sceneName(SceneIndex(place.row));
    case Area::Stop:
        return tr("Stop %1").arg(
            headerData(place.column, Qt::Horizontal, Qt::DisplayRole).toString());
    case Area::StopAll:
        return tr("Stop all clips");
    default:
        return {};
    }
}

void SessionModel::onChanged(const Changes &changes)
{
    if (changes.structure || m_rows != m_set.sceneCount() || m_columns != visibleTracks(m_set)) {
        reset();
        return;
    }
    announceTracks(changes);
    for (const auto &[scene, fields] : changes.scenes)
        Q_EMIT headerDataChanged(Qt::Vertical, scene.value, scene.value);
    announceSlots(changes);
}

void SessionModel::reset()
{
    beginResetModel();
    m_columns = visibleTracks(m_set);
    m_rows = m_set.sceneCount();
    endResetModel();
}

void SessionModel::announceTracks(const Changes &changes)
{
    for (const auto &[track, fields] : changes.tracks) {
        const int column = columnOf(track);
        if (column >= 0 && showsInHeader(fields))
            Q_EMIT headerDataChanged(Qt::Horizontal, column, column);
        const bool changesSlots = fields.has(TrackField::PlayingSlotIndex)
            || fields.has(TrackField::FiredSlotIndex) || fields.has(TrackField::Arm)
            || fields.has(TrackField::Name);
        if (changesSlots)
            announceColumn(track);
    }
    for (const Target &target : changes.wishes) {
        if (target.is<TrackStop, TrackProperty>()) {
            const int column = columnOf(*target.ownerTrack());
            if (column >= 0)
                Q_EMIT headerDataChanged(Qt::Horizontal, column, column);
        }
        if (target.is<SceneLaunch, SceneProperty>()) {
            const int row = target.ownerScene()->value;
            if (row >= 0 && row < m_rows)
                Q_EMIT headerDataChanged(Qt::Vertical, row, row);
        }
    }
}

void SessionModel::announceSlots(const Changes &changes)
{
    for (const auto &[slot, fields] : changes.slotFields)
        announceSlot(slot);
    for (const auto &[slot, fields] : changes.clips) {
        FieldSet<ClipField> onlyPosition;
        onlyPosition.add(ClipField::PlayingPosition);
        if (fields != onlyPosition) // the view's clock shows those
            announceSlot(slot);
    }
    for (const Target &target : changes.wishes) {
        if (const std::optional<SlotId> slot = target.ownerSlot())
            announceSlot(*slot);
    }
}

// A group's slots show what its children do, so they change with them.
void SessionModel::announceColumn(TrackIndex track)
{
    for (std::optional<int> at = track.value; at;) {
        const int column = columnOf(TrackIndex(*at));
        if (column >= 0 && m_rows > 0)
            Q_EMIT dataChanged(index(0, column), index(m_rows - 1, column));
        const Track *found = m_set.track(TrackIndex(*at));
        at = found ? found->groupTrack : std::nullopt;
    }
}

void SessionModel::announceSlot(SlotId id)
{
    for (std::optional<int> at = id.track.value; at;) {
        const int column = columnOf(TrackIndex(*at));
        if (column >= 0 && id.scene.value >= 0 && id.scene.value < m_rows) {
            const QModelIndex cell = index(id.scene.value, column);
            Q_EMIT dataChanged(cell, cell);
        }
        const Track *found = m_set.track(TrackIndex(*at));
        at = found ? found->groupTrack : std::nullopt;
    }
}

} // namespace clipdeck

#include "moc_sessionmodel.cpp"
