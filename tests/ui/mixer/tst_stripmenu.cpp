// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/widgettestclass.h"
#include "tests/ui/mixer/mixerfixture.h"
#include "ui/widgets/colorgrid.h"

#include <QContextMenuEvent>
#include <QMenu>

using namespace clipdeck;

class TestStripMenu : public QObject {
    Q_OBJECT

    std::unique_ptr<MixerFixture> m_bench;

    MixerView &view() const { return *m_bench->view; }
    int trackCount() const
    {
        return static_cast<int>(
            m_bench->demo.simulator->dump().value(QLatin1String("tracks")).toArray().size());
    }
    QString name(int track) const
    {
        return m_bench->inLive(track).value(QLatin1String("name")).toString();
    }

    /// As a right click opens it.
    QMenu *open(int track) const
    {
        delete view().findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
        const QPoint at = view().mixerLayout().strip(track).center().toPoint();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view().mapToGlobal(at));
        QCoreApplication::sendEvent(&view(), &event);
        return view().findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    }
    static QAction *entry(const QMenu &menu, const QString &start)
    {
        for (QAction *action : menu.actions()) {
            if (action->text().startsWith(start))
                return action;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<MixerFixture>();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->isRead(), 10'000);
        m_bench->open();
        QVERIFY(QTest::qWaitForWindowActive(&view()));
    }
    void cleanup()
    {
        delete view().findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_VERIFY(m_bench->engine->liveSet().wishes().empty());
    }
    void cleanupTestCase() { m_bench.reset(); }

    void colour()
    {
        QMenu *menu = open(kick);
        QVERIFY(menu);
        auto *grid = menu->findChild<ColorGrid *>();
        QVERIFY(grid);
        Q_EMIT grid->chosen(0x1A2F96);
        QTRY_COMPARE(m_bench->inLive(kick).value(QLatin1String("color")).toInt(), 0x1A2F96);
    }

    void monitoring()
    {
        QTRY_VERIFY(m_bench->engine->liveSet().track(TrackIndex(kick))->monitoringState);
        QMenu *menu = open(kick);
        QAction *in = entry(*entry(*menu, QStringLiteral("Monitor"))->menu(), QStringLiteral("In"));
        QVERIFY(in && !in->isChecked());
        in->trigger();
        QTRY_COMPARE(
            m_bench->inLive(kick).value(QLatin1String("current_monitoring_state")).toInt(), 0);
        QVERIFY(!entry(*open(group), QStringLiteral("Monitor"))); // a group has none
    }

    void routing()
    {
        const LiveSet &set = m_bench->engine->liveSet();
        QTRY_VERIFY_WITH_TIMEOUT(
            set.track(TrackIndex(kick))->routingChoices.inputTypes.size() > 1, 20'000);
        const Track &track = *set.track(TrackIndex(kick));
        QMenu *choices = entry(*open(kick), QStringLiteral("Input from"))->menu();
        QCOMPARE(static_cast<std::size_t>(choices->actions().size()),
            track.routingChoices.inputTypes.size());
        for (QAction *action : choices->actions()) {
            if (action->isChecked())
                continue;
            const QString wanted = action->text();
            action->trigger();
            QTRY_COMPARE(set.track(TrackIndex(kick))->inputRoutingType, wanted);
            break;
        }
    }

    void tracksComeAndGo()
    {
        const int before = trackCount();
        const QString next = name(kick + 1);
        entry(*open(kick), QStringLiteral("Insert audio track"))->trigger();
        QTRY_COMPARE(trackCount(), before + 1);
        QCOMPARE(name(kick + 2), next);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->engine->liveSet().trackCount(), before + 1, 10'000);
        m_bench->follow({});
        entry(*open(kick + 1), QStringLiteral("Delete track"))->trigger();
        QTRY_COMPARE(trackCount(), before);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->engine->liveSet().trackCount(), before, 10'000);
        m_bench->follow({});
        entry(*open(kick), QStringLiteral("Duplicate track"))->trigger();
        QTRY_COMPARE(trackCount(), before + 1);
        QCOMPARE(name(kick + 1), name(kick));
    }
};

int tst_stripmenu(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestStripMenu>(argc, argv);
}

#include "tst_stripmenu.moc"
