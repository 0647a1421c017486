// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/widgettestclass.h"
#include "ui/shell/paneldeck.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace clipdeck;

class TestPanelDeck : public QObject {
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme.applyTo(*qApp); }

    void tabsShowTheirPages()
    {
        PanelDeck deck(m_theme);
        auto *clip = new QLabel(QStringLiteral("clip page"));
        auto *faders = new QLabel(QStringLiteral("faders page"));
        deck.addPage(QStringLiteral("clip"), QStringLiteral("Clip"), clip);
        deck.addPage(QStringLiteral("faders"), QStringLiteral("Faders and pads"), faders);
        deck.resize(600, 200);
        deck.show();
        QCOMPARE(deck.currentPage(), QStringLiteral("clip"));
        QVERIFY(clip->isVisible());
        deck.setCurrentPage(QStringLiteral("faders"));
        QVERIFY(faders->isVisible());
        QVERIFY(!clip->isVisible());
        deck.setCurrentPage(QStringLiteral("no such page"));
        QCOMPARE(deck.currentPage(), QStringLiteral("faders"));
    }

    void aWidePageDoesNotKeepTheWindowWide()
    {
        PanelDeck deck(m_theme);
        auto *page = new QWidget;
        page->setMinimumSize(1200, 120);
        auto *far = new QLineEdit(page);
        far->move(1100, 20);
        deck.addPage(QStringLiteral("wide"), QStringLiteral("Wide"), page);
        QVERIFY(deck.minimumSizeHint().width() < 400);
        QVERIFY(deck.minimumSizeHint().height() >= 120);
        deck.resize(600, 200);
        deck.show();
        QVERIFY(QTest::qWaitForWindowActive(&deck));
        QCOMPARE(page->width(), 1200);
        deck.resize(600, deck.minimumSizeHint().height());
        QVERIFY2(page->visibleRegion().boundingRect().height() >= 120, "the bar takes none of it");
        QVERIFY(!deck.rect().contains(far->mapTo(&deck, QPoint(5, 5))));
        deck.findChild<QTabBar *>()->setFocus();
        for (int tab = 0; tab < 4 && !far->hasFocus(); ++tab)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(far->hasFocus());
        QVERIFY2(deck.rect().contains(far->mapTo(&deck, QPoint(5, 5))), "scrolled into sight");
        deck.resize(1600, 200);
        QCOMPARE(page->width(), 1600);
    }

    void foldsToItsTabs()
    {
        PanelDeck deck(m_theme);
        deck.addPage(
            QStringLiteral("clip"), QStringLiteral("Clip"), new QLabel(QStringLiteral("page")));
        deck.resize(600, 200);
        deck.show();
        QSignalSpy folded(&deck, &PanelDeck::foldedChanged);
        auto *fold = deck.findChild<QAbstractButton *>();
        QCOMPARE(fold->accessibleName(), QStringLiteral("Fold panel"));
        QTest::mouseClick(fold, Qt::LeftButton);
        QVERIFY(deck.isFolded());
        QCOMPARE(deck.maximumHeight(), m_theme.metrics().tabsHeight);
        QCOMPARE(folded.size(), 1);

        auto *tabs = deck.findChild<QTabBar *>();
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
        QVERIFY2(!deck.isFolded(), "a press on a tab opens the panel again");
        QCOMPARE(folded.size(), 2);
    }
};

int tst_paneldeck(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestPanelDeck>(argc, argv);
}

#include "tst_paneldeck.moc"
