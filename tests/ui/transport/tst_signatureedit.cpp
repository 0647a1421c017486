// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testclass.h"
#include "ui/transport/signatureedit.h"

#include <QTest>

using namespace clipdeck;

namespace {

QString text(std::optional<Signature> signature)
{
    return signature ? QStringLiteral("%1/%2").arg(signature->numerator).arg(signature->denominator)
                     : QStringLiteral("-");
}

} // namespace

class TestSignatureEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("signature");
        const auto row = [](const char *typed, const char *signature) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(signature);
        };
        row("7/8", "7/8");
        row(" 3 / 4 ", "3/4");
        row("5", "5/4");
        row("99/16", "99/16");
        row("0/4", "-");
        row("100/4", "-");
        row("4/3", "-");
        row("4/32", "-");
        row("4/", "-");
        row("four", "-");
        row("1/2/4", "-");
        row("", "-");
    }
    void typed()
    {
        QFETCH(QString, typed);
        QTEST(text(signatureTyped(typed, {4, 4})), "signature");
    }

    void stepped()
    {
        QCOMPARE(text(steppedNumerator({4, 4}, 1)), QStringLiteral("5/4"));
        QCOMPARE(text(steppedNumerator({1, 4}, -1)), QStringLiteral("1/4"));
        QCOMPARE(text(steppedDenominator({6, 4}, 1)), QStringLiteral("6/8"));
        QCOMPARE(text(steppedDenominator({6, 16}, 1)), QStringLiteral("6/16"));
        QCOMPARE(text(steppedDenominator({6, 1}, -1)), QStringLiteral("6/1"));
    }

    void stopsGoOnToTheNextNumber_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown"); // `[` and `]` around what is selected
        QTest::newRow("no stop") << QStringLiteral("7") << QString();
        QTest::newRow("a point") << QStringLiteral("7.") << QStringLiteral("7/[]");
        QTest::newRow("a comma") << QStringLiteral("7,") << QStringLiteral("7/[]");
        QTest::newRow("before the old one")
            << QStringLiteral("7. / 4") << QStringLiteral("7 / [4]");
        QTest::newRow("behind the slash") << QStringLiteral("7/8.") << QStringLiteral("7/[8]");
    }
    void stopsGoOnToTheNextNumber()
    {
        QFETCH(QString, typed);
        const std::optional<SignatureText> next = nextSignatureField(typed);
        QString shown = next ? next->text : QString();
        if (next) {
            shown.insert(next->cursor + next->selected, QLatin1Char(']'));
            shown.insert(next->cursor, QLatin1Char('['));
        }
        QTEST(shown, "shown");
    }
};

int tst_signatureedit(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestSignatureEdit>(argc, argv);
}

#include "tst_signatureedit.moc"
