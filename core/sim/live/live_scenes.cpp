// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Live that adds, removes and copies scenes.
#include "core/sim/live/error.h"
#include "core/sim/live/live.h"
#include "core/sim/live/playstate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

void checkIndex(const Set &set, int index)
{
    if (index < 0 || index >= static_cast<int>(set.scenes.size()))
        refuse(u"Invalid scene index"_s);
}

} // namespace

/// A scene with its row of slots, by track.
struct Live::SceneShelf {
    ObjectId id = 0;
    std::size_t place = 0;
    std::unique_ptr<Scene> scene;
    std::map<ObjectId, std::unique_ptr<Slot>> slots;
};

/// The same clips in another row: what plays and what waits moves with them.
void Live::rowsChanged()
{
    struct Shown {
        const Track *track;
        int playing;
        int fired;
    };
    std::vector<Shown> before;
    for (const auto &track : m_set.tracks)
        before.push_back(
            {track.get(), playingSlotIndex(m_set, *track), firedSlotIndex(m_set, *track)});
    m_set.reindex();
    for (const Shown &each : before) {
        if (playingSlotIndex(m_set, *each.track) != each.playing)
            notify(each.track->id, "playing_slot_index"_L1);
        if (firedSlotIndex(m_set, *each.track) != each.fired)
            notify(each.track->id, "fired_slot_index"_L1);
    }
}

void Live::insert(SceneShelf &shelf)
{
    if (!shelf.scene)
        return;
    const auto place = static_cast<std::ptrdiff_t>(std::min(shelf.place, m_set.scenes.size()));
    shelf.id = shelf.scene->id;
    m_set.scenes.insert(m_set.scenes.begin() + place, std::move(shelf.scene));
    for (auto &track : m_set.tracks) {
        const auto kept = shelf.slots.find(track->id);
        auto slot = kept == shelf.slots.end() ? m_set.makeSlot(*track) : std::move(kept->second);
        track->slots.insert(track->slots.begin() + place, std::move(slot));
    }
    shelf.slots.clear();
    rowsChanged();
}

void Live::remove(SceneShelf &shelf)
{
    const Scene *scene = m_set.findScene(shelf.id);
    if (!scene || m_set.scenes.size() == 1)
        return;
    shelf.place = static_cast<std::size_t>(scene->index);
    const auto row = static_cast<std::ptrdiff_t>(shelf.place);
    // Before any slot goes: what is launched in one is told by the slots of its groups, too.
    for (auto &track : m_set.tracks) {
        Slot &slot = *track->slots[shelf.place];
        dropClip(slot);
        m_launcher.forget(slot);
    }
    for (auto &track : m_set.tracks) {
        const auto slot = track->slots.begin() + row;
        m_observers.drop((*slot)->id);
        shelf.slots.emplace(track->id, std::move(*slot));
        track->slots.erase(slot);
    }
    m_observers.drop(shelf.id);
    shelf.scene = std::move(m_set.scenes[shelf.place]);
    shelf.scene->due.reset();
    m_set.scenes.erase(m_set.scenes.begin() + row);
    rowsChanged();
    if (m_set.selectedScene == shelf.scene.get())
        selectScene(*m_set.scenes[std::min(shelf.place, m_set.scenes.size() - 1)]);
}

Scene &Live::createScene(int at)
{
    const auto shelf = std::make_shared<SceneShelf>();
    shelf->place = insertionIndex(at, m_set.scenes.size());
    if (m_set.scenes.size() >= maximumScenes)
        throw Error(ErrorKind::Other, u"Maximum number of scenes reached"_s);
    shelf->scene = std::make_unique<Scene>();
    shelf->scene->id = m_set.newId();
    Scene &scene = *shelf->scene;
    add(shelf);
    return scene;
}

void Live::deleteScene(int index)
{
    checkIndex(m_set, index);
    if (m_set.scenes.size() == 1)
        refuse(u"The last scene cannot be deleted"_s);
    const auto shelf = std::make_shared<SceneShelf>();
    shelf->id = m_set.scenes[static_cast<std::size_t>(index)]->id;
    take(shelf);
}

void Live::shiftScene(int index, int to)
{
    const auto move = [from = index, to](auto &list) {
        const auto first = list.begin() + std::min(from, to);
        const auto end = list.begin() + std::max(from, to) + 1;
        std::rotate(first, from < to ? first + 1 : end - 1, end);
    };
    move(m_set.scenes);
    for (auto &track : m_set.tracks)
        move(track->slots);
    rowsChanged();
}

void Live::moveScene(int index, int to)
{
    checkIndex(m_set, index);
    const int place = std::clamp(to, 0, static_cast<int>(m_set.scenes.size()) - 1);
    shiftScene(index, place);
    m_history.push(
        [=, this] { shiftScene(place, index); }, [=, this] { shiftScene(index, place); });
}

void Live::duplicateScene(int index)
{
    checkIndex(m_set, index);
    const auto row = static_cast<std::size_t>(index);
    const Scene &original = *m_set.scenes[row];
    const auto shelf = std::make_shared<SceneShelf>();
    shelf->place = row + 1;
    shelf->scene = std::make_unique<Scene>(original);
    shelf->scene->id = m_set.newId();
    shelf->scene->due.reset();
    for (auto &track : m_set.tracks) {
        if (!track->slots[row]->clip)
            continue;
        auto slot = m_set.makeSlot(*track);
        slot->clip = cloneClip(*track->slots[row]->clip, *slot, m_set.newId());
        shelf->slots.emplace(track->id, std::move(slot));
    }
    Scene &copy = *shelf->scene;
    add(shelf);
    selectScene(copy);
}

void Live::captureScene(bool exceptSelectedTrack)
{
    const auto shelf = std::make_shared<SceneShelf>();
    shelf->place = static_cast<std::size_t>(m_set.selectedScene->index) + 1;
    shelf->scene = std::make_unique<Scene>();
    shelf->scene->id = m_set.newId();
    std::vector<Track *> captured;
    for (auto &track : m_set.tracks) {
        if (!track->playing || !track->playing->clip
            || (exceptSelectedTrack && track.get() == m_set.selectedTrack))
            continue;
        auto slot = m_set.makeSlot(*track);
        slot->clip = cloneClip(*track->playing->clip, *slot, m_set.newId());
        shelf->slots.emplace(track->id, std::move(slot));
        captured.push_back(track.get());
    }
    const std::size_t place = shelf->place;
    Scene &scene = *shelf->scene;
    add(shelf);
    for (Track *track : captured) {
        track->playing = track->slots[place].get();
        notify(track->id, "playing_slot_index"_L1);
    }
    selectScene(scene);
}

} // namespace clipdeck::sim
