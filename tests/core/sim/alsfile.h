// SPDX-License-Identifier: GPL-3.0-or-later
// Live Sets written by hand, in the shapes in which Live 8 to 12 write them: the same small set in each.
#pragma once

#include <QByteArray>
#include <QString>

#include <zlib.h>

namespace clipdeck::sim {

/// As gzip packs it.
inline QByteArray gzipped(const QByteArray &plain)
{
    z_stream z{};
    deflateInit2(&z, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&z, static_cast<uLong>(plain.size()))),
        Qt::Uninitialized);
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
    z.avail_in = static_cast<uInt>(plain.size());
    z.next_out = reinterpret_cast<Bytef *>(packed.data());
    z.avail_out = static_cast<uInt>(packed.size());
    deflate(&z, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(z.total_out));
    deflateEnd(&z);
    return packed;
}

/// What differs from one version of Live to the next.
struct AlsShape {
    int version = 12;

    bool oldScenes() const { return version < 11; }
    bool mainTrack() const { return version >= 12; }
    /// Live 8 kept every value as the first event of the arrangement's automation, and no name that it gave itself.
    bool eventsOnly() const { return version < 9; }
    QByteArray creator() const { return "Ableton Live " + QByteArray::number(version) + ".1.5"; }
    /// The colour of a track; before Live 11 from 140.
    QByteArray trackColor(int number) const
    {
        return oldScenes() ? value("ColorIndex", 140 + number) : value("Color", number);
    }
    QByteArray clipColor(int number) const
    {
        return value(oldScenes() ? "ColorIndex" : "Color", number);
    }

    static QByteArray value(const char *name, const QByteArray &text)
    {
        return QByteArray("<") + name + " Value=\"" + text + "\"/>";
    }
    static QByteArray value(const char *name, double number)
    {
        return value(name, QByteArray::number(number, 'g', 12));
    }
    static QByteArray in(const char *name, const QByteArray &content)
    {
        return QByteArray("<") + name + ">" + content + "</" + name + ">";
    }
    QByteArray manual(const char *name, const QByteArray &text, const QByteArray &rest = {}) const
    {
        const char *kind = text == "true" || text == "false" ? "BoolEvent" : "FloatEvent";
        const QByteArray event
            = QByteArray("<") + kind + " Time=\"-63072000\" Value=\"" + text + "\"/>";
        if (eventsOnly())
            return in(name, in("ArrangerAutomation", in("Events", event)) + rest);
        return in(name, value("LomId", 0.0) + value("Manual", text) + rest);
    }
    static QByteArray range(const char *low, const char *high)
    {
        return in("MidiControllerRange", value("Min", low) + value("Max", high));
    }

    QByteArray mixer(const char *volume, const char *pan, const QByteArray &rest = {}) const
    {
        return in("Mixer",
            manual("On", "true") + in("Sends", rest) + manual("Speaker", "true")
                + value("SoloSink", "false") + manual("Pan", pan) + manual("Volume", volume));
    }
    QByteArray send(const char *gain) const
    {
        return in("TrackSendHolder", manual("Send", gain) + value("Active", "true"));
    }

