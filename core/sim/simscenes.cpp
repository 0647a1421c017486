// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Live that adds, removes and copies scenes.
#include "core/sim/simerror.h"
#include "core/sim/simlive.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

Scene &Live::insertScene(std::size_t at)
{
    if (m_set.scenes.size() >= maximumScenes)
        throw Error(ErrorKind::Other, u"Maximum number of scenes reached"_s);
    auto scene = std::make_unique<Scene>();
    scene->id = m_set.newId();
    Scene &added = *scene;
    const auto place = static_cast<std::ptrdiff_t>(at);
    m_set.scenes.insert(m_set.scenes.begin() + place, std::move(scene));
    for (auto &track : m_set.tracks)
        track->slots.insert(track->slots.begin() + place, m_set.makeSlot(*track));
    // A row further down, but the same clips: playing_slot_index moves with them.
    std::vector<std::pair<Track *, int>> before;
    for (auto &track : m_set.tracks)
        before.emplace_back(track.get(), track->playing ? track->playing->index : -1);
    m_set.reindex();
    for (const auto &[track, index] : before) {
        if (track->playing && track->playing->index != index)
            notify(track->id, "playing_slot_index"_L1);
    }
    return added;
}

Scene &Live::createScene(int at)
{
    return insertScene(insertionIndex(at, m_set.scenes.size()));
}

void Live::deleteScene(int index)
{
    if (index < 0 || index >= static_cast<int>(m_set.scenes.size()))
        refuse(u"Invalid scene index"_s);
    if (m_set.scenes.size() == 1)
        refuse(u"The last scene cannot be deleted"_s);
    const auto row = static_cast<std::size_t>(index);
    const auto place = static_cast<std::ptrdiff_t>(index);
    for (auto &track : m_set.tracks) {
        dropClip(*track->slots[row]);
        m_launcher.forget(*track->slots[row]);
        m_observers.drop(track->slots[row]->id);
        track->slots.erase(track->slots.begin() + place);
    }
    const bool selected = m_set.selectedScene == m_set.scenes[row].get();
    m_observers.drop(m_set.scenes[row]->id);
    m_set.scenes.erase(m_set.scenes.begin() + place);
    m_set.reindex();
    if (selected) {
        m_set.selectedScene = m_set.scenes[std::min(row, m_set.scenes.size() - 1)].get();
        notify(song().viewId, "selected_scene"_L1);
    }
}

void Live::moveScene(int index, int to)
{
    const int last = static_cast<int>(m_set.scenes.size()) - 1;
    if (index < 0 || index > last)
        refuse(u"Invalid scene index"_s);
    const auto move = [from = index, to = std::clamp(to, 0, last)](auto &list) {
        const auto first = list.begin() + std::min(from, to);
        const auto end = list.begin() + std::max(from, to) + 1;
        std::rotate(first, from < to ? first + 1 : end - 1, end);
    };
    move(m_set.scenes);
    for (auto &track : m_set.tracks)
        move(track->slots);
    m_set.reindex();
}

void Live::duplicateScene(int index)
{
    if (index < 0 || index >= static_cast<int>(m_set.scenes.size()))
        refuse(u"Invalid scene index"_s);
    const auto row = static_cast<std::size_t>(index);
    Scene &copy = insertScene(row + 1);
    const Scene &original = *m_set.scenes[row];
    copy = Scene{copy.id, copy.index, original.name, original.color, original.tempo,
        original.tempoEnabled, original.signatureNumerator, original.signatureDenominator,
        original.signatureEnabled, {}};
    for (auto &track : m_set.tracks) {
        if (track->slots[row]->clip)
            putClip(*track->slots[row + 1],
                cloneClip(*track->slots[row]->clip, *track->slots[row + 1], m_set.newId()));
    }
    selectScene(copy);
}

void Live::captureScene()
{
    const auto at = static_cast<std::size_t>(m_set.selectedScene->index) + 1;
    Scene &scene = insertScene(at);
    for (auto &track : m_set.tracks) {
        if (!track->playing || !track->playing->clip)
            continue;
        Slot &slot = *track->slots[at];
        slot.clip = cloneClip(*track->playing->clip, slot, m_set.newId());
        track->playing = &slot;
        notify(slot.id, "has_clip"_L1);
        notify(track->id, "playing_slot_index"_L1);
    }
    selectScene(scene);
}

} // namespace clipdeck::sim
