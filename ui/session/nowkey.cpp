// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/nowkey.h"

#include <QCoreApplication>

#include <array>

namespace clipdeck {

namespace {

/// The words' context for translators.
class NowKeyWords {
    Q_DECLARE_TR_FUNCTIONS(NowKey)
};

#ifdef Q_OS_MACOS
constexpr std::array keysHere{NowKey::Alt, NowKey::ControlShift};
#else
constexpr std::array keysHere{NowKey::Alt, NowKey::ControlShift, NowKey::Meta};
#endif

Qt::KeyboardModifiers modifiersOf(NowKey key)
{
    switch (key) {
    case NowKey::Alt:
        return Qt::AltModifier;
    case NowKey::ControlShift:
        return Qt::ControlModifier | Qt::ShiftModifier;
    case NowKey::Meta:
        return Qt::MetaModifier;
    }
    Q_UNREACHABLE();
}

} // namespace

std::span<const NowKey> nowKeys()
{
    return keysHere;
}

bool isHeld(NowKey key, Qt::KeyboardModifiers modifiers)
{
    return (modifiers & modifiersOf(key)) == modifiersOf(key);
}

QString nowKeyName(NowKey key)
{
    switch (key) {
    case NowKey::Alt:
#ifdef Q_OS_MACOS
        return NowKeyWords::tr("Option");
#else
        return NowKeyWords::tr("Alt");
#endif
    case NowKey::ControlShift:
#ifdef Q_OS_MACOS
        return NowKeyWords::tr("Command+Shift");
#else
        return NowKeyWords::tr("Ctrl+Shift");
#endif
    case NowKey::Meta:
#ifdef Q_OS_WIN
        return NowKeyWords::tr("Windows key");
#else
        return NowKeyWords::tr("Super");
#endif
    }
    Q_UNREACHABLE();
}

} // namespace clipdeck
