// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/jsontext.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;

class TestJsonText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWas_data();
    void comesBackAsItWas();
};

void TestJsonText::comesBackAsItWas_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("byte order mark first") << QStringLiteral("\ufeffKick");
    QTest::newRow("byte order mark alone") << QStringLiteral("\ufeff");
    QTest::newRow("byte order marks") << QStringLiteral("a\ufeffb\ufeff");
    QTest::newRow("escapes") << QStringLiteral("\\ufeff \"\n\t\\");
    QTest::newRow("letters") << QStringLiteral("Grüße ♪ 日本 e\u0301\u200d");
}

void TestJsonText::comesBackAsItWas()
{
    QFETCH(QString, text);
    const QJsonObject object{{QStringLiteral("name"), text}};
    for (auto format : {QJsonDocument::Compact, QJsonDocument::Indented}) {
        const QJsonObject read = QJsonDocument::fromJson(jsonText(object, format)).object();
        QCOMPARE(read.value(u"name").toString(), text);
    }
}

int tst_jsontext(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestJsonText>(argc, argv);
}

#include "tst_jsontext.moc"
