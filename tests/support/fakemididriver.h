// SPDX-License-Identifier: GPL-3.0-or-later
// A MIDI system in memory: ports come and go as the test says, and what is sent is kept.
#pragma once

#include "core/midi/midiport.h"

#include <memory>

namespace clipdeck {

/// What the test holds; it outlives the driver's ports.
struct FakeMidiSystem {
    QString problem;
    bool hasVirtualPorts = true;
    QStringList outputs;
    QStringList inputs;
    QString refusal; ///< If not empty, why no port opens
    QStringList open; ///< Outputs that are open now
    QStringList sent; ///< One line a message: `PORT: note on ch 1 C3 vel 100`
};

class FakeMidiDriver : public MidiDriver {
public:
    explicit FakeMidiDriver(std::shared_ptr<FakeMidiSystem> system)
        : m_system(std::move(system))
    {
    }
    QString problem() override { return m_system->problem; }
    bool hasVirtualPorts() const override { return m_system->hasVirtualPorts; }
    QStringList outputs() override
    {
        return m_system->problem.isEmpty() ? m_system->outputs : QStringList();
    }
    QStringList inputs() override
    {
        return m_system->problem.isEmpty() ? m_system->inputs : QStringList();
    }
    Opened<MidiOutput> openOutput(const QString &name) override
    {
        if (!m_system->refusal.isEmpty())
            return {nullptr, m_system->refusal};
        return {std::make_unique<Output>(m_system, name), {}};
    }
    Opened<MidiOutput> openVirtualOutput(const QString &name) override
    {
        return openOutput(QStringLiteral("virtual ") + name);
    }
    Opened<MidiInput> openInput(const QString &) override
    {
        return {std::make_unique<MidiInput>(), {}};
    }
    Opened<MidiInput> openVirtualInput(const QString &) override
    {
        return {std::make_unique<MidiInput>(), {}};
    }

private:
    class Output : public MidiOutput {
    public:
        Output(std::shared_ptr<FakeMidiSystem> system, const QString &name)
            : m_system(std::move(system))
            , m_name(name)
        {
            m_system->open.append(name);
        }
        ~Output() override { m_system->open.removeOne(m_name); }
        Q_DISABLE_COPY_MOVE(Output)
        bool isAlive() const override { return m_system->problem.isEmpty(); }
        bool send(const MidiMessage &message) override
        {
            if (!isAlive())
                return false;
            m_system->sent.append(m_name + QStringLiteral(": ") + describe(message));
            return true;
        }

    private:
        std::shared_ptr<FakeMidiSystem> m_system;
        QString m_name;
    };

    std::shared_ptr<FakeMidiSystem> m_system;
};

} // namespace clipdeck
