// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/fonts.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QStringList>
#include <QVariant>

// The macro declares a function, so it cannot stand in a namespace.
static void initResources()
{
    Q_INIT_RESOURCE(clipdeck);
}

namespace clipdeck {

namespace {

struct TypeRow {
    int pixels;
    QFont::Weight weight;
    bool prose;
};

TypeRow typeRowOf(Type type, bool comfortable)
{
    const int clip = comfortable ? 14 : 13;
    switch (type) {
    case Type::Micro:
        return {11, QFont::Medium, false};
    case Type::Base:
        return {13, QFont::Medium, false};
    case Type::Strong:
        return {13, QFont::Bold, false};
    case Type::Clip:
        return {clip, QFont::Medium, false};
    case Type::ClipCount:
        return {clip - 1, QFont::Bold, false};
    case Type::Title:
        return {15, QFont::Bold, false};
    case Type::Readout:
        return {20, QFont::Medium, false};
    case Type::Heading:
        return {20, QFont::Bold, false};
    case Type::Count:
        return {30, QFont::Medium, false};
    case Type::Hint:
        return {13, QFont::Normal, true};
    case Type::Prose:
        return {14, QFont::Normal, true};
    }
    Q_UNREACHABLE();
}

} // namespace

bool loadFonts()
{
    constexpr const char *key = "clipdeckFontsLoaded"; // fonts go with the application object
    if (const QVariant known = qApp->property(key); known.isValid())
        return known.toBool();
    initResources();
    bool all = true;
    for (const char *file : {"RobotoCondensed-Medium", "RobotoCondensed-Bold", "Roboto-Regular"}) {
        const QString path = QStringLiteral(":/clipdeck/fonts/%1.ttf").arg(QLatin1String(file));
        all = QFontDatabase::addApplicationFont(path) >= 0 && all;
    }
    qApp->setProperty(key, all);
    return all;
}

QFont fontOf(Type type, Density density)
{
    const TypeRow row = typeRowOf(type, density == Density::Comfortable);
    QFont font;
    font.setFamilies(row.prose
            ? QStringList{QStringLiteral("Roboto"), QStringLiteral("DejaVu Sans")}
            : QStringList{
                QStringLiteral("Roboto Condensed"), QStringLiteral("DejaVu Sans Condensed")});
    font.setPixelSize(row.pixels);
    font.setWeight(row.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

} // namespace clipdeck
