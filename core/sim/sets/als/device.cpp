// SPDX-License-Identifier: GPL-3.0-or-later
// Devices of a Live Set's file. Whatever has a value of its own (`Manual`, in Live 8 an event) is a parameter. Live's names and
// scales of its own devices' parameters are not in the file: these are named by their place in it, with its values.
#include "core/sim/live/words.h"
#include "core/sim/sets/als/devicenames.h"
#include "core/sim/sets/als/document.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

constexpr AlsRange anyNumber{-AlsXml::absurd, AlsXml::absurd};

/// What is known of a parameter when its element ends.
struct Value {
    QString text; ///< Empty: it was no parameter
    double number = 0.0;
    std::optional<double> lowest;
    std::optional<double> highest;
};

bool isFlag(const QString &text)
{
    return text == "true"_L1 || text == "false"_L1;
}

void readManual(AlsXml &xml, Value &value)
{
    value.text = xml.text();
    value.number = isFlag(value.text) ? (xml.flag() ? 1.0 : 0.0) : xml.real(anyNumber);
}

void readRange(AlsXml &xml, Value &value)
{
    xml.children([&](QStringView name) {
        if (name == u"Min" && !isFlag(xml.text()))
            value.lowest = xml.real(anyNumber);
        else if (name == u"Max" && !isFlag(xml.text()))
            value.highest = xml.real(anyNumber);
    });
}

/// A choice without names: its items are numbers, up to the one chosen. There may be more.
ParameterSpec numberedChoice(const QString &name, double value)
{
    static QHash<int, QStringList> known; // each list once, however many parameters share it
    const int last = std::max(1, static_cast<int>(value));
    QStringList &items = known[last];
    for (int i = static_cast<int>(items.size()); i <= last; ++i)
        items.append(QString::number(i));
    return choice(name, items);
}

ParameterSpec specOf(const QString &name, const Value &value)
{
    constexpr double mostItems = 127.0;
    if (isFlag(value.text))
        return onOff(name);
    if (value.lowest && value.highest)
        return knob(name, value.number, Display::Number, std::min(*value.lowest, value.number),
            std::max(*value.highest, value.number));
    if (value.number == std::floor(value.number) && value.number >= 0 && value.number <= mostItems)
        return numberedChoice(name, value.number);
    return knob(name, value.number, Display::Number, std::min(0.0, value.number),
        std::max(1.0, value.number));
}

/// One device on its way in.
class DeviceReader {
public:
    DeviceReader(AlsXml &xml, AlsDocument &document)
        : m_xml(xml)
        , m_document(document)
    {
    }

    AlsDevice read();

private:
    void child(QStringView name);
    bool special(QStringView name);
    void add(const QString &name, const Value &value);
    bool valuePart(QStringView name, Value &value);
    void parameters(const QString &path);
    void listedParameters();
    void listedParameter();
    void plugin();
    void pluginInfo();
    void patch();
    void branches();
    void nameMacros();

    AlsXml &m_xml;
    AlsDocument &m_document;
    AlsDevice m_device;
    std::vector<std::pair<int, QString>> m_macroNames;
};

void DeviceReader::add(const QString &name, const Value &value)
{
    if (++m_document.parameters > AlsLimits::parameters) {
        m_xml.fail(SimWords::tr("it has more parameters than any Live Set."));
        return;
    }
    m_device.parameters.push_back({specOf(name, value), value.number});
}

/// The present element, if it says something of a value; false if not.
bool DeviceReader::valuePart(QStringView name, Value &value)
{
    if (name == u"Manual")
        readManual(m_xml, value);
    else if (name == u"ArrangerAutomation") // in Live 8 the value stands here only
        readFirstEvent(m_xml, [&] {
            if (value.text.isEmpty())
                readManual(m_xml, value);
        });
    else if (name == u"MidiControllerRange")
        readRange(m_xml, value);
    else
        return false;
    return true;
}

/// The present element, and those inside it, as far as they have values.
void DeviceReader::parameters(const QString &path)
{
    Value value;
    m_xml.children([&](QStringView name) {
        if (!valuePart(name, value) && name != u"SourceContext" && name != u"LastPresetRef")
            parameters(QString(path + u' ' + name));
    });
    if (!value.text.isEmpty())
        add(path, value);
}

