// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/readers/notereader.h"

#include "core/abletonosc/endpoint.h"

#include <algorithm>
#include <cmath>

namespace clipdeck {

namespace {

constexpr double serverMs = 20; // of Live's time a tick
constexpr int readsToFind = 4; // track, slot, clip, and the call
constexpr int readsPerNote = 5;
constexpr std::size_t numbersPerNote = 5;
constexpr int mostRefusals = 12; // from a song's length down to a bar, about

std::vector<Note> notesFrom(const OscArguments &values)
{
    std::vector<Note> out;
    for (std::size_t i = 0; i + numbersPerNote <= values.size(); i += numbersPerNote)
        out.push_back({toInt(values[i]).value_or(0), toDouble(values[i + 1]).value_or(0.0),
            toDouble(values[i + 2]).value_or(0.0), toDouble(values[i + 3]).value_or(0.0),
            toBool(values[i + 4]).value_or(false)});
    return out;
}

OscMessage notesMessage(SlotId slot, const NoteSpan &span)
{
    return message(*findEndpoint(ObjectKind::Clip, Verb::Get, "notes"),
        {slot.track.value, slot.scene.value, span.pitch, span.pitches, span.start, span.length});
}

} // namespace

void NoteReader::read(SlotId slot, std::function<void(bool)> done)
{
    const Clip *clip = m_set.clip(slot);
    if (!clip || !clip->isMidiClip) {
        done(false);
        return;
    }
    const double start = std::min(clip->startMarker, clip->loopStart).value;
    const double end = std::max(clip->endMarker, clip->loopEnd).value;
    m_waiting.push_back(std::make_shared<Reading>(
        Reading{slot, NotePages(start, end), std::move(done), m_generation}));
    startWaiting();
}

int NoteReader::readsOf() const
{
    return readsToFind + readsPerNote * static_cast<int>(std::lround(m_notesPerClip));
}

void NoteReader::startWaiting()
{
    const TickBudget &prices = m_pipe.budget();
    const int byPrice = static_cast<int>(serverMs / prices.msFor({readsOf(), 1}));
    const int most = std::max(1, std::min(byPrice, prices.mostReads() / readsOf()));
    while (!m_waiting.empty() && m_underWay < most) {
        const std::shared_ptr<Reading> next = m_waiting.front();
        m_waiting.pop_front();
        ++m_underWay;
        askNext(next);
    }
}

void NoteReader::askNext(const std::shared_ptr<Reading> &reading)
{
    const std::optional<NoteSpan> span = reading->pages.next();
    if (!span) {
        finish(reading, true);
        return;
    }
    // One page of a clip at a time: an answer does not say which span it is about.
    Query query{notesMessage(reading->slot, *span)};
    query.ids = 2;
    query.mayRaise = true;
    query.reads = readsOf();
    query.fits = [](const OscArguments &values) { return values.size() % numbersPerNote == 0; };
    query.answered = [this, reading](const OscArguments &values) {
        reading->refusals = 0;
        reading->pages.take(notesFrom(values));
        askNext(reading);
    };
    query.failed = [this, reading](const QueryFailure &failure) {
        const bool goesOn = failure.refused && ++reading->refusals <= mostRefusals
            && m_set.clip(reading->slot) && reading->pages.refuse();
        if (goesOn)
            askNext(reading);
        else
            finish(reading, false);
    };
    m_pipe.ask(std::move(query));
}

void NoteReader::finish(const std::shared_ptr<Reading> &reading, bool isWhole)
{
    --m_underWay;
    const bool isThere
        = isWhole && reading->generation == m_generation && m_set.clip(reading->slot);
    if (isThere) {
        std::vector<Note> notes = reading->pages.notes();
        m_notesPerClip += (static_cast<double>(notes.size()) - m_notesPerClip) / 8.0;
        m_set.applyNotes(reading->slot, std::move(notes));
    }
    reading->done(isThere);
    startWaiting();
}

} // namespace clipdeck
