// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/signatureview.h"

#include "ui/theme/theme.h"
#include "ui/transport/readout.h"
#include "ui/transport/songwish.h"

#include <QPainter>

namespace clipdeck {

SignatureView::SignatureView(const LiveSet &set, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_set(set)
    , m_theme(theme)
{
    setAccessibleName(tr("Signature"));
    setToolTip(tr("The song's time signature"));
    setStatusTip(toolTip());
    connect(&set, &LiveSet::changed, this, &SignatureView::follow);
    refresh();
}

void SignatureView::follow(const Changes &changes)
{
    if (concerns(changes, SongField::SignatureNumerator)
        || concerns(changes, SongField::SignatureDenominator))
        refresh();
}

void SignatureView::refresh()
{
    const Signature signature = m_set.song().signature();
    m_text = QStringLiteral("%1 / %2").arg(signature.numerator).arg(signature.denominator);
    setAccessibleDescription(m_text);
    update();
}

void SignatureView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintReadout(painter, rect(), {tr("Signature"), m_text, isEnabled()}, m_theme);
}

} // namespace clipdeck
