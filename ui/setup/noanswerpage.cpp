// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/noanswerpage.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/stripbutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace clipdeck {

namespace {

constexpr int cardWidth = 596;
constexpr int cardMargin = 24;
constexpr int numberSide = 20;

/// A step's number on a chip.
class StepNumber : public QWidget {
public:
    StepNumber(int number, const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_number(number)
        , m_theme(theme)
    {
        setFixedSize(numberSide, numberSide);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        fillRounded(painter, rect(), measure::cellRadius, m_theme.color(Role::Control));
        paintText(painter, rect(), QString::number(m_number), m_theme.font(Type::Strong),
            m_theme.color(Role::Text), TextAlign::Center);
    }

private:
    int m_number;
    const Theme &m_theme;
};

QLabel *label(QWidget *parent, const char *role = "")
{
    auto *label = new QLabel(parent);
    label->setProperty("role", QLatin1String(role));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

NoAnswerPage::NoAnswerPage(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(label(this, "title"))
    , m_sentence(label(this, "prose"))
    , m_steps(new QWidget(this))
    , m_stepRows(new QVBoxLayout(m_steps))
{
    setFixedWidth(cardWidth);
    setAccessibleName(tr("Connection help"));
    m_stepRows->setContentsMargins(0, 0, 0, 0);
    m_stepRows->setSpacing(8);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    connect(addButton(*buttons, tr("Play with a demo set"),
                tr("A built-in stand-in for Live plays a set of its own")),
        &StripButton::clicked, this, &NoAnswerPage::demoRequested);
    connect(
        addButton(*buttons, tr("Live is elsewhere"), tr("Say on which machine and port Live is")),
        &StripButton::clicked, this, &NoAnswerPage::connectionSettingsRequested);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(cardMargin, 20, cardMargin, cardMargin);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addSpacing(8);
    column->addWidget(m_sentence);
    column->addSpacing(14);
    column->addWidget(m_steps);
    column->addSpacing(24);
    column->addLayout(buttons);
}

StripButton *NoAnswerPage::addButton(QLayout &row, const QString &name, const QString &sentence)
{
    auto *button = new StripButton(ButtonFace::of(name), m_theme, this);
    button->describe(name, sentence);
    button->setMinimumHeight(36);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row.addWidget(button);
    return button;
}

void NoAnswerPage::setText(const SetupText &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_title->setText(text.title);
    m_sentence->setText(text.sentence);
    qDeleteAll(m_steps->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    while (QLayoutItem *row = m_stepRows->takeAt(0))
        delete row;
    for (int i = 0; i < text.steps.size(); ++i)
        addStep(i + 1, text.steps.at(i));
    updateGeometry();
}

bool NoAnswerPage::event(QEvent *event)
{
    // The height follows from how the sentences wrap.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) {
        const int height = layout()->totalHeightForWidth(cardWidth);
        setFixedHeight(height > 0 ? height : layout()->totalSizeHint().height());
    }
    return QFrame::event(event);
}

void NoAnswerPage::addStep(int number, const QString &sentence)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(new StepNumber(number, m_theme, m_steps), 0, Qt::AlignTop);
    QLabel *words = label(m_steps);
    words->setFont(m_theme.font(Type::Prose));
    words->setText(sentence);
    row->addWidget(words, 1);
    m_stepRows->addLayout(row);
}

void NoAnswerPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    fillRounded(painter, rect(), measure::dialogRadius, m_theme.color(Role::Raised));
    strokeRounded(painter, rect(), measure::dialogRadius, m_theme.color(Role::Line), 1);
}

} // namespace clipdeck

#include "moc_noanswerpage.cpp"
