// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mapping/mappingstore.h"

#include "core/live/jsontext.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <utility>

namespace clipdeck {

namespace {

const QLatin1String formatKey("format");
const QLatin1String fadersKey("faders");
const QLatin1String padsKey("pads");
const QLatin1String baseNoteKey("base_note");
const QLatin1String padChannelKey("channel");
const QLatin1String velocityKey("velocity");
const QLatin1String outputKey("midi_output");
const QLatin1String outputKindKey("kind");
const QLatin1String outputPortKey("port");

/// 0 when the text is no such file at all.
int formatOf(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object().value(formatKey).toInt();
}

QLatin1String kindName(OutputChoice::Kind kind)
{
    switch (kind) {
    case OutputChoice::Kind::None:
        return QLatin1String("none");
    case OutputChoice::Kind::Virtual:
        return QLatin1String("virtual");
    case OutputChoice::Kind::Port:
        return QLatin1String("port");
    }
    Q_UNREACHABLE();
}

OutputChoice outputFrom(const QJsonObject &object)
{
    for (const auto kind : {OutputChoice::Kind::None, OutputChoice::Kind::Port}) {
        if (object.value(outputKindKey).toString() == kindName(kind))
            return {kind, object.value(outputPortKey).toString()};
    }
    return {};
}

PadSettings padsFrom(const QJsonObject &object)
{
    const PadSettings usual;
    return {object.value(baseNoteKey).toInt(usual.baseNote),
        object.value(padChannelKey).toInt(usual.channel),
        object.value(velocityKey).toInt(usual.velocity)};
}

} // namespace

QByteArray toText(const Mappings &mappings)
{
    QJsonArray faders;
    for (const FaderTarget &target : mappings.faders)
        faders.append(toJson(target));
    const PadSettings &pads = mappings.pads;
    const QJsonObject root{{formatKey, MappingStore::format}, {fadersKey, faders},
        {padsKey,
            QJsonObject{{baseNoteKey, pads.baseNote}, {padChannelKey, pads.channel},
                {velocityKey, pads.velocity}}},
        {outputKey,
            QJsonObject{{outputKindKey, kindName(mappings.output.kind)},
                {outputPortKey, mappings.output.port}}}};
    return jsonText(root, QJsonDocument::Indented);
}

Mappings fromText(const QByteArray &text, QString *flaw)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(text, &error).object();
    if (error.error != QJsonParseError::NoError) {
        *flaw = error.errorString();
        return {};
    }
    Mappings mappings;
    if (root.value(formatKey).toInt() != MappingStore::format || !root.value(fadersKey).isArray())
        *flaw = MappingStore::tr("it is no file of mappings");
    const QJsonArray faders = root.value(fadersKey).toArray();
    for (int i = 0; i < std::min<int>(FaderBank::size, static_cast<int>(faders.size())); ++i) {
        const auto target = fromJson(faders.at(i).toObject());
        if (target)
            mappings.faders.at(static_cast<std::size_t>(i)) = *target;
        else
            *flaw = MappingStore::tr("what fader %1 moves can't be read").arg(i + 1);
    }
    mappings.pads = padsFrom(root.value(padsKey).toObject());
    mappings.output = outputFrom(root.value(outputKey).toObject());
    return mappings;
}

MappingStore::MappingStore(QString path)
    : m_path(std::move(path))
{
}

Mappings MappingStore::load(const QDateTime &now)
{
    m_sentence.clear();
    m_isReadOnly = false;
    QFile file(m_path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly)) {
        m_isReadOnly = true;
        m_sentence = tr("The mappings in %1 can't be read: %2. They are left as they are, and "
                        "changes are not saved.")
                         .arg(QDir::toNativeSeparators(m_path), file.errorString());
        return {};
    }
    const QByteArray text = file.readAll();
    file.close();
    if (formatOf(text) > format) {
        m_isReadOnly = true;
        m_sentence = tr("The mappings in %1 were saved by a newer Clipdeck. They are left as they "
                        "are, and changes are not saved.")
                         .arg(QDir::toNativeSeparators(m_path));
        return {};
    }
    QString flaw;
    const Mappings mappings = fromText(text, &flaw);
    if (!flaw.isEmpty())
        setAside(now, flaw);
    return mappings;
}

void MappingStore::setAside(const QDateTime &now, const QString &reason)
{
    const QString stamp = now.toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString aside = m_path + QStringLiteral(".corrupt-") + stamp;
    for (int i = 2; QFileInfo::exists(aside); ++i)
        aside
            = m_path + QStringLiteral(".corrupt-") + stamp + QLatin1Char('-') + QString::number(i);
    if (QFile::rename(m_path, aside)) {
        m_sentence = tr("The mappings could not be read (%1). The file is kept as %2.")
                         .arg(reason, QDir::toNativeSeparators(aside));
        return;
    }
    m_isReadOnly = true;
    m_sentence = tr("The mappings in %1 could not be read (%2), and the file can't be moved aside: "
                    "changes are not saved.")
                     .arg(QDir::toNativeSeparators(m_path), reason);
}

bool MappingStore::save(const Mappings &mappings)
{
    if (m_isReadOnly)
        return false; // the sentence of load() still says why
    m_sentence.clear();
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly) && file.write(toText(mappings)) >= 0 && file.commit())
        return true;
    m_sentence = tr("The mappings can't be saved in %1: %2.")
                     .arg(QDir::toNativeSeparators(m_path), file.errorString());
    return false;
}

} // namespace clipdeck
