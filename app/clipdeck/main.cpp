// SPDX-License-Identifier: GPL-3.0-or-later
// The window.
#include "ui/shell/application.h"
#include "ui/shell/options.h"

#include <QApplication>

#include <cstdio>

using namespace clipdeck;

namespace {

/// Help, and what is wrong with the line, are told without a display too.
ParsedOptions readOptions(int argc, char **argv)
{
    const QCoreApplication console(argc, argv);
    return parseOptions(QCoreApplication::arguments());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("clipdeck"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CLIPDECK_VERSION));
    const ParsedOptions parsed = readOptions(argc, argv);
    if (!parsed.options) {
        std::fputs(qPrintable(parsed.text), parsed.exitStatus == 0 ? stdout : stderr);
        return parsed.exitStatus;
    }
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(
        Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication app(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Clipdeck"));
    QGuiApplication::setDesktopFileName(QStringLiteral("clipdeck"));
    Application clipdeck(app, *parsed.options);
    clipdeck.start();
    return QApplication::exec();
}
