// SPDX-License-Identifier: GPL-3.0-or-later
// Live's undo history: each write of a script that Live would undo is one step.
#pragma once

#include <functional>
#include <vector>

namespace clipdeck::sim {

/// A linear history; the oldest steps fall off.
class History {
public:
    using Action = std::function<void()>;

    /// Remembers how to take a step back and how to take it again. Ignored while a step is being taken.
    void push(Action undo, Action redo);
    std::size_t undoable() const { return m_done.size(); }
    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    /// False if there is nothing to take back.
    bool undo();
    bool redo();

private:
    struct Step {
        Action undo;
        Action redo;
    };
    static constexpr std::size_t longest = 500;

    std::vector<Step> m_done;
    std::vector<Step> m_undone;
    bool m_busy = false;
};

} // namespace clipdeck::sim
