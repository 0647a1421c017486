// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/firstpaint.h"

#include "tests/bench/figures.h"
#include "ui/shell/application.h"

#include <QApplication>
#include <QMainWindow>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

namespace clipdeck {

namespace {

constexpr int runs = 10;
constexpr double nsPerMs = 1e6;

/// Ends the program after the main window's first paint.
class FirstPaint : public QObject {
public:
    explicit FirstPaint(qint64 startedAt)
        : m_startedAt(startedAt)
    {
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (!m_seen && event->type() == QEvent::Paint && qobject_cast<QMainWindow *>(watched)) {
            m_seen = true;
            // Behind the whole pass, in which the window's children are painted too.
            QMetaObject::invokeMethod(
                this, [this] { finish(); }, Qt::QueuedConnection);
        }
        return false;
    }

private:
    void finish() const
    {
        std::printf("%lld\n", static_cast<long long>(steadyNow() - m_startedAt));
        QCoreApplication::quit();
    }

    qint64 m_startedAt;
    bool m_seen = false;
};

} // namespace

int runUntilFirstPaint(int argc, char **argv, qint64 startedAt)
{
    QApplication app(argc, argv);
    const QTemporaryDir config;
    Options options;
    options.demo = true;
    options.configDirectory = config.path();
    FirstPaint firstPaint(startedAt);
    app.installEventFilter(&firstPaint);
    Application clipdeck(app, options);
    clipdeck.start();
    return QApplication::exec();
}

void measureFirstPaint()
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--first-paint"), QString::number(steadyNow())});
        if (process.waitForFinished())
            times.push_back(process.readAllStandardOutput().trimmed().toDouble() / nsPerMs);
    }
    tellRuns("start_to_first_paint", times, "ms");
}

} // namespace clipdeck
