// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/search/setsearch.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace clipdeck {

namespace {

/// The words' context for translators.
class SearchWords {
    Q_DECLARE_TR_FUNCTIONS(Search)
};

/// Without case and accents, so that "cafe" finds "Café".
QString folded(const QString &text)
{
    const bool isPlain = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
    if (isPlain)
        return text.toLower();
    QString out;
    for (QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.category() != QChar::Mark_NonSpacing)
            out.append(c.toCaseFolded());
    }
    return out;
}

struct Ranked {
    int rank;
    SearchHit hit;
};

class Search {
public:
    explicit Search(const QString &wanted)
        : m_wanted(folded(wanted.trimmed()))
        , m_words(m_wanted.split(QLatin1Char(' '), Qt::SkipEmptyParts))
    {
    }
    bool isEmpty() const { return m_words.isEmpty(); }

    /// `make` gives the hit, and is asked only where the name may be wanted: most of a large set is not.
    template <class Make> void offer(const QString &called, Make make)
    {
        const QString name = folded(called);
        // Where it is alone does not make it wanted.
        if (std::ranges::none_of(m_words, [&](const QString &w) { return name.contains(w); }))
            return;
        SearchHit hit = make();
        hit.name = called;
        const QString place = folded(hit.where);
        const auto isThere
            = [&](const QString &word) { return name.contains(word) || place.contains(word); };
        if (std::ranges::all_of(m_words, isThere))
            m_found.push_back(
                {2 * rankOf(name) + (hit.kind >= SearchHit::Kind::Device), std::move(hit)});
    }

    std::vector<SearchHit> best(int most)
    {
        std::ranges::stable_sort(m_found, {}, &Ranked::rank);
        std::vector<SearchHit> out;
        for (Ranked &found : m_found) {
            if (static_cast<int>(out.size()) < most)
                out.push_back(std::move(found.hit));
        }
        return out;
    }

private:
    int rankOf(const QString &name) const
    {
        if (name == m_wanted)
            return 0;
        if (name.startsWith(m_wanted))
            return 1;
        return name.contains(QLatin1Char(' ') + m_words.front()) ? 2 : 3;
    }

    QString m_wanted;
    QStringList m_words;
    std::vector<Ranked> m_found;
};

SearchHit hitOf(SearchHit::Kind kind, const GridSubject &subject, const QString &where)
{
    SearchHit hit;
    hit.kind = kind;
    hit.subject = subject;
    hit.where = where;
    return hit;
}

void offerDevices(Search &search, const Track &track, TrackIndex index)
{
    const GridSubject subject{GridSubject::Kind::Track, index, {}};
    for (std::size_t d = 0; d < track.devices.size(); ++d) {
        const Device &device = track.devices[d];
        const DeviceIndex at(static_cast<int>(d));
        search.offer(device.name, [&] {
            SearchHit hit = hitOf(SearchHit::Kind::Device, subject, track.name);
            hit.device = at;
            return hit;
        });
        for (std::size_t p = 0; p < device.parameters.size(); ++p)
            search.offer(device.parameters[p].name, [&] {
                SearchHit hit = hitOf(SearchHit::Kind::Parameter, subject,
                    SearchWords::tr("%1, %2").arg(track.name, device.name));
                hit.device = at;
                hit.parameter = ParameterIndex(static_cast<int>(p));
                return hit;
            });
    }
}

void offerClips(Search &search, const LiveSet &set, const Track &track, TrackIndex index)
{
    for (int s = 0; s < set.sceneCount(); ++s) {
        const SlotId slot{index, SceneIndex(s)};
        if (const Clip *clip = set.clip(slot))
            search.offer(clip->name, [&] {
                return hitOf(SearchHit::Kind::Clip, {GridSubject::Kind::Slot, index, slot.scene},
                    SearchWords::tr("%1, scene %2").arg(track.name).arg(s + 1));
            });
    }
}

} // namespace

std::vector<SearchHit> search(const LiveSet &set, const QString &wanted, int most)
{
    Search search(wanted);
    if (search.isEmpty())
        return {};
    for (int s = 0; s < set.sceneCount(); ++s)
        search.offer(set.scene(SceneIndex(s))->name, [s] {
            return hitOf(SearchHit::Kind::Scene, {GridSubject::Kind::Scene, {}, SceneIndex(s)},
                SearchWords::tr("scene %1").arg(s + 1));
        });
    for (int t = 0; t < set.trackCount(); ++t) {
        const TrackIndex index(t);
        const Track &track = *set.track(index);
        search.offer(track.name, [&] {
            return hitOf(SearchHit::Kind::Track, {GridSubject::Kind::Track, index, {}},
                SearchWords::tr("track %1").arg(t + 1));
        });
        offerClips(search, set, track, index);
        offerDevices(search, track, index);
    }
    return search.best(most);
}

} // namespace clipdeck
