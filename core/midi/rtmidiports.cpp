// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/midi/rtmidiports.h"

#include "core/logging/logging.h"
#include "core/midi/midiinbox.h"
#ifdef CLIPDECK_HAS_JACK
#include "core/midi/jackserver.h"
#endif

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <RtMidi.h>

#include <chrono>
#include <vector>

namespace clipdeck {

namespace {

const char *const clientName = "Clipdeck"; ///< How other programs see us
const char *const listerName = "Clipdeck ports"; ///< The clients that only list

/// The words' context for translators.
class RtMidiPortsWords {
    Q_DECLARE_TR_FUNCTIONS(RtMidiPorts)
};

/// What RtMidi complained of since it was last asked. With this as its error callback RtMidi
/// neither throws nor prints, except in constructors.
class Complaints {
public:
    template <class Port> explicit Complaints(Port &port)
    {
        port.setErrorCallback(&Complaints::hear, this);
    }
    Q_DISABLE_COPY_MOVE(Complaints)

    /// Empty when the last calls went well; warnings are logged only.
    QString take() { return std::exchange(m_text, {}); }

private:
    static void hear(RtMidiError::Type type, const std::string &text, void *self)
    {
        const bool isWarning = type == RtMidiError::WARNING || type == RtMidiError::DEBUG_WARNING;
        const QString words = QString::fromStdString(text);
        qCDebug(lcMidi) << "RtMidi:" << words;
        if (!isWarning)
            static_cast<Complaints *>(self)->m_text = words;
    }

    QString m_text;
};

/// A system that RtMidi was built for, and a watch over it where one is needed.
struct System {
    RtMidi::Api api = RtMidi::UNSPECIFIED;
#ifdef CLIPDECK_HAS_JACK
    JackServer jack;
#endif

    bool isAlive() const
    {
#ifdef CLIPDECK_HAS_JACK
        if (api == RtMidi::UNIX_JACK)
            return jack.isAlive();
#endif
        return true;
    }

    void stopWatching()
    {
#ifdef CLIPDECK_HAS_JACK
        jack.disconnect();
#endif
    }

    /// Whether it makes sense to begin with `candidate`: RtMidi prints and throws where it does
    /// not.
    bool canUse(RtMidi::Api candidate)
    {
        switch (candidate) {
        case RtMidi::LINUX_ALSA:
            return QFileInfo(QStringLiteral("/dev/snd/seq")).isWritable();
#ifdef CLIPDECK_HAS_JACK
        case RtMidi::UNIX_JACK:
            return jack.connect();
#endif
        case RtMidi::RTMIDI_DUMMY:
        case RtMidi::UNSPECIFIED:
            return false;
        default:
            return true;
        }
    }
};
using SharedSystem = std::shared_ptr<System>;

/// An RtMidi object, its complaints and the system that it needs.
template <class Rt> struct Client {
    SharedSystem system;
    std::unique_ptr<Rt> rt;
    std::unique_ptr<Complaints> complaints;

    /// RtMidi waits a second for a server that is gone to finish with a port: that must not be on
    /// the event loop.
    static void close(std::unique_ptr<Client> client)
    {
        if (!client || client->system->isAlive())
            return;
        Client *const gone = client.release(); // QThreadPool takes nothing that can't be copied
        QThreadPool::globalInstance()->start(
            [gone] { const std::unique_ptr<Client> closing(gone); });
    }

    ~Client() { rt.reset(); } // before the complaints it may still call
};
template <class Rt> using ClientPtr = std::unique_ptr<Client<Rt>>;

template <class Rt>
ClientPtr<Rt> makeClient(const SharedSystem &system, const char *name, QString *error)
{
    auto client = std::make_unique<Client<Rt>>();
    client->system = system;
    try {
        client->rt = std::make_unique<Rt>(system->api, name);
    } catch (const RtMidiError &failure) {
        *error = QString::fromStdString(failure.getMessage());
        return nullptr;
    }
    client->complaints = std::make_unique<Complaints>(*client->rt);
    return client;
}

template <class Rt> QStringList namesOf(Rt &rt)
{
    QStringList names;
    const unsigned int count = rt.getPortCount();
    for (unsigned int i = 0; i < count; ++i)
        names.append(QString::fromStdString(rt.getPortName(i)));
    return names;
}

/// Opens the port of that name, or a virtual one; empty when it went well.
template <class Rt> QString openPort(Client<Rt> &client, const QString &name, bool isVirtual)
{
    if (isVirtual) {
        client.rt->openVirtualPort(name.toStdString());
        return client.complaints->take();
    }
    const auto index = namesOf(*client.rt).indexOf(name);
    if (index < 0)
        return RtMidiPortsWords::tr("it is not there any more");
    client.rt->openPort(static_cast<unsigned int>(index), clientName);
    return client.complaints->take();
}

/// JACK takes a new connection up to two periods after it was made, and what is sent before is lost. So the first
/// messages wait until the port has settled.
class RtMidiOutput : public MidiOutput {
public:
    static constexpr int settleMs
        = 120; ///< Several periods, however leisurely JACK was set up and busy the machine

