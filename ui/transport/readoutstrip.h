// SPDX-License-Identifier: GPL-3.0-or-later
// The sunk strip of read-outs: tempo, tap, signature, launch and record quantization, song position; as many as have room.
#pragma once

#include "ui/transport/readoutlayout.h"
#include "ui/transport/taptempo.h"
#include "ui/transport/transportcontext.h"

#include <QStringList>
#include <QWidget>

#include <array>

namespace clipdeck {

class ReadoutCombo;
class SignatureBox;
class StripButton;
class TempoBox;

class ReadoutStrip : public QWidget {
    Q_OBJECT
public:
    explicit ReadoutStrip(const TransportContext &context, QWidget *parent = nullptr);

    static QStringList launchNames(); ///< Of song.clip_trigger_quantization, in its order
    static QStringList recordNames(); ///< Of song.midi_recording_quantization

    /// Shows as many as have room in `room` px, and takes no more.
    void fitInto(int room);
    bool shows(ReadoutPart part) const { return m_layout.shows(part); }
    /// Marks what Live owes an answer about for long.
    void refreshPending();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addTempo();
    void addTap();
    void addQuantizations();
    void add(ReadoutPart part, QWidget *widget);
    void tapped();

    TransportContext m_context;
    ReadoutLayout m_layout;
    std::array<QWidget *, readoutParts> m_parts{};
    TapTempo m_taps;
    TempoBox *m_tempo = nullptr;
    SignatureBox *m_signature = nullptr;
    ReadoutCombo *m_launch = nullptr;
    ReadoutCombo *m_record = nullptr;
};

} // namespace clipdeck
