// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/set.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

QString labelOf(TrackKind kind)
{
    switch (kind) {
    case TrackKind::Midi:
        return u"MIDI"_s;
    case TrackKind::Audio:
        return u"Audio"_s;
    case TrackKind::Group:
        return u"Group"_s;
    case TrackKind::Return:
        return u"Return"_s;
    case TrackKind::Main:
        return u"Main"_s;
    }
    return {};
}

Parameter parameterOf(Set &set, const ParameterSpec &spec)
{
    return {set.newId(), spec, static_cast<float>(spec.initial)};
}

ParameterSpec sendSpec(std::size_t index)
{
    return knob(
        QString(QChar(u'A' + static_cast<char16_t>(index % 26))) + u"-Send"_s, 0.0, Display::Send);
}

/// "# Kick" → "3 Kick", "## Kick" → "03 Kick".
QString numbered(const QString &name, int number)
{
    QString text;
    for (qsizetype at = 0; at < name.size(); ++at) {
        qsizetype digits = 0;
        while (at + digits < name.size() && name[at + digits] == u'#')
            ++digits;
        if (digits == 0) {
            text += name[at];
            continue;
        }
        text += QString::number(number).rightJustified(digits, u'0');
        at += digits - 1;
    }
    return text;
}

} // namespace

QString Track::name() const
{
    const QString &wanted = userName.isEmpty() ? label : userName;
    switch (kind) {
    case TrackKind::Main:
        return wanted;
    case TrackKind::Return: // the letter stands before the user's own names, too
        return QString(QChar(u'A' + static_cast<char16_t>(index % 26)) + u"-"_s + wanted);
    default:
        return userName.isEmpty() ? QString(QString::number(index + 1) + u'-' + label)
                                  : numbered(userName, index + 1);
    }
}

bool Track::hasMidiOutput() const
{
    return kind == TrackKind::Midi
        && std::none_of(devices.begin(), devices.end(),
            [](const auto &device) { return device->type == 1 || device->type == 2; });
}

bool Track::isWithin(const Track &ancestor) const
{
    for (const Track *outer = group; outer; outer = outer->group) {
        if (outer == &ancestor)
            return true;
    }
    return false;
}

Set::Set()
{
    song.id = newId();
    song.viewId = newId();
    main = makeTrack(TrackKind::Main, {}, 0x10A4EE);
}

std::unique_ptr<Parameter> Set::makeParameter(const ParameterSpec &spec)
{
    return std::make_unique<Parameter>(parameterOf(*this, spec));
}

std::unique_ptr<Parameter> Set::makeSend(std::size_t index)
{
    return makeParameter(sendSpec(index));
}

std::unique_ptr<Slot> Set::makeSlot(Track &track)
{
    auto slot = std::make_unique<Slot>();
    slot->id = newId();
    slot->track = &track;
    return slot;
}

std::unique_ptr<Track> Set::makeTrack(TrackKind kind, const QString &name, int color)
{
    auto track = std::make_unique<Track>();
    track->id = newId();
    track->kind = kind;
    track->userName = name;
    track->label = labelOf(kind);
    track->color = color;
    track->volume = parameterOf(*this, knob(u"Track Volume"_s, 0.85, Display::Fader));
    track->panning = parameterOf(*this, knob(u"Track Panning"_s, 0.0, Display::Pan, -1.0, 1.0));
    if (kind != TrackKind::Main) {
        for (std::size_t i = 0; i < returns.size(); ++i)
            track->sends.push_back(makeSend(i));
    }
    if (kind != TrackKind::Main && kind != TrackKind::Return) {
        for (std::size_t i = 0; i < scenes.size(); ++i)
            track->slots.push_back(makeSlot(*track));
    }
    return track;
}

Track &Set::addTrack(TrackKind kind, const QString &name, int color, Track *group)
{
    tracks.push_back(makeTrack(kind, name, color));
    Track &track = *tracks.back();
    track.group = group;
    if (!selectedTrack)
        selectedTrack = &track;
    reindex();
    return track;
}

