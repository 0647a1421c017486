// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that the table of AbletonOSC's API is made from, by object. For core/abletonosc/api*.cpp alone.
#pragma once

#include "core/abletonosc/api.h"

namespace clipdeck::api {

/// An address of its own form. Shapes are written as `name:type`, types b i f t (text) and v (any); `?` behind a type makes
/// it optional, and all behind a `|` may come any number of times. They are without the object's indexes.
struct Special {
    ObjectKind object;
    Verb verb;
    const char *name;
    const char *arguments;
    const char *reply; ///< Null: none comes
    Raises raises = {}; ///< Beside what follows from the arguments
    int reads = 1;
    int readsPerItem = 0;
    bool withIds = true; ///< The object's indexes lead the arguments
};

constexpr bool settable = true;
constexpr bool readOnly = false;
constexpr bool echoesNot = false;
constexpr bool withoutIds = false;
constexpr Listening pushes = Listening::Pushes;
constexpr Listening raises = Listening::Raises;
constexpr Listening never = Listening::Never;

std::span<const Property> songProperties();
std::span<const Property> trackProperties();
std::span<const Property> clipProperties();
std::span<const Property> sceneProperties();
std::span<const Property> deviceProperties();

std::span<const Special> songSpecials();
std::span<const Special> trackSpecials();
std::span<const Special> clipSpecials();
std::span<const Special> sceneSpecials();
std::span<const Special> deviceSpecials();
std::span<const Special> applicationSpecials();

} // namespace clipdeck::api
