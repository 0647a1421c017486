// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzz target as a test: plays every file of a folder, then mutations of it, the same ones each time.
// Arguments: folders or files, and --mutations N for each file.
#include "tests/fuzz/fuzz.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStringList>

#include <cstdio>

namespace {

using Dice = QRandomGenerator;

void play(const QByteArray &bytes)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.constData()),
        static_cast<std::size_t>(bytes.size()));
}

qsizetype place(Dice &dice, const QByteArray &bytes)
{
    return bytes.isEmpty()
        ? 0
        : static_cast<qsizetype>(dice.bounded(static_cast<quint32>(bytes.size())));
}

/// Changes, doubles, removes or puts in a few bytes.
void mutateOnce(Dice &dice, QByteArray &bytes)
{
    const qsizetype at = place(dice, bytes);
    const qsizetype count = 1 + static_cast<qsizetype>(dice.bounded(8));
    switch (dice.bounded(5)) {
    case 0:
        if (!bytes.isEmpty())
            bytes[at] = static_cast<char>(dice.bounded(256));
        break;
    case 1:
        if (!bytes.isEmpty())
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << dice.bounded(8)));
        break;
    case 2:
        bytes.remove(at, count);
        break;
    case 3:
        bytes.insert(at, bytes.mid(place(dice, bytes), count * 4));
        break;
    default:
        bytes.insert(at, QByteArray(count, static_cast<char>(dice.bounded(256))));
        break;
    }
}

void playWithMutations(const QString &path, int mutations)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray seed = file.readAll();
    play(seed);
    Dice dice(static_cast<quint32>(qHash(seed, 0)));
    for (int i = 0; i < mutations; ++i) {
        QByteArray mutated = seed;
        for (quint32 n = 1 + dice.bounded(6); n > 0; --n)
            mutateOnce(dice, mutated);
        play(mutated);
    }
}

QStringList filesOf(const QString &path)
{
    if (QFileInfo(path).isFile())
        return {path};
    QStringList files;
    QDirIterator it(path, QDir::Files);
    while (it.hasNext())
        files.append(it.next());
    files.sort();
    return files;
}

} // namespace

int main(int argc, char **argv)
{
    int mutations = 300;
    QStringList files;
    for (int i = 1; i < argc; ++i) {
        if (QByteArrayView(argv[i]) == QByteArrayView("--mutations") && i + 1 < argc)
            mutations = std::atoi(argv[++i]);
        else
            files += filesOf(QString::fromLocal8Bit(argv[i]));
    }
    if (files.isEmpty()) {
        std::fputs("no seeds\n", stderr);
        return 2;
    }
    for (const QString &file : files)
        playWithMutations(file, mutations);
    std::printf("%d seeds, %d mutations of each\n", static_cast<int>(files.size()), mutations);
    return 0;
}
