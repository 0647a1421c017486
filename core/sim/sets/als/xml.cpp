// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/sets/als/xml.h"

#include "core/sim/live/words.h"

#include <algorithm>
#include <cmath>

namespace clipdeck::sim {

namespace {

} // namespace

/// Stops the reader when it swallows more than one token may be long.
class AlsXml::Meter : public QIODevice {
public:
    explicit Meter(QIODevice &source)
        : m_source(source)
    {
        open(QIODevice::ReadOnly); // buffered: QXmlStreamReader asks for a few bytes at a time
    }

    bool isSequential() const override { return true; }
    bool atEnd() const override { return QIODevice::atEnd() && (m_over || m_source.atEnd()); }
    void restart() { m_since = 0; }
    bool isOver() const { return m_over; }

protected:
    qint64 readData(char *data, qint64 wanted) override
    {
        m_over = m_over || m_since > longestToken;
        if (m_over)
            return -1;
        const qint64 got = m_source.read(data, wanted);
        m_since += std::max<qint64>(0, got);
        return got;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QIODevice &m_source;
    qint64 m_since = 0;
    bool m_over = false;
};

AlsXml::AlsXml(QIODevice &unpacked)
    : m_meter(std::make_unique<Meter>(unpacked))
    , m_xml(m_meter.get())
{
}

AlsXml::~AlsXml() = default;

void AlsXml::fail(const QString &problem)
{
    if (m_error.isEmpty())
        m_error = SimWords::tr("Line %1: %2").arg(m_xml.lineNumber()).arg(problem);
}

void AlsXml::leaveOut(const QString &what)
{
    constexpr int mostKinds = 50;
    const bool known = m_leftOut.size() < mostKinds || m_leftOut.contains(what);
    ++m_leftOut[known ? what : SimWords::tr("something else")];
}

void AlsXml::noteTrouble()
{
    if (m_meter->isOver())
        fail(SimWords::tr("a text is longer than any in a Live Set."));
    else if (m_xml.hasError())
        fail(m_xml.errorString());
}

/// To the next element's start or end; false at the end of all, or after a failure.
bool AlsXml::advance()
{
    while (!failed() && !m_xml.atEnd()) {
        m_meter->restart();
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (++m_depth > deepest)
                fail(SimWords::tr("its elements are nested deeper than any in a Live Set."));
            return !failed();
        case QXmlStreamReader::EndElement:
            --m_depth;
            return true;
        case QXmlStreamReader::DTD:
            fail(SimWords::tr("it declares a document type, which no Live Set does."));
            break;
        default:
            break;
        }
    }
    noteTrouble();
    return false;
}

void AlsXml::leave(int child)
{
    while (m_depth >= child && advance()) { }
}

bool AlsXml::start()
{
    return advance();
}

void AlsXml::finish()
{
    while (advance()) { }
}

QString AlsXml::attribute(QLatin1String name) const
{
    return m_xml.attributes().value(name).left(longestText).toString();
}

double AlsXml::realAttribute(QLatin1String name, AlsRange range)
{
    const QStringView value = m_xml.attributes().value(name);
    bool ok = false;
    const double number = value.toDouble(&ok);
    if (!ok || !(std::abs(number) <= absurd)) {
        fail(SimWords::tr("%1 is “%2”, where a number is needed.")
                 .arg(m_xml.name(), value.left(40).toString()));
        return range.lowest;
    }
    return std::clamp(number, range.lowest, range.highest);
}

double AlsXml::real(AlsRange range)
{
    return realAttribute(QLatin1String("Value"), range);
}

int AlsXml::whole(int lowest, int highest)
{
    return static_cast<int>(
        std::lround(real({static_cast<double>(lowest), static_cast<double>(highest)})));
}

bool AlsXml::flag() const
{
    const QStringView value = m_xml.attributes().value(QLatin1String("Value"));
    return value == u"true" || value == u"1";
}

} // namespace clipdeck::sim
