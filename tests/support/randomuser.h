// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody works in Live and somebody works in Clipdeck, both at random, and the same again for the same seed.
#pragma once

#include "core/engine.h"
#include "tests/support/controlclient.h"

#include <QJsonObject>

#include <random>

namespace clipdeck {

/// Makes random edits: by "the user in Live" through the server's control channel, and by Clipdeck through an engine's
/// commands. Indexes are taken from the mirror, which may lag behind Live, so some edits hit nothing: Live refuses
/// them, as it does when a user clicks on what has just gone.
class RandomUser {
public:
    RandomUser(quint32 seed, ControlClient &live, Engine &engine);

    /// One edit. Returns what it was, in words for a log.
    QString edit();
    /// The song and all clips stop, so that nothing moves by itself any more.
    void rest();
    /// A whole number from 0 to `below` - 1.
    int pick(int below);
    /// True in `percent` of a hundred cases.
    bool chance(int percent) { return pick(100) < percent; }

    int done() const { return m_done; }
    int refused() const { return m_refused; } ///< By the server's control channel

private:
    QString editInLive();
    QString editStructure();
    QString editInClipdeck();
    QString setInLive();
    QString call(const char *command, const QJsonObject &arguments);
    QString set(const QString &path, const char *property, const QJsonValue &value);

    int track() { return pick(m_engine.liveSet().trackCount()); }
    int scene() { return pick(m_engine.liveSet().sceneCount()); }
    /// A slot with a clip where a few tries find one.
    SlotId clip();
    QString name();
    double part() { return pick(1001) / 1000.0; } ///< From 0 to 1

    std::mt19937 m_random;
    ControlClient &m_live;
    Engine &m_engine;
    int m_done = 0;
    int m_refused = 0;
};

} // namespace clipdeck
