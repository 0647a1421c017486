// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/midi/midimessage.h"

#include <algorithm>
#include <array>

namespace clipdeck {

namespace {

using Kind = MidiMessage::Kind;

/// The status byte's upper half, by Kind.
constexpr std::array<unsigned char, 7> statusOf{0x80, 0x90, 0xA0, 0xB0, 0xC0, 0xD0, 0xE0};

int cutChannel(int channel)
{
    return std::clamp(channel, 1, 16);
}

int cut7(int value)
{
    return std::clamp(value, 0, 127);
}

bool hasOneDataByte(Kind kind)
{
    return kind == Kind::ProgramChange || kind == Kind::ChannelPressure;
}

} // namespace

MidiMessage MidiMessage::noteOn(int channel, int note, int velocity)
{
    return {Kind::NoteOn, cutChannel(channel), cut7(note), std::clamp(velocity, 1, 127)};
}

MidiMessage MidiMessage::noteOff(int channel, int note, int velocity)
{
    return {Kind::NoteOff, cutChannel(channel), cut7(note), cut7(velocity)};
}

MidiMessage MidiMessage::controlChange(int channel, int controller, int value)
{
    return {Kind::ControlChange, cutChannel(channel), cut7(controller), cut7(value)};
}

MidiMessage MidiMessage::programChange(int channel, int program)
{
    return {Kind::ProgramChange, cutChannel(channel), cut7(program), 0};
}

MidiMessage MidiMessage::channelPressure(int channel, int pressure)
{
    return {Kind::ChannelPressure, cutChannel(channel), 0, cut7(pressure)};
}

MidiMessage MidiMessage::pitchBend(int channel, int bend)
{
    return {Kind::PitchBend, cutChannel(channel), 0, std::clamp(bend, 0, 16383)};
}

QByteArray MidiMessage::bytes() const
{
    QByteArray out;
    out.append(static_cast<char>(statusOf.at(static_cast<std::size_t>(kind)) | (channel - 1)));
    switch (kind) {
    case Kind::PitchBend:
        out.append(static_cast<char>(value & 0x7F));
        out.append(static_cast<char>(value >> 7));
        break;
    case Kind::ProgramChange:
        out.append(static_cast<char>(number));
        break;
    case Kind::ChannelPressure:
        out.append(static_cast<char>(value));
        break;
    default:
        out.append(static_cast<char>(number));
        out.append(static_cast<char>(value));
    }
    return out;
}

std::optional<MidiMessage> MidiMessage::parse(std::span<const unsigned char> bytes)
{
    if (bytes.empty() || bytes[0] < 0x80 || bytes[0] >= 0xF0)
        return std::nullopt;
    MidiMessage message;
    message.kind = static_cast<Kind>((bytes[0] >> 4) - 8);
    message.channel = (bytes[0] & 0x0F) + 1;
    if (bytes.size() != (hasOneDataByte(message.kind) ? 2u : 3u)
        || std::ranges::any_of(bytes.subspan(1), [](unsigned char byte) { return byte > 127; }))
        return std::nullopt;
    switch (message.kind) {
    case Kind::PitchBend:
        message.value = bytes[1] | (bytes[2] << 7);
        break;
    case Kind::ProgramChange:
        message.number = bytes[1];
        break;
    case Kind::ChannelPressure:
        message.value = bytes[1];
        break;
    default:
        message.number = bytes[1];
        message.value = bytes[2];
    }
    if (message.kind == Kind::NoteOn && message.value == 0)
        message.kind = Kind::NoteOff;
    return message;
}

QString noteName(int note)
{
    static const std::array<const char *, 12> names{
        "C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};
    const int octave = note / 12 - 2;
    return QLatin1String(names.at(static_cast<std::size_t>(note % 12))) + QString::number(octave);
}

QString describe(const MidiMessage &message)
{
    const QString channel = QStringLiteral(" ch %1 ").arg(message.channel);
    const QString number = QString::number(message.number);
    const QString value = QString::number(message.value);
    switch (message.kind) {
    case Kind::NoteOff:
        return QStringLiteral("note off") + channel + noteName(message.number)
            + QStringLiteral(" vel ") + value;
    case Kind::NoteOn:
        return QStringLiteral("note on") + channel + noteName(message.number)
            + QStringLiteral(" vel ") + value;
    case Kind::PolyPressure:
        return QStringLiteral("pressure") + channel + noteName(message.number) + QStringLiteral(" ")
            + value;
    case Kind::ControlChange:
        return QStringLiteral("cc") + channel + number + QStringLiteral(" = ") + value;
    case Kind::ProgramChange:
        return QStringLiteral("program") + channel + number;
    case Kind::ChannelPressure:
        return QStringLiteral("pressure") + channel + value;
    case Kind::PitchBend:
        return QStringLiteral("bend") + channel + value;
    }
    Q_UNREACHABLE();
}

} // namespace clipdeck
