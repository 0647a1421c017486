// SPDX-License-Identifier: GPL-3.0-or-later
// The grid on a real engine against the stand-in, over real UDP: hands go in as events, what counts is what Live's side has.
#pragma once

#include "core/engine.h"
#include "core/sim/simulator.h"
#include "ui/session/sessioncontroller.h"
#include "ui/session/sessionview.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <memory>

namespace clipdeck {

/// A demo set of its own, the song stopped or playing as the demo has it, launch quantization off.
class GridFixture {
public:
    /// Runs the event loop until the mirror is complete. False if it does not become so.
    bool start();

    SessionView &view() { return *m_view; }
    SessionController &desk() { return *m_desk; }
    Engine &engine() { return *m_engine; }
    const Theme &theme() const { return m_theme; }
    const LiveSet &set() { return m_engine->liveSet(); }

    // What Live's side has.
    QJsonObject dump() const;
    QJsonObject song() const;
    QJsonObject track(TrackIndex track) const;
    QJsonObject clip(SlotId slot) const; ///< Empty where the slot is
    QJsonObject slot(SlotId slot) const;
    QJsonObject scene(int index) const;
    int sceneCount() const;
    int selectedScene() const; ///< In Live
    QString selectedTrack() const;
    bool plays(SlotId slot) const;
    bool hasClip(SlotId slot) const { return !clip(slot).isEmpty(); }
    /// The mirror has every clip where Live has it.
    bool isInStep() const;
    /// All that was wished has come to its end.
    bool isSettled() { return m_engine->liveSet().wishes().empty(); }

    // Where things are.
    TrackIndex trackNamed(const QString &name) const;
    SlotId clipNamed(const QString &track, const QString &name) const;
    QPoint at(Place place, double x = 40) const;
    Place place(SlotId slot) const;

    // Hands.
    void click(Place place, Qt::KeyboardModifiers modifiers = {}, double x = 40);
    void press(Place place, Qt::KeyboardModifiers modifiers = {}, double x = 40);
    void release(Place place, Qt::KeyboardModifiers modifiers = {}, double x = 40);
    void move(QPoint to, Qt::KeyboardModifiers modifiers = {});
    void key(int key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text); ///< Into the name that is being edited
    void focus(SlotId slot);

private:
    Theme m_theme;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<SessionView> m_view;
    SessionController *m_desk = nullptr; ///< Of the view
};

} // namespace clipdeck
