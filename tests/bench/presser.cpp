// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/presser.h"

#include "tests/bench/figures.h"
#include "tests/support/testports.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QNetworkDatagram>
#include <QPointingDevice>
#include <QRandomGenerator>
#include <QUdpSocket>
#include <QWidget>

namespace clipdeck {

namespace {

constexpr qint64 nsPerMs = 1'000'000;
constexpr qint64 patienceNs = 1000 * nsPerMs;
constexpr int leastPauseMs = 5;
constexpr int mostPauseMs = 30;

} // namespace

Presser::Presser(quint16 serverPort)
    : m_serverPort(serverPort)
    , m_port(freeUdpPort())
    , m_thread(QThread::create([this] { run(); }))
{
    m_thread->start();
}

Presser::~Presser()
{
    m_ending = true;
    m_thread->wait();
}

void Presser::start(QWidget *widget, std::vector<QPoint> places, int count)
{
    m_widget = widget;
    m_mouse
        = QPointingDevice::primaryPointingDevice(); // made by the first who asks, in this thread
    m_places = std::move(places);
    m_latencies.clear();
    m_wanted = count;
    m_pressed = 0;
    m_lost = 0;
    m_nextAt = steadyNow();
    m_pressing = true;
}

void Presser::run()
{
    QUdpSocket socket;
    if (!socket.bind(QHostAddress::LocalHost, m_port))
        return;
    while (!m_ending) {
        if (m_pressing && m_pressedAt < 0 && steadyNow() >= m_nextAt)
            press();
        socket.waitForReadyRead(1);
        takeDatagrams(socket);
        if (m_pressedAt >= 0 && steadyNow() - m_pressedAt > patienceNs) {
            ++m_lost;
            release();
        }
    }
}

void Presser::takeDatagrams(QUdpSocket &socket)
{
    while (socket.hasPendingDatagrams()) {
        const QNetworkDatagram datagram = socket.receiveDatagram();
        const qint64 now = steadyNow();
        if (m_pressedAt >= 0 && datagram.data().contains("/live/clip_slot/fire")) {
            m_latencies.push_back(
                static_cast<double>(now - m_pressedAt) / static_cast<double>(nsPerMs));
            release();
        }
        socket.writeDatagram(datagram.data(), QHostAddress::LocalHost, m_serverPort);
    }
}

void Presser::press()
{
    const QPoint place = m_places[static_cast<std::size_t>(m_pressed) % m_places.size()];
    auto *event = new QMouseEvent(QEvent::MouseButtonPress, place, place, Qt::LeftButton,
        Qt::LeftButton, Qt::NoModifier, m_mouse);
    m_pressedAt = steadyNow();
    QCoreApplication::postEvent(m_widget, event);
}

void Presser::release()
{
    const QPoint place = m_places[static_cast<std::size_t>(m_pressed) % m_places.size()];
    QCoreApplication::postEvent(m_widget,
        new QMouseEvent(QEvent::MouseButtonRelease, place, place, Qt::LeftButton, Qt::NoButton,
            Qt::NoModifier, m_mouse));
    m_pressedAt = -1;
    m_nextAt
        = steadyNow() + QRandomGenerator::global()->bounded(leastPauseMs, mostPauseMs) * nsPerMs;
    if (++m_pressed == m_wanted)
        m_pressing = false;
}

} // namespace clipdeck
