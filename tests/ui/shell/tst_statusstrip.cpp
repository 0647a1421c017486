// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/widgettestclass.h"
#include "ui/shell/statusstrip.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>

using namespace clipdeck;

class TestStatusStrip : public QObject {
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme.applyTo(*qApp); }

    void aRefusalOutlastsHints()
    {
        StatusStrip strip(m_theme);
        strip.setHint(QStringLiteral("a hint"));
        QCOMPARE(strip.text(), QStringLiteral("a hint"));
        strip.showRefusal(QStringLiteral("Live did not take it."));
        strip.setHint(QStringLiteral("another"));
        QCOMPARE(strip.text(), QStringLiteral("Live did not take it."));
        QCOMPARE(strip.accessibleName(), strip.text());
    }

    void theMirrorInWords_data()
    {
        QTest::addColumn<bool>("hasTracks");
        QTest::addColumn<bool>("complete");
        QTest::addColumn<qint64>("age");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing read")
            << false << false << qint64(-1) << QStringLiteral("No mirror yet");
        QTest::newRow("reading") << true << false << qint64(50)
                                 << QStringLiteral("Reading the set");
        QTest::newRow("fresh") << true << true << qint64(340) << QStringLiteral("Mirror 0.3 s old");
        QTest::newRow("never below nothing")
            << true << true << qint64(-1) << QStringLiteral("Mirror 0.0 s old");
        QTest::newRow("old") << true << true << qint64(130'000)
                             << QStringLiteral("Mirror 2 min old");
    }

    void theMirrorInWords()
    {
        QFETCH(bool, hasTracks);
        QFETCH(bool, complete);
        QFETCH(qint64, age);
        QTEST(mirrorText(hasTracks, complete, age), "text");
    }
};

int tst_statusstrip(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestStatusStrip>(argc, argv);
}

#include "tst_statusstrip.moc"
