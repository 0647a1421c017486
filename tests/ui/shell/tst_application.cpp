// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window, as main() starts it.
#include "core/osc/udpsocket.h"
#include "tests/support/widgettestclass.h"
#include "ui/session/sessioncontroller.h"
#include "ui/shell/application.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace clipdeck;

class TestApplication : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    Options options(bool demo) const
    {
        Options options;
        options.demo = demo;
        options.configDirectory = m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()));
        return options;
    }

    static quint16 freePort()
    {
        UdpSocket socket;
        socket.bind(QHostAddress::LocalHost, 0);
        return socket.localPort();
    }

    static MainWindow *window()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<MainWindow *>(widget))
                return found;
        }
        return nullptr;
    }

    template <class Widget = QWidget> static Widget *named(const QString &name)
    {
        for (Widget *widget : window()->findChildren<Widget *>()) {
            if (widget->accessibleName() == name && widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    static bool says(const QString &text)
    {
        for (const QLabel *label : window()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void aDemoPlays()
    {
        Application clipdeck(*qApp, options(true));
        clipdeck.start();
        QTRY_VERIFY_WITH_TIMEOUT(named(QStringLiteral("Connection: demo")), 10'000);
        QTRY_VERIFY(named<QAbstractButton>(QStringLiteral("Play"))->isChecked());
        QVERIFY(named(QStringLiteral("Session grid")));
    }

    void whereTakesGoOnIsKept()
    {
        for (bool expected : {false, true}) {
            Application clipdeck(*qApp, options(true));
            clipdeck.start();
            auto *desk = window()->findChild<SessionController *>();
            QVERIFY(desk);
            QCOMPARE(desk->takesInPhrase(), expected);
            desk->setTakesInPhrase(true);
        }
    }

    void aScreenshotIsWritten()
    {
        Options wanted = options(true);
        wanted.screenshotFile = m_dir.filePath(QStringLiteral("demo.png"));
        Application clipdeck(*qApp, wanted);
        clipdeck.start();
        QCOMPARE(QApplication::exec(), 0);
        const QImage image(wanted.screenshotFile);
        QCOMPARE(image.size(), QSize(1600, 1000) * window()->devicePixelRatio());
    }

    void aScreenshotThatCantBeWrittenFails()
    {
        Options wanted = options(true);
        wanted.screenshotFile = m_dir.filePath(QStringLiteral("no/such/folder/demo.png"));
        wanted.afterSeconds = 0.05;
        Application clipdeck(*qApp, wanted);
        clipdeck.start();
        QCOMPARE(QApplication::exec(), 1);
    }

    void aTakenPortIsNamed()
    {
        UdpSocket other;
        QCOMPARE(other.bind(QHostAddress::LocalHost, 0), UdpSocket::Bound::Yes);
        Options wanted = options(false);
        wanted.host = QStringLiteral("127.0.0.1");
        wanted.port = freePort();
        wanted.replyPort = other.localPort();
        Application clipdeck(*qApp, wanted);
        clipdeck.start();
        QTRY_VERIFY_WITH_TIMEOUT(named(QStringLiteral("Connection: port taken")), 10'000);
        QTRY_VERIFY(named(QStringLiteral("Connection help")));
        QVERIFY(says(QString::number(other.localPort())));

        other.close(); // The other program ends: the page goes on to the next reason by itself.
        QTRY_VERIFY_WITH_TIMEOUT(!named(QStringLiteral("Connection: port taken")), 10'000);
    }

    void anUnknownHostIsNamed()
    {
        Options wanted = options(false);
        wanted.host = QStringLiteral("no-such-host.invalid");
        wanted.replyPort = freePort();
        Application clipdeck(*qApp, wanted);
        clipdeck.start();
        QTRY_VERIFY_WITH_TIMEOUT(named(QStringLiteral("Connection: host unknown")), 20'000);
        QVERIFY(says(QStringLiteral("no-such-host.invalid")));
    }

    void fromNoAnswerToTheDemoAndBack()
    {
        Options wanted = options(false);
        wanted.host = QStringLiteral("127.0.0.1");
        wanted.port = freePort();
        wanted.replyPort = freePort();
        Application clipdeck(*qApp, wanted);
        clipdeck.start();
        QTRY_VERIFY_WITH_TIMEOUT(named(QStringLiteral("Connection help")), 10'000);
        QVERIFY(says(QStringLiteral("127.0.0.1")));
        QTest::mouseClick(named(QStringLiteral("Play with a demo set")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(named(QStringLiteral("Connection: demo")), 10'000);
        QVERIFY(!named(QStringLiteral("Connection help")));

        Q_EMIT window()->liveRequested();
        QTRY_VERIFY_WITH_TIMEOUT(named(QStringLiteral("Connection: no answer")), 10'000);
    }

    void placeAndLookAreKept()
    {
        {
            Application clipdeck(*qApp, options(true));
            clipdeck.start();
            window()->resize(1200, 640);
            Q_EMIT window()->lightThemeRequested(true);
            window()->close();
        }
        Application again(*qApp, options(true));
        again.start();
        QCOMPARE(
            window()->height(), 640); // The offscreen platform's screen is too small for the width
        QCOMPARE(Settings(options(true).configDirectory).theme(), Theme::Kind::Light);
    }

    void fitsHalfAScreen()
    {
        Application clipdeck(*qApp, options(true));
        clipdeck.start();
        QTRY_VERIFY_WITH_TIMEOUT(named(QStringLiteral("Connection: demo")), 10'000);
        QVERIFY2(window()->minimumSizeHint().width() <= 900,
            qPrintable(QString::number(window()->minimumSizeHint().width())));
        window()->resize(900, 700);
        QCoreApplication::processEvents();
        QCOMPARE(window()->width(), 900);
        for (const char *name : {"Session grid", "Connection: demo", "Play", "Menu", "Panel"}) {
            const QWidget *widget = named(QString::fromLatin1(name));
            QVERIFY2(widget, name);
            const QRect box(widget->mapTo(window(), QPoint()), widget->size());
            QVERIFY2(window()->rect().contains(box), name);
        }
    }

    void tabReachesEverythingAndComesBack()
    {
        Application clipdeck(*qApp, options(true));
        clipdeck.start();
        QVERIFY(QTest::qWaitForWindowActive(window()));
        QTRY_VERIFY_WITH_TIMEOUT(named(QStringLiteral("Connection: demo")), 10'000);
        QTRY_VERIFY(named(QStringLiteral("Play"))->isEnabled());
        window()->resize(1600, 900); // with room for all
        QStringList reached;
        for (int step = 0; step < 80; ++step) {
            const QWidget *now = QApplication::focusWidget();
            QVERIFY(now);
            reached << now->accessibleName();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (const char *name : {"Session grid", "Play", "Tempo", "Launch quantization",
                 "Metronome", "Menu", "Connection: demo", "Panel"})
            QVERIFY2(reached.contains(QLatin1String(name)),
                qPrintable(reached.join(QLatin1String(", "))));
    }

    void hintsAndTheirEnd()
    {
        Application clipdeck(*qApp, options(true));
        clipdeck.start();
        auto *metronome = named(QStringLiteral("Metronome"));
        QStatusTipEvent hint(metronome->statusTip());
        QCoreApplication::sendEvent(metronome, &hint);
        QVERIFY(named(metronome->statusTip()));
        window()->showRefusal(QStringLiteral("Live did not take it."));
        QVERIFY(named(QStringLiteral("Live did not take it.")));
        QCoreApplication::sendEvent(metronome, &hint);
        QVERIFY2(named(QStringLiteral("Live did not take it.")), "a refusal outlasts the pointer");
    }
};

int tst_application(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestApplication>(argc, argv);
}

#include "tst_application.moc"
