// SPDX-License-Identifier: GPL-3.0-or-later
// The window.
#include "ui/shell/application.h"
#include "ui/shell/options.h"
#include "ui/shell/settings.h"
#include "ui/shell/windowscale.h"

#include <QApplication>

#include <cstdio>
#include <vector>

using namespace clipdeck;

namespace {

/// Help, and what is wrong with the line, are told without a display too.
ParsedOptions readOptions(int argc, char **argv)
{
    const QCoreApplication console(argc, argv);
    return parseOptions(QCoreApplication::arguments());
}

/// The scale that was chosen for the screen on which the window was left.
int openingScale(const Options &options)
{
    Settings settings(options.configDirectory);
    settings.setScreen(settings.lastScreen());
    return settings.windowScale();
}

/// One window at one scale. Returns the event loop's status; `options` are then as the user has changed them.
int runWindow(std::vector<char *> arguments, Options &options, int scale)
{
    auto count = static_cast<int>(arguments.size()) - 1;
    QApplication app(count, arguments.data());
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Clipdeck"));
    QGuiApplication::setDesktopFileName(QStringLiteral("clipdeck"));
    Application clipdeck(app, options, scale);
    clipdeck.start();
    const int status = QApplication::exec();
    options = clipdeck.options();
    return status;
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
    const WindowScale windowScale;
    Options options = *parsed.options;
    int status = Application::reopenStatus;
    while (status == Application::reopenStatus) {
        const int scale = openingScale(options);
        windowScale.apply(scale);
        // With its closing null, as main() gets it.
        status = runWindow(std::vector<char *>(argv, argv + argc + 1), options, scale);
    }
    return status;
}
