// SPDX-License-Identifier: GPL-3.0-or-later
// What the grid costs on screen: all of a full-HD window at once, and one frame while a song plays.
#include "tests/support/showset.h"
#include "ui/session/sessionview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>

#include <benchmark/benchmark.h>

using namespace clipdeck;

namespace {

constexpr int trackCount = 20;
constexpr int sceneCount = 40;
constexpr QSize windowSize(1920, 1040);

/// Every slot has a clip, with names that fit and names that do not; every track plays one, some have one queued.
void fill(ShowSet &show, int tracks, int scenes)
{
    show.addTracks(tracks, scenes);
    show.set.apply(SongField::Tempo, 122.0);
    show.set.apply(SongField::IsPlaying, true);
    show.clock.setTempo(122.0, ShowSet::now);
    show.clock.setPlaying(true, ShowSet::now);
    show.clock.hear({180}, ShowSet::now);
    for (int t = 0; t < tracks; ++t) {
        show.nameTrack(t, "A track", 0x3DC300 + t * 4000);
        for (int s = 0; s < scenes; ++s)
            show.putClip(t, s, (t + s) % 3 ? "Short" : "A name that is too long for its cell",
                0x886CE4 + s * 3000);
        show.play(t, (t * 3) % scenes, 3);
        if (t % 5 == 0)
            show.fire(t, (t * 3 + 1) % scenes);
    }
    for (int s = 0; s < scenes; ++s)
        show.nameScene(s, "Scene", 0xFFF034);
    show.set.applyComplete(true);
    show.set.publish();
}

/// The real view in a window of its own, while the song goes on in real time.
struct Window {
    explicit Window(int tracks = trackCount, int scenes = sceneCount)
        : view(
            show.set, show.clock, [this] { return ShowSet::now + time.elapsed(); }, theme)
    {
        time.start();
        theme.applyTo(*qApp);
        fill(show, tracks, scenes);
        view.resize(windowSize);
        view.show();
        QApplication::processEvents();
    }

    /// Cells that are at least partly in sight.
    int cells() const
    {
        const SessionLayout::Range seen = view.sessionLayout().visible();
        return (seen.endColumn - seen.firstColumn) * (seen.endRow - seen.firstRow);
    }

    Theme theme;
    ShowSet show;
    QElapsedTimer time;
    SessionView view;
};

/// Everything is painted anew: the setting counts in every cell.
void repaintAll(benchmark::State &state)
{
    Window window;
    for (auto _ : state) {
        window.view.setFullColorAtRest(false);
        window.view.viewport()->repaint();
    }
    state.counters["cells"] = window.cells();
}

/// What another window had covered: nothing has changed.
void expose(benchmark::State &state)
{
    Window window;
    for (auto _ : state)
        window.view.viewport()->repaint();
}

/// One step of the wheel, there and back, in a set of this size.
void scroll(benchmark::State &state)
{
    Window window(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
    QScrollBar *bar = window.view.verticalScrollBar();
    int step = bar->singleStep();
    for (auto _ : state) {
        bar->setValue(bar->value() + step);
        window.view.viewport()->repaint();
        step = -step;
    }
}

/// What a table of Qt's own takes for the same: the standard, with a delegate that draws a lamp, a box and a name.
class PlainDelegate : public QStyledItemDelegate {
public:
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        const QRect box = option.rect.adjusted(0, 0, -2, -2);
        const QColor color(QRgb(index.data(SessionModel::ColorRole).toInt()));
        painter->fillRect(box, color.darker());
        painter->fillRect(QRect(box.topLeft(), QSize(box.height(), box.height())), Qt::black);
        painter->setPen(Qt::white);
        painter->drawText(box.adjusted(26, 0, -4, 0), Qt::AlignVCenter,
            option.fontMetrics.elidedText(
                index.data().toString(), Qt::ElideRight, box.width() - 30));
    }
};

struct PlainTable {
    PlainTable(int tracks, int scenes)
        : model(show.set, [] { return ShowSet::now; })
    {
        theme.applyTo(*qApp);
        fill(show, tracks, scenes);
        table.setModel(&model);
        table.setItemDelegate(&delegate);
        table.setShowGrid(false);
        table.verticalHeader()->setDefaultSectionSize(22);
        table.horizontalHeader()->setDefaultSectionSize(100);
        table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        table.resize(windowSize);
        table.show();
        QApplication::processEvents();
    }

    Theme theme;
    ShowSet show;
    SessionModel model;
    PlainDelegate delegate;
    QTableView table;
};

void plainRepaintAll(benchmark::State &state)
{
    PlainTable plain(trackCount, sceneCount);
    for (auto _ : state)
        plain.table.viewport()->repaint();
}

void plainScroll(benchmark::State &state)
{
    PlainTable plain(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
    QScrollBar *bar = plain.table.verticalScrollBar();
    int step = 22;
    for (auto _ : state) {
        bar->setValue(bar->value() + step);
        plain.table.viewport()->repaint();
        step = -step;
    }
}

/// A frame's time of the view's own clock, with all that it paints in it. The CPU column is what it costs; the time
/// between is the clock's own.
void animationFrame(benchmark::State &state)
{
    constexpr qint64 frameNs = 16'000'000;
    Window window;
    QElapsedTimer time;
    time.start();
    qint64 end = 0;
    for (auto _ : state) {
        end += frameNs;
        while (time.nsecsElapsed() < end)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    state.counters["cells"] = window.cells();
}

} // namespace

BENCHMARK(repaintAll)->Unit(benchmark::kMillisecond);
BENCHMARK(plainRepaintAll)->Unit(benchmark::kMillisecond);
BENCHMARK(expose)->Unit(benchmark::kMillisecond);
BENCHMARK(scroll)->Unit(benchmark::kMillisecond)->Args({16, 64})->Args({256, 1024});
BENCHMARK(plainScroll)->Unit(benchmark::kMillisecond)->Args({16, 64})->Args({256, 1024});
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
