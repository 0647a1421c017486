// SPDX-License-Identifier: GPL-3.0-or-later
// Scenes (AbletonOSC: scene.py).
#include "core/abletonosc/apirows.h"

#include <array>

namespace clipdeck::api {

using O = ObjectKind;
using V = ValueKind;

std::span<const Property> sceneProperties()
{
    static constexpr std::array rows{
        Property{O::Scene, "color", V::Int, settable, pushes},
        Property{O::Scene, "color_index", V::Int, settable, pushes},
        Property{O::Scene, "is_empty", V::Bool, readOnly, raises},
        Property{O::Scene, "is_triggered", V::Bool, readOnly, pushes},
        Property{O::Scene, "name", V::Text, settable, pushes},
        Property{O::Scene, "tempo", V::Float, settable, pushes},
        Property{O::Scene, "tempo_enabled", V::Bool, settable, pushes},
        Property{O::Scene, "time_signature_denominator", V::Int, settable, pushes},
        Property{O::Scene, "time_signature_enabled", V::Bool, settable, pushes},
        Property{O::Scene, "time_signature_numerator", V::Int, settable, pushes},
    };
    return rows;
}

std::span<const Special> sceneSpecials()
{
    using enum Verb;
    static constexpr std::array rows{
        Special{O::Scene, Call, "fire", "force_legato:b? can_select_scene_on_launch:b?", nullptr},
        Special{O::Scene, Call, "fire_as_selected", "force_legato:b?", nullptr},
        // Has no index, though the object has.
        Special{O::Scene, Call, "fire_selected", "", nullptr, {}, 2, 0, withoutIds},
    };
    return rows;
}

} // namespace clipdeck::api
