// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/osc/oscmessage.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace clipdeck;

class TestOscMessage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbersReadAcrossTypes();
    void finiteIsAllButBadFloats();
    void describesInOneLine();
    void whatCantBeShownIsEscaped();
};

void TestOscMessage::numbersReadAcrossTypes()
{
    QCOMPARE(toInt(OscArgument(qint32(7))), std::optional(7));
    QCOMPARE(toInt(OscArgument(7.0F)), std::optional(7));
    QCOMPARE(toInt(OscArgument(7.5F)), std::optional<int>());
    QCOMPARE(toInt(OscArgument(qint64(1) << 40)), std::optional<int>());
    QCOMPARE(toInt(OscArgument(true)), std::optional(1));
    QCOMPARE(toInt(OscArgument(QStringLiteral("7"))), std::optional<int>());
    QCOMPARE(toDouble(OscArgument(0.5F)), std::optional(0.5));
    QCOMPARE(toDouble(OscArgument(OscNil{})), std::optional<double>());
    QCOMPARE(toBool(OscArgument(qint32(0))), std::optional(false));
    QCOMPARE(toText(OscArgument(qint32(0))), std::optional<QString>());
}

void TestOscMessage::finiteIsAllButBadFloats()
{
    const double infinite = std::numeric_limits<double>::infinity();
    for (double bad : {infinite, -infinite, std::nan("")}) {
        QVERIFY(!isFinite(OscArgument(bad)));
        QVERIFY(!isFinite(OscArgument(static_cast<float>(bad))));
    }
    for (const OscArgument &well : OscArguments{0.5F, 1e300, 7, qint64(1) << 40, true, OscNil{},
             QStringLiteral("nan"), QByteArray("inf")})
        QVERIFY(isFinite(well));
}

void TestOscMessage::whatCantBeShownIsEscaped()
{
    QCOMPARE(describe(OscArgument(QStringLiteral("\ufeffa\u001b[2J\u202eb\u2028"))),
        QStringLiteral("\"\\ufeffa\\u001b[2J\\u202eb\\u2028\""));
    const QString shown = QStringLiteral("Grüße ♪ 日本 e\u0301");
    QCOMPARE(describe(OscArgument(shown)), QString(u'"' + shown + u'"'));
}

void TestOscMessage::describesInOneLine()
{
    const OscMessage message{QStringLiteral("/live/clip/set/name"),
        {qint32(1), 0.5F, QStringLiteral("a \"b\"\n"), OscNil{}, false, QByteArray("\x01\xff", 2)}};
    QCOMPARE(describe(message),
        QStringLiteral("/live/clip/set/name 1 0.5f \"a \\\"b\\\"\\n\" nil false blob:01ff"));
}

int tst_oscmessage(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestOscMessage>(argc, argv);
}

#include "tst_oscmessage.moc"
