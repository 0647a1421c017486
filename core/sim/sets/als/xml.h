// SPDX-License-Identifier: GPL-3.0-or-later
// Walking through a Live Set's XML, element by element, within limits.
#pragma once

#include <QIODevice>
#include <QMap>
#include <QXmlStreamReader>

#include <limits>
#include <memory>

namespace clipdeck::sim {

/// A number's range: what lies outside is brought to the nearest end.
struct AlsRange {
    double lowest = 0.0;
    double highest = 1.0;
};

/// Times in a set: beats or seconds. Live's songs end far before.
constexpr AlsRange alsTimes{-1e6, 1e7};

/// Reads forwards only and keeps nothing. After a failure every call does nothing, so that readers need not ask.
///
/// A file that is made to hurt fails, with error(): a document type (entities that grow), elements deeper than
/// `deepest`, a single text longer than `longestToken` bytes, a number that is none, or that is out of all measure.
class AlsXml {
public:
    static constexpr int deepest = 256; ///< Live's own sets reach 32, with racks in racks
    static constexpr qint64 longestToken = 32LL << 20; ///< A plug-in's state is one text
    static constexpr qsizetype longestText = 1024; ///< Names are cut here
    /// No number in a set is larger: Live writes it where there is no limit.
    static constexpr double absurd = std::numeric_limits<float>::max();

    explicit AlsXml(QIODevice &unpacked);
    ~AlsXml();

    /// Goes to the root element; false if there is none.
    bool start();
    /// Calls `each(name)` for every child of the present element and leaves the element behind. What `each` does not
    /// read of a child is skipped. `name` is valid until `each` moves on.
    template <class Each> void children(Each &&each)
    {
        const int within = m_depth;
        while (advance() && m_depth > within) {
            const int child = m_depth;
            each(m_xml.name());
            leave(child);
        }
    }
    /// The present element's.
    QStringView name() const { return m_xml.name(); }
    /// Reads on to the end of the file: what is broken behind the set is found, too.
    void finish();

    // The attribute `Value` of the present element.
    QString text() const { return attribute(QLatin1String("Value")); }
    double real(AlsRange range = alsTimes);
    int whole(int lowest, int highest);
    bool flag() const;
    // Any attribute of it.
    QString attribute(QLatin1String name) const;
    double realAttribute(QLatin1String name, AlsRange range = alsTimes);

    /// Something that is in the file and will not be in the set.
    void leaveOut(const QString &what);
    const QMap<QString, int> &leftOut() const { return m_leftOut; }

    void fail(const QString &problem);
    bool failed() const { return !m_error.isEmpty(); }
    /// Words for the user, with the line in the unpacked text; empty if all is well.
    const QString &error() const { return m_error; }

private:
    class Meter;
    bool advance();
    void leave(int child);
    void noteTrouble();

    std::unique_ptr<Meter> m_meter;
    QXmlStreamReader m_xml;
    QMap<QString, int> m_leftOut;
    QString m_error;
    int m_depth = 0;
};

} // namespace clipdeck::sim
