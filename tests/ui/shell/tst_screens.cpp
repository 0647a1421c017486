// SPDX-License-Identifier: GPL-3.0-or-later
// Two screens: what the window looks like on each comes back on each.
#include "ui/session/sessionview.h"
#include "ui/shell/application.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/screenkey.h"

#include <QApplication>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

using namespace clipdeck;

namespace {

MainWindow *window()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<MainWindow *>(widget))
            return found;
    }
    return nullptr;
}

SessionView &grid()
{
    return *window()->findChild<SessionView *>();
}

bool isComfortable()
{
    return grid().sessionLayout().metrics().secondLine; // sizes are zoomed
}

} // namespace

class TestScreens : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    Options options() const
    {
        Options options;
        options.demo = true;
        options.configDirectory = m_dir.path();
        return options;
    }
    static void moveTo(int screen)
    {
        QWindow *handle = window()->windowHandle();
        handle->setScreen(QGuiApplication::screens().at(screen));
        window()->move(QGuiApplication::screens().at(screen)->geometry().topLeft());
    }

private Q_SLOTS:
    void keys_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("serial");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("key");
        const QSize large(1920, 1080);
        QTest::newRow("a laptop's own") << "eDP-1"
                                        << "" << QSize(1366, 768) << "eDP-1 1366x768";
        QTest::newRow("by its serial") << "HDMI-1"
                                       << "C4T0042" << large << "C4T0042 1920x1080";
        QTest::newRow("elsewhere") << "DP-3"
                                   << "C4T0042" << large << "C4T0042 1920x1080";
        QTest::newRow("another size") << "DP-3"
                                      << "C4T0042" << QSize(3840, 2160) << "C4T0042 3840x2160";
        QTest::newRow("a serial of zeros") << "DP-3"
                                           << "0x00000000" << large << "DP-3 1920x1080";
        QTest::newRow("no name at all") << ""
                                        << "" << large << " 1920x1080";
    }
    void keys()
    {
        QFETCH(QString, name);
        QFETCH(QString, serial);
        QFETCH(QSize, size);
        QTEST(screenKey(name, serial, size), "key");
    }

    void opensWhereItWasLeft_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QStringList>("attached");
        QTest::addColumn<QString>("opens");
        QTest::newRow("first start")
            << "" << QStringList{QStringLiteral("a"), QStringLiteral("b")} << "a";
        QTest::newRow("it is there")
            << "b" << QStringList{QStringLiteral("a"), QStringLiteral("b")} << "b";
        QTest::newRow("it is gone")
            << "c" << QStringList{QStringLiteral("a"), QStringLiteral("b")} << "a";
        QTest::newRow("no screen") << "c" << QStringList() << "";
    }
    void opensWhereItWasLeft()
    {
        QFETCH(QString, left);
        QFETCH(QStringList, attached);
        QTEST(openingScreen(left, attached), "opens");
    }

    void eachScreenHasItsDensityAndZoom()
    {
        QCOMPARE(QGuiApplication::screens().size(), 2);
        {
            Application clipdeck(*qApp, options());
            clipdeck.start();
            QVERIFY(!isComfortable());
            Q_EMIT window()->largeTargetsRequested(false); // the first screen's own choice
            QCoreApplication::processEvents();
            grid().setZoom(120);
            moveTo(1);
            QCOMPARE(grid().zoom(), 120); // none of its own yet
            Q_EMIT window()->largeTargetsRequested(true);
            QTRY_VERIFY(isComfortable());
            grid().setZoom(90);

            moveTo(0);
            QTRY_VERIFY(!isComfortable());
            QCOMPARE(grid().zoom(), 120);
            moveTo(1);
            QTRY_VERIFY(isComfortable());
            QCOMPARE(grid().zoom(), 90);
            window()->close();
        }
        Application again(*qApp, options());
        again.start();
        QVERIFY(isComfortable());
        QCOMPARE(grid().zoom(), 90);
    }
};

// Two screens, as the offscreen platform is told of them.
int tst_screens(int argc, char *argv[])
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("screens.json")));
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    file.write(R"({"screens": [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768,
         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
        {"name": "touch", "x": 1366, "y": 0, "width": 1920, "height": 1080,
         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
    file.close();
    qputenv("QT_QPA_PLATFORM",
        QByteArray("offscreen:configfile=" + QFile::encodeName(file.fileName())));
    QApplication app(argc, argv);
    TestScreens test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_screens.moc"
