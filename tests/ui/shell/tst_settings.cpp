// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine.h"
#include "tests/support/testclass.h"
#include "ui/shell/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace clipdeck;

class TestSettings : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

private Q_SLOTS:
    void anEmptyFolderGivesDefaults()
    {
        const QString folder = m_dir.filePath(QStringLiteral("new"));
        const Settings settings(folder);
        QCOMPARE(settings.theme(), Theme::Kind::Dark);
        QVERIFY(settings.geometry().isEmpty());
        QCOMPARE(settings.panelHeight(), 0);
        QVERIFY(!settings.isPanelFolded());
        QCOMPARE(settings.connection().host, QStringLiteral("127.0.0.1"));
        QCOMPARE(settings.connection().port, quint16(11000));
        QCOMPARE(settings.directory(), QDir(folder).absolutePath());
        QVERIFY2(!QFile::exists(folder), "reading must not make the folder");
    }

    void everythingComesBack()
    {
        const QString folder = m_dir.filePath(QStringLiteral("kept"));
        EngineSettings live;
        live.host = QStringLiteral("studio.local");
        live.port = 12000;
        live.replyPort = 12001;
        {
            Settings settings(folder);
            settings.setTheme(Theme::Kind::Light);
            settings.setGeometry(QByteArray("\x01\x02\x00\x03", 4));
            settings.setPanelHeight(300);
            settings.setPanelFolded(true);
            settings.setPanelTab(QStringLiteral("faders"));
            settings.setConnection(live);
        }
        const Settings again(folder);
        QCOMPARE(again.theme(), Theme::Kind::Light);
        QCOMPARE(again.geometry(), QByteArray("\x01\x02\x00\x03", 4));
        QCOMPARE(again.panelHeight(), 300);
        QVERIFY(again.isPanelFolded());
        QCOMPARE(again.panelTab(), QStringLiteral("faders"));
        QCOMPARE(again.connection().host, live.host);
        QCOMPARE(again.connection().port, live.port);
        QCOMPARE(again.connection().replyPort, live.replyPort);
    }

    void eachScreenHasItsOwn()
    {
        Settings settings(m_dir.filePath(QStringLiteral("screens")));
        settings.setScreen(QStringLiteral("HDMI-1 1920x1080"));
        settings.setPanelHeight(300);
        settings.setMixerShown(false);
        settings.setDensity(Density::Comfortable);
        settings.setGridZoom(150);
        settings.setScreen(QStringLiteral("eDP-1 1366x768"));
        QCOMPARE(settings.panelHeight(), 300); // none of its own yet: as it was last
        QCOMPARE(settings.density(), Density::Comfortable);
        settings.setPanelHeight(150);
        settings.setMixerShown(true);
        settings.setDensity(Density::Compact);
        settings.setGridZoom(80);
        settings.setScreen(QStringLiteral("HDMI-1 1920x1080"));
        QCOMPARE(settings.panelHeight(), 300);
        QVERIFY(!settings.isMixerShown());
        QCOMPARE(settings.density(), Density::Comfortable);
        QCOMPARE(settings.gridZoom(100), 150);
        settings.setScreen(QStringLiteral("eDP-1 1366x768"));
        QCOMPARE(settings.lastScreen(), QStringLiteral("eDP-1 1366x768"));
        QCOMPARE(settings.density(), Density::Compact);
        QCOMPARE(settings.gridZoom(100), 80);
        QCOMPARE(settings.panelHeight(), 150);
        QVERIFY(settings.isMixerShown());
    }

    void nonsenseGivesDefaults()
    {
        const QString folder = m_dir.filePath(QStringLiteral("nonsense"));
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + QStringLiteral("/clipdeck.ini"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[window]\ntheme=mauve\n[panel]\nheight=-7\n[live]\nhost=  "
                   "\nport=eleven\nreplyPort=70000\n");
        file.close();
        const Settings settings(folder);
        QCOMPARE(settings.theme(), Theme::Kind::Dark);
        QCOMPARE(settings.panelHeight(), 0);
        QCOMPARE(settings.connection().host, QStringLiteral("127.0.0.1"));
        QCOMPARE(settings.connection().port, quint16(11000));
        QCOMPARE(settings.connection().replyPort, quint16(11001));
    }

    void garbageIsNoError()
    {
        const QString folder = m_dir.filePath(QStringLiteral("garbage"));
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + QStringLiteral("/clipdeck.ini"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(4096, '\xff'));
        file.close();
        Settings settings(folder);
        QCOMPARE(settings.theme(), Theme::Kind::Dark);
        settings.setTheme(Theme::Kind::Light);
        QCOMPARE(settings.theme(), Theme::Kind::Light);
    }
};

int tst_settings(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSettings>(argc, argv);
}

#include "tst_settings.moc"
