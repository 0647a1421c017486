// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/setsearch.h"

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

    void offer(SearchHit hit)
    {
        const QString name = folded(hit.name);
        const QString place = folded(hit.where);
        bool inName = false;
        for (const QString &word : m_words) {
            const bool here = name.contains(word);
            inName = inName || here;
            if (!here && !place.contains(word))
                return;
        }
        if (!inName)
            return; // where it is alone does not make it wanted
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

void offerDevices(Search &search, const Track &track, TrackIndex index)
{
    const GridSubject subject{GridSubject::Kind::Track, index, {}};
    for (std::size_t d = 0; d < track.devices.size(); ++d) {
        const Device &device = track.devices[d];
        const DeviceIndex at(static_cast<int>(d));
        search.offer({SearchHit::Kind::Device, subject, at, {}, device.name, track.name});
        const QString where = SearchWords::tr("%1, %2").arg(track.name, device.name);
        for (std::size_t p = 0; p < device.parameters.size(); ++p)
            search.offer({SearchHit::Kind::Parameter, subject, at,
                ParameterIndex(static_cast<int>(p)), device.parameters[p].name, where});
    }
}

} // namespace

std::vector<SearchHit> search(const LiveSet &set, const QString &wanted, int most)
{
    Search search(wanted);
    if (search.isEmpty())
        return {};
    for (int s = 0; s < set.sceneCount(); ++s)
        search.offer({SearchHit::Kind::Scene, {GridSubject::Kind::Scene, {}, SceneIndex(s)}, {}, {},
            set.scene(SceneIndex(s))->name, SearchWords::tr("scene %1").arg(s + 1)});
    for (int t = 0; t < set.trackCount(); ++t) {
        const TrackIndex index(t);
        const Track &track = *set.track(index);
        search.offer({SearchHit::Kind::Track, {GridSubject::Kind::Track, index, {}}, {}, {},
            track.name, SearchWords::tr("track %1").arg(t + 1)});
        for (int s = 0; s < set.sceneCount(); ++s) {
            const Clip *clip = set.clip({index, SceneIndex(s)});
            if (clip)
                search.offer(
                    {SearchHit::Kind::Clip, {GridSubject::Kind::Slot, index, SceneIndex(s)}, {}, {},
                        clip->name, SearchWords::tr("%1, scene %2").arg(track.name).arg(s + 1)});
        }
        offerDevices(search, track, index);
    }
    return search.best(most);
}

} // namespace clipdeck
