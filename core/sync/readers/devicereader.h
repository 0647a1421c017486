// SPDX-License-Identifier: GPL-3.0-or-later
// Devices and their parameters: queries out, answers into the mirror.
#pragma once

#include "core/sync/readers/readercontext.h"

namespace clipdeck {

std::vector<Query> readDevices(const ReaderContext &context, TrackIndex track);
std::vector<Query> readParameters(const ReaderContext &context, DeviceId device);
std::vector<Query> readParameterValues(const ReaderContext &context, DeviceId device);
std::vector<Query> readParameter(const ReaderContext &context, ParameterId parameter);

} // namespace clipdeck
