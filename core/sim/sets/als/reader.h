// SPDX-License-Identifier: GPL-3.0-or-later
// Opens Live Sets: files that Ableton Live 8 to 12 has saved (.als: XML, packed with gzip or, as some keep them in git, not).
//
// The format is not documented by Ableton; what is known of it comes from files that Live has made. Read: tracks, groups,
// returns, scenes, Session clips with loops, markers, colours, launch settings, warping and notes, the mixer, devices with
// those parameters that have a value in the file, tempo, signature, launch quantization, cue points. What a set has
// beyond that is named in `leftOut`.
#pragma once

#include "core/sim/live/set.h"

#include <QIODevice>

namespace clipdeck::sim {

/// A set, or why there is none.
struct AlsFile {
    std::optional<Set> set;
    QString error; ///< Without a set: words for the user, without the file's name
    QStringList
        leftOut; ///< What the file has and the set has not, one line a kind, with its number
};

/// Reads a file. Files made to hurt end in an error within a second, or a few for the largest that are still taken, and
/// in some 500 MB of memory at most: the limits stand in Gunzip, AlsXml and AlsLimits.
AlsFile readAls(const QString &path);
/// The same from a device that is open for reading.
AlsFile readAls(QIODevice &file);
/// Likewise, taken for XML however it begins.
AlsFile readUnpackedAls(QIODevice &xml);

} // namespace clipdeck::sim
