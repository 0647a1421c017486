#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether every source of core, ui and app compiles for Windows: MinGW's compiler reads each one by itself, against this
# system's Qt headers, and links nothing. Each source is read alone, without what a unity build would bring in before it, so
# this also finds includes that are missing. Installs what it needs. Writes nothing but a temporary folder.
#
#   packaging/check-windows.sh              every source
#   packaging/check-windows.sh FILE.cpp …   these
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
# shellcheck source-path=SCRIPTDIR
. packaging/packages.sh
require_packages "${build_packages[@]}" g++-mingw-w64-x86-64-posix

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Of /usr/include no more than these: the C library's headers there are not Windows'.
mkdir "$work/include" "$work/moc"
ln -s /usr/include/oscpack "$work/include/oscpack"
for header in /usr/include/rtmidi/RtMidi.h /usr/include/zlib.h /usr/include/*-linux-gnu/zconf.h; do
    ln -s "$header" "$work/include/"
done

qt_headers=$(qmake6 -query QT_INSTALL_HEADERS)
flags=(-std=c++20 -fsyntax-only -I. -isystem "$work/include" -I "$work/moc" -isystem "$qt_headers")
for module in QtCore QtNetwork QtGui QtWidgets; do
    flags+=(-isystem "$qt_headers/$module")
done
# The definitions and warnings of every target, as packaging/cmake/targets.cmake has them.
flags+=(-DQT_NO_CAST_FROM_ASCII -DQT_NO_CAST_TO_ASCII -DQT_NO_CAST_FROM_BYTEARRAY -DQT_NO_FOREACH -DQT_NO_KEYWORDS
    -DQT_NO_NARROWING_CONVERSIONS_IN_CONNECT -DQT_NO_CONTEXTLESS_CONNECT -DQT_NO_URL_CAST_FROM_STRING
    -DQT_STRICT_ITERATORS -DQT_USE_QSTRINGBUILDER -DQT_DISABLE_DEPRECATED_BEFORE=0x060400 -DCLIPDECK_VERSION='"check"'
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
    -Wimplicit-fallthrough -Werror)

moc=$(qmake6 -query QT_HOST_LIBEXECS)/moc
grep -lE '^ *Q_(OBJECT|GADGET)' -r core ui app --include='*.h' \
    | while read -r header; do
        printf '%s\0-o\0%s\0' "$header" "$work/moc/moc_$(basename "$header" .h).cpp"
    done \
    | xargs -0 -n 3 -P "$(nproc)" "$moc" -I.

if [ $# -gt 0 ]; then
    sources=("$@")
else
    # JACK's library is looked for on Linux only.
    mapfile -t sources < <(find core ui app -name '*.cpp' ! -name jackserver.cpp | sort)
fi
printf '%s\0' "${sources[@]}" \
    | xargs -0 -n 1 -P "$(nproc)" x86_64-w64-mingw32-g++-posix "${flags[@]}" \
    || give_up "these do not compile for Windows"
echo "${#sources[@]} sources compile for Windows"
