// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/ctlconnection.h"

#include "app/clipdeckctl/ctlwords.h"
#include "app/clipdeckctl/patience.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

namespace clipdeck {

namespace {

constexpr int lookAgainMs = 5;

EngineSettings forStay(EngineSettings settings, CtlConnection::Stay stay)
{
    settings.listen = stay == CtlConnection::Stay::Long;
    return settings;
}

/// Whether everything that a clip has was read: what only audio clips have comes apart.
bool isWhole(const Slot &slot)
{
    return slot.readAt >= 0 && (!slot.clip || slot.clip->isMidiClip || slot.clip->sampleLength);
}

/// Whether a track has all that its kind has: the plan reads it again once it knows the kind.
bool isWhole(const Track &track)
{
    return (!track.canBeArmed || (track.arm && track.monitoringState))
        && (!track.hasAudioOutput || track.outputMeterLeft);
}

} // namespace

void say(const QString &sentence)
{
    QTextStream(stderr) << "clipdeckctl: " << sentence << '\n';
}

ExitCode refuse(const QString &why)
{
    say(why);
    return ExitRefused;
}

bool waitUntil(const std::function<bool()> &isTrue, int timeoutMs)
{
    QElapsedTimer time;
    time.start();
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isTrue() || time.elapsed() >= timeoutMs)
            loop.quit();
    });
    look.start(lookAgainMs);
    if (!isTrue())
        loop.exec();
    return isTrue();
}

CtlConnection::CtlConnection(const CtlOptions &options, Stay stay)
    : m_options(options)
    , m_engine(forStay(options.live, stay))
{
    QObject::connect(&m_engine.commands(), &Commands::refused, &m_engine,
        [this](const Target &, const QString &reason) { m_refusal = reason; });
}

ExitCode CtlConnection::obstacle()
{
    const ConnectionReport report = m_engine.connection();
    const bool isSilent = report.replyAgeMs < 0 ? m_engine.now() >= m_options.timeoutMs
                                                : report.replyAgeMs >= m_options.timeoutMs;
    switch (report.state) {
    case ConnectionState::PortTaken:
        say(report.sentence);
        return ExitPortTaken;
    case ConnectionState::HostUnknown:
    case ConnectionState::NetworkError:
        say(report.sentence);
        return ExitNoAnswer;
    default:
        break;
    }
    if (!isSilent)
        return ExitDone;
    const EngineSettings &live = m_options.live;
    say(CtlWords::tr(
        "%1, port %2, does not answer. Is Live running, and AbletonOSC chosen as a Control "
        "Surface?")
            .arg(live.host)
            .arg(live.port));
    return ExitNoAnswer;
}

ExitCode CtlConnection::readUntil(const std::function<bool()> &isRead)
{
    m_engine.start();
    return await(
        isRead, [this] { return m_engine.traffic().firstReadings; }, m_options.timeoutMs);
}

ExitCode CtlConnection::await(
    const std::function<bool()> &isDone, const std::function<qint64()> &progress, qint64 limitMs)
{
    Patience patience(limitMs, m_engine.now());
    ExitCode code = ExitDone;
    while (code == ExitDone && !waitUntil(isDone, lookAgainMs)) {
        code = obstacle();
        if (code == ExitDone && patience.isOver(progress(), m_engine.now())) {
            say(CtlWords::tr("Live answers, but has not told all that was asked for %1 seconds.")
                    .arg(static_cast<double>(limitMs) / 1000.0));
            code = ExitNoAnswer;
        }
    }
    return code;
}

ExitCode CtlConnection::readAll()
{
    const ExitCode code = readUntil([this] { return set().isComplete(); });
    // What Live does not tell of a track is no reason to wait for ever.
    if (code == ExitDone)
        waitUntil(
            [this] {
                return std::ranges::all_of(
                    set().tracks(), [](const Track &track) { return isWhole(track); });
            },
            m_options.timeoutMs);
    return code;
}

ExitCode CtlConnection::readSlot(SlotId slot)
{
    m_engine.setVisible(slot.track, 1, slot.scene, 1);
    const auto isRead = [&] {
        const Slot *read = set().slot(slot);
        const bool outside = set().trackCount() > 0 && !read;
        return outside || (read && read->readAt >= 0);
    };
    const ExitCode code = readUntil(isRead);
    // What Live does not tell of an audio clip is no reason to wait for ever.
    if (code == ExitDone)
        waitUntil(
            [&] { return !set().slot(slot) || isWhole(*set().slot(slot)); }, m_options.timeoutMs);
    return code;
}

ExitCode CtlConnection::readNotes()
{
    struct Count {
        int missing = 0;
        int failed = 0;
    };
    // The last answers may come when nobody waits for them any more.
    const auto count = std::make_shared<Count>();
    for (int t = 0; t < set().trackCount(); ++t) {
        for (int s = 0; s < set().sceneCount(); ++s) {
            const Clip *clip = set().clip(slotId(t, s));
            if (!clip || !clip->isMidiClip)
                continue;
            ++count->missing;
            m_engine.readNotes(slotId(t, s), [count](bool isRead) {
                --count->missing;
                count->failed += isRead ? 0 : 1;
            });
        }
    }
    const ExitCode code = await([count] { return count->missing == 0; },
        [count, all = count->missing] { return all - count->missing; }, m_options.timeoutMs);
    if (code != ExitDone || count->failed == 0)
        return code;
    say(CtlWords::tr("Live did not give the notes of %1 of the clips.").arg(count->failed));
    return ExitNoAnswer;
}

ExitCode CtlConnection::readParameter(ParameterId parameter)
{
    // The answer may come when nobody waits for it any more.
    const auto told = std::make_shared<std::optional<bool>>();
    m_engine.readParameter(parameter, [told](bool isRead) { *told = isRead; });
    const ExitCode code
        = await([told] { return told->has_value(); }, [] { return 0; }, m_options.timeoutMs);
    if (code != ExitDone || **told)
        return code;
    say(CtlWords::tr("Live did not tell the parameter's value."));
    return ExitNoAnswer;
}

void CtlConnection::runUntil(const std::function<bool()> &isOver)
{
    while (!waitUntil(isOver, 1000)) { }
}

ExitCode CtlConnection::wish(const std::function<void(Commands &)> &request, qint64 lastsMs)
{
    const auto connected
        = [this] { return m_engine.connection().state == ConnectionState::Connected; };
    ExitCode code = readUntil(connected);
    if (code != ExitDone)
        return code;
    m_refusal.clear();
    request(m_engine.commands());
    code = await(
        [this] {
            const bool isOver = set().wishes().empty() && m_engine.commands().fades().isEmpty();
            return !m_refusal.isEmpty() || isOver;
        },
        [] { return 0; }, m_options.timeoutMs + lastsMs);
    if (code == ExitDone && !m_refusal.isEmpty()) {
        say(m_refusal);
        return ExitRefused;
    }
    return code;
}

} // namespace clipdeck
