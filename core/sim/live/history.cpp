// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/live/history.h"

namespace clipdeck::sim {

void History::push(Action undo, Action redo)
{
    if (m_busy)
        return;
    m_undone.clear();
    m_done.push_back({std::move(undo), std::move(redo)});
    if (m_done.size() > longest)
        m_done.erase(m_done.begin());
}

bool History::undo()
{
    if (m_done.empty())
        return false;
    m_undone.push_back(std::move(m_done.back()));
    m_done.pop_back();
    m_busy = true;
    m_undone.back().undo();
    m_busy = false;
    return true;
}

bool History::redo()
{
    if (m_undone.empty())
        return false;
    m_done.push_back(std::move(m_undone.back()));
    m_undone.pop_back();
    m_busy = true;
    m_done.back().redo();
    m_busy = false;
    return true;
}

} // namespace clipdeck::sim
