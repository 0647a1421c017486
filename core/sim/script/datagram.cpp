// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/script/datagram.h"

#include "core/sim/live/error.h"

#include <QStringDecoder>
#include <QtEndian>

#include <bit>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

constexpr QByteArrayView bundlePrefix("#bundle\0", 8);
constexpr int deepest = 100; ///< Bundles within bundles; Python gives up somewhat later

[[noreturn]] void fail(const QString &text)
{
    throw Error(ErrorKind::Parse, text);
}

[[noreturn]] void notUtf8(uchar byte, qsizetype at, const char *reason)
{
    throw Error(ErrorKind::Value,
        QString(u"'utf-8' codec can't decode byte 0x%1 in position %2: %3"_s)
            .arg(byte, 2, 16, QChar(u'0'))
            .arg(at)
            .arg(QLatin1String(reason)));
}

/// How many bytes follow a first one in UTF-8; -1 if none begins so.
int followers(uchar first)
{
    if (first < 0x80)
        return 0;
    if (first < 0xC2 || first > 0xF4)
        return -1;
    return first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
}

QString decodeUtf8(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const auto first = static_cast<uchar>(bytes[at]);
        const int more = followers(first);
        if (more < 0)
            notUtf8(first, at, "invalid start byte");
        for (int i = 1; i <= more; ++i) {
            if (at + i >= bytes.size())
                notUtf8(first, at, "unexpected end of data");
            if ((static_cast<uchar>(bytes[at + i]) & 0xC0) != 0x80)
                notUtf8(first, at, "invalid continuation byte");
        }
        at += more + 1;
    }
    // QString::fromUtf8() would take a U+FEFF at the beginning for a mark of the encoding, and drop it.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder.decode(bytes);
}

/// Reads one value after the other.
class Reader {
public:
    explicit Reader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    bool atEnd() const { return m_at >= m_bytes.size(); }

    /// Text up to a zero, padded to four bytes.
    QString text()
    {
        const qsizetype end = m_at < m_bytes.size() ? m_bytes.indexOf('\0', m_at) : -1;
        if (end < 0)
            fail(u"Could not parse datagram index out of range"_s);
        const qsizetype padded = ((end - m_at) / 4 + 1) * 4;
        const QByteArray data = take(padded).toByteArray().replace('\0', QByteArray());
        return decodeUtf8(data);
    }

    template <class T> T number() { return qFromBigEndian<T>(take(sizeof(T)).data()); }

    /// A float that lacks bytes at the end is taken as if zeros stood there.
    float real()
    {
        QByteArray padded
            = m_bytes.sliced(std::min(m_at, m_bytes.size())).first(rest(4)).toByteArray();
        padded.append(4 - padded.size(), '\0');
        m_at += 4;
        return std::bit_cast<float>(qFromBigEndian<quint32>(padded.constData()));
    }

    QByteArray blob()
    {
        const qsizetype size = number<qint32>();
        const QByteArray data = size < 0 ? QByteArray() : take(size).toByteArray();
        m_at += (4 - data.size() % 4) % 4;
        return data;
    }

    QByteArrayView upTo(qsizetype size)
    {
        const QByteArrayView part = m_bytes.sliced(m_at, rest(size));
        m_at += size;
        return part;
    }

private:
    qsizetype rest(qsizetype wanted) const
    {
        return std::clamp(m_bytes.size() - m_at, qsizetype{0}, wanted);
    }

    QByteArrayView take(qsizetype size)
    {
        if (size > m_bytes.size() - m_at)
            fail(u"Datagram is too short"_s);
        m_at += size;
        return m_bytes.sliced(m_at - size, size);
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

void readArgument(QChar tag, Reader &reader, OscArguments &arguments)
{
    switch (tag.unicode()) {
    case u'i':
        arguments.emplace_back(reader.number<qint32>());
        break;
    case u'h':
        arguments.emplace_back(reader.number<qint64>());
        break;
    case u'f':
        arguments.emplace_back(reader.real());
        break;
    case u'd':
        arguments.emplace_back(std::bit_cast<double>(reader.number<quint64>()));
        break;
    case u's':
        arguments.emplace_back(reader.text());
        break;
    case u'b':
        arguments.emplace_back(reader.blob());
        break;
    case u'r':
        arguments.emplace_back(static_cast<qint64>(reader.number<quint32>()));
        break;
    case u'T':
    case u'F':
        arguments.emplace_back(tag == u'T');
        break;
    case u'N':
        arguments.emplace_back(OscNil{});
        break;
    case u'[':
    case u']':
    case u'm':
    case u't':
        fail(u"lists, MIDI and times are not known here"_s);
    default:
        break; // skipped, as if it were not there
    }
}

OscMessage readMessage(QByteArrayView bytes)
{
    Reader reader(bytes);
    OscMessage message{reader.text(), {}};
    if (reader.atEnd())
        return message; // without arguments, and without the comma that says so
    const QString tags = reader.text();
    for (qsizetype i = tags.startsWith(u',') ? 1 : 0; i < tags.size(); ++i)
        readArgument(tags[i], reader, message.arguments);
    return message;
}

/// One thing of a bundle that cannot be read is not caught where a lone message is: it ends the tick (osc_server.py).
[[noreturn]] void failInBundle(const Error &error, bool withinMessage)
{
    throw Error(ErrorKind::Other,
        "Could not parse a content datagram: "_L1
            + (withinMessage
                    ? QString(u"('Found incorrect datagram, ignoring it', ParseError('%1'))"_s)
                          .arg(error.text())
                    : error.text()));
}

void readBundle(QByteArrayView bytes, int depth, std::vector<OscMessage> &messages)
{
    if (depth > deepest)
        throw Error(ErrorKind::Other, u"maximum recursion depth exceeded"_s);
    constexpr qsizetype header = 16;
    if (bytes.size() < header)
        throw Error(
            ErrorKind::Other, u"Could not get the date from the datagram: Datagram is too short"_s);
    Reader reader(bytes.sliced(header));
    while (!reader.atEnd()) {
        bool withinMessage = false;
        try {
            const qsizetype size = reader.number<qint32>();
            if (size < 0)
                fail(u"a negative size, over which the real script hangs"_s);
            const QByteArrayView content = reader.upTo(size);
            withinMessage = true;
            if (content.startsWith(bundlePrefix))
                readBundle(content, depth + 1, messages);
            else if (content.startsWith('/'))
                messages.push_back(readMessage(content));
        } catch (const Error &error) {
            if (error.kind() != ErrorKind::Parse)
                throw;
            failInBundle(error, withinMessage);
        }
    }
}

} // namespace

std::vector<OscMessage> readDatagram(QByteArrayView bytes)
{
    std::vector<OscMessage> messages;
    if (bytes.startsWith(bundlePrefix))
        readBundle(bytes, 0, messages);
    else
        messages.push_back(readMessage(bytes));
    return messages;
}

} // namespace clipdeck::sim
