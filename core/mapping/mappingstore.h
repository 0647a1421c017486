// SPDX-License-Identifier: GPL-3.0-or-later
// Mappings on disk: mappings.json in the settings' folder.
#pragma once

#include "core/mapping/faderbank.h"
#include "core/mapping/padbank.h"

#include <QCoreApplication>
#include <QDateTime>

namespace clipdeck {

/// Which MIDI output is used: ours, a port of that name, or none.
struct OutputChoice {
    enum class Kind { None, Virtual, Port };
    Kind kind = Kind::Virtual;
    QString port;

    bool operator==(const OutputChoice &) const = default;
};

/// Everything the file holds.
struct Mappings {
    FaderBank::Targets faders;
    PadSettings pads;
    OutputChoice output;

    bool operator==(const Mappings &) const = default;
};

/// Loads and saves, and never loses a file: a broken one is moved aside, one of a newer Clipdeck is left alone. Saves are
/// atomic. Errors are sentences for the user.
class MappingStore {
    Q_DECLARE_TR_FUNCTIONS(MappingStore)
public:
    /// The format that is written and understood.
    static constexpr int format = 1;

    explicit MappingStore(QString path);

    QString path() const { return m_path; }
    /// What the file says; defaults where there is none. `now` names a file that is moved aside:
    /// mappings.json.corrupt-20260131-235959. What could be read of it is used.
    Mappings load(const QDateTime &now);
    /// False: not saved, sentence() says why.
    bool save(const Mappings &mappings);
    /// What went wrong at the last load() or save(); empty when all went well.
    QString sentence() const { return m_sentence; }

private:
    void setAside(const QDateTime &now, const QString &reason);

    QString m_path;
    QString m_sentence;
    bool m_isReadOnly = false;
};

/// The file's text, and back. `flaw` is set to a reason where something does not fit; the rest is returned.
QByteArray toText(const Mappings &mappings);
Mappings fromText(const QByteArray &text, QString *flaw);

} // namespace clipdeck
