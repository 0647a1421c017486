// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylesheet.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace clipdeck {

namespace {

/// A temporary folder with an owner; removed with it.
class ImageFolder : public QObject {
public:
    explicit ImageFolder(QObject *parent)
        : QObject(parent)
    {
        setObjectName(QStringLiteral("clipdeckStyleImages"));
    }
    QTemporaryDir dir;
};

void saveIcon(const QString &folder, const QString &name, Icon icon, int size, QColor color)
{
    for (int scale : {1, 2}) {
        QImage image(size * scale, size * scale, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(scale);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(painter, icon, QRectF(0, 0, size, size), color);
        painter.end();
        const QString suffix = scale == 2 ? QStringLiteral("@2x") : QString();
        image.save(folder + QLatin1Char('/') + name + suffix + QStringLiteral(".png"));
    }
}

QString valueOf(const QString &name, const Theme &theme, const QString &imageFolder)
{
    if (name == QLatin1String("inkOnText"))
        return theme.inkOn(Role::Text).name();
    if (name == QLatin1String("images"))
        return imageFolder;
    if (name == QLatin1String("buttonHeight")) // without the 2 px borders
        return QStringLiteral("%1px").arg(theme.metrics().buttonHeight - 4);
    if (name == QLatin1String("tabHeight"))
        return QStringLiteral("%1px").arg(theme.metrics().tabsHeight - 3);
    if (name == QLatin1String("menuRowHeight")) // without the padding
        return QStringLiteral("%1px").arg(theme.metrics().menuRowHeight - 8);
    if (name == QLatin1String("leastTarget"))
        return QStringLiteral("%1px").arg(theme.metrics().leastTarget);
    if (const std::optional<Role> role = roleNamed(name))
        return theme.color(*role).name();
    return QLatin1Char('@') + name;
}

} // namespace

QString fillStyleSheet(const QString &sheet, const Theme &theme, const QString &imageFolder)
{
    static const QRegularExpression token(QStringLiteral("@([A-Za-z][A-Za-z0-9]*)"));
    QString out;
    qsizetype from = 0;
    for (auto it = token.globalMatch(sheet); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(sheet).mid(from, match.capturedStart() - from);
        out += valueOf(match.captured(1), theme, imageFolder);
        from = match.capturedEnd();
    }
    out += QStringView(sheet).mid(from);
    return out;
}

QString styleSheet(const Theme &theme, const QString &imageFolder)
{
    QFile file(QStringLiteral(":/clipdeck/styles/clipdeck.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return fillStyleSheet(QString::fromUtf8(file.readAll()), theme, imageFolder);
}

QString paintStyleImages(const Theme &theme, QObject &owner)
{
    delete owner.findChild<QObject *>(
        QStringLiteral("clipdeckStyleImages"), Qt::FindDirectChildrenOnly);
    const auto *folder = new ImageFolder(&owner);
    const QString path = folder->dir.path();
    saveIcon(path, QStringLiteral("down"), Icon::Down, 14, theme.color(Role::Text2));
    saveIcon(path, QStringLiteral("check"), Icon::Check, 16, theme.inkOn(Role::Text));
    return path;
}

} // namespace clipdeck
