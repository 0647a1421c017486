// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/display/standing.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace clipdeck {

namespace {

/// The words' context for translators.
class Standing {
    Q_DECLARE_TR_FUNCTIONS(Standing)
};

} // namespace

QString sceneStanding(const GridContext &context, SceneIndex index)
{
    const SceneCell scene = readSceneCell(context, index);
    if (scene.queued)
        return Standing::tr("next");
    return scene.isCurrent ? Standing::tr("playing") : QString();
}

QString headerStanding(const GridContext &context, TrackIndex track)
{
    const HeaderCell header = readHeaderCell(context, track);
    QStringList parts;
    if (header.playsArrangement)
        parts.append(Standing::tr("plays the Arrangement"));
    if (header.armed)
        parts.append(Standing::tr("armed"));
    return parts.join(QStringLiteral(", "));
}

QString groupStanding(const GridContext &context, SlotId slot)
{
    const std::vector<Chip> chips = readCell(context, slot).chips;
    QStringList parts;
    const auto add = [&](const QString &words, std::initializer_list<SlotState> states) {
        const auto count = std::ranges::count_if(chips, [&](const Chip &chip) {
            return std::ranges::find(states, chip.state) != states.end();
        });
        if (count > 0)
            parts.append(words.arg(count));
    };
    add(Standing::tr("%1 queued"), {SlotState::Queued, SlotState::QueuedToRecord});
    add(Standing::tr("%1 recording"), {SlotState::Recording});
    add(Standing::tr("%1 playing"), {SlotState::Playing});
    add(Standing::tr("%1 stopping"), {SlotState::QueuedToStop});
    return parts.join(QStringLiteral(", "));
}

QString stopStanding(const StopCell &cell)
{
    if (cell.queued)
        return Standing::tr("stopping");
    return cell.sounds ? Standing::tr("playing") : QString();
}

} // namespace clipdeck
