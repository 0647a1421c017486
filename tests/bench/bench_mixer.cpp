// SPDX-License-Identifier: GPL-3.0-or-later
// What the mixer costs on screen: one frame of the meters of 64 tracks, the whole of it, and scrolling sets of any size.
#include "core/commands/commandqueue.h"
#include "core/commands/commands.h"
#include "ui/mixer/mixerview.h"

#include <QApplication>

#include <benchmark/benchmark.h>

#include <cmath>

using namespace clipdeck;

namespace {

/// A mixer on a set of so many tracks, with commands that lead nowhere. Time goes by when the benchmark says so.
struct Desk {
    Desk(int tracks, int columnPitch, int width)
        : queue(set,
            {[](auto, auto, auto) {}, [](const Target &) {}, [] { return QString(); },
                [this] { return now; }, [](const Target &, const QString &) {}})
        , commands(set, queue)
        , view({set, commands, [this] { return now; }, theme})
    {
        theme.applyTo(*qApp);
        set.applyStructure(tracks, 4);
        for (int t = 0; t < tracks; ++t) {
            const TrackIndex track(t);
            set.apply(track, TrackField::Name, QStringLiteral("Track %1").arg(t + 1));
            set.apply(track, TrackField::Volume, 0.3 + 0.6 * (t % 7) / 7.0);
            set.apply(track, TrackField::Panning, (t % 5 - 2) / 4.0);
            set.apply(track, TrackField::HasAudioOutput, true);
            set.apply(track, TrackField::CanBeArmed, true);
            set.applySends(track, {0.4, 0.6});
            columns.push_back(track);
        }
        set.publish();
        input.metrics = theme.metrics();
        input.metrics.columnPitch = columnPitch;
        input.viewport = {width, 500};
        input.columns = tracks;
        input.rows = 4;
        view.resize(width - input.metrics.sceneWidth, view.sizeHint().height());
        scroll(0);
        view.show();
        QApplication::processEvents();
    }

    void scroll(int x)
    {
        input.scroll = {x, 0};
        view.follow(SessionLayout(input), columns);
    }

    /// Live tells all levels, as its listeners do ten times a second.
    void hear()
    {
        for (int t = 0; t < set.trackCount(); ++t) {
            const double level = 0.6 + 0.3 * std::sin(static_cast<double>(now) / 170.0 + t);
            set.apply(TrackIndex(t), TrackField::OutputMeterLeft, level);
            set.apply(TrackIndex(t), TrackField::OutputMeterRight, level * 0.97);
        }
        set.publish();
    }

    int columnsInSight() const
    {
        const SessionLayout::Range range = view.mixerLayout().visible();
        return range.endColumn - range.firstColumn;
    }

    LiveSet set;
    qint64 now = 1000;
    CommandQueue queue;
    Commands commands;
    Theme theme;
    SessionLayout::Input input;
    std::vector<TrackIndex> columns;
    MixerView view;
};

/// A frame at 60 a second: where the meters are, and painting what differs. Every sixth frame has news from Live.
void meterFrame(benchmark::State &state)
{
    Desk desk(64, static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
    int frame = 0;
    for (auto _ : state) {
        state.PauseTiming();
        desk.now += 16;
        if (frame++ % 6 == 0)
            desk.hear();
        state.ResumeTiming();
        desk.view.animate();
        QApplication::sendPostedEvents(&desk.view, QEvent::UpdateRequest);
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    }
    state.counters["strips"] = desk.columnsInSight();
}

void repaintAll(benchmark::State &state)
{
    Desk desk(64, 100, 1920);
    for (auto _ : state)
        desk.view.repaint();
    state.counters["strips"] = desk.columnsInSight();
}

void scrolling(benchmark::State &state)
{
    Desk desk(static_cast<int>(state.range(0)), 100, 1920);
    int x = 0;
    for (auto _ : state) {
        desk.scroll(x = (x + 7) % 200);
        desk.view.repaint();
    }
}

} // namespace

BENCHMARK(meterFrame)->Args({100, 1920})->Args({27, 1920})->Unit(benchmark::kMicrosecond);
BENCHMARK(repaintAll)->Unit(benchmark::kMicrosecond);
BENCHMARK(scrolling)->Arg(18)->Arg(64)->Arg(256)->Unit(benchmark::kMicrosecond);

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
