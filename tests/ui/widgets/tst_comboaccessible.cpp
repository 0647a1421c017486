// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/widgettestclass.h"
#include "ui/widgets/comboaccessible.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QTest>

using namespace clipdeck;

class TestComboAccessible : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isNamedForWhatIsChosenNotForTheChoice();
    void opensByItsAction();
};

void TestComboAccessible::isNamedForWhatIsChosenNotForTheChoice()
{
    installComboAccessibility();
    QComboBox combo;
    combo.addItems({QStringLiteral("None"), QStringLiteral("1 bar")});
    combo.setAccessibleName(QStringLiteral("Launch quantization"));

    QAccessibleInterface *described = QAccessible::queryAccessibleInterface(&combo);
    QVERIFY(described);
    QCOMPARE(described->role(), QAccessible::ComboBox);
    QCOMPARE(described->text(QAccessible::Name), QStringLiteral("Launch quantization"));
    QCOMPARE(described->text(QAccessible::Value), QStringLiteral("None"));
    combo.setCurrentIndex(1);
    QCOMPARE(described->text(QAccessible::Value), QStringLiteral("1 bar"));
    QCOMPARE(described->text(QAccessible::Description), QStringLiteral("1 bar"));
}

void TestComboAccessible::opensByItsAction()
{
    installComboAccessibility();
    QComboBox combo;
    combo.addItem(QStringLiteral("None"));
    combo.show();
    QAccessibleActionInterface *actions
        = QAccessible::queryAccessibleInterface(&combo)->actionInterface();
    QVERIFY(actions->actionNames().contains(QAccessibleActionInterface::showMenuAction()));

    actions->doAction(QAccessibleActionInterface::showMenuAction());

    QTRY_VERIFY(QApplication::activePopupWidget());
    combo.hidePopup();
}

int tst_comboaccessible(int argc, char *argv[])
{
    return clipdeck::runWidgetTestClass<TestComboAccessible>(argc, argv);
}

#include "tst_comboaccessible.moc"