    static QByteArray loop(
        const char *start, const char *end, const char *relative, const char *out, const char *on)
    {
        return in("Loop",
            value("LoopStart", start) + value("LoopEnd", end) + value("StartRelative", relative)
                + value("LoopOn", on) + value("OutMarker", out) + value("HiddenLoopStart", 0.0)
                + value("HiddenLoopEnd", 2.0));
    }
    static QByteArray note(const char *time, const char *velocity, const char *enabled)
    {
        return QByteArray("<MidiNoteEvent Time=\"") + time + "\" Duration=\"0.5\" Velocity=\""
            + velocity + "\" OffVelocity=\"64\" IsEnabled=\"" + enabled + "\"/>";
    }
    QByteArray midiClip() const
    {
        return "<MidiClip Time=\"0\">" + value("CurrentStart", 0.0)
            + loop("4", "12", "-2", "16", "true") + value("Name", "Verse &amp; fill") + clipColor(3)
            + value("LaunchMode", 2) + value("LaunchQuantisation", 5)
            + in("TimeSignature",
                in("TimeSignatures",
                    in("RemoteableTimeSignature",
                        value("Numerator", 7) + value("Denominator", 8) + value("Time", 0.0))))
            + in("Envelopes", in("Envelopes", "<ClipEnvelope Id=\"0\"/>")) + value("Legato", "true")
            + value("Disabled", "true") + value("VelocityAmount", "0.25")
            + in("Notes",
                in("KeyTracks",
                    in("KeyTrack",
                        in("Notes", note("4", "100", "true") + note("5", "30.5", "false"))
                            + value("MidiKey", 62))
                        + in("KeyTrack",
                            in("Notes", note("4.5", "127", "true")) + value("MidiKey", 36))))
            + "</MidiClip>";
    }
    QByteArray fileRef() const
    {
        if (version >= 11)
            return in("FileRef", value("Path", "/Users/x/Samples/hit.wav"));
        return in("FileRef",
            value("Name", "hit.wav")
                + in("SearchHint",
                    in("PathHint",
                        "<RelativePathElement Dir=\"Users\"/><RelativePathElement Dir=\"x\"/>"
                        "<RelativePathElement Dir=\"Samples\"/>")));
    }
    QByteArray audioClip() const
    {
        return "<AudioClip Time=\"0\">" + loop("1.5", "6", "0", "6", "false") + value("Name", "")
            + clipColor(9) + value("IsWarped", "false") + value("Ram", "true")
            + in("SampleRef",
                fileRef() + value("DefaultDuration", 264600) + value("DefaultSampleRate", 44100))
            + value("WarpMode", 4) + value("PitchCoarse", -3) + value("PitchFine", "12.5")
            + value("SampleVolume", 1) + "</AudioClip>";
    }
    static QByteArray slot(const QByteArray &clip, const char *stop = "true")
    {
        return "<ClipSlot Id=\"0\">" + value("LomId", 0.0) + in("ClipSlot", in("Value", clip))
            + value("HasStop", stop) + "</ClipSlot>";
    }

    QByteArray track(const char *kind, int id, int group, const char *userName,
        const char *effectiveName, int color, const QByteArray &chain,
        const QByteArray &rest = {}) const
    {
        return QByteArray("<") + kind + " Id=\"" + QByteArray::number(id) + "\">"
            + in("Name",
                (eventsOnly() ? QByteArray() : value("EffectiveName", effectiveName))
                    + value("UserName", userName))
            + trackColor(color) + value("TrackGroupId", group)
            + (eventsOnly() ? QByteArray() : value("TrackUnfolded", "true")) + rest
            + in("DeviceChain", chain) + "</" + kind + ">";
    }
    static QByteArray sequencer(const QByteArray &slots_, const char *armed)
    {
        return in("MainSequencer",
            in("ClipSlotList", slots_) + value("MonitoringEnum", 0.0)
                + in("Recorder", value("IsArmed", armed))
                + in("ClipTimeable",
                    in("ArrangerAutomation", in("Events", "<MidiClip Time=\"8\"/>"))));
    }
    static QByteArray devices(const QByteArray &list)
    {
        return in("DeviceChain", in("Devices", list));
    }
    QByteArray equalizer() const
    {
        return in("Eq8",
            manual("On", "false") + value("UserName", "Warm")
                + in("Bands.0",
                    in("ParameterA",
                        manual("Freq", "850.5", range("10", "22000")) + manual("IsOn", "true")
                            + manual("Mode", "3"))));
    }
    QByteArray rack() const
    {
        return in("InstrumentGroupDevice",
            manual("On", "true") + value("UserName", "")
                + in("Branches", "<InstrumentBranch Id=\"0\"/><InstrumentBranch Id=\"1\"/>")
                + manual("MacroControls.0", "63.5", range("0", "127"))
                + value("MacroDisplayNames.0", "Brightness"));
    }
    QByteArray plugin() const
    {
        return in("PluginDevice",
            manual("On", "true") + value("UserName", "")
                + in("PluginDesc", in("VstPluginInfo", value("PlugName", "Synthia")))
                + in("ParameterList",
                    in("PluginFloatParameter",
                        value("ParameterName", "Cutoff")
                            + manual("ParameterValue", "0.75", range("0", "1")))
                        + in("PluginFloatParameter",
                            value("ParameterName", "") + manual("ParameterValue", "0.1"))));
    }