    explicit RtMidiOutput(ClientPtr<RtMidiOut> client)
        : m_client(std::move(client))
    {
        if (m_client->system->api != RtMidi::UNIX_JACK)
            return;
        m_settling.setSingleShot(true);
        QObject::connect(&m_settling, &QTimer::timeout, &m_settling, [this] { sendEarly(); });
        m_settling.start(settleMs);
    }
    ~RtMidiOutput() override
    {
        if (!m_early.empty() && isAlive()) {
            // Opened, sent and closed at once, as a command line does: nothing else waits for this thread.
            QThread::msleep(settleMs);
            sendEarly();
        }
        Client<RtMidiOut>::close(std::move(m_client));
    }
    Q_DISABLE_COPY_MOVE(RtMidiOutput)

    bool isAlive() const override { return m_client->system->isAlive(); }
    bool send(const MidiMessage &message) override
    {
        if (!isAlive())
            return false;
        if (!m_settling.isActive())
            return sendNow(message);
        m_early.push_back(message);
        return true;
    }

private:
    void sendEarly()
    {
        for (const MidiMessage &message : std::exchange(m_early, {}))
            sendNow(message);
    }

    bool sendNow(const MidiMessage &message)
    {
        const QByteArray bytes = message.bytes();
        m_client->rt->sendMessage(reinterpret_cast<const unsigned char *>(bytes.constData()),
            static_cast<std::size_t>(bytes.size()));
        const QString complaint = m_client->complaints->take();
        if (!complaint.isEmpty())
            qCWarning(lcMidi) << "not sent:" << describe(message) << complaint;
        return complaint.isEmpty();
    }

    ClientPtr<RtMidiOut> m_client;
    QTimer m_settling;
    std::vector<MidiMessage> m_early;
};

/// Calls are awaited for as long as the client is there: it goes before the inbox does.
class RtMidiInput : public MidiInput {
public:
    explicit RtMidiInput(ClientPtr<RtMidiIn> client)
        : m_client(std::move(client))
        , m_inbox([this] {
            QMetaObject::invokeMethod(
                this, [this] { deliver(); }, Qt::QueuedConnection);
        })
    {
        m_client->rt->setCallback(&RtMidiInput::hear, &m_inbox);
    }
    ~RtMidiInput() override { close(); }
    Q_DISABLE_COPY_MOVE(RtMidiInput)

    /// The system is gone. An input, other than an output, does not wait for it.
    void lose()
    {
        close();
        Q_EMIT lost();
    }

private:
    void close()
    {
        if (m_client)
            m_client->rt->cancelCallback();
        m_client.reset();
    }

    static void hear(double, std::vector<unsigned char> *bytes, void *inbox)
    {
        using namespace std::chrono;
        const auto stamp = duration_cast<microseconds>(steady_clock::now().time_since_epoch());
        static_cast<MidiInbox *>(inbox)->post(*bytes, stamp.count());
    }

    void deliver()
    {
        for (const MidiInbox::Item &item : m_inbox.take())
            Q_EMIT received(item.message, item.stampUs);
        if (const int dropped = m_inbox.takeDropped())
            qCWarning(lcMidi) << dropped
                              << "messages were lost: they came faster than they could be used";
    }

