// SPDX-License-Identifier: GPL-3.0-or-later
// What the grid costs on screen: all of a full-HD window at once, and one frame while a song plays.
#include "tests/ui/session/showset.h"
#include "ui/session/sessionview.h"

#include <QApplication>
#include <QElapsedTimer>

#include <benchmark/benchmark.h>

using namespace clipdeck;

namespace {

constexpr int trackCount = 20;
constexpr int sceneCount = 40;
constexpr QSize windowSize(1920, 1040);

/// Every slot has a clip, with names that fit and names that do not; every track plays one, some have one queued.
void fill(ShowSet &show)
{
    show.addTracks(trackCount, sceneCount);
    show.set.apply(SongField::Tempo, 122.0);
    show.set.apply(SongField::IsPlaying, true);
    show.clock.setTempo(122.0, ShowSet::now);
    show.clock.setPlaying(true, ShowSet::now);
    show.clock.hear({180}, ShowSet::now);
    for (int t = 0; t < trackCount; ++t) {
        show.nameTrack(t, "A track", 0x3DC300 + t * 4000);
        for (int s = 0; s < sceneCount; ++s)
            show.putClip(t, s, (t + s) % 3 ? "Short" : "A name that is too long for its cell",
                0x886CE4 + s * 3000);
        show.play(t, (t * 3) % sceneCount, 3);
        if (t % 5 == 0)
            show.fire(t, (t * 3 + 1) % sceneCount);
    }
    for (int s = 0; s < sceneCount; ++s)
        show.nameScene(s, "Scene", 0xFFF034);
    show.set.applyComplete(true);
    show.set.publish();
}

/// The real view in a window of its own, while the song goes on in real time.
struct Window {
    Window()
        : view(
            show.set, show.clock, [this] { return ShowSet::now + time.elapsed(); }, theme)
    {
        time.start();
        theme.applyTo(*qApp);
        fill(show);
        view.resize(windowSize);
        view.show();
        QApplication::processEvents();
    }

    /// Cells that are at least partly in sight.
    int cells() const
    {
        const SessionLayout::Range seen = view.surface().visible();
        return (seen.endColumn - seen.firstColumn) * (seen.endRow - seen.firstRow);
    }

    Theme theme;
    ShowSet show;
    QElapsedTimer time;
    SessionView view;
};

class PaintCounter : public QObject {
public:
    int paints = 0;
    bool eventFilter(QObject *, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

void repaintAll(benchmark::State &state)
{
    Window window;
    for (auto _ : state)
        window.view.viewport()->repaint();
    state.counters["cells"] = window.cells();
}

/// From one frame of the view's own clock to the end of the next. The CPU column is what it costs; the time between is
/// the clock's own.
void animationFrame(benchmark::State &state)
{
    Window window;
    PaintCounter counter;
    window.view.viewport()->installEventFilter(&counter);
    for (auto _ : state) {
        const int before = counter.paints;
        while (counter.paints == before)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    state.counters["cells"] = window.cells();
}

} // namespace

BENCHMARK(repaintAll)->Unit(benchmark::kMillisecond);
BENCHMARK(animationFrame)->Unit(benchmark::kMillisecond)->Iterations(100);

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
