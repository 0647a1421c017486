// SPDX-License-Identifier: GPL-3.0-or-later
// The mixer for assistive technology: sliders and buttons by the names in docs/formats.md, Accessible names.
#pragma once

#include "ui/mixer/strippart.h"

namespace clipdeck {

class MixerView;

/// Tells Qt how to describe MixerView; more than once does no harm.
void installMixerAccessibility();

/// A level's value or a switch's state differs.
void tellValue(MixerView &view, StripPart part);
/// The keys went there.
void tellFocus(MixerView &view, StripPart part);

} // namespace clipdeck
