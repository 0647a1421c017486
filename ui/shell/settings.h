// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers from one start to the next.
#pragma once

#include "ui/theme/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace clipdeck {

struct EngineSettings;

/// The window's settings, in one ini file in the configuration folder. Every call reads or writes at once; Qt saves the file
/// atomically. What the file holds is checked on the way in: a hand-edited nonsense gives the default.
class Settings {
public:
    /// `directory` is made when the first value is written; empty: the user's own for this program.
    explicit Settings(const QString &directory);

    /// Which screen the window is on: place, splits, folds, zoom and density are kept for each. Where a screen has none of its own,
    /// those that were set last anywhere hold. Any text that tells screens apart.
    void setScreen(const QString &screen);
    QString lastScreen() const; ///< The one that was set last, in this run or before

    /// The configuration folder, where other parts keep their files too.
    const QString &directory() const { return m_directory; }

    Theme::Kind theme() const;
    void setTheme(Theme::Kind kind);

    Density density() const;
    void setDensity(Density density);

    int windowScale() const; ///< In per cent, one that WindowScale has
    void setWindowScale(int percent);

    /// As QWidget::saveGeometry() gives it.
    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    /// Maximized, full screen, or neither: what holds where the geometry was saved at another scale.
    Qt::WindowStates windowState() const;
    void setWindowState(Qt::WindowStates state);

    int panelHeight() const; ///< Of the lower panel, in px; 0: not set
    void setPanelHeight(int height);
    bool isPanelFolded() const;
    void setPanelFolded(bool folded);
    bool isMixerShown() const;
    void setMixerShown(bool shown);
    int gridZoom(int otherwise) const; ///< In per cent
    void setGridZoom(int percent);
    QString panelTab() const; ///< The tab's id
    void setPanelTab(const QString &id);

    /// What only one part of the window knows, under a name of its own ("grid/motion").
    QVariant value(const char *key, const QVariant &otherwise) const;
    void setValue(const char *key, const QVariant &value);

    /// Where Live was found the last time; what was never set is EngineSettings' own default.
    EngineSettings connection() const;
    void setConnection(const EngineSettings &connection);

private:
    quint16 port(QLatin1String key, quint16 otherwise) const;
    QVariant read(const QString &key, const QVariant &otherwise = {}) const;
    void write(const QString &key, const QVariant &value);
    QString onScreen(const QString &key) const;

    QString m_directory;
    QString m_screen; ///< As a key
    mutable QSettings m_file;
};

} // namespace clipdeck
