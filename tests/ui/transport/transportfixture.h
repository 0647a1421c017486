// SPDX-License-Identifier: GPL-3.0-or-later
// The strip on a real engine, against the stand-in over real UDP: what counts is what the stand-in has in the end.
#pragma once

#include "core/engine.h"
#include "core/sim/simulator.h"
#include "ui/shell/demo.h"
#include "ui/theme/theme.h"
#include "ui/transport/moremenu.h"
#include "ui/transport/transportbar.h"

#include <QAbstractButton>
#include <QJsonArray>
#include <QTest>

namespace clipdeck {

/// What tests of the strip are made of: one engine for all of them, a strip for each.
class TransportFixture {
protected:
    Theme m_theme;
    Demo m_demo;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<TransportBar> m_bar;
    qint64 m_now = 0; ///< The strip's clock, so that taps need no waiting

    QJsonObject dump() const
    {
        return m_demo.simulator->dump({.parameters = false, .notes = false, .clips = false});
    }
    QJsonValue inLive(const char *property) const
    {
        return dump().value(QLatin1String("song")).toObject().value(QLatin1String(property));
    }

    template <class Widget> Widget *named(const char *name) const
    {
        for (Widget *widget : m_bar->findChildren<Widget *>()) {
            if (widget->accessibleName() == QLatin1String(name))
                return widget;
        }
        qFatal("There is no %s", name);
        return nullptr;
    }
    QAbstractButton *button(const char *name) const { return named<QAbstractButton>(name); }

    void press(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }

    int playingClips() const
    {
        int playing = 0;
        for (const QJsonValue &track : dump().value(QLatin1String("tracks")).toArray())
            playing += track.toObject().value(QLatin1String("playing_slot_index")).toInt() >= 0;
        return playing;
    }

    /// An entry of the menu as it would open now, or null.
    QAction *moreAction(const QString &name) const
    {
        auto *menu = m_bar->findChild<MoreMenu *>();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text() == name)
                return action;
        }
        return nullptr;
    }

    static void move(QWidget *widget, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QMouseEvent event(QEvent::MouseMove, to, widget->mapToGlobal(to), Qt::NoButton,
            Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(widget, &event);
    }

    void start()
    {
        m_theme.applyTo(*qApp);
        m_demo = startDemo({}, {});
        QVERIFY2(m_demo.simulator, qPrintable(m_demo.problem));
        m_demo.settings.readDevices = false;
        m_engine = std::make_unique<Engine>(m_demo.settings);
        m_engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(
            m_engine->liveSet().trackCount() > 0 && m_engine->liveSet().isComplete(), 10'000);
    }

    void open()
    {
        m_bar = std::make_unique<TransportBar>(TransportContext{m_engine->liveSet(),
            m_engine->commands(), m_engine->songClock(), [this] { return m_now; }, m_theme});
        m_bar->setConnection(m_engine->connection(), false);
        m_bar->resize(1600, 52);
        m_bar->show();
        QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
    }

    void close()
    {
        QTRY_VERIFY(m_engine->liveSet().wishes().empty());
        m_bar.reset();
    }

    void end()
    {
        m_engine.reset();
        m_demo = {};
    }
};

} // namespace clipdeck
