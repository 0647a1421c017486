// SPDX-License-Identifier: GPL-3.0-or-later
// A mixer on a real engine against the stand-in, for tests: what counts is what the stand-in has in the end.
#pragma once

#include "core/engine.h"
#include "core/sim/simulator.h"
#include "ui/mixer/mixerview.h"
#include "ui/shell/demo.h"
#include "ui/theme/theme.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

namespace clipdeck {

// Tracks of the demo set. The first is a group that holds the others; the kick plays.
inline constexpr int group = 0;
inline constexpr int kick = 1;
inline constexpr int snare = 2;
inline constexpr int hats = 3;

/// The demo set: a group first, then tracks; two sends.
struct MixerFixture {
    explicit MixerFixture(Density density = Density::Compact)
        : theme(Theme::Kind::Dark, density)
    {
        theme.applyTo(*qApp);
        demo = startDemo({}, {});
        if (!demo.simulator)
            qFatal("%s", qPrintable(demo.problem));
        demo.settings.readDevices = false;
        engine = std::make_unique<Engine>(demo.settings);
        engine->start();
    }

    bool isRead() const
    {
        return engine->liveSet().trackCount() > 0 && engine->liveSet().isComplete();
    }

    void open()
    {
        view = std::make_unique<MixerView>(MixerContext{
            engine->liveSet(), engine->commands(), [this] { return engine->now(); }, theme});
        QObject::connect(view.get(), &MixerView::metersWanted, engine.get(), &Engine::watchMeters);
        view->resize(1700, view->sizeHint().height());
        follow({});
        view->show();
    }

    /// The grid above, scrolled to there.
    void follow(QPoint scroll)
    {
        SessionLayout::Input in;
        in.metrics = theme.metrics();
        in.viewport = {1900, 500};
        in.scroll = scroll;
        in.rows = engine->liveSet().sceneCount();
        std::vector<TrackIndex> tracks;
        for (int t = 0; t < engine->liveSet().trackCount(); ++t)
            tracks.emplace_back(t);
        in.columns = static_cast<int>(tracks.size());
        view->follow(SessionLayout(in), tracks);
    }

    QJsonObject inLive(int track) const
    {
        return demo.simulator->dump({.parameters = false, .notes = false, .clips = false})
            .value(QLatin1String("tracks"))
            .toArray()
            .at(track)
            .toObject();
    }
    double number(int track, const char *property) const
    {
        return inLive(track).value(QLatin1String(property)).toDouble();
    }
    bool isOn(int track, const char *property) const
    {
        return inLive(track).value(QLatin1String(property)).toBool();
    }
    double send(int track, int send) const
    {
        return inLive(track).value(QLatin1String("sends")).toArray().at(send).toDouble();
    }

    QPoint middle(StripControl control, int column, int sendOf = -1) const
    {
        return view->mixerLayout().target({control, column, sendOf}).center().toPoint();
    }

    Theme theme;
    Demo demo;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<MixerView> view;
};

/// Near enough for a 32-bit float's way to Live and back.
inline bool near(double a, double b)
{
    return qAbs(a - b) < 1e-4;
}

} // namespace clipdeck
