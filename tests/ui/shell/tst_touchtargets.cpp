// SPDX-License-Identifier: GPL-3.0-or-later
// Large targets: every control of the window is as large as a finger, both ways. What assistive technology can press or
// set is what a finger can, so its tree is walked: that has the painted controls, too.
#include "tests/support/widgettestclass.h"
#include "ui/setup/connectiondialog.h"
#include "ui/shell/application.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settings.h"

#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QSet>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace clipdeck;

namespace {

constexpr int finger = 34;

bool isControl(const QAccessibleInterface &interface)
{
    static const QSet<QAccessible::Role> roles{QAccessible::Button, QAccessible::ButtonMenu,
        QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::Slider, QAccessible::SpinBox,
        QAccessible::ComboBox, QAccessible::EditableText, QAccessible::PageTab, QAccessible::Cell,
        QAccessible::ListItem, QAccessible::MenuItem, QAccessible::Link};
    return roles.contains(interface.role());
}

/// One line for each control below `interface` that is smaller than a finger; `seen` counts all.
void collectSmall(QAccessibleInterface *interface, const QRect &view, QStringList &small, int &seen)
{
    if (!interface || !interface->isValid() || interface->state().invisible)
        return;
    const QRect box = interface->rect();
    // What a view has scrolled to its edge is cut there; it counts where it is whole.
    if (isControl(*interface) && view.contains(box)) {
        ++seen;
        if (box.width() < finger || box.height() < finger)
            small.append(QStringLiteral("%1: %2x%3")
                             .arg(interface->text(QAccessible::Name))
                             .arg(box.width())
                             .arg(box.height()));
    }
    // The parts of one control, as a combo's list that is closed, are not pressed by themselves.
    const bool isWhole
        = interface->role() == QAccessible::ComboBox || interface->role() == QAccessible::SpinBox;
    for (int i = 0; !isWhole && i < interface->childCount(); ++i)
        collectSmall(interface->child(i), view, small, seen);
}

QString smallControls(QWidget &top, int atLeast)
{
    QStringList small;
    int seen = 0;
    const QRect all(top.mapToGlobal(QPoint()), top.size());
    collectSmall(QAccessible::queryAccessibleInterface(&top), all, small, seen);
    if (seen < atLeast)
        small.append(QStringLiteral("only %1 controls were found").arg(seen));
    return small.join(QStringLiteral("; "));
}

} // namespace

class TestTouchTargets : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<Application> m_clipdeck;

    static MainWindow *window()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<MainWindow *>(widget))
                return found;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        Options options;
        options.demo = true;
        options.configDirectory = m_dir.path();
        Settings(m_dir.path()).setDensity(Density::Comfortable);
        m_clipdeck = std::make_unique<Application>(*qApp, options);
        m_clipdeck->start();
        QAbstractButton *play = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&play] {
                for (auto *button : window()->findChildren<QAbstractButton *>()) {
                    if (button->accessibleName() == QLatin1String("Play"))
                        play = button;
                }
                return play && play->isChecked();
            }(),
            10'000);
    }

    void theWindow_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("page");
        for (const QSize size : {QSize(1920, 1080), QSize(1280, 800), QSize(1024, 768)}) {
            for (int page = 0; page < 2; ++page)
                QTest::addRow("%dx%d, page %d", size.width(), size.height(), page) << size << page;
        }
    }

    void theWindow()
    {
        QFETCH(QSize, size);
        QFETCH(int, page);
        window()->resize(size);
        auto *tabs = window()->findChild<QTabBar *>();
        QVERIFY(tabs && tabs->count() == 2);
        tabs->setCurrentIndex(page);
        QCoreApplication::processEvents();
        const QString small = smallControls(*window(), 50);
        QVERIFY2(small.isEmpty(), qPrintable(small));
    }

    void theMenus()
    {
        int menus = 0;
        for (QMenu *menu : window()->findChildren<QMenu *>()) {
            if (menu->actions().isEmpty())
                continue;
            ++menus;
            for (QAction *action : menu->actions()) {
                const QRect box = menu->actionGeometry(action);
                if (action->isSeparator() || !action->isVisible())
                    continue;
                QVERIFY2(box.height() >= finger,
                    qPrintable(QStringLiteral("%1: %2").arg(action->text()).arg(box.height())));
            }
        }
        QVERIFY(menus >= 3);
    }

    void theConnectionDialog()
    {
        ConnectionDialog dialog(EngineSettings{}, window());
        dialog.show();
        const QString small = smallControls(dialog, 5);
        QVERIFY2(small.isEmpty(), qPrintable(small));
    }

    void cleanupTestCase() { m_clipdeck.reset(); }
};

int tst_touchtargets(int argc, char *argv[])
{
    return runWidgetTestClass<TestTouchTargets>(argc, argv);
}

#include "tst_touchtargets.moc"
