// SPDX-License-Identifier: GPL-3.0-or-later
// What gives way in a narrow window, and the menu that has it then.
#include "tests/support/widgettestclass.h"
#include "tests/ui/transport/transportfixture.h"
#include "ui/theme/paint.h"
#include "ui/transport/readoutstrip.h"
#include "ui/transport/signaturebox.h"
#include "ui/widgets/stripbutton.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLayout>

using namespace clipdeck;

class TestTransportFolding : public QObject, protected TransportFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { start(); }
    void init() { open(); }
    void cleanup() { close(); }
    void cleanupTestCase() { end(); }

    void keysOfWhatHasNoRoom()
    {
        m_bar->resize(m_bar->minimumSizeHint().width(), 52);
        QTRY_VERIFY(!button("Arrangement record")->isVisible());
        QTest::keyClick(m_bar.get(), Qt::Key_F9);
        QTRY_VERIFY(inLive("record_mode").toBool());
        QTest::keyClick(m_bar.get(), Qt::Key_F9);
        QTRY_VERIFY(!inLive("record_mode").toBool());
    }

    void whatHasNoRoomIsInTheMenu_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("property");
        const auto row = [](const char *name, const char *property) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(property);
        };
        row("Arrangement loop", "loop");
        row("Overdub", "arrangement_overdub");
        row("Punch in", "punch_in");
        row("Punch out", "punch_out");
    }
    void whatHasNoRoomIsInTheMenu()
    {
        QFETCH(QString, name);
        QFETCH(QString, property);
        const QByteArray key = property.toLatin1();
        const bool before = inLive(key.constData()).toBool();
        m_bar->resize(m_bar->minimumSizeHint().width(), 52);
        QTRY_VERIFY(!button(name.toLatin1().constData())->isVisible());
        QAction *action = moreAction(name);
        QVERIFY(action);
        QCOMPARE(action->isChecked(), before);
        action->trigger();
        QCOMPARE(action->isChecked(), !before); // as wished, at once
        QTRY_COMPARE(inLive(key.constData()).toBool(), !before);
    }

    void narrowStripsFoldAndNeverClip_data()
    {
        QTest::addColumn<int>("width");
        for (int width : {1200, 1280, 1400, 1600, 1920, 2560})
            QTest::addRow("%d px", width) << width;
    }
    void narrowStripsFoldAndNeverClip()
    {
        QFETCH(int, width);
        m_bar->resize(width, 52);
        m_bar->setEnd(width - 6);
        QVERIFY(m_bar->minimumSizeHint().width() <= 1200);
        QCoreApplication::processEvents();
        const auto shown = m_bar->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
        for (const QWidget *a : shown) {
            if (!a->isVisible() || a->isWindow())
                continue;
            QVERIFY2(m_bar->rect().contains(a->geometry()), qPrintable(a->accessibleName()));
            for (const QWidget *b : shown)
                QVERIFY2(a == b || !b->isVisible() || b->isWindow()
                        || !a->geometry().intersects(b->geometry()),
                    qPrintable(
                        a->accessibleName() + QStringLiteral(" and ") + b->accessibleName()));
        }
        // What is not in the strip is in the menu, and the other way round.
        for (const TransportItem &item : transportItems()) {
            const QString name = QString::fromLatin1(item.name);
            QVERIFY2(button(item.name)->isVisible() != (moreAction(name) != nullptr), item.name);
        }
    }

    void nothingIsCutAtAnyWidth()
    {
        m_bar->setFinder(new QWidget(m_bar.get()));
        const auto fitsIn = [](const QWidget &parent) {
            QRegion taken;
            for (QWidget *child : parent.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
                if (!child->isVisible() || child->isWindow())
                    continue;
                if (!parent.rect().contains(child->geometry())
                    || taken.intersects(child->geometry()))
                    return child->accessibleName();
                if (qobject_cast<StripButton *>(child)
                    && !child->accessibleName().startsWith(QLatin1String("Connection"))
                    && child->width() < child->sizeHint().width() - 12) // of its margins
                    return child->accessibleName();
                taken += child->geometry();
            }
            return QStringLiteral("all");
        };
        const int least = m_bar->minimumSizeHint().width();
        QVERIFY2(least < 900, qPrintable(QString::number(least)));
        for (int width = least; width < 1900; width += 3) {
            m_bar->resize(width, 52);
            m_bar->layout()->activate();
            QCOMPARE(fitsIn(*m_bar), QStringLiteral("all"));
            QCOMPARE(fitsIn(*m_bar->findChild<ReadoutStrip *>()), QStringLiteral("all"));
        }
    }

    void readoutsHaveRoomForWhatTheyCanSay()
    {
        const auto room = [](ReadoutPart part) { return layOutReadouts(0).box(part).width(); };
        const auto wide
            = [&](const QString &text, Type type) { return textWidth(text, m_theme.font(type)); };
        constexpr int arrow = 14;
        for (const QString &name : ReadoutStrip::launchNames())
            QVERIFY2(
                wide(name, Type::Readout) + arrow <= room(ReadoutPart::Launch), qPrintable(name));
        for (const QString &name : ReadoutStrip::recordNames())
            QVERIFY2(
                wide(name, Type::Readout) + arrow <= room(ReadoutPart::Record), qPrintable(name));
        QVERIFY(wide(QStringLiteral("12 / 16"), Type::Readout) <= room(ReadoutPart::Signature));
        QVERIFY(wide(QStringLiteral("999.00"), Type::Readout) <= room(ReadoutPart::Tempo));
        constexpr int blocks = 54;
        QVERIFY(
            wide(QStringLiteral("1999.4.4"), Type::Count) + blocks <= room(ReadoutPart::Position));
    }

    void whatFoldsIsInTheMenu()
    {
        m_bar->resize(m_bar->minimumSizeHint().width(), 52);
        m_bar->layout()->activate();
        QVERIFY(!named<QComboBox>("Launch quantization")->isVisible());
        QVERIFY(named<QDoubleSpinBox>("Tempo")->isVisible());
        QAction *launch = moreAction(QStringLiteral("Launch quantization"));
        QVERIFY(launch && launch->menu());
        launch->menu()->actions().at(7)->trigger();
        QTRY_COMPARE(inLive("clip_trigger_quantization").toInt(), 7);
        auto *tap = m_bar->findChild<MoreMenu *>()->findChild<StripButton *>();
        QCOMPARE(tap->accessibleName(), QStringLiteral("Tap tempo"));
        for (m_now = 1000; m_now <= 2500; m_now += 500)
            QTest::mouseClick(tap, Qt::LeftButton);
        QTRY_COMPARE(inLive("tempo").toDouble(), 120.0);
        auto *signature = m_bar->findChild<MoreMenu *>()->findChild<SignatureBox *>();
        const int numerator = inLive("signature_numerator").toInt();
        QTest::keyClick(signature, Qt::Key_Down);
        QTRY_COMPARE(inLive("signature_numerator").toInt(), numerator - 1);
        QTest::keyClick(signature, Qt::Key_Up);
        QTRY_COMPARE(inLive("signature_numerator").toInt(), numerator);
        m_bar->resize(1600, 52);
        m_bar->layout()->activate();
        QVERIFY(named<QComboBox>("Launch quantization")->isVisible());
        QVERIFY(!moreAction(QStringLiteral("Launch quantization")));
    }

    void scaleFromTheMenu()
    {
        const auto choose = [&](const QString &choice) {
            QMenu *scale = nullptr;
            moreAction({}); // the menu is filled
            for (QAction *action : m_bar->findChild<MoreMenu *>()->actions()) {
                if (action->text().startsWith(QLatin1String("Scale: ")))
                    scale = action->menu();
            }
            for (QAction *action : scale ? scale->actions() : QList<QAction *>()) {
                if (action->text() == choice)
                    action->trigger();
            }
        };
        choose(QStringLiteral("D"));
        QTRY_COMPARE(inLive("root_note").toInt(), 2);
        choose(QStringLiteral("Dorian"));
        QTRY_COMPARE(inLive("scale_name").toString(), QStringLiteral("Dorian"));
        QTRY_VERIFY(m_engine->liveSet().wishes().empty());
        QVERIFY(moreAction(QStringLiteral("Scale: D Dorian")));
    }

    void nudgeWhileItIsHeld()
    {
        moreAction({}); // the menu is filled
        auto *up = named<QAbstractButton>("Nudge up");
        QTest::mousePress(up, Qt::LeftButton);
        QTRY_VERIFY(inLive("nudge_up").toBool());
        QTest::mouseRelease(up, Qt::LeftButton);
        QTRY_VERIFY(!inLive("nudge_up").toBool());
    }

    void cuePointsAreListedByTimeAndJumpedTo()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!m_engine->liveSet().song().cuePoints.empty(), 10'000);
        const std::vector<CuePoint> cues = m_engine->liveSet().song().cuePoints;
        QVERIFY(std::is_sorted(cues.begin(), cues.end(),
            [](const CuePoint &a, const CuePoint &b) { return a.time < b.time; }));
        moreAction({});
        QMenu *list = nullptr;
        for (QMenu *menu : m_bar->findChildren<QMenu *>()) {
            if (menu->title() == QLatin1String("Cue points"))
                list = menu;
        }
        QVERIFY(list);
        QCOMPARE(list->actions().size(), static_cast<qsizetype>(cues.size()) + 3);
        m_engine->commands().requestStopPlaying();
        QTRY_VERIFY(!inLive("is_playing").toBool());
        list->actions().last()->trigger();
        QTRY_COMPARE(inLive("current_song_time").toDouble(), cues.back().time);
        list->actions().first()->trigger(); // previous
        QTRY_VERIFY(inLive("current_song_time").toDouble() < cues.back().time);
    }
};

int tst_transportfolding(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestTransportFolding>(argc, argv);
}

#include "tst_transportfolding.moc"
