// SPDX-License-Identifier: GPL-3.0-or-later
// One scale for the whole window: which there are, what Qt is told, and which screen is which at any of them.
#include "tests/support/widgettestclass.h"
#include "ui/session/sessionview.h"
#include "ui/shell/application.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/scalemenu.h"
#include "ui/shell/screenkey.h"
#include "ui/shell/settings.h"
#include "ui/shell/windowscale.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <limits>

using namespace clipdeck;

class TestWindowScale : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    static MainWindow *window()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<MainWindow *>(widget))
                return found;
        }
        return nullptr;
    }

private Q_SLOTS:
    void whatIsKeptIsMadeValid_data()
    {
        QTest::addColumn<int>("kept");
        QTest::addColumn<int>("valid");
        QTest::newRow("as it is") << 125 << 125;
        QTest::newRow("between") << 130 << 125;
        QTest::newRow("nothing") << 0 << 75;
        QTest::newRow("negative") << -100 << 75;
        QTest::newRow("a mistake") << 100'000 << 200;
        QTest::newRow("the least number") << std::numeric_limits<int>::min() << 75;
    }
    void whatIsKeptIsMadeValid()
    {
        QFETCH(int, kept);
        QTEST(WindowScale::valid(kept), "valid");
    }

    void stepsEndAtTheEnds()
    {
        QCOMPARE(WindowScale::stepped(100, 1), 125);
        QCOMPARE(WindowScale::stepped(100, -1), 75);
        QCOMPARE(WindowScale::stepped(75, -1), 75);
        QCOMPARE(WindowScale::stepped(200, 1), 200);
    }

    void qtIsTold_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<int>("percent");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("nothing to tell") << QByteArray() << 100 << QByteArray();
        QTest::newRow("larger") << QByteArray() << 150 << QByteArray("1.5");
        QTest::newRow("on top of the user's own") << QByteArray("2") << 75 << QByteArray("1.5");
        QTest::newRow("the user's own alone") << QByteArray("2") << 100 << QByteArray("2");
        QTest::newRow("nonsense was given") << QByteArray("nan") << 125 << QByteArray("1.25");
    }
    void qtIsTold()
    {
        QFETCH(QByteArray, given);
        QFETCH(int, percent);
        given.isEmpty() ? qunsetenv("QT_SCALE_FACTOR") : qputenv("QT_SCALE_FACTOR", given);
        WindowScale().apply(percent);
        QTEST(qgetenv("QT_SCALE_FACTOR"), "told");
        qunsetenv("QT_SCALE_FACTOR");
    }

    void aScreenDrawsNothingBelowItsPixels_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("now");
        QTest::addColumn<double>("ratio");
        QTest::addColumn<bool>("drawable");
        QTest::newRow("small on a plain screen") << 75 << 100 << 1.0 << false;
        QTest::newRow("small on a dense one") << 75 << 100 << 2.0 << true;
        QTest::newRow("just enough") << 75 << 100 << 4.0 / 3.0 << true;
        QTest::newRow("from a larger scale") << 75 << 200 << 2.0 << false;
        QTest::newRow("back to the usual one") << 100 << 150 << 1.5 << true;
        QTest::newRow("out of what can't be") << 75 << 75 << 0.75 << false;
    }
    void aScreenDrawsNothingBelowItsPixels()
    {
        QFETCH(int, percent);
        QFETCH(int, now);
        QFETCH(double, ratio);
        QTEST(WindowScale::isDrawable(percent, now, ratio), "drawable");
    }

    void aScreenIsTheSameAtAnyScale()
    {
        for (const QSize native : {QSize(1366, 768), QSize(1920, 1080), QSize(3840, 2160),
                 QSize(1600, 900), QSize(1920, 1200), QSize(1280, 800)}) {
            for (const int percent : WindowScale::all()) {
                const double factor = percent / 100.0;
                const QSize logical(
                    qRound(native.width() / factor), qRound(native.height() / factor));
                QCOMPARE(unscaledSize(logical, percent), native);
            }
        }
    }

    void eachScreenHasItsOwn()
    {
        Settings settings(m_dir.filePath(QStringLiteral("screens")));
        settings.setScreen(QStringLiteral("laptop"));
        QCOMPARE(settings.windowScale(), 100);
        settings.setWindowScale(150);
        settings.setScreen(QStringLiteral("wall"));
        QCOMPARE(settings.windowScale(), 150); // none of its own yet
        settings.setWindowScale(200);
        settings.setScreen(QStringLiteral("laptop"));
        QCOMPARE(settings.windowScale(), 150);
    }

    void theMenuAsksAndTheGridsZoomStays()
    {
        Options options;
        options.demo = true;
        options.configDirectory = m_dir.filePath(QStringLiteral("menu"));
        Application clipdeck(*qApp, options);
        clipdeck.start();
        auto *menu = window()->findChild<ScaleMenu *>();
        QVERIFY(menu);
        QStringList checked;
        for (const QAction *action : menu->actions()) {
            if (action->isChecked())
                checked << action->text();
            QVERIFY(action->isSeparator() || !action->statusTip().isEmpty());
            // The offscreen platform has one pixel to a pixel.
            if (action->text() == QLatin1String("75 %"))
                QVERIFY(!action->isEnabled() && action->statusTip().contains(QLatin1String("few")));
        }
        QCOMPARE(checked, QStringList{QStringLiteral("100 %")});

        auto &grid = *window()->findChild<SessionView *>();
        grid.setZoom(120);
        QVERIFY(QTest::qWaitForWindowActive(window()));
        // What asks for a new application object ends the event loop.
        int status = 0;
        QTimer::singleShot(0, window(), [] {
            QTest::keyClick(window(), Qt::Key_Equal, Qt::ControlModifier | Qt::AltModifier);
        });
        status = QApplication::exec();
        QCOMPARE(status, Application::reopenStatus);
        QVERIFY(clipdeck.options().demo);
        Settings settings(options.configDirectory);
        settings.setScreen(settings.lastScreen());
        QCOMPARE(settings.windowScale(), 125);
        QCOMPARE(settings.gridZoom(0), 120);
    }
};

int tst_windowscale(int argc, char *argv[])
{
    return runWidgetTestClass<TestWindowScale>(argc, argv);
}

#include "tst_windowscale.moc"
