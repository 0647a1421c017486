// SPDX-License-Identifier: GPL-3.0-or-later
// /live/clips/filter and unfilter: mutes the clips whose names end in notes ("Pad_C-E-G") that are not asked for.
#include "core/sim/handlers/handlers.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

/// A note's place in the octave; what is not a note's name is "none", and every "none" is the same.
using NoteClass = std::optional<int>;
using NoteClasses = std::vector<NoteClass>;

NoteClass noteClass(const QString &name)
{
    static const QStringList sharps{u"C"_s, u"C#"_s, u"D"_s, u"D#"_s, u"E"_s, u"F"_s, u"F#"_s,
        u"G"_s, u"G#"_s, u"A"_s, u"A#"_s, u"B"_s};
    static const QStringList flats{
        {}, u"Db"_s, {}, u"Eb"_s, {}, {}, u"Gb"_s, {}, u"Ab"_s, {}, u"Bb"_s, {}};
    const qsizetype place
        = name.isEmpty() ? -1 : std::max(sharps.indexOf(name), flats.indexOf(name));
    return place < 0 ? NoteClass() : NoteClass(static_cast<int>(place));
}

NoteClasses notesInName(const QString &name)
{
    static const QRegularExpression ending(u"([_-])([A-G][A-G#b1-9-]*)$"_s);
    static const QRegularExpression octave(u"[1-9]"_s);
    const QRegularExpressionMatch match = ending.match(name);
    NoteClasses notes;
    if (match.hasMatch()) {
        for (const QString &each : match.captured(2).remove(octave).split(u'-'))
            notes.push_back(noteClass(each));
    }
    return notes;
}

/// Read once, at the first filter; later changes of the set are not seen (clip.py).
using NoteCache = std::vector<std::vector<NoteClasses>>;

NoteCache readNames(const Set &set)
{
    NoteCache cache;
    for (const auto &track : set.tracks) {
        cache.emplace_back();
        for (const auto &slot : track->slots)
            cache.back().push_back(slot->clip ? notesInName(slot->clip->name) : NoteClasses());
    }
    return cache;
}

template <class T> const T &listItem(const std::vector<T> &list, std::size_t at)
{
    if (at >= list.size())
        throw Error(ErrorKind::Other, u"list index out of range"_s);
    return list[at];
}

void mute(Live &live, Clip *clip, bool muted)
{
    requireObject(clip, u"muted"_s);
    writeProperty(live, *findProperty(clipProperties(), u"muted"), *clip, muted);
}

void filter(Live &live, const NoteCache &cache, const OscArguments &params)
{
    NoteClasses wanted;
    for (const OscArgument &name : params)
        wanted.push_back(noteClass(toText(name).value_or(QString())));
    for (const auto &track : live.set().tracks) {
        for (const auto &slot : track->slots) {
            const NoteClasses &notes
                = listItem(listItem(cache, static_cast<std::size_t>(track->index)),
                    static_cast<std::size_t>(slot->index));
            if (notes.empty())
                continue;
            const bool fits = std::all_of(notes.begin(), notes.end(), [&](NoteClass note) {
                return std::find(wanted.begin(), wanted.end(), note) != wanted.end();
            });
            mute(live, slot->clip.get(), !fits);
        }
    }
}

/// tracks[first:last], as Python cuts a list.
void unfilter(Live &live, const OscArguments &params)
{
    const int count = static_cast<int>(live.set().tracks.size());
    const auto bound = [&](std::size_t at, int otherwise) {
        if (at >= params.size())
            return otherwise;
        if (toText(params[at]) || std::holds_alternative<OscNil>(params[at]))
            throw Error(ErrorKind::Other,
                QString(u"%d format: a real number is required, not %1"_s)
                    .arg(pythonTypeName(params[at])));
        if (std::holds_alternative<float>(params[at]) || std::holds_alternative<double>(params[at]))
            throw Error(ErrorKind::Other,
                u"slice indices must be integers or None or have an __index__ method"_s);
        const int place = pythonInt(params[at]);
        return std::clamp(place < 0 ? place + count : place, 0, count);
    };
    const int first = bound(0, 0);
    const int last = bound(1, count);
    for (int i = first; i < last; ++i) {
        for (const auto &slot : trackAt(live, i).slots) {
            if (slot->clip)
                mute(live, slot->clip.get(), false);
        }
    }
}

} // namespace

void addClipFilter(Script &script)
{
    const auto cache = std::make_shared<NoteCache>();
    script.add(u"/live/clips/filter"_s,
        [&script, cache](const OscArguments &params) -> std::optional<OscArguments> {
            if (cache->empty())
                *cache = readNames(script.live().set());
            filter(script.live(), *cache, params);
            return std::nullopt;
        });
    script.add(u"/live/clips/unfilter"_s,
        [&script](const OscArguments &params) -> std::optional<OscArguments> {
            unfilter(script.live(), params);
            return std::nullopt;
        });
}

} // namespace clipdeck::sim
