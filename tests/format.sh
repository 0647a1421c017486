#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# format.sh CLANG_FORMAT: fails, naming the places, if a source file is not as .clang-format has it.
# Ends with 77, which CTest takes for skipped, where there is no such program.
# To put them right: clang-format-14 -i FILE…
command -v "$1" >/dev/null || {
    echo "clang-format-14 is not here, and other versions form the code differently: not checked"
    exit 77
}
find app core ui tests \( -name '*.h' -o -name '*.cpp' \) -print0 \
    | xargs -0 --max-args 32 "$1" --dry-run -Werror --ferror-limit=3
