// SPDX-License-Identifier: GPL-3.0-or-later
// Messages and questions to AbletonOSC, made from the rows of its API's table.
#pragma once

#include "core/abletonosc/api.h"
#include "core/abletonosc/query.h"
#include "core/live/value.h"
#include "core/osc/oscmessage.h"

#include <initializer_list>
#include <optional>
#include <span>

namespace clipdeck {

using Ids = std::initializer_list<int>;

/// `/live/OBJECT/get/NAME ids… [tag]`. Asserts that there is such an address, as all of these do.
OscMessage getMessage(ObjectKind object, Ids ids, const char *name);
/// `/live/OBJECT/set/NAME ids… value`, the value in the type that Live wants.
OscMessage setMessage(const Property &property, Ids ids, const LiveValue &value);
/// `/live/OBJECT/METHOD ids…`
OscMessage callMessage(ObjectKind object, Ids ids, const char *method);
/// The question of a getter, as the table has it: the answer repeats its ids, and what it costs Live, the items of a list
/// left out.
Query getQuery(ObjectKind object, Ids ids, const char *name);
/// Any address, with its arguments as the table types them: values behind the row's last argument, or its repeated ones,
/// are taken as they are.
OscMessage message(const Endpoint &endpoint, const std::vector<LiveValue> &arguments);

/// Live's value out of an answer's argument. int64 that fits becomes int, nil becomes nothing.
LiveValue toValue(const OscArgument &argument);
/// The value as the argument that Live wants; text stays text, whatever `kind` says.
OscArgument toArgument(const LiveValue &value, ValueKind kind);

} // namespace clipdeck
