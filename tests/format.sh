#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# format.sh CLANG_FORMAT: fails, naming the places, if a source file is not as .clang-format has it.
# To put them right: clang-format-14 -i FILE…
find app core ui tests \( -name '*.h' -o -name '*.cpp' \) -print0 \
    | xargs -0 --max-args 32 "$1" --dry-run -Werror --ferror-limit=3