    QByteArray tracks() const
    {
        const QByteArray empty = slot({});
        const char *fold = version < 9 ? "<TrackGroupVisible Value=\"false\"/>"
            : version < 10             ? "<GroupedTracksRevealed Value=\"false\"/>"
                                       : "";
        const QByteArray sends = send("1") + send("0.0003162277571");
        return track("GroupTrack", 20, -1, "", "1-Group", 0, mixer("1", "0", sends), fold)
            + track("MidiTrack", 21, 20, "Bass", "Bass", 5,
                mixer("0.501187", "-0.5", sends)
                    + sequencer(slot(midiClip()) + empty + slot({}, "false"), "true")
                    + devices(plugin() + equalizer()))
            + track("GroupTrack", 30, 20, "Inner", "Inner", 6, mixer("1.99526238", "0", sends))
            + track("AudioTrack", 22, 30, "# Tape", "4 Tape", 7,
                mixer("0.0001", "1", sends) + sequencer(empty + slot(audioClip()) + empty, "false"))
            + track("MidiTrack", 23, -1, "", "5-Strings", 8,
                mixer("1", "0", sends) + sequencer(empty + empty + empty, "false")
                    + devices(rack()),
                value("Freeze", "true"))
            + track("ReturnTrack", 2, -1, "", "A-Reverb", 9,
                mixer("1", "0", sends) + devices(in("Reverb", manual("On", "true"))))
            + track("ReturnTrack", 3, -1, "Echoes", "B-Echoes", 10, mixer("1", "0", sends));
    }
    QByteArray main() const
    {
        QByteArray songMixer = mixer("0.841395", "0");
        const QByteArray more = manual("Tempo", "97.5") + manual("TimeSignature", "203")
            + manual("GlobalGrooveAmount", "65") + "</Mixer>";
        songMixer.replace("</Mixer>", more);
        const char *name = mainTrack() ? "MainTrack" : "MasterTrack";
        return in(name,
            in("Name", value("EffectiveName", "Main") + value("UserName", "")) + trackColor(11)
                + in(eventsOnly() ? "MasterChain" : "DeviceChain", songMixer));
    }
    QByteArray scenes() const
    {
        if (oldScenes())
            return in("SceneNames",
                "<Scene Value=\"Intro\">" + value("ColorIndex", 0.0)
                    + "</Scene><Scene Value=\"Verse\">" + value("ColorIndex", 17)
                    + "</Scene><Scene Value=\" 3\">" + value("ColorIndex", 0.0) + "</Scene>");
        const auto scene = [](const char *name, int color, const char *tempo, const char *on) {
            return in("Scene",
                value("Name", name) + value("Color", color) + value("Tempo", tempo)
                    + value("IsTempoEnabled", on) + value("TimeSignatureId", 302)
                    + value("IsTimeSignatureEnabled", on));
        };
        return in("Scenes",
            scene("Intro", -1, "120", "false") + scene("Verse", 17, "88.25", "true")
                + scene("", -1, "120", "false"));
    }
    QByteArray xml() const
    {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Ableton MajorVersion=\"5\" Creator=\""
            + creator() + "\">\n"
            + in("LiveSet",
                in("Tracks", tracks()) + main() + scenes()
                    + in("Transport",
                        value("LoopOn", "true") + value("LoopStart", 8) + value("LoopLength", 16))
                    + value("GlobalQuantisation", 7)
                    + in("Locators",
                        in("Locators",
                            in("Locator", value("Time", 64) + value("Name", "Two"))
                                + in("Locator", value("Time", 32.5) + value("Name", "One")))))
            + "</Ableton>\n";
    }
    QByteArray file() const { return gzipped(xml()); }
};

} // namespace clipdeck::sim
