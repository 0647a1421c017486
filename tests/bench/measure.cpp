// SPDX-License-Identifier: GPL-3.0-or-later
// What a performer waits for and what it costs Live, measured against a server in a process of its own:
// `measure stand-in|rig [SECTION…]`, all sections if none is named.
#include "tests/bench/figures.h"
#include "tests/bench/firstpaint.h"
#include "tests/bench/flood.h"
#include "tests/bench/largeset.h"
#include "tests/bench/presslatency.h"
#include "tests/bench/programs.h"
#include "tests/bench/pylive.h"
#include "tests/bench/receive.h"

#include <QApplication>
#include <QFile>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace clipdeck;

namespace {

struct Section {
    const char *name;
    void (*measure)(ServerKind kind);
};

constexpr std::array sections{
    Section{"connect", measureConnect},
    Section{"press", measureHands},
    Section{"receive", [](ServerKind) { measureReceive(); }},
    Section{"flood", measureFlood},
    Section{"large", measureLarge},
    Section{"steady", measureSteady},
    Section{"huge", measureHuge},
    Section{"program", measurePrograms},
    Section{"pylive", measurePylive},
};

bool isKnown(const QByteArray &name)
{
    return std::ranges::any_of(
        sections, [&](const Section &section) { return name == section.name; });
}

int usage()
{
    std::fputs("usage: measure stand-in|rig [SECTION...]\nsections:", stderr);
    for (const Section &section : sections)
        std::fprintf(stderr, " %s", section.name);
    std::fputs("\n", stderr);
    return 2;
}

void measureAll(ServerKind kind, const QList<QByteArray> &wanted)
{
    for (const Section &section : sections) {
        if (wanted.isEmpty() || wanted.contains(section.name))
            section.measure(kind);
    }
    const AimCount aims = aimCount();
    std::printf("%d of %d aims missed\n", aims.missed, aims.told);
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc == 3 && qstrcmp(argv[1], "--first-paint") == 0)
        return runUntilFirstPaint(argc, argv, QByteArray(argv[2]).toLongLong());

    const QApplication app(argc, argv);
    QList<QByteArray> words(argv + 1, argv + argc);
    const QByteArray who = words.isEmpty() ? QByteArray() : words.takeFirst();
    if ((who != "rig" && who != "stand-in") || !std::ranges::all_of(words, isKnown))
        return usage();
    if (!qEnvironmentVariableIsSet("CLIPDECK_BIN"))
        qputenv("CLIPDECK_BIN",
            QFile::encodeName(QCoreApplication::applicationDirPath() + QStringLiteral("/../bin")));
    const ServerKind kind = who == "rig" ? ServerKind::Rig : ServerKind::StandIn;
    if (const QString why = OscServer::unavailable(kind); !why.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(why));
        return 1;
    }
    measureAll(kind, words);
    return 0;
}
