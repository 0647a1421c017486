// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/widgettestclass.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QTest>

using namespace clipdeck;

class TestTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rolesHaveNames();
    void textReadsOnItsGrounds_data();
    void textReadsOnItsGrounds();
    void metricsFitTheirPitch_data();
    void metricsFitTheirPitch();
    void fontsAreTheShippedOnes();
    void figuresAreTabular();
    void sheetIsFilled();
    void appliesToTheApplication();
};

void TestTheme::rolesHaveNames()
{
    for (int i = 0; i < roleCount; ++i)
        QCOMPARE(roleNamed(roleName(static_cast<Role>(i))), std::optional(static_cast<Role>(i)));
    QCOMPARE(roleName(Role::OnPlay), QStringLiteral("onPlay"));
    QCOMPARE(roleNamed(u"green"), std::optional<Role>());
}

void TestTheme::textReadsOnItsGrounds_data()
{
    QTest::addColumn<Role>("text");
    QTest::addColumn<Role>("ground");
    QTest::addColumn<double>("least");
    const auto row = [](Role text, Role ground, double least) {
        QTest::addRow("%s on %s", qPrintable(roleName(text)), qPrintable(roleName(ground)))
            << text << ground << least;
    };
    for (Role ground : {Role::Void, Role::Ground, Role::Panel, Role::Raised, Role::Control}) {
        row(Role::Text, ground, 7.0);
        row(Role::Text2, ground, 4.5);
    }
    for (Role ground : {Role::Ground, Role::Panel, Role::Raised, Role::Control})
        row(Role::Text3, ground, 4.5);
    row(Role::OnPlay, Role::Play, 4.5);
    row(Role::OnRec, Role::Rec, 4.5);
    row(Role::OnWarn, Role::Warn, 4.5);
    row(Role::OnOwn, Role::Own, 4.5);
    row(Role::Mark, Role::Ground, 3.0);
    row(Role::Edge, Role::Raised, 3.0);
}

void TestTheme::textReadsOnItsGrounds()
{
    QFETCH(Role, text);
    QFETCH(Role, ground);
    QFETCH(double, least);
    for (Theme::Kind kind : {Theme::Kind::Dark, Theme::Kind::Light}) {
        const Theme theme(kind);
        const double ratio = contrast(theme.rgb(text), theme.rgb(ground));
        QVERIFY2(ratio >= least, qPrintable(QString::number(ratio)));
    }
}

void TestTheme::metricsFitTheirPitch_data()
{
    QTest::addColumn<Density>("density");
    QTest::addColumn<int>("cell");
    QTest::addColumn<int>("least");
    QTest::newRow("compact") << Density::Compact << 20 << 20;
    QTest::newRow("comfortable") << Density::Comfortable << 34 << 34;
}

void TestTheme::metricsFitTheirPitch()
{
    QFETCH(Density, density);
    QFETCH(int, least);
    const Metrics &m = Metrics::of(density);
    QTEST(m.cellHeight(), "cell");
    QCOMPARE(m.lamp, m.cellHeight());
    QVERIFY(m.columnLeast < m.columnPitch);
    QVERIFY(m.buttonHeight >= least);
}

void TestTheme::fontsAreTheShippedOnes()
{
    QVERIFY(loadFonts());
    const Theme theme;
    QCOMPARE(QFontInfo(theme.font(Type::Base)).family(), QStringLiteral("Roboto Condensed"));
    QCOMPARE(QFontInfo(theme.font(Type::Base)).weight(), int(QFont::Medium));
    QCOMPARE(QFontInfo(theme.font(Type::Strong)).weight(), int(QFont::Bold));
    QCOMPARE(QFontInfo(theme.font(Type::Prose)).family(), QStringLiteral("Roboto"));
    QCOMPARE(theme.font(Type::Clip).pixelSize(), 13);
    QCOMPARE(Theme(Theme::Kind::Dark, Density::Comfortable).font(Type::Clip).pixelSize(), 14);
}

void TestTheme::figuresAreTabular()
{
    loadFonts();
    const QFontMetricsF metrics(Theme().font(Type::Count));
    QCOMPARE(metrics.horizontalAdvance(QStringLiteral("111.1.1")),
        metrics.horizontalAdvance(QStringLiteral("888.8.8")));
}

void TestTheme::sheetIsFilled()
{
    const Theme theme;
    QCOMPARE(fillStyleSheet(QStringLiteral("a { color: @text2; background: @text }"), theme, {}),
        QStringLiteral("a { color: #b9b3a7; background: #f2eee6 }"));
    QCOMPARE(
        fillStyleSheet(QStringLiteral("@nothing url(@images/a.png)"), theme, QStringLiteral("/x")),
        QStringLiteral("@nothing url(/x/a.png)"));
    loadFonts();
    const QString sheet = styleSheet(theme, QStringLiteral("/x"));
    QVERIFY(sheet.contains(QLatin1String("QPushButton")));
    QVERIFY(!sheet.contains(QLatin1Char('@')));
}

void TestTheme::appliesToTheApplication()
{
    auto &app = *qobject_cast<QApplication *>(QCoreApplication::instance());
    for (Theme::Kind kind : {Theme::Kind::Light, Theme::Kind::Dark}) {
        const Theme theme(kind);
        theme.applyTo(app);
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme.color(Role::Raised));
        QCOMPARE(QApplication::font().pixelSize(), 13);
    }
    // The painted images are there for the sheet to find.
    const QString sheet = app.styleSheet();
    const qsizetype from = sheet.indexOf(QLatin1String("url(")) + 4;
    QVERIFY(QFile::exists(sheet.mid(from, sheet.indexOf(QLatin1Char(')'), from) - from)));
}

int tst_theme(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestTheme>(argc, argv);
}

#include "tst_theme.moc"
