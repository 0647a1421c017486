// SPDX-License-Identifier: GPL-3.0-or-later
// Clips of a Live Set's file.
#include "core/sim/live/palette.h"
#include "core/sim/live/words.h"
#include "core/sim/sets/als/document.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace clipdeck::sim {

namespace {

constexpr double shortest = 1e-6; ///< Of a loop, and from one marker to the other

/// How Live keeps a clip's loop: a start, an end, and what they were before looping was turned on or off.
struct Loop {
    double start = 0.0;
    double end = 4.0;
    double startRelative = 0.0;
    double outMarker = 4.0;
    double hiddenStart = 0.0;
    double hiddenEnd = 4.0;
    bool on = true;
};

struct LoopField {
    const char16_t *name;
    double Loop::*member;
};

constexpr LoopField loopFields[] = {{u"LoopStart", &Loop::start}, {u"LoopEnd", &Loop::end},
    {u"StartRelative", &Loop::startRelative}, {u"OutMarker", &Loop::outMarker},
    {u"HiddenLoopStart", &Loop::hiddenStart}, {u"HiddenLoopEnd", &Loop::hiddenEnd}};

Loop readLoop(AlsXml &xml)
{
    Loop loop;
    xml.children([&](QStringView name) {
        if (name == u"LoopOn") {
            loop.on = xml.flag();
            return;
        }
        for (const LoopField &field : loopFields) {
            if (name == QStringView(field.name)) {
                loop.*field.member = xml.real();
                return;
            }
        }
    });
    return loop;
}

Span span(double start, double end)
{
    return {start, std::max(end, start + shortest)};
}

void applyLoop(const Loop &loop, Clip &clip)
{
    clip.looping = loop.on;
    if (loop.on) {
        clip.loop = span(loop.start, loop.end);
        clip.markers = span(loop.start + loop.startRelative, loop.outMarker);
    } else {
        clip.markers = span(loop.start, loop.end);
        clip.loop = span(loop.hiddenStart, loop.hiddenEnd);
    }
}

void readClipSignature(AlsXml &xml, Clip &clip)
{
    bool first = true;
    xml.children([&](QStringView) { // TimeSignatures
        xml.children([&](QStringView) { // RemoteableTimeSignature
            if (!std::exchange(first, false))
                return;
            xml.children([&](QStringView name) {
                if (name == u"Numerator")
                    clip.signatureNumerator = xml.whole(1, 99);
                else if (name == u"Denominator")
                    clip.signatureDenominator = xml.whole(1, 16);
            });
        });
    });
}

// -- samples ------------------------------------------------------------------------------------------------------

/// Live 11 and later write the path; before, it is in pieces.
struct SamplePath {
    QString whole;
    QString pieces;
    QString file;
};

void readSearchHint(AlsXml &xml, SamplePath &path)
{
    xml.children([&](QStringView name) {
        if (name != u"PathHint")
            return;
        xml.children([&](QStringView) {
            if (path.pieces.size() < AlsXml::longestText)
                path.pieces += u'/' + xml.attribute(QLatin1String("Dir"));
        });
    });
}

QString readFileRef(AlsXml &xml)
{
    SamplePath path;
    xml.children([&](QStringView name) {
        if (name == u"Path")
            path.whole = xml.text();
        else if (name == u"Name")
            path.file = xml.text();
        else if (name == u"SearchHint")
            readSearchHint(xml, path);
    });
    return path.whole.isEmpty() ? QString(path.pieces + u'/' + path.file) : path.whole;
}

void readSample(AlsXml &xml, Clip &clip)
{
    xml.children([&](QStringView name) {
        if (name == u"FileRef")
            clip.filePath = readFileRef(xml);
        else if (name == u"DefaultDuration")
            clip.sampleLength = xml.whole(0, std::numeric_limits<int>::max());
    });
}

/// Live's gain runs from 0 to 1, with 0 dB at 0.4 and 40 dB for a whole; the file has a factor.
double gainOf(double factor)
{
    return factor <= 0.0 ? 0.0 : std::clamp(0.4 + std::log10(factor) / 2.0, 0.0, 1.0);
}

// -- fields -------------------------------------------------------------------------------------------------------

struct ClipField {
    const char16_t *name;
    void (*read)(AlsXml &, Clip &);
};

constexpr ClipField commonFields[] = {
    {u"Name", [](AlsXml &xml, Clip &clip) { clip.name = xml.text(); }},
    {u"Color", [](AlsXml &xml, Clip &clip) { clip.color = alsColor(xml.whole(-1, 9999)); }},
    {u"ColorIndex", [](AlsXml &xml, Clip &clip) { clip.color = alsColor(xml.whole(-1, 9999)); }},
    {u"LaunchMode", [](AlsXml &xml, Clip &clip) { clip.launchMode = xml.whole(0, 3); }},
    {u"LaunchQuantisation",
        [](AlsXml &xml, Clip &clip) { clip.launchQuantization = xml.whole(0, 14); }},
    {u"Legato", [](AlsXml &xml, Clip &clip) { clip.legato = xml.flag(); }},
    {u"Disabled", [](AlsXml &xml, Clip &clip) { clip.muted = xml.flag(); }},
    {u"VelocityAmount",
        [](AlsXml &xml, Clip &clip) {
            clip.velocityAmount = xml.real({0.0, 1.0});
        }},
    {u"TimeSignature", readClipSignature},
    {u"Loop", [](AlsXml &xml, Clip &clip) { applyLoop(readLoop(xml), clip); }},
};

constexpr ClipField audioFields[] = {
    {u"IsWarped", [](AlsXml &xml, Clip &clip) { clip.warping = xml.flag(); }},
    {u"WarpMode", [](AlsXml &xml, Clip &clip) { clip.warpMode = xml.whole(0, 6); }},
    {u"PitchCoarse", [](AlsXml &xml, Clip &clip) { clip.pitchCoarse = xml.whole(-48, 48); }},
    {u"PitchFine",
        [](AlsXml &xml, Clip &clip) {
            clip.pitchFine = xml.real({-500.0, 500.0});
        }},
    {u"SampleVolume",
        [](AlsXml &xml, Clip &clip) {
            clip.gain = gainOf(xml.real({0.0, 1000.0}));
        }},
    {u"Ram", [](AlsXml &xml, Clip &clip) { clip.ramMode = xml.flag(); }},
    {u"SampleRef", readSample},
};

template <std::size_t n>
bool readField(const ClipField (&fields)[n], QStringView name, AlsXml &xml, Clip &clip)
{
    for (const ClipField &field : fields) {
        if (name == QStringView(field.name)) {
            field.read(xml, clip);
            return true;
        }
    }
    return false;
}

/// Envelopes and follow actions: that they are there, so that it can be said.
void noteFollowAction(AlsXml &xml)
{
    xml.children([&](QStringView name) {
        if (name == u"FollowActionEnabled" && xml.flag())
            xml.leaveOut(u"follow action"_s);
    });
}

void noteClipEnvelopes(AlsXml &xml)
{
    xml.children([&](QStringView) { // Envelopes
        xml.children([&](QStringView) { xml.leaveOut(u"clip envelope"_s); });
    });
}

void noteGroove(AlsXml &xml)
{
    xml.children([&](QStringView name) {
        if (name == u"GrooveId" && xml.whole(-1, 1 << 30) >= 0)
            xml.leaveOut(u"groove of a clip"_s);
    });
}

void noteRestOfClip(QStringView name, AlsXml &xml)
{
    if (name == u"FollowAction")
        noteFollowAction(xml);
    else if (name == u"Envelopes")
        noteClipEnvelopes(xml);
    else if (name == u"GrooveSettings")
        noteGroove(xml);
}

} // namespace

std::unique_ptr<Clip> readClip(AlsXml &xml, AlsDocument &document)
{
    if (++document.clips > AlsLimits::clips) {
        xml.fail(SimWords::tr("it has more clips than any Live Set."));
        return nullptr;
    }
    auto clip = std::make_unique<Clip>();
    clip->midi = xml.name() == u"MidiClip";
    clip->color = paletteColor(0);
    xml.children([&](QStringView name) {
        if (readField(commonFields, name, xml, *clip))
            return;
        if (clip->midi && name == u"Notes")
            readNotes(xml, document, *clip);
        else if (clip->midi || !readField(audioFields, name, xml, *clip))
            noteRestOfClip(name, xml);
    });
    return clip;
}

} // namespace clipdeck::sim
