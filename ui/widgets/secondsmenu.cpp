// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/secondsmenu.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QMenu>
#include <QWidgetAction>

namespace clipdeck {

namespace {

/// The words' context for translators.
class SecondsMenu {
    Q_DECLARE_TR_FUNCTIONS(SecondsMenu)
};

QLineEdit *makeField()
{
    auto *field = new QLineEdit;
    field->setPlaceholderText(SecondsMenu::tr("Other, in seconds"));
    field->setAccessibleName(SecondsMenu::tr("Seconds"));
    field->setToolTip(SecondsMenu::tr("Type a number of seconds, then Return"));
    return field;
}

} // namespace

QMenu *addSecondsMenu(QMenu &menu, const QString &title, std::function<void(double)> chosen)
{
    QMenu *choices = menu.addMenu(title);
    for (int seconds : {2, 4, 8, 16}) {
        QAction *action = choices->addAction(SecondsMenu::tr("%1 s").arg(seconds));
        QObject::connect(
            action, &QAction::triggered, action, [chosen, seconds] { chosen(seconds); });
    }
    QLineEdit *field = makeField();
    auto *other = new QWidgetAction(choices);
    other->setDefaultWidget(field);
    choices->addAction(other);
    QObject::connect(field, &QLineEdit::returnPressed, &menu, [&menu, field, chosen] {
        bool isNumber = false;
        const double seconds = field->text()
                                   .trimmed()
                                   .replace(QLatin1Char(','), QLatin1Char('.'))
                                   .toDouble(&isNumber);
        if (!isNumber)
            return;
        chosen(seconds);
        menu.close();
    });
    return choices;
}

} // namespace clipdeck
