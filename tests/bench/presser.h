// SPDX-License-Identifier: GPL-3.0-or-later
// A hand on the grid and an eye on the wire: presses cells and sees when their datagram is there.
#pragma once

#include <QPoint>
#include <QThread>

#include <atomic>
#include <memory>
#include <vector>

class QPointingDevice;
class QUdpSocket;
class QWidget;

namespace clipdeck {

/// Stands between an engine and its server. In a thread of its own it passes on what comes to `port()`, and while it presses,
/// posts a mouse press to a widget at moments that nothing on the event loop knows of. A press lasts from that post until
/// the datagram that fires a slot is in this thread's hands: waiting for the event loop is a part of it, and so is the
/// scheduling of two threads.
class Presser {
public:
    explicit Presser(quint16 serverPort);
    ~Presser();
    Q_DISABLE_COPY_MOVE(Presser)

    quint16 port() const { return m_port; }
    /// Presses `count` times on `widget`, at one of `places` after the other. Ask isPressing() for the end.
    void start(QWidget *widget, std::vector<QPoint> places, int count);
    bool isPressing() const { return m_pressing; }
    /// Milliseconds a press, of the presses since start(). Only while it is not pressing.
    const std::vector<double> &latencies() const { return m_latencies; }
    /// Presses without a datagram within a second.
    int lost() const { return m_lost; }

private:
    void run();
    void press();
    void release();
    void takeDatagrams(QUdpSocket &socket);

    quint16 m_serverPort;
    quint16 m_port;
    std::atomic<bool> m_ending = false;
    std::atomic<bool> m_pressing = false;
    QWidget *m_widget = nullptr;
    const QPointingDevice *m_mouse = nullptr;
    std::vector<QPoint> m_places;
    std::vector<double> m_latencies;
    int m_wanted = 0;
    int m_pressed = 0;
    int m_lost = 0;
    qint64 m_pressedAt = -1; ///< -1: no finger is down
    qint64 m_nextAt = 0;
    std::unique_ptr<QThread> m_thread;
};

} // namespace clipdeck
