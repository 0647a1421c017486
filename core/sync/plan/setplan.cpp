// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/plan/setplan.h"

#include "core/sync/readers/trackreader.h"

#include <algorithm>

namespace clipdeck {

namespace {

using Kind = ReadJob::Kind;

// The order of the first reading: what a performer looks for comes first. A slot's parts follow each other, hence the gaps.
enum Rank : int {
    StructureRank = -1,
    SongRank = 100,
    TracksRank = 200,
    VisibleNamesRank = 300,
    VisibleColorsRank = 310,
    CellRank = 350,
    OtherTracksRank = 380,
    PositionsRank = 390,
    SceneNamesRank = 400,
    OtherNamesRank = listenersRank,
    VisibleSlotsRank = 600,
    OtherSlotsRank = 700,
    MixerRank = 800,
    ScenesRank = 900,
    SendsRank = 1000,
    AudioClipsRank = 1050,
    GroupSlotsRank = 1050,
    RoutingsRank = 1060,
    DevicesRank = lateRank,
    ParametersRank = 1200,
};

// A slot's parts: names come first, then colours, then the rest.
int slotRank(bool visible, int part, const std::vector<QByteArray> &attributes)
{
    if (isSeen(attributes.front()))
        return (visible ? VisibleNamesRank : OtherNamesRank) + part;
    return (visible ? VisibleSlotsRank : OtherSlotsRank) + part;
}

/// An interval of what is also pushed, and so need not be read often as long as the pushes come.
qint64 unlessPushed(qint64 everyMs, const PlanOptions &options)
{
    constexpr qint64 withoutPushesMs = 1000;
    return options.pushed ? everyMs : std::min(everyMs, withoutPushesMs);
}

/// An interval that many objects of a kind can keep while few messages a second are to be spent on all of them. Without
/// pushes there is more to spend.
qint64 everyMs(qint64 base, int messages, const PlanOptions &options)
{
    constexpr qint64 msPerMessage = 80; // 12 a second
    constexpr qint64 msPerMessageUnpushed = 10;
    const qint64 each = options.pushed ? msPerMessage : msPerMessageUnpushed;
    return std::max(base, each * messages);
}

/// How often a part of a track's slots is read.
qint64 slotsEveryMs(
    int part, const std::vector<QByteArray> &attributes, bool visible, const PlanOptions &options)
{
    // Names and colours come first and most often.
    const int times = part == 0 ? 1 : 2;
    if (!visible)
        return (options.pushed ? 15000 : 2000) * times;
    const bool isTold
        = options.pushed && options.clipsPushed && isPushedOnScreen(attributes.front());
    if (!isTold)
        return 1400 * times;
    // A clip that was put in another one's place shows by its name, and pushes nothing.
    return part == 0 ? 2500 : 10000;
}

bool isOnScreen(int track, const PlanOptions &options)
{
    return track >= options.firstVisible && track < options.endVisible;
}

ReadTurn ifOnScreen(int track, const PlanOptions &options)
{
    return isOnScreen(track, options) ? ReadTurn::OnScreen : ReadTurn::Usual;
}

/// One kind of a track's parts: none if the track has nothing of the kind. Where the parts are cut anew, they count as
/// read as long ago as the oldest of the former ones.
void planParts(ReadPlan &plan, Kind kind, int track, const std::vector<ReadTerms> &terms)
{
    const std::vector<ReadJob> before = plan.chunks(kind, TrackIndex(track));
    const auto setAll = [&] {
        for (int part = 0; part < static_cast<int>(terms.size()); ++part)
            plan.set({kind, trackChunk(track, part)}, terms[static_cast<std::size_t>(part)]);
    };
    if (before.empty() || before.size() == terms.size()) {
        setAll();
        return;
    }
    const qint64 oldest = plan.readAt(*std::ranges::min_element(
        before, {}, [&](const ReadJob &job) { return plan.readAt(job); }));
    for (const ReadJob &job : before)
        plan.remove(job);
    setAll();
    if (oldest < 0)
        return;
    for (const ReadJob &job : plan.chunks(kind, TrackIndex(track)))
        plan.countAsRead(job, oldest);
}

using Parts = std::vector<std::vector<QByteArray>>;

/// Where a part costs much and but a few of its clips are on screen, the colours of these are read first, one by one.
bool readsColorsAlone(
    const ReadPlan &plan, int track, const Parts &parts, const PlanOptions &options)
{
    const bool isColorApart = parts.size() > 1 && parts.front().size() == 1;
    const ReadJob colors{Kind::Slots, trackChunk(track, 1)};
    return options.expensive && isColorApart && options.endVisibleScene > options.firstVisibleScene
        && (!plan.contains(colors) || plan.isUnread(colors));
}

void planSlotParts(
    ReadPlan &plan, const LiveSet &set, int track, const Parts &parts, const PlanOptions &options)
{
    const bool visible = isOnScreen(track, options);
    const int clips = expectedClips(plan, set, TrackIndex(track));
    const bool colorsAlone = visible && readsColorsAlone(plan, track, parts, options);
    std::vector<ReadTerms> terms;
    for (int part = 0; part < static_cast<int>(parts.size()); ++part) {
        const auto &attributes = parts[static_cast<std::size_t>(part)];
        const qint64 every = slotsEveryMs(part, attributes, visible, options);
        const int reads = readsOfPart(attributes, set.sceneCount(), clips);
        const bool isFirst = visible && !(colorsAlone && part > 0);
        terms.push_back(
            {slotRank(isFirst, part, attributes), every, reads, 1, ifOnScreen(track, options)});
    }
    planParts(plan, Kind::Slots, track, terms);
    const ReadJob colors{Kind::CellColors, TrackIndex(track)};
    if (!colorsAlone) {
        plan.remove(colors);
    } else {
        const int scenes
            = std::min(options.endVisibleScene, set.sceneCount()) - options.firstVisibleScene;
        const int cells = scenes * clips / std::max(1, set.sceneCount());
        plan.set(colors, {VisibleColorsRank, 0, 4 * cells, cells});
    }
}

void planTrack(
    ReadPlan &plan, const LiveSet &set, int track, const Parts &parts, const PlanOptions &options)
{
    const bool visible = isOnScreen(track, options);
    planSlotParts(plan, set, track, parts, options);
    const int tracks = set.trackCount();
    plan.set({Kind::Mixer, TrackIndex(track)},
        {MixerRank, everyMs(unlessPushed(60000, options), tracks, options), 20, 6});
    for (int chooser = 0; chooser < routingChooserCount; ++chooser)
        plan.set({Kind::Routing, trackChunk(track, chooser)},
            {RoutingsRank, everyMs(60000, 4 * tracks, options), readsOfRouting(chooser, tracks),
                2});
    const int shown = std::min(options.endVisible, tracks) - options.firstVisible;
    if (options.sends >= 0)
        plan.set({Kind::Sends, TrackIndex(track)},
            {SendsRank, everyMs(2000, (visible ? shown : tracks) * options.sends, options),
                4 * options.sends, options.sends, visible ? ReadTurn::Prompt : ReadTurn::Usual});
    if (options.devices)
        plan.set({Kind::Devices, TrackIndex(track)},
            {DevicesRank, everyMs(visible ? 10000 : 40000, 2 * tracks, options), 32, 5});
}

} // namespace

bool isExpensive(bool wasExpensive, double msPerRead)
{
    constexpr double cheapBelow = 0.003;
    constexpr double expensiveAbove = 0.006;
    return wasExpensive ? msPerRead >= cheapBelow : msPerRead > expensiveAbove;
}

PartSize partSize(const LiveSet &set, const PlanOptions &options)
{
    return {set.sceneCount(), options.expensive ? PartSize::expensiveReads : PartSize::cheapReads};
}

int expectedClips(const ReadPlan &plan, const LiveSet &set, TrackIndex track)
{
    const ReadJob names{Kind::Slots, TrackChunk{track, 0}};
    if (!plan.contains(names) || plan.isUnread(names))
        return set.sceneCount() / 2;
    int count = 0;
    for (int s = 0; s < set.sceneCount(); ++s)
        count += set.clip({track, SceneIndex(s)}) ? 1 : 0;
    return count;
}

void planStructure(ReadPlan &plan, int tracks)
{
    plan.set({Kind::Structure}, {StructureRank, structureEveryMs, tracks + 6, 2});
}

void planSet(ReadPlan &plan, const LiveSet &set, const PlanOptions &options)
{
    planStructure(plan, set.trackCount());
    plan.set({Kind::SongTime}, {SongRank, 2000, 8, 4, ReadTurn::Prompt});
    // What was too large costs a tick each time it is asked for again.
    const auto unlessUnknown = [](qint64 every, bool isUnknown) {
        constexpr qint64 seldomMs = 20000;
        return isUnknown ? seldomMs : every;
    };
    const bool areLocatorsUnknown = set.isUnknown(Target::song(SongField::CuePoints));
    plan.set({Kind::Locators},
        {SongRank, unlessUnknown(2000, areLocatorsUnknown), 8, 1, ReadTurn::Prompt});
    plan.set({Kind::Song}, {SongRank, unlessPushed(15000, options), 30, 28});
    plan.set({Kind::Selection}, {SongRank, 2000, 8 + set.trackCount(), 3, ReadTurn::Prompt});
    for (int first = 0; first < set.trackCount(); first += tracksPerBlock) {
        const int end = std::min(set.trackCount(), first + tracksPerBlock);
        const int tracks = end - first;
        const bool visible = first < options.endVisible && end > options.firstVisible;
        const int rank = visible ? TracksRank : OtherTracksRank;
        plan.set({Kind::Tracks, trackBlock(first, end)},
            {rank, unlessPushed(3000, options), tracks * (readsPerTrack() + 4), 1,
                visible ? ReadTurn::OnScreen : ReadTurn::Usual});
        // Without pushes this is what tells of launches.
        plan.set({Kind::TrackStates, trackBlock(first, end)},
            {rank, options.pushed ? 2000 : 350, tracks * 5, 1});
    }
    const Parts parts = slotParts(SlotsOf::Track, partSize(set, options));
    for (int track = 0; track < set.trackCount(); ++track)
        planTrack(plan, set, track, parts, options);
    for (int track = 0; track < set.trackCount(); ++track) {
        planByKind(plan, set, TrackIndex(track), options);
        planPlaying(plan, set, TrackIndex(track));
    }
    const bool isAnySceneUnknown = std::ranges::any_of(
        set.unknowns(), [](const Target &target) { return target.is<SceneProperty>(); });
    plan.set({Kind::SceneNames},
        {SceneNamesRank, unlessUnknown(unlessPushed(4000, options), isAnySceneUnknown),
            2 * set.sceneCount() + 2, 1});
    for (int scene = 0; scene < set.sceneCount(); ++scene) {
        plan.set(
            {Kind::Scene, SceneIndex(scene)}, {ScenesRank, unlessPushed(60000, options), 10, 5});
        planSceneTimes(plan, set, SceneIndex(scene), options);
    }
    plan.set({Kind::SendCount}, {SongRank, 20000, 5, 1});
}

void planSceneTimes(
    ReadPlan &plan, const LiveSet &set, SceneIndex scene, const PlanOptions &options)
{
    const ReadJob times{Kind::SceneTimes, scene};
    const Scene *known = set.scene(scene);
    if (known && (known->tempoEnabled || known->timeSignatureEnabled))
        plan.set(times, {ScenesRank, unlessPushed(20000, options), 6, 3});
    else
        plan.remove(times);
}

void planSlots(ReadPlan &plan, const LiveSet &set, TrackIndex track, const PlanOptions &options)
{
    if (!set.track(track))
        return; // it has gone since it was asked about
    planSlotParts(
        plan, set, track.value, slotParts(SlotsOf::Track, partSize(set, options)), options);
}

void planByKind(ReadPlan &plan, const LiveSet &set, TrackIndex track, const PlanOptions &options)
{
    const ReadJob fold{Kind::Fold, track};
    const Track *owner = set.track(track);
    if (owner && owner->isFoldable)
        plan.set(fold,
            isOnScreen(track.value, options)
                ? ReadTerms{MixerRank, 1000, 3, 1, ReadTurn::Prompt}
                : ReadTerms{MixerRank, everyMs(1000, set.trackCount() / 4, options), 3, 1});
    else
        plan.remove(fold);
    const auto termsOf = [&](SlotsOf what, bool has, const ReadTerms &terms) {
        std::vector<ReadTerms> out;
        const int clips = expectedClips(plan, set, track);
        for (const auto &part : has ? slotParts(what, partSize(set, options)) : Parts()) {
            out.push_back(terms);
            out.back().reads = readsOfPart(part, set.sceneCount(), clips);
        }
        return out;
    };
    // A track that nothing is known of yet looks like audio, and audio's attributes raise on others.
    const bool isKnown = owner && (owner->hasAudioInput || owner->hasMidiInput);
    const bool isAudio = isKnown && owner->kind() == TrackKind::Audio;
    const bool isGroup = owner && owner->kind() == TrackKind::Group;
    planParts(plan, Kind::AudioClips, track.value,
        termsOf(SlotsOf::AudioTrack, isAudio,
            {AudioClipsRank, 3000, 1, 1, ifOnScreen(track.value, options)}));
    planParts(plan, Kind::GroupSlots, track.value,
        termsOf(SlotsOf::GroupTrack, isGroup,
            {GroupSlotsRank, 1500, 1, 1, ifOnScreen(track.value, options)}));
}

void planPlaying(ReadPlan &plan, const LiveSet &set, TrackIndex track)
{
    const ReadJob position{Kind::Position, track};
    const ReadJob take{Kind::Take, track};
    const Track *owner = set.track(track);
    const bool plays = owner && owner->playingSlot >= 0 && !owner->isFoldable;
    if (!plays || !set.song().isPlaying) { // launched, but the song stands and nothing moves
        plan.remove(position);
        plan.remove(take);
        return;
    }
    // Between two readings the song's clock carries it on: clips drift from it only by jumps.
    plan.set(position, {PositionsRank, 3000, 4, 1});
    const Clip *clip = set.clip({track, SceneIndex(owner->playingSlot)});
    const bool records = clip && clip->isRecording;
    const bool canRecord = owner->arm.value_or(false);
    const qint64 every = records ? 500 : canRecord ? 1000 : 0;
    plan.set(take, {PositionsRank, every, records ? 24 : 12, records ? 6 : 3, ReadTurn::OnScreen});
}

void planCell(ReadPlan &plan, SlotId slot)
{
    const ReadJob job{Kind::Cell, slot};
    plan.set(job, {CellRank, 0, 5, 1});
    plan.expedite(job);
}

void planCellRest(ReadPlan &plan, SlotId slot)
{
    const ReadJob job{Kind::CellRest, slot};
    plan.set(job, {CellRank + 1, 0, 80, 17});
    plan.expedite(job);
}

void planParameters(
    ReadPlan &plan, const LiveSet &set, TrackIndex track, const PlanOptions &options)
{
    const Track *owner = set.track(track);
    const int devices = owner ? static_cast<int>(owner->devices.size()) : 0;
    for (int d = 0; d < devices; ++d) {
        const auto &parameters = owner->devices[static_cast<std::size_t>(d)].parameters;
        const int count = std::max(40, static_cast<int>(parameters.size()));
        plan.set({Kind::Parameters, deviceId(track.value, d)},
            {ParametersRank, 60000, 5 * (4 + count), 6});
        if (parameters.empty()) // it is another device than the one that was read
            plan.expedite({Kind::Parameters, deviceId(track.value, d)});
        const bool areTooMany = !parameters.empty() && !parameters.front().isRangeKnown;
        if (areTooMany) // for one answer: their values come with all the rest
            plan.remove({Kind::ParameterValues, deviceId(track.value, d)});
        else
            plan.set({Kind::ParameterValues, deviceId(track.value, d)},
                {ParametersRank + 1, everyMs(1500, devices * set.trackCount(), options), 4 + count,
                    1});
    }
    for (Kind kind : {Kind::Parameters, Kind::ParameterValues}) {
        for (int d = devices; plan.contains({kind, deviceId(track.value, d)}); ++d)
            plan.remove({kind, deviceId(track.value, d)});
    }
}

} // namespace clipdeck
