// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scalemenu.h"

#include "ui/shell/windowscale.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>

namespace clipdeck {

ScaleMenu::ScaleMenu(int percent, QWidget *window)
    : QMenu(tr("Size of everything"), window)
    , m_percent(percent)
{
    setAccessibleName(title());
    menuAction()->setStatusTip(tr("Everything in the window larger or smaller, on this screen; "
                                  "Ctrl and the wheel zoom the grid alone"));
    addScales();
    addSeparator();
    constexpr auto ours = Qt::CTRL | Qt::ALT;
    addStep(tr("Larger"), tr("Everything in the window one step larger"),
        {QKeySequence(ours | Qt::Key_Plus), QKeySequence(ours | Qt::Key_Equal)},
        WindowScale::stepped(m_percent, 1));
    addStep(tr("Smaller"), tr("Everything in the window one step smaller"),
        {QKeySequence(ours | Qt::Key_Minus)}, WindowScale::stepped(m_percent, -1));
    addStep(tr("Usual size"), tr("Everything in the window as large as the system asks for"),
        {QKeySequence(ours | Qt::Key_0)}, WindowScale::usual);
}

void ScaleMenu::addScales()
{
    auto *group = new QActionGroup(this);
    for (const int percent : WindowScale::all()) {
        QAction *action = addAction(tr("%1 %").arg(percent));
        action->setCheckable(true);
        action->setChecked(percent == m_percent);
        group->addAction(action);
        add(action, percent,
            tr("Everything in the window at %1 %: it opens anew, and Live plays on").arg(percent));
    }
}

void ScaleMenu::addStep(
    const QString &text, const QString &sentence, const QList<QKeySequence> &keys, int wanted)
{
    QAction *action = addAction(text);
    action->setShortcuts(keys);
    parentWidget()->addAction(action); // a closed menu's keys are not heard
    add(action, wanted, sentence);
}

void ScaleMenu::add(QAction *action, int percent, const QString &sentence)
{
    action->setStatusTip(sentence);
    m_entries.push_back({action, percent, sentence});
    connect(action, &QAction::triggered, this, [this, percent] {
        if (percent != m_percent)
            Q_EMIT chosen(percent);
    });
}

void ScaleMenu::setScreenRatio(double ratio)
{
    for (const Entry &entry : m_entries) {
        const bool isDrawable = WindowScale::isDrawable(entry.percent, m_percent, ratio);
        const bool isStep = !entry.action->isCheckable();
        entry.action->setEnabled(isDrawable && !(isStep && entry.percent == m_percent));
        entry.action->setStatusTip(isDrawable
                ? entry.sentence
                : tr("This screen has too few pixels for %1 %; the grid's own zoom goes lower")
                      .arg(entry.percent));
    }
}

} // namespace clipdeck

#include "moc_scalemenu.cpp"
