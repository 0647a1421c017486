// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testclass.h"

#include <QApplication>

namespace clipdeck {

/// Runs a class's tests where they may make widgets.
template <class TestClass> int runWidgetTestClass(int argc, char *argv[])
{
    return runTestClass<TestClass, QApplication>(argc, argv);
}

} // namespace clipdeck
