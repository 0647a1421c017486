// SPDX-License-Identifier: GPL-3.0-or-later
// How a test class runs. A room's test classes are one program: each file ends with a function of the file's name, which
// calls one of these, and CTest starts the program with that name (clipdeck_tests() in tests/CMakeLists.txt).
#pragma once

#include <QCoreApplication>
#include <QTest>

namespace clipdeck {

/// Runs all of a class's tests in an application of its own. `argc` and `argv` are Qt Test's own options.
template <class TestClass, class Application = QCoreApplication>
int runTestClass(int argc, char *argv[])
{
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);
    Application application(argc, argv);
    TestClass tests;
    return QTest::qExec(&tests, argc, argv);
}

} // namespace clipdeck
