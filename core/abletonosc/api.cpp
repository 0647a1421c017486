// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/abletonosc/api.h"

#include "core/abletonosc/apirows.h"

#include <QList>
#include <QStringBuilder>

#include <algorithm>

namespace clipdeck {

namespace {

using api::Special;

QByteArray addressOf(ObjectKind object, Verb verb, const QByteArray &name)
{
    QByteArray out("/live/");
    out += pathOf(object);
    if (object != ObjectKind::Root)
        out += '/';
    switch (verb) {
    case Verb::Get:
        return out + "get/" + name;
    case Verb::Set:
        return out + "set/" + name;
    case Verb::StartListen:
        return out + "start_listen/" + name;
    case Verb::StopListen:
        return out + "stop_listen/" + name;
    case Verb::Call:
        return out + name;
    }
    Q_UNREACHABLE();
}

/// How many of Live's objects are asked for the next one on the way to this one.
int readsToFind(ObjectKind object)
{
    switch (object) {
    case ObjectKind::Track:
    case ObjectKind::Scene:
        return 1;
    case ObjectKind::ClipSlot:
    case ObjectKind::Device:
        return 2;
    case ObjectKind::Clip:
        return 3;
    default:
        return 0;
    }
}

std::vector<ApiValue> idsOf(ObjectKind object)
{
    std::vector<ApiValue> out;
    const auto add = [&out](const char *name) { out.push_back({name, ValueKind::Int, false}); };
    if (object == ObjectKind::Scene)
        add("scene");
    else if (idCount(object) > 0)
        add("track");
    if (object == ObjectKind::Clip || object == ObjectKind::ClipSlot)
        add("scene");
    if (object == ObjectKind::Device)
        add("device");
    return out;
}

ValueKind kindOf(char letter)
{
    switch (letter) {
    case 'b':
        return ValueKind::Bool;
    case 'i':
        return ValueKind::Int;
    case 'f':
        return ValueKind::Float;
    case 't':
        return ValueKind::Text;
    default:
        return ValueKind::Any;
    }
}

std::vector<ApiValue> valuesOf(const QByteArray &text)
{
    std::vector<ApiValue> out;
    for (const QByteArray &word : text.split(' ')) {
        const auto colon = word.indexOf(':');
        if (colon > 0)
            out.push_back({word.left(colon), kindOf(word.at(colon + 1)), word.endsWith('?')});
    }
    return out;
}

ApiShape shapeOf(const QByteArray &text)
{
    const auto bar = text.indexOf('|');
    if (bar < 0)
        return {valuesOf(text), {}};
    return {valuesOf(text.left(bar)), valuesOf(text.mid(bar + 1))};
}

ApiShape behindIds(ObjectKind object, ApiShape shape)
{
    const std::vector<ApiValue> ids = idsOf(object);
    shape.values.insert(shape.values.begin(), ids.begin(), ids.end());
    return shape;
}

Raises raisesToFind(ObjectKind object)
{
    Raises out;
    out.setFlag(Raise::NoObject, idCount(object) > 0);
    out.setFlag(Raise::EmptySlot, object == ObjectKind::Clip);
    return out;
}

Endpoint endpointOf(const Property &row, Verb verb)
{
    Endpoint out{addressOf(row.object, verb, row.name), row.object, verb, row.name};
    const ApiShape value{{{"value", row.kind, false}}, {}};
    out.arguments = behindIds(row.object, verb == Verb::Set ? value : ApiShape{});
    if (verb == Verb::Get || verb == Verb::StartListen)
        out.reply = behindIds(row.object, value);
    out.echoes = verb == Verb::StartListen || (verb == Verb::Get && row.echoes);
    out.canListen = row.canListen();
    out.reads = readsToFind(row.object) + row.reads;
    out.raises = raisesToFind(row.object);
    const bool isMixers = row.object == ObjectKind::Track && row.reads > 1 && row.canListen();
    if (verb == Verb::Set)
        out.raises |= Raises(Raise::WrongType) | Raise::OutOfRange;
    if (verb == Verb::StartListen)
        out.raises.setFlag(Raise::NotObservable, !row.canListen());
    if (verb == Verb::Set || verb == Verb::StartListen)
        out.raises.setFlag(Raise::Lacking, row.only != Only::Every);
    if (verb == Verb::StartListen || verb == Verb::StopListen)
        out.raises.setFlag(Raise::Moved, isMixers);
    // An index of a selection counts tracks or scenes, and a return is none (view.py).
    if (row.object == ObjectKind::View && verb != Verb::Set)
        out.raises.setFlag(Raise::Unselected, QByteArrayView(row.name) == "selected_track");
    return out;
}

Endpoint endpointOf(const Special &row)
{
    Endpoint out{addressOf(row.object, row.verb, row.name), row.object, row.verb, row.name};
    const auto withIds = [&row](const char *text) {
        return row.withIds ? behindIds(row.object, shapeOf(text)) : shapeOf(text);
    };
    out.arguments = withIds(row.arguments);
    if (row.reply)
        out.reply = withIds(row.reply);
    out.canListen = row.verb == Verb::StartListen;
    // A parameter's listener keeps what stands behind its indexes.
    out.echoes = row.verb == Verb::StartListen && row.object == ObjectKind::Device;
    out.raises = row.raises;
    if (row.withIds)
        out.raises |= raisesToFind(row.object);
    out.reads = row.reads + (row.withIds ? readsToFind(row.object) : 0);
    out.readsPerItem = row.readsPerItem;
    return out;
}

std::vector<Endpoint> makeEndpoints()
{
    std::vector<Endpoint> out;
    for (const Property &row : properties()) {
        out.push_back(endpointOf(row, Verb::Get));
        if (row.canSet)
            out.push_back(endpointOf(row, Verb::Set));
        if (row.listening != Listening::Never) {
            out.push_back(endpointOf(row, Verb::StartListen));
            out.push_back(endpointOf(row, Verb::StopListen));
        }
    }
    for (const auto &rows : {api::songSpecials(), api::trackSpecials(), api::clipSpecials(),
             api::sceneSpecials(), api::deviceSpecials(), api::applicationSpecials()}) {
        for (const Special &row : rows)
            out.push_back(endpointOf(row));
    }
    std::ranges::sort(out, {}, &Endpoint::address);
    return out;
}

std::vector<Property> makeProperties()
{
    std::vector<Property> out;
    for (const auto &rows : {api::songProperties(), api::trackProperties(), api::clipProperties(),
             api::sceneProperties(), api::deviceProperties()})
        out.insert(out.end(), rows.begin(), rows.end());
    return out;
}

} // namespace

const char *pathOf(ObjectKind object)
{
    switch (object) {
    case ObjectKind::Root:
        return "";
    case ObjectKind::Api:
        return "api";
    case ObjectKind::Application:
        return "application";
    case ObjectKind::Song:
        return "song";
    case ObjectKind::View:
        return "view";
    case ObjectKind::Track:
        return "track";
    case ObjectKind::ClipSlot:
        return "clip_slot";
    case ObjectKind::Clip:
        return "clip";
    case ObjectKind::Clips:
        return "clips";
    case ObjectKind::Scene:
        return "scene";
    case ObjectKind::Device:
        return "device";
    case ObjectKind::MidiMap:
        return "midimap";
    }
    Q_UNREACHABLE();
}

int idCount(ObjectKind object)
{
    switch (object) {
    case ObjectKind::Track:
    case ObjectKind::Scene:
        return 1;
    case ObjectKind::ClipSlot:
    case ObjectKind::Clip:
    case ObjectKind::Device:
        return 2;
    default:
        return 0;
    }
}

std::span<const Property> properties()
{
    static const std::vector<Property> rows = makeProperties();
    return rows;
}

const Property *findProperty(ObjectKind object, QByteArrayView name)
{
    for (const Property &row : properties()) {
        if (row.object == object && name == row.name)
            return &row;
    }
    return nullptr;
}

const std::vector<Endpoint> &endpoints()
{
    static const std::vector<Endpoint> rows = makeEndpoints();
    return rows;
}

const Endpoint *findEndpoint(QByteArrayView address)
{
    const std::vector<Endpoint> &rows = endpoints();
    const auto it = std::ranges::lower_bound(
        rows, address, [](QByteArrayView a, QByteArrayView b) { return a < b; },
        [](const Endpoint &row) { return QByteArrayView(row.address); });
    return it != rows.end() && it->address == address ? &*it : nullptr;
}

const Endpoint *findEndpoint(ObjectKind object, Verb verb, QByteArrayView name)
{
    return findEndpoint(addressOf(object, verb, name.toByteArray()));
}

} // namespace clipdeck
