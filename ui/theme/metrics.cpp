// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/metrics.h"

namespace clipdeck {

namespace {

Metrics comfortable()
{
    Metrics m;
    m.leastTarget = 34;
    m.rowPitch = 36;
    m.columnPitch = 128;
    m.columnLeast = 96;
    m.lamp = 34;
    m.headerHeight = 46;
    m.stopHeight = 36;
    m.mixerHeight = 196;
    m.sceneWidth = 216;
    m.transportHeight = 60;
    m.tabsHeight = 36;
    m.buttonHeight = 34;
    m.toolRowHeight = 36;
    m.menuRowHeight = 36;
    m.mixerThumb = {28, 20};
    m.stripButton = 34;
    m.stripField = 34;
    m.stripRow = 36;
    m.stripRowLeast = 34;
    m.bankThumb = {56, 32};
    m.edgeZone = 20;
    m.edgeZoneOnHover = true;
    m.secondLine = true;
    return m;
}

} // namespace

const Metrics &Metrics::of(Density density)
{
    static const Metrics forMouse;
    static const Metrics forTouch = comfortable();
    return density == Density::Compact ? forMouse : forTouch;
}

} // namespace clipdeck