    ClientPtr<RtMidiIn> m_client;
    MidiInbox m_inbox;
};

class RtMidiDriver : public MidiDriver {
public:
    QString problem() override { return ready() ? QString() : m_problem; }
    bool hasVirtualPorts() const override
    {
#if defined(Q_OS_WIN)
        return false;
#else
        return true;
#endif
    }
    QStringList outputs() override
    {
        return ready() ? namesOf(*m_outLister->rt) : QStringList();
    }
    QStringList inputs() override
    {
        return ready() ? namesOf(*m_inLister->rt) : QStringList();
    }
    Opened<MidiOutput> openOutput(const QString &name) override
    {
        return openOut(name, false);
    }
    Opened<MidiOutput> openVirtualOutput(const QString &name) override
    {
        return openOut(name, true);
    }
    Opened<MidiInput> openInput(const QString &name) override
    {
        return openIn(name, false);
    }
    Opened<MidiInput> openVirtualInput(const QString &name) override
    {
        return openIn(name, true);
    }

private:
    /// True when there is a system and both listers are at work.
    bool ready()
    {
        if (m_system && m_system->isAlive())
            return true;
        if (m_system)
            letGo();
        m_problem
            = RtMidiPortsWords::tr("No MIDI here: the system offers none that Clipdeck can use.");
#ifdef Q_OS_LINUX
        m_problem = RtMidiPortsWords::tr(
            "No MIDI here: no ALSA sequencer (/dev/snd/seq), and no JACK server runs.");
#endif
        std::vector<RtMidi::Api> candidates;
        RtMidi::getCompiledApi(candidates);
        for (const RtMidi::Api candidate : candidates) {
            if (begin(candidate))
                return true;
        }
        return false;
    }

    /// JACK's library serves one server a process: until the last client of the former one is
    /// closed, which for outputs happens elsewhere and takes a second, none of the next may be
    /// opened.
    void letGo()
    {
        m_outLister.reset();
        m_inLister.reset();
        for (const QPointer<RtMidiInput> &input : std::exchange(m_inputs, {})) {
            if (input)
                input->lose();
        }
        m_system->stopWatching();
        m_former = std::exchange(m_system, nullptr);
    }

    bool begin(RtMidi::Api candidate)
    {
        if (!m_former.expired())
            return false;
        if (!m_spare)
            m_spare = std::make_shared<System>();
        if (!m_spare->canUse(candidate))
            return false;
        m_spare->api = candidate;
        QString error;
        m_outLister = makeClient<RtMidiOut>(m_spare, listerName, &error);
        m_inLister = makeClient<RtMidiIn>(m_spare, listerName, &error);
        if (!m_outLister || !m_inLister) {
            m_problem = RtMidiPortsWords::tr("No MIDI here: %1").arg(error);
            return false;
        }
        m_system = std::exchange(m_spare, nullptr);
        return true;
    }

    template <class Rt> ClientPtr<Rt> open(const QString &name, bool isVirtual, QString *error)
    {
        if (!ready()) {
            *error = m_problem;
            return nullptr;
        }
        if (isVirtual && !hasVirtualPorts()) {
            *error = RtMidiPortsWords::tr(
                "Windows has no virtual MIDI ports: install loopMIDI, make a port in it, "
                "and choose that "
                "port here.");
            return nullptr;
        }
        QString reason;
        ClientPtr<Rt> client = makeClient<Rt>(m_system, clientName, &reason);
        if (client)
            reason = openPort(*client, name, isVirtual);
        if (reason.isEmpty())
            return client;
        *error = RtMidiPortsWords::tr("The MIDI port “%1” can't be opened: %2.").arg(name, reason);
        return nullptr;
    }

    Opened<MidiOutput> openOut(const QString &name, bool isVirtual)
    {
        QString error;
        ClientPtr<RtMidiOut> client = open<RtMidiOut>(name, isVirtual, &error);
        if (!client)
            return {nullptr, error};
        return {std::make_unique<RtMidiOutput>(std::move(client)), {}};
    }

    Opened<MidiInput> openIn(const QString &name, bool isVirtual)
    {
        QString error;
        ClientPtr<RtMidiIn> client = open<RtMidiIn>(name, isVirtual, &error);
        if (!client)
            return {nullptr, error};
        auto input = std::make_unique<RtMidiInput>(std::move(client));
        m_inputs.emplace_back(input.get());
        return {std::move(input), {}};
    }

    SharedSystem m_system; ///< The one in use
    std::weak_ptr<System> m_former; ///< The one before, as long as something of it is open
    std::vector<QPointer<RtMidiInput>> m_inputs;
    SharedSystem m_spare; ///< The one being looked for, kept so that looking again is cheap
    ClientPtr<RtMidiOut> m_outLister;
    ClientPtr<RtMidiIn> m_inLister;
    QString m_problem;
};

} // namespace

std::unique_ptr<MidiDriver> makeRtMidiDriver()
{
    return std::make_unique<RtMidiDriver>();
}

} // namespace clipdeck
