// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what faders wish, and answers as Live would when told to.
#pragma once

#include "core/live/liveset.h"
#include "core/mapping/liveaccess.h"
#include "core/midi/midiport.h"

#include <QStringList>

namespace clipdeck {

/// Each wish is proposed to the set, as the commands do; the test confirms or refuses.
class RecordingLive : public LiveAccess {
public:
    explicit RecordingLive(LiveSet &set)
        : m_set(set)
    {
    }
    void watch(ParameterId id) override { watched.append(text(id)); }
    void unwatch(ParameterId id) override { watched.removeOne(text(id)); }
    void requestParameter(ParameterId id, double value) override
    {
        wishes.append(text(id) + QStringLiteral(" = ") + QString::number(value));
        m_set.request(Target::parameter(id), value, 0);
        m_set.publish();
    }
    void requestVolume(TrackIndex track, double value) override
    {
        wishes.append(QStringLiteral("volume %1 = %2").arg(track.value).arg(value));
        m_set.request(Target::track(track, TrackField::Volume), value, 0);
        m_set.publish();
    }

    void confirm(ParameterId id, double value, const QString &text)
    {
        m_set.applyParameter(id, value);
        m_set.applyParameterText(id, text);
        m_set.confirm(Target::parameter(id));
        m_set.publish();
    }

    QStringList wishes; ///< `1/0/1 = 42`, `volume 1 = 0.5`
    QStringList watched; ///< `1/0/1`

private:
    static QString text(ParameterId id)
    {
        return QStringLiteral("%1/%2/%3")
            .arg(id.device.track.value)
            .arg(id.device.device.value)
            .arg(id.parameter.value);
    }
    LiveSet &m_set;
};

/// Keeps what is sent, one line a message; or has no output.
class RecordingSender : public MidiSender {
public:
    bool send(const MidiMessage &message) override
    {
        if (isOpen)
            sent.append(describe(message));
        return isOpen;
    }
    bool isOpen = true;
    QStringList sent;
};

} // namespace clipdeck
