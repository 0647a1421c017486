// SPDX-License-Identifier: GPL-3.0-or-later
// A packed file as the bytes inside it. The one file that knows zlib.
#pragma once

#include <QIODevice>

#include <memory>

namespace clipdeck::sim {

/// Unpacks gzip while it is read, from front to end, with 64 KiB of its own memory. Reads fail (-1) once something is
/// wrong; problem() then says what, in words for the user. Not thread-safe.
class Gunzip : public QIODevice {
public:
    /// A Live Set shrinks to a tenth or a fortieth; a file made to fill the memory, to a thousandth.
    static constexpr qint64 largest = 512LL << 20; ///< Bytes unpacked, at most
    static constexpr qint64 highestRatio = 200; ///< Bytes unpacked for one packed …
    static constexpr qint64 freeOfRatio = 16LL << 20; ///< … once this many have come out

    /// `packed` is open for reading and outlives this.
    explicit Gunzip(QIODevice &packed);
    ~Gunzip() override;

    bool isSequential() const override { return true; }
    bool atEnd() const override;
    /// What is wrong with the file; empty as long as nothing is.
    const QString &problem() const { return m_problem; }

protected:
    qint64 readData(char *data, qint64 wanted) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    struct Stream;
    bool begin();
    bool fill();
    bool isTooMuch() const;
    qint64 fail(const QString &problem);

    QIODevice &m_packed;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_input;
    QString m_problem;
    qint64 m_taken = 0;
    qint64 m_given = 0;
    bool m_begun = false;
    bool m_ended = false;
};

} // namespace clipdeck::sim
