// SPDX-License-Identifier: GPL-3.0-or-later
// clipdeckctl: what Clipdeck can do, from the command line.
#include "app/clipdeckctl/commandline.h"
#include "app/clipdeckctl/verbs.h"

#include <QCoreApplication>

using namespace clipdeck;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("clipdeckctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CLIPDECK_VERSION));
    return runCommandLine(application.arguments().mid(1));
}
