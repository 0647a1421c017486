// SPDX-License-Identifier: GPL-3.0-or-later
// The style sheet of the plain widgets (buttons, fields, menus, tables): the resource with this
// theme's colours in it.
#pragma once

#include <QString>

class QObject;

namespace clipdeck {

class Theme;

/// Replaces @role, @inkOnText, @images, and the measures @buttonHeight, @tabHeight, @menuRowHeight and @leastTarget in
/// `sheet`. An unknown name stays as it is.
QString fillStyleSheet(const QString &sheet, const Theme &theme, const QString &imageFolder);

/// The program's own sheet, filled. Needs loadFonts() before (it brings the resources).
QString styleSheet(const Theme &theme, const QString &imageFolder);

/// Style sheets take images by file only, and the SVG plug-in may be absent: paints arrow and check
/// in the theme's colours into a temporary folder that lives as long as `owner`. Returns the
/// folder, with forward slashes.
QString paintStyleImages(const Theme &theme, QObject &owner);

} // namespace clipdeck
