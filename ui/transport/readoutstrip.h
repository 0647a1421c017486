// SPDX-License-Identifier: GPL-3.0-or-later
// The sunk strip of read-outs: tempo, tap, signature, launch and record quantization, song position.
#pragma once

#include "ui/transport/taptempo.h"
#include "ui/transport/transportcontext.h"

#include <QWidget>

namespace clipdeck {

class ReadoutCombo;
class SignatureBox;
class StripButton;
class TempoBox;

class ReadoutStrip : public QWidget {
    Q_OBJECT
public:
    explicit ReadoutStrip(const TransportContext &context, QWidget *parent = nullptr);

    /// Marks what Live owes an answer about for long.
    void refreshPending();

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addTempo();
    void addTap();
    void addQuantizations();
    void tapped();

    TransportContext m_context;
    TapTempo m_taps;
    TempoBox *m_tempo = nullptr;
    SignatureBox *m_signature = nullptr;
    ReadoutCombo *m_launch = nullptr;
    ReadoutCombo *m_record = nullptr;
};

} // namespace clipdeck
