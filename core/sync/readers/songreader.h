// SPDX-License-Identifier: GPL-3.0-or-later
// The song and its scenes: queries out, answers into the mirror.
#pragma once

#include "core/sync/readers/readercontext.h"

namespace clipdeck {

std::vector<Query> readSong(const ReaderContext &context);
std::vector<Query> readSongTime(const ReaderContext &context);
/// One value of the song; the position comes with the rest of readSongTime().
std::vector<Query> readSongField(const ReaderContext &context, SongField field);
std::vector<Query> readLocators(const ReaderContext &context);
std::vector<Query> readSceneNames(const ReaderContext &context);
/// What every scene has, but its name; and the tempo and signature of one that has its own.
std::vector<Query> readScene(const ReaderContext &context, SceneIndex scene);
std::vector<Query> readSceneTimes(const ReaderContext &context, SceneIndex scene);
std::vector<Query> readSceneField(const ReaderContext &context, SceneIndex scene, SceneField field);

} // namespace clipdeck
