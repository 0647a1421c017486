// SPDX-License-Identifier: GPL-3.0-or-later
// The window's command line (docs/formats.md, clipdeck).
#pragma once

#include <QCoreApplication>
#include <QHostAddress>
#include <QString>
#include <QStringList>

#include <optional>

namespace clipdeck {

/// What was asked for; what was not given is empty, so that the saved settings may fill it.
struct Options {
    Q_DECLARE_TR_FUNCTIONS(Options)
public:
    bool demo = false; ///< The built-in stand-in answers instead of Live
    QString demoSet; ///< The Live Set it opens; empty: the demo set
    std::optional<QString> host;
    std::optional<quint16> port;
    std::optional<quint16> replyPort;
    QHostAddress bindAddress; ///< Null: decided by where Live is
    QString configDirectory; ///< Empty: the user's own
    QString screenshotFile; ///< Write the window there and quit
    std::optional<double> afterSeconds; ///< Before the screenshot; else when the mirror is complete

    bool operator==(const Options &) const = default;
};

/// Options, or a text to print and the status to exit with.
struct ParsedOptions {
    std::optional<Options> options;
    QString text; ///< Without options: the help, the version, or what is wrong with the line
    int exitStatus = 0; ///< 0 help and version, 2 a line that can't be obeyed
};

/// `arguments` begin with the program's name, as QCoreApplication::arguments().
ParsedOptions parseOptions(const QStringList &arguments);

} // namespace clipdeck
