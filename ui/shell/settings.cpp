// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings.h"

#include "core/engine.h"
#include "ui/shell/windowscale.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>

namespace clipdeck {

namespace {

QString chosenDirectory(const QString &directory)
{
    return directory.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
                               : QDir(directory).absolutePath();
}

constexpr QLatin1String themeKey("window/theme");
constexpr QLatin1String densityKey("window/density");
constexpr QLatin1String lastScreenKey("window/screen");
constexpr QLatin1String gridZoomKey("grid/zoom");
constexpr QLatin1String scaleKey("window/scale");
constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String windowStateKey("window/state");
constexpr QLatin1String panelHeightKey("panel/height");
constexpr QLatin1String panelFoldedKey("panel/folded");
constexpr QLatin1String panelTabKey("panel/tab");
constexpr QLatin1String mixerShownKey("mixer/shown");
constexpr QLatin1String hostKey("live/host");
constexpr QLatin1String portKey("live/port");
constexpr QLatin1String replyPortKey("live/replyPort");

} // namespace

Settings::Settings(const QString &directory)
    : m_directory(chosenDirectory(directory))
    , m_file(QDir(m_directory).filePath(QStringLiteral("clipdeck.ini")), QSettings::IniFormat)
{
}

void Settings::setScreen(const QString &screen)
{
    m_screen = screen;
    m_screen.replace(QLatin1Char('/'), QLatin1Char('_')); // would be a group
    if (lastScreen() != screen)
        m_file.setValue(lastScreenKey, screen);
}

QString Settings::lastScreen() const
{
    return m_file.value(lastScreenKey).toString();
}

QString Settings::onScreen(const QString &key) const
{
    return QStringLiteral("screen %1/%2").arg(m_screen, QString(key).replace(u'/', u'.'));
}

QVariant Settings::read(const QString &key, const QVariant &otherwise) const
{
    const QVariant here = m_screen.isEmpty() ? QVariant() : m_file.value(onScreen(key));
    return here.isValid() ? here : m_file.value(key, otherwise);
}

void Settings::write(const QString &key, const QVariant &value)
{
    m_file.setValue(key, value);
    if (!m_screen.isEmpty())
        m_file.setValue(onScreen(key), value);
}

Theme::Kind Settings::theme() const
{
    return m_file.value(themeKey) == QLatin1String("light") ? Theme::Kind::Light
                                                            : Theme::Kind::Dark;
}

void Settings::setTheme(Theme::Kind kind)
{
    m_file.setValue(
        themeKey, kind == Theme::Kind::Light ? QStringLiteral("light") : QStringLiteral("dark"));
}

Density Settings::density() const
{
    return read(densityKey) == QLatin1String("comfortable") ? Density::Comfortable
                                                            : Density::Compact;
}

void Settings::setDensity(Density density)
{
    write(densityKey,
        density == Density::Comfortable ? QStringLiteral("comfortable")
                                        : QStringLiteral("compact"));
}

QVariant Settings::value(const char *key, const QVariant &otherwise) const
{
    return m_file.value(QLatin1String(key), otherwise);
}

void Settings::setValue(const char *key, const QVariant &value)
{
    m_file.setValue(QLatin1String(key), value);
}

int Settings::gridZoom(int otherwise) const
{
    return read(gridZoomKey, otherwise).toInt();
}

void Settings::setGridZoom(int percent)
{
    write(gridZoomKey, percent);
}

int Settings::windowScale() const
{
    return WindowScale::valid(read(scaleKey, WindowScale::usual).toInt());
}

void Settings::setWindowScale(int percent)
{
    write(scaleKey, percent);
}

Qt::WindowStates Settings::windowState() const
{
    const auto kept = static_cast<Qt::WindowStates>(read(windowStateKey).toInt());
    return kept & (Qt::WindowMaximized | Qt::WindowFullScreen);
}

void Settings::setWindowState(Qt::WindowStates state)
{
    write(windowStateKey, static_cast<int>(state));
}

QByteArray Settings::geometry() const
{
    return read(geometryKey).toByteArray();
}

void Settings::setGeometry(const QByteArray &geometry)
{
    write(geometryKey, geometry);
}

int Settings::panelHeight() const
{
    return std::clamp(read(panelHeightKey).toInt(), 0, 10'000);
}

void Settings::setPanelHeight(int height)
{
    write(panelHeightKey, height);
}

bool Settings::isPanelFolded() const
{
    return read(panelFoldedKey).toBool();
}

void Settings::setPanelFolded(bool folded)
{
    write(panelFoldedKey, folded);
}

bool Settings::isMixerShown() const
{
    return read(mixerShownKey, true).toBool();
}

void Settings::setMixerShown(bool shown)
{
    write(mixerShownKey, shown);
}

QString Settings::panelTab() const
{
    return m_file.value(panelTabKey, QStringLiteral("faders")).toString();
}

void Settings::setPanelTab(const QString &id)
{
    m_file.setValue(panelTabKey, id);
}

EngineSettings Settings::connection() const
{
    EngineSettings connection;
    if (const QString host = m_file.value(hostKey).toString().trimmed(); !host.isEmpty())
        connection.host = host;
    connection.port = port(portKey, connection.port);
    connection.replyPort = port(replyPortKey, connection.replyPort);
    return connection;
}

void Settings::setConnection(const EngineSettings &connection)
{
    m_file.setValue(hostKey, connection.host);
    m_file.setValue(portKey, connection.port);
    m_file.setValue(replyPortKey, connection.replyPort);
}

quint16 Settings::port(QLatin1String key, quint16 otherwise) const
{
    bool ok = false;
    const quint16 value = m_file.value(key).toString().toUShort(&ok);
    return ok && value != 0 ? value : otherwise;
}

} // namespace clipdeck
