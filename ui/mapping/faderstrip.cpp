// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mapping/faderstrip.h"

#include "ui/mapping/striplayout.h"
#include "ui/mapping/targetbutton.h"
#include "ui/mapping/targetmenu.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fader.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace clipdeck {

namespace {

using State = FaderReading::State;

constexpr int answerHeight = 26;

FaderFace faceOf(const FaderReading &reading)
{
    FaderFace face;
    switch (reading.state) {
    case State::NotMapped:
        return face;
    case State::Waiting:
        face.kind = FaderFace::Kind::Blank;
        return face;
    case State::Orphan:
        face.kind = FaderFace::Kind::Gone;
        return face;
    case State::Ready:
        break;
    }
    face.kind = FaderFace::Kind::Ready;
    face.live = reading.live;
    // Once they meet there is nothing left to tell apart.
    if (reading.isHeld || reading.wish != reading.live)
        face.wish = reading.wish;
    face.isHeld = reading.isHeld;
    face.steps = reading.steps;
    face.valueText = reading.valueText;
    return face;
}

/// A minus as long as a plus, in front of a number.
QString typeset(QString text)
{
    if (text.size() > 1 && text.at(0) == QLatin1Char('-')
        && (text.at(1).isDigit() || text.at(1) == QLatin1Char('i')))
        text[0] = QChar(0x2212);
    return text;
}

} // namespace

FaderStrip::FaderStrip(FaderBank &bank, int fader, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_bank(bank)
    , m_index(fader)
    , m_theme(theme)
    , m_head(new TargetButton(fader, theme, this))
    , m_fader(new Fader(theme, this))
    , m_relink(new QPushButton(tr("Re-link"), this))
    , m_another(new QPushButton(tr("Other…"), this))
{
    m_relink->setProperty("main", true);
    m_relink->setAccessibleName(tr("Re-link fader %1").arg(fader + 1));
    m_another->setAccessibleName(tr("Choose another target for fader %1").arg(fader + 1));
    m_another->setToolTip(tr("Choose what this fader moves"));
    connect(m_relink, &QPushButton::clicked, this, [this] { m_bank.relink(m_index); });
    connect(m_another, &QPushButton::clicked, this,
        [this] { chooseTarget(m_another->mapToGlobal(QPoint())); });
    connect(m_head, &TargetButton::clicked, this,
        [this] { chooseTarget(m_head->mapToGlobal(m_head->rect().bottomLeft())); });
    connect(&bank, &FaderBank::readingChanged, this, [this](int changed) {
        if (changed == m_index)
            refresh();
    });
    connectFader();
    refresh();
}

void FaderStrip::connectFader()
{
    connect(m_fader, &Fader::grabbed, this, [this] { m_bank.requestGrab(m_index); });
    connect(m_fader, &Fader::moved, this,
        [this](double position) { m_bank.requestMove(m_index, position); });
    connect(m_fader, &Fader::released, this, [this] { m_bank.requestRelease(m_index); });
    connect(m_fader, &Fader::cancelled, this, [this] { m_bank.requestCancel(m_index); });
    connect(m_fader, &Fader::resetWanted, this, [this] { m_bank.requestReset(m_index); });
    connect(m_fader, &Fader::targetWanted, this,
        [this] { chooseTarget(m_fader->mapToGlobal(QPoint(4, 4))); });
}

QString FaderStrip::accessibleTitle() const
{
    if (m_reading.state == State::NotMapped)
        return tr("Fader %1: not mapped").arg(m_index + 1);
    const QString title
        = tr("Fader %1: %2, %3").arg(m_index + 1).arg(m_reading.name.track, m_reading.name.what);
    return m_reading.state == State::Orphan ? tr("%1 (not in this set)").arg(title) : title;
}

void FaderStrip::refresh()
{
    m_reading = m_bank.reading(m_index);
    m_head->setReading(m_reading);
    m_fader->setFace(faceOf(m_reading));
    m_fader->setAccessibleName(accessibleTitle());
    const QString tip = m_reading.state == State::NotMapped
        ? tr("Click to choose what this fader moves")
        : tr("%1. Drag; Shift is finer, double click resets, Esc puts back.")
              .arg(accessibleTitle());
    m_fader->setToolTip(tip);
    m_fader->setStatusTip(tip);
    m_relink->setToolTip(m_reading.nearest
            ? tr("Move %1, %2 from now on").arg(m_reading.nearest->track, m_reading.nearest->what)
            : QString());
    placeParts();
    update();
}

void FaderStrip::placeParts()
{
    const StripLayout layout = stripLayout(size());
    m_head->setLayout(layout);
    const bool isOrphan = m_reading.state == State::Orphan;
    const bool isEmpty = m_reading.state == State::NotMapped;
    m_relink->setVisible(isOrphan && m_reading.nearest);
    m_another->setVisible(isOrphan);
    if (isEmpty) {
        const int top = std::max(layout.number.bottom() + 4, m_theme.metrics().leastTarget);
        m_head->setGeometry(0, 0, width(), top);
        m_fader->setGeometry(0, top, width(), height() - top);
        return;
    }
    if (!isOrphan) {
        m_fader->setGeometry(layout.fader);
        return;
    }
    const int text = layout.head.bottom() + (layout.isLow() ? 2 : 26);
    const int least = m_theme.metrics().leastTarget;
    int y = text + (layout.isLow() ? 0 : 38) + (m_reading.nearest ? 40 : 0);
    for (QPushButton *button : {m_relink, m_another}) {
        if (button == m_relink && !m_reading.nearest)
            continue;
        button->setGeometry(8, y, width() - 16, std::max(answerHeight, least));
        y += button->height() + 2;
    }
    y += 4;
    m_fader->setGeometry(0, y, width(), std::max(0, height() - y));
}

void FaderStrip::chooseTarget(const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillTargetMenu(*menu, m_bank, m_index);
    menu->popup(where);
}

void FaderStrip::contextMenuEvent(QContextMenuEvent *event)
{
    chooseTarget(event->globalPos());
}

void FaderStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeParts();
}

void FaderStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        refresh();
}

QString FaderStrip::note() const
{
    if (m_reading.state == State::Waiting)
        return tr("Waiting for Live");
    if (m_reading.isHeld && m_reading.wish != m_reading.live)
        return tr("Live follows");
    return m_reading.steps > 1 ? tr("%1 steps").arg(m_reading.steps) : QString();
}

void FaderStrip::paintValue(QPainter &painter, const QRect &box) const
{
    fillRounded(painter, box, measure::controlRadius, m_theme.color(Role::Field));
    const bool isKnown = !m_reading.valueText.isEmpty();
    const QString text = isKnown ? typeset(m_reading.valueText) : QStringLiteral("\u2013");
    // A long string of Live's gets the smaller type before it is cut.
    const QFont &large = m_theme.font(Type::Readout);
    const bool fits = textWidth(text, large) <= box.width() - 4;
    paintElided(painter, box.adjusted(2, 0, -2, 0), text, fits ? large : m_theme.font(Type::Strong),
        m_theme.color(isKnown ? Role::Text : Role::Text3), TextAlign::Center);
    if (m_reading.wish && m_reading.wish != m_reading.live)
        fillBox(painter, QRectF(box.left(), box.bottom() + 1, box.width(), 2),
            m_theme.color(Role::Own));
}

void FaderStrip::paintOrphan(QPainter &painter) const
{
    const StripLayout layout = stripLayout(size());
    int y = layout.head.bottom() + (layout.isLow() ? 2 : 26);
    if (!layout.isLow()) {
        hatch(painter, QRectF(2, layout.head.bottom() + 4, width() - 4, 14),
            m_theme.color(Role::Line), 8);
        const QString lines[]
            = {tr("Not in this set."), m_reading.nearest ? tr("Nearest match:") : QString()};
        for (const QString &line : lines) {
            paintElided(painter, QRectF(8, y, width() - 12, 18), line, m_theme.font(Type::Base),
                m_theme.color(Role::Text));
            y += 18;
        }
        y += 2;
    }
    if (!m_reading.nearest)
        return;
    fillBox(painter, QRectF(8, y + 2, 4, 31),
        QColor(m_theme.clip(m_reading.nearestColor.value_or(0)).lit));
    paintElided(painter, QRectF(17, y, width() - 21, 17), m_reading.nearest->track,
        m_theme.font(Type::Strong), m_theme.color(Role::Text));
    paintElided(painter, QRectF(17, y + 17, width() - 21, 17), m_reading.nearest->what,
        m_theme.font(Type::Base), m_theme.color(Role::Text2));
}

void FaderStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    fillRounded(painter, rect(), measure::controlRadius, m_theme.color(Role::Raised));
    const StripLayout layout = stripLayout(size());
    if (m_reading.state == State::Orphan) {
        paintOrphan(painter);
        return;
    }
    if (m_reading.state == State::NotMapped)
        return;
    paintValue(painter, layout.value);
    if (!layout.isLow())
        paintElided(painter, layout.note, note(),
            m_theme.font(m_reading.isHeld ? Type::Strong : Type::Base),
            m_theme.color(m_reading.isHeld ? Role::Own : Role::Text2), TextAlign::Center);
}

} // namespace clipdeck

#include "moc_faderstrip.cpp"