/// A plug-in's or a Max device's, with a name of its own. Without one, the place is free.
void DeviceReader::listedParameter()
{
    QString title;
    Value value;
    m_xml.children([&](QStringView name) {
        if (name == u"ParameterName" || name == u"Name")
            title = m_xml.text();
        else if (name == u"MinValue")
            value.lowest = m_xml.real(anyNumber);
        else if (name == u"MaxValue")
            value.highest = m_xml.real(anyNumber);
        else if (name == u"ParameterValue" || name == u"Timeable")
            m_xml.children([&](QStringView part) { valuePart(part, value); });
    });
    if (!value.text.isEmpty() && !title.isEmpty())
        add(title, value);
}

void DeviceReader::listedParameters()
{
    m_xml.children([&](QStringView name) {
        if (name == u"ParameterList") // Max has a list in its list
            listedParameters();
        else
            listedParameter();
    });
}

void DeviceReader::pluginInfo()
{
    constexpr int auInstrument = 0x61756D75; // 'aumu'
    m_xml.children([&](QStringView name) {
        if (name == u"PlugName" || name == u"Name")
            m_device.displayName = m_xml.text();
        else if (name == u"ComponentType")
            m_device.type = m_xml.whole(0, 0x7FFFFFFF) == auInstrument ? 1 : 2;
        else if (name == u"DeviceType") // VST 3
            m_device.type = m_xml.whole(0, 4);
    });
}

void DeviceReader::plugin()
{
    m_xml.children([&](QStringView) { pluginInfo(); });
}

/// A Max device is called as its file.
void DeviceReader::patch()
{
    m_xml.children([&](QStringView name) {
        if (name == u"Name" || name == u"Path" || name == u"RelativePath") {
            const QString file = m_xml.text().section(u'/', -1);
            if (file.endsWith(".amxd"_L1, Qt::CaseInsensitive))
                m_device.displayName = file.chopped(5);
        } else if (name != u"SourceContext") {
            patch();
        }
    });
}

void DeviceReader::branches()
{
    m_xml.children([&](QStringView) { m_xml.leaveOut(u"chain of a rack, with its devices"_s); });
}

void DeviceReader::nameMacros()
{
    for (const auto &[number, name] : m_macroNames) {
        const QString place = QString(u"MacroControls.%1"_s).arg(number);
        for (AlsParameter &parameter : m_device.parameters) {
            if (parameter.spec.name == place && !name.isEmpty())
                parameter.spec.name = name;
        }
    }
}

bool DeviceReader::special(QStringView name)
{
    if (name == u"UserName")
        m_device.name = m_xml.text();
    else if (name == u"PluginDesc")
        plugin();
    else if (name == u"ParameterList")
        listedParameters();
    else if (name == u"PatchSlot")
        patch();
    else if (name == u"Branches" || name == u"ReturnBranches")
        branches();
    else if (constexpr QStringView macro = u"MacroDisplayNames."; name.startsWith(macro))
        m_macroNames.emplace_back(name.mid(macro.size()).toInt(), m_xml.text());
    else
        return name == u"SourceContext" || name == u"LastPresetRef";
    return true;
}

void DeviceReader::child(QStringView name)
{
    if (name == u"On") {
        Value on;
        m_xml.children([&](QStringView part) { valuePart(part, on); });
        m_device.parameters.front().value = on.text.isEmpty() || on.number != 0.0 ? 1.0 : 0.0;
    } else if (!special(name)) {
        parameters(name.toString());
    }
}

AlsDevice DeviceReader::read()
{
    m_device.className = m_xml.name().toString();
    const AlsDeviceKind kind = alsDeviceKind(m_device.className);
    m_device.displayName = kind.name;
    m_device.type = kind.type;
    m_device.rack = kind.rack;
    m_device.parameters.push_back({onOff(u"Device On"_s, true), 1.0});
    m_xml.children([&](QStringView name) { child(name); });
    nameMacros();
    return std::move(m_device);
}

} // namespace

AlsDevice readDevice(AlsXml &xml, AlsDocument &document)
{
    return DeviceReader(xml, document).read();
}

} // namespace clipdeck::sim
