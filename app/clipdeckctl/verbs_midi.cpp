// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipdeckctl/ctlwords.h"
#include "app/clipdeckctl/output.h"
#include "app/clipdeckctl/verbs.h"
#include "core/midi/midiports.h"
#include "core/midi/rtmidiports.h"

#include <array>
#include <optional>

namespace clipdeck {

namespace {

constexpr int longestNoteMs = 600000;
// A new connection takes JACK a few of its cycles: what is sent before that is heard by nobody.
constexpr int settleMs = 100;

/// Whole numbers within their ranges, or nothing.
template <std::size_t n>
std::optional<std::array<int, n>> numbersFrom(
    const QStringList &texts, const std::array<std::pair<int, int>, n> &ranges)
{
    std::array<int, n> out{};
    if (texts.size() != static_cast<qsizetype>(n))
        return std::nullopt;
    for (std::size_t i = 0; i < n; ++i) {
        bool isNumber = false;
        out[i] = texts[static_cast<qsizetype>(i)].toInt(&isNumber);
        if (!isNumber || out[i] < ranges[i].first || out[i] > ranges[i].second)
            return std::nullopt;
    }
    return out;
}

ExitCode listPorts(MidiPorts &ports)
{
    if (!ports.problem().isEmpty())
        return refuse(ports.problem());
    QString out;
    QTextStream lines(&out);
    int number = 0;
    for (const QString &name : ports.outputs())
        lines << "out " << number++ << ' ' << name << '\n';
    number = 0;
    for (const QString &name : ports.inputs())
        lines << "in " << number++ << ' ' << name << '\n';
    return print(out.toUtf8());
}

bool wait(int ms)
{
    return waitUntil([] { return false; }, ms);
}

/// A MIDI system takes messages for a port whose program has ended without a word, so that is looked at before.
bool send(MidiPorts &ports, const MidiMessage &message)
{
    ports.refresh();
    return ports.send(message);
}

ExitCode sendNote(MidiPorts &ports, const QStringList &arguments)
{
    const auto note
        = numbersFrom<4>(arguments.mid(1), {{{1, 16}, {0, 127}, {1, 127}, {0, longestNoteMs}}});
    if (!note)
        return badArguments(
            CtlWords::tr("midi note needs PORT CHANNEL(1..16) NOTE(0..127) VELOCITY(1..127) MS."));
    const auto [channel, pitch, velocity, ms] = *note;
    if (!ports.chooseOutput(arguments.front()))
        return refuse(ports.sentence());
    wait(settleMs);
    if (!send(ports, MidiMessage::noteOn(channel, pitch, velocity)))
        return refuse(ports.sentence());
    wait(ms);
    if (!send(ports, MidiMessage::noteOff(channel, pitch)))
        return refuse(CtlWords::tr("Nobody heard the end of the note. %1").arg(ports.sentence()));
    wait(settleMs);
    return ExitDone;
}

ExitCode sendControlChange(MidiPorts &ports, const QStringList &arguments)
{
    const auto change = numbersFrom<3>(arguments.mid(1), {{{1, 16}, {0, 127}, {0, 127}}});
    if (!change)
        return badArguments(
            CtlWords::tr("midi cc needs PORT CHANNEL(1..16) CC(0..127) VALUE(0..127)."));
    const auto [channel, controller, value] = *change;
    if (!ports.chooseOutput(arguments.front()))
        return refuse(ports.sentence());
    wait(settleMs);
    if (!send(ports, MidiMessage::controlChange(channel, controller, value)))
        return refuse(ports.sentence());
    wait(settleMs);
    return ExitDone;
}

} // namespace

ExitCode runMidi(const CtlOptions &, const QStringList &arguments)
{
    MidiPorts ports(makeRtMidiDriver());
    ports.refresh();
    const QString what = arguments.value(0);
    if (what == QLatin1String("ports") && arguments.size() == 1)
        return listPorts(ports);
    if (what == QLatin1String("note") && arguments.size() > 1)
        return sendNote(ports, arguments.mid(1));
    if (what == QLatin1String("cc") && arguments.size() > 1)
        return sendControlChange(ports, arguments.mid(1));
    return badArguments(CtlWords::tr("After midi comes: ports, note … or cc …"));
}

} // namespace clipdeck
