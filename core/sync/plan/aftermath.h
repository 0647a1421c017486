// SPDX-License-Identifier: GPL-3.0-or-later
// What else Live changes when it is told to change something, and does not push. Pure.
#pragma once

#include "core/live/liveset.h"
#include "core/sync/plan/readplan.h"

#include <optional>
#include <vector>

namespace clipdeck {

/// The jobs that read what a write may have changed besides its target, which is read along with the write itself.
///
/// | what is written | what changes with it |
/// |---|---|
/// | a group's fold | which tracks are shown |
/// | a solo | which tracks are muted by it |
/// | a routing's type | its channels, and what they could be |
/// | warping | the unit of all of a clip's times |
/// | another property of audio | Live's text for it |
/// | a rack's macro | the parameters that it moves |
/// | no target, an edit (undo, a new scene …) | the structure, and all that is on screen |
/// | no target, no edit (a selection, a jump …) | the selection and the position |
std::vector<ReadJob> jobsAfterWrite(
    const ReadPlan &plan, const LiveSet &set, const std::optional<Target> &target, bool isEdit);

} // namespace clipdeck
