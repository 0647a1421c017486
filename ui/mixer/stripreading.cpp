// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mixer/stripreading.h"

#include "core/live/levels.h"

#include <QCoreApplication>

namespace clipdeck {

namespace {

/// The words' context for translators.
class StripWords {
    Q_DECLARE_TR_FUNCTIONS(MixerView)
};

LevelReading readLevel(const LiveSet &set, const Target &target, std::optional<double> live)
{
    LevelReading out;
    out.live = live;
    const Wish *wish = set.wish(target);
    out.isRefused = wish && wish->isRefused();
    if (wish && wish->isSent() && !sameValue(wish->value, live.value_or(-2.0)))
        out.wish = numberOr(wish->value, 0.0);
    return out;
}

SwitchReading readSwitch(
    const LiveSet &set, TrackIndex track, TrackField field, const LiveValue &live, qint64 now)
{
    SwitchReading out;
    const Target target = Target::track(track, field);
    out.on = numberOr(set.shown(target, live), 0.0) != 0.0;
    if (const Wish *wish = set.wish(target)) {
        out.isPending = wish->isPending(now);
        out.isRefused = wish->isRefused();
    }
    return out;
}

} // namespace

StripReading readStrip(const LiveSet &set, TrackIndex index, qint64 now)
{
    StripReading out;
    const Track *track = set.track(index);
    if (!track)
        return out;
    out.name = track->name;
    out.kind = track->kind();
    out.volume = readLevel(set, Target::track(index, TrackField::Volume), track->volume);
    out.pan = readLevel(set, Target::track(index, TrackField::Panning), track->panning);
    for (std::size_t s = 0; s < track->sends.size(); ++s)
        out.sends.push_back(
            readLevel(set, Target::send(index, SendIndex(static_cast<int>(s))), track->sends[s]));
    out.mute = readSwitch(set, index, TrackField::Mute, track->mute, now);
    out.solo = readSwitch(set, index, TrackField::Solo, track->solo, now);
    out.arm = readSwitch(set, index, TrackField::Arm, track->arm.value_or(false), now);
    out.arm.has = track->canBeArmed;
    constexpr int off = 2;
    const Target monitoring = Target::track(index, TrackField::CurrentMonitoringState);
    out.isInputOff = track->monitoringState
        && numberOr(set.shown(monitoring, *track->monitoringState), 0.0) == off;
    out.isStale = set.isStale();
    return out;
}

LevelReading levelOf(const StripReading &strip, StripPart part)
{
    switch (part.control) {
    case StripControl::Volume:
        return strip.volume;
    case StripControl::Pan:
        return strip.pan;
    case StripControl::Send: {
        const auto send = static_cast<std::size_t>(part.send);
        return part.send >= 0 && send < strip.sends.size() ? strip.sends[send] : LevelReading();
    }
    default:
        return {};
    }
}

SwitchReading switchOf(const StripReading &strip, StripControl control)
{
    switch (control) {
    case StripControl::Mute:
        return strip.mute;
    case StripControl::Solo:
        return strip.solo;
    default:
        return strip.arm;
    }
}

TrackField fieldOf(StripControl control)
{
    switch (control) {
    case StripControl::Pan:
        return TrackField::Panning;
    case StripControl::Mute:
        return TrackField::Mute;
    case StripControl::Solo:
        return TrackField::Solo;
    case StripControl::Arm:
        return TrackField::Arm;
    default:
        return TrackField::Volume;
    }
}

Target targetOf(TrackIndex track, StripPart part)
{
    return part.control == StripControl::Send ? Target::send(track, SendIndex(part.send))
                                              : Target::track(track, fieldOf(part.control));
}

QString levelText(StripPart part, std::optional<double> value)
{
    if (!value)
        return StripWords::tr(QT_TRANSLATE_NOOP("MixerView", "not known yet"));
    if (part.control == StripControl::Pan)
        return panText(*value);
    const bool isSend = part.control == StripControl::Send;
    return QStringLiteral("%1 dB").arg(
        decibelsText(isSend ? decibelsOfSend(*value) : decibelsOfVolume(*value)));
}

FadeReading readFade(const Fade &fade, qint64 now)
{
    constexpr qint64 second = 1000;
    return {
        fade.way() == Fade::Way::Out, static_cast<int>((fade.leftMs(now) + second - 1) / second)};
}

QString fadeText(const FadeReading &fade)
{
    const char *const text = fade.isOut ? QT_TRANSLATE_NOOP("MixerView", "fades out, %1 s left")
                                        : QT_TRANSLATE_NOOP("MixerView", "fades in, %1 s left");
    return StripWords::tr(text).arg(fade.secondsLeft);
}

QString sendLetter(int send)
{
    return QString(QChar(u'A' + send));
}

// Scripts and screen readers find controls by these, so they are never translated.
QString partName(const QString &track, StripPart part)
{
    switch (part.control) {
    case StripControl::Pan:
        return track + QLatin1String(" pan");
    case StripControl::Send:
        return track + QLatin1String(" send ") + sendLetter(part.send);
    case StripControl::MoreSends:
        return track + QLatin1String(" more sends");
    case StripControl::Volume:
    case StripControl::Value:
        return track + QLatin1String(" volume");
    case StripControl::Meter:
        return track + QLatin1String(" meter");
    case StripControl::Mute:
        return track + QLatin1String(" mute");
    case StripControl::Solo:
        return track + QLatin1String(" solo");
    case StripControl::Arm:
        return track + QLatin1String(" arm");
    case StripControl::None:
        break;
    }
    return {};
}

} // namespace clipdeck
