// SPDX-License-Identifier: GPL-3.0-or-later
// Which screen is which, from one start to the next. Pure.
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

namespace clipdeck {

/// Tells screens apart. A screen with a serial number is itself at any connector (`name` is the connector's on most systems);
/// one without is known by its name. The size counts in either case: another resolution wants another zoom.
QString screenKey(const QString &name, const QString &serial, QSize size);

/// Where the window opens: on the screen where it was left if that is attached, else on the first.
QString openingScreen(const QString &left, const QStringList &attached);

/// The size that a screen has at 100 %, from the one that it has at `percent`. Exact for screens of an even width and height,
/// as all are.
QSize unscaledSize(QSize size, int percent);

} // namespace clipdeck
