// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/osc/osccodec.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <QtEndian>

#include <oscpack/osc/OscOutboundPacketStream.h>
#include <oscpack/osc/OscReceivedElements.h>

#include <array>
#include <cstring>
#include <limits>

// oscpack's int32 is `long` on every 64-bit processor but x86-64, so 8 bytes wide on Apple Silicon (upstream
// issue 27). Its numbers are then right in their lower half only, its bundles and blob sizes not at all. So
// bundles are framed here, numbers are cut to 32 bits, and blobs are read only where the width is right.
static_assert(
    sizeof(osc::int32) == 4 || (sizeof(osc::int32) == 8 && Q_BYTE_ORDER == Q_LITTLE_ENDIAN),
    "a width of oscpack's int32 that the codec does not know");

namespace clipdeck {

namespace {

constexpr bool blobsAreReadable = sizeof(osc::int32) == 4;
constexpr int maximumBundleDepth = 8;
constexpr qsizetype bundleHeaderSize = 16; // "#bundle\0" and a time tag

/// The words' context for translators.
class OscCodecWords {
    Q_DECLARE_TR_FUNCTIONS(osc)
};

struct Writer {
    osc::OutboundPacketStream &stream;

    void operator()(OscNil) const { stream << osc::OscNil; }
    void operator()(bool value) const { stream << value; }
    void operator()(qint32 value) const { stream << static_cast<osc::int32>(value); }
    void operator()(qint64 value) const { stream << static_cast<osc::int64>(value); }
    void operator()(float value) const { stream << value; }
    void operator()(double value) const { stream << value; }
    void operator()(const QString &value) const
    {
        // A zero inside would end the string on the wire and shift every argument behind it.
        QByteArray utf8 = value.toUtf8();
        utf8.replace('\0', QByteArray());
        stream << utf8.constData();
    }
    void operator()(const QByteArray &value) const
    {
        stream << osc::Blob(
            value.constData(), static_cast<osc::osc_bundle_element_size_t>(value.size()));
    }
};

/// As it came: QString::fromUtf8() would take a U+FEFF at the beginning for a mark of the encoding, and drop it.
QString textFrom(const char *utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder.decode(QByteArrayView(utf8));
}

OscArgument readBlob(const osc::ReceivedMessageArgument &argument)
{
    const void *data = nullptr;
    osc::osc_bundle_element_size_t size = 0;
    argument.AsBlob(data, size);
    return QByteArray(static_cast<const char *>(data), static_cast<qsizetype>(size));
}

/// Nothing for a type that Clipdeck has no use for (char, colour, MIDI, array brackets): the message is refused.
std::optional<OscArgument> readArgument(const osc::ReceivedMessageArgument &argument)
{
    switch (argument.TypeTag()) {
    case osc::NIL_TYPE_TAG:
        return OscNil{};
    case osc::TRUE_TYPE_TAG:
        return true;
    case osc::FALSE_TYPE_TAG:
        return false;
    case osc::INT32_TYPE_TAG:
        return static_cast<qint32>(argument.AsInt32());
    case osc::INT64_TYPE_TAG:
        return static_cast<qint64>(argument.AsInt64());
    case osc::FLOAT_TYPE_TAG:
        return argument.AsFloat();
    case osc::DOUBLE_TYPE_TAG:
        return argument.AsDouble();
    case osc::INFINITUM_TYPE_TAG:
        return std::numeric_limits<float>::infinity();
    case osc::STRING_TYPE_TAG:
        return textFrom(argument.AsString());
    case osc::SYMBOL_TYPE_TAG:
        return textFrom(argument.AsSymbol());
    case osc::BLOB_TYPE_TAG:
        return readBlob(argument);
    default:
        return std::nullopt;
    }
}

/// The bytes up to the zeros that end and pad the text at `at`; nothing if it has no end, or is padded with something
/// else: oscpack looks for the zero at the end of four bytes only, and would go on to where it finds one.
std::optional<qsizetype> paddedTextSize(QByteArrayView bytes, qsizetype at)
{
    const qsizetype end = at <= bytes.size() ? bytes.indexOf('\0', at) : -1;
    if (end < 0)
        return std::nullopt;
    const qsizetype size = ((end - at) / 4 + 1) * 4;
    if (at + size > bytes.size() || bytes[at + size - 1] != '\0')
        return std::nullopt;
    return size;
}

/// The size of one argument's bytes, by its type tag; nothing where they do not fit.
std::optional<qsizetype> argumentSize(char tag, QByteArrayView bytes, qsizetype at)
{
    switch (tag) {
    case osc::INT32_TYPE_TAG:
    case osc::FLOAT_TYPE_TAG:
    case osc::CHAR_TYPE_TAG:
    case osc::RGBA_COLOR_TYPE_TAG:
    case osc::MIDI_MESSAGE_TYPE_TAG:
        return 4;
    case osc::INT64_TYPE_TAG:
    case osc::TIME_TAG_TYPE_TAG:
    case osc::DOUBLE_TYPE_TAG:
        return 8;
    case osc::STRING_TYPE_TAG:
    case osc::SYMBOL_TYPE_TAG:
        return paddedTextSize(bytes, at);
    case osc::BLOB_TYPE_TAG: {
        if (bytes.size() - at < 4)
            return std::nullopt;
        const auto size = static_cast<qsizetype>(qFromBigEndian<quint32>(bytes.data() + at));
        return 4 + (size + 3) / 4 * 4;
    }
    default:
        return 0;
    }
}

/// Whether the arguments lie within the packet. oscpack (1.1.0) believes a blob's size, however far it reaches beyond
/// the end, and reads on from there.
bool argumentsFit(QByteArrayView bytes)
{
    const std::optional<qsizetype> addressSize = paddedTextSize(bytes, 0);
    if (!addressSize)
        return bytes.indexOf('\0') < 0; // oscpack has words for an address without an end
    if (*addressSize >= bytes.size() || bytes[*addressSize] != ',')
        return true; // no arguments, or oscpack's own checks see to it
    const std::optional<qsizetype> tagSize = paddedTextSize(bytes, *addressSize);
    if (!tagSize)
        return false;
    qsizetype at = *addressSize + *tagSize;
    for (qsizetype tag = *addressSize + 1; bytes[tag] != '\0'; ++tag) {
        const std::optional<qsizetype> size = argumentSize(bytes[tag], bytes, at);
        if (!size || *size > bytes.size() - at)
            return false;
        at += *size;
    }
    return true;
}

void readMessage(QByteArrayView bytes, OscDecoded &out)
{
    if (!argumentsFit(bytes)) {
        out.error = OscCodecWords::tr("the arguments reach beyond the end");
        return;
    }
    const osc::ReceivedMessage received(
        osc::ReceivedPacket(bytes.data(), static_cast<std::size_t>(bytes.size())));
    OscMessage message{QString::fromUtf8(received.AddressPattern()), {}};
    if (!message.address.startsWith(u'/')) {
        out.error = OscCodecWords::tr("the address does not begin with a slash");
        return;
    }
    if (!blobsAreReadable && received.TypeTags()
        && std::strchr(received.TypeTags(), osc::BLOB_TYPE_TAG)) {
        out.error = OscCodecWords::tr("blobs cannot be read on this processor");
        return;
    }
    message.arguments.reserve(received.ArgumentCount());
    for (auto it = received.ArgumentsBegin(); it != received.ArgumentsEnd(); ++it) {
        std::optional<OscArgument> argument = readArgument(*it);
        if (!argument) {
            out.error = OscCodecWords::tr("an argument has a type that is not supported: %1")
                            .arg(QChar::fromLatin1(it->TypeTag()));
            return;
        }
        message.arguments.push_back(std::move(*argument));
    }
    out.messages.push_back(std::move(message));
}

void readElement(QByteArrayView bytes, int depth, OscDecoded &out);

void readBundle(QByteArrayView bytes, int depth, OscDecoded &out)
{
    if (depth >= maximumBundleDepth) {
        out.error = OscCodecWords::tr("bundles are nested too deeply");
        return;
    }
    if (bytes.size() < bundleHeaderSize) {
        out.error = OscCodecWords::tr("a bundle is shorter than its header");
        return;
    }
    for (qsizetype at = bundleHeaderSize; at < bytes.size() && out.error.isEmpty();) {
        if (bytes.size() - at < 4) {
            out.error = OscCodecWords::tr("a bundle ends within an element");
            return;
        }
        const auto size = static_cast<qsizetype>(qFromBigEndian<quint32>(bytes.data() + at));
        at += 4;
        if (size > bytes.size() - at) {
            out.error = OscCodecWords::tr("a bundle's element is longer than the bundle");
            return;
        }
        readElement(bytes.sliced(at, size), depth + 1, out);
        at += size;
    }
}

void readElement(QByteArrayView bytes, int depth, OscDecoded &out)
{
    if (bytes.startsWith(QByteArrayView("#bundle\0", 8)))
        readBundle(bytes, depth, out);
    else
        readMessage(bytes, out);
}

} // namespace

std::optional<QByteArray> encodeOsc(const OscMessage &message)
{
    std::array<char, maximumDatagramSize> buffer; // NOLINT: written before it is read
    try {
        osc::OutboundPacketStream stream(buffer.data(), buffer.size());
        stream << osc::BeginMessage(message.address.toUtf8().constData());
        for (const OscArgument &argument : message.arguments)
            std::visit(Writer{stream}, argument);
        stream << osc::EndMessage;
        return QByteArray(stream.Data(), static_cast<qsizetype>(stream.Size()));
    } catch (const osc::Exception &) {
        return std::nullopt; // the only way to fail is to outgrow the buffer
    }
}

std::optional<QByteArray> encodeOsc(std::span<const OscMessage> messages)
{
    if (messages.size() == 1)
        return encodeOsc(messages.front());
    constexpr char header[] = "#bundle\0\0\0\0\0\0\0\0\1"; // its time tag says: at once
    QByteArray out(header, bundleHeaderSize);
    for (const OscMessage &message : messages) {
        const std::optional<QByteArray> bytes = encodeOsc(message);
        if (!bytes)
            return std::nullopt;
        std::array<char, sizeof(quint32)> size;
        qToBigEndian(static_cast<quint32>(bytes->size()), size.data());
        out.append(size.data(), size.size());
        out.append(*bytes);
    }
    return out.size() <= maximumDatagramSize ? std::optional(out) : std::nullopt;
}

OscDecoded decodeOsc(QByteArrayView datagram)
{
    OscDecoded out;
    try {
        readElement(datagram, 0, out);
    } catch (const osc::Exception &e) {
        out.error = QString::fromLatin1(e.what());
    }
    return out;
}

} // namespace clipdeck