Track &Set::addReturn(const QString &label, int color)
{
    returns.push_back(makeTrack(TrackKind::Return, {}, color));
    Track &added = *returns.back();
    added.label = label;
    const std::size_t count = returns.size();
    for (auto *pool : {&tracks, &returns}) {
        for (auto &track : *pool) {
            while (track->sends.size() < count)
                track->sends.push_back(makeSend(track->sends.size()));
        }
    }
    reindex();
    return added;
}

Scene &Set::addScene(const QString &name, std::optional<int> color)
{
    auto scene = std::make_unique<Scene>();
    scene->id = newId();
    scene->name = name;
    scene->color = color;
    scenes.push_back(std::move(scene));
    for (auto &track : tracks)
        track->slots.push_back(makeSlot(*track));
    reindex();
    if (!selectedScene)
        selectedScene = scenes.front().get();
    return *scenes.back();
}

Clip &Set::addClip(Slot &slot, const QString &name, double length)
{
    auto clip = std::make_unique<Clip>();
    clip->id = newId();
    clip->slot = &slot;
    clip->name = name;
    clip->color = slot.track->color;
    clip->midi = slot.track->kind == TrackKind::Midi;
    clip->looping = clip->midi;
    clip->loop = clip->markers = {0.0, length};
    slot.clip = std::move(clip);
    return *slot.clip;
}

void Set::reindex()
{
    for (auto *pool : {&tracks, &returns}) {
        int index = 0;
        for (auto &track : *pool) {
            track->index = index++;
            int row = 0;
            for (auto &slot : track->slots)
                slot->index = row++;
        }
    }
    int row = 0;
    for (auto &scene : scenes)
        scene->index = row++;
}

Track *Set::findTrack(ObjectId wanted) const
{
    const auto found = std::find_if(
        tracks.begin(), tracks.end(), [&](const auto &each) { return each->id == wanted; });
    return found == tracks.end() ? nullptr : found->get();
}

Scene *Set::findScene(ObjectId wanted) const
{
    const auto found = std::find_if(
        scenes.begin(), scenes.end(), [&](const auto &each) { return each->id == wanted; });
    return found == scenes.end() ? nullptr : found->get();
}

Slot *Set::findSlot(ObjectId wanted) const
{
    for (const auto &track : tracks) {
        for (const auto &slot : track->slots) {
            if (slot->id == wanted)
                return slot.get();
        }
    }
    return nullptr;
}

Clip *Set::findClip(ObjectId wanted) const
{
    for (const auto &track : tracks) {
        for (const auto &slot : track->slots) {
            if (slot->clip && slot->clip->id == wanted)
                return slot->clip.get();
        }
    }
    return nullptr;
}

Parameter *Set::findParameter(ObjectId wanted) const
{
    Parameter *found = nullptr;
    const auto look = [&](Parameter &parameter) {
        if (parameter.id == wanted)
            found = &parameter;
    };
    const auto lookIn = [&](Track &track) {
        look(track.volume);
        look(track.panning);
        for (const auto &send : track.sends)
            look(*send);
        for (const auto &device : track.devices) {
            for (const auto &parameter : device->parameters)
                look(*parameter);
        }
    };
    for (const auto *pool : {&tracks, &returns}) {
        for (const auto &track : *pool)
            lookIn(*track);
    }
    lookIn(*main);
    return found;
}

std::vector<Track *> Set::members(const Track &group) const
{
    std::vector<Track *> found;
    for (const auto &track : tracks) {
        if (track->takesClips() && track->isWithin(group))
            found.push_back(track.get());
    }
    return found;
}

bool Set::isVisible(const Track &track) const
{
    for (const Track *outer = track.group; outer; outer = outer->group) {
        if (outer->folded)
            return false;
    }
    return true;
}

bool Set::mutedViaSolo(const Track &track) const
{
    if (track.kind == TrackKind::Main || track.kind == TrackKind::Return)
        return false;
    bool anySolo = false;
    for (const auto &other : tracks) {
        if (!other->solo)
            continue;
        anySolo = true;
        if (other.get() == &track || track.isWithin(*other) || other->isWithin(track))
            return false;
    }
    return anySolo;
}

} // namespace clipdeck::sim
