// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/mixer/mixerlayout.h"

#include <QTest>

#include <set>

using namespace clipdeck;

namespace {

MixerLayout layoutOf(int columns, int sends, Density density = Density::Compact, QPoint scroll = {},
    int columnPitch = 0, int firstSend = 0)
{
    SessionLayout::Input in;
    in.metrics = Metrics::of(density);
    if (columnPitch > 0)
        in.metrics.columnPitch = columnPitch;
    in.viewport = {1600, 500};
    in.columns = columns;
    in.rows = 20;
    in.scroll = scroll;
    return MixerLayout({SessionLayout(in), sends, firstSend});
}

QString text(const QRectF &box)
{
    return QStringLiteral("%1,%2 %3x%4")
        .arg(box.x())
        .arg(box.y())
        .arg(box.width())
        .arg(box.height());
}

const StripControl all[]{StripControl::Pan, StripControl::Volume, StripControl::Value,
    StripControl::Mute, StripControl::Solo, StripControl::Arm};

} // namespace

class TestMixerLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The boxes of docs/look.md, Mixer strip, in the widget's pixels: the strip's corner is at 6,2.
    void compactStandsAsDrawn_data()
    {
        QTest::addColumn<int>("control");
        QTest::addColumn<int>("send");
        QTest::addColumn<QString>("box");
        const auto row = [](const char *name, StripControl control, const char *box,
                             int send = -1) {
            QTest::newRow(name) << static_cast<int>(control) << send << QString::fromLatin1(box);
        };
        row("pan", StripControl::Pan, "12,8 42x28");
        row("send A", StripControl::Send, "12,44 42x28", 0);
        row("send B", StripControl::Send, "12,80 42x28", 1);
        row("field", StripControl::Value, "60,7 39x16");
        row("mute", StripControl::Mute, "12,124 28x20");
        row("solo", StripControl::Solo, "41,124 28x20");
        row("arm", StripControl::Arm, "70,124 28x20");
        row("meter", StripControl::Meter, "90,27 9x92");
    }
    void compactStandsAsDrawn()
    {
        QFETCH(int, control);
        QFETCH(int, send);
        const MixerLayout layout = layoutOf(14, 2);
        QCOMPARE(text(layout.strip(0)), QStringLiteral("6,2 98x146"));
        QTEST(text(layout.box({static_cast<StripControl>(control), 0, send})), "box");
        const MixerLayout::Throw way = layout.throwOf(0);
        QCOMPARE(way.center, 74.0);
        QCOMPARE(way.at(1.0), 32.0);
        QCOMPARE(way.at(0.0), 114.0);
    }

    void stripsStandUnderTheirColumns()
    {
        const MixerLayout layout = layoutOf(64, 2, Density::Compact, {250, 0});
        const SessionLayout &grid = layout.input().columns;
        for (int column : {0, 3, 9, 63}) {
            QCOMPARE(layout.strip(column).left(), grid.rect(headerPlace(column)).left());
            QCOMPARE(layout.strip(column).width(), grid.rect(headerPlace(column)).width());
        }
        QCOMPARE(layout.visible(), grid.visible());
        QCOMPARE(layout.columnAt(layout.strip(5).center().x()), 5);
    }

    void nothingIsBelowWhatAFingerNeeds_data()
    {
        QTest::addColumn<int>("sends");
        for (int sends : {0, 1, 2, 3, 5, 12})
            QTest::addRow("%d sends", sends) << sends;
    }
    void nothingIsBelowWhatAFingerNeeds()
    {
        QFETCH(int, sends);
        const MixerLayout layout = layoutOf(8, sends, Density::Comfortable);
        std::vector<StripPart> parts = layout.parts(2);
        parts.push_back({StripControl::Value, 2});
        for (const StripPart &part : parts) {
            const QRectF target = layout.target(part);
            const QString which = QString::number(static_cast<int>(part.control));
            QVERIFY2(target.width() >= 34 && target.height() >= 34,
                qPrintable(which + QLatin1Char(' ') + text(target)));
            QVERIFY2(layout.strip(2).contains(layout.box(part)), qPrintable(which));
        }
    }

    void nothingOverlaps_data()
    {
        QTest::addColumn<int>("sends");
        QTest::addColumn<bool>("touch");
        for (int sends : {0, 2, 3, 4, 5, 6, 12}) {
            QTest::addRow("%d sends", sends) << sends << false;
            QTest::addRow("%d sends, touch", sends) << sends << true;
        }
    }
    void nothingOverlaps()
    {
        QFETCH(int, sends);
        QFETCH(bool, touch);
        const MixerLayout layout
            = layoutOf(8, sends, touch ? Density::Comfortable : Density::Compact);
        const std::vector<StripPart> parts = layout.parts(1);
        for (std::size_t a = 0; a < parts.size(); ++a) {
            for (std::size_t b = a + 1; b < parts.size(); ++b)
                QVERIFY2(!layout.target(parts[a]).intersects(layout.target(parts[b])),
                    qPrintable(text(layout.target(parts[a])) + QStringLiteral(" and ")
                        + text(layout.target(parts[b]))));
            QCOMPARE(layout.hit(layout.target(parts[a]).center()), parts[a]);
        }
    }

    void allSendsCanBeTurnedTo_data()
    {
        QTest::addColumn<int>("sends");
        QTest::addColumn<int>("shown");
        QTest::newRow("two") << 2 << 2;
        QTest::newRow("five, a line each") << 5 << 5;
        QTest::newRow("six by pages") << 6 << 4;
        QTest::newRow("twelve by pages") << 12 << 4;
    }
    void allSendsCanBeTurnedTo()
    {
        QFETCH(int, sends);
        QTEST(layoutOf(4, sends).shownSends(), "shown");
        std::set<int> seen;
        for (int first = 0; first < sends; ++first) {
            for (const StripPart &part :
                layoutOf(4, sends, Density::Compact, {}, 0, first).parts(0)) {
                if (part.control == StripControl::Send)
                    seen.insert(part.send);
            }
        }
        QCOMPARE(static_cast<int>(seen.size()), sends);
    }

    void narrowColumnsFoldWhatHasNoRoom()
    {
        const MixerLayout least = layoutOf(15, 2, Density::Compact, {}, 72);
        QVERIFY(!least.isWide(0));
        QVERIFY(least.strip(0).contains(least.box({StripControl::Pan, 0})));
        const MixerLayout tiny = layoutOf(15, 2, Density::Compact, {}, 60);
        QVERIFY(tiny.box({StripControl::Pan, 0}).isEmpty());
        for (StripControl control : all)
            QVERIFY(tiny.strip(0).adjusted(-0.5, 0, 0.5, 0).contains(tiny.box({control, 0}))
                || tiny.box({control, 0}).isEmpty());
    }

    void outsideIsNothing()
    {
        const MixerLayout layout = layoutOf(3, 2);
        QVERIFY(!layout.hit({1000, 50}).isValid());
        QVERIFY(!layout.hit({-5, 50}).isValid());
        QVERIFY(layout.strip(3).isEmpty());
        QVERIFY(layout.box({StripControl::Volume, 3}).isEmpty());
        QVERIFY(layout.unreachable().left() > layout.strip(2).right());
        QVERIFY(MixerLayout().parts(0).empty());
    }
};

int tst_mixerlayout(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestMixerLayout>(argc, argv);
}

#include "tst_mixerlayout.moc"
