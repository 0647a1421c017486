// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in from outside: any requests to any of its addresses with any arguments, any datagrams, and any commands of
// its control channel, while time passes. Nothing may crash, and the set stays one that can be told.
#include "core/osc/osccodec.h"
#include "core/sim/control/control.h"
#include "core/sim/control/dump.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonArray>

#include <array>

using namespace clipdeck;
using namespace clipdeck::sim;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *words[] = {"", "*", "name", "track.name", "clip.name", "clip_slot.has_clip",
    "device.name", "track.", ".", "clip.loop_start", "track.group_track", "MIDI", "Master", "None",
    "tracks", "return_tracks", "master_track", "midi", "audio", "return", "start", "stop",
    "continue", "Operator", "EQ Eight", "live_set", "live_set tracks 1", "live_set scenes 0",
    "live_set tracks 1 clip_slots 1", "live_set tracks 1 clip_slots 1 clip", "fire",
    "live_set tracks 1 devices 0 parameters 1", "tempo", "value", "looping", "create_clip"};

QString anyText(fuzz::Input &input)
{
    if (input.below(2) == 0)
        return QString::fromLatin1(words[input.below(std::size(words))]);
    return QString::fromUtf8(input.text());
}

OscArgument anyArgument(fuzz::Input &input)
{
    switch (input.below(9)) {
    case 0:
    case 1:
    case 2:
        return static_cast<int>(input.below(8)) - 1;
    case 3:
        return input.take<qint32>();
    case 4:
        return static_cast<float>(input.below(40)) / 4.0F;
    case 5:
        return input.take<float>();
    case 6:
        return anyText(input);
    case 7:
        return input.below(2) == 0 ? OscArgument(OscNil{}) : OscArgument(input.take<qint64>());
    default:
        return input.below(2) == 0;
    }
}

OscMessage anyMessage(fuzz::Input &input, const QStringList &addresses)
{
    OscMessage message;
    const auto which = input.take<quint16>() % (addresses.size() + 1);
    message.address = which < addresses.size() ? addresses[which] : anyText(input);
    for (unsigned count = input.below(7); count > 0; --count)
        message.arguments.push_back(anyArgument(input));
    return message;
}

QJsonValue anyJson(fuzz::Input &input)
{
    switch (input.below(6)) {
    case 0:
        return anyText(input);
    case 1:
        return input.below(2) == 0;
    case 2:
        return input.take<float>();
    case 3:
        return QJsonArray{QJsonArray{60, 0.5, static_cast<int>(input.below(4)), 100, false}};
    default:
        return static_cast<int>(input.below(8)) - 1;
    }
}

QJsonObject anyCommand(fuzz::Input &input, const QStringList &commands)
{
    constexpr const char *names[] = {"index", "to", "track", "scene", "device", "param", "value",
        "name", "which", "kind", "length", "notes", "on", "action", "first", "last", "to_track",
        "to_scene", "path", "prop", "method", "args", "empty", "params", "reset", "stolen"};
    QJsonObject request{{u"cmd"_s, commands[input.below(static_cast<unsigned>(commands.size()))]}};
    for (unsigned count = input.below(6); count > 0; --count)
        request.insert(QLatin1String(names[input.below(std::size(names))]), anyJson(input));
    return request;
}

/// What takes its time by its nature is left to other tests: large sets, files.
QStringList quickCommands(SimulatedLive &host)
{
    const QJsonObject help = runCommand(host, 0.0, {{u"cmd"_s, u"help"_s}})["result"_L1].toObject();
    QStringList names = help.keys();
    names.removeAll(u"load_set"_s);
    names.removeAll(u"quit"_s);
    return names;
}

QStringList quickAddresses(SimulatedLive &host)
{
    QStringList addresses = host.script().addresses();
    addresses.removeAll(u"/live/song/export/structure"_s); // writes a file
    return addresses;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    SimSetChoice choice;
    choice.kind = SimSetChoice::Kind::Generated;
    choice.tracks = 5;
    choice.scenes = 3;
    choice.fill = 0.5;
    double now = 0.0;
    const QHostAddress peer(QHostAddress::LocalHost);
    SimulatedLive host(choice, now, [](const QByteArray &, const QHostAddress &) { return true; });
    static const QStringList addresses = quickAddresses(host);
    static const QStringList commands = quickCommands(host);
    fuzz::Input input(data, size);
    for (int steps = 0; !input.isEmpty() && steps < 100; ++steps) {
        switch (input.below(6)) {
        case 0:
            now += 0.1;
            host.step(now);
            host.tick(now);
            break;
        case 1:
            runCommand(host, now, anyCommand(input, commands));
            break;
        case 2:
            host.receive(input.text(), peer);
            break;
        default:
            if (const auto datagram = encodeOsc(anyMessage(input, addresses)))
                host.receive(*datagram, peer);
        }
    }
    for (int i = 0; i < 5; ++i) {
        now += 0.1;
        host.step(now);
        host.tick(now);
    }
    dumpSet(host.live());
    return 0;
}
