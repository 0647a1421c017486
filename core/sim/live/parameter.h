// SPDX-License-Identifier: GPL-3.0-or-later
// One automatable value of the pretend set: its range, and how Live would write it out.
#pragma once

#include <QString>
#include <QStringList>

namespace clipdeck::sim {

using ObjectId = quint64;

/// How a value is shown. `Items` picks a name, the others compute a text with a unit.
enum class Display {
    Number,
    Percent,
    Percent100,
    Decibel,
    Fader,
    Send,
    Pan,
    Frequency,
    Rate,
    Time,
    Semitones,
    Whole,
    Ratio,
    Degrees,
    Quality,
    Items
};

/// What all parameters of one kind have in common.
struct ParameterSpec {
    QString name;
    double minimum = 0.0;
    double maximum = 1.0;
    double initial = 0.0;
    Display display = Display::Number;
    QStringList items; ///< Not empty: quantized, one name a step

    bool quantized() const { return !items.isEmpty(); }
    /// The text that Live shows for `value`, e.g. "-6.0 dB", "2.50 kHz", "Low-pass".
    QString text(double value) const;
};

/// A parameter of a device or a mixer. Values are single precision, as Live keeps them.
struct Parameter {
    ObjectId id = 0;
    ParameterSpec spec;
    float value = 0.0F;
    bool enabled = true; ///< False: something else moves it (a macro), writes are refused

    QString text() const { return spec.text(static_cast<double>(value)); }
};

/// Decibels of a volume fader's position (0..1; 0.85 is 0 dB), -infinity at 0.
double faderDecibels(double position);

/// Shorthands for tables of parameters.
ParameterSpec knob(const QString &name, double initial, Display display, double minimum = 0.0,
    double maximum = 1.0);
ParameterSpec choice(const QString &name, const QStringList &items, int initial = 0);
ParameterSpec onOff(const QString &name, bool initial = false);

} // namespace clipdeck::sim
